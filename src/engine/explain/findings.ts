import { and, not, or } from '../../base/truth.js'
import { truthValue } from '../../base/value.js'
import type { Expression } from '../../lang/expression/expression.js'
import { sourceTitle } from '../../lang/labels.js'
import type { Criterion, Derived, Pack } from '../../lang/pack.js'
import { evaluationOf } from '../assess.js'
import type { Assessment, Finding, Reason, Verdict } from '../assessment.js'
import type { Evaluation } from '../evaluation.js'
import { type Bindings, evaluate, isIn, rowsBound, sourceValue, truthOf } from '../interpret.js'
import { findingSentence } from '../sentences.js'
import { reasonFor } from './reasons.js'

/** A finding for every criterion of the pack, in pack order. */
export function findingsOf(pack: Pack, assessment: Assessment): Finding[] {
  const evaluation = evaluationOf(pack, assessment)
  return pack.criteria.map((criterion) => {
    const verdict = assessment.verdicts.get(criterion.id) ?? 'unknown'
    const because = reasonsOf(evaluation, criterion, verdict)
    const { citation } = criterion
    return {
      criterion: criterion.id,
      verdict,
      advisory: criterion.advisory,
      because,
      source: { ...citation, title: sourceTitle(pack, citation.source) },
      message: findingSentence(
        pack,
        criterion,
        verdict,
        because,
        assessment.gaps.get(criterion.id) ?? [],
        evaluation.takenAway,
      ),
    }
  })
}

function reasonsOf(evaluation: Evaluation, criterion: Criterion, verdict: Verdict): Reason[] {
  const { since, appliesIf } = criterion
  const found: Reason[] = []
  const isEarly = since !== null && evaluation.asOf !== null && evaluation.asOf < since
  if (since !== null && (isEarly || evaluation.asOf === null)) found.push(notYet(evaluation, since))
  if (isEarly) return found
  if (appliesIf !== null && verdict !== 'met' && verdict !== 'unmet')
    found.push(...deciding(evaluation, appliesIf, []))
  if (verdict !== 'not_applicable') found.push(...deciding(evaluation, criterion.met, []))
  return withoutRepeats(found)
}

const notYet = (evaluation: Evaluation, since: string): Reason => ({
  expression: `since ${since}`,
  observed: truthValue(evaluation.asOf === null ? 'open' : evaluation.asOf >= since),
  threshold: null,
  margin: null,
  unit: null,
  effectiveFrom: since,
  gap: evaluation.asOf === null ? 'not_in_force' : null,
  gapField: null,
  checks: [],
  at: null,
})

function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter(({ expression }) => !seen.has(expression) && seen.add(expression) !== undefined)
}

/** The comparisons and yes/no facts that decide a condition, or that keep it open. */
function deciding(evaluation: Evaluation, e: Expression, bound: Bindings): Reason[] {
  const truth = truthOf(evaluation, e, bound)
  const alike = (part: Expression) =>
    truthOf(evaluation, part, bound) === truth ? deciding(evaluation, part, bound) : []
  switch (e.kind) {
    case 'not':
      return deciding(evaluation, e.operand, bound)
    case 'and':
    case 'or':
      return [...alike(e.left), ...alike(e.right)]
    case 'if': {
      const condition = truthOf(evaluation, e.condition, bound)
      const branches = condition === 'open' ? [e.yes, e.no] : [condition ? e.yes : e.no]
      return [
        ...deciding(evaluation, e.condition, bound),
        ...branches.flatMap((part) => deciding(evaluation, part, bound)),
      ]
    }
    case 'every':
    case 'some':
      return decidingRows(evaluation, e, bound)
    case 'name': {
      const reference = evaluation.pack.tables.references[e.id]
      const derived = reference?.kind === 'derived' ? evaluation.pack.derived.get(reference.name) : undefined
      return derived === undefined
        ? [reasonFor(evaluation, e, bound)]
        : decidingSources(evaluation, e, derived)
    }
    default:
      return [reasonFor(evaluation, e, bound)]
  }
}

/** The rows of a roster that decide `every` or `some`; the expression itself if no row does. */
function decidingRows(
  evaluation: Evaluation,
  e: Expression & { kind: 'every' | 'some' },
  bound: Bindings,
): Reason[] {
  const truth = truthOf(evaluation, e, bound)
  const isSettledByOne = truth === (e.kind === 'some')
  const found: Reason[] = []
  for (const inner of rowsBound(evaluation, bound)) {
    const isMember = isIn(evaluation, e.of, inner)
    if (isMember === false) continue
    const holds = truthOf(evaluation, e.satisfies, inner)
    const says = e.kind === 'some' ? and(isMember, holds) : or(not(isMember), holds)
    if ((truth === 'open' || isSettledByOne) && says !== truth) continue
    if (isMember === 'open') found.push(...e.of.where.flatMap((each) => deciding(evaluation, each, inner)))
    found.push(...deciding(evaluation, e.satisfies, inner))
  }
  return found.length > 0 ? found : [reasonFor(evaluation, e, bound)]
}

/** Looks into the sources of a yes/no that agree with it. A conflict is a reason of its own. */
function decidingSources(evaluation: Evaluation, e: Expression, derived: Derived): Reason[] {
  const value = evaluate(evaluation, e)
  if (value.kind !== 'truth' || evaluation.derived.get(derived.name)?.conflicting)
    return [reasonFor(evaluation, e, [])]
  const found: Reason[] = []
  for (const source of derived.sources) {
    const truth = sourceValue(evaluation, derived, source)
    if (truth.kind !== 'truth' || truth.truth !== value.truth) continue
    if (source.kind === 'expression') found.push(...deciding(evaluation, source.expression, []))
    else found.push(reasonFor(evaluation, e, []))
  }
  return found
}
