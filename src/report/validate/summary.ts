import type { DiagnosticCode } from '../../base/codes.js'
import type { Severity } from '../../base/diagnostic.js'
import type { Row } from '../../survey/records/rows.js'
import type { Ledgers } from '../text/ledger.js'
import { type ColumnCounts, countColumns } from './columns.js'
import type { Examined } from './examined.js'
import { countFound, type FoundGroup, type GroupField } from './groups.js'
import { countKinds, type FindingKind } from './kinds.js'

/** Everything that reports say about the data as a whole, counted once and never capped. */
export interface ValidateSummary extends Ledgers, ColumnCounts {
  readonly kinds: readonly FindingKind[]
  readonly severities: Readonly<Record<Severity, number>>
  readonly codes: ReadonlyMap<DiagnosticCode, number>
  /** By the ids of the pack's checks. */
  readonly checks: ReadonlyMap<string, number>
  /** Records with an error or a warning, rejected and held ones included. */
  readonly affected: number
  readonly by: { readonly field: GroupField; readonly groups: readonly FoundGroup[] } | null
}

/** Counts rows and what was found about them. */
export interface ValidateFold {
  add(examined: Examined): void
  finish(ledgers: Ledgers): ValidateSummary
}

export function createValidateFold(by: GroupField | null, isOpen: boolean): ValidateFold {
  const kinds = countKinds()
  const columns = countColumns()
  const groups = by === null ? null : countFound(by, isOpen)
  const records = new Map<string, number>()
  const severities: Record<Severity, number> = { error: 0, warning: 0, note: 0 }
  const codes = new Map<DiagnosticCode, number>()
  const checks = new Map<string, number>()
  let affected = 0
  return {
    add(examined) {
      const { row, findings, takenAway } = examined
      for (const finding of findings) {
        const { severity, code, check } = finding.diagnostic
        kinds.add(finding)
        severities[severity] += 1
        count(codes, code)
        if (check !== undefined) count(checks, check)
      }
      if (row === null) return
      groups?.add(examined)
      if (row.kind === 'record') columns.add(row.record, takenAway)
      if (!isRecord(row)) return
      count(records, row.kind === 'record' ? row.record.file : row.file)
      if (findings.some(({ diagnostic }) => diagnostic.severity !== 'note')) affected += 1
    },
    finish(ledgers) {
      const counted = columns.finish()
      const members = new Map(ledgers.rosters.map(({ file, read }) => [file, read]))
      return {
        ...ledgers,
        ...counted,
        kinds: kinds.finish({ records, members }, counted.columns),
        severities,
        codes,
        checks,
        affected,
        by: by === null || groups === null ? null : { field: by, groups: groups.finish() },
      }
    },
  }
}

/** Whether a row counts as a record that was read. */
const isRecord = (row: Row) => row.kind !== 'rejected' || row.isMember !== true

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
