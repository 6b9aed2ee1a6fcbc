import type { Diagnostic } from '../../base/diagnostic.js'
import type { Assessment, EngineCounts } from '../../engine/assessment.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import type { AsOfCount } from './count/as-of-count.js'
import type { ChartCounts } from './count/charts.js'
import type { CriterionCount } from './count/criterion-count.js'
import type { DecisionCounts } from './count/decision-count.js'
import type { Group } from './groups.js'
import type { RepeatedId } from './repeated-ids.js'

/** A file of at most this many records is shown whole. */
export const SMALL = 40
/** Of a larger file the first that need a person are shown. */
export const SHOWN = 10

/** Everything that reports say about a run as a whole, counted once. */
export interface Summary extends DecisionCounts, RunEnd {
  readonly criteria: ReadonlyMap<string, CriterionCount>
  readonly asOf: AsOfCount
  /** One group for each value of the fact of `--by`. */
  readonly by: { readonly fact: string; readonly groups: readonly Group[] } | null
  /** What only drawings show, where a report draws. */
  readonly charts: ChartCounts | null
  readonly held: readonly RepeatedId[]
  /** Checks of severity error that fired. */
  readonly failedChecks: number
  /** Every record that `--only` lets through, where the file is small; else `null`. */
  readonly rows: readonly Assessment[] | null
  /** The decisions of `--only`. */
  readonly only: ReadonlySet<string> | null
  /** The first records whose decision is `verify`, or one of `only`. */
  readonly listed: readonly Assessment[]
}

/** What the run adds to the counts when all is read. */
export interface RunEnd {
  readonly ledger: Ledger
  /** Of the files with rows of members. */
  readonly rosters: readonly RosterLedger[]
  /** `risk=no`: the values that were taken for columns that a file lacks. */
  readonly assumed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Which engine judged how many; `null` where nobody asked for one. */
  readonly engine: EngineCounts | null
}
