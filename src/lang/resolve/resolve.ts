import { say } from '../../base/say/say.js'
import type { Expression, RosterExpression, RosterForm } from '../expression/expression.js'
import { PERSON } from '../expression/unit.js'
import { comparisonType, oneOfType, type TypedOperand } from './compare.js'
import { memberType, nameType } from './resolve-name.js'
import { type MemberScope, type Resolving, refuseExpression } from './resolving.js'
import { BROKEN, TRUTH, type Type, typeName } from './type.js'
import { branches, product, unify } from './unify.js'

const OUTSIDE: MemberScope = { variables: [], bare: null }

/** Rosters inside each other: every level multiplies the work by the number of members. */
const MAX_ROSTERS = 3

/** The type of an expression of the record. Unknown names, wrong types and wrong units are reported, each once. */
export const resolve = (resolving: Resolving, e: Expression): Type => typed(resolving, e, OUTSIDE)

function typed(resolving: Resolving, e: Expression, scope: MemberScope): Type {
  const type = typeOf(resolving, e, scope)
  if (type.kind === 'number' && type.unit !== null) resolving.units.set(e.id, type.unit)
  return type
}

function typeOf(resolving: Resolving, e: Expression, scope: MemberScope): Type {
  switch (e.kind) {
    case 'number':
      return numeralType(resolving, e)
    case 'text':
      return { kind: 'text', text: e.text }
    case 'name':
      return nameType(resolving, e, scope)
    case 'member':
      return memberType(resolving, e, scope)
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return rosterForm(resolving, e, scope)
    case 'negate':
    case 'arithmetic':
    case 'min':
    case 'max':
      return calculation(resolving, e, scope)
    case 'not':
    case 'and':
    case 'or':
      return connective(resolving, e, scope)
    case 'comparison':
      return comparisonType(resolving, e, pair(resolving, e.left, scope), pair(resolving, e.right, scope))
    case 'between':
      numbers(resolving, e, [e.operand, e.low, e.high], scope, '`in`')
      return TRUTH
    case 'one-of':
      return membershipType(resolving, e, scope)
    case 'if':
      truth(resolving, e.condition, scope, '`if`')
      return branches(resolving, e, typed(resolving, e.yes, scope), typed(resolving, e.no, scope))
  }
}

const pair = (resolving: Resolving, e: Expression, scope: MemberScope): TypedOperand => ({
  e,
  type: typed(resolving, e, scope),
})

/** The type of a number that is written out; one other than 0 is reported, unless bare numbers may stand here. */
function numeralType(resolving: Resolving, e: Expression & { kind: 'number' }): Type {
  if (e.value.eq(0) || resolving.bareNumbers) return { kind: 'number', unit: null }
  return refuseExpression(resolving, 'bare-number', e, say('bare-number', { number: e.value.toFixed() }), {
    why: say('bare-number.why'),
    help: say('bare-number.help'),
  })
}

function membershipType(resolving: Resolving, e: Expression & { kind: 'one-of' }, scope: MemberScope): Type {
  const operand = pair(resolving, e.operand, scope)
  return oneOfType(
    resolving,
    e,
    operand,
    e.items.map((item) => pair(resolving, item, scope)),
  )
}

function calculation(
  resolving: Resolving,
  e: Expression & { kind: 'negate' | 'arithmetic' | 'min' | 'max' },
  scope: MemberScope,
): Type {
  switch (e.kind) {
    case 'negate':
      return number(resolving, e.operand, scope, '`-`')
    case 'min':
    case 'max':
      return numbers(resolving, e, e.items, scope, `\`${e.kind}\``)
    case 'arithmetic':
      return e.operator === '*'
        ? product(number(resolving, e.left, scope, '`*`'), number(resolving, e.right, scope, '`*`'))
        : numbers(resolving, e, [e.left, e.right], scope, `\`${e.operator}\``)
  }
}

function connective(
  resolving: Resolving,
  e: Expression & { kind: 'not' | 'and' | 'or' },
  scope: MemberScope,
): Type {
  for (const operand of e.kind === 'not' ? [e.operand] : [e.left, e.right])
    truth(resolving, operand, scope, `\`${e.kind}\``)
  return TRUTH
}

function rosterForm(resolving: Resolving, e: RosterForm, scope: MemberScope): Type {
  const variable = e.kind === 'count' ? null : e.variable
  const inner = insideRoster(resolving, e, e.of, variable, scope)
  if (inner === null) return BROKEN
  switch (e.kind) {
    case 'count':
      return { kind: 'number', unit: PERSON }
    case 'sum':
      return number(resolving, e.each, variable === null ? inner : { ...inner, bare: scope.bare }, '`sum`')
    case 'every':
    case 'some':
      truth(resolving, e.satisfies, { ...inner, bare: scope.bare }, `\`${e.kind}\``)
      return TRUTH
  }
}

/**
 * Checks the filters of a roster and gives the scope inside it; bare names there are facts of the member. `null` if the pack has no
 * members, or rosters are nested too deeply.
 */
function insideRoster(
  resolving: Resolving,
  e: Expression,
  of: RosterExpression,
  variable: string | null,
  scope: MemberScope,
): MemberScope | null {
  if (resolving.names.members === null) {
    const help = say('unknown-name.no-members.help')
    refuseExpression(resolving, 'unknown-name', e, say('unknown-name.no-members'), { help })
    return null
  }
  if (scope.variables.length >= MAX_ROSTERS) {
    const why = say('too-deep.rosters.why')
    refuseExpression(resolving, 'too-deep', e, say('too-deep.rosters', { most: MAX_ROSTERS }), { why })
    return null
  }
  if (variable !== null && (scope.variables.includes(variable) || resolving.names.record.has(variable))) {
    const help = say('duplicate-name.member.help')
    refuseExpression(resolving, 'duplicate-name', e, say('duplicate-name.member', { name: variable }), {
      help,
    })
  }
  const inner = { variables: [...scope.variables, variable], bare: scope.variables.length }
  for (const condition of of.where) truth(resolving, condition, inner, say('type.a-filter'))
  return inner
}

const numbers = (
  resolving: Resolving,
  e: Expression,
  operands: readonly Expression[],
  scope: MemberScope,
  by: string,
): Type =>
  unify(
    resolving,
    e,
    operands.map((operand) => number(resolving, operand, scope, by)),
    by,
  )

function number(resolving: Resolving, e: Expression, scope: MemberScope, by: string): Type {
  const type = typed(resolving, e, scope)
  if (type.kind === 'number' || type.kind === 'broken') return type
  return refuseExpression(resolving, 'type', e, say('type.numbers', { by, type: typeName(type) }))
}

function truth(resolving: Resolving, e: Expression, scope: MemberScope, by: string): void {
  const type = typed(resolving, e, scope)
  if (type.kind === 'truth' || type.kind === 'broken') return
  refuseExpression(resolving, 'type', e, say('type.truths', { by, type: typeName(type) }), {
    help:
      type.kind === 'number'
        ? say(`type.truths.help.${resolving.bareNumbers ? 'number' : 'parameter'}`)
        : undefined,
  })
}
