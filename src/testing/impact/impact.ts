import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { Change } from '../changes/change.js'
import { oldWithNew } from '../changes/changes.js'
import { canJudge } from './can-judge.js'
import { decidingPart } from './deciding-part.js'
import { type Judgement, judgeDecisionOnly } from './decision-only.js'
import { maskedPairs } from './masked-pairs.js'
import { createReaches } from './reach.js'
import { recordFor } from './record.js'

/**
 * Why a record moved: sets of changes, by id. Each set alone gives the old pack the new decision. They are single changes if there are
 * any, else pairs, else only all changes together.
 */
export interface Cause {
  readonly kind: 'single' | 'pair' | 'whole'
  /** Empty if only all changes together move it. */
  readonly sets: readonly (readonly string[])[]
}

/** A record as both packs judge it. */
export interface Judged {
  readonly before: Assessment
  readonly after: Assessment
}

/**
 * Gives a function that finds why a record moved: it judges the record under the old pack with some of the changes made, on the date
 * `asOf` of the first judgement. It skips changes that nothing reads and masked pairs, because neither can move a record.
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
    return hybrid && judgeDecisionOnly(hybrid, recordFor(hybrid, changed, before.record, after.record), asOf)
  }
  return (judged) => {
    const { decision } = judged.after
    const singles = able.map((change) => ({ change, judgement: judge([change], judged) }))
    const alone = singles.filter(({ judgement }) => judgement?.decision === decision)
    if (alone.length > 0) return { kind: 'single', sets: alone.map(({ change }) => [change.id]) }
    const isMasked = maskedPairs(reaches, judge([], judged), singles)
    const together = pairsOf(able).filter(
      (pair) => !isMasked(...pair) && judge(pair, judged)?.decision === decision,
    )
    if (together.length === 0) return { kind: 'whole', sets: [] }
    return { kind: 'pair', sets: together.map((pair) => pair.map(({ id }) => id)) }
  }
}

/** The old pack with some changes made, each built once; `null` if its parts do not fit together, so that it cannot judge. */
function createHybrids(old: Pack, changed: Pack, changes: readonly Change[]) {
  const base = oldWithNew(old, changed, changes)
  const built = new Map<string, Pack | null>()
  return (set: readonly Change[]): Pack | null => {
    const key = set.map(({ id }) => id).join('\n')
    const known = built.get(key)
    if (known !== undefined) return known
    const hybrid = decidingPart(set.reduce((pack, change) => change.apply(pack), base))
    const able = canJudge(hybrid, old, changed) ? hybrid : null
    built.set(key, able)
    return able
  }
}

const pairsOf = (changes: readonly Change[]): (readonly [Change, Change])[] =>
  changes.flatMap((first, index) => changes.slice(index + 1).map((second) => [first, second] as const))
