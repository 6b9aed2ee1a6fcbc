import { type Decimal, decimal, digits, ONE, placesOf } from '../../base/decimal.js'
import type { ComparisonOperator, Expression } from '../../lang/expression/expression.js'
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

/** Every mutant of an expression; what is not touched is shared with it, and what is put in keeps the id of what was there. */
export function* mutantsOfExpression(pack: Pack, e: Expression): Generator<ExpressionMutant> {
  yield* mutantsOfNode(pack, e)
  for (const { child, put } of placesIn(e)) {
    for (const mutant of mutantsOfExpression(pack, child))
      yield { ...mutant, expression: put(mutant.expression) }
  }
}

function* mutantsOfNode(pack: Pack, e: Expression): Generator<ExpressionMutant> {
  const mutant = (kind: ExpressionMutantKind, what: string, words: string, expression: Expression) => ({
    kind,
    node: e.id,
    what,
    words,
    expression,
  })
  switch (e.kind) {
    case 'comparison': {
      const operator = OTHER[e.operator]
      yield mutant('comparison', operator, `\`${e.operator}\` were \`${operator}\``, { ...e, operator })
      yield* literals(pack, e, e.left, 'left', (left) => ({ ...e, left }))
      yield* literals(pack, e, e.right, 'right', (right) => ({ ...e, right }))
      break
    }
    case 'between': {
      const low = (included: boolean) => (included ? '`[`' : '`(`')
      const high = (included: boolean) => (included ? '`]`' : '`)`')
      const { lowIncluded, highIncluded } = e
      yield mutant('range-end', 'low', `${low(lowIncluded)} were ${low(!lowIncluded)}`, {
        ...e,
        lowIncluded: !lowIncluded,
      })
      yield mutant('range-end', 'high', `${high(highIncluded)} were ${high(!highIncluded)}`, {
        ...e,
        highIncluded: !highIncluded,
      })
      yield* literals(pack, e, e.low, 'low', (each) => ({ ...e, low: each }))
      yield* literals(pack, e, e.high, 'high', (each) => ({ ...e, high: each }))
      break
    }
    case 'and':
    case 'or': {
      const kind = e.kind === 'and' ? 'or' : 'and'
      yield mutant('swapped-connective', kind, `\`${e.kind}\` were \`${kind}\``, { ...e, kind })
      yield mutant('dropped-part', 'left', `what stands before \`${e.kind}\` were dropped`, e.right)
      yield mutant('dropped-part', 'right', `what stands after \`${e.kind}\` were dropped`, e.left)
      break
    }
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      for (const [index, condition] of e.of.where.entries()) {
        const where = e.of.where.toSpliced(index, 1)
        const words = `\`[${printExpression(condition)}]\` were dropped`
        yield mutant('dropped-part', `filter ${index}`, words, { ...e, of: { ...e.of, where } })
      }
  }
}

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

/** The smallest step of the numbers read here, where it is smaller than the last place of the value; else that place. */
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

/** The parts of an expression, each with the expression as it is with another part there. */
function placesIn(e: Expression): Place[] {
  const listed = (items: readonly Expression[], put: (items: Expression[]) => Expression): Place[] =>
    items.map((child, index) => ({ child, put: (each) => put(items.with(index, each)) }))
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'name':
    case 'member':
      return []
    case 'negate':
    case 'not':
      return [{ child: e.operand, put: (operand) => ({ ...e, operand }) }]
    case 'and':
    case 'or':
    case 'arithmetic':
    case 'comparison':
      return [
        { child: e.left, put: (left) => ({ ...e, left }) },
        { child: e.right, put: (right) => ({ ...e, right }) },
      ]
    case 'between':
      return [
        { child: e.operand, put: (operand) => ({ ...e, operand }) },
        { child: e.low, put: (low) => ({ ...e, low }) },
        { child: e.high, put: (high) => ({ ...e, high }) },
      ]
    case 'one-of':
      return [
        { child: e.operand, put: (operand) => ({ ...e, operand }) },
        ...listed(e.items, (items) => ({ ...e, items })),
      ]
    case 'if':
      return [
        { child: e.condition, put: (condition) => ({ ...e, condition }) },
        { child: e.yes, put: (yes) => ({ ...e, yes }) },
        { child: e.no, put: (no) => ({ ...e, no }) },
      ]
    case 'min':
    case 'max':
      return listed(e.items, (items) => ({ ...e, items }))
    case 'count':
      return listed(e.of.where, (where) => ({ ...e, of: { ...e.of, where } }))
    case 'sum':
      return [
        ...listed(e.of.where, (where) => ({ ...e, of: { ...e.of, where } })),
        { child: e.each, put: (each) => ({ ...e, each }) },
      ]
    case 'every':
    case 'some':
      return [
        ...listed(e.of.where, (where) => ({ ...e, of: { ...e.of, where } })),
        { child: e.satisfies, put: (satisfies) => ({ ...e, satisfies }) },
      ]
  }
}
