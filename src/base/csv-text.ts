/** One row of CSV (RFC 4180) without its line break. A cell is quoted if CSV needs it, or if a line would begin like a command of a CI runner. */
export const csvRow = (cells: readonly string[]): string => cells.map(quoted).join(',')

const quoted = (cell: string) =>
  /[",\n\r]|^\s|\s$|^::/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** How rows of CSV are put into a file: for programs, or for Excel. */
export interface CsvStyle {
  /** What stands before the first row. */
  readonly start: string
  readonly lineBreak: string
  /** Writes a cell that must stay a text, such as an id that Excel would round or strip of its zeros. */
  text(cell: string): string
}

export const PLAIN_CSV: CsvStyle = { start: '', lineBreak: '\n', text: (cell) => cell }

/**
 * Begins with a byte order mark, because a Chinese Excel reads UTF-8 as GBK without it. Lines end in CRLF, and texts are written
 * `="0012"`; Excel reads at most 255 characters in such a text.
 */
export const EXCEL_CSV: CsvStyle = {
  start: '\uFEFF',
  lineBreak: '\r\n',
  text: (cell) => (cell === '' || cell.length > 255 ? cell : `="${cell.replaceAll('"', '""')}"`),
}

export const csvStyle = (excel: boolean): CsvStyle => (excel ? EXCEL_CSV : PLAIN_CSV)
