import type { Decimal } from '../../base/decimal.js'
import { pointOf } from '../../base/range.js'
import { isClosed, type Value } from '../../base/value.js'
import { childrenOf } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import { printExpression } from '../../lang/parse/print.js'
import type { GapReason } from '../../lang/record.js'
import type { Reason } from '../assessment.js'
import { type Evaluation, isSizeInConflict } from '../evaluation.js'
import { keptByPart, parametersIn } from '../facts-behind.js'
import { type Gap, gapsOf, unionOfGaps } from '../gaps.js'
import { type Bindings, evaluate } from '../interpret.js'
import { packOrder } from '../pack-order.js'
import { cellsOf, columnsOf } from './cells.js'

/** One comparison or yes/no for the rows that are bound, with the observed value and the threshold. */
export function reasonFor(evaluation: Evaluation, e: Expression, bound: Bindings): Reason {
  const { pack } = evaluation
  const [left, right] = sidesOf(e)
  const observed = evaluate(evaluation, left, bound)
  const threshold = right === null ? null : evaluate(evaluation, right, bound)
  const limits = limitsOf(e)
  const whole = evaluate(evaluation, e, bound)
  const gaps = gapsInOrder(evaluation, isClosed(observed) ? limits : [left], bound)
  const gap = gaps[0] === undefined ? null : reasonOfGap(evaluation, gaps[0])
  const missing = columnsOf(
    evaluation,
    gaps.filter((each) => reasonOfGap(evaluation, each) === gap),
  )
  return {
    expression: bound.length === 0 ? printExpression(e) : printExpression(e, namedByRow(evaluation, bound)),
    observed,
    threshold,
    margin: threshold && marginOf(observed, threshold),
    unit: observed.kind === 'number' ? unitOf(pack, e) : null,
    effectiveFrom: effectiveFrom(evaluation, limits),
    gap,
    gapField: gap === null || missing.length === 0 ? null : missing.join('|'),
    checks: evaluation.takenAway.get(gaps[0]?.name ?? '') ?? [],
    at: cellsOf(evaluation, left, bound, isClosed(observed) || isClosed(whole) ? [] : gaps),
  }
}

/** The observed part of a test, and the number or code that it is compared with, if it is only one. */
function sidesOf(e: Expression): readonly [Expression, Expression | null] {
  if (e.kind === 'comparison') return [e.left, e.right]
  return [e.kind === 'between' || e.kind === 'one-of' ? e.operand : e, null]
}

/** The unit of a test, as text. */
const unitOf = keptByPart(({ tables: { units } }, e: Expression): string | null => {
  const [left, right] = sidesOf(e)
  const unit = units.get(left.id) ?? (right === null ? undefined : units.get(right.id))
  return unit === undefined ? null : unitText(unit)
})

/** The parts that the first operand of a test is compared with. */
function limitsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'comparison':
    case 'between':
    case 'one-of':
      return childrenOf(e).slice(1)
    default:
      return []
  }
}

function gapsInOrder(evaluation: Evaluation, parts: readonly Expression[], bound: Bindings): Gap[] {
  const order = packOrder(evaluation)
  const gaps = unionOfGaps(parts.map((part) => gapsOf(evaluation, part, bound)))
  return [...gaps.values()].sort((a, b) => order(a.name, b.name))
}

function marginOf(observed: Value, threshold: Value): Decimal | null {
  if (observed.kind !== 'number' || threshold.kind !== 'number') return null
  const [a, b] = [pointOf(observed.range), pointOf(threshold.range)]
  return a && b && a.minus(b)
}

/** The text of a name for the rows that are bound: `m.insured` becomes `members[2].insured`. */
const namedByRow =
  ({ pack }: Evaluation, bound: Bindings) =>
  (id: number): string | null => {
    const reference = pack.tables.references[id]
    const row = reference?.kind === 'member' ? bound[reference.depth] : undefined
    return reference === undefined || row === undefined ? null : `members[${row.number}].${reference.name}`
  }

/** The latest date on which a parameter in these expressions took its value. */
function effectiveFrom(evaluation: Evaluation, limits: readonly Expression[]): string | null {
  let latest: string | null = null
  for (const name of limits.flatMap((each) => parametersIn(evaluation.pack, each))) {
    const from = evaluation.parameter(name).inForce?.from ?? null
    if (from !== null && (latest === null || from > latest)) latest = from
  }
  return latest
}

/** The reason of a gap; `null` for a figure that is only rounded. */
function reasonOfGap(evaluation: Evaluation, { name }: Gap): GapReason | null {
  const { pack, record, roster } = evaluation
  const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(name) ?? []
  if (row !== undefined && member !== undefined && roster.kind === 'rows') {
    const fact = roster.rows[Number(row) - 1]?.facts.get(member)
    return fact?.kind === 'gap' ? fact.reason : 'conflicting'
  }
  if (name === 'members' && roster.kind === 'gap') return roster.reason
  if (name === 'members') return roster.kind === 'rows' && roster.length === 'right' ? 'blank' : 'conflicting'
  if (pack.parameters.has(name)) return 'not_in_force'
  if (evaluation.derived.get(name)?.conflicting || isSizeInConflict(evaluation, name)) return 'conflicting'
  const fact = record.facts.get(name)
  return fact?.kind === 'gap' ? fact.reason : null
}
