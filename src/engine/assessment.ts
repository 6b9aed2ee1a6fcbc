import type { Decimal } from '../base/decimal.js'
import type { Diagnostic } from '../base/diagnostic.js'
import type { Range } from '../base/range.js'
import type { Value } from '../base/value.js'
import type { Check, Citation } from '../lang/pack.js'
import type { CaseRecord, GapReason } from '../lang/record.js'
import type { TakenAway } from './evaluation.js'

/** The verdict of a criterion; `unknown` while more than one is possible. */
export type Verdict = 'met' | 'unmet' | 'not_applicable' | 'unknown'

/** The verdicts that a criterion can still take; at least one. */
export interface VerdictSet {
  readonly met: boolean
  readonly unmet: boolean
  readonly notApplicable: boolean
}

export type AsOfSource = 'option' | 'record' | 'pack'

/** The judgement of one record under one pack. Lists may be empty, but are never missing. */
export interface Assessment {
  /** As it was read; what checks took away is still there. */
  readonly record: CaseRecord
  /** An outcome of the pack, or `verify`. */
  readonly decision: string
  /** The outcomes still possible, in pack order; empty when decided. */
  readonly possible: readonly string[]
  /** Ids of the unmet criteria behind the decision, in pack order. */
  readonly reasons: readonly string[]
  /** Facts that would settle the decision, in pack order: `wage_income`, `members[2].in_school` (rows count from 1), `members`. */
  readonly needs: readonly string[]
  /** What no answer settles: conflicting values, parameters without a value on the date, figures that are only rounded. */
  readonly blocked: readonly string[]
  /** `risk=no`, in pack order. */
  readonly assumed: readonly string[]
  readonly takenAway: TakenAway
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** All that each criterion can still be. */
  readonly verdictSets: ReadonlyMap<string, VerdictSet>
  /** For each unknown criterion the gaps that keep it open, needs and blocked together. */
  readonly gaps: ReadonlyMap<string, readonly string[]>
  /** Outputs by name, rounded to their step. An open one is the range that it can still be. */
  readonly outputs: ReadonlyMap<string, Range>
  /** The record's number of persons, if the pack declares one and it is one number. */
  readonly size: Decimal | null
  /** `null` if the record's own date cannot be read. */
  readonly asOf: string | null
  readonly asOfFrom: AsOfSource
  /** Conflicts and the pack's checks that fired; their severity is the pack's. */
  readonly diagnostics: readonly Diagnostic[]
}

/** One criterion's verdict with the comparisons that decided it, or that keep it open. */
export interface Finding {
  readonly criterion: string
  readonly verdict: Verdict
  readonly advisory: boolean
  readonly because: readonly Reason[]
  readonly source: FindingSource
  /** One sentence for a person. */
  readonly message: string
}

export interface FindingSource extends Citation {
  readonly title: string
}

/** One comparison or yes/no fact. Numbers are in `unit`; `margin` is observed minus threshold, if both are one number. */
export interface Reason {
  readonly expression: string
  readonly observed: Value
  readonly threshold: Value | null
  readonly margin: Decimal | null
  readonly unit: string | null
  /** The date since which the parameter in the threshold has its value. */
  readonly effectiveFrom: string | null
  /** The reason why the observed side, or else the threshold, is open. Of several gaps the first in pack order counts. */
  readonly gap: GapReason | null
  /** The columns of that gap, and of others with the same reason; several are joined by `|`. `null` where it is in none. */
  readonly gapField: string | null
  /** The checks that made that gap. */
  readonly checks: readonly Check[]
  /** The cells that the observed side was read from, or that are missing for it. Several columns are joined by `|`. */
  readonly at: { readonly file: string; readonly line: number; readonly field: string } | null
}

/** Engines that can be asked for. The compiled one hands what it does not model to the interpreter; both give the same answers. */
export type Engine = 'interpret' | 'compiled'

/** How many records each engine judged. */
export interface EngineCounts {
  compiled: number
  interpreted: number
}
