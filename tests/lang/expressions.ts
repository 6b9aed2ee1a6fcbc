import fc from 'fast-check'
import { decimal } from '../../src/base/decimal.js'
import type { Expression, ExpressionForm, RosterExpression } from '../../src/lang/expression/expression.js'
import { RESERVED } from '../../src/lang/parse/keywords.js'
import { parseExpression } from '../../src/lang/parse/parse.js'

/** An expression by its text, with ids in the order of reading; a fault throws. */
export function parsed(text: string): Expression {
  let next = 0
  const reading = parseExpression(text, { place: () => next++ })
  if ('fault' in reading) throw new Error(`${text}: ${reading.fault.message}`)
  return reading.expression
}

/** The expression with every id set to 0: what is left is what it says. */
export function withoutIds(e: Expression): unknown {
  return JSON.parse(JSON.stringify(e, (key, value) => (key === 'id' ? 0 : value)))
}

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/).filter((word) => !RESERVED.has(word))

const numeral = fc.tuple(fc.nat(99999), fc.nat(999)).map(([whole, places]) => decimal(`${whole}.${places}`))

const text = fc.string({ maxLength: 6, unit: 'grapheme' }).filter((each) => !/["\n\r]/.test(each))

const node = (form: ExpressionForm): Expression => ({ ...form, id: 0 })

/** Any expression that the parser can read, of any types, as deep as `depth`. */
export const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => {
  const inner = tie('expression')
  const roster = fc
    .array(inner, { maxLength: 2 })
    .map((where): RosterExpression => ({ name: 'members', where }))
  const leaf = fc.oneof(
    numeral.map((value) => node({ kind: 'number', value })),
    text.map((each) => node({ kind: 'text', text: each })),
    name.map((each) => node({ kind: 'name', name: each })),
    fc.tuple(name, name).map(([variable, each]) => node({ kind: 'member', variable, name: each })),
  )
  const form = fc.oneof(
    inner.map((operand): ExpressionForm => ({ kind: 'negate', operand })),
    inner.map((operand): ExpressionForm => ({ kind: 'not', operand })),
    fc
      .record({ kind: fc.constantFrom('and' as const, 'or' as const), left: inner, right: inner })
      .map((each): ExpressionForm => each),
    fc
      .record({
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const),
        left: inner,
        right: inner,
      })
      .map((each): ExpressionForm => ({ kind: 'arithmetic', ...each })),
    fc
      .record({
        operator: fc.constantFrom(...(['=', '!=', '<', '<=', '>', '>='] as const)),
        left: inner,
        right: inner,
      })
      .map((each): ExpressionForm => ({ kind: 'comparison', ...each })),
    fc
      .record({
        operand: inner,
        low: inner,
        high: inner,
        lowIncluded: fc.boolean(),
        highIncluded: fc.boolean(),
      })
      .map((each): ExpressionForm => ({ kind: 'between', ...each })),
    fc
      .record({ operand: inner, items: fc.array(inner, { minLength: 1, maxLength: 3 }) })
      .map((each): ExpressionForm => ({ kind: 'one-of', ...each })),
    fc
      .record({ condition: inner, yes: inner, no: inner })
      .map((each): ExpressionForm => ({ kind: 'if', ...each })),
    fc
      .record({
        kind: fc.constantFrom('min' as const, 'max' as const),
        items: fc.array(inner, { minLength: 2, maxLength: 3 }),
      })
      .map((each): ExpressionForm => each),
    roster.map((of): ExpressionForm => ({ kind: 'count', of })),
    fc.record({ of: roster, name }).map(
      ({ of, name }): ExpressionForm => ({
        kind: 'sum',
        of,
        variable: null,
        each: node({ kind: 'name', name }),
      }),
    ),
    fc
      .record({ of: roster, variable: name, each: inner })
      .map((each): ExpressionForm => ({ kind: 'sum', ...each })),
    fc
      .record({
        kind: fc.constantFrom('every' as const, 'some' as const),
        variable: name,
        of: roster,
        satisfies: inner,
      })
      .map((each): ExpressionForm => each),
  )
  return {
    leaf,
    expression: fc.oneof({ maxDepth: 5, depthIdentifier: 'expression' }, leaf, form.map(node)),
  }
})
