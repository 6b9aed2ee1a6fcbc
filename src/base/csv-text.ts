/** One row of CSV (RFC 4180) without its break; quoted where CSV asks for it, and where a line would begin like a command of a CI runner. */
export const csvRow = (cells: readonly string[]): string => cells.map(quoted).join(',')

const quoted = (cell: string) =>
  /[",\n\r]|^\s|\s$|^::/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** How rows of CSV are put into a file: for programs, or so that Excel opens them well by a double click. */
export interface CsvStyle {
  /** What stands before the first row. */
  readonly start: string
  readonly lineBreak: string
  /** A cell that is text whatever it looks like: an id that Excel would round, or rob of its zeros. */
  text(cell: string): string
}

export const PLAIN_CSV: CsvStyle = { start: '', lineBreak: '\n', text: (cell) => cell }

/**
 * With a byte order mark, without which a Chinese Excel takes UTF-8 for GBK, with CRLF, and texts as `="0012"`. Excel reads at most 255
 * characters in such a text.
 */
export const EXCEL_CSV: CsvStyle = {
  start: '\uFEFF',
  lineBreak: '\r\n',
  text: (cell) => (cell === '' || cell.length > 255 ? cell : `="${cell.replaceAll('"', '""')}"`),
}

export const csvStyle = (excel: boolean): CsvStyle => (excel ? EXCEL_CSV : PLAIN_CSV)
