import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { ANYTHING, point } from '../../src/base/range.js'
import {
  codeValue,
  equalValues,
  hullOfValues,
  isClosed,
  meetValues,
  numberValue,
  truthValue,
  type Value,
} from '../../src/base/value.js'
import { smallRange } from './arbitraries.js'

const CODES = ['A', 'B', 'C', 'D']

const values = {
  number: smallRange.map(numberValue),
  truth: fc.constantFrom(true, false, 'open' as const).map(truthValue),
  code: fc.subarray(CODES, { minLength: 1 }).map(codeValue),
}

describe.each(Object.entries(values) as [string, fc.Arbitrary<Value>][])('%s values', (_, value) => {
  test('meet in the same whatever the order of the sources', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [ab, ba] = [meetValues(a, b), meetValues(b, a)]
        expect(ab === null ? ba === null : ba !== null && equalValues(ab, ba)).toBe(true)
      }),
    )
  })

  test('never say more together than one of them, nor less than both', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const both = meetValues(a, b)
        if (both !== null) expect(equalValues(hullOfValues(both, a), a)).toBe(true)
        const either = hullOfValues(a, b)
        const back = meetValues(either, a)
        expect(back !== null && equalValues(back, a)).toBe(true)
      }),
    )
  })

  test('agree with themselves', () => {
    fc.assert(
      fc.property(value, (a) => {
        expect(meetValues(a, a)).toEqual(a)
        expect(equalValues(hullOfValues(a, a), a)).toBe(true)
      }),
    )
  })
})

test.each([
  ['a number', numberValue(point(decimal(3))), true],
  ['a range', numberValue({ lo: decimal(3), hi: decimal(4) }), false],
  ['any number', numberValue(ANYTHING), false],
  ['a yes', truthValue(true), true],
  ['a yes or no', truthValue('open'), false],
  ['one code', codeValue(['A']), true],
  ['two codes', codeValue(['A', 'B']), false],
])('%s is settled or not', (_, value, settled) => {
  expect(isClosed(value)).toBe(settled)
})

test('codes keep the order in which the pack declares them', () => {
  expect(meetValues(codeValue(CODES), codeValue(['D', 'B']))).toEqual(codeValue(['B', 'D']))
  expect(meetValues(codeValue(['A']), codeValue(['B']))).toBeNull()
})

test('values of two kinds never agree, and joining them is a bug', () => {
  const [number, truth] = [numberValue(ANYTHING), truthValue('open')]
  expect(meetValues(number, truth)).toBeNull()
  expect(equalValues(number, truth)).toBe(false)
  expect(() => hullOfValues(number, truth)).toThrow('two kinds')
})
