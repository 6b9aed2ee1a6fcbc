import { PassThrough } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { createLog, type Diagnostic, type DiagnosticLog } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { recordName } from '../../lang/labels.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import type { Row } from '../../survey/records/rows.js'
import { openSurvey, type Survey, type SurveyOpening, type SurveyOptions } from '../../survey/survey.js'
import type { mappingFor } from '../request/reading.js'
import { usageFault } from '../terminal/usage.js'

/** One record as each of two packs reads it; the same object where both read files in one way. */
export interface RecordPair {
  readonly before: CaseRecord
  readonly after: CaseRecord
}

/** Survey files as two packs read them. */
export interface SurveyPair {
  readonly survey: Survey
  /** The records that are assessed, in input order. */
  pairs(): AsyncGenerator<RecordPair>
  /** What the reading had to say, each thing once. */
  diagnostics(): Diagnostic[]
  close(): Promise<void>
}

type PairOptions = Omit<SurveyOptions, 'pack' | 'keep' | 'mapping'> & {
  readonly old: Pack
  readonly changed: Pack
  /** Loads the mapping for one of the packs. */
  mapping(pack: Pack): ReturnType<typeof mappingFor>
}

/**
 * Opens the files once where both packs read them in the same way. Where their columns, codes, ranges or assumptions differ, one cell
 * can be two different facts, or a fact and a gap; then each pack reads the files with the code of `tpa assess`, beside the other.
 */
export async function openSurveyPair(
  options: PairOptions,
): Promise<{ pair: SurveyPair } | { faults: readonly Diagnostic[] }> {
  const { old, changed, mapping, ...reading } = options
  const unlike = differentRecords(old, changed)
  if (unlike !== null) return { faults: [unlike] }
  if (!readAlike(old, changed)) return openTwice(options)
  const opening = await openMapped(mapping, { ...reading, pack: changed, keep: [] })
  return 'faults' in opening ? opening : { pair: oneReading(opening.survey) }
}

async function openMapped(
  mapping: PairOptions['mapping'],
  options: Omit<SurveyOptions, 'mapping'>,
): Promise<SurveyOpening> {
  const mapped = await mapping(options.pack)
  return 'faults' in mapped ? mapped : openSurvey({ ...options, mapping: mapped.mapping })
}

/** Whether two packs make one record of a row: the same columns in the same order, declared the same, of records and of members. */
const readAlike = (a: Pack, b: Pack): boolean => isDeepStrictEqual(columnsRead(a), columnsRead(b))

const columnsRead = (pack: Pack) => [[...columnsOf(pack)], pack.memberFacts && [...pack.memberFacts]]

function oneReading(survey: Survey): SurveyPair {
  const log = createLog()
  async function* pairs(): AsyncGenerator<RecordPair> {
    for await (const row of survey.rows(log))
      if (row.kind === 'record') yield { before: row.record, after: row.record }
  }
  return { survey, pairs, diagnostics: () => log.list(), close: () => survey.close() }
}

async function openTwice(options: PairOptions): Promise<{ pair: SurveyPair } | { faults: Diagnostic[] }> {
  const openings = await openBoth(options)
  const surveys = openings.flatMap((opening) => ('survey' in opening ? [opening.survey] : []))
  const close = async () => {
    await Promise.all(surveys.map((survey) => survey.close()))
  }
  const [first, second] = surveys
  if (first !== undefined && second !== undefined) return { pair: twoReadings(first, second, close) }
  await close()
  return { faults: distinct(openings.flatMap((opening) => ('faults' in opening ? opening.faults : []))) }
}

function differentRecords(old: Pack, changed: Pack): Diagnostic | null {
  const [a, b] = [old.record, changed.record]
  if (a.name === b.name && a.plural === b.plural && a.id === b.id) return null
  const records = {
    first: recordName(old),
    first_id: a.id,
    second: recordName(changed),
    second_id: b.id,
  }
  return usageFault(say('usage.other-records', records), say('usage.other-records.help'))
}

async function openBoth({ old, changed, mapping, ...options }: PairOptions) {
  const [first, second] = options.files.includes('-') ? forked(options.stdin) : [options.stdin, options.stdin]
  const open = (pack: Pack, stdin: NodeJS.ReadableStream) => {
    const assume = new Map(
      [...options.assume].filter(([name]) => declares(pack, name) || !declaredByEither(name)),
    )
    return openMapped(mapping, { ...options, pack, stdin, assume, keep: [] })
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

function twoReadings(first: Survey, second: Survey, close: () => Promise<void>): SurveyPair {
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

/** Each pack may read the id from another column; then rows cannot be paired. */
const otherIds = (row: Row, other: Row): Error =>
  Object.assign(new Error('ids differ'), {
    diagnostic: usageFault(
      say('usage.other-ids', { line: lineOf(row), other: lineOf(other) }),
      say('usage.other-ids.help'),
    ),
  })

const lineOf = (row: Row) => (row.kind === 'record' ? row.record.line : row.line)

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((each) => [JSON.stringify(each), each]))
  return [...seen.values()]
}
