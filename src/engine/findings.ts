import type { Decimal } from '../base/decimal.js'
import { pointOf } from '../base/range.js'
import { and, not, or } from '../base/truth.js'
import { isClosed, truthValue, type Value } from '../base/value.js'
import { childrenOf, expressionsOf, factsReadBy, readsOf } from '../lang/dependencies.js'
import type { Expression } from '../lang/expression.js'
import type { Criterion, Derived, Pack } from '../lang/pack.js'
import { printExpression } from '../lang/print.js'
import type { Fact, GapReason } from '../lang/record.js'
import { unitText } from '../lang/unit.js'
import { evaluationOf } from './assess.js'
import type { Assessment, Finding, Reason, Verdict } from './assessment.js'
import type { Evaluation } from './evaluation.js'
import { type Bindings, evaluate, isIn, rowsBound, sourceValue, truthOf } from './interpret.js'
import { messageOf } from './words.js'

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
      source: { ...citation, title: pack.sources.get(citation.source)?.title ?? citation.source },
      message: messageOf(pack, criterion, verdict, because, assessment.gaps.get(criterion.id) ?? []),
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
  at: null,
})

function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter(({ expression }) => !seen.has(expression) && seen.add(expression) !== undefined)
}

/** The comparisons and yes/no facts that make a condition what it is: those that agree with it where it is closed, the open ones where not. */
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
      return derived === undefined ? [atom(evaluation, e, bound)] : decidingSources(evaluation, e, derived)
    }
    default:
      return [atom(evaluation, e, bound)]
  }
}

/** The rows of a roster that make `every` or `some` what it is; the expression itself where no row does. */
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
  return found.length > 0 ? found : [atom(evaluation, e, bound)]
}

/** Looks into the sources of a yes/no that agree with it; a conflict stands for itself. */
function decidingSources(evaluation: Evaluation, e: Expression, derived: Derived): Reason[] {
  const value = evaluate(evaluation, e)
  if (value.kind !== 'truth' || evaluation.derived.get(derived.name)?.conflicting)
    return [atom(evaluation, e, [])]
  const found: Reason[] = []
  for (const source of derived.sources) {
    const truth = sourceValue(evaluation, derived, source)
    if (truth.kind !== 'truth' || truth.truth !== value.truth) continue
    if (source.kind === 'expression') found.push(...deciding(evaluation, source.expression, []))
    else found.push(atom(evaluation, e, []))
  }
  return found
}

/** One comparison or yes/no as it stands, with what was observed and against what. */
function atom(evaluation: Evaluation, e: Expression, bound: Bindings): Reason {
  const { pack } = evaluation
  const [left, right] =
    e.kind === 'comparison'
      ? [e.left, e.right]
      : [e.kind === 'between' || e.kind === 'one-of' ? e.operand : e, null]
  const observed = evaluate(evaluation, left, bound)
  const threshold = right === null ? null : evaluate(evaluation, right, bound)
  const unit =
    pack.tables.units.get(left.id) ?? (right === null ? undefined : pack.tables.units.get(right.id))
  const limits = right === null ? childrenOf(e).slice(1) : [right]
  const reads = readsOf(pack, left)
  const columns = cellsOf(evaluation, left, bound)
  return {
    expression: withRows(printExpression(e), bound, e),
    observed,
    threshold,
    margin: threshold && marginOf(observed, threshold),
    unit: unit === undefined || observed.kind !== 'number' ? null : unitText(unit),
    effectiveFrom: effectiveFrom(evaluation, limits),
    gap: isClosed(observed) ? null : reasonOfGap(evaluation, left, bound),
    at: columns.length === 0 && reads.length === 0 ? null : placeOf(evaluation, columns, bound),
  }
}

function marginOf(observed: Value, threshold: Value): Decimal | null {
  if (observed.kind !== 'number' || threshold.kind !== 'number') return null
  const [a, b] = [pointOf(observed.range), pointOf(threshold.range)]
  return a && b && a.minus(b)
}

/** Replaces the variables of bound members by the rows they stand for: `m.insured` becomes `members[2].insured`. */
function withRows(text: string, bound: Bindings, e: Expression): string {
  if (bound.length === 0) return text
  const names = new Map<string, number>()
  collectVariables(e, names)
  const inner = bound[bound.length - 1]
  let result = text
  for (const [variable] of names)
    result = result.replaceAll(
      new RegExp(`(?<![\\w.])${variable}\\.`, 'g'),
      `members[${inner?.number ?? 0}].`,
    )
  return result
}

function collectVariables(e: Expression, names: Map<string, number>): void {
  if (e.kind === 'member') names.set(e.variable, e.id)
  for (const child of childrenOf(e)) collectVariables(child, names)
}

/** The latest date on which a parameter in these expressions took its value. */
function effectiveFrom(evaluation: Evaluation, limits: readonly Expression[]): string | null {
  let latest: string | null = null
  for (const read of limits.flatMap((each) => readsOf(evaluation.pack, each))) {
    if (read === 'members' || read.kind !== 'parameter') continue
    const from = evaluation.parameter(read.name).inForce?.from ?? null
    if (from !== null && (latest === null || from > latest)) latest = from
  }
  return latest
}

interface Cell {
  readonly name: string
  readonly fact: Fact | undefined
}

/** The cells that an expression was read from: known ones, or those that are missing where there are none. */
function cellsOf(evaluation: Evaluation, e: Expression, bound: Bindings): Cell[] {
  const { record, pack } = evaluation
  const inner = bound[bound.length - 1]
  const cells = [...factsReadBy(pack, [e])].map((name): Cell => {
    const member = /^members\.(.+)$/.exec(name)?.[1]
    return { name, fact: member === undefined ? record.facts.get(name) : inner?.row?.facts.get(member) }
  })
  const known = cells.filter((cell) => cell.fact?.kind === 'known')
  return known.length > 0 ? known : cells.filter((cell) => cell.fact !== undefined)
}

function placeOf(evaluation: Evaluation, cells: readonly Cell[], bound: Bindings): Reason['at'] {
  const { record } = evaluation
  const inner = bound[bound.length - 1]
  const fields = cells.map(({ name }) => record.headers.get(name) ?? name)
  if (fields.length === 0) return null
  return { file: record.file, line: inner?.row?.line ?? record.line, field: fields.join('|') }
}

/** Why the observed side is open: a conflict, else the first gap among its cells. */
function reasonOfGap(evaluation: Evaluation, e: Expression, bound: Bindings): GapReason | null {
  const { pack, record } = evaluation
  for (const read of readsOf(pack, e)) {
    if (read === 'members') return evaluation.roster.kind === 'gap' ? evaluation.roster.reason : 'conflicting'
    if (read.kind === 'parameter') {
      if (evaluation.parameter(read.name).inForce === null) return 'not_in_force'
    } else if (read.kind === 'derived') {
      const reason = reasonOfDerived(evaluation, read.name)
      if (reason !== null) return reason
    } else {
      const fact =
        read.kind === 'member' ? bound[read.depth]?.row?.facts.get(read.name) : record.facts.get(read.name)
      if (fact?.kind === 'gap') return fact.reason
    }
  }
  return null
}

function reasonOfDerived(evaluation: Evaluation, name: string): GapReason | null {
  const derived = evaluation.pack.derived.get(name)
  if (derived === undefined) return null
  if (evaluation.derived.get(name)?.conflicting) return 'conflicting'
  const reasons = derived.sources.flatMap(expressionsOf).map((each) => reasonOfGap(evaluation, each, []))
  const own = evaluation.record.facts.get(name)
  return (
    reasons.find((reason) => reason !== null && reason !== 'absent') ??
    (own?.kind === 'gap' ? own.reason : null) ??
    reasons.find((reason) => reason !== null) ??
    null
  )
}
