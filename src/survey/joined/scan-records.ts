import type { Diagnostic } from '../../base/diagnostic.js'
import { idText } from '../cells/missing.js'
import { isDestroyed } from '../cells/text.js'
import { type ColumnDoubts, collectSuspects, type Suspects } from '../doubts/column-doubts.js'
import { inputFault } from '../files/input.js'
import type { Column } from '../files/row.js'
import { memberPath } from '../records/assume.js'
import { personKey } from '../records/person-key.js'
import { createIdTable, type IdTable } from '../records/repeated-ids.js'
import { noteColumns } from './column-doubts.js'
import { createKeyIndex, type KeyIndex } from './key-index.js'
import { rowTest } from './mapped-facts.js'
import { type PersonOrder, type RawRecord, type RecordsTable, readRecords, valueIn } from './record-rows.js'
import { likelyRecord } from './roster-rows.js'

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
  /** Ids of persons that come more than once, where the mapping declares a column for them. */
  readonly persons: IdTable
  /** Whether a row that cannot be read most likely belongs to the record of a key, where each row is a person. */
  isBroken(key: string): boolean
}

/** Numbers of the records by the column that rosters point at; `null` stands for their key. */
export interface RecordNumbers {
  indexOf(parent: Column | null): RecordIndex
}

export interface RecordIndex {
  readonly index: KeyIndex
  /** Numbers that stand for several rows. */
  readonly repeats: ReadonlySet<number>
}

export interface RecordIndexes extends RecordNumbers {
  note(table: RecordsTable, record: RawRecord): void
  readonly faults: readonly Diagnostic[]
}

/** Indexes for the columns that rosters point at; one that is no key has each value once. */
export function createIndexes(parents: readonly (Column | null)[], file: string): RecordIndexes {
  const indexes = new Map<string, { column: Column | null; index: KeyIndex; repeats: Set<number> }>()
  for (const column of parents) {
    const name = column?.header ?? ''
    if (!indexes.has(name)) indexes.set(name, { column, index: createKeyIndex(), repeats: new Set() })
  }
  const repeated = new Set<string>()
  return {
    indexOf(parent) {
      const found = indexes.get(parent?.header ?? '')
      if (found === undefined) throw new Error('no index was made for this column')
      return found
    },
    note(table, record) {
      for (const [name, { column, index, repeats }] of indexes) {
        const value = valueIn(table, column, record)
        if (value === '' || isDestroyed(value)) continue
        const before = index.size()
        const number = index.add(value)
        if (index.size() > before) continue
        repeats.add(number)
        if (column !== null) repeated.add(name)
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
  const note = noteDoubts(suspects, table)
  const isInterview = rowTest(table.bound.interviewIf)
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
      if (row.kind === 'keyless') {
        counts.records += 1
        if (row.key !== '') counts.withKey += 1
      }
      if (row.kind !== 'record') continue
      counts.records += 1
      const isJudged = isInterview(row.cells) !== false
      if (isJudged) {
        note(row)
        for (const id of personKeys(table, row)) persons.add(id)
      }
      if (row.key === '') continue
      counts.withKey += 1
      indexes.note(table, row)
      if (table.oneRowPer === 'person') {
        const known = keys.size()
        last = keys.add(row.key)
        if (last < known) {
          order = 'scattered'
          continue
        }
      }
      if (isJudged && !isDestroyed(row.key)) ids.add(row.key)
    }
  }
  persons.seal()
  const lost = table.oneRowPer === 'person' && broken.count > 0 ? await lostPersons(table, keys) : new Set()
  return {
    ...{ table, order, doubts: suspects.found(), ...counts, broken, persons },
    isBroken: (key) => lost.size > 0 && lost.has(keys.find(key)),
  }
}

/** Reads a table of persons again for the records to which the rows that cannot be read most likely belong. */
async function lostPersons(table: RecordsTable, keys: KeyIndex): Promise<ReadonlySet<number>> {
  const { key } = table.bound
  const found = new Set<number>()
  if (key === null || key === 'row') return found
  for await (const batch of readRecords(table, 'together', () => {}))
    for (const row of batch) if (row.kind === 'broken') found.add(likelyRecord(row.row, key, keys))
  found.delete(-1)
  return found
}

/** What tells the persons of a record from all others, where the mapping declares columns for it. */
export function personKeys(
  { bound, cells: blanks }: RecordsTable,
  { key, cells, persons }: RawRecord,
): string[] {
  const { person, repeats } = bound
  const own = person === null ? [] : persons.map((row) => row.cells[person.index])
  const beside = repeats.map((each) => (each.person === null ? '' : cells[each.person.index]))
  const ids = [...own, ...beside].map((cell) => idText(cell ?? '', blanks)).filter((id) => id !== '')
  return ids.map((id) => personKey(key, id))
}

function noteDoubts(suspects: Suspects, { bound }: RecordsTable): (record: RawRecord) => void {
  const ofRecord = noteColumns(suspects, bound.facts, '')
  const ofPerson = noteColumns(suspects, bound.members, memberPath(''))
  const beside = bound.repeats.map(({ facts }) => noteColumns(suspects, facts, memberPath('')))
  return ({ cells, line, persons }) => {
    ofRecord(cells, line)
    for (const person of persons) ofPerson(person.cells, person.line)
    for (const note of beside) note(cells, line)
  }
}
