import { PassThrough } from 'node:stream'
import { createLog, type Diagnostic, type DiagnosticLog } from '../base/diagnostic.js'
import { openSurvey, type Survey, type SurveyOptions } from '../data/survey.js'
import type { Row } from '../data/survey-rows.js'
import { columnsOf, type Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { usageFault } from './usage.js'

/** One record as each of two packs reads it. */
export interface RecordPair {
  readonly before: CaseRecord
  readonly after: CaseRecord
}

/** Survey files as two packs read them, row by row beside each other. */
export interface SurveyPair {
  readonly survey: Survey
  /** The records that are assessed, in input order. */
  pairs(): AsyncGenerator<RecordPair>
  /** What both readings had to say, each thing once. */
  diagnostics(): Diagnostic[]
  close(): Promise<void>
}

type PairOptions = Omit<SurveyOptions, 'pack' | 'keep'> & { readonly old: Pack; readonly changed: Pack }

/**
 * Opens the files under both packs. Each reads its own columns, codes, ranges and assumptions with the code of `tpa assess`, so that no
 * reading of two packs in one could differ from it.
 */
export async function openSurveyPair(
  options: PairOptions,
): Promise<{ pair: SurveyPair } | { faults: Diagnostic[] }> {
  const { old, changed } = options
  const alike = differentRecords(old, changed)
  if (alike !== null) return { faults: [alike] }
  const openings = await openBoth(options)
  const surveys = openings.flatMap((opening) => ('survey' in opening ? [opening.survey] : []))
  const close = async () => {
    await Promise.all(surveys.map((survey) => survey.close()))
  }
  const [first, second] = surveys
  if (first !== undefined && second !== undefined) return { pair: pairOf(first, second, close) }
  await close()
  return { faults: distinct(openings.flatMap((opening) => ('faults' in opening ? opening.faults : []))) }
}

function differentRecords({ record: a }: Pack, { record: b }: Pack): Diagnostic | null {
  if (a.name === b.name && a.plural === b.plural && a.id === b.id) return null
  const said = ({ name, id }: Pack['record']) => `a ${name} by its \`${id}\``
  return usageFault(
    `the packs judge different records: ${said(a)}, and ${said(b)}`,
    'compare two packs of one kind',
  )
}

async function openBoth({ old, changed, ...options }: PairOptions) {
  const [first, second] = options.files.includes('-') ? forked(options.stdin) : [options.stdin, options.stdin]
  const open = (pack: Pack, stdin: NodeJS.ReadableStream) => {
    const assume = new Map(
      [...options.assume].filter(([name]) => declares(pack, name) || !declaredByEither(name)),
    )
    return openSurvey({ ...options, pack, stdin, assume, keep: [] })
  }
  const declaredByEither = (name: string) => declares(old, name) || declares(changed, name)
  return Promise.all([open(old, first), open(changed, second)])
}

/** Stdin can be read once; both surveys keep a copy of it. */
function forked(stdin: NodeJS.ReadableStream): [PassThrough, PassThrough] {
  const [first, second] = [new PassThrough(), new PassThrough()]
  stdin.pipe(first)
  stdin.pipe(second)
  return [first, second]
}

function declares(pack: Pack, name: string): boolean {
  const member = /^members\.(.+)$/.exec(name)?.[1]
  return member === undefined ? columnsOf(pack).has(name) : (pack.memberFacts?.has(member) ?? false)
}

function pairOf(first: Survey, second: Survey, close: () => Promise<void>): SurveyPair {
  const logs: readonly [DiagnosticLog, DiagnosticLog] = [createLog(), createLog()]
  async function* pairs(): AsyncGenerator<RecordPair> {
    const others = second.rows(logs[1])[Symbol.asyncIterator]()
    for await (const row of first.rows(logs[0])) {
      const { value, done } = await others.next()
      if (done) throw new Error('the packs read different numbers of rows')
      const other: Row = value
      if (row.kind === 'record' && other.kind === 'record') {
        if (row.record.id !== other.record.id || row.record.line !== other.record.line)
          throw otherIds(row, other)
        yield { before: row.record, after: other.record }
      } else if (row.kind !== other.kind) throw otherIds(row, other)
    }
    await others.next()
  }
  return {
    survey: first,
    pairs,
    diagnostics: () => distinct(logs.flatMap((log) => log.list())),
    close,
  }
}

/** An id may stand in another column for each pack; then rows are no pairs. */
const otherIds = (row: Row, other: Row): Error =>
  Object.assign(new Error('ids differ'), {
    diagnostic: usageFault(
      `the packs take the id of line ${lineOf(row)} from different columns, or one of them finds none (line ${lineOf(other)})`,
      'let both packs name the column of the id in one way',
    ),
  })

const lineOf = (row: Row) => (row.kind === 'record' ? row.record.line : row.line)

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((each) => [JSON.stringify(each), each]))
  return [...seen.values()]
}
