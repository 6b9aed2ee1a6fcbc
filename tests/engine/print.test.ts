import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expression } from '../../src/lang/expression/expression.js'
import { parseExpression } from '../../src/lang/parse/parse.js'
import { printExpression } from '../../src/lang/parse/print.js'
import { numberExpression, yesNoExpression } from './random/expressions.js'
import { holds } from './random/runs.js'

/** The form of an expression without its ids. */
const formOf = (e: Expression): string =>
  JSON.stringify(e, (key, value: unknown) => (key === 'id' ? undefined : value))

function reparsed(e: Expression): Expression {
  let next = 0
  const parsed = parseExpression(printExpression(e), { place: () => next++ })
  if ('fault' in parsed) throw new Error(`${printExpression(e)}: ${parsed.fault.message}`)
  return parsed.expression
}

describe('printing an expression', () => {
  it('gives a text that reads as the same expression', () => {
    const any = fc.oneof(yesNoExpression(3), numberExpression('CNY', 3), numberExpression('person', 2))
    holds(
      fc.property(any, (e) => {
        const again = reparsed(e)
        if (formOf(again) !== formOf(e))
          throw new Error(`${printExpression(e)} reads as ${printExpression(again)}`)
        expect(printExpression(again)).toBe(printExpression(e))
      }),
      1000,
    )
  })
})
