import { digits, type NumberReading, readDecimal } from '../../base/decimal.js'

/** The marks of a column's numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ','
  readonly thousands: ',' | '.' | ' ' | "'" | null
}

/**
 * Reads a whole cell as a number: an optional sign, digits, perhaps in groups of three with the declared mark between them (separated by
 * commas also of two before the last three), places after the decimal mark, an exponent. Without a declaration the decimal mark is a point. With a declared decimal mark the digits before it
 * may be missing (`.5`, as Stata writes). At most 9 places and 15 digits.
 */
export function readNumber(cell: string, style: NumberStyle | null): NumberReading {
  const [, sign = '', whole, places = '', power = '0'] = patternOf(style).exec(withPlainMarks(cell)) ?? []
  if (whole === undefined || whole + places === '') return { fault: 'no-number' }
  const mark = style?.thousands ?? null
  return readDecimal(
    sign + movePoint(mark === null ? whole : whole.split(mark).join(''), places, Number(power)),
  )
}

/** The typographic minus sign and apostrophe, which NFKC does not change. */
const withPlainMarks = (cell: string): string =>
  /[\u2212\u2019]/.test(cell) ? cell.replace(/^\u2212/, '-').replaceAll('\u2019', "'") : cell

const EXPONENT = '(?:e([+-]?\\d{1,6}))?'
const PLAIN = new RegExp(`^([+-]?)(\\d+)(?:\\.(\\d+))?${EXPONENT}$`, 'i')

/** Groups as India writes them: `1,50,000`. */
const LAKHS = '[1-9]\\d?(?:,\\d{2})+,\\d{3}'

const patterns = new Map<string, RegExp>()

function patternOf(style: NumberStyle | null): RegExp {
  if (style === null) return PLAIN
  const key = `${style.decimal}${style.thousands ?? ''}`
  const known = patterns.get(key)
  if (known !== undefined) return known
  const threes = style.thousands === null ? '' : `[1-9]\\d{0,2}(?:[${style.thousands}]\\d{3})+|`
  const groups = style.thousands === ',' ? `${threes}${LAKHS}|` : threes
  const pattern = new RegExp(`^([+-]?)(${groups}\\d*)(?:[${style.decimal}](\\d+))?${EXPONENT}$`, 'i')
  patterns.set(key, pattern)
  return pattern
}

/** No number of 15 digits and 9 places has a larger exponent. */
const FARTHEST = 40

/** The exact plain digits of a number with an exponent. */
function movePoint(whole: string, places: string, power: number): string {
  if (power === 0) return places === '' ? whole : `${whole || '0'}.${places}`
  const figures = whole + places
  if (/^0+$/.test(figures)) return '0'
  const point = whole.length + Math.sign(power) * Math.min(Math.abs(power), FARTHEST + figures.length)
  const padded = '0'.repeat(Math.max(0, 1 - point)) + figures.padEnd(point, '0')
  const at = Math.max(1, point)
  return at === padded.length ? padded : `${padded.slice(0, at)}.${padded.slice(at)}`
}

/** What one text can be under several styles. */
export interface StyleReading {
  /** Plain digits: `1234.5`. */
  readonly value: string
  readonly style: NumberStyle
}

const STYLES: readonly NumberStyle[] = [
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: ' ' },
  { decimal: ',', thousands: "'" },
]

/** The numbers that a text can be, each with the first style that gives it; empty if no declaration helps. */
export function possibleNumbers(cell: string): StyleReading[] {
  if (!/^[+-]?\d/.test(withPlainMarks(cell))) return []
  const found = new Map<string, StyleReading>()
  for (const style of STYLES) {
    const reading = readNumber(cell, style)
    if ('fault' in reading) continue
    const value = digits(reading.value)
    if (!found.has(value)) found.set(value, { value, style })
  }
  return [...found.values()]
}

/** As a mapping declares it: `numbers: { decimal: ".", thousands: "," }`. */
export const styleText = ({ decimal, thousands }: NumberStyle): string =>
  `numbers: { decimal: "${decimal}"${thousands === null ? '' : `, thousands: "${thousands}"`} }`
