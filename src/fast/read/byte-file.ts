import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { BesideRows, InputFile, ReadingOptions } from '../../survey/files/data-file.js'
import { brokenInput, changed, displayName, openInput } from '../../survey/files/input.js'
import { alienFault, isZip, textFormat } from '../../survey/files/kind.js'
import { type CutRow, openTable, type Table, type TableShape } from '../../survey/files/table.js'
import { startsWithMisread } from '../../survey/files/text/decode.js'
import { HEAD, markOf } from '../../survey/files/text/detect-encoding.js'
import { detectDialect } from '../../survey/files/text/text-file.js'
import { type Chunk, openChunkReader } from './chunks.js'
import { textRow } from './text-rows.js'

/** A CSV file whose rows can be read as bytes, in the form that every thread gets. */
export interface ByteFile {
  /** Where it is, and how results name it. */
  readonly path: string
  readonly file: string
  readonly delimiter: string
  readonly headers: readonly string[]
  readonly headerLine: number
  /** Where the first row below the header stands, its line, and where the file ends. */
  readonly start: number
  readonly line: number
  readonly end: number
}

/** A file whose beginning was looked at. */
export interface OpenedByteFile {
  readonly file: ByteFile
  readonly remarks: readonly Diagnostic[]
  /** The first rows below the header, where nothing is said of labels there. */
  readonly first: readonly CutRow[]
  /** Titles above the header, labels below it. */
  readonly beside: BesideRows
  /** The cells of the first record; none where it is broken. */
  readonly firstRecord: readonly string[]
  /** Rows above the first record. */
  readonly blankRows: number
  readonly skippedRows: number
  /** Throws where the file has changed. */
  checkUnchanged(): void
}

/**
 * Looks at the beginning of a file; `null` where that shows something other than plain CSV in UTF-8 with line feeds and at least one
 * record. The normal reader reads such files, and says what is wrong with them.
 */
export async function openByteFile(
  operand: string,
  reading: ReadingOptions,
  stdin: NodeJS.ReadableStream,
): Promise<OpenedByteFile | null> {
  const found = operand === '-' ? undefined : statOf(operand)
  if (found === undefined || !found.isFile() || found.size === 0) return null
  const opening = await openInput(operand, stdin)
  if ('fault' in opening) return null
  const { input } = opening
  const file = displayName(operand)
  const head = await headOf(input.chunks())
  const mark = markOf(head)
  if (isZip(head) || alienFault(file, head) !== null || startsWithMisread(head)) return null
  if ((mark ?? 'utf-8') !== 'utf-8' || (reading.encoding ?? 'utf-8') !== 'utf-8') return null
  const markLength = mark === null ? 0 : MARK_LENGTH
  const text = head.subarray(markLength).toString('utf8')
  const extension = extname(operand).slice(1).toLowerCase()
  if ((reading.format ?? textFormat(extension, text)) !== 'csv') return null
  const source = { file, extension, source: input }
  const detected = await detectDialect(source, reading, { head, encoding: 'utf-8', isDamaged: false }, text)
  if ('faults' in detected || detected.dialect.lineEnd !== '\n' || hasOtherRows(detected.shape)) return null
  const { delimiter } = detected.dialect
  const below = readHeader(operand, openTable(file, detected.shape), found, delimiter, markLength)
  if (below === null) return null
  const { headers, headerLine, start, line, cells, blankRows, skippedRows } = below
  return {
    file: { path: operand, file, delimiter, headers, headerLine, start, line, end: found.size },
    remarks: detected.remarks,
    first: detected.first,
    beside: detected.beside,
    firstRecord: cells,
    blankRows,
    skippedRows,
    checkUnchanged() {
      if (!isSame(found, statOf(operand))) throw brokenInput(changed(file))
    },
  }
}

/** Whether rows may have another number of cells than the header. */
const hasOtherRows = ({ endsInSeparator, mayBeShort }: TableShape): boolean =>
  endsInSeparator === true || mayBeShort === true

const MARK_LENGTH = 3

/** What is known of a file; nothing where it cannot be looked at, which the normal reader tells. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

async function headOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  let held = 0
  for await (const chunk of chunks) {
    parts.push(chunk.subarray(0, HEAD - held))
    held += chunk.length
    if (held >= HEAD) break
  }
  return Buffer.concat(parts)
}

const isSame = (then: Stats, now: Stats | undefined) =>
  now !== undefined && now.size === then.size && now.mtimeMs === then.mtimeMs && now.ino === then.ino

/** The file as results list it; its digest is taken only when somebody asks for it. */
export const inputOf = ({ path, file, end }: ByteFile): InputFile => ({
  file,
  bytes: end,
  encoding: 'utf-8',
  get sha256() {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  },
})

/** What is above the first record. */
interface AboveRecords {
  headers: readonly string[]
  headerLine: number
  blankRows: number
  skippedRows: number
}

/** Where the first record stands, its line, and its cells unless it is broken. */
interface FirstRecord {
  readonly start: number
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads down to the first record below the header, whole or broken; `null` where there is none, or a fault. */
function readHeader(
  path: string,
  table: Table,
  { size }: Stats,
  delimiter: string,
  from: number,
): (AboveRecords & FirstRecord) | null {
  const descriptor = openSync(path, 'r')
  try {
    const reader = openChunkReader(descriptor, size, delimiter, HEAD)
    if (reader === null) return null
    const { chunk } = reader
    const above: AboveRecords = { headers: [], headerLine: 0, blankRows: 0, skippedRows: 0 }
    for (let [place, line] = [from, 1]; place < size; place += chunk.length) {
      if (!reader.read(place)) return null
      const first = firstRecord(chunk, table, line, above)
      if (first === 'fault') return null
      if (first !== null) return { ...above, ...first, start: place + first.start }
      line += chunk.count + chunk.breaks
    }
    return null
  } finally {
    closeSync(descriptor)
  }
}

/** Where in a chunk the first record stands, and its line; notes the rows above it. `null`: the chunk has no record. */
function firstRecord(
  chunk: Chunk,
  table: Table,
  chunkLine: number,
  above: AboveRecords,
): FirstRecord | 'fault' | null {
  let [firstCell, start, breaks] = [0, 0, 0]
  for (let row = 0; row < chunk.count; row++) {
    const lastCell = chunk.rows[2 * row] ?? 0
    const line = chunkLine + row + breaks
    const read = table.add(textRow(chunk, firstCell, lastCell - firstCell, start, line))
    switch (read?.kind) {
      case 'header':
        above.headers = read.headers
        above.headerLine = read.line
        break
      case 'blank':
        above.blankRows += 1
        break
      case 'skipped':
        above.skippedRows += 1
        break
      case 'fault':
        return 'fault'
      case 'record':
        return { start, line, cells: read.content.kind === 'cells' ? read.content.cells : [] }
      case 'broken':
        return { start, line, cells: [] }
    }
    start = (chunk.ends[lastCell - 1] ?? 0) + 1
    breaks = chunk.rows[2 * row + 1] ?? 0
    firstCell = lastCell
  }
  return null
}
