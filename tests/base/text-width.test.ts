import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { cut, hanging, padEnd, widthOf, wrap } from '../../src/base/text-width.js'
import { fixed, grouped, share } from '../../src/report/text/numbers.js'

test.each([
  ['a bc def', 5, ['a bc', 'def']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['家庭人均纯收入', 6, ['家庭人', '均纯收', '入']],
  ['wage 工资性收入', 8, ['wage 工', '资性收入']],
  ['', 5, ['']],
  ['a  b', 10, ['a  b']],
])('%j in %i columns is %j', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
})

test.each([
  ['letters', 'x'],
  ['blanks', ' '],
  ['words', 'ab '],
  ['Chinese characters', '村'],
  ['marks that take no column', '\u0301'],
  ['selectors', '\ufe0f'],
  ['half marks', '\ufe20'],
  ['emoji', '👩‍👧'],
  ['letters with marks', 'e\u0301'],
  ['wide blanks', '\u3000'],
])('a text of 300,000 %s is cut and wrapped in a time that grows with it alone', (_, part) => {
  const text = part.repeat(300_000 / part.length)
  const lines = wrap(text, 24)
  expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  expect(Math.max(...lines.slice(0, 1000).map(widthOf))).toBeLessThanOrEqual(24)
  expect(widthOf(cut(text, 24))).toBeLessThanOrEqual(24)
})

test('a line is as wide as is allowed at most, and nothing is lost between lines', () => {
  const texts = fc.array(fc.oneof(CHARACTERS, fc.constantFrom(' ', 'a', '村')), { maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 12 }), (parts, width) => {
      const text = parts.join('').replaceAll('\u001b', '')
      const lines = wrap(text, width)
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
    { numRuns: 2000 },
  )
})

test('what hangs is indented by the width of its prefix', () => {
  expect(hanging('户  ', 'one two three four five six', 24)).toEqual([
    '户  one two three four',
    '    five six',
  ])
})

test.each([
  ['Danyang', 7, 'Danyang'],
  ['Danyang', 6, 'Danya…'],
  ['牙溪村', 5, '牙溪…'],
  ['牙溪村', 4, '牙…'],
])('%s cut to %i columns is %s', (text, width, expected) => {
  expect(cut(text, width)).toBe(expected)
})

test('padding counts columns, not characters', () => {
  expect(padEnd('村', 4)).toBe('村  ')
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i in groups is %s', (value, expected) => {
  expect(grouped(value)).toBe(expected)
})

test('a decimal keeps its places, ungrouped', () => {
  expect(grouped(decimal('-12345.6789'))).toBe('-12,345.6789')
})

test.each([
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 2000, '0.1%'],
  [1, 2001, '0.0%'],
  [0, 0, '–'],
])('%i of %i is %s', (part, whole, expected) => {
  expect(share(part, whole)).toBe(expected)
})

test.each([
  ['0.005', '0.01'],
  ['-0.005', '-0.01'],
  ['-0.004', '0.00'],
  ['12000.01', '12000.01'],
  ['1', '1.00'],
  ['0', '0.00'],
  ['-0', '0.00'],
])('%s with two places is %s, halves away from zero', (value, expected) => {
  expect(fixed(decimal(value), 2)).toBe(expected)
})

const CHARACTERS = fc.oneof(
  fc.constantFrom(
    ...'aZ 09-–…─█▏村，（）。、é“”',
    '\u0301',
    '\u200d',
    '\ufe0f',
    '👨',
    '👩‍👧',
    '🇨🇳',
    '©',
    '1️⃣',
    '〰',
    '㊗',
  ),
  fc.constantFrom(
    '\u001b[31m',
    '\u001b',
    '\n',
    '\r\n',
    '\ud800',
    '\udc00',
    '\u0e33',
    '각',
    '\u1100',
    '\u{1f3fb}',
    '\u{e0001}',
  ),
  fc.string({ unit: 'binary', maxLength: 2 }),
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
)

test('a text is as wide as string-width says', () => {
  const texts = fc.array(CHARACTERS, { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      expect(widthOf(text)).toBe(stringWidth(text))
    }),
    { numRuns: 2000 },
  )
})

test('each character of the basic plane is as wide as string-width says', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  expect(all.filter((character) => widthOf(character) !== stringWidth(character))).toEqual([])
})
