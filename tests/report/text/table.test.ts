import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { cell, flexible, left, type Section } from '../../../src/report/text/section.js'
import { tableLines } from '../../../src/report/text/table.js'

test('a cell of any length is shown whole', () => {
  const text = 'x'.repeat(5_000_000)
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
