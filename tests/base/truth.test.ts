import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decimal } from '../../src/base/decimal.js'
import { point } from '../../src/base/range.js'
import {
  and,
  canBe,
  equal,
  hullOfTruths,
  less,
  lessOrEqual,
  not,
  or,
  type Truth,
} from '../../src/base/truth.js'
import { narrowing, pointsOf, show, smallDecimal, smallRange } from './arbitraries.js'

const TRUTHS: readonly Truth[] = [true, false, 'open']

/** What both operands can be, tried out. */
function tried(connective: (a: boolean, b: boolean) => boolean, a: Truth, b: Truth): Truth {
  const either = (truth: Truth) => [true, false].filter((value) => canBe(truth, value))
  const results = either(a).flatMap((x) => either(b).map((y) => connective(x, y)))
  return results.every((each) => each === results[0]) ? (results[0] ?? 'open') : 'open'
}

describe('a missing answer decides nothing that it could change', () => {
  const pairs = TRUTHS.flatMap((a) => TRUTHS.map((b) => [a, b] as const))

  test.each(pairs)('%s and %s', (a, b) => {
    expect(and(a, b)).toBe(tried((x, y) => x && y, a, b))
  })

  test.each(pairs)('%s or %s', (a, b) => {
    expect(or(a, b)).toBe(tried((x, y) => x || y, a, b))
  })

  test.each([
    [true, false],
    [false, true],
    ['open', 'open'],
  ] as const)('not %s is %s: the opposite of a blank is no yes', (a, expected) => {
    expect(not(a)).toBe(expected)
  })

  test.each(pairs)('either %s or %s', (a, b) => {
    for (const value of [true, false]) {
      expect(canBe(hullOfTruths(a, b), value)).toBe(canBe(a, value) || canBe(b, value))
    }
  })
})

const COMPARISONS = [
  ['<', less, (x: Decimal, y: Decimal) => x.lt(y)],
  ['<=', lessOrEqual, (x: Decimal, y: Decimal) => x.lte(y)],
  ['=', equal, (x: Decimal, y: Decimal) => x.eq(y)],
] as const

describe.each(COMPARISONS)('%s of two ranges', (name, compare, points) => {
  test('is known exactly where all that is still possible agrees', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (a, b) => {
        const seen = new Set(pointsOf(a).flatMap((x) => pointsOf(b).map((y) => points(x, y))))
        const expected = seen.size === 1 ? [...seen][0] : 'open'
        expect(compare(a, b), `${show(a)} ${name} ${show(b)}`).toBe(expected)
      }),
    )
  })

  test('keeps what it said when more is known', () => {
    fc.assert(
      fc.property(narrowing, narrowing, (a, b) => {
        const before = compare(a.wide, b.wide)
        if (before !== 'open') expect(compare(a.narrow, b.narrow)).toBe(before)
      }),
    )
  })
})

test('exactly on the line is neither below nor above it', () => {
  fc.assert(
    fc.property(smallDecimal, (line) => {
      const known = point(line)
      expect([less(known, known), lessOrEqual(known, known), equal(known, known)]).toEqual([
        false,
        true,
        true,
      ])
    }),
  )
})
