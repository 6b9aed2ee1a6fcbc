import { divideRange, pointOf, type Range, roundRange } from '../base/range.js'
import type { Value } from '../base/value.js'
import { type OutputDeclaration, type Pack, VERIFY } from '../lang/pack.js'
import { type CaseRecord, type Fact, knownText } from '../lang/record.js'
import type { AsOfSource, Assessment, Verdict } from './assessment.js'
import { recordDiagnostics } from './checks.js'
import { decide, type Outcome } from './decide.js'
import type { Evaluation } from './evaluation.js'
import { type Gaps, gapsOfFact, unionOfGaps } from './gaps.js'
import { deriveValue, factValue, rangeOf } from './interpret.js'
import { gapsOfCriterion, judge, verdictOf } from './judge.js'
import { packOrder } from './pack-order.js'
import { createEvaluation } from './taken-away.js'

export interface AssessOptions {
  /** The date that replaces every record's own, or `null`. */
  readonly asOf: string | null
}

/** The date on which a record is judged: the option, else the record's own date, else the pack's. */
export function asOfDate(
  pack: Pack,
  record: CaseRecord,
  option: string | null,
): { asOf: string | null; asOfFrom: AsOfSource } {
  if (option !== null) return { asOf: option, asOfFrom: 'option' }
  const date = pack.record.date === null ? undefined : record.facts.get(pack.record.date)
  if (date === undefined || (date.kind === 'gap' && (date.reason === 'blank' || date.reason === 'absent')))
    return { asOf: pack.asOf, asOfFrom: 'pack' }
  return {
    asOf: date.kind === 'known' && typeof date.value === 'string' ? date.value : null,
    asOfFrom: 'record',
  }
}

/**
 * The evaluation of the last assessment, because most assessments are explained at once or never. Keeping each in a WeakMap takes as long
 * as judging.
 */
let latest: { readonly assessment: Assessment; readonly evaluation: Evaluation } | null = null

/** Evaluations of assessments that were explained later. */
const evaluations = new WeakMap<Assessment, Evaluation>()

/** The evaluation behind an assessment, to explain it. It is made anew unless it was the last one. */
export function evaluationOf(pack: Pack, assessment: Assessment): Evaluation {
  if (latest?.assessment === assessment) return latest.evaluation
  const kept = evaluations.get(assessment)
  if (kept !== undefined) return kept
  const evaluation = createEvaluation(pack, assessment.record, assessment.asOf)
  evaluations.set(assessment, evaluation)
  return evaluation
}

/** Judges one record. Gives a decision that no later answer would change, or `verify` with what is missing. */
export function assessRecord(pack: Pack, record: CaseRecord, options: AssessOptions): Assessment {
  const { asOf, asOfFrom } = asOfDate(pack, record, options.asOf)
  const evaluation = createEvaluation(pack, record, asOf)
  const sets = new Map(pack.criteria.map((criterion) => [criterion.id, judge(evaluation, criterion)]))
  const verdicts = new Map([...sets].map(([id, set]): [string, Verdict] => [id, verdictOf(set)]))
  const gaps = gapsOfUnknown(evaluation, verdicts)
  const codes = selectorCodes(evaluation)
  const outcome = decide(pack.decisions, codes, sets)
  const isDecided = outcome.possible.length === 1
  const order = packOrder(evaluation)
  const open = isDecided ? [] : [...openGaps(evaluation, outcome, gaps).values()]
  const named = (isBlocked: boolean) =>
    open
      .filter((gap) => gap.blocked === isBlocked)
      .map((gap) => gap.name)
      .sort(order)
  if (!isDecided && open.length === 0) {
    throw new Error(`nothing would settle ${record.id} between ${outcome.possible.join(', ')}`)
  }
  const assessment: Assessment = {
    record,
    decision: (isDecided ? outcome.possible[0] : undefined) ?? VERIFY,
    possible: isDecided ? [] : outcome.possible,
    reasons: outcome.reasons,
    needs: named(false),
    blocked: named(true),
    assumed: assumedOf(record),
    takenAway: evaluation.takenAway,
    verdicts,
    verdictSets: sets,
    gaps: new Map([...gaps].map(([id, each]) => [id, [...each.keys()].sort(order)])),
    outputs: new Map(pack.outputs.map((output) => [output.name, outputRange(evaluation, output)])),
    size: sizeOf(evaluation),
    asOf,
    asOfFrom,
    diagnostics: recordDiagnostics(evaluation),
  }
  latest = { assessment, evaluation }
  return assessment
}

function gapsOfUnknown(evaluation: Evaluation, verdicts: ReadonlyMap<string, Verdict>): Map<string, Gaps> {
  const unknown = evaluation.pack.criteria.filter(({ id }) => verdicts.get(id) === 'unknown')
  return new Map(unknown.map((criterion) => [criterion.id, gapsOfCriterion(evaluation, criterion)]))
}

/** Codes that the selector can still be; one empty text if one table serves all. */
export function selectorCodes(evaluation: Evaluation): readonly string[] {
  const { by } = evaluation.pack.decisions
  if (by === null) return ['']
  const value = factValue(evaluation, by)
  return value.kind === 'code' ? value.codes : []
}

function openGaps(evaluation: Evaluation, outcome: Outcome, gaps: ReadonlyMap<string, Gaps>): Gaps {
  const { by } = evaluation.pack.decisions
  const ofSelector: Gaps = outcome.selectorTurns && by !== null ? gapsOfFact(evaluation, by) : new Map()
  return unionOfGaps([ofSelector, ...outcome.turning.map((id) => gaps.get(id) ?? new Map())])
}

/** The values used for columns that the file lacks, as `risk=no` or `members.insured=yes`, in pack order. */
export function assumedOf(record: CaseRecord): readonly string[] {
  if (record.members?.kind !== 'rows' && !hasAssumed(record.facts)) return NONE
  const inFacts = (facts: ReadonlyMap<string, Fact>, prefix: string) =>
    [...facts].flatMap(([name, fact]) =>
      fact.kind === 'known' && fact.assumed ? [`${prefix}${name}=${knownText(fact.value)}`] : [],
    )
  const rows = record.members?.kind === 'rows' ? record.members.rows : []
  return [
    ...new Set([...inFacts(record.facts, ''), ...rows.flatMap((row) => inFacts(row.facts, 'members.'))]),
  ]
}

const NONE: readonly string[] = []

function hasAssumed(facts: ReadonlyMap<string, Fact>): boolean {
  for (const fact of facts.values()) if (fact.kind === 'known' && fact.assumed) return true
  return false
}

function outputRange(evaluation: Evaluation, output: OutputDeclaration): Range {
  const range = rangeOf(evaluation, output.of)
  return output.per === null
    ? roundRange(range, output.step)
    : divideRange(range, rangeOf(evaluation, output.per), output.step)
}

function sizeOf(evaluation: Evaluation) {
  const { size } = evaluation.pack.record
  if (size === null) return null
  const value: Value = evaluation.pack.derived.has(size)
    ? deriveValue(evaluation, size).value
    : factValue(evaluation, size)
  return value.kind === 'number' ? pointOf(value.range) : null
}
