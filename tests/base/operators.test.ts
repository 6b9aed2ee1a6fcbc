import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decimal, decimal, ZERO } from '../../src/base/decimal.js'
import { between, calculate, compareValues, oneOf } from '../../src/base/operators.js'
import { point } from '../../src/base/range.js'
import type { Truth } from '../../src/base/truth.js'
import { codeValue, numberValue, truthValue, type Value } from '../../src/base/value.js'
import { narrowing, pointsOf, show, smallDecimal, smallRange } from './arbitraries.js'

const CODES = ['A', 'B', 'C', 'D']
const codes = fc.subarray(CODES, { minLength: 1 })

/** The truth that all results agree on. */
const agreed = (results: readonly boolean[]): Truth => {
  expect(results.length).toBeGreaterThan(0)
  return results.every((each) => each === results[0]) ? (results[0] ?? 'open') : 'open'
}

describe('codes', () => {
  test('are equal or not where every code still possible says so', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const pairs = a.flatMap((x) => b.map((y) => x === y))
        expect(compareValues('=', codeValue(a), codeValue(b))).toBe(agreed(pairs))
        expect(compareValues('!=', codeValue(a), codeValue(b))).toBe(agreed(pairs.map((same) => !same)))
      }),
    )
  })

  test('a missing grade that can only be safe is safe, whichever of the two it is', () => {
    fc.assert(
      fc.property(codes, codes, (operand, items) => {
        const expected = agreed(operand.map((each) => items.includes(each)))
        const listed = items.map((item) => codeValue([item]))
        expect(oneOf(codeValue(operand), listed)).toBe(expected)
      }),
    )
  })

  test('comparing what has no order, or two kinds, is a bug', () => {
    expect(() => compareValues('=', codeValue(['A']), truthValue(true))).toThrow('cannot compare')
    expect(() => compareValues('<', numberValue(point(ZERO)), codeValue(['A']))).toThrow('cannot compare')
  })
})

describe('numbers', () => {
  const OPERATORS = {
    '=': (x: Decimal, y: Decimal) => x.eq(y),
    '!=': (x: Decimal, y: Decimal) => !x.eq(y),
    '<': (x: Decimal, y: Decimal) => x.lt(y),
    '<=': (x: Decimal, y: Decimal) => x.lte(y),
    '>': (x: Decimal, y: Decimal) => x.gt(y),
    '>=': (x: Decimal, y: Decimal) => x.gte(y),
  }

  test.each(Object.entries(OPERATORS))(
    '%s is known exactly where all that is still possible agrees',
    (name, compare) => {
      fc.assert(
        fc.property(smallRange, smallRange, (a, b) => {
          const results = pointsOf(a).flatMap((x) => pointsOf(b).map((y) => compare(x, y)))
          const operator = name as keyof typeof OPERATORS
          expect(compareValues(operator, numberValue(a), numberValue(b)), `${show(a)} ${show(b)}`).toBe(
            agreed(results),
          )
        }),
        { numRuns: 50 },
      )
    },
  )

  test('between two known numbers is known exactly where all that is still possible agrees', () => {
    // Whole ends, so that a half stands between any two of them.
    const ends = fc.tuple(
      fc.integer({ min: -6, max: 6 }),
      fc.integer({ min: -6, max: 6 }),
      fc.boolean(),
      fc.boolean(),
    )
    fc.assert(
      fc.property(smallRange, ends, (x, [a, b, fromLow, toHigh]) => {
        fc.pre(a !== b || (fromLow && toHigh))
        const [low, high] = [decimal(Math.min(a, b)), decimal(Math.max(a, b))]
        const inside = (each: Decimal) =>
          (fromLow ? each.gte(low) : each.gt(low)) && (toHigh ? each.lte(high) : each.lt(high))
        const truth = between(x, point(low), point(high), fromLow, toHigh)
        expect(truth, `${show(x)} in ${low}..${high}`).toBe(agreed(pointsOf(x).map(inside)))
      }),
    )
  })

  test('one of a list never says more than is known, and nothing else once it is', () => {
    fc.assert(
      fc.property(
        narrowing,
        fc.array(smallDecimal, { minLength: 1, maxLength: 3 }),
        ({ wide, narrow }, items) => {
          const listed: Value[] = items.map((item) => numberValue(point(item)))
          const [before, after] = [oneOf(numberValue(wide), listed), oneOf(numberValue(narrow), listed)]
          if (before !== 'open') expect(after).toBe(before)
          const results = pointsOf(narrow).map((x) => items.some((item) => item.eq(x)))
          if (after !== 'open') expect(agreed(results)).toBe(after)
          if (results.length === 1) expect(after).toBe(results[0])
        },
      ),
    )
  })

  test.each([
    ['+', '5'],
    ['-', '-1'],
    ['*', '6'],
  ] as const)('2 %s 3 is %s', (operator, expected) => {
    expect(show(calculate(operator, point(decimal(2)), point(decimal(3))))).toBe(`[${expected}..${expected}]`)
  })
})
