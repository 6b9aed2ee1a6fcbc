import { unguarded } from '../../base/csv-guard.js'
import { clean } from '../files/row.js'

/** A cell as it is read everywhere: trimmed, NFKC, and without what keeps spreadsheets from changing or running it. */
export const unwrapText = (text: string): string => clean(unguarded(clean(text)))

const E_NOTATION = /^[+-]?\d(?:[.,](\d{1,20}))?e\+(\d{2,3})$/i

/** Whether a text is an id that a spreadsheet wrote as a rounded number: `4.40981E+17`. Its digits are lost. */
export function isDestroyed(cell: string): boolean {
  const [, places = '', power] = E_NOTATION.exec(cell) ?? []
  return power !== undefined && places.length < Number(power)
}
