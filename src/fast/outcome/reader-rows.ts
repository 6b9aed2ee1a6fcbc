import { createLog, type Diagnostic, type LoggedKinds } from '../../base/diagnostic.js'
import { createFastJudge } from '../../compile/assess.js'
import type { CompiledPack } from '../../compile/compile.js'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import { checkFinding } from '../../engine/checks.js'
import type { Check } from '../../lang/pack.js'
import type { CellFault } from '../../survey/cells/reading.js'
import { isDestroyed } from '../../survey/cells/text.js'
import type { CutRow } from '../../survey/files/table.js'
import { rowBelowHeader } from '../../survey/files/table.js'
import type { Layout } from '../../survey/records/column-layout.js'
import { idOf } from '../../survey/records/first-pass.js'
import { type Ledger, openLedger } from '../../survey/records/ledger.js'
import { rejectedRow, rejectsLine } from '../../survey/records/rejects.js'
import type { IdTable } from '../../survey/records/repeated-ids.js'
import { readSurveyRow } from '../../survey/records/rows.js'

/** A row that shares its id with another one, which can be read again at its place in the file. */
export interface HeldPlace {
  readonly id: string
  readonly line: number
  readonly from: number
}

/** What rows that are not plain came to. */
export interface ReaderRowCount {
  readonly ledger: Ledger
  /** Who judged them. */
  readonly engine: { readonly compiled: number; readonly interpreted: number }
  readonly found: LoggedKinds
  readonly failedChecks: number
  readonly holds: readonly HeldPlace[]
  readonly rejects: string
}

/** Reads and judges rows one by one as the normal reader does, which alone says what is wrong with them. */
export interface ReaderRows {
  /** The assessment of the record of a row that starts at a place in the file; `null` where it brings none. */
  judge(row: CutRow, from: number): Assessment | null
  /** Tells of a cell that does not read, of a record that was judged elsewhere. */
  report(fault: CellFault, field: string, line: number): void
  /** Tells of a check that fired on a record that was judged elsewhere. */
  warn(check: Check, line: number): void
  /** What came since this was last asked. */
  take(): ReaderRowCount
}

export function createReaderRows(
  compiled: CompiledPack,
  layout: Layout,
  width: number,
  ids: Pick<IdTable, 'repeats'>,
  asOf: string | null,
): ReaderRows {
  const { pack } = compiled
  const judge = createFastJudge(compiled)
  let engine = { compiled: 0, interpreted: 0 }
  let ledger = openLedger()
  let log = createLog()
  let failedChecks = 0
  let holds: HeldPlace[] = []
  let rejects = ''
  /** Checks that have fired, with the kinds of what they say. */
  const warned = new Map<Check, string>()

  function find(diagnostic: Diagnostic): void {
    log.add(diagnostic)
    if (diagnostic.severity === 'error') failedChecks += 1
  }

  return {
    warn(check, line) {
      const kind = warned.get(check)
      if (kind !== undefined) log.addAnother(kind, line)
      else {
        const { file, headers } = layout
        warned.set(check, log.add(checkFinding(pack, check, { file, line, headers })))
      }
      if (check.severity === 'error') failedChecks += 1
    },
    report(fault, field, line) {
      log.add({ ...fault, severity: 'warning', at: { file: layout.file, line, field } })
    },
    judge(row, from) {
      const read = readSurveyRow({ pack, ids, ledger }, { layout, kept: [] }, rowBelowHeader(row, width), log)
      if (read === null || read.kind === 'no-interview') return null
      if (read.kind === 'record') {
        const fast = judge(read.record, { asOf })
        const assessment = fast ?? assessRecord(pack, read.record, { asOf })
        engine[fast === null ? 'interpreted' : 'compiled'] += 1
        for (const diagnostic of assessment.diagnostics) find(diagnostic)
        return assessment
      }
      rejects += `${rejectsLine(read)}\n`
      if (read.kind === 'rejected') log.add(rejectedRow(read, 'warning'))
      else holds.push({ id: read.id, line: read.line, from })
      return null
    },
    take() {
      const count = { ledger: ledger.close(), engine, found: log.kinds(), failedChecks, holds, rejects }
      engine = { compiled: 0, interpreted: 0 }
      ledger = openLedger()
      log = createLog()
      warned.clear()
      failedChecks = 0
      holds = []
      rejects = ''
      return count
    },
  }
}

/** What the first pass has to know of a row that is not plain. */
export type RowLook =
  | { readonly kind: 'blank' }
  | { readonly kind: 'broken'; readonly message: string }
  /** Its id; empty where it has none that tells it from others. */
  | { readonly kind: 'record'; readonly id: string; readonly hasId: boolean }

export function lookAtRow(row: CutRow, width: number, layout: Layout): RowLook {
  const read = rowBelowHeader(row, width)
  if (read.kind === 'broken') return { kind: 'broken', message: read.message }
  if (read.kind !== 'record') return { kind: 'blank' }
  const id = idOf(read, layout.id)
  return { kind: 'record', id: isDestroyed(id) ? '' : id, hasId: id !== '' }
}
