import { say } from '../../base/say/say.js'
import { isHxlRow, joinHeader } from './header.js'
import type { BrokenRow, Content, SourceRow } from './row.js'

/** A row of a table cut into cells, before it is known which row is the header. */
export interface CutRow {
  /** The line or the row of a sheet where it starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Whether a spreadsheet program does not show it. */
  readonly isHidden?: true
  /** Whether the text ends in it, without a line break. */
  readonly isUnended?: true
  /** Positions of its cells that hold a number shown as a day or time. */
  readonly dates?: ReadonlySet<number>
  /** By position, what the format of a number adds to it, such as kg. */
  readonly words?: ReadonlyMap<number, string>
  /** Columns in which it is a row of a cell that is merged over several, with the number of that cell. */
  readonly merged?: ReadonlyMap<number, number>
  raw(): string
}

export type FaultRow = Extract<SourceRow, { readonly kind: 'fault' }>

/** Which rows of a table are not data, and whether a row must have as many cells as the header. */
export interface TableShape {
  readonly headerRows: number
  /** Rows above the header, blank ones counted. */
  readonly titleRows: number
  /** Rows below the header, blank ones and those of HXL not counted. */
  readonly labelRows: number
  /** Whether the last cells of a row may be missing, as in a sheet, which does not store blank cells. */
  readonly isSparse: boolean
  /** Whether some bytes could not be read, so that U+FFFD stands for what is lost. */
  readonly isDamaged: boolean
  /** Whether a blank cell behind the last column is none. */
  readonly endsInSeparator?: boolean
  /** Whether cells that a row lacks at its end are blank. */
  readonly mayBeShort?: boolean
}

export const PLAIN_TABLE: TableShape = {
  headerRows: 1,
  titleRows: 0,
  labelRows: 0,
  isSparse: false,
  isDamaged: false,
}

/** No survey has more columns; a sheet holds up to 16,384. */
const MOST_COLUMNS = 20_000

/** No question of a survey is longer, and no questionnaire with all its questions. */
export const LONGEST_HEADER = 10_000
export const longKey = (): string => say('malformed-record.key', { most: LONGEST_HEADER })
const LONGEST_HEADERS = 1 << 22

/** Is given the rows of a table one by one and says what each is; `null` for all but the last row of a header. */
export interface Table {
  add(row: CutRow): SourceRow | null
  /** Whether the header has been read. */
  hasHeader(): boolean
}

export function openTable(file: string, shape: TableShape): Table {
  const table: OpenTable = {
    file,
    shape,
    header: [],
    width: null,
    seen: 0,
    labels: shape.labelRows,
    isBelowHeader: true,
  }
  return { add: (row) => takeRow(table, row), hasHeader: () => table.width !== null }
}

/** A table whose rows are being read. */
interface OpenTable {
  readonly file: string
  readonly shape: TableShape
  /** Rows of the header. */
  readonly header: CutRow[]
  /** Columns, once the header is known. */
  width: number | null
  seen: number
  /** Rows of labels that are still to come. */
  labels: number
  /** Whether no record has come yet. */
  isBelowHeader: boolean
}

function takeRow(table: OpenTable, row: CutRow): SourceRow | null {
  const { shape, width } = table
  table.seen += 1
  if (isBlank(row.cells)) return { kind: 'blank', line: row.line }
  if (table.seen <= shape.titleRows) return { kind: 'skipped', line: row.line, why: 'title' }
  if (width === null) return takeHeader(table, row)
  if (table.isBelowHeader && isHxlRow(row.cells)) return { kind: 'skipped', line: row.line, why: 'hxl' }
  if (table.labels > 0) {
    table.labels -= 1
    return { kind: 'skipped', line: row.line, why: 'labels' }
  }
  table.isBelowHeader = false
  return takeRecord(shape, row, width)
}

function takeHeader(table: OpenTable, row: CutRow): SourceRow | null {
  const { file, shape, header } = table
  const lost = shape.isDamaged ? placeOfLoss(row) : null
  if (lost !== null) return lostHeader(file, lost)
  header.push(row)
  const long = longHeader(file, header)
  if (long !== null) return long
  if (header.length < shape.headerRows) return null
  const headers = joinHeader(
    header.map(({ cells }) => cells),
    shape.isSparse,
  )
  table.width = headers.length
  const line = header[0]?.line ?? row.line
  if (headers.length > MOST_COLUMNS) return tooWide(file, line, headers.length)
  return { kind: 'header', line, headers }
}

function takeRecord(shape: TableShape, row: CutRow, width: number): SourceRow {
  const lost = shape.isDamaged ? placeOfLoss(row) : null
  if (lost !== null) {
    const message = say('bad-bytes.row', { line: lost.line, column: lost.column })
    return brokenRow(row, 'bad-bytes', message)
  }
  if (!shape.isSparse) {
    const isWhole = shape.endsInSeparator === true && isEndedIn(row.cells, width)
    const isShort = shape.mayBeShort === true && row.cells.length < width && row.isUnended !== true
    return recordIn(row, isWhole ? row.cells.slice(0, width) : row.cells, isShort ? row.cells.length : width)
  }
  const cells = fitted(row.cells, width)
  return recordIn(row, cells, Math.min(cells.length, width))
}

/** Whether a row has a blank cell behind its last column. */
const isEndedIn = (cells: readonly string[], width: number): boolean =>
  cells.length === width + 1 && cells[width]?.trim() === ''

/** What a row below the header of an undamaged text is. */
export const rowBelowHeader = (row: CutRow, width: number): SourceRow =>
  isBlank(row.cells) ? { kind: 'blank', line: row.line } : recordIn(row, row.cells, width)

function recordIn(row: CutRow, cells: readonly string[], width: number): SourceRow {
  if (cells.length === width)
    return { kind: 'record', line: row.line, content: contentOf(row, cells), raw: row.raw }
  const broken = brokenRow(row, 'ragged-row', say('ragged-row', { count: cells.length, width }))
  return cells.length < width && row.isUnended !== true ? { ...broken, isShort: true } : broken
}

/** Whether nothing is in a row; the mark by which old programs end a text is nothing. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '') || (cells.length === 1 && cells[0]?.trim() === END_OF_TEXT)

const END_OF_TEXT = '\u001a'

const contentOf = ({ dates, words, merged }: CutRow, cells: readonly string[]): Content =>
  dates === undefined && words === undefined && merged === undefined
    ? { kind: 'cells', cells }
    : { kind: 'cells', cells, ...(dates && { dates }), ...(words && { words }), ...(merged && { merged }) }

const brokenRow = ({ line, raw }: CutRow, code: BrokenRow['code'], message: string): BrokenRow => ({
  kind: 'broken',
  line,
  code,
  message,
  raw,
})

/** The cells of a row of a sheet, without blank ones beyond the header. Those that it lacks at its end are not made up. */
function fitted(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells
  return isBlank(cells.slice(width)) ? cells.slice(0, width) : cells
}

interface Place {
  readonly line: number
  readonly column: number
}

/** The place of the first character of a row that could not be read; `null` if all could. */
function placeOfLoss({ line, cells, raw }: CutRow): Place | null {
  if (!cells.some((cell) => cell.includes(LOST))) return null
  const before = raw().split(LOST, 1)[0] ?? ''
  const lines = before.split(/\r\n|\n|\r/)
  return { line: line + lines.length - 1, column: [...(lines.at(-1) ?? '')].length + 1 }
}

const LOST = '\uFFFD'

function tooWide(file: string, line: number, width: number): FaultRow {
  const message = say('too-many-columns', { width, most: MOST_COLUMNS })
  const help = say('too-many-columns.help')
  return {
    kind: 'fault',
    fault: { code: 'too-many-columns', severity: 'error', message, help, at: { file, line, field: null } },
  }
}

/** The fault of a header that is longer than names are. */
function longHeader(file: string, rows: readonly CutRow[]): FaultRow | null {
  const [first] = rows
  const cells = rows.at(-1)?.cells ?? []
  const column = cells.findIndex((cell) => cell.length > LONGEST_HEADER)
  const sum = rows.reduce((all, row) => row.cells.reduce((some, cell) => some + cell.length, all), 0)
  if (column < 0 && sum <= LONGEST_HEADERS) return null
  const message =
    column >= 0
      ? say('long-header.column', {
          column: column + 1,
          count: cells[column]?.length ?? 0,
          most: LONGEST_HEADER,
        })
      : say('long-header', { most: LONGEST_HEADERS })
  const help = say('long-header.help')
  const at = { file, line: (column >= 0 ? rows.at(-1) : first)?.line ?? null, field: null }
  return { kind: 'fault', fault: { code: 'long-header', severity: 'error', message, help, at } }
}

function lostHeader(file: string, { line, column }: Place): FaultRow {
  const message = say('not-utf-8.header', { line, column })
  const help = say('not-utf-8.help.header')
  return {
    kind: 'fault',
    fault: { code: 'not-utf-8', severity: 'error', message, help, at: { file, line, field: null } },
  }
}
