import type { GapReason } from '../../lang/record.js'
import { groupOf } from '../assess/groups.js'
import { PERSONAL } from '../text/value-json.js'
import type { Examined } from './examined.js'

/** By what rows are counted: a fact of the pack, or the first of the kept columns. */
export type GroupField = { readonly kind: 'fact' | 'column'; readonly name: string }

/** The records with one value, and what was found about them; notes do not count. */
export interface FoundGroup {
  /** `null` where there is none: `gap` says why, or the row could not be parted into cells. */
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

/**
 * Counts findings by the value of a field. Rows of rosters that are of no record count with what cannot be read.
 * @param isOpen whether cells of rejected rows may be shown although nothing says which of them are personal
 */
export function countFound({ kind, name }: GroupField, isOpen: boolean) {
  const groups = new Map<string, Open>()

  function keyOf({ row }: Examined): Pick<Open, 'value' | 'gap'> {
    if (row === null || row.kind === 'no-interview') return UNREAD
    if (row.kind !== 'rejected' && kind === 'fact') return groupOf(row.record.facts.get(name))
    if (row.kind === 'rejected' && (kind === 'fact' || !isOpen)) return UNREAD
    const [cell] = row.kept ?? []
    if (cell === undefined) return UNREAD
    const text = cell === PERSONAL ? cell : cell.normalize('NFKC').trim()
    return text === '' ? { value: null, gap: 'blank' } : { value: text, gap: null }
  }

  return {
    add(examined: Examined) {
      if (examined.row === null || examined.row.kind === 'no-interview') return
      const key = keyOf(examined)
      const id = JSON.stringify([key.value, key.gap])
      const group = groups.get(id) ?? { ...key, records: 0, affected: 0, findings: 0, kinds: new Map() }
      groups.set(id, group)
      group.records += 1
      const found = examined.findings.filter(({ diagnostic }) => diagnostic.severity !== 'note')
      if (found.length > 0) group.affected += 1
      group.findings += found.length
      for (const { diagnostic } of found) {
        const kind = diagnostic.check ?? diagnostic.code
        group.kinds.set(kind, (group.kinds.get(kind) ?? 0) + 1)
      }
    },
    /** By the share of records with a finding, then by findings, then by value; what has no value for want of cells is last. */
    finish: (): FoundGroup[] =>
      [...groups.values()]
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

const isUnread = ({ value, gap }: Pick<Open, 'value' | 'gap'>) => value === null && gap === null

const UNREAD = { value: null, gap: null }
