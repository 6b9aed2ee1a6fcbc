import { equalValues } from '../../base/value.js'
import type { DerivedState } from '../../engine/evaluation.js'
import type { Change } from '../changes/change.js'
import { sameSets } from '../mutation/notices.js'
import type { Judgement } from './can-judge.js'
import type { Reaches } from './reach.js'

/** A change with what the record comes to where it alone is made, `null` where it does not fit the old pack alone. */
interface Single {
  readonly change: Change
  readonly judgement: Judgement | null
}

/**
 * Whether two changes together certainly decide as one of them alone does, for one record, where neither decides otherwise than before
 * alone. That is so where one of them turns no verdict, and nothing in which it is felt lies in the reach of the other: neither what reads
 * the thing it alters, nor what reads a derived value that it changes. Then the other meets the values that it meets alone, and
 * everywhere else all is as it was.
 */
export function shadesOf(reaches: Reaches, base: Judgement | null, singles: readonly Single[]) {
  const felt = new Map(singles.map((single) => [single.change, feltPlaces(reaches, base, single)]))
  const isLostBeside = (change: Change, other: Change): boolean => {
    const places = felt.get(change) ?? null
    const reach = reaches.whole(other)
    return places !== null && reach !== null && ![...places].some((place) => reach.has(place))
  }
  return (a: Change, b: Change): boolean => isLostBeside(a, b) || isLostBeside(b, a)
}

/** Where a change is felt in a record; `null` where it turns a verdict, or where that cannot be known. */
function feltPlaces(
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

/** Criteria that no table names are judged in neither; what a table then names them for is not known. */
function isSameVerdict(base: Judgement, judgement: Judgement, id: string): boolean {
  const [before, after] = [base.sets.get(id), judgement.sets.get(id)]
  return before !== undefined && after !== undefined && sameSets(before, after)
}

const isSameValue = (a: DerivedState | undefined, b: DerivedState | undefined): boolean =>
  a !== undefined && b !== undefined && a.conflicting === b.conflicting && equalValues(a.value, b.value)
