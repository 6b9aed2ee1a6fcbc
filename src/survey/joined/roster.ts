import type { Pack } from '../../lang/pack.js'
import { idText } from '../cells/missing.js'
import type { CodeCount } from '../doubts/code-columns.js'
import { type CollectedDoubts, type ColumnDoubts, collectDoubts } from '../doubts/column-doubts.js'
import type { RosterMapping } from '../mapping/mapping.js'
import { memberPath } from '../records/assume.js'
import type { RosterLedger } from '../records/ledger.js'
import { personKey } from '../records/person-key.js'
import { createIdTable, type IdTable } from '../records/repeated-ids.js'
import { whoIs } from '../signs/person/person-list.js'
import { noteColumns } from './column-doubts.js'
import { type RosterRow, type RosterTable, readRoster, rowOfRecord } from './roster-rows.js'
import { createRosterStore, type RosterCells, type RosterStore } from './roster-store.js'
import { countUnused } from './unused-columns.js'

/** A roster that has been read once. */
export interface RosterScan {
  readonly table: RosterTable
  readonly ledger: RosterLedger
  /** Rows of the file that can be read, without blank lines, and how many of them belong to other tables. */
  readonly rows: number
  readonly others: number
  /** Where the column of a person's id is in the cells of a row, or -1. */
  readonly person: number
  /** Ids of persons that come more than once in all files of the roster. */
  readonly persons: IdTable
  /** What is doubtful about the columns of facts, as `members.age`. */
  readonly doubts: ReadonlyMap<string, ColumnDoubts>
  readonly collected: CollectedDoubts
  /** What was counted of codes in columns without a fact, by header. */
  readonly codes: ReadonlyMap<string, CodeCount>
  /** Records to which a row belongs that cannot be read. */
  readonly broken: ReadonlySet<number>
  /** Whether its rows are held in memory. */
  readonly isHeld: boolean
  /** Starts at the first record. Records must be asked for in ascending order of their numbers. */
  open(): Promise<RosterCursor>
}

/** Gives the rows of a roster record by record. A record with several rows in its table is asked for again. */
export interface RosterCursor {
  rowsOf(record: number): Promise<readonly RosterCells[]>
  close(): Promise<void>
}

/**
 * Reads a whole roster. If its rows are in the order of the records, they are read again beside the records. From the first row out of
 * order on, rows are held in memory, which takes as much as their used cells, and only the rows before it are read again.
 * @param persons takes the ids of all persons; it is to be sealed when all files of the roster have been read
 */
export async function scanRoster(pack: Pack, table: RosterTable, persons: IdTable): Promise<RosterScan> {
  const scan = newScan(pack, table, persons)
  for await (const batch of readRoster(table)) for (const row of batch) noteRow(scan, row)
  const { rows, others, person, broken, rest, doubts } = scan
  return {
    table,
    ledger: ledgerOf(scan),
    rows,
    others,
    person,
    persons,
    doubts: doubts.found(),
    collected: doubts,
    codes: scan.codes.counts(),
    broken,
    isHeld: rest !== null,
    open: () => (rest === null ? openBeside(table) : openHeld(table, scan.inOrder, rest)),
  }
}

/** Tables for the ids of persons: one for all files of a roster that have the same columns. */
export function personTables() {
  const tables = new Map<string, IdTable>()
  return {
    of({ at }: RosterMapping, headers: readonly string[]): IdTable {
      const key = JSON.stringify([at, [...headers].sort()])
      const table = tables.get(key) ?? createIdTable()
      tables.set(key, table)
      return table
    },
    seal(): void {
      for (const table of tables.values()) table.seal()
    },
  }
}

/** A roster, and what its rows have shown so far. */
interface OpenScan {
  readonly table: RosterTable
  readonly counts: { -readonly [count in keyof Omit<RosterLedger, 'file'>]: number }
  readonly person: number
  readonly persons: IdTable
  readonly broken: Set<number>
  readonly doubts: CollectedDoubts
  readonly noteCells: (cells: readonly string[], line: number) => void
  readonly codes: ReturnType<typeof countUnused>
  rows: number
  others: number
  /** The rows from the first one that is not in order; `null` as long as all are. */
  rest: RosterStore | null
  /** The number of rows before those. */
  inOrder: number
  /** The record of the last row. */
  last: number
  /** The record of the row above; -1 if it has none. */
  above: number
}

function newScan(pack: Pack, table: RosterTable, persons: IdTable): OpenScan {
  const { bound, kept } = table
  const doubts = collectDoubts()
  return {
    table,
    counts: { read: 0, joined: 0, orphaned: 0, rejected: 0, blank: 0 },
    person: bound.person === null ? -1 : kept.indexOf(bound.person.index),
    persons,
    broken: new Set(),
    doubts,
    noteCells: noteColumns(doubts, bound.facts, memberPath(''), (at) => kept.indexOf(at)),
    codes: countUnused(pack, table.more),
    rows: 0,
    others: 0,
    rest: null,
    inOrder: 0,
    last: -1,
    above: -1,
  }
}

function noteRow(scan: OpenScan, row: RosterRow): void {
  const { counts, broken } = scan
  if (row.fate !== 'rejected' && !(row.fate === 'blank' && row.isLine)) scan.rows += 1
  if (row.fate === 'other') {
    scan.others += 1
    return
  }
  counts.read += 1
  counts[row.fate] += 1
  if (row.fate === 'rejected' && row.record >= 0) broken.add(row.record)
  if (row.fate === 'orphaned' && row.near >= 0) broken.add(row.near)
  if (row.fate === 'orphaned' && row.key === '' && scan.above >= 0) broken.add(scan.above)
  const of = rowOfRecord(row)
  if (of !== null) scan.above = of.record
  else if (row.fate === 'orphaned' && row.key !== '') scan.above = -1
  if (of !== null) noteJoined(scan, of.record, of.row)
}

function noteJoined(scan: OpenScan, record: number, row: RosterCells): void {
  const { table, person, persons } = scan
  if (record < scan.last) scan.rest ??= createRosterStore(table.records.size())
  if (scan.rest === null) scan.inOrder += 1
  else scan.rest.add(record, row)
  scan.last = record
  scan.noteCells(row.cells, row.line)
  scan.codes.note(row.cells)
  const who = whoIn(table, person, record, row.cells)
  if (who !== '') persons.add(who)
}

/** What tells the person of a row from all others: the id, or the name and relation where no column has ids; empty where nothing does. */
export function whoIn(
  { cells: blanks, names }: RosterTable,
  person: number,
  record: number,
  cells: readonly string[],
): string {
  const who = names === null ? '' : whoIs(names, cells)
  if (names !== null) return who === '' ? '' : `${record}\0${who}`
  const id = person < 0 ? '' : idText(cells[person] ?? '', blanks)
  return id === '' ? '' : personKey(record, id)
}

function ledgerOf({ table, counts }: OpenScan): RosterLedger {
  const { read, joined, orphaned, rejected, blank } = counts
  const { file } = table.file
  if (joined + orphaned + rejected + blank !== read) throw new Error(`the roster ${file} does not add up`)
  return { file, ...counts }
}

/** Reads the roster beside the records. */
async function openBeside(table: RosterTable): Promise<RosterCursor> {
  const batches = readRoster(table)
  let batch: Awaited<ReturnType<typeof batches.next>>['value'] = []
  let at = 0
  let isOver = false
  const again = new Map<number, RosterCells[]>()
  return {
    async rowsOf(record) {
      const rows = again.get(record) ?? []
      if (table.repeats.has(record)) again.set(record, rows)
      for (;;) {
        if (at === batch.length) {
          if (isOver) return rows
          const next = await batches.next()
          isOver = next.done === true
          batch = next.value ?? []
          at = 0
          continue
        }
        const next = batch[at]
        const row = next === undefined ? null : rowOfRecord(next)
        if (row !== null) {
          if (row.record > record) return rows
          if (row.record === record) rows.push(row.row)
          else if (table.repeats.has(row.record)) {
            const before = again.get(row.record) ?? []
            before.push(row.row)
            again.set(row.record, before)
          }
        }
        at += 1
      }
    },
    close: async () => {
      await batches.return(undefined)
    },
  }
}

/** Adds the rows that come before those held, by how many of them belong to records. */
async function openHeld(table: RosterTable, before: number, rest: RosterStore): Promise<RosterCursor> {
  const first = createRosterStore(table.records.size())
  let left = before
  for await (const batch of readRoster(table)) {
    for (const row of batch) {
      const of = rowOfRecord(row)
      if (of === null || left === 0) continue
      first.add(of.record, of.row)
      left -= 1
    }
    if (left === 0) break
  }
  return {
    rowsOf: async (record) => [...first.rowsOf(record), ...rest.rowsOf(record)],
    close: async () => {},
  }
}
