import type { Diagnostic } from '../../base/diagnostic.js'
import { isDestroyed, unwrapText } from '../cell-text.js'
import { inputFault } from '../input.js'
import type { BoundFact } from '../mapping/bound.js'
import { createIdTable, type IdTable } from '../repeated-ids.js'
import { createKeyIndex, type KeyIndex } from '../rosters/key-index.js'
import type { Column } from '../row.js'
import { type ColumnDoubts, collectSuspects, type Suspects } from '../suspects.js'
import { type PersonOrder, type RawRecord, type RecordsTable, readRecords } from './record-rows.js'

/** What reading a table of records once tells. */
export interface ScannedRecords {
  readonly table: RecordsTable
  readonly order: PersonOrder
  /** By fact; those of a row's person as `members.age`. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts>
  readonly records: number
  readonly withKey: number
  readonly broken: { readonly count: number; readonly first: string }
  /** Rows that belong to another table of the same file. */
  readonly others: number
  /** Ids of persons that come more than once, where each row is a person. */
  readonly persons: IdTable
}

/** Numbers of the records by the column that rosters point at; `null` stands for their key. */
export interface RecordNumbers {
  indexOf(parent: Column | null): KeyIndex
}

export interface RecordIndexes extends RecordNumbers {
  note(record: RawRecord): void
  readonly faults: readonly Diagnostic[]
}

/** Indexes for the columns that rosters point at; one that is no key has each value once. */
export function createIndexes(parents: readonly (Column | null)[], file: string): RecordIndexes {
  const indexes = new Map<string, { readonly column: Column | null; readonly index: KeyIndex }>()
  for (const column of parents) {
    const name = column?.header ?? ''
    if (!indexes.has(name)) indexes.set(name, { column, index: createKeyIndex() })
  }
  const repeated = new Set<string>()
  return {
    indexOf(parent) {
      const found = indexes.get(parent?.header ?? '')
      if (found === undefined) throw new Error('no index was made for this column')
      return found.index
    },
    note({ key, cells }) {
      for (const [name, { column, index }] of indexes) {
        const value = column === null ? key : unwrapText(cells[column.index] ?? '')
        if (value === '') continue
        const before = index.size()
        index.add(value)
        if (column !== null && index.size() === before) repeated.add(name)
      }
    },
    get faults() {
      return [...repeated].map((name) =>
        inputFault(
          'ambiguous-column',
          file,
          `column \`${name}\`, which the roster points at, has one value in several rows`,
          'join by a column that tells one row from all others',
        ),
      )
    },
  }
}

/** Reads a table of records from end to end: its keys, its numbers for rosters, what is doubtful about its columns. */
export async function scanRecords(
  table: RecordsTable,
  ids: Pick<IdTable, 'add'>,
  indexes: Pick<RecordIndexes, 'note'>,
): Promise<ScannedRecords> {
  const suspects = collectSuspects()
  const keys = createKeyIndex()
  const persons = createIdTable()
  const counts = { records: 0, withKey: 0, others: 0 }
  const broken = { count: 0, first: '' }
  let order: PersonOrder = 'together'
  let last = -1
  for await (const batch of readRecords(table, 'together', () => {})) {
    for (const row of batch) {
      if (row.kind === 'other') counts.others += 1
      if (row.kind === 'broken') {
        if (broken.count === 0) broken.first = row.row.message
        broken.count += 1
      }
      if (row.kind !== 'record') continue
      counts.records += 1
      noteDoubts(suspects, table, row)
      for (const id of personIds(table, row)) persons.add(id)
      if (row.key === '') continue
      counts.withKey += 1
      indexes.note(row)
      if (table.oneRowPer === 'person') {
        const known = keys.size()
        last = keys.add(row.key)
        if (last < known) {
          order = 'scattered'
          continue
        }
      }
      if (!isDestroyed(row.key)) ids.add(row.key)
    }
  }
  persons.seal()
  return { table, order, doubts: suspects.found(), ...counts, broken, persons }
}

/** The ids of the persons of a record, where the mapping declares a column for them. */
export function personIds({ bound }: RecordsTable, { persons }: RawRecord): string[] {
  const { person } = bound
  if (person === null) return []
  return persons.map(({ cells }) => unwrapText(cells[person.index] ?? '')).filter((id) => id !== '')
}

function noteDoubts(suspects: Suspects, { bound }: RecordsTable, { cells, line, persons }: RawRecord): void {
  noteCells(suspects, bound.facts, '', cells, line)
  for (const person of persons) noteCells(suspects, bound.members, 'members.', person.cells, person.line)
}

/** Notes the cells of facts that are read from one column. */
function noteCells(
  suspects: Suspects,
  facts: readonly BoundFact[],
  prefix: string,
  cells: readonly string[],
  line: number,
): void {
  for (const { fact, columns, compute } of facts) {
    const [only] = columns
    if (compute === null && only !== undefined)
      suspects.note(prefix + fact, only.declaration, cells[only.column.index] ?? '', line)
  }
}
