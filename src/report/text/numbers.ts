import { type Decimal, decimal, digits, divideToStep } from '../../base/decimal.js'

/** Digits in groups of three: `12,345.5`. */
export function grouped(value: Decimal | number): string {
  const text = typeof value === 'number' ? String(value) : digits(value)
  const [whole = '', fraction] = text.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

const TENTH = decimal('0.1')

/** A part of a whole in percent with one decimal; `–` where the whole is 0. */
export function share(part: Decimal | number, whole: Decimal | number): string {
  const all = decimal(String(whole))
  if (all.lte(0)) return '–'
  return `${divideToStep(decimal(String(part)).times(100), all, TENTH).toFixed(1)}%`
}

/** A number with exactly `places` decimals, halves away from zero; never `-0.00`. */
export function fixed(value: Decimal, places: number): string {
  const text = value.toFixed(places)
  return text.startsWith('-') && !/[1-9]/.test(text) ? text.slice(1) : text
}
