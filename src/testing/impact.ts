import { assessRecord } from '../engine/assess.js'
import type { Assessment } from '../engine/assessment.js'
import type { Pack } from '../lang/pack.js'
import { oldWithNew } from './changes.js'
import type { Change } from './changes-change.js'
import { decidingPart } from './impact-part.js'
import { recordFor } from './impact-record.js'
import { isSound } from './impact-sound.js'

/**
 * Why a household moved: the sets of changes, by id, each of which alone gives the old pack the new decision. Single changes where
 * there is one, else pairs, else only all changes together.
 */
export interface Cause {
  readonly kind: 'single' | 'pair' | 'whole'
  /** Empty where only the whole change moves it. */
  readonly sets: readonly (readonly string[])[]
}

/** A record as the old pack and as the new one judges it. */
export interface Judged {
  readonly before: Assessment
  readonly after: Assessment
}

/** A function that finds the cause of a move by judging the record under the old pack with some changes made; `asOf` as it was judged. */
export function createCauses(
  old: Pack,
  changed: Pack,
  changes: readonly Change[],
  asOf: string | null,
): (judged: Judged) => Cause {
  const decisive = changes.filter((change) => change.decisive)
  const hybrids = createHybrids(old, changed, changes)
  const moves = (set: readonly Change[], { before, after }: Judged) => {
    const hybrid = hybrids(set)
    if (hybrid === null) return false
    const record = recordFor(hybrid, changed, before.record, after.record)
    return assessRecord(hybrid, record, { asOf }).decision === after.decision
  }
  const sets = (candidates: readonly (readonly Change[])[], judged: Judged) =>
    candidates.filter((set) => moves(set, judged)).map((set) => set.map(({ id }) => id))
  const singles = decisive.map((change) => [change])
  return (judged) => {
    const alone = sets(singles, judged)
    if (alone.length > 0) return { kind: 'single', sets: alone }
    const together = sets(pairsOf(decisive), judged)
    return together.length > 0 ? { kind: 'pair', sets: together } : { kind: 'whole', sets: [] }
  }
}

/** The old pack with some changes made, built once each; `null` where its parts do not fit each other. */
function createHybrids(old: Pack, changed: Pack, changes: readonly Change[]) {
  const base = oldWithNew(old, changed, changes)
  const built = new Map<string, Pack | null>()
  return (set: readonly Change[]): Pack | null => {
    const key = set.map(({ id }) => id).join('\n')
    const known = built.get(key)
    if (known !== undefined) return known
    const hybrid = decidingPart(set.reduce((pack, change) => change.apply(pack), base))
    const sound = isSound(hybrid, old, changed) ? hybrid : null
    built.set(key, sound)
    return sound
  }
}

const pairsOf = (changes: readonly Change[]): Change[][] =>
  changes.flatMap((first, index) => changes.slice(index + 1).map((second) => [first, second]))
