import type { Decimal } from '../../base/decimal.js'
import type { Assessment, EngineCounts } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import { countDecisions } from '../assess/count/decision-count.js'
import { smallestPlaceOf } from '../assess/smallest-place.js'
import { openCount } from './count.js'
import { createDiffGroups } from './groups.js'
import { type ChangeCount, type DiffSummary, type Moved, type Transition, transitionKey } from './summary.js'

/** Counts what two packs decide of the same records; memory grows with the households that move. */
export interface DiffFold {
  /** Adds a record; `cause` is `null` where its decision stays. */
  add(before: Assessment, after: Assessment, cause: Cause | null): void
  finish(ledger: Ledger, rosters: readonly RosterLedger[], engine: EngineCounts | null): DiffSummary
}

/** What has been counted so far. */
interface Counts {
  readonly changed: Pack
  readonly changes: readonly Change[]
  readonly by: string | null
  /** Decisions of either pack in their order, `verify` last. */
  readonly decisions: readonly string[]
  readonly before: ReturnType<typeof countDecisions>
  readonly after: ReturnType<typeof countDecisions>
  readonly transitions: Map<string, ReturnType<typeof openCount>>
  readonly moved: ReturnType<typeof openCount>
  readonly households: Moved[]
  readonly groups: ReturnType<typeof createDiffGroups> | null
}

export function createDiffFold(
  old: Pack,
  changed: Pack,
  changes: readonly Change[],
  by: string | null,
): DiffFold {
  const outcomes = new Set([...old.decisions.outcomes.keys(), ...changed.decisions.outcomes.keys()])
  const counts: Counts = {
    changed,
    changes,
    by,
    decisions: [...outcomes, VERIFY],
    before: countDecisions(old),
    after: countDecisions(changed),
    transitions: new Map(),
    moved: openCount(),
    households: [],
    groups: by === null ? null : createDiffGroups({ old, changed }, by),
  }
  return {
    add: (before, after, cause) => addPair(counts, before, after, cause),
    finish: (ledger, rosters, engine) => ({ ...summarised(counts), ledger, rosters, engine }),
  }
}

function addPair(counts: Counts, before: Assessment, after: Assessment, cause: Cause | null): void {
  const size = sharedSize(before, after)
  counts.before.add(before.decision, before.size)
  counts.after.add(after.decision, after.size)
  const key = transitionKey(before.decision, after.decision)
  const transition = counts.transitions.get(key) ?? openCount()
  counts.transitions.set(key, transition)
  transition.add(size)
  counts.groups?.add(before, after, size)
  if (cause === null) return
  counts.moved.add(size)
  const { id, file, line } = after.record
  const place = smallestPlaceOf(counts.changed, after)
  counts.households.push({ id, place, file, line, from: before.decision, to: after.decision, cause })
}

const sharedSize = ({ size: a }: Assessment, { size: b }: Assessment): Decimal | null =>
  a !== null && b !== null && a.eq(b) ? a : null

function summarised(counts: Counts): Omit<DiffSummary, 'ledger' | 'rosters' | 'engine'> {
  const { changes, by, decisions, before, after, moved, households, groups } = counts
  return {
    old: before.finish(),
    new: after.finish(),
    assessed: before.assessed(),
    moved: moved.finish(),
    decisions,
    transitions: transitionsOf(counts),
    changes: countChanges(changes, households),
    whole: households.filter(({ cause }) => cause.kind === 'whole').length,
    by: groups && by !== null ? { fact: by, groups: groups.finish() } : null,
    households,
  }
}

const transitionsOf = ({ decisions, transitions }: Counts): Transition[] =>
  decisions.flatMap((from) =>
    decisions.flatMap((to): Transition[] => {
      const count = transitions.get(transitionKey(from, to))
      return count === undefined ? [] : [{ from, to, ...count.finish() }]
    }),
  )

function countChanges(changes: readonly Change[], households: readonly Moved[]): (Change & ChangeCount)[] {
  const counts = { single: new Map<string, number>(), pair: new Map<string, number>() }
  for (const { cause } of households) {
    if (cause.kind === 'whole') continue
    const count = counts[cause.kind]
    for (const id of new Set(cause.sets.flat())) count.set(id, (count.get(id) ?? 0) + 1)
  }
  return changes.map((change) => ({
    ...change,
    alone: counts.single.get(change.id) ?? 0,
    inPairs: counts.pair.get(change.id) ?? 0,
  }))
}
