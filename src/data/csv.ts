import { type CsvError, type Parser, parse } from 'csv-parse'
import type { Diagnostic } from '../base/diagnostic.js'
import { findQuote } from './quotes.js'
import { LONGEST_RECORD, type SourceRow } from './row.js'

/**
 * Reads CSV text in UTF-8 without byte order mark, comma between cells, LF or CRLF between rows. The first row that is not blank
 * is the header; a row with another number of cells is broken. Batches follow the chunks, so that memory does not grow with the file.
 */
export async function* readCsv(file: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<SourceRow[]> {
  const found: Cut[] = []
  const parser = openParser(found)
  const shape: Shape = { width: null, line: 1 }
  let bytes: Buffer[] = []
  let start = 0

  function take(): { rows: SourceRow[]; rest: Buffer } {
    const text = Buffer.concat(bytes)
    let from = start
    const rows = found.splice(0).map(({ cells, end }) => {
      const [low, high] = [from - start, end - start]
      from = end
      return rowOf(cells, shape, () => withoutBreak(text.toString('utf8', low, high)))
    })
    return { rows, rest: text.subarray(from - start) }
  }

  for await (const chunk of chunks) {
    bytes.push(chunk)
    const error = await feed(parser, chunk)
    if (found.length === 0 && error === null) continue
    const { rows, rest } = take()
    if (error !== null) rows.push(faultRow(file, error, rest, shape.line))
    yield rows
    if (error !== null) return
    start += bytes.reduce((sum, each) => sum + each.length, 0) - rest.length
    bytes = [rest]
  }
  const error = await finish(parser)
  const { rows, rest } = take()
  if (error !== null) rows.push(faultRow(file, error, rest, shape.line))
  yield rows
}

/** A row as the parser cuts it, with the byte behind its line break. */
interface Cut {
  readonly cells: string[]
  readonly end: number
}

interface Shape {
  /** Cells of the header, once it has been seen. */
  width: number | null
  /** The physical line where the next row starts. */
  line: number
}

/**
 * Nothing here pads, trims, skips or casts; rows leave through `on_record` as soon as they are cut. While the parser has counted no
 * row it takes each for the first, of whatever length; otherwise it would make an error with a stack, 30 µs, for each blank row.
 */
function openParser(found: Cut[]): Parser {
  const parser = parse({
    delimiter: ',',
    record_delimiter: ['\r\n', '\n'],
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

function rowOf(cells: string[], shape: Shape, raw: () => string): SourceRow {
  const line = shape.line
  shape.line += 1 + breaksIn(cells)
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'blank', line }
  if (shape.width === null) {
    shape.width = cells.length
    return { kind: 'header', line, headers: cells }
  }
  if (cells.length === shape.width) return { kind: 'record', line, content: { kind: 'cells', cells }, raw }
  const message = `the row has ${countOf(cells.length)}, the header has ${shape.width}`
  return { kind: 'broken', line, code: 'ragged-row', message, raw }
}

/** Line breaks inside cells; with the one behind each row these are all that a file has, which csv-parse itself miscounts for CRLF. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1
  }
  return breaks
}

const countOf = (cells: number) => (cells === 1 ? '1 cell' : `${cells} cells`)

const withoutBreak = (text: string) => text.replace(/\r?\n$/, '')

function faultRow(file: string, error: CsvError, rest: Buffer, startLine: number): SourceRow {
  const text = rest.toString('utf8', 0, LONGEST_RECORD)
  const quote = findQuote(text)
  const line = startLine + breaksIn([text.slice(0, quote?.at ?? 0)])
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
