import { ZERO } from '../../base/decimal.js'
import type { Expression } from '../expression/expression.js'
import { RATIO, REFUSED_UNIT, sameUnit, type Unit, unitText } from '../expression/unit.js'
import { resolve } from '../resolve/resolve.js'
import type { Resolving } from '../resolve/resolving.js'
import { type Type, typeName } from '../resolve/type.js'
import { type LoadContext, parseAt } from '../shape/context.js'
import type { Path } from '../shape/places.js'

/** An expression that was checked, with the unit of its values. */
export interface Checked {
  readonly expression: Expression
  /** A ratio for a yes/no, and for a number that is 0 in any unit. */
  readonly unit: Unit
}

/** Stands for a refused expression. The pack is refused with it. */
export const REFUSED: Expression = { kind: 'number', value: ZERO, id: -1 }

const NOTHING: Checked = { expression: REFUSED, unit: RATIO }

/** Reads a yes/no at a path; a fault in it is reported and gives `REFUSED`. */
export function expectTruth(resolving: Resolving, path: Path, help?: (found: Type) => string): Expression {
  const found = resolved(resolving, path)
  if (found === null) return REFUSED
  if (found.type.kind === 'truth') return found.expression
  const message = `a yes/no is expected here, and this is ${typeName(found.type)}`
  const at = spanOf(resolving.context, found.expression)
  resolving.context.fault('type', at, message, { help: help?.(found.type) })
  return REFUSED
}

/** Reads a number at a path, in a given unit if one is wanted. A fault in it is reported and gives `REFUSED`. */
export function expectNumber(resolving: Resolving, path: Path, wanted: Unit | null = null): Checked {
  const found = resolved(resolving, path)
  if (found === null) return NOTHING
  const { expression, type } = found
  const at = spanOf(resolving.context, expression)
  if (type.kind !== 'number') {
    resolving.context.fault('type', at, `a number is expected here, and this is ${typeName(type)}`)
    return NOTHING
  }
  if (wanted !== null && wanted !== REFUSED_UNIT && type.unit !== null && !sameUnit(wanted, type.unit)) {
    const message = `this is in ${unitText(type.unit)}, where ${unitText(wanted)} is expected`
    resolving.context.fault('unit', at, message, { why: 'nothing is converted from one unit to another' })
    return NOTHING
  }
  return { expression, unit: type.unit ?? wanted ?? RATIO }
}

const spanOf = (context: LoadContext, e: Expression) => context.spans.get(e.id) ?? { start: 0, end: 1 }

/** The expression at a path with its type; `null` if anything in it was refused. */
function resolved(resolving: Resolving, path: Path) {
  const expression = parseAt(resolving.context, path)
  if (expression === null) return null
  resolving.broken = false
  const type = resolve(resolving, expression)
  return resolving.broken || type.kind === 'broken' ? null : { expression, type }
}
