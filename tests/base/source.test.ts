import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineText, makeSource, positionOf, textSlice } from '../../src/base/source.js'

const anyText = fc.string({ unit: fc.constantFrom('a', '户', '\n', '\r\n', '\r', '\t', '𠮷', ' ') })

describe('an error is shown on the line where it stands', () => {
  test('lines and columns agree with splitting the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, place) => {
        const source = makeSource('f', text)
        const offset = place % (text.length + 1)
        const before = text.slice(0, offset).split('\n')
        expect(positionOf(source, offset)).toEqual({
          line: before.length,
          column: (before.at(-1) ?? '').length + 1,
        })
      }),
    )
  })

  test('a line is its text without the line break', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = makeSource('f', text)
        const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
        expect(lines.map((_, index) => lineText(source, index + 1))).toEqual(lines)
        expect(lineText(source, lines.length + 1)).toBe('')
      }),
    )
  })

  test('an offset behind the text stands at its end', () => {
    const source = makeSource('f', 'ab\ncd')
    expect(positionOf(source, 5)).toEqual({ line: 2, column: 3 })
    expect(positionOf(makeSource('f', ''), 0)).toEqual({ line: 1, column: 1 })
    expect(textSlice(source, { start: 3, end: 99 })).toBe('cd')
  })
})
