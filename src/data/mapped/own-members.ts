import { unwrapText } from '../cell-text.js'
import type { MappedFact } from './mapped-facts.js'
import type { MemberRow } from './members.js'
import type { RawRecord, RecordsTable } from './record-rows.js'

/** A number of members beside each other in one row. */
export interface MappedRepeat {
  readonly number: number
  readonly facts: readonly MappedFact[]
  /** The columns of all that it says, by position. */
  readonly cells: readonly number[]
}

/** The persons of a record whose table has one row a person. */
export function personRows(
  { file, bound }: RecordsTable,
  facts: readonly MappedFact[],
  { persons }: RawRecord,
): MemberRow[] {
  return persons.map((row) => ({
    ...row,
    file: file.file,
    facts,
    person: bound.person === null ? '' : unwrapText(row.cells[bound.person.index] ?? ''),
  }))
}

/** Members beside each other in one row; numbers of which nothing is filled in are no members. */
export function repeatedRows(
  { file }: RecordsTable,
  repeats: readonly MappedRepeat[],
  { cells, line }: RawRecord,
): MemberRow[] {
  return repeats.flatMap((repeat) =>
    repeat.cells.every((at) => (cells[at] ?? '').trim() === '')
      ? []
      : [{ line, cells, file: file.file, facts: repeat.facts, person: '' }],
  )
}
