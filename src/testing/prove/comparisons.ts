import type { Decimal } from '../../base/decimal.js'
import { pointOf } from '../../base/range.js'
import { equal, less } from '../../base/truth.js'
import type { Evaluation } from '../../engine/evaluation.js'
import { type Bindings, rangeOf, rowsBound } from '../../engine/interpret.js'
import { childrenOf, isRosterForm } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import { expressionsOf, readsOf } from '../../lang/reads.js'

/** One source of a derived value that leads a criterion to a comparison. */
export interface Through {
  readonly derived: string
  readonly source: number
}

/** An expression that verdicts depend on, and its place. */
export interface Root {
  readonly expression: Expression
  /** `null` in a derived value. */
  readonly criterion: Criterion | null
  /** `null` in a criterion. */
  readonly through: Through | null
}

/** Every expression of criteria and derived values, in pack order. */
export function rootsOf(pack: Pack): Root[] {
  const ofDerived = [...pack.derived.values()].flatMap(({ name, sources }) =>
    sources.flatMap((source, index) =>
      expressionsOf(source).map(
        (expression): Root => ({ expression, criterion: null, through: { derived: name, source: index } }),
      ),
    ),
  )
  const ofCriteria = pack.criteria.flatMap((criterion) =>
    [criterion.appliesIf, criterion.met].flatMap((expression): Root[] =>
      expression === null ? [] : [{ expression, criterion, through: null }],
    ),
  )
  return [...ofDerived, ...ofCriteria]
}

/** Every part of an expression, itself first, with the number of rosters around it. */
export function* subexpressionsOf(e: Expression, depth = 0): Generator<{ part: Expression; depth: number }> {
  yield { part: e, depth }
  for (const child of childrenOf(e)) yield* subexpressionsOf(child, isRosterForm(e) ? depth + 1 : depth)
}

/** True if an expression reads a derived value or a parameter, itself or through derived values. */
export function dependsOn(pack: Pack, e: Expression, kind: 'derived' | 'parameter', name: string): boolean {
  const seen = new Set<string>()
  const reads = (each: Expression): boolean =>
    readsOf(pack, each).some((read) => {
      if (read === 'members') return false
      if (read.kind === kind && read.name === name) return true
      if (read.kind !== 'derived' || seen.has(read.name)) return false
      seen.add(read.name)
      return pack.derived.get(read.name)?.sources.flatMap(expressionsOf).some(reads) ?? false
    })
  return reads(e)
}

/** The criteria that can change if a derived value or a parameter does. */
export const criteriaBehind = (pack: Pack, kind: 'derived' | 'parameter', name: string): Criterion[] =>
  pack.criteria.filter(
    ({ met, appliesIf }) =>
      dependsOn(pack, met, kind, name) || (appliesIf !== null && dependsOn(pack, appliesIf, kind, name)),
  )

/** Something that is compared with a parameter: one comparison, or one end of a range. */
export interface ParameterTest {
  readonly root: Root
  /** The comparison or the range. */
  readonly node: Expression
  readonly end: 'low' | 'high' | null
  readonly observed: Expression
  readonly threshold: Expression
  readonly depth: number
}

export type Side = 'below' | 'at' | 'above' | 'open'
export const SIDES: readonly Side[] = ['below', 'at', 'above', 'open']

/** Every comparison that has a parameter on one side. */
export function parameterTestsOf(pack: Pack): ParameterTest[] {
  const hasParameter = (e: Expression) =>
    readsOf(pack, e).some((read) => read !== 'members' && read.kind === 'parameter')
  return rootsOf(pack).flatMap((root) =>
    [...subexpressionsOf(root.expression)].flatMap(({ part: node, depth }): ParameterTest[] => {
      // Codes that a parameter chooses are compared with codes, which have no sides.
      if (node.kind === 'comparison' && [node.left, node.right].some(({ id }) => pack.tables.units.has(id))) {
        if (hasParameter(node.right))
          return [{ root, node, end: null, observed: node.left, threshold: node.right, depth }]
        if (hasParameter(node.left))
          return [{ root, node, end: null, observed: node.right, threshold: node.left, depth }]
      }
      if (node.kind !== 'between') return []
      const { operand: observed, low, high } = node
      const ends = [{ end: 'low', threshold: low } as const, { end: 'high', threshold: high } as const]
      return ends
        .filter(({ threshold }) => hasParameter(threshold) || hasParameter(observed))
        .map((each) => ({ root, node, observed, depth, ...each }))
    }),
  )
}

/** The bindings of every row, or combination of rows, that a test stands in; outside rosters one empty binding. */
function bindingsOf(evaluation: Evaluation, { depth }: ParameterTest): Bindings[] {
  let bindings: Bindings[] = [[]]
  for (let level = 0; level < depth; level++)
    bindings = bindings.flatMap((bound) => rowsBound(evaluation, bound))
  return bindings
}

/** The sides of the parameter on which a record is: one, or one for each row inside rosters, and none without rows. */
export const sidesOf = (evaluation: Evaluation, test: ParameterTest): Set<Side> =>
  new Set(
    bindingsOf(evaluation, test).map((bound): Side => {
      const observed = rangeOf(evaluation, test.observed, bound)
      const threshold = rangeOf(evaluation, test.threshold, bound)
      if (less(observed, threshold) === true) return 'below'
      if (less(threshold, observed) === true) return 'above'
      return equal(observed, threshold) === true ? 'at' : 'open'
    }),
  )

/** The distance of the first row, or of the record, from the parameter; `null` if it is open. */
export function distanceOf(evaluation: Evaluation, test: ParameterTest): Decimal | null {
  const [bound] = bindingsOf(evaluation, test)
  if (bound === undefined) return null
  const observed = pointOf(rangeOf(evaluation, test.observed, bound))
  const threshold = pointOf(rangeOf(evaluation, test.threshold, bound))
  return observed && threshold && observed.minus(threshold).abs()
}
