import type { Expression, RosterForm } from './expression.js'

export const isRosterForm = (e: Expression): e is RosterForm =>
  e.kind === 'count' || e.kind === 'sum' || e.kind === 'every' || e.kind === 'some'

/** The parts of an expression, in order of writing. */
export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'name':
    case 'member':
      return []
    case 'negate':
    case 'not':
      return [e.operand]
    case 'and':
    case 'or':
    case 'arithmetic':
    case 'comparison':
      return [e.left, e.right]
    case 'between':
      return [e.operand, e.low, e.high]
    case 'one-of':
      return [e.operand, ...e.items]
    case 'if':
      return [e.condition, e.yes, e.no]
    case 'min':
    case 'max':
      return e.items
    case 'count':
      return e.of.where
    case 'sum':
      return [...e.of.where, e.each]
    case 'every':
    case 'some':
      return [...e.of.where, e.satisfies]
  }
}
