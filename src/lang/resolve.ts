import type { DiagnosticCode } from '../base/codes.js'
import type { Span } from '../base/source.js'
import { didYouMean } from '../base/suggest.js'
import type { LoadContext } from './context.js'
import type { Expression, RosterExpression } from './expression.js'
import { RESERVED } from './lexer.js'
import type { FactDeclaration, Reference } from './pack.js'
import { invertUnit, multiplyUnits, RATIO, sameUnit, type Unit, unitText } from './unit.js'

/** The type of an expression. A number without unit is 0, which fits every unit; `broken` was reported and fits everything. */
export type Type =
  | { readonly kind: 'number'; readonly unit: Unit | null }
  | { readonly kind: 'truth' }
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'broken' }

/** What a name may stand for. */
export interface Names {
  /** Facts of the record, derived values and parameters with their types; `null` for what expressions may not read. */
  lookup(name: string): { reference: Reference; type: Type | null; path: readonly string[] } | undefined
  member(name: string): { type: Type | null; path: readonly string[] } | undefined
  readonly all: readonly string[]
  readonly members: readonly string[] | null
}

interface Scope {
  /** Names of the members bound so far, outermost first; `null` for the nameless member of a filter. */
  readonly variables: readonly (string | null)[]
  /** The depth whose member facts a bare name may be. */
  readonly bare: number | null
}

export interface Resolver {
  /** Checks names, types and units; every fault is reported. */
  resolve(expression: Expression): Type
}

const TRUTH: Type = { kind: 'truth' }
const BROKEN: Type = { kind: 'broken' }
export const PERSON: Unit = new Map([['person', 1]])

export function typeOfFact(fact: FactDeclaration): Type | null {
  if (fact.personal || fact.type === 'date' || fact.type === 'text') return null
  if (fact.type === 'yes_no') return TRUTH
  if (fact.type === 'code') return { kind: 'code', codes: fact.codes.map((each) => each.code) }
  return { kind: 'number', unit: fact.unit }
}

export const typeName = (type: Type): string => {
  switch (type.kind) {
    case 'number':
      return type.unit === null ? 'a number' : `a number in ${unitText(type.unit)}`
    case 'truth':
      return 'a yes/no'
    case 'code':
      return 'a code'
    case 'text':
      return 'a text'
    case 'broken':
      return 'a value'
  }
}

export function createResolver(
  context: LoadContext,
  names: Names,
  references: (Reference | undefined)[],
  units: Map<number, Unit>,
): Resolver {
  const spanOf = (e: Expression): Span => context.spans.get(e.id) ?? { start: 0, end: 1 }
  function fault(
    code: DiagnosticCode,
    e: Expression,
    message: string,
    more: { why?: string; help?: string | undefined } = {},
  ): Type {
    context.fault(code, spanOf(e), message, more)
    return BROKEN
  }

  function typed(e: Expression, scope: Scope): Type {
    const type = typeOf(e, scope)
    if (type.kind === 'number' && type.unit !== null) units.set(e.id, type.unit)
    return type
  }

  function typeOf(e: Expression, scope: Scope): Type {
    switch (e.kind) {
      case 'number':
        if (e.value.eq(0)) return { kind: 'number', unit: null }
        return fault('bare-number', e, `\`${e.value.toFixed()}\` stands in an expression`, {
          why: 'only 0 may: every number of a policy has a unit, a date and a source',
          help: 'declare it under `parameters` and use its name',
        })
      case 'text':
        return { kind: 'text', text: e.text }
      case 'name':
        return nameType(e, scope)
      case 'member':
        return memberType(e, scope)
      case 'negate':
        return numberOf(e.operand, scope, '`-`')
      case 'not':
        truthOf(e.operand, scope, '`not`')
        return TRUTH
      case 'and':
      case 'or':
        truthOf(e.left, scope, `\`${e.kind}\``)
        truthOf(e.right, scope, `\`${e.kind}\``)
        return TRUTH
      case 'arithmetic':
        return e.operator === '*'
          ? product(e.left, e.right, scope)
          : sameUnits(e, [e.left, e.right], scope, `\`${e.operator}\``)
      case 'comparison':
        return comparison(e, scope)
      case 'between':
        sameUnits(e, [e.operand, e.low, e.high], scope, '`in`')
        return TRUTH
      case 'one-of':
        return membership(e, scope)
      case 'if':
        truthOf(e.condition, scope, '`if`')
        return branches(e, scope)
      case 'min':
      case 'max':
        return sameUnits(e, e.items, scope, `\`${e.kind}\``)
      case 'count':
        roster(e.of, e, scope, null)
        return { kind: 'number', unit: PERSON }
      case 'sum': {
        const inner = roster(e.of, e, scope, e.variable)
        return numberOf(e.each, { ...inner, bare: e.variable === null ? inner.bare : scope.bare }, '`sum`')
      }
      case 'every':
      case 'some': {
        const inner = roster(e.of, e, scope, e.variable)
        truthOf(e.satisfies, { ...inner, bare: scope.bare }, `\`${e.kind}\``)
        return TRUTH
      }
    }
  }

  /** Checks the filters of a roster and gives the scope inside it. */
  function roster(of: RosterExpression, e: Expression, scope: Scope, variable: string | null): Scope {
    if (names.members === null) {
      fault('unknown-name', e, 'the pack declares no members', {
        help: 'declare their facts under `facts.member`',
      })
    }
    if (variable !== null) {
      const taken = scope.variables.includes(variable) || names.lookup(variable) !== undefined
      if (taken || RESERVED.has(variable))
        fault('duplicate-name', e, `\`${variable}\` already means something here`, {
          help: 'give the member another name',
        })
    }
    const inner = { variables: [...scope.variables, variable], bare: scope.variables.length }
    for (const condition of of.where) truthOf(condition, inner, 'a filter')
    return inner
  }

  function nameType(e: Expression & { kind: 'name' }, scope: Scope): Type {
    if (scope.bare !== null) {
      const member = names.member(e.name)
      if (member !== undefined) return memberFact(e, scope.bare, e.name, member)
    }
    const found = names.lookup(e.name)
    if (found === undefined) return unknownName(e, scope)
    if (found.type === null) return unreadable(e, e.name)
    references[e.id] = found.reference
    return found.type
  }

  function unknownName(e: Expression & { kind: 'name' }, scope: Scope): Type {
    if (names.member(e.name) !== undefined) {
      return fault('unknown-name', e, `\`${e.name}\` is a fact of a member, not of the record`, {
        help: `reach it through the roster: \`every m in members satisfies m.${e.name}\``,
      })
    }
    const known = scope.bare === null ? names.all : [...names.all, ...(names.members ?? [])]
    const near = didYouMean(e.name, known)
    const at = near?.match(/^did you mean `(\w+)`\?$/)?.[1]
    const path = at === undefined ? undefined : (names.lookup(at) ?? names.member(at))?.path
    return fault('unknown-name', e, `unknown name \`${e.name}\``, {
      why: 'an expression may use only what `facts`, `derived` and `parameters` declare',
      help: near && path ? near + context.declaredAt(path) : near,
    })
  }

  function memberType(e: Expression & { kind: 'member' }, scope: Scope): Type {
    const depth = scope.variables.lastIndexOf(e.variable)
    if (depth < 0) {
      const bound = scope.variables.filter((each) => each !== null)
      return fault('unknown-name', e, `\`${e.variable}\` is no member here`, {
        help:
          didYouMean(e.variable, bound) ??
          'bind it with `every m in members satisfies …` or `some m in members satisfies …`',
      })
    }
    const member = names.member(e.name)
    if (member === undefined) {
      return fault('unknown-name', e, `a member has no fact \`${e.name}\``, {
        help: didYouMean(e.name, names.members ?? []),
      })
    }
    return memberFact(e, depth, e.name, member)
  }

  function memberFact(e: Expression, depth: number, name: string, member: { type: Type | null }): Type {
    if (member.type === null) return unreadable(e, name)
    references[e.id] = { kind: 'member', depth, name }
    return member.type
  }

  const unreadable = (e: Expression, name: string) =>
    fault('type', e, `\`${name}\` cannot be an input of a rule`, {
      why: 'dates, texts and personal facts are recorded, not judged',
    })

  function numberOf(e: Expression, scope: Scope, by: string): Type {
    const type = typed(e, scope)
    if (type.kind === 'number' || type.kind === 'broken') return type
    return fault('type', e, `${by} takes numbers, and this is ${typeName(type)}`)
  }

  function truthOf(e: Expression, scope: Scope, by: string): void {
    const type = typed(e, scope)
    if (type.kind === 'truth' || type.kind === 'broken') return
    fault('type', e, `${by} takes yes/no, and this is ${typeName(type)}`, {
      help: type.kind === 'number' ? 'compare it with a parameter' : undefined,
    })
  }

  const sameUnits = (e: Expression, operands: readonly Expression[], scope: Scope, by: string): Type =>
    unify(
      e,
      operands.map((operand) => numberOf(operand, scope, by)),
      by,
    )

  function unify(e: Expression, types: readonly Type[], by: string): Type {
    let unit: Unit | null = null
    let broken = false
    for (const type of types) {
      if (type.kind !== 'number') broken = true
      else if (unit === null) unit = type.unit
      else if (type.unit !== null && !sameUnit(unit, type.unit)) {
        broken = true
        fault('unit', e, `${by} is given ${unitText(unit)} and ${unitText(type.unit)}`, {
          why: 'only quantities of one unit can be added or compared',
          help: unitHelp(unit, type.unit),
        })
        break
      }
    }
    return broken ? BROKEN : { kind: 'number', unit }
  }

  function product(left: Expression, right: Expression, scope: Scope): Type {
    const a = numberOf(left, scope, '`*`')
    const b = numberOf(right, scope, '`*`')
    if (a.kind !== 'number' || b.kind !== 'number') return BROKEN
    return { kind: 'number', unit: a.unit === null || b.unit === null ? null : multiplyUnits(a.unit, b.unit) }
  }

  function comparison(e: Expression & { kind: 'comparison' }, scope: Scope): Type {
    const left = typed(e.left, scope)
    const right = typed(e.right, scope)
    if (left.kind === 'broken' || right.kind === 'broken') return TRUTH
    if (left.kind === 'number' && right.kind === 'number') {
      unify(e, [left, right], `\`${e.operator}\``)
      return TRUTH
    }
    const codes =
      (left.kind === 'code' && (right.kind === 'code' || right.kind === 'text')) ||
      (left.kind === 'text' && right.kind === 'code')
    if (!codes)
      return fault(
        'type',
        e,
        `\`${e.operator}\` cannot compare ${typeName(left)} with ${typeName(right)}`,
        truthHelp(left, right),
      )
    if (e.operator !== '=' && e.operator !== '!=')
      fault('type', e, `codes have no order for \`${e.operator}\``, { help: 'use `=`, `!=` or `in (...)`' })
    checkCodes(left, [e.right], [right])
    checkCodes(right, [e.left], [left])
    return TRUTH
  }

  const truthHelp = (left: Type, right: Type) =>
    left.kind === 'truth' || right.kind === 'truth'
      ? { help: 'a yes/no stands for itself: write it alone, or `not(...)` around it' }
      : {}

  function membership(e: Expression & { kind: 'one-of' }, scope: Scope): Type {
    const operand = typed(e.operand, scope)
    if (operand.kind === 'code') {
      const types = e.items.map((item) => typed(item, scope))
      checkCodes(operand, e.items, types)
    } else if (operand.kind === 'number')
      unify(e, [operand, ...e.items.map((item) => numberOf(item, scope, '`in`'))], '`in`')
    else if (operand.kind !== 'broken')
      fault('type', e.operand, `\`in\` takes a code or a number, and this is ${typeName(operand)}`)
    return TRUTH
  }

  /** Texts beside a code must be among its codes, and codes beside it must share one with it. */
  function checkCodes(of: Type, expressions: readonly Expression[], types: readonly Type[]): void {
    if (of.kind !== 'code') return
    for (const [index, type] of types.entries()) {
      const e = expressions[index]
      if (e === undefined || type.kind === 'broken') continue
      if (type.kind === 'text' && !of.codes.includes(type.text)) {
        fault('unknown-name', e, `\`${type.text}\` is none of the codes`, {
          help: didYouMean(type.text, of.codes) ?? `the codes are ${of.codes.join(', ')}`,
        })
      } else if (type.kind === 'code' && !type.codes.some((code) => of.codes.includes(code)))
        fault('type', e, 'the two facts have no code in common')
      else if (type.kind !== 'text' && type.kind !== 'code')
        fault('type', e, `a code is expected, and this is ${typeName(type)}`)
    }
  }

  function branches(e: Expression & { kind: 'if' }, scope: Scope): Type {
    const yes = typed(e.yes, scope)
    const no = typed(e.no, scope)
    if (yes.kind === 'broken' || no.kind === 'broken') return BROKEN
    if (yes.kind === 'number' && no.kind === 'number') return unify(e, [yes, no], '`if`')
    if (yes.kind === 'truth' && no.kind === 'truth') return TRUTH
    const codesOf = (type: Type) =>
      type.kind === 'code' ? type.codes : type.kind === 'text' ? [type.text] : null
    const both = [codesOf(yes), codesOf(no)]
    if (both[0] && both[1]) return { kind: 'code', codes: [...new Set([...both[0], ...both[1]])] }
    return fault('type', e, `the branches are ${typeName(yes)} and ${typeName(no)}`, {
      why: 'both branches must be of one type',
    })
  }

  return { resolve: (expression) => typed(expression, { variables: [], bare: null }) }
}

function unitHelp(a: Unit, b: Unit): string | undefined {
  const factor = multiplyUnits(a, invertUnit(b))
  if (sameUnit(factor, RATIO)) return undefined
  const powers = [...factor.values()]
  if (powers.every((power) => power > 0)) return `multiply the second by a number of ${unitText(factor)}`
  if (powers.every((power) => power < 0))
    return `multiply the first by a number of ${unitText(invertUnit(factor))}`
  return undefined
}
