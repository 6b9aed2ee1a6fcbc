import type { Truth } from '../../base/truth.js'
import type { Pack } from '../../lang/pack.js'
import { isDestroyed, unwrapText } from '../cells/text.js'
import type { CodeCount } from '../doubts/code-columns.js'
import { type CollectedDoubts, type ColumnDoubts, collectDoubts } from '../doubts/column-doubts.js'
import { memberPath } from '../records/assume.js'
import { createKeyIndex, type KeyIndex } from '../records/key-index.js'
import { countOwnIds, type OwnIds } from '../records/own-ids.js'
import { createIdTable, type IdTable } from '../records/repeated-ids.js'
import { noteColumns } from './column-doubts.js'
import { rowTest } from './mapped-facts.js'
import type { RecordIndexes } from './record-indexes.js'
import {
  type PersonOrder,
  personKeys,
  type RawRecord,
  type RawRow,
  type RecordsTable,
  readRecords,
} from './record-rows.js'
import { likelyRecord } from './roster-rows.js'
import { countUnused } from './unused-columns.js'

/** What reading a table of records once tells. */
export interface ScannedRecords {
  readonly table: RecordsTable
  readonly order: PersonOrder
  /** Doubts by fact; facts of members as `members.age`. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts>
  readonly collected: CollectedDoubts
  /** What was counted of codes in columns that the mapping does not name. */
  readonly codes: ReadonlyMap<string, CodeCount>
  /** The same in columns that may say something of persons, by header. */
  readonly codesOfPersons: ReadonlyMap<string, CodeCount>
  /** What a column holds that is named as the id, where another is the key. */
  readonly ownIds: OwnIds | null
  readonly records: number
  readonly withKey: number
  readonly broken: { readonly count: number; readonly first: string }
  /** Rows that belong to another table of the same file. */
  readonly others: number
  /** Rows that are not interviews. */
  readonly leftOut: number
  /** Persons that come more than once, by their ids, or by their names in a household where no column has ids. */
  readonly persons: IdTable
  /** What columns without a fact in the groups of members hold in every record, by header. */
  readonly held: ReadonlyMap<string, Held>
  /** Whether a row that cannot be read most likely belongs to the record of this key. Only if each row is a person. */
  isBroken(key: string): boolean
}

/** The one text that a column holds in records, `null` if they differ. */
export interface Held {
  readonly text: string | null
  readonly records: number
}

/** Reads a whole table of records: its keys, its numbers for rosters, what is doubtful about its columns. */
export async function scanRecords(
  pack: Pack,
  table: RecordsTable,
  ids: Pick<IdTable, 'add'>,
  indexes: Pick<RecordIndexes, 'note'>,
): Promise<ScannedRecords> {
  const scan = newScan(pack, table, ids, indexes)
  for await (const batch of readRecords(table, 'together', () => {}))
    for (const row of batch) noteRow(scan, row)
  const { order, doubts, records, withKey, others, broken, persons, keys, held } = scan
  persons.seal()
  const mayBeLost = table.oneRowPer === 'person' && (broken.count > 0 || scan.keyless > 0)
  const lost = mayBeLost ? await lostPersons(table, keys) : new Set()
  return {
    table,
    order,
    doubts: doubts.found(),
    collected: doubts,
    codes: scan.unused.counts(),
    codesOfPersons: scan.ofPersons.counts(),
    ownIds: scan.ownIds?.counts() ?? null,
    leftOut: scan.leftOut,
    records,
    withKey,
    others,
    broken,
    persons,
    held,
    isBroken: (key) => lost.size > 0 && lost.has(keys.find(key)),
  }
}

/** A table of records, and what its rows have shown so far. */
interface OpenScan {
  readonly table: RecordsTable
  readonly ids: Pick<IdTable, 'add'>
  readonly indexes: Pick<RecordIndexes, 'note'>
  readonly doubts: CollectedDoubts
  readonly noteCells: (record: RawRecord) => void
  readonly unused: ReturnType<typeof countUnused>
  readonly ofPersons: ReturnType<typeof countUnused>
  readonly ownIds: ReturnType<typeof countOwnIds> | null
  readonly isInterview: (cells: readonly string[]) => Truth
  readonly keys: KeyIndex
  readonly persons: IdTable
  readonly broken: { count: number; first: string }
  readonly held: Map<string, Held>
  records: number
  withKey: number
  /** Rows of persons without a key. */
  keyless: number
  others: number
  leftOut: number
  order: PersonOrder
}

function newScan(
  pack: Pack,
  table: RecordsTable,
  ids: OpenScan['ids'],
  indexes: OpenScan['indexes'],
): OpenScan {
  const doubts = collectDoubts()
  return {
    table,
    ids,
    indexes,
    doubts,
    noteCells: noteDoubts(doubts, table),
    unused: countUnused(pack, table.unused),
    ofPersons: countUnused(pack, table.ofPersons),
    ownIds: table.ownId === null ? null : countOwnIds(table.ownId),
    isInterview: rowTest(table.bound.interviewIf),
    keys: createKeyIndex(),
    persons: createIdTable(),
    broken: { count: 0, first: '' },
    held: new Map(),
    records: 0,
    withKey: 0,
    keyless: 0,
    others: 0,
    leftOut: 0,
    order: 'together',
  }
}

function noteRow(scan: OpenScan, row: RawRow): void {
  switch (row.kind) {
    case 'other':
      scan.others += 1
      return
    case 'broken':
      if (scan.broken.count === 0) scan.broken.first = row.row.message
      scan.broken.count += 1
      return
    case 'keyless':
      scan.records += 1
      if (row.key === '') scan.keyless += 1
      else scan.withKey += 1
      return
    case 'record':
      scan.records += 1
      noteRecord(scan, row)
      return
    case 'blank':
    case 'skipped':
    case 'passed-over':
  }
}

function noteRecord(scan: OpenScan, record: RawRecord): void {
  const { table, ids, indexes, persons } = scan
  const isJudged = scan.isInterview(record.cells) !== false
  if (!isJudged) scan.leftOut += 1
  if (isJudged) {
    scan.noteCells(record)
    noteHeld(scan, record)
    scan.unused.note(record.cells)
    scan.ownIds?.note(record.cells)
    const rows = table.oneRowPer === 'person' ? record.persons : [record]
    for (const { cells } of rows) scan.ofPersons.note(cells)
    for (const id of personKeys(table, record)) persons.add(id)
  }
  if (record.key === '') return
  scan.withKey += 1
  indexes.note(table, record)
  if (table.oneRowPer === 'person' && isScattered(scan, record.key)) {
    scan.order = 'scattered'
    return
  }
  if (isJudged && !isDestroyed(record.key)) ids.add(record.key)
}

function noteHeld({ held, table }: OpenScan, { cells }: RawRecord): void {
  for (const columns of table.beside.values())
    for (const { header, index } of columns)
      held.set(header, bothHeld(held.get(header), { text: unwrapText(cells[index] ?? ''), records: 1 }))
}

/** What a column holds in the records of both. */
export const bothHeld = (one: Held | undefined, other: Held): Held =>
  one === undefined
    ? other
    : { text: one.text === other.text ? one.text : null, records: one.records + other.records }

/** Whether the key of a record has come before: then its persons do not stand together. */
function isScattered({ keys }: OpenScan, key: string): boolean {
  const before = keys.size()
  return keys.add(key) < before
}

/** Reads a table of persons again, and finds the records to which its unreadable rows most likely belong, and those above rows without a key. */
async function lostPersons(table: RecordsTable, keys: KeyIndex): Promise<ReadonlySet<number>> {
  const { key } = table.bound
  const found = new Set<number>()
  if (key === null || key === 'row') return found
  let above = -1
  for await (const batch of readRecords({ ...table, oneRowPer: 'record' }, 'together', () => {}))
    for (const row of batch) {
      if (row.kind === 'broken') found.add(likelyRecord(row.row, key, keys))
      if (row.kind !== 'record') continue
      if (row.key === '') found.add(above)
      else above = keys.find(row.key)
    }
  found.delete(-1)
  return found
}

function noteDoubts(doubts: CollectedDoubts, { bound }: RecordsTable): (record: RawRecord) => void {
  const ofRecord = noteColumns(doubts, bound.facts, '')
  const ofPerson = noteColumns(doubts, bound.members, memberPath(''))
  const beside = bound.repeats.map(({ facts }) => noteColumns(doubts, facts, memberPath('')))
  return ({ cells, line, persons }) => {
    ofRecord(cells, line)
    for (const person of persons) ofPerson(person.cells, person.line)
    for (const note of beside) note(cells, line)
  }
}
