import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import type { BesideRows, DataFile, Delimiter, InputFile, OpenedFile, ReadingOptions } from '../data-file.js'
import { encodingName } from '../encodings.js'
import type { Bytes } from '../input.js'
import { inputFault } from '../input.js'
import { alienFault, isZip, textFormat } from '../kind.js'
import type { SourceRow } from '../row.js'
import type { CutRow, TableShape } from '../table.js'
import { badByteFault } from './bad-bytes.js'
import { cutCsv, type Dialect, readCsv } from './csv.js'
import { decoded, decodedHead, startsWithMisread } from './decode.js'
import { type DetectedEncoding, detectEncoding, resave } from './detect-encoding.js'
import { dialectOf, separatorSaid } from './dialect.js'
import {
  besideTable,
  endInSeparator,
  firstBelow,
  headerGuesses,
  misreadMark,
  ROWS_LOOKED_AT,
  separatorsAtEnd,
} from './header-guesses.js'

/** A text that has not been read yet. */
export interface TextSource {
  readonly file: string
  /** The extension of its name, in small letters. */
  readonly extension: string
  readonly source: Bytes
  /** The entry of the list of inputs in results, once the encoding is known. */
  input(detected: DetectedEncoding): Promise<InputFile>
  /** The key under which a YAML or JSON mapping holds its records. */
  readonly plural: string
  /** The names of the id of records. */
  readonly ids?: readonly string[]
}

/** Looks at the whole text once and says how to read it. */
export async function openText(text: TextSource, reading: ReadingOptions): Promise<OpenedFile> {
  const { file, source } = text
  if (source.bytes === 0) return stopped('empty-file', file, say('empty-file'), say('empty-file.help'))
  const alien = await alienIn(text)
  if (alien !== null) return { faults: [alien] }
  const detected = await detectEncoding(file, source, reading.encoding)
  if ('fault' in detected) return { faults: [detected.fault] }
  const head = await decodedHead(detected.head, detected.encoding)
  const format = reading.format ?? textFormat(text.extension, head)
  switch (format) {
    case 'xlsx':
      return stopped('not-text', file, say('not-text.no-workbook'), say('not-text.help.from'))
    case 'csv':
      return openCsv(text, reading, detected, head)
    // The readers of JSON and YAML take as long to load as a small run takes as a whole.
    case 'ndjson': {
      const { readNdjson } = await import('./ndjson.js')
      return {
        file: await dataFile(text, detected, 'ndjson', (chunks) =>
          readNdjson(file, chunks, detected.isDamaged),
        ),
      }
    }
    case 'yaml':
    case 'json': {
      if (detected.isDamaged) return { faults: [await unreadable(text, detected)] }
      const { readWhole } = await import('./read-whole.js')
      const told: { envelope: Diagnostic | null } = { envelope: null }
      const lists = { plural: text.plural, ids: text.ids ?? [], partial: reading.partial === true, told }
      const opened = await dataFile(text, detected, format, (chunks) =>
        readWhole(file, format, chunks, lists),
      )
      return { file: withRemark(opened, told) }
    }
  }
}

/** The same file, which says after it was read what list it holds. */
const withRemark = (file: DataFile, told: { readonly envelope: Diagnostic | null }): DataFile =>
  Object.create(file, {
    remarks: { get: () => (told.envelope === null ? file.remarks : [...file.remarks, told.envelope]) },
  })

/** The fault of a text that must be read as a whole and holds a byte that is not text. */
async function unreadable(
  { file, source }: TextSource,
  { bad, encoding }: DetectedEncoding,
): Promise<Diagnostic> {
  const message = say('not-utf-8.some', { encoding: encodingName(encoding) })
  const fault =
    bad === null
      ? inputFault('not-utf-8', file, message, resave())
      : await badByteFault(file, source.chunks(), bad)
  return { ...fault, help: resave() }
}

const stopped = (...fault: Parameters<typeof inputFault>): OpenedFile => ({ faults: [inputFault(...fault)] })

async function alienIn({ file, source }: TextSource): Promise<Diagnostic | null> {
  const parts: Buffer[] = []
  for await (const chunk of source.chunks()) {
    parts.push(chunk)
    if (parts.reduce((sum, part) => sum + part.length, 0) >= 1024) break
  }
  const head = Buffer.concat(parts)
  if (!isZip(head)) return alienFault(file, head)
  const help = say('not-text.help.ending')
  return inputFault('not-text', file, say('not-text.renamed'), help)
}

async function openCsv(
  text: TextSource,
  reading: ReadingOptions,
  detected: DetectedEncoding,
  head: string,
): Promise<OpenedFile> {
  const { file } = text
  const found = await detectDialect(text, reading, detected, head)
  if ('faults' in found) return found
  const { dialect, shape, remarks, first, beside } = found
  const opened = await dataFile(text, detected, 'csv', (chunks) => readCsv(file, chunks, dialect, shape))
  const all = [...opened.remarks, ...remarks]
  return { file: { ...opened, delimiter: dialect.delimiter, remarks: all, first, beside } }
}

/** How a CSV text is cut into rows and cells, and what is doubtful about its first rows. */
export interface DetectedDialect {
  readonly dialect: Dialect & { readonly delimiter: Delimiter }
  readonly shape: TableShape
  readonly remarks: readonly Diagnostic[]
  /** The first rows below the header, where nothing is said of labels there. */
  readonly first: readonly CutRow[]
  readonly beside: BesideRows
}

/** Finds out from its first rows how a CSV text is cut into rows and cells. `head` is its beginning as UTF-8. */
export async function detectDialect(
  { file, extension, source }: Pick<TextSource, 'file' | 'extension' | 'source'>,
  reading: ReadingOptions,
  detected: Pick<DetectedEncoding, 'head' | 'encoding' | 'isDamaged'>,
  head: string,
): Promise<DetectedDialect | { readonly faults: readonly Diagnostic[] }> {
  const isWhole = detected.head.length === source.bytes
  const isTabbed = extension === 'tsv' || extension === 'tab'
  const said = separatorSaid(head)
  const wanted = reading.delimiter ?? said ?? (isTabbed && head.includes('\t') ? '\t' : null)
  const titleRows = said === null ? reading.titleRows : Math.max(1, reading.titleRows ?? 1)
  const dialect = dialectOf(head, isWhole, wanted, titleRows ?? 0)
  const first = await firstRows(
    file,
    decoded(source.chunks(), detected.encoding, detected.isDamaged),
    dialect,
  )
  const own = { ...reading, titleRows }
  const { faults, remarks } = headerGuesses(file, first, own, dialect.delimiter)
  if (faults.length > 0) return { faults }
  const endsInSeparator = endInSeparator(first, own)
  const marks = startsWithMisread(detected.head) ? [misreadMark(file)] : []
  const shape = {
    headerRows: reading.headerRows ?? 1,
    titleRows: titleRows ?? 0,
    labelRows: reading.labelRows ?? 0,
    isSparse: false,
    isDamaged: detected.isDamaged,
    endsInSeparator,
    mayBeShort: reading.shortRows === true,
  }
  const ends = endsInSeparator ? [separatorsAtEnd(file)] : []
  return {
    dialect,
    shape,
    remarks: [...marks, ...remarks, ...ends],
    first: firstBelow(first, own),
    beside: besideTable(first, own),
  }
}

/** The first rows. A misplaced quote ends them early; reading the file will report it. */
async function firstRows(file: string, chunks: AsyncIterable<Buffer>, dialect: Dialect): Promise<CutRow[]> {
  const rows: CutRow[] = []
  for await (const batch of cutCsv(file, chunks, dialect)) {
    for (const row of batch) if (!('kind' in row)) rows.push(row)
    if (rows.length >= ROWS_LOOKED_AT) break
  }
  return rows.slice(0, ROWS_LOOKED_AT)
}

async function dataFile(
  { file, source, input }: TextSource,
  detected: DetectedEncoding,
  format: DataFile['format'],
  read: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<SourceRow[]>,
): Promise<DataFile> {
  const { encoding, isDamaged, remarks } = detected
  return {
    file,
    format,
    encoding,
    delimiter: null,
    input: await input(detected),
    bytes: source.bytes,
    remarks,
    rows: (onBytes = () => {}) => read(decoded(counted(source.chunks(), onBytes), encoding, isDamaged)),
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    yield chunk
    onBytes(chunk.length)
  }
}
