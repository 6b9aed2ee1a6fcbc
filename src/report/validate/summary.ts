import type { DiagnosticCode } from '../../base/codes.js'
import type { Severity } from '../../base/diagnostic.js'
import type { Row } from '../../survey/records/rows.js'
import type { Ledgers } from '../text/ledger.js'
import { type ColumnCounts, countColumns } from './columns.js'
import type { DataFinding, Examined } from './examined.js'
import { countGroups, type FoundGroup, type GroupField } from './groups.js'
import { countKinds, type FindingKind } from './kinds.js'

/** Everything that reports say about the data as a whole, counted once; every count is a total. */
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

/** What has been counted so far. */
interface Counts {
  readonly by: GroupField | null
  readonly groups: ReturnType<typeof countGroups> | null
  readonly kinds: ReturnType<typeof countKinds>
  readonly columns: ReturnType<typeof countColumns>
  /** Records that were read, by file. */
  readonly records: Map<string, number>
  readonly severities: Record<Severity, number>
  readonly codes: Map<DiagnosticCode, number>
  readonly checks: Map<string, number>
  affected: number
}

/** @param isOpen whether cells of rejected rows may be shown, because the pack calls nothing personal */
export function createValidateFold(by: GroupField | null, isOpen: boolean): ValidateFold {
  const counts: Counts = {
    by,
    groups: by === null ? null : countGroups(by, isOpen),
    kinds: countKinds(),
    columns: countColumns(),
    records: new Map(),
    severities: { error: 0, warning: 0, note: 0 },
    codes: new Map(),
    checks: new Map(),
    affected: 0,
  }
  return {
    add(examined) {
      for (const finding of examined.findings) addFinding(counts, finding)
      if (examined.row !== null) addRow(counts, examined.row, examined)
    },
    finish: (ledgers) => summarised(counts, ledgers),
  }
}

function addFinding({ kinds, severities, codes, checks }: Counts, finding: DataFinding): void {
  const { severity, code, check } = finding.diagnostic
  kinds.add(finding)
  severities[severity] += 1
  count(codes, code)
  if (check !== undefined) count(checks, check)
}

function addRow(counts: Counts, row: Row, examined: Examined): void {
  const { groups, columns, records } = counts
  groups?.add(examined)
  if (row.kind === 'record') columns.add(row.record, examined.takenAway)
  if (!isRecord(row)) return
  count(records, row.kind === 'record' ? row.record.file : row.file)
  if (examined.findings.some(({ diagnostic }) => diagnostic.severity !== 'note')) counts.affected += 1
}

function summarised(counts: Counts, ledgers: Ledgers): ValidateSummary {
  const { by, groups, kinds, records, severities, codes, checks, affected } = counts
  const columns = counts.columns.finish()
  const members = new Map(ledgers.rosters.map(({ file, read }) => [file, read]))
  return {
    ...ledgers,
    ...columns,
    kinds: kinds.finish({ records, members }, columns.columns),
    severities,
    codes,
    checks,
    affected,
    by: by === null || groups === null ? null : { field: by, groups: groups.finish() },
  }
}

/** Whether a row counts as a record that was read. */
const isRecord = (row: Row) => row.kind !== 'rejected' || row.isMember !== true

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
