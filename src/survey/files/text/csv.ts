import { type CsvError, type Parser, parse } from 'csv-parse'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { type BrokenRow, LONGEST_RECORD, type SourceRow } from '../row.js'
import { type CutRow, type FaultRow, openTable, PLAIN_TABLE, type Table, type TableShape } from '../table.js'
import { cutPadded } from './padded-row.js'
import { strayWords, uncutWords } from './quote-words.js'
import { findQuote } from './quotes.js'

/** What stands between the cells of a text, and what ends its rows: LF or CRLF, or CR alone. */
export interface Dialect {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
}

const COMMAS: Dialect = { delimiter: ',', lineEnd: '\n' }

/**
 * Reads CSV text in UTF-8 without byte order mark. The first row that is not blank is the header unless `shape` says more; a row with
 * another number of cells or a quote where none can stand is broken. Each chunk gives one batch, so memory does not grow with the file.
 */
export async function* readCsv(
  file: string,
  chunks: AsyncIterable<Buffer>,
  dialect: Dialect = COMMAS,
  shape: TableShape = PLAIN_TABLE,
): AsyncGenerator<SourceRow[]> {
  const table = openTable(file, shape)
  for await (const batch of cutCsv(file, chunks, dialect)) {
    yield batch.map((cut) => rowOf(table, cut)).filter((row) => row !== null)
  }
}

/** A row that cannot be cut is rejected alone, but for a header. */
function rowOf(table: Table, cut: CutRow | UncutRow | FaultRow): SourceRow | null {
  if (!('kind' in cut)) return table.add(cut)
  if (cut.kind === 'fault') return cut
  return table.hasHeader() ? cut.broken : { kind: 'fault', fault: cut.fault }
}

/** A row that cannot be cut into cells, and the fault that it is where it must be. */
interface UncutRow {
  readonly kind: 'uncut'
  readonly broken: BrokenRow
  readonly fault: Diagnostic
}

/** The rows as the delimiter cuts them, with the header. */
export async function* cutCsv(
  file: string,
  chunks: AsyncIterable<Buffer>,
  dialect: Dialect,
): AsyncGenerator<(CutRow | UncutRow | FaultRow)[]> {
  const cutting = openCutting(file, dialect)
  for await (const chunk of chunks) {
    const rows = await cutChunk(cutting, chunk, false)
    if (rows.length > 0) yield rows
    if (cutting.isStopped) return
  }
  yield await cutChunk(cutting, Buffer.alloc(0), true)
}

/** A text that is being cut. */
interface Cutting {
  readonly file: string
  readonly dialect: Dialect
  found: Cut[]
  parser: Parser
  line: number
  /** Bytes that are of no row yet, and how many bytes the parser was given before them. */
  bytes: Buffer[]
  start: number
  /** Whether they begin with a row that the parser has refused and whose end has not come yet. */
  isHeld: boolean
  isStopped: boolean
}

function openCutting(file: string, dialect: Dialect): Cutting {
  const found: Cut[] = []
  const parser = openParser(found, dialect)
  return { file, dialect, found, parser, line: 1, bytes: [], start: 0, isHeld: false, isStopped: false }
}

/** Cuts the rows that a chunk completes. If the parser refuses a row, a new parser begins after that row. */
async function cutChunk(
  cutting: Cutting,
  chunk: Buffer,
  isEnd: boolean,
): Promise<(CutRow | UncutRow | FaultRow)[]> {
  const rows: (CutRow | UncutRow | FaultRow)[] = []
  cutting.bytes.push(chunk)
  for (let next = chunk; ; ) {
    const error = cutting.isHeld || (await parsed(cutting.parser, next, isEnd))
    if (error === null && cutting.found.length === 0) return rows
    const rest = takeRows(cutting, rows, isEnd)
    if (error === null) return rows
    const refused = refusedRow(cutting, rest, isEnd)
    if (refused === 'more') return rows
    if (refused === null) {
      rows.push(faultRow(cutting, error, rest))
      cutting.isStopped = true
      return rows
    }
    rows.push(refused.row)
    next = rest.subarray(refused.end)
    restart(cutting, next)
  }
}

function restart(cutting: Cutting, rest: Buffer): void {
  const { file, dialect, line } = cutting
  Object.assign(cutting, openCutting(file, dialect), { line, bytes: [rest] })
}

async function parsed(parser: Parser, chunk: Buffer, isEnd: boolean): Promise<CsvError | null> {
  const error = chunk.length === 0 ? null : await feed(parser, chunk)
  return error ?? (isEnd ? finish(parser) : null)
}

/** Takes the rows that the parser has found, and gives the bytes behind them. */
function takeRows(cutting: Cutting, rows: (CutRow | UncutRow | FaultRow)[], isEnd: boolean): Buffer {
  const { dialect, found, start } = cutting
  const text = Buffer.concat(cutting.bytes)
  let from = start
  for (const { cells, end } of found.splice(0)) {
    const [low, high] = [from - start, end - start]
    from = end
    const isUnended = isEnd && !isBreak(text[high - 1])
    const raw = () => withoutBreak(text.toString('utf8', low, high))
    rows.push({ line: cutting.line, cells, ...(isUnended ? { isUnended } : {}), raw })
    cutting.line += 1 + breaksIn(cells, dialect)
  }
  const rest = text.subarray(from - start)
  cutting.start = from
  cutting.bytes = [rest]
  return rest
}

/**
 * The row that the parser has refused, and where it ends: with blanks beside its quotes it can be cut, else it ends with its line. `more`
 * if its end has not come yet, `null` if a quote may have swallowed rows.
 */
function refusedRow(
  cutting: Cutting,
  rest: Buffer,
  isEnd: boolean,
): { row: CutRow | UncutRow; end: number } | 'more' | null {
  const { dialect, line } = cutting
  const text = rest.toString('utf8', 0, LONGEST_RECORD)
  const quote = findQuote(text, dialect)
  if (quote === null || quote.kind === 'open') return null
  const padded = cutPadded(text, dialect, isEnd)
  const at = text.indexOf(dialect.lineEnd, quote.bad)
  const end = padded === null && at < 0 && isEnd ? text.length : at + 1
  if (padded === null && text.slice(quote.at, quote.bad).includes(dialect.lineEnd)) return null
  if (padded === 'more' || (padded === null && end === 0)) {
    cutting.isHeld = rest.length < LONGEST_RECORD
    return cutting.isHeld ? 'more' : null
  }
  const whole = text.slice(0, padded?.end ?? end)
  const raw = () => withoutBreak(whole)
  const fault = quoteFault(cutting, null, text)
  cutting.line += breaksIn([whole], dialect)
  const bytes = Buffer.byteLength(whole)
  if (padded !== null) return { row: { line, cells: padded.cells, raw }, end: bytes }
  const broken: BrokenRow = {
    kind: 'broken',
    line,
    code: 'stray-quote',
    message: strayWords(quote, text),
    raw,
  }
  return { row: { kind: 'uncut', broken, fault }, end: bytes }
}

/** A row as the parser cuts it, with the offset of the byte after its line break. */
interface Cut {
  readonly cells: string[]
  readonly end: number
}

/**
 * Nothing here pads, trims, skips or casts; rows leave through `on_record` as soon as they are cut. The parser's count of rows is set
 * back to 0, so that it takes each row as the first and allows any length; else it would make an error with a stack, 30 µs, for each blank row.
 */
function openParser(found: Cut[], { delimiter, lineEnd }: Dialect): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { bytes }) => {
      found.push({ cells, end: bytes })
      Object.assign(parser.info, { records: 0 })
      return null
    },
  })
  return parser.on('error', () => {})
}

const feed = (parser: Parser, chunk: Buffer) =>
  new Promise<CsvError | null>((resolve, reject) => {
    parser.write(chunk, (error) => settle(error, resolve, reject))
  })

const finish = (parser: Parser) =>
  new Promise<CsvError | null>((resolve, reject) => {
    parser.end((error?: Error | null) => settle(error, resolve, reject))
  })

function settle(
  error: Error | null | undefined,
  resolve: (error: CsvError | null) => void,
  reject: (error: Error) => void,
) {
  if (!error) resolve(null)
  else if ('code' in error) resolve(error as CsvError)
  else reject(error)
}

/** Counts the line breaks inside cells. csv-parse has its own count of lines, which is wrong for CRLF. */
function breaksIn(cells: readonly string[], { lineEnd }: Dialect): number {
  let breaks = 0
  for (const cell of cells) {
    for (let at = cell.indexOf(lineEnd); at >= 0; at = cell.indexOf(lineEnd, at + 1)) breaks += 1
  }
  return breaks
}

const isBreak = (byte: number | undefined) => byte === 0x0a || byte === 0x0d

const withoutBreak = (text: string) => text.replace(/(?:\r?\n|\r)$/, '')

const faultRow = (cutting: Cutting, error: CsvError | true, rest: Buffer): FaultRow => ({
  kind: 'fault',
  fault: quoteFault(cutting, error === true ? null : error, rest.toString('utf8', 0, LONGEST_RECORD)),
})

function quoteFault(
  { file, dialect, line: start }: Cutting,
  error: CsvError | null,
  text: string,
): Diagnostic {
  const quote = findQuote(text, dialect)
  const line = start + breaksIn([text.slice(0, quote?.at ?? 0)], dialect)
  return { ...uncutWords(error, quote, line), severity: 'error', at: { file, line, field: null } }
}
