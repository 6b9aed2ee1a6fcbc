import { childrenOf } from '../../lang/expression/children.js'
import type { Expression } from '../../lang/expression/expression.js'

/** What an expression uses a column as. */
export type Use = 'number' | 'yes_no' | 'text'

/**
 * What each name of an expression is taken for: as declared, else as it is first used, beside what it is compared with. `wanted` is what
 * the whole expression should be. Names whose type nothing says are left out.
 */
export function usesOf(
  e: Expression,
  wanted: Use,
  declared: ReadonlyMap<string, Use>,
): ReadonlyMap<string, Use> {
  const uses = new Map(declared)
  for (let before = -1; before < uses.size; ) {
    before = uses.size
    visit(uses, e, wanted)
  }
  return uses
}

/** Notes the uses inside an expression. Gives what the expression itself is, if that is known. */
function visit(uses: Map<string, Use>, e: Expression, wanted: Use | null): Use | null {
  switch (e.kind) {
    case 'name':
      if (wanted !== null && !uses.has(e.name)) uses.set(e.name, wanted)
      return uses.get(e.name) ?? null
    case 'number':
      return 'number'
    case 'text':
      return 'text'
    case 'negate':
    case 'arithmetic':
    case 'min':
    case 'max':
      return allAre(uses, 'number', childrenOf(e), 'number')
    case 'between':
      return allAre(uses, 'number', childrenOf(e), 'yes_no')
    case 'not':
    case 'and':
    case 'or':
      return allAre(uses, 'yes_no', childrenOf(e), 'yes_no')
    case 'comparison':
      alike(uses, [e.left, e.right], e.operator === '=' || e.operator === '!=' ? null : 'number')
      return 'yes_no'
    case 'one-of':
      alike(uses, [e.operand, ...e.items], null)
      return 'yes_no'
    case 'if':
      visit(uses, e.condition, 'yes_no')
      return alike(uses, [e.yes, e.no], wanted)
    case 'member':
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return null
  }
}

/** Notes one use for all parts, and gives what the expression with these parts is. */
function allAre(uses: Map<string, Use>, use: Use, parts: readonly Expression[], together: Use): Use {
  for (const part of parts) visit(uses, part, use)
  return together
}

/** Parts of one type: what is known of one part is true of the others. */
function alike(uses: Map<string, Use>, parts: readonly Expression[], wanted: Use | null): Use | null {
  let known = wanted
  for (const part of parts) known ??= visit(uses, part, null)
  for (const part of parts) visit(uses, part, known)
  return known
}
