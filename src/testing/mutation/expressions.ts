import { type Decimal, decimal, digits, ONE, placesOf } from '../../base/decimal.js'
import type { ComparisonOperator, Expression, RosterForm } from '../../lang/expression/expression.js'
import type { Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { factsReadBy } from '../../lang/reads.js'

export type ExpressionMutantKind =
  | 'comparison'
  | 'range-end'
  | 'threshold'
  | 'dropped-part'
  | 'swapped-connective'

/** One expression with one fault in it. */
export interface ExpressionMutant {
  readonly kind: ExpressionMutantKind
  /** The id of the node that differs. */
  readonly node: number
  /** Tells apart the mutants of one node. */
  readonly what: string
  readonly words: string
  readonly expression: Expression
}

const OTHER: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '!=',
  '!=': '=',
}

/** Every mutant of an expression. Untouched parts are shared with the original, and a new part keeps the id of the old one. */
export function* mutantsOfExpression(pack: Pack, e: Expression): Generator<ExpressionMutant> {
  yield* mutantsOfNode(pack, e)
  for (const { child, put } of placesIn(e)) {
    for (const mutant of mutantsOfExpression(pack, child))
      yield { ...mutant, expression: put(mutant.expression) }
  }
}

function* mutantsOfNode(pack: Pack, e: Expression): Generator<ExpressionMutant> {
  switch (e.kind) {
    case 'comparison':
      return yield* comparisonMutants(pack, e)
    case 'between':
      return yield* rangeMutants(pack, e)
    case 'and':
    case 'or':
      return yield* connectiveMutants(e)
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return yield* filterMutants(e)
  }
}

function* comparisonMutants(pack: Pack, e: Expression & { kind: 'comparison' }): Generator<ExpressionMutant> {
  const operator = OTHER[e.operator]
  const words = `\`${e.operator}\` were \`${operator}\``
  yield mutant(e, 'comparison', operator, words, { ...e, operator })
  yield* literals(pack, e, e.left, 'left', (left) => ({ ...e, left }))
  yield* literals(pack, e, e.right, 'right', (right) => ({ ...e, right }))
}

function* rangeMutants(pack: Pack, e: Expression & { kind: 'between' }): Generator<ExpressionMutant> {
  const lowIncluded = !e.lowIncluded
  const highIncluded = !e.highIncluded
  const low = lowIncluded ? '`(` were `[`' : '`[` were `(`'
  const high = highIncluded ? '`)` were `]`' : '`]` were `)`'
  yield mutant(e, 'range-end', 'low', low, { ...e, lowIncluded })
  yield mutant(e, 'range-end', 'high', high, { ...e, highIncluded })
  yield* literals(pack, e, e.low, 'low', (each) => ({ ...e, low: each }))
  yield* literals(pack, e, e.high, 'high', (each) => ({ ...e, high: each }))
}

function* connectiveMutants(e: Expression & { kind: 'and' | 'or' }): Generator<ExpressionMutant> {
  const kind = e.kind === 'and' ? 'or' : 'and'
  yield mutant(e, 'swapped-connective', kind, `\`${e.kind}\` were \`${kind}\``, { ...e, kind })
  yield mutant(e, 'dropped-part', 'left', `what stands before \`${e.kind}\` were dropped`, e.right)
  yield mutant(e, 'dropped-part', 'right', `what stands after \`${e.kind}\` were dropped`, e.left)
}

function* filterMutants(e: RosterForm): Generator<ExpressionMutant> {
  for (const [index, condition] of e.of.where.entries()) {
    const where = e.of.where.toSpliced(index, 1)
    const words = `\`[${printExpression(condition)}]\` were dropped`
    yield mutant(e, 'dropped-part', `filter ${index}`, words, { ...e, of: { ...e.of, where } })
  }
}

const mutant = (
  { id }: Expression,
  kind: ExpressionMutantKind,
  what: string,
  words: string,
  expression: Expression,
): ExpressionMutant => ({ kind, node: id, what, words, expression })

/** A number written beside a comparison, one step either way. */
function* literals(
  pack: Pack,
  e: Expression,
  side: Expression,
  name: string,
  put: (side: Expression) => Expression,
): Generator<ExpressionMutant> {
  if (side.kind !== 'number') return
  const step = stepOf(pack, [e], side.value)
  for (const value of [side.value.minus(step), side.value.plus(step)]) {
    yield {
      kind: 'threshold',
      node: side.id,
      what: `${name} ${digits(value)}`,
      words: `\`${digits(side.value)}\` were \`${digits(value)}\``,
      expression: put({ ...side, value }),
    }
  }
}

/** The step for a number: the smallest step of the facts read here, or the last place of the number if that is smaller. */
export function stepOf(pack: Pack, expressions: readonly Expression[], value: Decimal): Decimal {
  const names = [...factsReadBy(pack, expressions)]
  const steps = names.flatMap((name) => {
    const member = /^members\.(.+)$/.exec(name)?.[1]
    const fact =
      member === undefined
        ? (pack.facts.get(name) ?? pack.derived.get(name)?.declaration)
        : pack.memberFacts?.get(member)
    return fact === undefined || fact.unit === null ? [] : [fact.step]
  })
  const places = placesOf(decimal(digits(value)))
  const last = places === 0 ? ONE : decimal(`0.${'0'.repeat(places - 1)}1`)
  return steps.reduce((least, step) => (step.lt(least) ? step : least), last)
}

interface Place {
  readonly child: Expression
  put(child: Expression): Expression
}

/** The parts of an expression, each with a way to put another part in its place. */
function placesIn(e: Expression): Place[] {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'name':
    case 'member':
      return []
    case 'negate':
    case 'not':
      return placesAt(e, 'operand')
    case 'and':
    case 'or':
    case 'arithmetic':
    case 'comparison':
      return placesAt(e, 'left', 'right')
    case 'between':
      return placesAt(e, 'operand', 'low', 'high')
    case 'one-of':
      return [...placesAt(e, 'operand'), ...placesInList(e.items, (items) => ({ ...e, items }))]
    case 'if':
      return placesAt(e, 'condition', 'yes', 'no')
    case 'min':
    case 'max':
      return placesInList(e.items, (items) => ({ ...e, items }))
    case 'count':
      return filterPlaces(e)
    case 'sum':
      return [...filterPlaces(e), ...placesAt(e, 'each')]
    case 'every':
    case 'some':
      return [...filterPlaces(e), ...placesAt(e, 'satisfies')]
  }
}

/** The parts under these keys. */
const placesAt = <Key extends string, E extends Expression & Readonly<Record<Key, Expression>>>(
  e: E,
  ...keys: readonly Key[]
): Place[] => keys.map((key) => ({ child: e[key], put: (child) => ({ ...e, [key]: child }) }))

const placesInList = (items: readonly Expression[], put: (items: Expression[]) => Expression): Place[] =>
  items.map((child, index) => ({ child, put: (each) => put(items.with(index, each)) }))

const filterPlaces = (e: RosterForm): Place[] =>
  placesInList(e.of.where, (where) => ({ ...e, of: { ...e.of, where } }))
