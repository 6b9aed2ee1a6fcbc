import type { Pack } from '../../lang/pack.js'
import { findColumn, foldName } from '../columns/columns.js'
import { memberNumber } from '../columns/member-number.js'
import { countCodes } from '../doubts/code-columns.js'
import type { Column } from '../files/row.js'
import type {
  BoundCondition,
  BoundFact,
  BoundKey,
  BoundRecords,
  BoundRoster,
} from '../mapping/bound-columns.js'
import { columnsOfKey } from '../mapping/key-text.js'
import { type UnusedColumn, unusedColumns, watchedWords } from '../records/unused-codes.js'
import { goneColumn } from '../signs/person/gone-members.js'
import { unitColumn } from '../signs/unit-columns.js'
import type { RecordsTable } from './record-rows.js'

/** The columns of a table of records that its mapping does not name, as far as they may be made of codes of a fact that it lacks. */
export function unnamedColumns(pack: Pack, headers: readonly string[], bound: BoundRecords): UnusedColumn[] {
  const named = namedColumns(bound)
  const facts = new Set(bound.facts.map(({ fact }) => fact))
  const unused = new Set(headers.filter((_, index) => !named.has(index)).map(foldName))
  return unusedColumns(pack, headers, { used: facts, unused }).filter(({ index }) => !named.has(index))
}

/** The positions of all columns of a table of records that a mapping names, also those that say which rows count. */
export function namedColumns({ members, repeats, ...bound }: BoundRecords): ReadonlySet<number> {
  const beside = repeats.flatMap(({ facts }) => facts)
  const conditions = [bound.rowsIf, bound.interviewIf, bound.headIf]
  const alone = [bound.key, bound.person, ...repeats.map(({ person }) => person)]
  return positions([...bound.facts, ...members, ...beside], conditions, alone)
}

/** The same of a roster. */
export const namedInRoster = ({ facts, rowsIf, headIf, person, join }: BoundRoster): ReadonlySet<number> =>
  positions(facts, [rowsIf, headIf], [person, join?.child ?? null])

function positions(
  facts: readonly BoundFact[],
  conditions: readonly (BoundCondition | null)[],
  alone: readonly (Column | BoundKey | 'row' | null)[],
): ReadonlySet<number> {
  const columns = [...facts, ...conditions].flatMap((each) => each?.columns ?? [])
  return new Set([
    ...columns.map(({ column }) => column.index),
    ...alone.flatMap((each) => {
      if (each === null || each === 'row') return []
      return ('parts' in each ? columnsOfKey(each) : [each]).map(({ index }) => index)
    }),
  ])
}

/** The columns of a table of persons that its mapping does not name and that may say who is gone, or in which unit others stand. */
export const columnsOfPersons = (headers: readonly string[], named: ReadonlySet<number>): UnusedColumn[] =>
  headers.flatMap((header, index) => (named.has(index) || !saysMore(header) ? [] : [{ index, name: header }]))

/** The same where the persons of a record are in one row, each column under one name for all of them. */
export const columnsOfGroups = (beside: RecordsTable['beside']): UnusedColumn[] =>
  [...beside].flatMap(([number, columns]) =>
    columns.flatMap(({ header, index }) => {
      const name = header.replace(/\d+|[一二三四五六七八九十]{1,3}/g, (digits) =>
        memberNumber(digits) === number ? '{n}' : digits,
      )
      return saysMore(name) ? [{ index, name }] : []
    }),
  )

const saysMore = (header: string): boolean => goneColumn(header) !== null || unitColumn(header) !== null

/** Counts the codes in unused columns of a table, row by row. */
export function countUnused(pack: Pack, unused: readonly UnusedColumn[]) {
  const counted = unused.length === 0 ? null : countCodes(watchedWords(pack))
  return {
    note(cells: readonly string[]): void {
      if (counted !== null) for (const { index, name } of unused) counted.note(name, cells[index] ?? '')
    },
    counts: () => counted?.counts() ?? new Map(),
  }
}

/** Where a column to be kept stands; −1 where a table lacks it. */
export function positionOf(headers: readonly string[], header: string): number {
  const found = findColumn(headers, header)
  return 'column' in found ? found.column.index : -1
}
