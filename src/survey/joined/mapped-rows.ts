import type { FindingSink } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { destroyedText } from '../cells/cell.js'
import { isDestroyed } from '../cells/text.js'
import type { BrokenRow } from '../files/row.js'
import type { ReportFault } from '../records/column-layout.js'
import { fingerprintOf } from '../records/facts.js'
import type { OpenLedger, RosterLedger } from '../records/ledger.js'
import { passesOver, tellNamedTotal } from '../records/not-records.js'
import type { IdTable } from '../records/repeated-ids.js'
import type { RejectedRow, Row } from '../records/rows.js'
import { type MappedRecords, mappedRecord, type RecordSources } from './mapped-record.js'
import { type RawRecord, type RawRow, readRecords } from './record-rows.js'

/** What all tables of a run have in common. */
export interface MappedReading extends RecordSources {
  readonly ids: IdTable
  readonly ledger: OpenLedger
  /** Of tables of persons, by file. */
  readonly persons: Map<string, RosterLedger>
  onBytes(bytes: number): void
}

/** The records of one table in its order, each with its members and counted in the ledger. */
export async function* readMappedRows(
  reading: MappedReading,
  records: MappedRecords,
  found: FindingSink,
): AsyncGenerator<Row> {
  const { table, order } = records.scan
  for await (const batch of readRecords(table, order, (bytes) => reading.onBytes(bytes))) {
    for (const row of batch) {
      const read = await readRow(reading, records, row, found)
      if (read !== null) yield read
    }
  }
}

async function readRow(
  reading: MappedReading,
  records: MappedRecords,
  row: RawRow,
  found: FindingSink,
): Promise<Row | null> {
  const { ledger } = reading
  const { file } = records.scan.table.file
  const isPersons = records.scan.table.oneRowPer === 'person'
  switch (row.kind) {
    case 'other':
      return null
    case 'skipped':
      ledger.count('skipped_rows')
      return null
    case 'passed-over':
      passesOver({ ...row, id: '', file, field: null }, recordName(reading.pack), ledger, found)
      return null
    case 'blank':
      if (isPersons) countPersons(reading, file, 'blank', 1)
      else ledger.count('blank_rows')
      return null
    case 'broken':
    case 'keyless':
      if (isPersons) countPersons(reading, file, row.kind === 'broken' ? 'rejected' : 'orphaned', 1)
      else {
        ledger.countRead()
        ledger.count('rejected')
      }
      return row.kind === 'broken'
        ? brokenRow(row.row, file, isPersons)
        : withoutKey(reading.pack, row.row, row.key, headerOfKey(records), file, isPersons)
    case 'record':
      if (isPersons) countJoined(reading, file, row)
      return recordRow(reading, records, row, found)
  }
}

async function recordRow(
  reading: MappedReading,
  records: MappedRecords,
  row: RawRecord,
  found: FindingSink,
): Promise<Row> {
  const { ledger, ids, pack } = reading
  const { file } = records.scan.table.file
  const { key, line, cells } = row
  ledger.countRead()
  if (records.isInterview(cells) === false) {
    ledger.count('not_interviews')
    return { kind: 'no-interview', id: key, file, line }
  }
  const field = headerOfKey(records)
  const kept = records.kept.map((at) => cells[at] ?? '')
  if (key === '' || isDestroyed(key)) {
    ledger.count('rejected')
    return withoutKey(pack, { ...row, kept }, key, field, file, false)
  }
  if (ids.repeats(key)) {
    ledger.count('duplicates')
    const record = await mappedRecord(reading, records, row, () => {})
    const held = { kind: 'held', id: key, file, line, field: field ?? '', record, kept } as const
    return { ...held, fingerprint: fingerprintOf(record), raw: row.raw() }
  }
  ledger.count('assessed')
  tellNamedTotal({ role: row.role, id: key, file, line, field }, recordName(pack), found)
  const report: ReportFault = (fault, at) => found.add({ ...fault, severity: 'warning', at }, key)
  const record = await mappedRecord(reading, records, row, report)
  return { kind: 'record', record, kept }
}

/** A row without a key, or with one whose digits are lost. */
function withoutKey(
  pack: Pack,
  { line, raw, kept = null }: Pick<RawRecord, 'line' | 'raw'> & Partial<Pick<RejectedRow, 'kept'>>,
  key: string,
  field: string | null,
  file: string,
  isPerson: boolean,
): Row {
  const isPersonal = pack.facts.get(pack.record.id)?.personal ?? false
  const [destroyed] = destroyedText(`\`${isPersonal ? '…' : short(key)}\``)
  const blank = isPerson
    ? say('missing-id.person', { name: recordName(pack) })
    : say('missing-id', { name: recordName(pack) })
  return {
    kind: 'rejected',
    ...(isPerson ? { isMember: true } : {}),
    file,
    line,
    field,
    code: key !== '' ? 'destroyed-id' : isPerson ? 'orphan-member' : 'missing-id',
    message: key === '' ? blank : destroyed,
    kept,
    raw: raw(),
  }
}

const brokenRow = ({ line, code, message, raw }: BrokenRow, file: string, isPerson: boolean): Row => ({
  kind: 'rejected',
  ...(isPerson ? { isMember: true } : {}),
  file,
  line,
  code,
  field: null,
  message,
  kept: null,
  raw: raw(),
})

const headerOfKey = ({ scan }: MappedRecords): string | null => {
  const { key } = scan.table.bound
  return key === null || key === 'row' ? null : key.header
}

function countJoined(reading: MappedReading, file: string, { persons }: RawRecord): void {
  const blank = persons.filter(({ maybe }) => maybe).length
  countPersons(reading, file, 'joined', persons.length - blank)
  countPersons(reading, file, 'blank', blank)
}

function countPersons(
  { persons }: MappedReading,
  file: string,
  fate: 'joined' | 'orphaned' | 'rejected' | 'blank',
  count: number,
): void {
  const before = persons.get(file) ?? { file, read: 0, joined: 0, orphaned: 0, rejected: 0, blank: 0 }
  persons.set(file, { ...before, read: before.read + count, [fate]: before[fate] + count })
}
