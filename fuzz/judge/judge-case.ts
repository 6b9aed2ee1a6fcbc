import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Case, REJECTS, type Run } from '../case.js'
import { ORACLES, type OracleName, type Seen } from './oracles.js'
import type { Result, RunProgram } from './run-program.js'
import { codesOf, ledgerOf } from './told.js'

/** How far an input came: the program refused it, or ran, or told something of the data, or decided. */
export type Reached = 'refused' | 'ran' | 'diagnosed' | 'decided'

export interface Found {
  readonly oracle: OracleName
  readonly what: string
  readonly args: readonly string[]
}

export interface Judgement {
  readonly reached: Reached
  readonly code: string
  readonly codes: readonly string[]
  readonly runs: number
  readonly found: readonly Found[]
}

/** Writes the files of a case into a folder, in which nothing else is left; the folder itself stays, because the process stands in it. */
export function writeCase(folder: string, { files }: Case): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** Runs all that a case asks for in its folder, and asks every oracle but those that are left out. */
export async function judgeCase(
  folder: string,
  input: Case,
  program: RunProgram,
  without: ReadonlySet<string>,
): Promise<Judgement> {
  writeCase(folder, input)
  if (process.cwd() !== folder) process.chdir(folder)
  const results: Result[] = []
  const found: Found[] = []
  let runs = 0
  for (const run of input.runs) {
    const seen = await see(folder, input, run, program)
    results.push(seen.result, ...seen.others)
    runs += Math.max(1, seen.others.length)
    for (const [oracle, asks] of Object.entries(ORACLES)) {
      const what = without.has(oracle) ? null : asks(seen)
      if (what !== null) found.push({ oracle: oracle as OracleName, what, args: run.args })
    }
  }
  const codes = [...new Set(results.flatMap((each) => [...codesOf(each)]))].sort()
  return { reached: reachedBy(input, results), code: String(results[0]?.code), codes, runs, found }
}

async function see(folder: string, input: Case, run: Run, program: RunProgram): Promise<Seen> {
  const others: Result[] = []
  let rejects: string | null = null
  const runOnce = async (args: readonly string[]) => {
    if (args.includes(REJECTS)) rmSync(join(folder, REJECTS), { force: true })
    const result = await program(args)
    rejects = readIfThere(join(folder, REJECTS))
    return {
      ...result,
      out: rejects === null || run.ways === undefined ? result.out : `${result.out}\n${rejects}`,
    }
  }
  for (const way of run.ways ?? []) others.push(await runOnce([...run.args, ...way]))
  const result = others[0] ?? (await runOnce(run.args))
  const changed = Object.entries(input.files).flatMap(([name, content]) =>
    readIfThere(join(folder, name), 'latin1') === Buffer.from(content).toString('latin1') ? [] : [name],
  )
  return { input, run, result: { ...result, out: withoutRejects(result, rejects) }, others, rejects, changed }
}

/** What stood on stdout alone. */
const withoutRejects = ({ out }: Result, rejects: string | null) =>
  rejects !== null && out.endsWith(`\n${rejects}`) ? out.slice(0, -rejects.length - 1) : out

function readIfThere(file: string, encoding: BufferEncoding = 'utf8'): string | null {
  try {
    return readFileSync(file, encoding)
  } catch {
    return null
  }
}

/** How far the best of the first runs came; of `assess` by its ledger, of others by having run at all. */
function reachedBy({ runs }: Case, results: readonly Result[]): Reached {
  const [main] = runs[0]?.args[0] === 'inspect' && runs.length > 1 ? results.slice(1) : results
  if (main === undefined || ![0, 1].includes(Number(main.code))) return 'refused'
  const told = ledgerOf(main)
  if (told !== null && told.assessed > 0) return 'decided'
  if (codesOf(main).size > 0) return 'diagnosed'
  return main.args[0] === 'assess' || main.args[0] === 'validate' ? 'ran' : 'decided'
}
