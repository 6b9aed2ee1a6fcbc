import { csvRow } from '../../base/csv-text.js'
import type { Truth } from '../../base/truth.js'
import { type Blanks, idText } from '../cells/missing.js'
import { isDestroyed } from '../cells/text.js'
import type { DataFile } from '../files/data-file.js'
import { brokenInput } from '../files/input.js'
import type { BrokenRow, Column, RecordRow } from '../files/row.js'
import type { BoundKey, BoundRecords } from '../mapping/bound-columns.js'
import { columnsOfKey, keyText, positionsOfKey } from '../mapping/key-text.js'
import { createKeyIndex } from '../records/key-index.js'
import { personKey } from '../records/person-key.js'
import type { UnusedColumn } from '../records/unused-codes.js'
import type { GroupColumn } from '../signs/person/group-columns.js'
import { type NameColumns, whoIs } from '../signs/person/person-list.js'
import { type KeyColumns, keyColumns, saysOfPerson } from '../signs/person/said-of-person.js'
import {
  isNoRecord,
  type NoRecord,
  type RowRole,
  roleOfRow,
  type TableColumns,
} from '../signs/record/row-role.js'
import { rowTest } from './mapped-facts.js'
import { createRosterStore, type RosterCells } from './roster-store.js'

/** A table of records whose columns have been found. */
export interface RecordsTable {
  readonly file: DataFile
  readonly headers: readonly string[]
  readonly headerLine: number
  readonly bound: BoundRecords
  /** What the mapping says of the cells of the whole table. */
  readonly cells: Blanks
  readonly oneRowPer: 'record' | 'person'
  /** Columns in which codes of facts are counted. */
  readonly unused: readonly UnusedColumn[]
  /** Columns without a fact that may say something more of its persons. */
  readonly ofPersons: readonly UnusedColumn[]
  /** The column that is named as the id, where another is the key. */
  readonly ownId: Column | null
  /** The columns that rosters point at, by their headers in the first table of records. */
  readonly parents: ReadonlyMap<string, BoundKey>
  /** Columns without a fact in the groups of members that are beside each other, by the number of the group. */
  readonly beside: ReadonlyMap<number, readonly GroupColumn[]>
  /** What tells persons apart where each row is one and no column has an id of theirs. */
  readonly names: NameColumns | null
}

/** One record as its table brings it: a row, or the rows of its persons. */
export interface RawRecord {
  readonly kind: 'record'
  /** The key; empty if its cell is, `file:line` with `key: row`. */
  readonly key: string
  readonly line: number
  readonly cells: readonly string[]
  readonly role: RowRole
  readonly raw: () => string
  /** Its rows, the first one included, where each is a person. */
  readonly persons: readonly RosterCells[]
}

/** `other`: a row of another table of the same file. */
export type RawRow =
  | RawRecord
  | { readonly kind: 'broken'; readonly row: BrokenRow }
  /** A person without the key of a record, or with one that a spreadsheet has destroyed. */
  | { readonly kind: 'keyless'; readonly row: RecordRow; readonly key: string }
  | { readonly kind: 'passed-over'; readonly role: NoRecord; readonly line: number }
  | { readonly kind: 'blank' | 'skipped' | 'other' }

/** The rows of a table, before the persons of a record are put together. */
async function* singleRows(table: RecordsTable, onBytes: (bytes: number) => void): AsyncGenerator<RawRow[]> {
  const { file, bound, oneRowPer } = table
  const isOwn: (cells: readonly string[]) => Truth = rowTest(bound.rowsIf)
  const columns = columnsOfTable(table)
  const keys = keysOfPersons(table)
  for await (const batch of file.rows(onBytes)) {
    const rows: RawRow[] = []
    for (const row of batch) {
      if (row.kind === 'fault') throw brokenInput(row.fault)
      if (row.kind === 'broken') rows.push({ kind: 'broken', row })
      else if (row.kind === 'blank' || row.kind === 'skipped') rows.push({ kind: row.kind })
      else if (row.kind === 'record') rows.push(rawRow(row))
    }
    yield rows
  }

  function rawRow(row: RecordRow): RawRow {
    const { line, raw } = row
    const cells = row.content.kind === 'cells' ? row.content.cells : []
    if (isOwn(cells) === false) return { kind: 'other' }
    const role = bound.rowsIf === null ? roleOfRow(row.content, columns) : 'record'
    if (isNoRecord(role)) return { kind: 'passed-over', role, line }
    const key = keyOf(table, cells, line)
    if (oneRowPer === 'record') return { kind: 'record', key, line, cells, role, raw, persons: [] }
    return key === '' || isDestroyed(key)
      ? { kind: 'keyless', row, key }
      : { kind: 'record', key, line, cells, role, raw, persons: [personIn(line, cells)] }
  }

  function personIn(line: number, cells: readonly string[]): RosterCells {
    return saysOfPerson(cells, keys, table.cells) ? { line, cells } : { line, cells, maybe: true }
  }
}

/** The columns of a table of persons that are about their record. If there are no others, each row is a person. */
function keysOfPersons({ bound: { key, facts, person }, headers }: RecordsTable): KeyColumns {
  const ofRecord = facts.flatMap(({ columns }) => columns.map(({ column }) => column.index))
  const keys = keyColumns(headers, [...positionsOfKey(key), ...ofRecord], person?.index ?? -1)
  return headers.every((_, index) => keys.filled.has(index)) ? { ...keys, filled: new Set() } : keys
}

/** What the columns of a table are to its rows; where `rows_if` says which rows are records, nothing else is asked. */
function columnsOfTable({ bound, headers }: RecordsTable): TableColumns {
  const { key, facts, members, repeats } = bound
  const types = new Map(
    [...repeats.flatMap((each) => each.facts), ...members, ...facts].flatMap(({ columns }) =>
      columns.map(({ column, declaration }) => [column.index, declaration.type] as const),
    ),
  )
  return {
    ids: key === 'row' || key === null ? [] : columnsOfKey(key),
    headers,
    typeOf: ({ index }) => types.get(index) ?? null,
  }
}

function keyOf(
  { file, bound: { key }, cells: blanks }: RecordsTable,
  cells: readonly string[],
  line: number,
) {
  if (key === 'row') return `${file.file}:${line}`
  return key === null ? '' : keyText(key, cells, blanks)
}

/** What a record has in a column that a roster points at; `null` stands for its key. */
export const valueIn = (
  { parents }: Pick<RecordsTable, 'parents'>,
  parent: BoundKey | null,
  { key, cells }: Pick<RawRecord, 'key' | 'cells'>,
): string => {
  if (parent === null) return key
  const own = parents.get(parent.header)
  return own === undefined ? '' : keyText(own, cells, NOTHING_BLANK)
}

const NOTHING_BLANK: Blanks = { missing: new Map() }

/** Whether the persons of each record stand together. Then only one record is held at a time. */
export type PersonOrder = 'together' | 'scattered'

/**
 * The records of a table in the order in which they first come. Rows of persons are put together by the key. If the persons of a record do
 * not stand together, the whole table is held in memory.
 */
export function readRecords(
  table: RecordsTable,
  order: PersonOrder,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RawRow[]> {
  if (table.oneRowPer === 'record') return singleRows(table, onBytes)
  return order === 'together' ? together(table, onBytes) : scattered(table, onBytes)
}

async function* together(table: RecordsTable, onBytes: (bytes: number) => void): AsyncGenerator<RawRow[]> {
  let open: (RawRecord & { readonly persons: RosterCells[] }) | null = null
  for await (const batch of singleRows(table, onBytes)) {
    const rows: RawRow[] = []
    for (const row of batch) {
      if (row.kind !== 'record') rows.push(row)
      else if (open !== null && open.key === row.key) open.persons.push(...row.persons)
      else {
        if (open !== null) rows.push(open)
        open = { ...row, persons: [...row.persons] }
      }
    }
    yield rows
  }
  if (open !== null) yield [open]
}

async function* scattered(table: RecordsTable, onBytes: (bytes: number) => void): AsyncGenerator<RawRow[]> {
  const index = createKeyIndex()
  for await (const batch of singleRows(table, () => {}))
    for (const row of batch) if (row.kind === 'record') index.add(row.key)
  const store = createRosterStore(index.size())
  for await (const batch of singleRows(table, onBytes)) {
    const others: RawRow[] = []
    for (const row of batch) {
      if (row.kind === 'record') for (const person of row.persons) store.add(index.add(row.key), person)
      else others.push(row)
    }
    yield others
  }
  for (let number = 0; number < index.size(); number++) {
    const persons = store.rowsOf(number)
    const [first] = persons
    if (first === undefined) continue
    const key = keyOf(table, first.cells, first.line)
    const role = roleOfRow({ kind: 'cells', cells: first.cells }, columnsOfTable(table))
    yield [{ kind: 'record', key, ...first, role, raw: () => csvRow(first.cells), persons }]
  }
}

/** What tells the persons of a record from all others, if the mapping names columns for that, or rows of persons have their names. */
export function personKeys(
  { bound, cells: blanks, names }: RecordsTable,
  { key, cells, persons }: RawRecord,
): string[] {
  if (names !== null)
    return persons.flatMap((row) => {
      const who = whoIs(names, row.cells)
      return who === '' ? [] : [`${key}\0${who}`]
    })
  const { person, repeats } = bound
  const own = person === null ? [] : persons.map((row) => row.cells[person.index])
  const beside = repeats.map((each) => (each.person === null ? '' : cells[each.person.index]))
  const ids = [...own, ...beside].map((cell) => idText(cell ?? '', blanks)).filter((id) => id !== '')
  return ids.map((id) => personKey(key, id))
}
