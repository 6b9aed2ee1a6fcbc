import type { Decimal } from '../../base/decimal.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'
import { groupFinder } from '../assess/groups.js'
import { type Count, openCount } from './count.js'

/** The households with one value of a fact, or one reason for having none. */
export interface DiffGroup {
  readonly value: string | null
  readonly gap: GapReason | null
  readonly assessed: number
  readonly moved: Count
}

/** Counts moves for each value of a fact, the most moves first. A value is what the new pack reads, or the old one where the new has no such fact. */
export function createDiffGroups(packs: { readonly old: Pack; readonly changed: Pack }, fact: string) {
  const [inOld, inChanged] = [groupFinder(packs.old, fact), groupFinder(packs.changed, fact)]
  const groups = new Map<string, Pick<DiffGroup, 'value' | 'gap'> & Open>()
  return {
    add(before: Assessment, after: Assessment, size: Decimal | null) {
      const { value, gap } = after.record.facts.has(fact)
        ? inChanged(after.record.facts)
        : inOld(before.record.facts)
      const key = value === null ? `?${gap}` : `=${value}`
      const group = groups.get(key) ?? { value, gap, assessed: 0, moved: openCount() }
      groups.set(key, group)
      group.assessed += 1
      if (before.decision !== after.decision) group.moved.add(size)
    },
    finish: (): DiffGroup[] =>
      [...groups]
        .map(([key, group]) => ({ key, ...group, moved: group.moved.finish() }))
        .sort(
          (a, b) => b.moved.records - a.moved.records || a.assessed - b.assessed || (a.key < b.key ? -1 : 1),
        )
        .map(({ value, gap, assessed, moved }) => ({ value, gap, assessed, moved })),
  }
}

interface Open {
  assessed: number
  readonly moved: ReturnType<typeof openCount>
}
