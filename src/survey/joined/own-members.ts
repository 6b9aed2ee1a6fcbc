import { type Blanks, idText, isBlankCell } from '../cells/missing.js'
import type { MappedFact } from './mapped-facts.js'
import type { MemberRow } from './members.js'
import type { RawRecord, RecordsTable } from './record-rows.js'

/** One of several members beside each other in one row. */
export interface MappedRepeat {
  readonly number: number
  readonly facts: readonly MappedFact[]
  /** Where the person's id stands, or -1. */
  readonly person: number
  /** The columns of its id and its facts. */
  readonly cells: readonly { readonly index: number; readonly options: Blanks }[]
}

/** The persons of a record whose table has one row a person. */
export function personRows(
  { file, bound, cells }: RecordsTable,
  facts: readonly MappedFact[],
  { persons }: RawRecord,
): MemberRow[] {
  return persons.map((row) => ({
    ...row,
    file: file.file,
    facts,
    person: bound.person === null ? '' : idText(row.cells[bound.person.index] ?? '', cells),
  }))
}

/** Members beside each other in one row; a number whose columns are all blank is not a member. */
export function repeatedRows(
  { file, cells: options }: RecordsTable,
  repeats: readonly MappedRepeat[],
  { cells, line }: RawRecord,
): MemberRow[] {
  return repeats.flatMap((repeat) =>
    repeat.cells.every(({ index, options: own }) => isBlankCell(cells[index] ?? '', own))
      ? []
      : [
          {
            line,
            cells,
            file: file.file,
            facts: repeat.facts,
            person: idText(cells[repeat.person] ?? '', options),
          },
        ],
  )
}
