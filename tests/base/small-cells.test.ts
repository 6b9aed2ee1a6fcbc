import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountTable, hiddenCells, isSmall } from '../../src/base/small-cells.js'

const known = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((count) => ({ least: count, most: count })))
const tableOf = (rows: readonly (readonly number[])[]): CountTable => ({
  rows: known(rows),
  rowTotals: rows.map(() => true),
  columnTotals: (rows[0] ?? []).map(() => true),
})

/** Each row with a point for what stays hidden below 10. */
function shown(table: CountTable): string[] {
  const hidden = hiddenCells(table, 10)
  return table.rows.map((row, at) =>
    row.map(({ least }, column) => (hidden[at]?.[column] === true ? '·' : least)).join(' '),
  )
}

describe('small cells', () => {
  it.each<[string, readonly (readonly number[])[], readonly string[]]>([
    [
      'nothing small',
      [
        [10, 20],
        [0, 30],
      ],
      ['10 20', '0 30'],
    ],
    ['one in its row: the next smallest goes, too', [[97, 3, 0, 40]], ['97 · 0 ·']],
    ['two that are enough together', [[50, 6, 5]], ['50 · ·']],
    ['two that are not: a third goes', [[50, 6, 3]], ['· · ·']],
    [
      'rows first, then columns, the smallest each time',
      [
        [3, 50, 60],
        [40, 70, 80],
        [90, 20, 30],
      ],
      ['· · ·', '· · 80', '90 · ·'],
    ],
    [
      'one that has no other in its row',
      [
        [5, 0, 0],
        [20, 30, 40],
      ],
      ['· 0 0', '· · 40'],
    ],
  ])('%s', (_, rows, expected) => {
    const columnTotals = (rows[0] ?? []).map(() => rows.length > 1)
    expect(shown({ ...tableOf(rows), columnTotals })).toEqual(expected)
  })

  it('a count with two ends is small if either is, or if few are open', () => {
    expect(
      [
        [0, 3],
        [3, 40],
        [0, 40],
        [10, 12],
        [10, 20],
        [0, 0],
      ].map(([least = 0, most = 0]) => isSmall({ least, most }, 10)),
    ).toEqual([true, true, false, true, false, false])
  })

  it('nobody can work out a small cell: another table has the same shown cells and totals', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(tables, (rows) => {
        const least = 4
        const hidden = hiddenCells(tableOf(rows), least)
        for (const [at, row] of rows.entries())
          for (const [column, count] of row.entries()) {
            if (count >= 1 && count < least) expect(hidden[at]?.[column]).toBe(true)
          }
        for (const [at, row] of rows.entries())
          for (const [column, count] of row.entries()) {
            if (hidden[at]?.[column] !== true || count === 0 || count >= least) continue
            if (!hasWay(rows, hidden, at, column))
              expect(isAlone(rows, hidden, at, column), JSON.stringify(rows)).toBe(true)
          }
      }),
      { numRuns: 2000 },
    )
  })
})

/** Whether a circle of hidden cells goes through a cell: along it all can change while each total stays. */
function hasWay(
  rows: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): boolean {
  const seen = new Set<string>()
  const walk = (at: 'row' | 'column', place: number): boolean => {
    if (at === 'row' && place === row) return true
    const key = `${at}${place}`
    if (seen.has(key)) return false
    seen.add(key)
    return at === 'column'
      ? rows.some(
          (_, other) =>
            !(other === row && place === column) && hidden[other]?.[place] === true && walk('row', other),
        )
      : (rows[place] ?? []).some(
          (_, other) =>
            !(place === row && other === column) && hidden[place]?.[other] === true && walk('column', other),
        )
  }
  return walk('column', column)
}

/** Whether nothing positive is left to hide with it, in its row and its column. */
const isAlone = (
  rows: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): boolean =>
  (rows[row] ?? []).every((count, other) => count === 0 || hidden[row]?.[other] === true) &&
  rows.every((each, other) => each[column] === 0 || hidden[other]?.[column] === true)
