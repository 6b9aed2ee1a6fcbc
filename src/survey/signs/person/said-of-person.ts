import { ZERO } from '../../../base/decimal.js'
import { type Blanks, isBlankCell } from '../../cells/missing.js'
import type { Reading } from '../../cells/reading.js'
import { unwrapText } from '../../cells/text.js'
import { saysNo } from '../../cells/yes-no.js'
import { isSystemHeader } from '../tool-columns.js'

/** Columns of a table of persons that are only keys. */
export interface KeyColumns {
  /** What points at the record or belongs to it, and what survey tools fill in even where nobody answered. */
  readonly filled: ReadonlySet<number>
  /** Where a person's id is in which a mere number counts rows, or -1. */
  readonly number: number
}

/**
 * The key columns of a table of persons.
 * @param own positions of columns that point at the record or belong to it
 * @param person the position of the person's id, or -1. If there is nothing else, each id is a person
 */
export function keyColumns(headers: readonly string[], own: Iterable<number>, person: number): KeyColumns {
  const filled = new Set(own)
  for (const [index, header] of headers.entries()) {
    const last = header.split(/[/:]/).at(-1) ?? header
    if (isSystemHeader(last.trim())) filled.add(index)
  }
  const others = headers.some((_, index) => index !== person && !filled.has(index))
  return { filled, number: others ? person : -1 }
}

/** True if a row of a table of persons says anything about a person. The number of a row does not count; any other id of a person does. */
export const saysOfPerson = (
  cells: readonly string[],
  { filled, number }: KeyColumns,
  blanks: Blanks,
): boolean =>
  cells.some(
    (cell, index) =>
      !filled.has(index) && !isBlankCell(cell, blanks) && !(index === number && isRowNumber(cell)),
  )

const isRowNumber = (cell: string): boolean => /^\d{1,2}(?:\.0)?$/.test(unwrapText(cell))

/** What one cell in the group of a member says: nothing, no more than 0 or no, or that there is somebody. */
export type Said = 'nothing' | 'no' | 'something'

/** What a cell without a fact says in the group of a number. The number itself says nothing. */
export function saidBeside(cell: string, number: number, blanks: Blanks): Said {
  if (isBlankCell(cell, blanks)) return 'nothing'
  const text = unwrapText(cell)
  if (PLACEHOLDER.test(text)) return 'nothing'
  if (isZeroOrNo(text)) return 'no'
  return /^\d{1,6}(?:\.0)?$/.test(text) && Number(text) === number ? 'nothing' : 'something'
}

/** What a cell with a fact says. A question that was not asked says no more than a no. */
export function saidByFact(cell: string, blanks: Blanks, read: (cell: string) => Reading): Said {
  const text = unwrapText(cell)
  if (isBlankCell(cell, blanks) || PLACEHOLDER.test(text)) return 'nothing'
  if (isZeroOrNo(text)) return 'no'
  const { fact } = read(cell)
  if (fact.kind === 'gap') return fact.reason === 'not_asked' ? 'no' : 'something'
  return fact.value === false || (typeof fact.value === 'object' && fact.value.eq(ZERO)) ? 'no' : 'something'
}

/** What is typed into a place where nobody is. */
const PLACEHOLDER = /^(?:n\/?a|nan|null|[-–—/]{1,3})$/i

const isZeroOrNo = (text: string): boolean => /^0+(?:[.,]0+)?$/.test(text) || saysNo(text)
