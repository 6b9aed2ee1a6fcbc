import { canBe, type Truth } from '../base/truth.js'
import type { Criterion } from '../lang/pack.js'
import type { Verdict, VerdictSet } from './assessment.js'
import type { Evaluation } from './evaluation.js'
import { type Gaps, gapOfDate, gapsOf, unionOfGaps } from './gaps.js'
import { truthOf } from './interpret.js'

/** Says if the criterion applies on the as-of date at all; open if the record's date cannot be read. */
function isInTime(evaluation: Evaluation, criterion: Criterion): Truth {
  if (criterion.since === null) return true
  return evaluation.asOf === null ? 'open' : evaluation.asOf >= criterion.since
}

/** Every verdict that a criterion can still take on a record. */
export function judge(evaluation: Evaluation, criterion: Criterion): VerdictSet {
  const inTime = isInTime(evaluation, criterion)
  if (inTime === false) return { met: false, unmet: false, notApplicable: true }
  const applies = criterion.appliesIf === null ? true : truthOf(evaluation, criterion.appliesIf)
  const met: Truth = applies === false ? 'open' : truthOf(evaluation, criterion.met)
  return {
    met: applies !== false && canBe(met, true),
    unmet: applies !== false && canBe(met, false),
    notApplicable: inTime === 'open' || applies !== true,
  }
}

export function verdictOf({ met, unmet, notApplicable }: VerdictSet): Verdict {
  if (Number(met) + Number(unmet) + Number(notApplicable) > 1) return 'unknown'
  return met ? 'met' : unmet ? 'unmet' : 'not_applicable'
}

/** What keeps a criterion open. */
export function gapsOfCriterion(evaluation: Evaluation, criterion: Criterion): Gaps {
  const inTime = isInTime(evaluation, criterion)
  if (inTime === false) return new Map()
  const applies = criterion.appliesIf === null ? true : truthOf(evaluation, criterion.appliesIf)
  return unionOfGaps([
    inTime === 'open' ? gapOfDate(evaluation) : new Map(),
    criterion.appliesIf !== null && applies === 'open' ? gapsOf(evaluation, criterion.appliesIf) : new Map(),
    applies === false ? new Map() : gapsOf(evaluation, criterion.met),
  ])
}
