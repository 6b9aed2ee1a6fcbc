import type { Truth } from '../../base/truth.js'
import type { Blanks } from '../cells/missing.js'
import { unwrapText } from '../cells/text.js'
import type { DataFile } from '../files/data-file.js'
import { brokenInput } from '../files/input.js'
import type { BrokenRow, RecordRow } from '../files/row.js'
import type { BoundKey, BoundRoster } from '../mapping/bound-columns.js'
import { columnsOfKey, keyText } from '../mapping/key-text.js'
import type { KeyIndex } from '../records/key-index.js'
import type { UnusedColumn } from '../records/unused-codes.js'
import { type NameColumns, nameColumns } from '../signs/person/person-list.js'
import { holdsKeyPaths } from '../signs/person/repeat-place.js'
import { type KeyColumns, saysOfPerson } from '../signs/person/said-of-person.js'
import { positionsOf, rowTest } from './mapped-facts.js'
import type { RosterCells } from './roster-store.js'
import { columnsOfPersons, namedInRoster } from './unused-columns.js'

/** A table of a roster whose columns have been found, and the records that its rows point at. */
export interface RosterTable {
  readonly file: DataFile
  readonly bound: BoundRoster
  /** What points at a record. */
  readonly child: BoundKey
  readonly records: KeyIndex
  /** The number of the record whose key is written otherwise, or -1. */
  readonly near: (key: string) => number
  /** Numbers of records that have several rows in their table. */
  readonly repeats: ReadonlySet<number>
  /** Columns of the table whose cells are kept, in the order of the kept cells. */
  readonly kept: readonly number[]
  /** What the mapping says of the cells of the whole table. */
  readonly cells: Blanks
  /** What tells persons apart where no column has an id of theirs; places in the kept cells. */
  readonly names: NameColumns | null
  /** Columns without a fact that may say something more of persons; places in the kept cells. */
  readonly more: readonly UnusedColumn[]
  /** Columns in which nothing is said of a person. */
  readonly keys: KeyColumns
}

/** The columns of a roster whose cells are kept, and what is made of those without a fact. */
export function columnsKept(
  headers: readonly string[],
  bound: BoundRoster,
  role: 'members' | 'details',
): Pick<RosterTable, 'kept' | 'names' | 'more'> {
  const more = columnsOfPersons(headers, namedInRoster({ ...bound, headIf: null }))
  const isNameless = bound.person !== null || role === 'details'
  const found = isNameless ? null : nameColumns(headers, positionsOf(bound.facts, null))
  const { names, relations } = found ?? { names: [], relations: [] }
  const own = [...positionsOf(bound.facts, bound.person), ...names, ...relations]
  const kept = [...new Set([...own, ...more.map(({ index }) => index)])]
  const place = (index: number) => kept.indexOf(index)
  return {
    kept,
    names: found === null ? null : { names: names.map(place), relations: relations.map(place) },
    more: more.map(({ index, name }) => ({ index: place(index), name })),
  }
}

/** A row that points at a record. */
export interface RowOfRecord {
  readonly record: number
  readonly row: RosterCells
}

/** A row of a roster and what becomes of it. */
export type RosterRow =
  | (RowOfRecord & { readonly fate: 'joined'; readonly raw: () => string })
  /** `near` is the number of the record whose key is written otherwise, or -1. */
  | { readonly fate: 'orphaned'; readonly key: string; readonly near: number; readonly row: RecordRow }
  /** `record` is the number of the record that it most likely belongs to, or -1. */
  | { readonly fate: 'rejected'; readonly record: number; readonly row: BrokenRow }
  /** An empty line, or a row with nothing but keys, which may be a member of the record that it points at. */
  | { readonly fate: 'blank'; readonly isLine: boolean; readonly of: RowOfRecord | null }
  /** It belongs to another table of the same file. */
  | { readonly fate: 'other' }

/** A row as its record has it, `null` if it has none. */
export function rowOfRecord(row: RosterRow): RowOfRecord | null {
  if (row.fate === 'joined') return row
  return row.fate === 'blank' ? row.of : null
}

/** The rows of a roster in their order. */
export async function* readRoster(
  table: RosterTable,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<RosterRow[]> {
  const isOwn = rowTest(table.bound.rowsIf)
  const find = findAgain(table.records)
  for await (const batch of table.file.rows(onBytes)) {
    const rows: RosterRow[] = []
    for (const row of batch) {
      switch (row.kind) {
        case 'fault':
          throw brokenInput(row.fault)
        case 'broken':
          rows.push({ fate: 'rejected', record: likelyRecord(row, table.child, table.records), row })
          break
        case 'blank':
          rows.push({ fate: 'blank', isLine: true, of: null })
          break
        case 'record':
          rows.push(readRow(table, row, isOwn, find))
      }
    }
    yield rows
  }
}

function readRow(
  table: RosterTable,
  row: RecordRow,
  isOwn: (cells: readonly string[]) => Truth,
  find: (key: string) => number,
): RosterRow {
  const cells = row.content.kind === 'cells' ? row.content.cells : []
  if (isOwn(cells) === false) return { fate: 'other' }
  const key = keyText(table.child, cells, table.cells)
  const record = key === '' ? -1 : findRecord(table, key, find)
  const kept = { line: row.line, cells: table.kept.map((at) => cells[at] ?? '') }
  if (!saysOfPerson(cells, table.keys, table.cells))
    return { fate: 'blank', isLine: false, of: record < 0 ? null : { record, row: { ...kept, maybe: true } } }
  return record < 0
    ? { fate: 'orphaned', key, near: key === '' ? -1 : table.near(key), row }
    : { fate: 'joined', record, row: kept, raw: row.raw }
}

/** In an export of Briefcase the key of a row names the groups around it: `uuid:1/group[1]` belongs to `uuid:1`. */
function findRecord({ child }: RosterTable, key: string, find: (key: string) => number): number {
  const found = find(key)
  const end = key.indexOf('/')
  return found >= 0 || end < 0 || !holdsKeyPaths(child.header) ? found : find(key.slice(0, end))
}

/** Finds keys, quickly where the same key comes several times in a row. */
function findAgain(records: KeyIndex): (key: string) => number {
  let [last, number] = ['', -1]
  return (key) => {
    if (key !== last) [last, number] = [key, records.find(key)]
    return number
  }
}

/** The record that a row belongs to which cannot be cut into cells: its key may stand at its place, or elsewhere in the row. -1 if none is found. */
export function likelyRecord(row: BrokenRow, child: BoundKey, records: KeyIndex): number {
  const parts = row
    .raw()
    .split(/[,;\t|]/)
    .map((part) => unwrapText(part.replaceAll('"', '')))
  const [own = 0] = columnsOfKey(child).map(({ index }) => index)
  for (const by of [0, ...parts.map((_, at) => at - own)]) {
    const key = keyText(movedBy(child, by), parts, NOTHING_BLANK)
    const found = key === '' ? -1 : records.find(key)
    if (found >= 0) return found
  }
  return -1
}

/** The same key, further on by a number of columns. */
const movedBy = ({ header, parts }: BoundKey, by: number): BoundKey => ({
  header,
  parts: parts.map((part) => ('sheet' in part ? part : { ...part, index: part.index + by })),
})

const NOTHING_BLANK: Blanks = { missing: new Map() }
