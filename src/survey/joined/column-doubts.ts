import type { CollectedDoubts } from '../doubts/column-doubts.js'
import type { BoundFact } from '../mapping/bound-columns.js'

/** The path of the doubts about a column of a fact: `wage_income`, `members.age`, `wage_income#1` for the second column. */
export const doubtPath = (fact: string, column: number): string => (column === 0 ? fact : `${fact}#${column}`)

/**
 * Notes the cells of all columns that facts are read from, also those of expressions: 999 times 12 is not an income either.
 * @param prefix empty, or that of members
 * @param placeOf where a column of the table is in the cells that are handed over
 */
export function noteColumns(
  doubts: CollectedDoubts,
  facts: readonly BoundFact[],
  prefix: string,
  placeOf: (index: number) => number = (index) => index,
): (cells: readonly string[], line: number) => void {
  const watched = facts.flatMap(({ fact, columns }) =>
    columns.map(({ column, declaration }, at) => ({
      path: doubtPath(prefix + fact, at),
      declaration,
      place: placeOf(column.index),
    })),
  )
  return (cells, line) => {
    for (const { path, declaration, place } of watched)
      doubts.note(path, declaration, cells[place] ?? '', line)
  }
}
