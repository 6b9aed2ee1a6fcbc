import Big from 'big.js'

const Exact = Big()
Exact.DP = 0
Exact.RM = Exact.roundHalfUp

/** An exact decimal number. Sums, differences and products are exact; nothing here passes through a binary fraction. */
export type Decimal = Big

export const ZERO: Decimal = new Exact(0)
export const ONE: Decimal = new Exact(1)

const NUMBER = /^[+-]?(\d+)(?:\.(\d+))?$/

/** The most places after the point, and the most digits, of a number in a cell or a pack. Zeros that change nothing do not count. */
const MAX_PLACES = 9
const MAX_DIGITS = 15

/** The number that a text says, or why it says none. */
export type NumberReading = { readonly value: Decimal } | { readonly fault: 'no-number' | 'too-long' }

/** Reads `[+-]?digits[.digits]` with at most 9 places and 15 digits. Anything else is a fault; nothing is guessed. */
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

/** A double holds every integer of this many digits. */
const SURE_DIGITS = 15

/** Reads at most 15 digits with or without a point among them; `null` for any other text, even if it is a number. */
export function readPlainDecimal(text: string): Decimal | null {
  let whole = 0
  let figures = 0
  let point = -1
  for (let at = 0; at < text.length; at++) {
    const figure = text.charCodeAt(at) - 48
    if (figure >= 0 && figure <= 9) {
      whole = whole * 10 + figure
      figures += 1
    } else if (figure === POINT && point < 0 && at > 0) point = at
    else return null
  }
  const places = point < 0 ? 0 : text.length - point - 1
  if (figures === 0 || figures > SURE_DIGITS || places > MAX_PLACES || (point >= 0 && places === 0))
    return null
  return decimalAt(whole, places)
}

/** The point of a number, counted from the figure 0. */
const POINT = '.'.charCodeAt(0) - '0'.charCodeAt(0)

/** `whole / 10^places`, for an integer that a double holds exactly. Much faster than reading a text. */
export function decimalAt(whole: number, places: number): Decimal {
  const value = new Exact(ZERO)
  if (whole === 0) return value
  let rest = Math.abs(whole)
  let exponent = -places
  while (rest % 10 === 0) {
    rest /= 10
    exponent += 1
  }
  const figures: number[] = []
  for (; rest > 0; rest = Math.floor(rest / 10)) figures.push(rest % 10)
  value.s = whole < 0 ? -1 : 1
  value.e = exponent + figures.length - 1
  value.c = figures.reverse()
  return value
}

/** A decimal from program text, such as `decimal('0.01')`; throws if the text is not a plain number. */
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

/** `value / divisor` as the nearest multiple of `step`, halves away from zero. The exact quotient is rounded once. */
export function divideToStep(value: Decimal, divisor: Decimal, step: Decimal): Decimal {
  return new Exact(value).div(divisor.times(step)).times(step)
}

/** Places after the point that a number is written with, and that a multiple of it can have: 2 for `0.01`, 0 for `4000`. */
export const placesOf = ({ c, e }: Decimal): number => Math.max(0, c.length - 1 - e)
