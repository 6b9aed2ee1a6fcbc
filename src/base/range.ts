import { type Decimal, digits, divideToStep, roundToStep, ZERO } from './decimal.js'
import { say } from './say/say.js'

/** Every number that a value can still be, ends included; `null` is an unbounded end. A known number has two equal ends. */
export interface Range {
  readonly lo: Decimal | null
  readonly hi: Decimal | null
}

export const ANYTHING: Range = { lo: null, hi: null }

export const point = (value: Decimal): Range => ({ lo: value, hi: value })

/** The number, if the range is one number; else `null`. */
export function pointOf(range: Range): Decimal | null {
  if (range.lo === range.hi) return range.lo
  return range.lo !== null && range.hi !== null && range.lo.eq(range.hi) ? range.lo : null
}

/** True if both ends are one object, as in known numbers. Then the result for one end is the result for both. */
const isPoint = (range: Range) => range.lo === range.hi

export function addRanges(a: Range, b: Range): Range {
  const lo = a.lo === null || b.lo === null ? null : a.lo.plus(b.lo)
  if (isPoint(a) && isPoint(b)) return { lo, hi: lo }
  return { lo, hi: a.hi === null || b.hi === null ? null : a.hi.plus(b.hi) }
}

export function negateRange(a: Range): Range {
  const lo = a.hi === null ? null : ZERO.minus(a.hi)
  return { lo, hi: isPoint(a) ? lo : a.lo === null ? null : ZERO.minus(a.lo) }
}

export const subtractRanges = (a: Range, b: Range): Range => addRanges(a, negateRange(b))

/** The product of two ranges, from the products of their ends. 0 times an unbounded end is 0. */
export function multiplyRanges(a: Range, b: Range): Range {
  if (isPoint(a) && isPoint(b) && a.lo !== null && b.lo !== null) return point(a.lo.times(b.lo))
  let lo: Decimal | null | undefined
  let hi: Decimal | null | undefined
  for (const [x, xSign] of endsOf(a)) {
    for (const [y, ySign] of endsOf(b)) {
      const sign = xSign * ySign
      if ((x === null || y === null) && sign !== 0) {
        if (sign < 0) lo = null
        else hi = null
        continue
      }
      const product = x === null || y === null ? ZERO : x.times(y)
      if (lo === undefined || (lo !== null && product.lt(lo))) lo = product
      if (hi === undefined || (hi !== null && product.gt(hi))) hi = product
    }
  }
  return { lo: lo ?? null, hi: hi ?? null }
}

const endsOf = (range: Range): ReadonlyArray<readonly [Decimal | null, number]> => [
  [range.lo, range.lo === null ? -1 : range.lo.cmp(ZERO)],
  [range.hi, range.hi === null ? 1 : range.hi.cmp(ZERO)],
]

/** The smallest range that holds both. */
export const hull = (a: Range, b: Range): Range => ({ lo: lower(a.lo, b.lo), hi: upper(a.hi, b.hi) })

/** What both ranges hold, or `null` if they have nothing in common. */
export function meet(a: Range, b: Range): Range | null {
  const lo = a.lo === null ? b.lo : b.lo === null ? a.lo : a.lo.gte(b.lo) ? a.lo : b.lo
  const hi = a.hi === null ? b.hi : b.hi === null ? a.hi : a.hi.lte(b.hi) ? a.hi : b.hi
  return lo !== hi && lo !== null && hi !== null && lo.gt(hi) ? null : { lo, hi }
}

export const minOfRanges = (a: Range, b: Range): Range => ({ lo: lower(a.lo, b.lo), hi: least(a.hi, b.hi) })

export const maxOfRanges = (a: Range, b: Range): Range => ({ lo: most(a.lo, b.lo), hi: upper(a.hi, b.hi) })

const lower = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? null : a.lte(b) ? a : b)
const upper = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? null : a.gte(b) ? a : b)
const least = (a: Decimal | null, b: Decimal | null) => (a === null ? b : b === null ? a : a.lte(b) ? a : b)
const most = (a: Decimal | null, b: Decimal | null) => (a === null ? b : b === null ? a : a.gte(b) ? a : b)

export const contains = (range: Range, value: Decimal): boolean =>
  (range.lo === null || range.lo.lte(value)) && (range.hi === null || range.hi.gte(value))

export const equalRanges = (a: Range, b: Range): boolean => sameEnd(a.lo, b.lo) && sameEnd(a.hi, b.hi)

const sameEnd = (a: Decimal | null, b: Decimal | null) => (a === null || b === null ? a === b : a.eq(b))

/** Both ends rounded to `step`, halves away from zero. Rounding keeps order, so the result holds every rounded value. */
export function roundRange(range: Range, step: Decimal): Range {
  const lo = range.lo && roundToStep(range.lo, step)
  return { lo, hi: isPoint(range) ? lo : range.hi && roundToStep(range.hi, step) }
}

/** `range / divisor` rounded to `step`, for divisors above 0. An unbounded divisor brings the quotient to 0; one near 0 makes it unbounded. */
export function divideRange(range: Range, divisor: Range, step: Decimal): Range {
  const quotient = (end: Decimal | null, side: 'lo' | 'hi') => {
    if (end === null || end.eq(ZERO)) return end
    const towardsZero = end.gt(ZERO) === (side === 'lo')
    if (towardsZero) return divisor.hi === null ? ZERO : divideToStep(end, divisor.hi, step)
    return divisor.lo === null || divisor.lo.lte(ZERO) ? null : divideToStep(end, divisor.lo, step)
  }
  const lo = quotient(range.lo, 'lo')
  const isKnown = isPoint(range) && isPoint(divisor) && divisor.lo?.gt(ZERO)
  return { lo, hi: isKnown ? lo : quotient(range.hi, 'hi') }
}

/** A range as cells hold it: `55..63`, `55..`, `..63`, and `55` for one number. */
export function rangeText(range: Range): string {
  const known = pointOf(range)
  if (known !== null) return digits(known)
  const { lo, hi } = range
  return `${lo === null ? '' : digits(lo)}..${hi === null ? '' : digits(hi)}`
}

/** `3`, `3 or more`, `at most 3`, `3 to 5`, `anything`. */
export function describeRange(range: Range): string {
  const known = pointOf(range)
  if (known !== null) return digits(known)
  const { lo, hi } = range
  if (lo === null) return hi === null ? say('range.any') : say('range.most', { most: digits(hi) })
  return hi === null
    ? say('range.least', { least: digits(lo) })
    : say('range.between', { least: digits(lo), most: digits(hi) })
}
