import type { DiagnosticCode } from '../../base/codes.js'
import type { Expression } from '../expression/expression.js'
import type { Unit } from '../expression/unit.js'
import type { Remarks } from '../fault-list.js'
import type { Reference } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { Names } from './names.js'
import { BROKEN, type Type } from './type.js'

/** What the resolving of all expressions of a pack shares, and the side tables that it fills. */
export interface Resolving {
  readonly context: LoadContext
  readonly names: Names
  /** What each name stands for, by `Expression.id`. */
  readonly references: (Reference | undefined)[]
  /** Units of the expressions that are numbers, by `Expression.id`. */
  readonly units: Map<number, Unit>
  /** True if anything broken was met since this was last set to false. */
  broken: boolean
  /** True if numbers other than 0 may stand in expressions. In a pack each is a parameter. */
  readonly bareNumbers: boolean
}

/** The members that are bound at a place in an expression. */
export interface MemberScope {
  /** Names of the members bound so far, outermost first; `null` for the nameless member of a filter. */
  readonly variables: readonly (string | null)[]
  /** The depth whose member facts a bare name may mean. */
  readonly bare: number | null
}

/** Reports a fault of an expression. A broken expression fits everywhere, so that one fault is reported once. */
export function refuseExpression(
  resolving: Resolving,
  code: DiagnosticCode,
  e: Expression,
  message: string,
  remarks: Remarks = {},
): Type {
  const { context } = resolving
  context.fault(code, context.spans.get(e.id) ?? { start: 0, end: 1 }, message, remarks)
  resolving.broken = true
  return BROKEN
}
