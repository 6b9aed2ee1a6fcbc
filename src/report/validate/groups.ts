import { unguarded } from '../../base/csv-guard.js'
import type { CaseRecord, GapReason } from '../../lang/record.js'
import type { NoInterview, Row } from '../../survey/records/rows.js'
import type { GroupKey } from '../assess/groups.js'
import { PERSONAL } from '../text/value-json.js'
import type { Examined } from './examined.js'

/** By what rows are counted: a fact of the pack, or the first of the kept columns. */
export type GroupField =
  | { readonly kind: 'column'; readonly name: string }
  | {
      readonly kind: 'fact'
      readonly name: string
      readonly groupOf: (facts: CaseRecord['facts']) => GroupKey
    }

/** The records with one value, and what was found about them; notes do not count. */
export interface FoundGroup {
  /** `null` if there is no value: `gap` says why; without a gap the row could not be split into cells. */
  readonly value: string | null
  readonly gap: GapReason | null
  readonly records: number
  /** Records with one finding at least. */
  readonly affected: number
  readonly findings: number
  /** By the id of the check or the code, the commonest first. */
  readonly kinds: readonly (readonly [string, number])[]
}

interface Open {
  readonly value: string | null
  readonly gap: GapReason | null
  records: number
  affected: number
  findings: number
  readonly kinds: Map<string, number>
}

/** What has been counted so far. */
interface Counts {
  readonly field: GroupField
  readonly isOpen: boolean
  readonly groups: Map<string, Open>
}

/**
 * Counts findings by the value of a field. Rows of rosters that belong to no record count with rows that cannot be read.
 * @param isOpen whether cells of rejected rows may be shown, because the pack calls nothing personal
 */
export function countGroups(field: GroupField, isOpen: boolean) {
  const counts: Counts = { field, isOpen, groups: new Map() }
  return {
    add: (examined: Examined) => addExamined(counts, examined),
    /** Sorted by the share of records with a finding, then by findings, then by value; rows without cells come last. */
    finish: (): FoundGroup[] =>
      [...counts.groups.values()]
        .map((group) => ({ ...group, kinds: [...group.kinds].sort(([, a], [, b]) => b - a) }))
        .sort(
          (a, b) =>
            Number(isUnread(a)) - Number(isUnread(b)) ||
            b.affected * a.records - a.affected * b.records ||
            b.findings - a.findings ||
            ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
        ),
  }
}

function addExamined(counts: Counts, { row, findings }: Examined): void {
  if (row === null || row.kind === 'no-interview') return
  const key = keyOf(row, counts)
  const id = JSON.stringify([key.value, key.gap])
  const group = counts.groups.get(id) ?? { ...key, records: 0, affected: 0, findings: 0, kinds: new Map() }
  counts.groups.set(id, group)
  group.records += 1
  const found = findings.filter(({ diagnostic }) => diagnostic.severity !== 'note')
  if (found.length > 0) group.affected += 1
  group.findings += found.length
  for (const { diagnostic } of found) {
    const kind = diagnostic.check ?? diagnostic.code
    group.kinds.set(kind, (group.kinds.get(kind) ?? 0) + 1)
  }
}

function keyOf(row: Exclude<Row, NoInterview>, { field, isOpen }: Counts): Pick<Open, 'value' | 'gap'> {
  if (field.kind === 'fact') return row.kind === 'rejected' ? UNREAD : field.groupOf(row.record.facts)
  if (row.kind === 'rejected' && !isOpen) return UNREAD
  const [cell] = row.kept ?? []
  if (cell === undefined) return UNREAD
  const text = cell === PERSONAL ? cell : unguarded(cell.normalize('NFKC').trim())
  return text === '' ? { value: null, gap: 'blank' } : { value: text, gap: null }
}

const isUnread = ({ value, gap }: Pick<Open, 'value' | 'gap'>) => value === null && gap === null

const UNREAD = { value: null, gap: null }
