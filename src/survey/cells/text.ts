import { unguarded } from '../../base/csv-guard.js'
import { clean } from '../files/row.js'

/** A cell as it is read everywhere: trimmed, NFKC, and without what keeps spreadsheets from changing or running it. */
export const unwrapText = (text: string): string => clean(unguarded(clean(text)))

const E_NOTATION = /^[+-]?\d(?:[.,](\d{1,20}))?e\+(\d{2,3})$/i

/** The text after an id that a spreadsheet has turned into a day. */
export const DATE_ID = ' (a date)'

/** Whether a text is an id that a spreadsheet wrote as a rounded number, `4.40981E+17`, or as a day. What it was is lost. */
export function isDestroyed(cell: string): boolean {
  if (cell.endsWith(DATE_ID)) return true
  const [, places = '', power] = E_NOTATION.exec(cell) ?? []
  return power !== undefined && places.length < Number(power)
}
