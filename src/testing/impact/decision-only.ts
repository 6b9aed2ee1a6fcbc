import { asOfDate, selectorCodes } from '../../engine/assess.js'
import type { VerdictSet } from '../../engine/assessment.js'
import { decide } from '../../engine/decide.js'
import type { DerivedState } from '../../engine/evaluation.js'
import { deriveValue } from '../../engine/interpret.js'
import { judge } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'

/** The decision of a pack for a record, with the verdicts and derived values behind it. */
export interface Judgement {
  readonly decision: string
  readonly sets: ReadonlyMap<string, VerdictSet>
  readonly derived: ReadonlyMap<string, DerivedState>
}

/** Decides by the same steps as `assessRecord`, without needs, reasons and outputs. */
export function judgeDecisionOnly(pack: Pack, record: CaseRecord, option: string | null): Judgement {
  const { asOf } = asOfDate(pack, record, option)
  const evaluation = createEvaluation(pack, record, asOf)
  const sets = new Map(pack.criteria.map((criterion) => [criterion.id, judge(evaluation, criterion)]))
  const { possible } = decide(pack.decisions, selectorCodes(evaluation), sets)
  const derived = new Map([...pack.derived.keys()].map((name) => [name, deriveValue(evaluation, name)]))
  return { decision: (possible.length === 1 ? possible[0] : undefined) ?? VERIFY, sets, derived }
}
