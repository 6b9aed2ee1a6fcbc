import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/** What is measured, each in a table of its own. */
export const PARTS = [
  'files',
  'memory',
  'shuffled',
  'odd',
  'evaluation',
  'evaluation-gaps',
  'startup',
] as const
export type Part = (typeof PARTS)[number]

/** Ways from file to file, then ways of judging alone. */
const FILE_WAYS = ['tpa', 'tpa-1', 'tpa-interpret', 'duckdb', 'duckdb-stream', 'csv-parse'] as const
export type FileWay = (typeof FILE_WAYS)[number]
const EVALUATION_WAYS = [
  'plain-javascript',
  'tpa-compiled',
  'tpa-compiled-slots',
  'tpa-interpreter',
  'json-rules-engine',
] as const
export type EvaluationWay = (typeof EVALUATION_WAYS)[number]

export interface Options {
  readonly rows: number
  readonly rounds: number
  readonly threads: number
  /** Whether `threads` was asked for; tpa itself takes all cores. */
  readonly setsThreads: boolean
  /** Households of the register of 2014, read once. */
  readonly nation: boolean
  readonly parts: ReadonlySet<Part>
  /** Names of ways; `null` takes those that are always taken. */
  readonly ways: ReadonlySet<string> | null
}

const NATION = 29_480_000

export const USAGE = `Measures tpa and its peers in turn, several rounds, and prints medians with spread.

  npm run bench
  npm run bench -- --rows 5000000 --rounds 5 --only files
  npm run bench -- --only startup
  npm run bench -- --only files,tpa,duckdb
  npm run bench -- --nation

  --rows <n>      households in a file (default: 1000000)
  --rounds <n>    how often each is run (default: 3)
  --threads <n>   threads of DuckDB, and of tpa where it can (default: the cores there are)
  --only <names>  parts: ${PARTS.join(', ')};
                  ways: ${FILE_WAYS.join(', ')};
                  of the evaluation: ${EVALUATION_WAYS.join(', ')}
  --nation        29.48 million households, one round, tpa alone unless --only names others

Files stand in the folder of temporary files (TMPDIR chooses it) and are removed at the end.
DuckDB and json-rules-engine are taken where \`npm install --prefix bench\` has put them.
`

/** Reads the arguments; a text is what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
  let values: Record<string, string | boolean | undefined>
  try {
    const text = { type: 'string' } as const
    values = parseArgs({
      args: [...args],
      options: { rows: text, rounds: text, threads: text, only: text, nation: { type: 'boolean' } },
    }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const nation = values.nation === true
  const rows = wholeNumber(values.rows, nation ? NATION : 1_000_000)
  const rounds = wholeNumber(values.rounds, nation ? 1 : 3)
  const threads = wholeNumber(values.threads, availableParallelism())
  if (rows === null || rounds === null || threads === null)
    return '--rows, --rounds and --threads take a whole number from 1 on'
  const names = typeof values.only === 'string' ? values.only.split(',') : []
  const isPart = (name: string): name is Part => PARTS.some((part) => part === name)
  const unknown = names.find(
    (name) => !isPart(name) && ![...FILE_WAYS, ...EVALUATION_WAYS].some((way) => way === name),
  )
  if (unknown !== undefined) return `no part and no way is called \`${unknown}\``
  const parts = names.filter(isPart)
  const ways = names.filter((name) => !isPart(name))
  const everywhere = nation ? (['files'] as const) : PARTS
  return {
    rows,
    rounds,
    threads,
    setsThreads: values.threads !== undefined,
    nation,
    parts: new Set(parts.length > 0 ? parts : everywhere),
    ways: ways.length > 0 ? new Set(ways) : nation ? new Set(['tpa']) : null,
  }
}

function wholeNumber(text: string | boolean | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
