import { clean } from '../files/row.js'

/**
 * A cell as it is read everywhere: trimmed, NFKC, and without what spreadsheets put around text to keep it from becoming a number:
 * `="123"`, `'123`, a TAB at the end.
 */
export function unwrapText(text: string): string {
  const cell = clean(text)
  if (cell.startsWith('="') && cell.endsWith('"') && cell.length > 2) {
    return clean(cell.slice(2, -1).replaceAll('""', '"'))
  }
  return cell.startsWith("'") && (cell.length === 1 || !cell.endsWith("'")) ? clean(cell.slice(1)) : cell
}

const E_NOTATION = /^[+-]?\d(?:[.,](\d{1,20}))?e\+(\d{2,3})$/i

/** Whether a text is an id that a spreadsheet wrote as a rounded number: `4.40981E+17`. Its digits are lost. */
export function isDestroyed(cell: string): boolean {
  const [, places = '', power] = E_NOTATION.exec(cell) ?? []
  return power !== undefined && places.length < Number(power)
}
