import { Chalk } from 'chalk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from '../../../src/base/inert-text.js'
import { widthOf } from '../../../src/base/text-width.js'
import { cell, flexible, left, type Section } from '../../../src/report/text/section.js'
import { tableLines } from '../../../src/report/text/table.js'

test('a cell of any length is shown whole', () => {
  const text = 'x'.repeat(1_000_000)
  const section: Section = {
    title: '',
    columns: [left('id'), flexible('why')],
    rows: [{ cells: [cell('A'), cell(text)] }],
    notes: [],
  }
  const [, , first = '', ...lines] = tableLines(section, 30, new Chalk({ level: 0 }))
  expect(first.startsWith('A')).toBe(true)
  expect([first.slice(1), ...lines].map((line) => line.trim()).join('')).toBe(text)
})

test('each character of a cell is shown at any width, in every cell of its row', () => {
  const texts = fc
    .array(
      fc.constantFrom(
        ...'建档立卡户，村。abc',
        ' ',
        '👩‍👧',
        '🇨🇳',
        'e\u0301',
        '\u001b[31m',
        '\t',
        '\u200b',
        '\u{1f3fb}',
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 90 }),
      fc.integer({ min: 20, max: 120 }),
      (rows, width) => {
        const lines = tableLines(sectionOf(rows), width, new Chalk({ level: 0 }))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, LEAST_OF_TWO))
        const shown = lines.slice(2).join('')
        const characters = (text: string) => [...printable(text).replaceAll(/\s/g, '')].sort().join('')
        expect(characters(shown)).toBe(characters(rows.flat().join('')))
      },
    ),
  )
})

/** A column that shares a width is never narrower than 10, the other never wider than 40. */
const LEAST_OF_TWO = 40 + 2 + 10

const sectionOf = (rows: readonly (readonly [string, string])[]): Section => ({
  title: '',
  columns: [left('id'), flexible('why')],
  rows: rows.map((texts) => ({ cells: texts.map((text) => cell(text)) })),
  notes: [],
})

test('8,000 rows take a time that grows with them', () => {
  const rows = (count: number) =>
    sectionOf(Array.from({ length: count }, (_, at) => [`H${at}`, '牙溪村的户主'] as const))
  const time = (count: number) => {
    const start = performance.now()
    tableLines(rows(count), 80, new Chalk({ level: 0 }))
    return performance.now() - start
  }
  time(1000)
  expect(time(8000)).toBeLessThan(40 * Math.max(5, time(1000)))
})
