import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  divided,
  fixedDigits,
  plus,
  quotient,
  reduced,
  significantDigits,
  times,
  toNumber,
} from '../../src/base/quotient.js'

const whole = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
const positive = fc.bigInt({ min: 1n, max: 10n ** 20n })

test.each([
  [1n, 3n, 9, '0.333333333'],
  [2n, 3n, 9, '0.666666667'],
  [-2n, 3n, 3, '-0.667'],
  [137n, 1n, 9, '137'],
  [1n, 1000000n, 3, '0.000001'],
  [123456789012n, 1n, 9, '123456789012'],
  [1n, 2n, 9, '0.5'],
  [0n, 7n, 9, '0'],
  [999999n, 1000000n, 3, '1'],
])('%d over %d to %d figures is %s', (over, under, figures, expected) => {
  expect(significantDigits(quotient(over, under), figures)).toBe(expected)
})

test.each([
  [1n, 8n, 2, '0.13'],
  [-1n, 8n, 2, '-0.13'],
  [-1n, 1000n, 2, '0.00'],
  [5n, 2n, 0, '3'],
  [155n, 1000n, 2, '0.16'],
])('%d over %d to %d places is %s', (over, under, places, expected) => {
  expect(fixedDigits(quotient(over, under), places)).toBe(expected)
})

test('a double is as near as a double can be', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
      expect(toNumber(quotient(BigInt(a), BigInt(b)))).toBeCloseTo(a / b, 10)
    }),
  )
  expect(toNumber(quotient(10n ** 300n, 3n))).toBeCloseTo(1e300 / 3, -286)
  expect(toNumber(quotient(1n, 10n ** 300n))).toBeGreaterThan(0)
})

test('sums, products and quotients are those of fractions', () => {
  fc.assert(
    fc.property(whole, positive, whole, positive, (a, b, c, d) => {
      const [x, y] = [quotient(a, b), quotient(c, d)]
      expect(compare(plus(x, y), quotient(a * d + c * b, b * d))).toBe(0)
      expect(compare(times(x, y), quotient(a * c, b * d))).toBe(0)
      expect(compare(reduced(x), x)).toBe(0)
      if (c > 0n) expect(compare(times(divided(x, y), y), x)).toBe(0)
    }),
  )
})
