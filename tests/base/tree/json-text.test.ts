import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, digits } from '../../../src/base/decimal.js'
import { canonicalJson, type Json, jsonText } from '../../../src/base/tree/json-text.js'

const anyJson = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>

/** The same value with the members of every object in another order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

describe('what is written is JSON', () => {
  test('agrees with the platform where there are no decimals', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.stringify(JSON.parse(jsonText(value)))).toBe(JSON.stringify(value))
      }),
    )
  })

  test.each([
    '0.1',
    '-0',
    '1200000',
    '0.000000001',
    '123456789012345.123456789',
    '99999999999999999999999999',
  ])('the decimal %s keeps its digits', (text) => {
    expect(jsonText({ value: decimal(text) })).toBe(`{"value":${digits(decimal(text))}}`)
    expect(jsonText([decimal(text)])).not.toContain('e')
  })

  test('members that are undefined are left out, null ones stay', () => {
    expect(jsonText({ a: undefined, b: null, c: [] })).toBe('{"b":null,"c":[]}')
  })

  test('a column that is named like a method of decimals, or like a prototype, is a column', () => {
    const row = JSON.parse('{"toFixed":1,"times":2,"__proto__":3,"constructor":4}') as Json
    expect(jsonText(row)).toBe('{"toFixed":1,"times":2,"__proto__":3,"constructor":4}')
    expect(canonicalJson(row)).toBe('{"__proto__":3,"constructor":4,"times":2,"toFixed":1}')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is a bug, not a result', (value) => {
    expect(() => jsonText({ value })).toThrow('no JSON number')
  })
})

describe('the same case gives the same id', () => {
  test('whatever the order in which it was put together', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('members stand by code unit, numbers as names too', () => {
    expect(canonicalJson({ b: 1, a: 2, B: 3, 10: 4, 9: 5, '-': 6, 户: 7, '': 8 })).toBe(
      '{"":8,"-":6,"10":4,"9":5,"B":3,"a":2,"b":1,"户":7}',
    )
  })

  test('two ways to write one number are one number', () => {
    expect(canonicalJson(decimal('4000.00'))).toBe(canonicalJson(decimal('4000')))
  })
})
