import type { Assessment } from '../../../engine/assessment.js'
import type { Pack } from '../../../lang/pack.js'

/** Records in which the same criteria are certainly unmet. */
export interface UnmetSet {
  /** In the order of the pack; empty for records in which none is. */
  readonly criteria: readonly string[]
  readonly records: number
  /** Of them, those in which another criterion is unknown. */
  readonly open: number
}

export interface UnmetSets {
  /** Those of most records first, then of fewest criteria, then in the order of the pack; the set of none is among them. */
  readonly sets: readonly UnmetSet[]
  /** Records whose set came when as many sets as are kept were known. */
  readonly beyond: number
}

/** So many different sets are kept. */
export const MOST_SETS = 10_000

/** Counts records by the decisive criteria that are certainly unmet in them. */
export function countUnmetSets(pack: Pack, mostSets = MOST_SETS) {
  const criteria = pack.criteria.flatMap(({ id, advisory }) => (advisory ? [] : [id]))
  const sets = new Map<string, UnmetSet & { records: number; open: number }>()
  let beyond = 0
  return {
    add({ verdicts }: Assessment) {
      const unmet = criteria.filter((id) => verdicts.get(id) === 'unmet')
      const key = unmet.join()
      let set = sets.get(key)
      if (set === undefined && sets.size >= mostSets) {
        beyond += 1
        return
      }
      if (set === undefined) {
        set = { criteria: unmet, records: 0, open: 0 }
        sets.set(key, set)
      }
      set.records += 1
      if (criteria.some((id) => verdicts.get(id) === 'unknown')) set.open += 1
    },
    finish: (): UnmetSets => ({
      sets: [...sets.values()].sort((a, b) => b.records - a.records || inPackOrder(criteria, a, b)),
      beyond,
    }),
  }
}

function inPackOrder(order: readonly string[], a: UnmetSet, b: UnmetSet): number {
  const at = a.criteria.findIndex((id, index) => id !== b.criteria[index])
  const rank = ({ criteria }: UnmetSet) => order.indexOf(criteria[at] ?? '')
  return a.criteria.length - b.criteria.length || rank(a) - rank(b)
}
