import { say } from '../../../base/say/say.js'
import { LONGEST_RECORD } from '../row.js'
import { type CutRow, isBlank } from '../table.js'
import type { SheetBlanks } from './blanks.js'
import { type CellContext, cellText, wordsOf } from './cell-text.js'
import { columnOf } from './reference.js'
import { countShared, type SharedAmount } from './shared-amount.js'
import { brokenXml, readXml, tooLong, type XmlEvents } from './xml.js'

/** The most columns (up to `XFD`) and rows of a sheet. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/**
 * The rows of a sheet with the line numbers that a spreadsheet program shows. Blank rows between others are among them.
 * @param onBytes gets the number of bytes of the sheet read since its last call.
 */
export async function* readSheet(
  file: string,
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CutRow[]> {
  const found: CutRow[] = []
  const blanks = context.blanks.startSheet(file)
  const events = rowEvents(file, context, blanks, (row) => found.push(row))
  let line = 0
  for await (const bytes of readXml(file, chunks, events)) {
    let rows: CutRow[] = []
    for (const row of found.splice(0)) {
      if (row.line <= line)
        throw brokenXml(file, say('bad-archive.row-order', { row: row.line, before: line }))
      if (isBlank(row.cells)) continue
      blanks.noteRows(row.line, row.line - line - 1)
      for (line += 1; line < row.line; line += 1) {
        rows.push({ line, cells: NO_CELLS, raw: noText })
        if (rows.length < MOST_BLANK) continue
        yield rows
        rows = []
      }
      rows.push(row)
    }
    if (rows.length > 0) yield rows
    onBytes(bytes)
  }
}

/** Blank rows go out in batches of this size, so that a long gap takes no memory. */
const MOST_BLANK = 1000
const NO_CELLS: readonly string[] = []
const noText = () => ''

/** A sheet that is being read: the row and the cell at which it stands. */
interface OpenSheet {
  readonly file: string
  readonly context: CellContext
  readonly blanks: SheetBlanks
  readonly shared: SharedAmount
  /** Whether it is in the part that holds the rows. */
  isData: boolean
  line: number
  isHidden: boolean
  cells: string[]
  dates: Set<number> | null
  words: Map<number, string> | null
  /** Characters of the row. */
  length: number
  column: number
  type: string
  style: number
  value: string | null
  inline: string
  formula: string | null
  /** How deep in phonetic readings, which are not part of a text. */
  phonetic: number
  /** What the text that comes next belongs to. */
  capture: 'value' | 'inline' | 'formula' | null
}

const newSheet = (file: string, context: CellContext, blanks: SheetBlanks): OpenSheet => ({
  file,
  context,
  blanks,
  shared: countShared(file),
  isData: false,
  line: 0,
  isHidden: false,
  cells: [],
  dates: null,
  words: null,
  length: 0,
  column: -1,
  type: '',
  style: 0,
  value: null,
  inline: '',
  formula: null,
  phonetic: 0,
  capture: null,
})

/** Follows the elements of a sheet and tells each row once it is closed. */
function rowEvents(
  file: string,
  context: CellContext,
  blanks: SheetBlanks,
  onRow: (row: CutRow) => void,
): XmlEvents {
  const sheet = newSheet(file, context, blanks)
  return {
    open(name, attributes) {
      if (name === 'sheetData') sheet.isData = true
      else if (sheet.isData) openElement(sheet, name, attributes)
    },
    text: (part) => addText(sheet, part),
    close(name) {
      sheet.capture = null
      if (name === 'c' && sheet.isData) closeCell(sheet)
      else if (name === 'row' && sheet.isData) onRow(rowAt(sheet))
      else if (name === 'rPh') sheet.phonetic -= 1
      else if (name === 'sheetData') sheet.isData = false
    },
  }
}

type Attributes = Readonly<Record<string, string>>

function openElement(sheet: OpenSheet, name: string, attributes: Attributes): void {
  if (name === 'row') openRow(sheet, attributes)
  else if (name === 'c') openCell(sheet, attributes)
  else if (name === 'v') {
    sheet.capture = 'value'
    sheet.value = ''
  } else if (name === 'f') {
    sheet.capture = 'formula'
    sheet.formula = ''
  } else if (name === 't') sheet.capture = sheet.phonetic === 0 ? 'inline' : null
  else if (name === 'rPh') sheet.phonetic += 1
}

function openRow(sheet: OpenSheet, { r, hidden }: Attributes): void {
  sheet.isHidden = hidden === '1' || hidden === 'true'
  sheet.line = r === undefined ? sheet.line + 1 : Number(r)
  if (!Number.isInteger(sheet.line) || sheet.line < 1 || sheet.line > MOST_ROWS)
    throw brokenXml(sheet.file, say('bad-archive.row-number', { number: String(r) }))
  sheet.cells = []
  sheet.dates = null
  sheet.words = null
  sheet.length = 0
  sheet.column = -1
}

function openCell(sheet: OpenSheet, { r, t = '', s }: Attributes): void {
  sheet.column = r === undefined ? sheet.column + 1 : columnOf(r)
  if (sheet.column < 0 || sheet.column >= MOST_COLUMNS)
    throw brokenXml(sheet.file, say('bad-archive.cell-place', { row: sheet.line, place: String(r) }))
  sheet.type = t
  sheet.style = s === undefined ? 0 : Number(s)
  sheet.value = null
  sheet.inline = ''
  sheet.formula = null
}

function addText(sheet: OpenSheet, part: string): void {
  if (sheet.capture !== null) lengthen(sheet, part)
  if (sheet.capture === 'value') sheet.value += part
  else if (sheet.capture === 'inline') sheet.inline += part
  else if (sheet.capture === 'formula') sheet.formula += part
}

function lengthen(sheet: OpenSheet, part: string): void {
  sheet.length += part.length
  if (sheet.length > LONGEST_RECORD) throw tooLong(sheet.file, say('long-record.row', { row: sheet.line }))
}

function closeCell(sheet: OpenSheet): void {
  const { file, line, column, cells, context } = sheet
  const text = cellText(sheet, context)
  if (text === null) throw brokenXml(file, say('bad-archive.no-text', { row: line }))
  if (text === '') return
  if (sheet.type === 's') {
    lengthen(sheet, text)
    sheet.shared.note(line, text.length)
  }
  sheet.blanks.noteCell(line, column - cells.length)
  while (cells.length < column) cells.push('')
  cells[column] = text
  if (isDate(sheet)) sheet.dates = (sheet.dates ?? new Set()).add(column)
  const words = wordsOf(sheet, context)
  if (words !== '') sheet.words = (sheet.words ?? new Map()).set(column, words)
}

const isDate = ({ type, style, value, context }: OpenSheet): boolean =>
  type === 'd' || ((type === '' || type === 'n') && value !== null && context.styles[style]?.date != null)

const rowAt = ({ line, cells, dates, words, isHidden }: OpenSheet): CutRow => ({
  line,
  cells,
  ...(dates === null ? {} : { dates }),
  ...(words === null ? {} : { words }),
  ...(isHidden ? { isHidden } : {}),
  raw: () => cells.map(quoted).join(','),
})

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
