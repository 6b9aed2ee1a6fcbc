import { say } from '../../base/say/say.js'
import type { Expression } from '../expression/expression.js'
import { invertUnit, multiplyUnits, sameUnit, type Unit, unitText } from '../expression/unit.js'
import { type Resolving, refuseExpression } from './resolving.js'
import { BROKEN, TRUTH, type Type, typeName } from './type.js'

/** The type of numbers that must be of one unit; `by` is the operator that joins them, in backticks. */
export function unify(resolving: Resolving, e: Expression, types: readonly Type[], by: string): Type {
  let unit: Unit | null = null
  let broken = false
  for (const type of types) {
    if (type.kind !== 'number') broken = true
    else if (unit === null) unit = type.unit
    else if (type.unit !== null && !sameUnit(unit, type.unit)) {
      return refuseExpression(
        resolving,
        'unit',
        e,
        say('unit.two', { by, first: unitText(unit), second: unitText(type.unit) }),
        {
          why: say('unit.two.why'),
          help: unitHelp(unit, type.unit),
        },
      )
    }
  }
  return broken ? BROKEN : { kind: 'number', unit }
}

/** Advice on how to make two units equal, if only factors are missing on one side. */
function unitHelp(a: Unit, b: Unit): string | undefined {
  const factor = multiplyUnits(a, invertUnit(b))
  const powers = [...factor.values()]
  if (powers.every((power) => power > 0)) return say('unit.two.help.second', { unit: unitText(factor) })
  if (powers.every((power) => power < 0))
    return say('unit.two.help.first', { unit: unitText(invertUnit(factor)) })
  return undefined
}

export function product(a: Type, b: Type): Type {
  if (a.kind !== 'number' || b.kind !== 'number') return BROKEN
  return { kind: 'number', unit: a.unit === null || b.unit === null ? null : multiplyUnits(a.unit, b.unit) }
}

/** The type of the two branches of an `if`. */
export function branches(resolving: Resolving, e: Expression, yes: Type, no: Type): Type {
  if (yes.kind === 'broken' || no.kind === 'broken') return BROKEN
  if (yes.kind === 'number' && no.kind === 'number') return unify(resolving, e, [yes, no], '`if`')
  if (yes.kind === 'truth' && no.kind === 'truth') return TRUTH
  const codes = [codesOf(yes), codesOf(no)]
  if (codes[0] && codes[1]) {
    const isOpen = codes.some((each) => each?.length === 0)
    return { kind: 'code', codes: isOpen ? [] : [...new Set([...codes[0], ...codes[1]])] }
  }
  const message = say('type.branches', { yes: typeName(yes), no: typeName(no) })
  return refuseExpression(resolving, 'type', e, message, { why: say('type.branches.why') })
}

function codesOf(type: Type): readonly string[] | null {
  if (type.kind === 'code') return type.codes
  return type.kind === 'text' ? [type.text] : null
}
