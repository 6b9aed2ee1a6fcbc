import { advise } from '../../../base/advice.js'
import type { Diagnostic } from '../../../base/diagnostic.js'
import type { BesideRows, Delimiter, ReadingOptions } from '../data-file.js'
import { formDefinition, formPart } from '../form-definition.js'
import { hasMisreadMark, isHxlRow } from '../header.js'
import { type CutRow, isBlank } from '../table.js'
import { delimiterFlag, delimiterIn, delimiterName } from './dialect.js'

/** The number of rows from which guesses are made. */
export const ROWS_LOOKED_AT = 20

/** What the first rows of a table suggest about reading it: faults stop the run, remarks go beside the results. */
export interface HeaderGuesses {
  readonly faults: readonly Diagnostic[]
  readonly remarks: readonly Diagnostic[]
}

/** Looks in the first rows of a table, blank rows included, for a title, another delimiter, or a header of two rows. */
export function headerGuesses(
  file: string,
  rows: readonly CutRow[],
  { titleRows, headerRows }: ReadingOptions,
  delimiter: Delimiter | null,
): HeaderGuesses {
  const [header, next] = rows.slice(titleRows ?? 0).filter(({ cells }) => !isBlank(cells))
  if (header === undefined) return { faults: [], remarks: [] }
  const title = titleRows === null ? titleFault(file, rows) : null
  if (title !== null) return { faults: [title], remarks: [] }
  const other = delimiter === null ? null : otherDelimiter(file, header, delimiter)
  if (other !== null) return { faults: [other], remarks: [] }
  const form = formPart(
    header.cells,
    rows.filter(({ line }) => line > header.line),
  )
  if (form !== null) return { faults: [formDefinition(file, form)], remarks: [] }
  if (headerRows === null && isRecord(header.cells)) return { faults: [noHeader(file, header)], remarks: [] }
  const remarks: Diagnostic[] = []
  if (hasMisreadMark(header.cells[0] ?? '')) remarks.push(misreadMark(file))
  if (headerRows === null && next !== undefined && isSplit(header.cells, next.cells))
    remarks.push(splitHeader(file, header, next))
  return { faults: [], remarks }
}

/** Whether each row below the header has a cell more than it, which is blank: their exporter ends rows in a separator. */
export function endInSeparator(rows: readonly CutRow[], reading: ReadingOptions): boolean {
  const [header, ...below] = rows.slice(reading.titleRows ?? 0).filter(({ cells }) => !isBlank(cells))
  const width = header?.cells.length ?? 0
  return (
    width > 1 &&
    (reading.headerRows ?? 1) === 1 &&
    below.length > 0 &&
    below.every(({ cells }) => cells.length === width + 1 && cells.at(-1)?.trim() === '')
  )
}

export const separatorsAtEnd = (file: string): Diagnostic => ({
  code: 'trailing-separator',
  severity: 'note',
  message:
    'rows end in a sign between columns that the header does not have; the blank cell behind it is left out',
  at: { file, line: null, field: null },
})

/** The first rows below the header; none where it is said how many of them are labels. */
export function firstBelow(
  rows: readonly CutRow[],
  { titleRows, headerRows, labelRows }: ReadingOptions,
): readonly CutRow[] {
  if (labelRows !== null) return []
  const filled = rows.slice(titleRows ?? 0).filter(({ cells }) => !isBlank(cells))
  return filled.slice(headerRows ?? 1).filter(({ cells }) => !isHxlRow(cells))
}

/** The rows above a header and below it that are said to be no data, among the first ones. */
export function besideTable(
  rows: readonly CutRow[],
  { titleRows, headerRows, labelRows }: ReadingOptions,
): BesideRows {
  const isFilled = ({ cells }: CutRow) => !isBlank(cells)
  const below = rows
    .slice(titleRows ?? 0)
    .filter(isFilled)
    .slice(headerRows ?? 1)
  return {
    titles: rows.slice(0, titleRows ?? 0).filter(isFilled),
    labels: below.filter(({ cells }) => !isHxlRow(cells)).slice(0, labelRows ?? 0),
  }
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '')

/** A title is one filled cell above rows with several. */
function titleFault(file: string, rows: readonly CutRow[]): Diagnostic | null {
  const width = Math.max(...rows.map(({ cells }) => filled(cells).length))
  const tableAt = rows.findIndex(({ cells }) => filled(cells).length > 1 && !isRemark(cells, width))
  const above = rows.slice(0, Math.max(tableAt, 0)).filter(({ cells }) => !isBlank(cells))
  const [title] = above
  const [header, next] = rows.slice(tableAt).filter(({ cells }) => !isBlank(cells))
  if (title === undefined || header === undefined) return null
  const cells = filled(header.cells).length
  const isWide = next !== undefined && isSplit(header.cells, next.cells)
  const flag = `--title-rows ${tableAt}${isWide ? ' --header-rows 2' : ''}`
  return {
    code: 'title-row',
    severity: 'error',
    message: above.every((row) => filled(row.cells).length === 1)
      ? `one cell stands alone above rows of ${cells} filled cells: a title, it seems`
      : `a title and remarks stand above rows of ${cells} filled cells, it seems`,
    why: 'the first row that is not blank is taken for the header',
    ...advise({ flag }, (quoted) => `say ${quoted} if the header stands below; else \`--title-rows 0\``),
    at: { file, line: title.line, field: null },
  }
}

/** A row of remarks above a table has few cells, each with what it is about before a colon: `单位：元`. */
const isRemark = (cells: readonly string[], width: number): boolean =>
  filled(cells).length * 2 <= width && filled(cells).every((cell) => /[:：]/.test(cell))

/** The number of title rows that such a fault advises. */
export const titleRowsAdvised = ({ fix }: Diagnostic): number | null => {
  const rows = fix !== undefined && 'flag' in fix ? /--title-rows (\d+)/.exec(fix.flag)?.[1] : undefined
  return rows === undefined ? null : Number(rows)
}

function otherDelimiter(file: string, header: CutRow, used: Delimiter): Diagnostic | null {
  const [only = ''] = header.cells
  const other = header.cells.length === 1 ? delimiterIn(only, used) : null
  if (other === null) return null
  return {
    code: 'wrong-delimiter',
    severity: 'error',
    message: `the columns seem to be parted by ${delimiterName(other)}`,
    why: `read with ${delimiterName(used)}, the header is one column`,
    ...advise(
      { flag: delimiterFlag(other) },
      (quoted) => `say ${quoted}, or export the file with commas between the columns`,
    ),
    at: { file, line: header.line, field: null },
  }
}

/** No column is named by the number of a person, a card or a telephone, and few by any number but a year. */
function isRecord(cells: readonly string[]): boolean {
  const names = filled(cells)
  const numbers = names.filter((cell) => NUMBER.test(cell) && !YEAR.test(cell))
  return names.some((cell) => LONG.test(cell)) || numbers.length * 3 >= names.length
}

const LONG = /^\s*\+?(?:\d[ ()-]{0,2}){9,18}[\dXx]\s*$/
const NUMBER = /^\s*[+-]?\d[\d.,]*\s*$/
const YEAR = /^\s*(?:19|20)\d\d\s*$/

const noHeader = (file: string, { line, cells }: CutRow): Diagnostic => ({
  code: 'no-header',
  severity: 'error',
  message: `the first row, of ${filled(cells).length} filled cells, seems to be data and not the names of columns`,
  why: 'some of its cells are numbers',
  help: 'put a row with the names of the columns above it, or say `--header-rows 1` if these are names',
  at: { file, line, field: null },
})

/** A header of merged cells has blank cells with words below them, and no digit in the row below. */
function isSplit(header: readonly string[], next: readonly string[]): boolean {
  if (isHxlRow(next) || filled(next).some((cell) => /\p{N}/u.test(cell))) return false
  const isHole = (cell: string, at: number) => cell.trim() === '' && (next[at] ?? '').trim() !== ''
  const holes = next.filter((_, at) => isHole(header[at] ?? '', at)).length
  const merged = header.filter((cell, at) => cell.trim() !== '' && (next[at] ?? '').trim() === '').length
  return holes > 1 || (holes === 1 && merged > 0)
}

const splitHeader = (file: string, header: CutRow, next: CutRow): Diagnostic => ({
  code: 'split-header',
  severity: 'warning',
  message: `the header seems to take two rows, lines ${header.line} and ${next.line}`,
  why: 'columns without a name have words below them',
  ...advise(
    { flag: '--header-rows 2' },
    (quoted) => `say ${quoted} if it does, \`--header-rows 1\` if it does not`,
  ),
  at: { file, line: header.line, field: null },
})

export const misreadMark = (file: string): Diagnostic => ({
  code: 'misread-mark',
  severity: 'note',
  message: 'a byte order mark stands in the first header as text; it is left out',
  at: { file, line: null, field: null },
})
