import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inertLines, printable } from '../../src/base/inert-text.js'
import { type Json, jsonText } from '../../src/base/tree/json-text.js'

/** Code points that nobody sees, or that move a cursor, each with what is written instead. */
const UNSEEN: readonly (readonly [what: string, text: string, written: string])[] = [
  ['escape', '\x1b[31mA', '\\u001b[31mA'],
  ['bell', '\x07', '\\u0007'],
  ['carriage return', 'a\rb', 'a\\u000db'],
  ['tab', 'a\tb', 'a\\u0009b'],
  ['line break', 'a\nb', 'a\\u000ab'],
  ['delete', '\x7f', '\\u007f'],
  ['C1 sequence', '\x9b31m', '\\u009b31m'],
  ['right to left', 'a\u202eb', 'a\\u202eb'],
  ['isolate', '\u2066a\u2069', '\\u2066a\\u2069'],
  ['Arabic mark', '\u061c', '\\u061c'],
  ['zero-width space', 'a\u200bb', 'a\\u200bb'],
  ['word joiner', '\u2060', '\\u2060'],
  ['soft hyphen', '\u00ad', '\\u00ad'],
  ['byte order mark', '\ufeffa', '\\ufeffa'],
  ['filler', '\u3164', '\\u3164'],
  ['tag', 'a\u{e0041}', 'a\\udb40\\udc41'],
  ['line separator', '\u2028', '\\u2028'],
  ['lone surrogate', '\ud800', '\\ud800'],
]

/** Text that people write with characters of no width. */
const WRITTEN = ['工资性收入', 'می‌خواهم', 'क्‍ष', '👩‍👩‍👧', '❤️', '葛󠄀', 'ᠮᠣᠩᠭᠣᠯ᠎ᠠ', "it's 5 # 1:2 ##"]

describe('text for people', () => {
  test.each(UNSEEN)('shows a %s', (_, text, written) => {
    expect(printable(text)).toBe(written)
  })

  test.each(WRITTEN)('leaves %s', (text) => {
    expect(printable(text)).toBe(text)
    expect(inertLines(text, false)).toBe(text)
  })
})

describe('lines for people', () => {
  test.each([
    ['::error::x', '\\u003a:error::x'],
    ['   ::error::x', '   \\u003a:error::x'],
    ['a\n\n::error::x\n::group::', 'a\n\n\\u003a:error::x\n\\u003a:group::'],
    ['a ::error::x', 'a ::error::x'],
    [': :', ': :'],
    [':x', ':x'],
    ['a ##[error]x ##[group]', 'a #\\u0023[error]x #\\u0023[group]'],
    ['##vso[task.setvariable]x', '#\\u0023vso[task.setvariable]x'],
    ['a\r::x', 'a\\u000d::x'],
    ['\x1b[31mred', '\\u001b[31mred'],
  ])('%j are no command', (lines, shown) => {
    expect(inertLines(lines, false)).toBe(shown)
  })

  test('keep colours where there are some, and nothing else', () => {
    expect(inertLines('\x1b[31m::a\x1b[39m\x1b]0;title\x07\x1b[2J', true)).toBe(
      '\x1b[31m\\u003a:a\x1b[39m\\u001b]0;title\\u0007\\u001b[2J',
    )
  })

  test('are inert once for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isColoured) => {
        const once = inertLines(text, isColoured)
        expect(inertLines(once, isColoured)).toBe(once)
      }),
    )
  })
})

describe('JSON', () => {
  test.each(UNSEEN)('writes a %s as an escape', (_, text, written) => {
    const json = jsonText({ [text]: text })
    expect(json).not.toMatch(/[^\x20-\x7e]/)
    if (!/[\t\n\r]/.test(text)) expect(json).toContain(written)
    expect(JSON.parse(json)).toEqual({ [text]: text })
  })

  test.each([
    ['##[x', '"#\\u0023[x"'],
    ['::x', '"\\u003a:x"'],
    [' ::x', '" \\u003a:x"'],
    ['a\n ::x\r::y', '"a\\n \\u003a:x\\r\\u003a:y"'],
    ['a::b # ##', '"a::b # ##"'],
  ])('writes %j as %s', (text, json) => {
    expect(jsonText(text)).toBe(json)
  })

  test('says what it was given', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('::', '##', '[', '\n', '\\', 'n', ' ', '"', '\t'),
          fc.string({ unit: 'binary', maxLength: 3 }),
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.dictionary(text, text), (value: { [name: string]: Json }) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 2000 },
    )
  })
})
