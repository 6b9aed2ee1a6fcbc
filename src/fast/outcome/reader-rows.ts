import { csvStyle } from '../../base/csv-text.js'
import { createLog, type DiagnosticLog, type LoggedKinds } from '../../base/diagnostic.js'
import { createFastJudge } from '../../compile/assess.js'
import type { CompiledPack } from '../../compile/compile.js'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment, EngineCounts } from '../../engine/assessment.js'
import type { FastJudge } from '../../engine/assessors.js'
import { checkFinding } from '../../engine/checks.js'
import type { Check, Pack } from '../../lang/pack.js'
import type { CellFault } from '../../survey/cells/reading.js'
import { isDestroyed } from '../../survey/cells/text.js'
import type { WhyBroken } from '../../survey/files/row.js'
import type { CutRow } from '../../survey/files/table.js'
import { rowBelowHeader } from '../../survey/files/table.js'
import type { Layout } from '../../survey/records/column-layout.js'
import { idOf } from '../../survey/records/first-pass.js'
import { type Ledger, type OpenLedger, openLedger } from '../../survey/records/ledger.js'
import { rejectedRow, rejectsLine } from '../../survey/records/rejects.js'
import type { IdTable } from '../../survey/records/repeated-ids.js'
import { readSurveyRow } from '../../survey/records/rows.js'
import { isNoRecord, roleOfRow } from '../../survey/signs/record/row-role.js'

/** A row that shares its id with another one, which can be read again at its place in the file. */
export interface HeldPlace {
  readonly id: string
  readonly line: number
  readonly from: number
}

/** What the rows came to that the normal reader has read. */
export interface ReaderRowCount {
  readonly ledger: Ledger
  /** Who judged them. */
  readonly engine: Readonly<EngineCounts>
  readonly found: LoggedKinds
  readonly failedChecks: number
  readonly holds: readonly HeldPlace[]
  readonly rejects: string
}

/** Reads rows one by one with the normal reader, which alone says what is wrong with them, and judges them. */
export interface ReaderRows {
  /** The assessment of the record of a row that starts at a place in the file; `null` where it has none. */
  judge(row: CutRow, from: number): Assessment | null
  /** Tells of a cell that does not read, in a record that was judged elsewhere. */
  report(fault: CellFault, field: string, line: number): void
  /** Tells of a check that fired on a record that was judged elsewhere. */
  warn(check: Check, line: number): void
  /** What came since this was last asked. */
  take(): ReaderRowCount
}

/** What the rows are read and judged with. */
interface Reader {
  readonly pack: Pack
  readonly layout: Layout
  readonly width: number
  readonly ids: Pick<IdTable, 'repeats'>
  readonly asOf: string | null
  readonly judge: FastJudge
  soFar: RowsRead
}

/** What came of rows since it was last taken. */
interface RowsRead {
  readonly engine: EngineCounts
  readonly ledger: OpenLedger
  readonly log: DiagnosticLog
  readonly holds: HeldPlace[]
  /** Checks that have fired, with the kinds of what they say. */
  readonly warned: Map<Check, string>
  failedChecks: number
  rejects: string
}

const REJECTS = csvStyle({ excel: false })

const nothingRead = (): RowsRead => ({
  engine: { compiled: 0, interpreted: 0 },
  ledger: openLedger(),
  log: createLog(),
  holds: [],
  warned: new Map(),
  failedChecks: 0,
  rejects: '',
})

/** @param width is how many cells a row has. */
export function createReaderRows(
  compiled: CompiledPack,
  layout: Layout,
  width: number,
  ids: Pick<IdTable, 'repeats'>,
  asOf: string | null,
): ReaderRows {
  const { pack } = compiled
  const judge = createFastJudge(compiled)
  const reader: Reader = { pack, layout, width, ids, asOf, judge, soFar: nothingRead() }
  return {
    judge: (row, from) => judgeRow(reader, row, from),
    report(fault, field, line) {
      reader.soFar.log.add({ ...fault, severity: 'warning', at: { file: layout.file, line, field } })
    },
    warn: (check, line) => warn(reader, check, line),
    take() {
      const { ledger, engine, log, failedChecks, holds, rejects } = reader.soFar
      reader.soFar = nothingRead()
      return { ledger: ledger.close(), engine, found: log.kinds(), failedChecks, holds, rejects }
    },
  }
}

function judgeRow({ pack, layout, width, ids, asOf, judge, soFar }: Reader, row: CutRow, from: number) {
  const { ledger, log, engine, holds } = soFar
  const read = readSurveyRow({ pack, ids, ledger }, { layout, kept: [] }, rowBelowHeader(row, width), log)
  if (read === null || read.kind === 'no-interview') return null
  if (read.kind === 'record') {
    const fast = judge(read.record, { asOf })
    const assessment = fast ?? assessRecord(pack, read.record, { asOf })
    engine[fast === null ? 'interpreted' : 'compiled'] += 1
    for (const diagnostic of assessment.diagnostics) {
      log.add(diagnostic)
      if (diagnostic.severity === 'error') soFar.failedChecks += 1
    }
    return assessment
  }
  soFar.rejects += rejectsLine(read, REJECTS)
  if (read.kind === 'rejected') log.add(rejectedRow(read, 'warning'))
  else holds.push({ id: read.id, line: read.line, from })
  return null
}

function warn({ pack, layout, soFar }: Reader, check: Check, line: number): void {
  const { log, warned } = soFar
  const kind = warned.get(check)
  if (kind !== undefined) log.addAnother(kind, line)
  else {
    const { file, headers } = layout
    warned.set(check, log.add(checkFinding(pack, check, { file, line, headers })))
  }
  if (check.severity === 'error') soFar.failedChecks += 1
}

/** What the first pass needs to know of a row that is not plain. */
export type RowLook =
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly why: WhyBroken }
  /** Its id; empty where it has none that tells it from others. */
  | { readonly kind: 'record'; readonly id: string; readonly hasId: boolean }

/** Reads no more of a row than the first pass needs; `width` is how many cells a row has. */
export function lookAtRow(row: CutRow, width: number, layout: Layout): RowLook {
  const read = rowBelowHeader(row, width)
  if (read.kind === 'broken') return { kind: 'broken', why: { code: read.code, message: read.message } }
  if (read.kind !== 'record') return { kind: 'blank' }
  const role = roleOfRow(read.content, layout.table)
  if (isNoRecord(role)) return { kind: 'blank' }
  const id = idOf(read, layout.id)
  return { kind: 'record', id: isDestroyed(id) ? '' : id, hasId: id !== '' }
}
