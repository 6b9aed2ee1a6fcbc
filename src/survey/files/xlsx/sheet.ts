import { LONGEST_RECORD } from '../row.js'
import { type CutRow, isBlank } from '../table.js'
import { type CellContext, cellText } from './cell-text.js'
import { brokenXml, readXml, tooLong, type XmlEvents } from './xml.js'

/** Columns of the widest sheet, up to `XFD`, and rows of the longest. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/**
 * The rows of a sheet, on the lines on which a spreadsheet program shows them, blank ones between others among them.
 * @param onBytes is told how many bytes of the sheet more have been read.
 */
export async function* readSheet(
  file: string,
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<CutRow[]> {
  const found: CutRow[] = []
  const events = rowEvents(file, context, (row) => found.push(row))
  let line = 0
  for await (const bytes of readXml(file, chunks, events)) {
    let rows: CutRow[] = []
    for (const row of found.splice(0)) {
      if (row.line <= line) throw brokenXml(file, `row ${row.line} stands behind row ${line}`)
      if (isBlank(row.cells)) continue
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

/** Blank rows go out in batches of so many, so that a long gap takes no memory. */
const MOST_BLANK = 1000
const NO_CELLS: readonly string[] = []
const noText = () => ''

type Capture = 'value' | 'inline' | 'formula' | null

/** Follows the elements of a sheet and tells each row once it is closed. */
function rowEvents(file: string, context: CellContext, onRow: (row: CutRow) => void): XmlEvents {
  let isData = false
  let line = 0
  let cells: string[] = []
  let length = 0
  let column = -1
  let type = ''
  let style = 0
  let value: string | null = null
  let inline = ''
  let formula: string | null = null
  let phonetic = 0
  let capture: Capture = null

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const { r, t = '', s } = attributes
    column = r === undefined ? column + 1 : columnOf(r)
    if (column < 0 || column >= MOST_COLUMNS) throw brokenXml(file, `row ${line} has a cell at \`${r}\``)
    type = t
    style = s === undefined ? 0 : Number(s)
    value = null
    inline = ''
    formula = null
  }

  function lengthen(part: string): void {
    length += part.length
    if (length > LONGEST_RECORD) throw tooLong(file, `row ${line}`)
  }

  function closeCell(): void {
    const text = cellText({ type, style, value, inline, formula }, context)
    if (text === null) throw brokenXml(file, `row ${line} has a text that the workbook does not hold`)
    if (text === '') return
    if (type === 's') lengthen(text)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  return {
    open(name, attributes) {
      if (name === 'sheetData') isData = true
      else if (!isData) return
      else if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r)
        if (!Number.isInteger(line) || line < 1 || line > MOST_ROWS)
          throw brokenXml(file, `a row is numbered \`${attributes.r}\``)
        cells = []
        length = 0
        column = -1
      } else if (name === 'c') openCell(attributes)
      else if (name === 'v') {
        capture = 'value'
        value = ''
      } else if (name === 'f') {
        capture = 'formula'
        formula = ''
      } else if (name === 't') capture = phonetic === 0 ? 'inline' : null
      else if (name === 'rPh') phonetic += 1
    },
    text(part) {
      if (capture !== null) lengthen(part)
      if (capture === 'value') value += part
      else if (capture === 'inline') inline += part
      else if (capture === 'formula') formula += part
    },
    close(name) {
      capture = null
      if (name === 'c' && isData) closeCell()
      else if (name === 'row' && isData) onRow(rowAt(line, cells))
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'sheetData') isData = false
    },
  }
}

const rowAt = (line: number, cells: readonly string[]): CutRow => ({
  line,
  cells,
  raw: () => cells.map(quoted).join(','),
})

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** `A1` is 0, `AA7` is 26; -1 where no letters stand. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
