import type { Decimal } from '../base/decimal.js'
import { pointOf } from '../base/range.js'
import { isClosed, type Value } from '../base/value.js'
import { childrenOf, expressionsOf, factsReadBy, readsOf } from '../lang/dependencies.js'
import type { Expression } from '../lang/expression.js'
import { printExpression } from '../lang/print.js'
import type { Fact, GapReason } from '../lang/record.js'
import { unitText } from '../lang/unit.js'
import type { Reason } from './assessment.js'
import type { Evaluation } from './evaluation.js'
import { type Bindings, evaluate } from './interpret.js'

/** One comparison or yes/no as it stands for the rows that are bound, with what was observed and against what. */
export function reasonFor(evaluation: Evaluation, e: Expression, bound: Bindings): Reason {
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
    expression: printExpression(e, namedByRow(evaluation, bound)),
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

/** How a name reads for the rows that are bound: `m.insured` becomes `members[2].insured`. */
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
