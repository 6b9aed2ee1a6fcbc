import type { DiagnosticCode } from '../../base/codes.js'
import type { FindingSink } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { destroyedText } from '../cells/cell.js'
import { isDestroyed } from '../cells/text.js'
import { brokenInput } from '../files/input.js'
import type { BrokenRow, Column, RecordRow, SourceRow } from '../files/row.js'
import { roleOfRow } from '../signs/record/row-role.js'
import type { Layout, ReportFault } from './column-layout.js'
import { fingerprintOf, keptCells, readRecord } from './facts.js'
import { type FileScan, idOf } from './first-pass.js'
import type { OpenLedger } from './ledger.js'
import { passesOver, tellNamedTotal } from './not-records.js'
import type { IdTable } from './repeated-ids.js'

/** A record to assess, with the cells of the columns that are kept, as typed. */
export interface AssessableRow {
  readonly kind: 'record'
  readonly record: CaseRecord
  readonly kept: readonly string[]
}

/** A row that shares its id with another one. */
export interface HeldRow {
  readonly kind: 'held'
  readonly id: string
  readonly file: string
  readonly line: number
  /** The header of the id. */
  readonly field: string
  /** What the row says by itself. Cells that cannot be read are not reported. */
  readonly record: CaseRecord
  /** Equal for two rows exactly if their facts are equal. */
  readonly fingerprint: string
  readonly kept: readonly string[]
  readonly raw: string
}

/** A row from which no record can be read. */
export interface RejectedRow {
  readonly kind: 'rejected'
  /** Whether it is a row of a roster, which is counted beside the records. */
  readonly isMember?: true
  readonly file: string
  readonly line: number
  readonly code: DiagnosticCode
  readonly field: string | null
  readonly message: string
  /** Whether it has fewer cells than the header, and is not where the text breaks off. */
  readonly isShort?: true
  /** The cells of the columns that are kept; `null` where the row cannot be parted into cells, or is of a roster. */
  readonly kept: readonly string[] | null
  readonly raw: string
}

/** A row of somebody who was not interviewed. */
export interface NoInterview {
  readonly kind: 'no-interview'
  /** Empty where it has none. */
  readonly id: string
  readonly file: string
  readonly line: number
}

export type Row = AssessableRow | HeldRow | RejectedRow | NoInterview

/** How much of the rows has been read. */
export interface Progress {
  readonly bytes: number
  readonly total: number
  readonly records: number
}

/** Counts bytes that have been read, and reports the progress each time. */
export function countBytes(
  total: number,
  records: () => number,
  onProgress: ((progress: Progress) => void) | undefined,
): (more: number) => void {
  let bytes = 0
  return (more) => {
    bytes += more
    onProgress?.({ bytes, total, records: records() })
  }
}

/** A file whose first pass found nothing that stops it. */
export interface CheckedFile {
  readonly scan: FileScan
  readonly layout: Layout
  readonly kept: readonly (Column | null)[]
}

/** What all files of a run have in common. */
export interface RowReading {
  readonly pack: Pack
  readonly ids: Pick<IdTable, 'repeats'>
  readonly ledger: OpenLedger
}

/** The rows of one file in its order, each counted in the ledger. */
export async function* readSurveyRows(
  reading: RowReading,
  file: CheckedFile,
  found: FindingSink,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Row> {
  for await (const batch of file.scan.data.rows(onBytes)) {
    for (const row of batch) {
      const read = readSurveyRow(reading, file, row, found)
      if (read !== null) yield read
    }
  }
}

/** What becomes of one row of a file, counted in the ledger; `null` where it brings no record. */
export function readSurveyRow(
  reading: RowReading,
  file: Pick<CheckedFile, 'layout' | 'kept'>,
  row: SourceRow,
  found: FindingSink,
): Row | null {
  switch (row.kind) {
    case 'header':
      return null
    case 'skipped':
      reading.ledger.count('skipped_rows')
      return null
    case 'fault':
      throw brokenInput(row.fault)
    case 'blank':
      reading.ledger.count('blank_rows')
      return null
    case 'broken':
      return reject(reading, file, row, null, null)
    case 'record':
      return recordRow(reading, file, row, found)
  }
}

function recordRow(
  reading: RowReading,
  file: Pick<CheckedFile, 'layout' | 'kept'>,
  row: RecordRow,
  found: FindingSink,
): Row | null {
  const { layout } = file
  const name = recordName(reading.pack)
  const id = idOf(row, layout.id)
  const role = roleOfRow(row.content, layout.table)
  const looked = { role, id, file: layout.file, line: row.line, field: layout.id.header }
  if (passesOver(looked, name, reading.ledger, found)) return null
  if (id === '') {
    const message = say('missing-id', { name })
    return reject(
      reading,
      file,
      { line: row.line, code: 'missing-id', message, raw: row.raw },
      layout.id.header,
      keptCells(row, file.kept),
    )
  }
  if (isDestroyed(id)) return rejectDestroyed(reading, file, row, id)
  reading.ledger.countRead()
  const kept = keptCells(row, file.kept)
  if (reading.ids.repeats(id)) {
    reading.ledger.count('duplicates')
    return heldRow(layout, row, id, kept)
  }
  const report: ReportFault = (fault, at) => found.add({ ...fault, severity: 'warning', at }, id)
  reading.ledger.count('assessed')
  tellNamedTotal(looked, name, found)
  return { kind: 'record', record: readRecord(layout, row, id, report), kept }
}

/** A row that shares its id. Its facts are read only when they are asked for, because a file may hold many such rows. */
function heldRow(layout: Layout, row: RecordRow, id: string, kept: readonly string[]): HeldRow {
  const record = () => readRecord(layout, row, id, () => {})
  return {
    kind: 'held',
    id,
    file: layout.file,
    line: row.line,
    field: layout.id.header,
    kept,
    raw: row.raw(),
    get record() {
      return record()
    },
    get fingerprint() {
      return fingerprintOf(record())
    },
  }
}

function rejectDestroyed(
  reading: RowReading,
  file: Pick<CheckedFile, 'layout' | 'kept'>,
  row: RecordRow,
  id: string,
): Row {
  const { header } = file.layout.id
  const personal = file.layout.facts.some(({ name, personal }) => personal && name === reading.pack.record.id)
  const [message] = destroyedText(`\`${personal ? '…' : short(id)}\``)
  return reject(
    reading,
    file,
    { line: row.line, code: 'destroyed-id', message, raw: row.raw },
    header,
    keptCells(row, file.kept),
  )
}

function reject(
  { ledger }: RowReading,
  { layout }: Pick<CheckedFile, 'layout'>,
  { line, code, message, isShort, raw }: Omit<BrokenRow, 'kind'>,
  field: string | null,
  kept: readonly string[] | null,
): RejectedRow {
  ledger.countRead()
  ledger.count('rejected')
  const short = isShort === true ? { isShort } : {}
  return { kind: 'rejected', file: layout.file, line, code, field, message, ...short, kept, raw: raw() }
}
