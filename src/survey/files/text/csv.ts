import { type CsvError, type Parser, parse } from 'csv-parse'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { LONGEST_RECORD, type SourceRow } from '../row.js'
import { type CutRow, type FaultRow, openTable, PLAIN_TABLE, type TableShape } from '../table.js'
import { findQuote } from './quotes.js'

/** What stands between the cells of a text, and what ends its rows: LF or CRLF, or CR alone. */
export interface Dialect {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
}

const COMMAS: Dialect = { delimiter: ',', lineEnd: '\n' }

/**
 * Reads CSV text in UTF-8 without byte order mark. The first row that is not blank is the header unless `shape` says more; a row
 * with another number of cells is broken. Each chunk gives one batch, so memory does not grow with the file.
 */
export async function* readCsv(
  file: string,
  chunks: AsyncIterable<Buffer>,
  dialect: Dialect = COMMAS,
  shape: TableShape = PLAIN_TABLE,
): AsyncGenerator<SourceRow[]> {
  const table = openTable(file, shape)
  for await (const batch of cutCsv(file, chunks, dialect)) {
    yield batch.map((row) => ('kind' in row ? row : table.add(row))).filter((row) => row !== null)
  }
}

/** The rows as the delimiter cuts them, with the header. */
export async function* cutCsv(
  file: string,
  chunks: AsyncIterable<Buffer>,
  dialect: Dialect,
): AsyncGenerator<(CutRow | FaultRow)[]> {
  const found: Cut[] = []
  const parser = openParser(found, dialect)
  let line = 1
  let bytes: Buffer[] = []
  let start = 0

  function take(): { rows: (CutRow | FaultRow)[]; rest: Buffer } {
    const text = Buffer.concat(bytes)
    let from = start
    const rows = found.splice(0).map(({ cells, end }) => {
      const [low, high] = [from - start, end - start]
      from = end
      const row = { line, cells, raw: () => withoutBreak(text.toString('utf8', low, high)) }
      line += 1 + breaksIn(cells, dialect)
      return row
    })
    return { rows, rest: text.subarray(from - start) }
  }

  for await (const chunk of chunks) {
    bytes.push(chunk)
    const error = await feed(parser, chunk)
    if (found.length === 0 && error === null) continue
    const { rows, rest } = take()
    if (error !== null) rows.push(faultRow(file, error, rest, line, dialect))
    yield rows
    if (error !== null) return
    start += bytes.reduce((sum, each) => sum + each.length, 0) - rest.length
    bytes = [rest]
  }
  const error = await finish(parser)
  const { rows, rest } = take()
  if (error !== null) rows.push(faultRow(file, error, rest, line, dialect))
  yield rows
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

const withoutBreak = (text: string) => text.replace(/(?:\r?\n|\r)$/, '')

function faultRow(
  file: string,
  error: CsvError,
  rest: Buffer,
  startLine: number,
  dialect: Dialect,
): FaultRow {
  const text = rest.toString('utf8', 0, LONGEST_RECORD)
  const quote = findQuote(text, dialect)
  const line = startLine + breaksIn([text.slice(0, quote?.at ?? 0)], dialect)
  return {
    kind: 'fault',
    fault: { ...describe(error, quote, line), severity: 'error', at: { file, line, field: null } },
  }
}

function describe(
  error: CsvError,
  quote: ReturnType<typeof findQuote>,
  line: number,
): Pick<Diagnostic, 'code' | 'message' | 'help'> {
  if (quote === null) {
    if (error.code !== 'CSV_MAX_RECORD_SIZE') throw error
    const message = `the row that starts on line ${line} has more than ${LONGEST_RECORD} characters`
    return { code: 'long-record', message, help: 'check that this is a CSV file with one record a row' }
  }
  switch (quote.kind) {
    case 'open':
      return {
        code: 'open-quote',
        message: `the quote that opens on line ${line} is never closed`,
        help: 'close it, or write a quote inside a cell as two: `""`',
      }
    case 'early':
      return {
        code: 'open-quote',
        message: `the quote that opens on line ${line} is closed by one with text behind it`,
        help: 'close it at the end of its cell, and write a quote inside a cell as two: `""`',
      }
    case 'stray':
      return {
        code: 'open-quote',
        message: `a quote stands inside an unquoted cell on line ${line}`,
        help: 'put the whole cell in quotes and write the quote inside as two: `"5"" pipe"`',
      }
  }
}
