import type { Diagnostic } from '../../base/diagnostic.js'
import type { Tree } from '../../base/tree/tree.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { isDestroyed, unwrapText } from '../cells/text.js'
import { type Columns, collectColumns, foldName, MEMBERS, pathFactsOf } from '../columns/columns.js'
import type { CodeCount } from '../doubts/code-columns.js'
import { type CollectedDoubts, type ColumnDoubts, collectDoubts } from '../doubts/column-doubts.js'
import { type WatchedFacts, watchFacts } from '../doubts/watch.js'
import type { BesideRows, DataFile } from '../files/data-file.js'
import { type BrokenRow, type Column, type RecordRow, textAt, type WhyBroken } from '../files/row.js'
import type { CutRow } from '../files/table.js'
import { isNoRecord, roleOfRow } from '../signs/record/row-role.js'
import { asMeant } from './as-meant.js'
import { memberPath } from './assume.js'
import { withKey } from './key-column.js'
import type { IdTable } from './repeated-ids.js'
import { noteList, type SeenLists } from './seen-lists.js'
import { tableColumns } from './table-columns.js'
import { noteUnusedCodes, type UnusedCodes } from './unused-codes.js'

/** What must be known of a file before its cells can be read. */
export interface ScannedColumns {
  /** As results name it. */
  readonly file: string
  /** By position; none where records bring keys. */
  readonly headers: readonly string[]
  readonly columns: Columns
  readonly memberColumns: Columns
  /** What is doubtful about the columns of facts; members as `members.age`. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts>
}

/** What the first pass learns of the columns and rows of a file. */
export interface SeenFile extends ScannedColumns {
  /** The line of the header; `null` where records bring keys. */
  readonly headerLine: number | null
  readonly counts: Counts
  /** The first rows below the header, where nothing is said of labels there. */
  readonly first: readonly CutRow[]
  readonly beside?: BesideRows | undefined
  /** Lists of mappings in records that are read as nothing, by their keys. */
  readonly lists?: SeenLists
  /** What was counted of codes in columns of names that are unused, or may be, in the whole run. */
  readonly codes: ReadonlyMap<string, CodeCount>
  /** Names of columns to be kept, folded. */
  readonly kept?: ReadonlyMap<string, unknown>
}

/** The same of a file that the normal reader reads. */
export interface FileScan extends SeenFile {
  readonly data: DataFile
  /** From which `doubts` comes, for runs in which other files hold the same columns. */
  readonly collected: CollectedDoubts
  /** Where the columns to be kept stand, by folded name. */
  readonly kept: ReadonlyMap<string, readonly Column[]>
}

export interface Counts {
  readonly records: number
  readonly withId: number
  /** Why the first of the broken rows was broken. */
  readonly broken: { readonly count: number; readonly first: WhyBroken | null }
}

/** Reads a whole file: its columns, its ids, what is doubtful about it. Returns faults that stop the run. */
export async function scanFile(
  pack: Pack,
  file: DataFile,
  keep: readonly string[],
  table: IdTable,
): Promise<{ scan: FileScan } | { faults: Diagnostic[] }> {
  const state = newState(pack, keep, table)
  const faults: Diagnostic[] = []
  const data = await asMeant(file, pack, (headers) => scanHeader(pack, file.file, headers, 0).columns.used)
  for await (const batch of data.rows()) {
    for (const row of batch) {
      if (row.kind === 'fault') faults.push(row.fault)
      else if (row.kind === 'header') noteHeader(state, row.line, row.headers)
      else if (row.kind === 'broken') noteBroken(state, row)
      else if (row.kind === 'record') noteRecord(state, row)
    }
  }
  return faults.length > 0 ? { faults } : { scan: scanOf(state, data) }
}

/** The same of a single record that is in no survey file. */
export function scanRecord(
  pack: Pack,
  file: string,
  values: ReadonlyMap<string, Tree>,
  line: number,
): ScannedColumns {
  const state = newState(pack, [], { add() {} })
  noteKeys(state, values, line)
  const { headers, columns, memberColumns } = state
  // One record is not a column: its numbers are never in doubt.
  const doubts = new Map([...state.doubts.found()].map(([path, each]) => [path, { ...each, codes: [] }]))
  return { file, headers, columns, memberColumns, doubts }
}

/** The same for a table whose header is all that is known. */
export function scanHeader(
  pack: Pack,
  file: string,
  headers: readonly string[],
  line: number,
): Pick<FileScan, 'file' | 'headers' | 'columns' | 'memberColumns' | 'headerLine'> {
  const state = newState(pack, [], { add() {} })
  noteHeader(state, line, headers)
  const { columns, memberColumns, headerLine } = state
  return { file, headers, columns, memberColumns, headerLine }
}

interface State {
  readonly pack: Pack
  readonly ids: Pick<IdTable, 'add'>
  columns: Columns
  readonly memberColumns: Columns
  readonly keep: ReadonlySet<string>
  readonly kept: Map<string, Column[]>
  readonly doubts: CollectedDoubts
  readonly watched: WatchedFacts
  readonly watchedOfMembers: WatchedFacts
  readonly codes: UnusedCodes
  readonly lists: SeenLists
  headers: readonly string[]
  headerLine: number | null
  records: number
  withId: number
  broken: { count: number; first: WhyBroken | null }
}

function newState(pack: Pack, keep: readonly string[], ids: Pick<IdTable, 'add'>): State {
  const declarations = columnsOf(pack)
  const members = pack.memberFacts ?? new Map()
  const doubts = collectDoubts()
  return {
    pack,
    ids,
    columns: collectColumns(declarations, pack.memberFacts !== null, pathFactsOf(pack)),
    memberColumns: collectColumns(members, false),
    keep: new Set(keep.map(foldName)),
    kept: new Map(),
    doubts,
    watched: watchFacts(declarations, '', doubts),
    watchedOfMembers: watchFacts(members, memberPath(''), doubts),
    codes: noteUnusedCodes(pack),
    lists: new Map(),
    headers: [],
    headerLine: null,
    records: 0,
    withId: 0,
    broken: { count: 0, first: null },
  }
}

function scanOf(state: State, data: DataFile): FileScan {
  const { headers, columns, memberColumns, headerLine, kept, records, withId, broken } = state
  const counts = { records, withId, broken }
  const collected = state.doubts
  const doubts = collected.found()
  return {
    file: data.file,
    data,
    collected,
    headers,
    headerLine,
    columns,
    memberColumns,
    doubts,
    kept,
    counts,
    first: data.first ?? [],
    beside: data.beside,
    codes: state.codes.counts(),
    lists: state.lists,
  }
}

function noteHeader(state: State, line: number, headers: readonly string[]): void {
  state.headerLine = line
  state.headers = headers
  for (const [index, header] of headers.entries()) {
    state.columns.addHeader(header, index)
    noteKept(state, header, index)
  }
  state.columns = withKey(state.columns, headers, state.pack)
}

function noteKept(state: State, header: string, index: number): void {
  if (state.keep.size === 0) return
  const folded = foldName(header)
  if (!state.keep.has(folded)) return
  const columns = state.kept.get(folded) ?? []
  if (index >= 0 || !columns.some((column) => column.header === header)) columns.push({ header, index })
  state.kept.set(folded, columns)
}

function noteBroken({ broken }: State, row: BrokenRow): void {
  broken.first ??= row
  broken.count += 1
}

function noteRecord(state: State, row: RecordRow): void {
  const role = roleOfRow(row.content, tableColumns(state.pack, state))
  if (isNoRecord(role)) return
  state.records += 1
  if (row.content.kind === 'tree') noteKeys(state, row.content.values, row.line)
  else {
    state.watched.noteCells(row, state.columns)
    state.codes.noteCells(row, state.headers, state.columns)
  }
  const id = idOf(row, state.columns.used.get(state.pack.record.id)?.[0])
  if (id === '') return
  state.withId += 1
  if (!isDestroyed(id)) state.ids.add(id)
}

/** A record's own id, as texts are read; empty where it has none. */
export function idOf(row: RecordRow, column: Column | undefined): string {
  return column === undefined ? '' : unwrapText(textAt(row.content, column) ?? '')
}

function noteKeys(state: State, values: ReadonlyMap<string, Tree>, line: number): void {
  for (const key of values.keys()) state.columns.noteKey(key)
  for (const [key, tree] of values) {
    noteKept(state, key, -1)
    state.codes.noteValue('', key, tree)
    const fact = state.columns.addKey(key)
    if (fact === null) noteList(state.lists, key, tree, line)
    if (fact === MEMBERS) noteMembers(state, tree, line)
    else state.watched.noteValue(fact, tree, line)
  }
}

function noteMembers(state: State, tree: Tree, line: number): void {
  for (const item of tree.kind === 'sequence' ? tree.items : []) {
    for (const { key } of item.kind === 'mapping' ? item.entries : []) state.memberColumns.noteKey(key.text)
    for (const { key, value } of item.kind === 'mapping' ? item.entries : []) {
      state.codes.noteValue(memberPath(''), key.text, value)
      const fact = state.memberColumns.addKey(key.text)
      state.watchedOfMembers.noteValue(fact, value, line)
    }
  }
}
