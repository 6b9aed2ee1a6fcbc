import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../bench/generate/columns.js'
import { shuffledOrder } from '../../bench/generate/draws.js'
import { type FileOptions, fileChunks, PLAIN_FILE } from '../../bench/generate/rows.js'
import { scratch } from '../cli/run.js'

const generated = (change: Partial<FileOptions> = {}): Buffer =>
  Buffer.concat(Array.from(fileChunks({ ...PLAIN_FILE, ...change }), (chunk) => Buffer.from(chunk)))

const rowsOf = (file: Buffer): string[][] =>
  parse(file, { from: 2, relax_column_count: true }).map((row: string[]) => row)

const WHOLE = { gaps: 0, quoted: 0 }

describe('a generated file', () => {
  test('is the same for the same options, today and on every machine, so that figures can be compared', () => {
    const digest = createHash('sha256').update(generated()).digest('hex')
    expect(digest).toBe('4cbcbab74385ea1a1042ed73f1178b430293601edd3eee87b4af3a97ae3a7cd6')
    expect(generated({ seed: 2 }).equals(generated())).toBe(false)
  })

  test('has the header, so many rows, and about the bytes a row that are spoken of', () => {
    const file = generated()
    const rows = rowsOf(file)
    expect(file.toString().split('\n')[0]).toBe(COLUMNS.join(','))
    expect(rows).toHaveLength(1000)
    expect(rows.filter((row) => row.length !== COLUMNS.length)).toEqual([])
    expect(file.length / 1000).toBeGreaterThan(115)
    expect(file.length / 1000).toBeLessThan(130)
  })

  test('is whole where it is longer than one piece', () => {
    const rows = rowsOf(generated({ rows: 20_000 }))
    expect(rows.map(([id]) => id)).toEqual(rows.map((_, index) => `H${String(index + 1).padStart(8, '0')}`))
  })

  test.each([
    [0, 0],
    [0.02, 0.05],
    [0.3, 0.3],
  ])('has blanks and quotes in the shares asked for: %d, %d', (gaps, quoted) => {
    const file = generated({ rows: 5000, gaps, quoted }).toString()
    const cells = file.trimEnd().split('\n').slice(1).flatMap(cellsAsWritten)
    expect(cells).toHaveLength(5000 * COLUMNS.length)
    const share = (ofThose: (cell: string) => boolean) => cells.filter(ofThose).length / cells.length
    expect(share((cell) => cell === '')).toBeCloseTo((gaps * 21) / 22, 2)
    const filled = share((cell) => cell !== '')
    expect(share((cell) => cell.startsWith('"')) / filled).toBeCloseTo(quoted, 2)
  })

  test('may have its ids in no order, each once', () => {
    const ids = rowsOf(generated({ shuffled: true })).map(([id]) => id)
    const ascending = rowsOf(generated()).map(([id]) => id)
    expect(ids).not.toEqual(ascending)
    expect(ids.toSorted()).toEqual(ascending)
  })

  test.each([1, 2, 3, 64, 65, 1000])('the order of %d is a permutation', (count) => {
    const order = Array.from({ length: count }, (_, index) => shuffledOrder(count, 7)(index))
    expect(new Set(order).size).toBe(count)
    expect(Math.max(...order)).toBe(count - 1)
  })
})

/** The cells of a line with their quotes; none holds a line break. */
const cellsAsWritten = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,"]*)/g)].map(([, cell = '']) => cell)

describe('tpa reads a generated file', () => {
  test('without a word to say of its rows, and comes to every decision', () => {
    const { tpa } = scratch({ 'a.csv': generated({ ...WHOLE, rows: 3000, quoted: 0.05 }) })
    const { code, out, err } = tpa(['assess', 'a.csv', '-f', 'csv'])
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringMatching(/warning|error|note/) })
    const decisions = parse<Record<string, string>>(out, { columns: true }).map(({ decision }) => decision)
    expect(new Set(decisions)).toEqual(
      new Set(['register', 'monitor', 'not_eligible', 'exit', 'retain', 're_register', 'stable']),
    )
  })

  test('with gaps: some households need a person, all are assessed', () => {
    const { tpa } = scratch({ 'a.csv': generated() })
    const { ledger, summary } = JSON.parse(tpa(['assess', 'a.csv', '-f', 'json', '-q']).out)
    expect(ledger).toMatchObject({ read: 1000, assessed: 1000, rejected: 0, duplicates: 0 })
    expect(summary.decisions.verify).toBeGreaterThan(100)
    expect(summary.decisions.verify).toBeLessThan(300)
  })

  test('where one row in three is not plain, every kind of fault is found', () => {
    const { tpa } = scratch({ 'a.csv': generated({ rows: 3000, oddEvery: 3 }) })
    const { err } = tpa(['assess', 'a.csv', '-f', 'csv', '-o', 'out.csv', '--allow-rejects'])
    for (const code of ['ragged-row', 'invalid-number', 'invalid-code'])
      expect(err).toContain(`warning[${code}]`)
    const [, rejected, held] = /rejected (\d+) \+ duplicates (\d+)/.exec(err) ?? []
    expect(Number(rejected)).toBeGreaterThan(300)
    expect(Number(held)).toBeGreaterThan(300)
  })
})
