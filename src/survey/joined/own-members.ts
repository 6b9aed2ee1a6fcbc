import { idText } from '../cells/missing.js'
import type { Said } from '../signs/person/said-of-person.js'
import type { MappedFact } from './mapped-facts.js'
import type { MemberRow } from './members.js'
import type { RawRecord, RecordsTable } from './record-rows.js'

/** A column in the group of a member, and what its cells say of somebody. */
export interface RepeatCell {
  readonly index: number
  /** The header of a column without a fact. */
  readonly countedBy: string | null
  /** False where it may be about something else than the member. */
  readonly isSure: boolean
  says(cell: string): Said
}

/** One of several members beside each other in one row. */
export interface MappedRepeat {
  readonly facts: readonly MappedFact[]
  /** Where the person's id stands, or -1. */
  readonly person: number
  /** The columns of its id and its facts, then those beside them. */
  readonly cells: readonly RepeatCell[]
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

/**
 * Members beside each other in one row. A group that says nothing may be a member where a later one says something, and is none behind it; one
 * that says no more than 0 or no may be one anywhere.
 */
export function repeatedRows(
  { file, cells: options }: RecordsTable,
  repeats: readonly MappedRepeat[],
  { cells, line }: RawRecord,
): MemberRow[] {
  const groups = repeats.map((repeat) => ({ repeat, ...saidOf(repeat, cells) }))
  const last = groups.findLastIndex(({ said }) => said === 'something')
  return groups.flatMap(({ repeat: { facts, person }, said, countedBy }, at): MemberRow[] => {
    if (said === 'nothing' && at > last) return []
    const row = { line, cells, file: file.file, facts, person: idText(cells[person] ?? '', options) }
    if (said !== 'something') return [{ ...row, maybe: true }]
    return [countedBy === null ? row : { ...row, countedBy }]
  })
}

/** What the cells of a group say together, and the header of the column that alone says that there is somebody. */
function saidOf(
  { cells: columns }: MappedRepeat,
  cells: readonly string[],
): { said: Said; countedBy: string | null } {
  let said: Said = 'nothing'
  for (const { index, countedBy, isSure, says } of columns) {
    const own = says(cells[index] ?? '')
    if (own === 'something' && isSure) return { said: own, countedBy }
    if (own !== 'nothing') said = 'no'
  }
  return { said, countedBy: null }
}
