import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '../../src/base/csv-guard.js'

describe('a cell from outside', () => {
  const CASES: readonly (readonly [cell: string, written: string])[] = [
    ['DY-0001', 'DY-0001'],
    ['', ''],
    ['=1+1', "'=1+1"],
    ["'=1", "''=1"],
    ["''=x", "'''=x"],
    [' =1+1', "' =1+1"],
    ['\n=1', "'\n=1"],
    ['\t=1', "'\t=1"],
    [" '=1", "' '=1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['-2+3', "'-2+3"],
    ['＝1+1', "'＝1+1"],
    ['－cmd', "'－cmd"],
    ['::error::x', "'::error::x"],
    ["'::x", "''::x"],
    ['  ::x', "'  ::x"],
    ['a\n::b\n c\r\n ::d', "a\n'::b\n c\r\n' ::d"],
    ['\n::x', "\n'::x"],
    ['a ::b', 'a ::b'],
    ['##[error]x', "##'[error]x"],
    ["##'[x", "##''[x"],
    ['ab ###[x', "ab ###'[x"],
    ['##vso[task.setvariable]x', "##'vso[task.setvariable]x"],
    ['=##[x', "'=##'[x"],
    ['-5', '-5'],
    ['-', '-'],
    ["'-", "''-"],
    ['-1,234.50', '-1,234.50'],
    ['+8613812345678', '+8613812345678'],
    ['+86 138 1234 5678', '+86 138 1234 5678'],
    ['+86 (138) 1234-5678', '+86 (138) 1234-5678'],
    ['\ta', "'\ta"],
    ["'A", "''A"],
    ["'quoted'", "'quoted'"],
    ["'", "''"],
  ]

  test.each(CASES)('%j is written %j', (cell, written) => {
    expect(guarded(cell)).toBe(written)
    expect(unguarded(written)).toBe(cell)
  })

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "'",
          '=',
          '+',
          '-',
          '@',
          '＝',
          '::',
          ':',
          '##',
          '#',
          '[',
          'a',
          '1',
          '86',
          ' ',
          '\n',
          '\r',
          '\t',
          '　',
          '"',
        ),
        fc.string({ unit: 'grapheme', maxLength: 2 }),
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(''))

  test('comes back, whatever it holds', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguarded(guarded(cell))).toBe(cell)
      }),
      { numRuns: 20_000 },
    )
  })

  test('is run by no spreadsheet and no CI system', () => {
    fc.assert(
      fc.property(text, (cell) => {
        const written = guarded(cell)
        expect(written.split(/[\n\r]/).filter((line) => line.trimStart().startsWith('::'))).toEqual([])
        expect(written).not.toContain('##[')
        if (/^[=+\-@＝＋－＠]/.test(written.trimStart()))
          expect(written).toMatch(/^\s*(?:[+-][\d.][\d ()e,.%+-]*|[=+\-@＝＋－＠])\s*$/i)
      }),
      { numRuns: 20_000 },
    )
  })
})
