import { type Decimal, decimal, ONE, roundToStep, ZERO } from '../base/decimal.js'
import { addRanges, contains, type Range, subtractRanges } from '../base/range.js'
import { childrenOf, expressionsOf } from '../lang/dependencies.js'
import type { Expression } from '../lang/expression.js'
import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { declarationOf, withAnswer } from './answers.js'
import { createEvaluation, type Evaluation } from './evaluation.js'
import { type Bindings, rangeOf, rowsBound } from './interpret.js'

/** Two quantities whose order a comparison asks for, as they stand for one value of the fact. */
type Gauge = (evaluation: Evaluation) => { readonly left: Range; readonly right: Range }[]

/**
 * The values of a number at which some comparison of the pack can turn, each with its neighbours one step below and above, ascending.
 * They are found where the two sides of a comparison, taken as straight lines between probes, cross.
 */
export function turningValues(pack: Pack, record: CaseRecord, asOf: string | null, gap: string): Decimal[] {
  const declaration = declarationOf(pack, gap)
  if (declaration === null) return []
  const { range, step } = declaration
  const probes = probesIn(range)
  const gauges = gaugesOf(pack)
  const probed = probes.map((value) => {
    const evaluation = createEvaluation(pack, withAnswer(record, gap, value), asOf)
    return gauges.flatMap((gauge) => gauge(evaluation))
  })
  const found = new Map<string, Decimal>()
  for (let index = 0; index + 1 < probes.length; index++) {
    const [from, to] = [probes[index] ?? ZERO, probes[index + 1] ?? ZERO]
    for (const [which, before] of (probed[index] ?? []).entries()) {
      const after = probed[index + 1]?.[which]
      if (after === undefined) continue
      for (const root of crossings(before, after, from, to, step)) {
        for (const value of [root.minus(step), root, root.plus(step)])
          if (contains(range, value)) found.set(value.toFixed(), value)
      }
    }
  }
  return [...found.values()].sort((a, b) => a.cmp(b))
}

/** Where to look: a few values across the range, more than one so that slopes show, on both sides of 0. */
function probesIn({ lo, hi }: Range): Decimal[] {
  const base = lo ?? (hi?.lt(ZERO) ? hi.minus(ONE) : ZERO)
  const values = [base, base.plus(ONE), base.plus(decimal(1000003))]
  if (lo === null) values.unshift(base.minus(ONE))
  return values
    .filter((value) => contains({ lo, hi }, value))
    .concat(hi?.gt(base) ? [hi] : [])
    .sort((a, b) => a.cmp(b))
}

function crossings(
  before: { left: Range; right: Range },
  after: { left: Range; right: Range },
  from: Decimal,
  to: Decimal,
  step: Decimal,
): Decimal[] {
  const roots: Decimal[] = []
  for (const [a, b] of [
    [subtractRanges(before.left, before.right).lo, subtractRanges(after.left, after.right).lo],
    [subtractRanges(before.left, before.right).hi, subtractRanges(after.left, after.right).hi],
  ]) {
    if (!a || !b || a.eq(b)) continue
    const slope = b.minus(a)
    roots.push(from.plus(multipleOf(ZERO.minus(a).times(to.minus(from)), slope, step)))
  }
  return roots.map((root) => roundToStep(root, step))
}

/** `numerator / divisor` to the nearest multiple of the step; the divisor may be negative. */
function multipleOf(numerator: Decimal, divisor: Decimal, step: Decimal): Decimal {
  const scaled = divisor.times(step)
  return decimal(numerator.div(scaled).toFixed(0)).times(step)
}

/** A gauge for every comparison that criteria can come to, and for every pair of sources of a derived value. */
function gaugesOf(pack: Pack): Gauge[] {
  const gauges: Gauge[] = []
  const visited = new Set<string>()
  const visit = (e: Expression, depth: number): void => {
    for (const [left, right] of comparedIn(e)) {
      for (const alternative of [left, ...sourcesBehind(pack, left)])
        gauges.push((evaluation) => measure(evaluation, alternative, right, depth))
      for (const alternative of sourcesBehind(pack, right))
        gauges.push((evaluation) => measure(evaluation, left, alternative, depth))
    }
    const inner =
      e.kind === 'every' || e.kind === 'some' || e.kind === 'count' || e.kind === 'sum' ? depth + 1 : depth
    for (const child of childrenOf(e)) visit(child, inner)
    const reference = pack.tables.references[e.id]
    if (reference?.kind === 'derived' && !visited.has(reference.name)) {
      visited.add(reference.name)
      const derived = pack.derived.get(reference.name)
      for (const source of derived?.sources ?? []) for (const each of expressionsOf(source)) visit(each, 0)
      gauges.push(...pairsOf(pack, reference.name))
    }
  }
  for (const criterion of pack.criteria) {
    visit(criterion.met, 0)
    if (criterion.appliesIf !== null) visit(criterion.appliesIf, 0)
  }
  return gauges
}

function comparedIn(e: Expression): (readonly [Expression, Expression])[] {
  switch (e.kind) {
    case 'comparison':
      return [[e.left, e.right]]
    case 'between':
      return [
        [e.operand, e.low],
        [e.operand, e.high],
      ]
    case 'one-of':
      return e.items.map((item) => [e.operand, item] as const)
    default:
      return []
  }
}

function sourcesBehind(pack: Pack, e: Expression): Expression[] {
  const reference = pack.tables.references[e.id]
  if (reference?.kind !== 'derived') return []
  const sources = pack.derived.get(reference.name)?.sources ?? []
  return sources.flatMap((source) =>
    source.kind === 'expression' ? [source.expression] : source.kind === 'rounded' ? [source.of] : [],
  )
}

/** Where the sources of a derived value stop agreeing. */
function pairsOf(pack: Pack, name: string): Gauge[] {
  const sources = pack.derived.get(name)?.sources ?? []
  return sources.flatMap((a, index) =>
    sources.slice(index + 1).map(
      (b): Gauge =>
        (evaluation) => {
          if (a.kind === 'given' || b.kind === 'given' || pack.derived.get(name)?.declaration.unit === null)
            return []
          const rangeOfSource = (source: typeof a): Range => {
            if (source.kind === 'expression') return rangeOf(evaluation, source.expression)
            const within = rangeOf(evaluation, source.within)
            const of = rangeOf(evaluation, source.of)
            return { lo: subtractRanges(of, within).lo, hi: addRanges(of, within).hi }
          }
          return [{ left: rangeOfSource(a), right: rangeOfSource(b) }]
        },
    ),
  )
}

/** Both sides of a comparison, once for every row where it stands inside rosters. */
function measure(
  evaluation: Evaluation,
  left: Expression,
  right: Expression,
  depth: number,
): { left: Range; right: Range }[] {
  if (
    evaluation.pack.tables.units.get(left.id) === undefined &&
    evaluation.pack.tables.units.get(right.id) === undefined
  )
    return []
  let bindings: Bindings[] = [[]]
  for (let level = 0; level < depth; level++)
    bindings = bindings.flatMap((bound) => rowsBound(evaluation, bound))
  return bindings.map((bound) => ({
    left: rangeOf(evaluation, left, bound),
    right: rangeOf(evaluation, right, bound),
  }))
}
