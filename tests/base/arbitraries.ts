import fc from 'fast-check'
import { type Decimal, decimal } from '../../src/base/decimal.js'
import type { Range } from '../../src/base/range.js'

/** Halves from -6 to 6: few enough that ends meet and zeros come up often. */
export const smallDecimal: fc.Arbitrary<Decimal> = fc
  .integer({ min: -12, max: 12 })
  .map((n) => decimal(n).times('0.5'))

const end = fc.option(smallDecimal, { freq: 4, nil: null })

/** Points, closed ranges, half-bounded ones and everything. */
export const smallRange: fc.Arbitrary<Range> = fc.oneof(
  { weight: 1, arbitrary: smallDecimal.map((value) => ({ lo: value, hi: value })) },
  {
    weight: 4,
    arbitrary: fc.tuple(end, end).map(([a, b]) => (a && b && a.gt(b) ? { lo: b, hi: a } : { lo: a, hi: b })),
  },
)

/** A range with a narrower one inside it: what was known, and what is known once more answers came. */
export const narrowing: fc.Arbitrary<{ wide: Range; narrow: Range }> = fc
  .tuple(smallRange, end, end)
  .map(([wide, a, b]) => {
    const [lo, hi] = [clamp(a, wide), clamp(b, wide)]
    const narrow = lo && hi && lo.gt(hi) ? { lo: hi, hi: lo } : { lo: lo ?? wide.lo, hi: hi ?? wide.hi }
    return { wide, narrow }
  })

function clamp(value: Decimal | null, within: Range): Decimal | null {
  if (value === null) return null
  if (within.lo?.gt(value)) return within.lo
  return within.hi?.lt(value) ? within.hi : value
}

/** The halves from -8 to 8 that a range holds. */
export function pointsOf(range: Range): Decimal[] {
  const points = Array.from({ length: 33 }, (_, n) => decimal(n - 16).times('0.5'))
  return points.filter((each) => !range.lo?.gt(each) && !range.hi?.lt(each))
}

/** `[1..2]`, `[..]`: a range as a failing test prints it. */
export const show = (range: Range): string => `[${range.lo?.toFixed() ?? ''}..${range.hi?.toFixed() ?? ''}]`
