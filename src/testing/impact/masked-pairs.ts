import { equalValues } from '../../base/value.js'
import type { DerivedState } from '../../engine/evaluation.js'
import type { Change } from '../changes/change.js'
import { sameSets } from '../mutation/notices.js'
import type { Judgement } from './decision-only.js'
import type { Reaches } from './reach.js'

/** One change with the judgement of a record under it alone; `null` if the change does not fit the old pack alone. */
interface Single {
  readonly change: Change
  readonly judgement: Judgement | null
}

/**
 * Gives a test that is true if a pair of changes decides like one of its changes. Ask it only for records that neither change moves alone.
 * A pair is masked if one change turns no verdict and the other change cannot reach anything that the first one changes. The places that
 * the first one changes are the readers of what it alters and the readers of the derived values that it changes. Then the other change
 * meets the same values as alone, and the rest stays as it was.
 */
export function maskedPairs(reaches: Reaches, base: Judgement | null, singles: readonly Single[]) {
  const changed = new Map(singles.map((single) => [single.change, changedPlaces(reaches, base, single)]))
  const isMaskedBy = (change: Change, other: Change): boolean => {
    const places = changed.get(change) ?? null
    const reach = reaches.whole(other)
    return places !== null && reach !== null && ![...places].some((place) => reach.has(place))
  }
  return (a: Change, b: Change): boolean => isMaskedBy(a, b) || isMaskedBy(b, a)
}

/** The places that a change alters for a record; `null` if it turns a verdict, or if that cannot be known. */
function changedPlaces(
  reaches: Reaches,
  base: Judgement | null,
  { change, judgement }: Single,
): ReadonlySet<string> | null {
  const direct = reaches.direct(change)
  if (direct === null || base === null || judgement === null) return null
  const places = new Set(direct)
  for (const place of reaches.whole(change) ?? []) {
    // What a check takes away shows in no verdict and no value that is compared here.
    if (place === 'decisions' || place.startsWith('checks.')) return null
    if (place.startsWith(CRITERION)) {
      if (!isSameVerdict(base, judgement, place.slice(CRITERION.length))) return null
    } else if (!isSameValue(base.derived.get(place), judgement.derived.get(place))) {
      places.add(place)
      for (const reader of reaches.readersOf(place)) places.add(reader)
    }
  }
  return places
}

const CRITERION = 'criteria.'

/** A criterion that no table names has no verdict here, and counts as changed. */
function isSameVerdict(base: Judgement, judgement: Judgement, id: string): boolean {
  const [before, after] = [base.sets.get(id), judgement.sets.get(id)]
  return before !== undefined && after !== undefined && sameSets(before, after)
}

const isSameValue = (a: DerivedState | undefined, b: DerivedState | undefined): boolean =>
  a !== undefined && b !== undefined && a.conflicting === b.conflicting && equalValues(a.value, b.value)
