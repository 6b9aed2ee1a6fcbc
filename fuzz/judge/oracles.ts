import { parse } from 'csv-parse/sync'
import type { Case, Run } from '../case.js'
import { againstSchema } from './result-schemas.js'
import type { Result } from './run-program.js'
import { codesOf, ledgerOf } from './told.js'

/** What is known of a run when it is judged. */
export interface Seen {
  readonly input: Case
  readonly run: Run
  readonly result: Result
  /** The same run in other ways. */
  readonly others: readonly Result[]
  /** What `--rejects` wrote; `null` where it wrote nothing. */
  readonly rejects: string | null
  /** Files of the case whose bytes are no longer those that were written. */
  readonly changed: readonly string[]
}

/** Says what is wrong, or `null`. */
export type Oracle = (seen: Seen) => string | null

const short = (text: string, most = 400) => (text.length > most ? `${text.slice(0, most)}…` : text)

const exit: Oracle = ({ result, others }) => {
  const wrong = [result, ...others].find(
    ({ code, thrown }) => thrown !== null || ![0, 1, 2].includes(Number(code)),
  )
  return wrong === undefined ? null : `exit ${wrong.code}: ${short(wrong.thrown ?? wrong.err)}`
}

const BUG = /this is a bug|\n\s+at \S.*[:(]\d+:\d+|node:internal|\b(?:Type|Range|Reference|Syntax)Error\b/

const bug: Oracle = ({ result, others }) => {
  const wrong = [result, ...others].find(({ err }) => BUG.test(err))
  return wrong === undefined ? null : short(wrong.err)
}

const NONSENSE = /\[object |\bundefined\b(?! entity)|\bInfinity\b/

const nonsense: Oracle = ({ result }) => (NONSENSE.test(result.err) ? short(result.err) : null)

/** Who is refused is told why; `inspect -f json` says it in its result. */
const refusal: Oracle = ({ result }) =>
  Number(result.code) !== 2 || codesOf(result).size > 0
    ? null
    : `refused with: ${short(result.err) || 'nothing'}`

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
const COMMAND = /(?:^|\n)[^\S\n]*::|##\[/

/** Nothing from a file can command a terminal, a CI system or whoever reads a log. */
const streams: Oracle = ({ run, result }) => {
  for (const [name, raw] of [
    ['stdout', result.out],
    ['stderr', result.err],
  ] as const) {
    const text = withoutOwn(raw, run.args)
    const found = CONTROL.exec(text) ?? COMMAND.exec(text)
    if (found !== null)
      return `${name}: ${JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 60))}`
  }
  return null
}

/** What the program itself may write: colours that were asked for, line ends of CSV, its own annotations. */
function withoutOwn(text: string, args: readonly string[]): string {
  const has = (word: string) => args.some((each) => each.startsWith(word))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the program itself
  const plain = has('--color') ? text.replace(/\u001b\[[\d;]*m/g, '') : text
  const lines = has('--excel') ? plain.replace(/\r\n/g, '\n') : plain
  return has('github') ? lines.replace(/^::(?:error|warning|notice|group|endgroup)\b/gm, '') : lines
}

const ledger: Oracle = ({ input, result }) => {
  const told = ledgerOf(result)
  if (told === null) return null
  const { read, assessed, rejected, duplicates, notInterviews, passedOver } = told
  if (read !== assessed + rejected + duplicates + notInterviews)
    return `the ledger does not add up: ${JSON.stringify(told)}`
  if (input.rows === undefined || passedOver === null || read + passedOver === input.rows) return null
  return `${input.rows} rows were written, and the ledger is ${JSON.stringify(told)}`
}

/** Every row that came to nothing stands in `--rejects`. */
const rejects: Oracle = ({ run, result, rejects: text }) => {
  const told = ledgerOf(result)
  if (
    told === null ||
    told.lostMembers === null ||
    !run.args.includes('--rejects') ||
    run.args[0] !== 'assess'
  )
    return null
  const rows = text === null ? 0 : (parse(text, { relax_column_count: true }) as string[][]).length - 1
  const lost = told.rejected + told.duplicates + told.lostMembers
  return rows === lost ? null : `${lost} rows came to nothing, and ${rows} stand in the rejects`
}

const ENGINE = /;\s+compiled\s+[\d,]+,\s+interpreted\s+[\d,]+|,"engine":\{"compiled":\d+,"interpreted":\d+\}/g

/** What engines say apart from their own names; line breaks of prose move with these words. */
const bytesOf = ({ code, out, err }: Result) => [
  String(code),
  out.replace(ENGINE, ''),
  err.replace(ENGINE, '').replace(/\s+/g, ' '),
]

/** Every engine, and every number of threads, gives the same bytes. */
const same: Oracle = ({ others: [first, ...others] }) => {
  if (first === undefined) return null
  const [expected] = [bytesOf(first)]
  for (const other of others) {
    const at = bytesOf(other).findIndex((text, index) => text !== expected[index])
    if (at >= 0)
      return `${['exit', 'stdout', 'stderr'][at]} differs: ${first.args.slice(-4).join(' ')}: ${difference(expected[at] ?? '', bytesOf(other)[at] ?? '')}`
  }
  return null
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 160))
  return `${around(one)} and ${around(other)}`
}

/** JSON is as docs/results says; the same run in other ways gives the same bytes. */
const schema: Oracle = ({ result }) => {
  const fault = againstSchema(result)
  return fault === null ? null : short(fault)
}

/** No run writes into what it reads. */
const inputs: Oracle = ({ changed }) => (changed.length === 0 ? null : `changed: ${changed.join(', ')}`)

export const ORACLES = {
  exit,
  bug,
  nonsense,
  refusal,
  streams,
  ledger,
  rejects,
  same,
  schema,
  inputs,
} as const satisfies Readonly<Record<string, Oracle>>

export type OracleName = keyof typeof ORACLES | 'time' | 'memory'

export const ORACLE_NAMES = Object.keys(ORACLES) as (keyof typeof ORACLES)[]
