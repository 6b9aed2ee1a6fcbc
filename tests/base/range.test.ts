import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decimal, decimal, divideToStep, roundToStep, ZERO } from '../../src/base/decimal.js'
import {
  ANYTHING,
  addRanges,
  contains,
  describeRange,
  divideRange,
  equalRanges,
  hull,
  maxOfRanges,
  meet,
  minOfRanges,
  multiplyRanges,
  negateRange,
  point,
  pointOf,
  type Range,
  roundRange,
  subtractRanges,
} from '../../src/base/range.js'
import { narrowing, pointsOf, show, smallDecimal, smallRange } from './arbitraries.js'

const range = (lo: string | null, hi: string | null): Range => ({
  lo: lo === null ? null : decimal(lo),
  hi: hi === null ? null : decimal(hi),
})

const OPERATIONS = {
  '+': { ranges: addRanges, points: (x: Decimal, y: Decimal) => x.plus(y) },
  '-': { ranges: subtractRanges, points: (x: Decimal, y: Decimal) => x.minus(y) },
  '*': { ranges: multiplyRanges, points: (x: Decimal, y: Decimal) => x.times(y) },
  min: { ranges: minOfRanges, points: (x: Decimal, y: Decimal) => (x.lte(y) ? x : y) },
  max: { ranges: maxOfRanges, points: (x: Decimal, y: Decimal) => (x.gte(y) ? x : y) },
}

/** The same by brute force: unbounded ends stand far out, and what comes out far out is unbounded. */
function model(operation: (x: Decimal, y: Decimal) => Decimal, a: Range, b: Range): Range {
  const far = decimal('1e9')
  const ends = ({ lo, hi }: Range) => [lo ?? ZERO.minus(far), hi ?? far]
  const corners = ends(a).flatMap((x) => ends(b).map((y) => operation(x, y)))
  const lo = corners.reduce((least, each) => (each.lt(least) ? each : least))
  const hi = corners.reduce((most, each) => (each.gt(most) ? each : most))
  const limit = far.times('0.1')
  return { lo: lo.lt(ZERO.minus(limit)) ? null : lo, hi: hi.gt(limit) ? null : hi }
}

describe.each(Object.entries(OPERATIONS))('%s of two ranges', (name, { ranges, points }) => {
  test('holds every result that is still possible', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (a, b) => {
        const result = ranges(a, b)
        for (const x of pointsOf(a)) {
          for (const y of pointsOf(b)) {
            expect(contains(result, points(x, y)), `${x} ${name} ${y} in ${show(result)}`).toBe(true)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('reaches no further than that, or decisions would be lost', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (a, b) => {
        expect(show(ranges(a, b))).toBe(show(model(points, a, b)))
      }),
    )
  })

  test('only shrinks when more is known', () => {
    fc.assert(
      fc.property(narrowing, narrowing, (a, b) => {
        const [wide, narrow] = [ranges(a.wide, b.wide), ranges(a.narrow, b.narrow)]
        expect(show(hull(wide, narrow))).toBe(show(wide))
      }),
    )
  })
})

describe.each(['+', '*', 'min', 'max'] as const)('%s', (name) => {
  const { ranges } = OPERATIONS[name]

  test('does not depend on the order of its operands', () => {
    fc.assert(
      fc.property(smallRange, smallRange, smallRange, (a, b, c) => {
        expect(show(ranges(a, b))).toBe(show(ranges(b, a)))
        expect(show(ranges(ranges(a, b), c))).toBe(show(ranges(a, ranges(b, c))))
      }),
    )
  })
})

describe('products with an unbounded end', () => {
  test.each([
    ['nothing times anything is nothing', point(ZERO), ANYTHING, point(ZERO)],
    ['nothing times 5 or more is nothing', point(ZERO), range('5', null), point(ZERO)],
    ['5 or more times 2 or 3 is at least 10', range('5', null), range('2', '3'), range('10', null)],
    ['at most -5 times 2 or 3 is at most -10', range(null, '-5'), range('2', '3'), range(null, '-10')],
    ['5 or more times -3 to -2 is at most -10', range('5', null), range('-3', '-2'), range(null, '-10')],
    [
      'an income from 0 up times a size from 1 up is from 0 up',
      range('0', null),
      range('1', null),
      range('0', null),
    ],
    ['both signs open is anything', range('-1', null), range('-1', null), ANYTHING],
    ['0 to 2 times anything is anything', range('0', '2'), ANYTHING, ANYTHING],
  ])('%s', (_, a, b, expected) => {
    expect(show(multiplyRanges(a, b))).toBe(show(expected))
  })
})

describe('a figure per head', () => {
  const divisor = fc
    .tuple(fc.constantFrom(null, '0', '0.5', '1', '2', '3'), fc.constantFrom(null, '3', '4', '7'))
    .map(([lo, hi]) => range(lo, hi))
  const step = decimal('0.01')

  test('holds every quotient that is still possible', () => {
    fc.assert(
      fc.property(smallRange, divisor, (a, by) => {
        const result = divideRange(a, by, step)
        for (const y of [...pointsOf(by), decimal('0.001'), decimal(1_000_000)]) {
          if (y.lte(ZERO) || !contains(by, y)) continue
          for (const x of pointsOf(a)) {
            expect(contains(result, divideToStep(x, y, step)), `${x} / ${y} in ${show(result)}`).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('reaches no further: each end is a quotient of ends, or what a quotient comes near to', () => {
    fc.assert(
      fc.property(smallRange, divisor, (a, by) => {
        const ends = (each: Range, [least, most]: [string, string]) => [
          each.lo ?? decimal(least),
          each.hi ?? decimal(most),
        ]
        const divisors = ends(by, ['1e-9', '1e9']).map((each) => (each.lte(ZERO) ? decimal('1e-9') : each))
        const corners = ends(a, ['-1e20', '1e20']).flatMap((x) =>
          divisors.map((y) => divideToStep(x, y, step)),
        )
        const lo = corners.reduce((least, each) => (each.lt(least) ? each : least))
        const hi = corners.reduce((most, each) => (each.gt(most) ? each : most))
        const expected = { lo: lo.lt('-1e8') ? null : lo, hi: hi.gt('1e8') ? null : hi }
        expect(equalRanges(divideRange(a, by, step), expected), `${show(a)} / ${show(by)}`).toBe(true)
      }),
    )
  })

  test.each([
    ['12000', '12000', '3', '3', '4000', '4000'],
    ['12000', '12000', '3', '4', '3000', '4000'],
    ['0', '12000', '3', null, '0', '4000'],
    ['12000', null, '3', '4', '3000', null],
    ['-12000', '12000', '3', '4', '-4000', '4000'],
    ['-12000', '-12000', '3', '4', '-4000', '-3000'],
    ['1', '1', '3', '3', '0.33', '0.33'],
  ])('%s..%s for %s..%s persons is %s..%s', (lo, hi, from, to, least, most) => {
    expect(show(divideRange(range(lo, hi), range(from, to), step))).toBe(show(range(least, most)))
  })
})

describe('what several sources say of one value', () => {
  test('meets in exactly what all of them allow', () => {
    fc.assert(
      fc.property(smallRange, smallRange, smallDecimal, (a, b, value) => {
        const both = meet(a, b)
        expect(both !== null && contains(both, value)).toBe(contains(a, value) && contains(b, value))
      }),
    )
  })

  test('spans everything that one of them allows, and no more', () => {
    fc.assert(
      fc.property(smallRange, smallRange, smallDecimal, (a, b, value) => {
        const either = hull(a, b)
        if (contains(a, value) || contains(b, value)) expect(contains(either, value)).toBe(true)
        for (const end of [either.lo, either.hi]) {
          if (end !== null) expect([a.lo, a.hi, b.lo, b.hi].some((each) => each?.eq(end))).toBe(true)
        }
      }),
    )
  })

  test('does not depend on their order', () => {
    fc.assert(
      fc.property(smallRange, smallRange, smallRange, (a, b, c) => {
        const text = (each: Range | null) => each && show(each)
        const [ab, bc] = [meet(a, b), meet(b, c)]
        expect(text(ab)).toBe(text(meet(b, a)))
        expect(text(ab && meet(ab, c))).toBe(text(bc && meet(a, bc)))
        expect(show(hull(hull(a, b), c))).toBe(show(hull(a, hull(b, c))))
      }),
    )
  })

  test('ranges that touch meet in one number, which is then known', () => {
    const both = meet(range('1', '2'), range('2', null))
    expect(both && pointOf(both)?.toFixed()).toBe('2')
    expect(meet(range('1', '2'), range('2.01', null))).toBeNull()
  })
})

test('taking the opposite twice changes nothing', () => {
  fc.assert(
    fc.property(smallRange, (a) => {
      expect(show(negateRange(negateRange(a)))).toBe(show(a))
    }),
  )
})

test('rounding a range holds every rounded value', () => {
  fc.assert(
    fc.property(smallRange, fc.constantFrom(decimal(1), decimal('0.3')), (a, step) => {
      const rounded = roundRange(a, step)
      for (const inside of pointsOf(a)) expect(contains(rounded, roundToStep(inside, step))).toBe(true)
    }),
  )
})

test.each([
  [range('3', '3.0'), '3'],
  [range('3', null), '3 or more'],
  [range(null, '3.50'), 'at most 3.5'],
  [range('-1', '2'), '-1 to 2'],
  [ANYTHING, 'anything'],
])('a person reads %#: %s', (each, text) => {
  expect(describeRange(each)).toBe(text)
})
