import Big from 'big.js'

const Exact = Big()
Exact.DP = 0
Exact.RM = Exact.roundHalfUp

/** An exact decimal number. Sums, differences and products are exact; nothing here passes through a binary fraction. */
export type Decimal = Big

export const ZERO: Decimal = new Exact(0)
export const ONE: Decimal = new Exact(1)

const NUMBER = /^[+-]?(\d+)(?:\.(\d+))?$/

/** Most places after the point, and most digits, that a cell or a pack may bring; zeros that change nothing do not count. */
const MAX_PLACES = 9
const MAX_DIGITS = 15

/** What became of a text that should be a number. */
export type NumberReading = { readonly value: Decimal } | { readonly fault: 'no-number' | 'too-long' }

/** Reads `[+-]?digits[.digits]`, at most 9 places and 15 digits; anything else is a fault, never a guess. */
export function readDecimal(text: string): NumberReading {
  const [, whole, decimals = ''] = NUMBER.exec(text) ?? []
  if (whole === undefined) return { fault: 'no-number' }
  const places = decimals.slice(0, lengthWithoutZeros(decimals))
  const written = (whole + places).replace(/^0+/, '')
  if (places.length > MAX_PLACES || written.length > MAX_DIGITS) return { fault: 'too-long' }
  return { value: new Exact(text.startsWith('+') ? text.slice(1) : text) }
}

/** A loop, because the pattern `0+$` takes quadratic time on a hostile cell. */
function lengthWithoutZeros(text: string): number {
  let length = text.length
  while (text[length - 1] === '0') length -= 1
  return length
}

/** A decimal from program text, such as `decimal('0.01')`; throws on anything that is no plain number. */
export function decimal(text: string | number): Decimal {
  return new Exact(text)
}

export const isDecimal = (value: unknown): value is Decimal => value instanceof Big

/** Plain digits without exponent: `12000.5`, `-3`, `0`. */
export function digits(value: Decimal): string {
  return value.eq(0) ? '0' : value.toFixed()
}

/** The nearest multiple of `step`, halves away from zero. */
export function roundToStep(value: Decimal, step: Decimal): Decimal {
  const isPowerOfTen = step.c.length === 1 && step.c[0] === 1
  return isPowerOfTen ? value.round(-step.e, Exact.roundHalfUp) : divideToStep(value, ONE, step)
}

/** `value / divisor` as the nearest multiple of `step`, halves away from zero, rounded once from the exact quotient. */
export function divideToStep(value: Decimal, divisor: Decimal, step: Decimal): Decimal {
  return new Exact(value).div(divisor.times(step)).times(step)
}

/** Places after the point that a multiple of `step` can have: 2 for `0.01`, 0 for `1`. */
export function placesOf(step: Decimal): number {
  const text = step.toFixed()
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}
