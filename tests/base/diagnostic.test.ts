import { describe, expect, test } from 'vitest'
import { createLog, type Diagnostic, isTextPlace, textPlace } from '../../src/base/diagnostic.js'
import { makeSource } from '../../src/base/source.js'

const cell = (line: number, field: string | null, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'syntax',
  severity: 'warning',
  message: `cell of line ${line}`,
  at: { file: 'a.csv', line, field },
  ...more,
})

describe('ten thousand bad cells of one column are one message with a count', () => {
  test('the first is kept whole, the rest are counted with the lines of the first few', () => {
    const log = createLog()
    for (let line = 2; line <= 10_001; line += 1) log.add(cell(line, 'wage_income'))
    expect(log.list()).toEqual([{ ...cell(2, 'wage_income'), repeats: { count: 9_999, lines: [3, 4, 5] } }])
    expect(log.count('syntax')).toBe(10_000)
  })

  test('a single one carries no count', () => {
    const log = createLog()
    log.add(cell(2, 'wage_income'))
    expect(log.list()).toEqual([cell(2, 'wage_income')])
  })

  test('another column, file or code is another message, in the order in which each first came', () => {
    const log = createLog()
    const kinds = [
      cell(5, 'wage_income'),
      cell(4, 'water_minutes'),
      cell(3, 'wage_income', { at: { file: 'b.csv', line: 3, field: 'wage_income' } }),
      cell(2, 'wage_income', { code: 'shape' }),
    ]
    for (const each of [...kinds, ...kinds]) log.add(each)
    expect(log.list().map(({ repeats, ...first }) => [first, repeats?.count])).toEqual(
      kinds.map((kind) => [kind, 1]),
    )
    expect(log.count('cycle')).toBe(0)
  })

  test('what concerns no column is told apart by what it says', () => {
    const log = createLog()
    for (const line of [7, 8]) log.add(cell(line, null, { message: 'no id' }))
    log.add(cell(9, null, { message: 'ragged' }))
    log.add(cell(1, null, { message: 'no file', at: null }))
    expect(log.list().map((each) => [each.message, each.repeats?.count])).toEqual([
      ['no id', 1],
      ['ragged', undefined],
      ['no file', undefined],
    ])
  })

  test('two faults of a pack on one line both show', () => {
    const source = makeSource('pack.yaml', 'met: a + b')
    const log = createLog()
    for (const start of [5, 9, 5]) {
      log.add({
        code: 'unknown-name',
        severity: 'error',
        message: 'unknown',
        at: textPlace(source, { start, end: start + 1 }),
      })
    }
    expect(log.list().map((each) => isTextPlace(each.at) && each.at.column)).toEqual([6, 10])
  })
})

describe('what is underlined', () => {
  const source = makeSource('pack.yaml', 'one\r\ntwo words\r\n\r\n')
  const underlined = (start: number, end: number) => {
    const { line, column, length, text, above } = textPlace(source, { start, end })
    return { line, text, above, under: text.slice(column - 1, column - 1 + length), length }
  }

  test('is the span', () => {
    expect(underlined(9, 14)).toEqual({ line: 2, text: 'two words', above: 'one', under: 'words', length: 5 })
    expect(underlined(0, 3)).toEqual({ line: 1, text: 'one', above: null, under: 'one', length: 3 })
  })

  test('ends with the line where the span goes on', () => {
    expect(underlined(9, 18).under).toBe('words')
  })

  test('is one mark where there is nothing', () => {
    expect(underlined(14, 14)).toMatchObject({ line: 2, under: '', length: 1 })
    expect(underlined(18, 30)).toMatchObject({ line: 4, text: '', above: '', length: 1 })
  })
})
