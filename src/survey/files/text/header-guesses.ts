import { advise } from '../../../base/advice.js'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
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
  message: say('trailing-separator'),
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
      ? say('title-row', { cells })
      : say('title-row.remarks', { cells }),
    why: say('title-row.why'),
    ...advise({ flag }, (quoted) => say('title-row.help', { flag: quoted })),
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
    message: say('wrong-delimiter', { delimiter: delimiterName(other) }),
    why: say('wrong-delimiter.why', { delimiter: delimiterName(used) }),
    ...advise({ flag: delimiterFlag(other) }, (quoted) => say('wrong-delimiter.help', { flag: quoted })),
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
  message: say('no-header', { count: filled(cells).length }),
  why: say('no-header.why'),
  help: say('no-header.help'),
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
  message: say('split-header', { first: header.line, second: next.line }),
  why: say('split-header.why'),
  ...advise({ flag: '--header-rows 2' }, (quoted) => say('split-header.help', { flag: quoted })),
  at: { file, line: header.line, field: null },
})

export const misreadMark = (file: string): Diagnostic => ({
  code: 'misread-mark',
  severity: 'note',
  message: say('misread-mark'),
  at: { file, line: null, field: null },
})
