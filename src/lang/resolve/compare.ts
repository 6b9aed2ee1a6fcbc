import { say } from '../../base/say/say.js'
import type { Expression } from '../expression/expression.js'
import { namesInMessage, quoted } from '../fault-list.js'
import { type Resolving, refuseExpression } from './resolving.js'
import { TRUTH, type Type, typeName } from './type.js'
import { unify } from './unify.js'

/** An operand with its type. */
export interface TypedOperand {
  readonly e: Expression
  readonly type: Type
}

/** Checks `a = b`, `a < b` and so on: two numbers of one unit, or, for `=` and `!=`, a code with a code or a text. */
export function comparisonType(
  resolving: Resolving,
  e: Expression & { kind: 'comparison' },
  left: TypedOperand,
  right: TypedOperand,
): Type {
  if (left.type.kind === 'broken' || right.type.kind === 'broken') return TRUTH
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    unify(resolving, e, [left.type, right.type], `\`${e.operator}\``)
    return TRUTH
  }
  if (!areCodes(left.type, right.type)) {
    const [first, second] = [typeName(left.type), typeName(right.type)]
    const message = say('type.compare', { operator: e.operator, first, second })
    const isTruth = left.type.kind === 'truth' || right.type.kind === 'truth'
    refuseExpression(resolving, 'type', e, message, { help: isTruth ? say('type.compare.help') : undefined })
  } else if (e.operator !== '=' && e.operator !== '!=') {
    refuseExpression(resolving, 'type', e, say('type.order', { operator: e.operator }), {
      help: say('type.order.help'),
    })
  } else if (left.type.kind === 'code') checkCodes(resolving, left.type, [right])
  else checkCodes(resolving, right.type, [left])
  return TRUTH
}

const areCodes = (left: Type, right: Type): boolean =>
  (left.kind === 'code' && (right.kind === 'code' || right.kind === 'text')) ||
  (left.kind === 'text' && right.kind === 'code')

/** Checks `x in (a, b)`. */
export function oneOfType(
  resolving: Resolving,
  e: Expression,
  operand: TypedOperand,
  items: readonly TypedOperand[],
): Type {
  const { type } = operand
  if (type.kind === 'code') checkCodes(resolving, type, items)
  else if (type.kind === 'number') numbers(resolving, e, type, items)
  else if (type.kind !== 'broken')
    refuseExpression(resolving, 'type', operand.e, say('type.in', { type: typeName(type) }))
  return TRUTH
}

function numbers(resolving: Resolving, e: Expression, operand: Type, items: readonly TypedOperand[]): void {
  const odd = items.filter(({ type }) => type.kind !== 'number' && type.kind !== 'broken')
  for (const item of odd)
    refuseExpression(resolving, 'type', item.e, say('type.in.numbers', { type: typeName(item.type) }))
  if (odd.length === 0) unify(resolving, e, [operand, ...items.map(({ type }) => type)], '`in`')
}

/** Checks that texts beside a code are among its codes, and that codes beside it share one with it. */
function checkCodes(resolving: Resolving, of: Type, others: readonly TypedOperand[]): void {
  if (of.kind !== 'code' || of.codes.length === 0) return
  const codes = new Set(of.codes)
  for (const { e, type } of others) {
    if (type.kind === 'broken') continue
    if (type.kind === 'text' && !codes.has(type.text)) {
      const help =
        resolving.context.suggest(type.text, codes) ??
        say('type.codes.help', { codes: namesInMessage(of.codes) })
      refuseExpression(resolving, 'unknown-name', e, say('type.no-code', { text: quoted(type.text) }), {
        help,
      })
    } else if (type.kind === 'code' && type.codes.length > 0 && !type.codes.some((code) => codes.has(code)))
      refuseExpression(resolving, 'type', e, say('type.no-common'))
    else if (type.kind !== 'text' && type.kind !== 'code')
      refuseExpression(resolving, 'type', e, say('type.code.expected', { type: typeName(type) }))
  }
}
