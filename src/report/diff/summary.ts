import type { Decimal } from '../../base/decimal.js'
import type { Assessment, EngineCounts } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import { countDecisions, type DecisionCounts } from '../assess/decision-count.js'
import { smallestPlaceOf } from '../assess/smallest-place.js'
import { type Count, openCount } from './count.js'
import { createDiffGroups, type DiffGroup } from './groups.js'

/** A household whose decision differs; nothing of what it answered but where it lives. */
export interface Moved {
  readonly id: string
  /** The smallest place that is known and not personal. */
  readonly place: string
  readonly file: string
  readonly line: number
  readonly from: string
  readonly to: string
  readonly cause: Cause
}

export interface Transition extends Count {
  readonly from: string
  readonly to: string
}

/** How many households a change moves by itself, and together with one other where no change does so by itself. */
export interface ChangeCount {
  readonly alone: number
  readonly inPairs: number
}

/** Everything that reports say about two packs over the same records, counted once. */
export interface DiffSummary {
  readonly old: DecisionCounts
  readonly new: DecisionCounts
  readonly assessed: number
  readonly moved: Count
  /** Decisions of either pack in their order, `verify` last. */
  readonly decisions: readonly string[]
  /** Those that occur, in the order of decisions, unmoved households included. */
  readonly transitions: readonly Transition[]
  readonly changes: readonly (Change & ChangeCount)[]
  /** Households that only the whole change moves. */
  readonly whole: number
  readonly by: { readonly fact: string; readonly groups: readonly DiffGroup[] } | null
  readonly households: readonly Moved[]
  readonly ledger: Ledger
  readonly rosters: readonly RosterLedger[]
  /** Which engine judged how often, under both packs; `null` where nobody asked for one. */
  readonly engine: EngineCounts | null
}

/** Adds up judgements in pairs; memory grows with the households that move. */
export function createDiffFold(old: Pack, changed: Pack, changes: readonly Change[], by: string | null) {
  const counts = [countDecisions(old), countDecisions(changed)] as const
  const transitions = new Map<string, ReturnType<typeof openCount>>()
  const moved = openCount()
  const households: Moved[] = []
  const groups = by === null ? null : createDiffGroups(by)
  const decisions = [
    ...new Set([...old.decisions.outcomes.keys(), ...changed.decisions.outcomes.keys()]),
    VERIFY,
  ]
  return {
    /** Adds a record; `cause` is `null` where its decision stays. */
    add(before: Assessment, after: Assessment, cause: Cause | null) {
      const size = sharedSize(before, after)
      counts[0].add(before.decision, before.size)
      counts[1].add(after.decision, after.size)
      const key = transitionKey(before.decision, after.decision)
      const count = transitions.get(key) ?? openCount()
      transitions.set(key, count)
      count.add(size)
      groups?.add(before, after, size)
      if (cause === null) return
      moved.add(size)
      const { id, file, line } = after.record
      const [from, to] = [before.decision, after.decision]
      households.push({ id, place: smallestPlaceOf(changed, after), file, line, from, to, cause })
    },
    finish: (ledger: Ledger, rosters: readonly RosterLedger[], engine: EngineCounts | null): DiffSummary => ({
      old: counts[0].finish(),
      new: counts[1].finish(),
      assessed: counts[0].assessed(),
      moved: moved.finish(),
      decisions,
      transitions: decisions.flatMap((from) =>
        decisions.flatMap((to): Transition[] => {
          const count = transitions.get(transitionKey(from, to))
          return count === undefined ? [] : [{ from, to, ...count.finish() }]
        }),
      ),
      changes: countChanges(changes, households),
      whole: households.filter(({ cause }) => cause.kind === 'whole').length,
      by: groups && by !== null ? { fact: by, groups: groups.finish() } : null,
      households,
      ledger,
      rosters,
      engine,
    }),
  }
}

/** How a gate names a move: `register->not_eligible`. */
export const transitionKey = (from: string, to: string): string => `${from}->${to}`

const sharedSize = ({ size: a }: Assessment, { size: b }: Assessment): Decimal | null =>
  a !== null && b !== null && a.eq(b) ? a : null

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
