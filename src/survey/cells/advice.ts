import { isDate } from '../../base/date.js'
import { decimal, digits, readDecimal } from '../../base/decimal.js'

const GENERAL_NUMBER = 'write digits with a point, such as `15000` or `12.5`'

/** What could be written instead of a cell that is not a number. */
export function adviseNumber(cell: string): string {
  const plain = cell.length > 60 ? null : plainNumber(cell)
  return plain === null || 'fault' in readDecimal(plain) ? GENERAL_NUMBER : `write \`${plain}\``
}

/** What could be written instead of a number with more digits than are exact: without the noise of binary fractions, `11999.999999999998`. */
export function adviseShorter(cell: string): string {
  const rounded = /^[+-]?\d{1,12}\.\d{6,30}$/.test(cell) ? Number(cell).toFixed(4) : ''
  const isNoise = rounded !== '' && Math.abs(Number(rounded) - Number(cell)) < 1e-7
  return isNoise ? `write \`${digits(decimal(rounded))}\`` : 'write a shorter number'
}

const FIGURE =
  /^([+-]?)\s*(?:(?:[¥$€]|CNY|RMB)\s*)?([+-]?)(\d(?:[,' ]?\d)*(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?([万\p{L}%²/.\s]*)$/iu

/** The number that a text with separators, currency, exponent or unit most likely means; `null` where there are two readings. */
function plainNumber(cell: string): string | null {
  const [, sign = '', inner = '', figure = '', exponent, unit = ''] = FIGURE.exec(cell) ?? []
  if (figure === '' || (sign !== '' && inner !== '')) return null
  const [whole = '', places = ''] = figure.split('.')
  const grouped = /^\d{1,3}(?:[,' ]\d{3})+$/.test(whole)
  if (!grouped && !/^\d*$/.test(whole)) return null
  const number = `${whole.replace(/\D/g, '') || '0'}${places === '' ? '' : `.${places}`}`
  const power = Number(exponent ?? 0) + (unit.trimStart().startsWith('万') ? 4 : 0)
  const value = digits(decimal(`${number}e${power}`))
  return `${(sign || inner) === '-' ? '-' : ''}${value}`
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/

/** What could be written instead of a cell that is not a date. */
export function adviseDate(cell: string): string {
  const [, year = '', month = '', day = ''] = DAY.exec(cell.slice(0, 40)) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? `write \`${date}\`` : 'write the date as YYYY-MM-DD, such as `2020-08-19`'
}
