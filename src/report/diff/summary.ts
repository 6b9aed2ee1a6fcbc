import type { EngineCounts } from '../../engine/assessment.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import type { DecisionCounts } from '../assess/count/decision-count.js'
import type { Count } from './count.js'
import type { DiffGroup } from './groups.js'

/** A household whose decision differs, without its answers except for where it lives. */
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

/** How many households a change moves alone, and how many only together with one other change. */
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
  /** The transitions that occur, in the order of decisions; households that stay are among them. */
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

/** How a gate names a move: `register->not_eligible`. */
export const transitionKey = (from: string, to: string): string => `${from}->${to}`
