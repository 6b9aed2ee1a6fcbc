import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { Change } from '../changes/change.js'
import { oldWithNew } from '../changes/changes.js'
import { type Judgement, judgeRecord } from './can-judge.js'
import { decidingPart } from './deciding-part.js'
import { isSound } from './decision-only.js'
import { shadesOf } from './masked-pairs.js'
import { createReaches } from './reach.js'
import { recordFor } from './record.js'

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

/**
 * A function that finds the cause of a move by judging the record under the old pack with some changes made; `asOf` as it was judged.
 * Changes that nothing reads, and pairs of which one cannot be felt beside the other, are known not to move it and are not tried.
 */
export function createCauses(
  old: Pack,
  changed: Pack,
  changes: readonly Change[],
  asOf: string | null,
): (judged: Judged) => Cause {
  const reaches = createReaches(old, changed)
  const able = changes.filter((change) => change.decisive && reaches.direct(change)?.size !== 0)
  const hybrids = createHybrids(old, changed, changes)
  const judge = (set: readonly Change[], { before, after }: Judged): Judgement | null => {
    const hybrid = hybrids(set)
    return hybrid && judgeRecord(hybrid, recordFor(hybrid, changed, before.record, after.record), asOf)
  }
  return (judged) => {
    const { decision } = judged.after
    const singles = able.map((change) => ({ change, judgement: judge([change], judged) }))
    const alone = singles.filter(({ judgement }) => judgement?.decision === decision)
    if (alone.length > 0) return { kind: 'single', sets: alone.map(({ change }) => [change.id]) }
    const isShaded = shadesOf(reaches, judge([], judged), singles)
    const together = pairsOf(able).filter(
      (pair) => !isShaded(...pair) && judge(pair, judged)?.decision === decision,
    )
    if (together.length === 0) return { kind: 'whole', sets: [] }
    return { kind: 'pair', sets: together.map((pair) => pair.map(({ id }) => id)) }
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

const pairsOf = (changes: readonly Change[]): (readonly [Change, Change])[] =>
  changes.flatMap((first, index) => changes.slice(index + 1).map((second) => [first, second] as const))
