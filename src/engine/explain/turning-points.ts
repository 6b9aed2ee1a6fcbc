import { type Decimal, decimal, ONE, roundToStep, ZERO } from '../../base/decimal.js'
import { ANYTHING, contains, point, type Range, subtractRanges } from '../../base/range.js'
import { childrenOf, isRosterForm } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Derived, Pack } from '../../lang/pack.js'
import { expressionsOf } from '../../lang/reads.js'
import type { CaseRecord } from '../../lang/record.js'
import { type Evaluation, evaluationAsIs, UNKNOWN_MEMBER } from '../evaluation.js'
import { type Bindings, rangeOf, rowsBound, sourceValue } from '../interpret.js'
import { declarationOf, numbersLeft, withAnswer } from '../possible-answers.js'
import { createEvaluation } from '../taken-away.js'
import { rowsAsRead } from '../who-is-member.js'

/** Gives the two sides of a comparison, for one value of the fact. */
type Gauge = (evaluation: Evaluation) => { readonly left: Range; readonly right: Range }[]

/**
 * The values of a number at which some comparison of the pack can turn, with one step below and above each, ascending. Between two probes
 * the sides of a comparison are taken as straight lines; they turn where these lines cross. If they do not, that value is a probe too.
 */
export function turningValues(pack: Pack, record: CaseRecord, asOf: string | null, gap: string): Decimal[] {
  const declaration = declarationOf(pack, gap)
  if (declaration === null) return []
  const { step } = declaration
  const range = numbersLeft(record, gap, declaration)
  const gauges = gaugesOf(pack)
  const found = new Map<string, Decimal>()
  const note = (root: Decimal) => {
    for (const value of [root.minus(step), root, root.plus(step)])
      if (contains(range, value)) found.set(value.toFixed(), value)
  }
  // A product closes at 0, whatever the other factor is.
  note(ZERO)
  // An answer can stop a check from firing, so that the facts that it took away count again.
  const judged = createEvaluation(pack, record, asOf)
  for (const base of judged.asRead === null ? [record] : [judged.record, record]) {
    const evaluationAt = (value: Decimal) => evaluationAsIs(pack, withAnswer(base, gap, value), asOf)
    const probes = probesIn(range).map((value) => ({ value, evaluation: evaluationAt(value) }))
    for (const gauge of gauges) {
      const gapsAt = (evaluation: Evaluation) => gauge(evaluation).map(gapBetween)
      const probed = probes.map(({ value, evaluation }) => ({ value, gaps: gapsAt(evaluation) }))
      for (const [index, to] of probed.slice(1).entries()) {
        const from = probed[index] ?? to
        for (const which of from.gaps.keys())
          for (const end of ['lo', 'hi'] as const)
            for (const root of crossings(from, to, which, end, step, (value) => gapsAt(evaluationAt(value))))
              note(root)
      }
    }
  }
  return [...found.values()].sort((a, b) => a.cmp(b))
}

/** A value of the fact, with how far the left side of each comparison is from the right side. */
interface Probed {
  readonly value: Decimal
  readonly gaps: readonly Range[]
}

const gapBetween = ({ left, right }: { left: Range; right: Range }): Range => subtractRanges(left, right)

/** The probes: a few values across the range on both sides of 0, more than one so that slopes show. */
function probesIn({ lo, hi }: Range): Decimal[] {
  const base = lo ?? (hi?.lt(ZERO) ? hi.minus(ONE) : ZERO)
  const values = [base, base.plus(ONE), base.plus(decimal(1000003))]
  if (lo === null) values.unshift(base.minus(ONE))
  return values
    .filter((value) => contains({ lo, hi }, value))
    .concat(hi?.gt(base) ? [hi] : [])
    .sort((a, b) => a.cmp(b))
}

/** After this many probes between two others the last crossing is kept. */
const MOST_PROBES = 8

/** Where the straight line between two probes crosses 0. As long as it does so between them, but not the comparison, it is probed there. */
function crossings(
  from: Probed,
  to: Probed,
  which: number,
  end: 'lo' | 'hi',
  step: Decimal,
  gapsAt: (value: Decimal) => readonly Range[],
): Decimal[] {
  const roots: Decimal[] = []
  let [low, high] = [from, to]
  while (roots.length <= MOST_PROBES) {
    const [a, b] = [low.gaps[which]?.[end], high.gaps[which]?.[end]]
    if (!a || !b || a.eq(b)) break
    const apart = high.value.minus(low.value)
    const root = roundToStep(low.value.plus(multipleOf(ZERO.minus(a).times(apart), b.minus(a), step)), step)
    roots.push(root)
    if (!a.times(b).lt(ZERO) || root.lte(low.value) || root.gte(high.value)) break
    const middle = { value: root, gaps: gapsAt(root) }
    const at = middle.gaps[which]?.[end]
    if (!at || at.eq(ZERO)) break
    if (at.lt(ZERO) === a.lt(ZERO)) low = middle
    else high = middle
  }
  return roots
}

/** `numerator / divisor` to the nearest multiple of the step; the divisor may be negative. */
function multipleOf(numerator: Decimal, divisor: Decimal, step: Decimal): Decimal {
  const scaled = divisor.times(step)
  return decimal(numerator.div(scaled).toFixed(0)).times(step)
}

/** A number in an evaluation, for the bound members. */
type Quantity = (evaluation: Evaluation, bound: Bindings) => Range

/**
 * A gauge for every comparison that can matter to a criterion or to a check that takes facts away, and for every pair of sources of a
 * derived value.
 */
function gaugesOf(pack: Pack): Gauge[] {
  const gauges: Gauge[] = []
  const visited = new Set<string>()
  const visit = (e: Expression, depth: number): void => {
    for (const [left, right] of comparedIn(e)) {
      if (!isNumber(pack, left) && !isNumber(pack, right)) continue
      for (const a of quantitiesOf(pack, left))
        for (const b of quantitiesOf(pack, right))
          gauges.push((evaluation) => measure(evaluation, a, b, depth))
    }
    const inner = isRosterForm(e) ? depth + 1 : depth
    for (const child of childrenOf(e)) visit(child, inner)
    const reference = pack.tables.references[e.id]
    if (reference?.kind === 'derived' && !visited.has(reference.name)) {
      visited.add(reference.name)
      const derived = pack.derived.get(reference.name)
      for (const source of derived?.sources ?? []) for (const each of expressionsOf(source)) visit(each, 0)
      if (derived !== undefined) gauges.push(...pairsOf(derived))
    }
  }
  if (pack.record.size !== null) gauges.push(sizeAndRows(pack.record.size))
  for (const criterion of pack.criteria) {
    visit(criterion.met, 0)
    if (criterion.appliesIf !== null) visit(criterion.appliesIf, 0)
  }
  for (const check of pack.checks) if (check.gap.length > 0) visit(check.when, 0)
  return gauges
}

/** The given size and each number of members that the rows allow; they conflict unless it is one of them. */
const sizeAndRows =
  (size: string): Gauge =>
  ({ record, roster }) => {
    const given = record.facts.get(size)
    if (roster.kind === 'gap' || given?.kind !== 'known' || typeof given.value !== 'object') return []
    const { lo, hi } = rowsAsRead(roster.asRead)
    const left = point(given.value)
    return Array.from({ length: Number(hi) - Number(lo) + 1 }, (_, more) => ({
      left,
      right: point(lo.plus(decimal(more))),
    }))
  }

const isNumber = (pack: Pack, e: Expression) => pack.tables.units.get(e.id) !== undefined

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

/** The expression itself and, if it is a derived value, each of its sources, because a value in conflict says nothing. */
function quantitiesOf(pack: Pack, e: Expression): Quantity[] {
  const reference = pack.tables.references[e.id]
  const derived = reference?.kind === 'derived' ? pack.derived.get(reference.name) : undefined
  return [(evaluation, bound) => rangeOf(evaluation, e, bound), ...(derived ? sourcesOf(derived) : [])]
}

const sourcesOf = (derived: Derived): Quantity[] =>
  derived.sources.map((source) => (evaluation) => {
    const value = sourceValue(evaluation, derived, source)
    return value.kind === 'number' ? value.range : ANYTHING
  })

/** The pairs of sources of a derived value, its declared range among them: they can stop agreeing. */
function pairsOf(derived: Derived): Gauge[] {
  const { declaration } = derived
  if (declaration.unit === null) return []
  const quantities: Quantity[] = [() => declaration.range, ...sourcesOf(derived)]
  return quantities.flatMap((a, index) =>
    quantities.slice(index + 1).map(
      (b): Gauge =>
        (evaluation) =>
          measure(evaluation, a, b, 0),
    ),
  )
}

/** Both quantities, once for every row if they are inside rosters. Without rows, they are those of a member without any known fact. */
function measure(
  evaluation: Evaluation,
  left: Quantity,
  right: Quantity,
  depth: number,
): { left: Range; right: Range }[] {
  let bindings: Bindings[] = [[]]
  for (let level = 0; level < depth; level++) {
    bindings = bindings.flatMap((bound) => {
      const rows = rowsBound(evaluation, bound)
      return rows.length > 0 ? rows : [[...bound, UNKNOWN_MEMBER]]
    })
  }
  return bindings.map((bound) => ({ left: left(evaluation, bound), right: right(evaluation, bound) }))
}
