import { isDate } from '../../base/date.js'
import { decimal, digits, readDecimal } from '../../base/decimal.js'
import { say } from '../../base/say/say.js'
import { type Unit, unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import { saysUnit } from './unit-words.js'

const GENERAL_NUMBER = (): string => say('invalid-number.help')

/** What could be written instead of a cell that is not a number. A number in words of another unit is none of the fact's. */
export function adviseNumber(cell: string, unit: Unit | null): string {
  const range = cell.length > 60 ? null : rangeIn(cell)
  if (range !== null) return say('invalid-number.help.range', { range })
  const figure = cell.length > 60 ? null : figureIn(cell)
  if (figure === null || 'fault' in readDecimal(figure.number)) return GENERAL_NUMBER()
  const isOwn = figure.words.every((words) => unit !== null && saysUnit(words, unit))
  if (isOwn) return say('invalid-number.help.figure', { number: figure.number })
  return unit === null || unit.size === 0
    ? GENERAL_NUMBER()
    : say('invalid-number.help.unit', { unit: unitName(unitText(unit)) })
}

const TWO_NUMBERS = /^(\d+(?:\.\d+)?)\s*(?:[-–—~～…]|\.\.\.|至|到|to)\s*(\d+(?:\.\d+)?)$/i

/** The range that two numbers with a dash or a word between them most likely mean; `null` where they are not in order. */
function rangeIn(cell: string): string | null {
  const [, least, most] = TWO_NUMBERS.exec(cell) ?? []
  if (least === undefined || most === undefined || least.length > 15 || most.length > 15) return null
  return decimal(least).lt(decimal(most)) ? `${least}..${most}` : null
}

/** What could be written instead of a number with more digits than are exact: without the noise of binary fractions, `11999.999999999998`. */
export function adviseShorter(cell: string): string {
  const rounded = /^[+-]?\d{1,12}\.\d{6,30}$/.test(cell) ? Number(cell).toFixed(4) : ''
  const isNoise = rounded !== '' && Math.abs(Number(rounded) - Number(cell)) < 1e-7
  return isNoise
    ? say('invalid-number.help.figure', { number: digits(decimal(rounded)) })
    : say('invalid-number.help.shorter')
}

const FIGURE =
  /^([+-]?)\s*(?:([¥$€]|CNY|RMB)\s*)?([+-]?)(\d(?:[,' ]?\d)*(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,2}))?([万\p{L}%²/.\s]*)$/iu

/** The number that a text with separators, exponent or 万 most likely means, and the words of a unit around it; `null` where there are two readings. */
function figureIn(cell: string): { readonly number: string; readonly words: readonly string[] } | null {
  const [, sign = '', currency = '', inner = '', figure = '', exponent, behind = ''] = FIGURE.exec(cell) ?? []
  if (figure === '' || (sign !== '' && inner !== '')) return null
  const [whole = '', places = ''] = figure.split('.')
  const grouped = /^\d{1,3}(?:[,' ]\d{3})+$/.test(whole)
  if (!grouped && !/^\d*$/.test(whole)) return null
  const number = `${whole.replace(/\D/g, '') || '0'}${places === '' ? '' : `.${places}`}`
  const isTenThousands = behind.trimStart().startsWith('万')
  const value = digits(decimal(`${number}e${Number(exponent ?? 0) + (isTenThousands ? 4 : 0)}`))
  const words = [currency, behind.trim().replace(/^万/, '')].filter((each) => each !== '')
  return { number: `${(sign || inner) === '-' ? '-' : ''}${value}`, words }
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/

/** What could be written instead of a cell that is not a date. */
export function adviseDate(cell: string): string {
  const [, year = '', month = '', day = ''] = DAY.exec(cell.slice(0, 40)) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? say('invalid-date.help.date', { date }) : say('invalid-date.help')
}
