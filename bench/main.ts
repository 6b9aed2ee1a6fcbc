import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.js'
import { type FileOptions, PLAIN_FILE } from './generate/rows.js'
import { type EvaluationWay, type Options, type Part, readOptions, USAGE } from './options.js'
import { measureEvaluation } from './parts/evaluation.js'
import { measureFiles } from './parts/files.js'
import { MANY, measureMemory } from './parts/memory.js'
import { measureStartup } from './parts/startup.js'
import { fileWays, isInstalled, type Way } from './ways.js'

/** Bytes of a household in a generated file and in a result, with some to spare. */
const BYTES_A_HOUSEHOLD = 122 + 152
const PEERS = ['@duckdb/node-api', 'json-rules-engine']

/** Runs what is asked for, prints a table a part, and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const options = readOptions(args)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`)
    return 2
  }
  const say = (text: string) => void process.stderr.write(`${text}\n`)
  if (!hasRoom(options, say)) return 1
  for (const name of PEERS.filter((each) => !isInstalled(each)))
    say(`${name} is not installed and is left out; \`npm install --prefix bench\` brings it`)
  const folder = mkdtempSync(join(tmpdir(), 'tpa-bench-'))
  const clean = () => rmSync(folder, { recursive: true, force: true })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clean()
      process.exit(130)
    })
  }
  try {
    process.stdout.write(`${machine()}\n`)
    for (const part of options.parts) {
      const text = await MEASURES[part]({ options, folder, say })
      if (text !== null) process.stdout.write(`\n## ${TITLES[part]}\n\n${text}\n`)
    }
  } finally {
    clean()
  }
  return 0
}

const TITLES: Readonly<Record<Part, string>> = {
  files: 'From CSV to CSV, 2% of cells blank, 5% in quotes',
  memory: 'Memory, as rows grow',
  shuffled: 'The same with ids in no order',
  odd: 'One row in three not plain',
  evaluation: 'Evaluation alone, no gaps',
  'evaluation-gaps': 'Evaluation alone, 2% of cells blank',
  startup: 'Ten households',
}

const MEASURES: Readonly<Record<Part, (bench: Bench) => Promise<string | null>>> = {
  files: (bench) => filesBy(bench, {}, measureFiles),
  memory: (bench) => filesBy(bench, {}, measureMemory),
  shuffled: (bench) => filesBy(bench, { shuffled: true }, measureFiles),
  odd: (bench) => filesBy(bench, { oddEvery: 3 }, measureFiles),
  evaluation: (bench) => evaluationOf(bench, 0, [...WITH_GAPS, 'json-rules-engine']),
  'evaluation-gaps': (bench) => evaluationOf(bench, PLAIN_FILE.gaps, WITH_GAPS),
  startup: measureStartup,
}

const WITH_GAPS: readonly EvaluationWay[] = [
  'plain-javascript',
  'tpa-compiled',
  'tpa-compiled-slots',
  'tpa-interpreter',
]

async function filesBy(
  bench: Bench,
  change: Partial<FileOptions>,
  measure: (bench: Bench, file: FileOptions, ways: readonly Way[]) => Promise<string>,
): Promise<string | null> {
  const file = { ...PLAIN_FILE, ...change, rows: bench.options.rows }
  const { ways, notes } = fileWays(bench.options)
  const able = ways.filter((way) => way.takesAnything || file.oddEvery === 0)
  if (able.length === 0) return notes.length === 0 ? null : notes.join('\n')
  return [await measure(bench, file, able), ...notes].join('\n\n')
}

async function evaluationOf(
  bench: Bench,
  gaps: number,
  all: readonly EvaluationWay[],
): Promise<string | null> {
  const { ways } = bench.options
  const names = all.filter(
    (name) => (ways?.has(name) ?? true) && (name !== 'json-rules-engine' || isInstalled(name)),
  )
  return names.length === 0 ? null : measureEvaluation(bench, { ...PLAIN_FILE, gaps, rows: 20_000 }, names)
}

const FROM_FILES: readonly Part[] = ['files', 'shuffled', 'odd']

/** Says how much disk is needed, and whether it is there. */
function hasRoom({ rows, parts }: Options, say: (text: string) => void): boolean {
  const isMany = parts.has('memory')
  if (!isMany && !FROM_FILES.some((part) => parts.has(part))) return true
  const needed = rows * (isMany ? MANY : 1) * BYTES_A_HOUSEHOLD
  const { bavail, bsize } = statfsSync(tmpdir())
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`
  say(`needs ${gigabytes(needed)} in ${tmpdir()}, where ${gigabytes(bavail * bsize)} are free`)
  if (needed < bavail * bsize) return true
  say('that is not enough; TMPDIR chooses another folder, --rows a smaller file')
  return false
}

function machine(): string {
  const [load = 0] = loadavg()
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`
  const about = `${availableParallelism()} cores, ${memory}, Node ${process.versions.node}, ${process.platform}-${process.arch}`
  const busy = `; other programs are running (load ${load.toFixed(1)}), so look at CPU seconds`
  return `${about}${load > BUSY ? busy : ''}`
}

/** Mean number of programs that want a core, from which on a wall clock says little. */
const BUSY = 0.5
