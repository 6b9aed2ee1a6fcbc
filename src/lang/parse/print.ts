import { digits } from '../../base/decimal.js'
import type { Expression, RosterExpression, RosterForm } from '../expression/expression.js'

/** How closely parts of an expression hold together; a looser one stands in brackets where a closer one is asked for. */
export const LEVEL = {
  loose: 0,
  or: 1,
  and: 2,
  comparison: 3,
  sum: 4,
  product: 5,
  unary: 6,
  primary: 7,
} as const

/** The text for the name with this id; `null` keeps the name. */
export type Rename = (id: number) => string | null

/** Texts of expressions, which results repeat for every record. */
const printed = new WeakMap<Expression, string>()

/** The expression in canonical form. Parsing the result gives the same expression, unless names were replaced. */
export function printExpression(expression: Expression, rename?: Rename): string {
  if (rename !== undefined) return print(expression, LEVEL.loose, rename)
  const known = printed.get(expression)
  if (known !== undefined) return known
  const text = print(expression, LEVEL.loose, () => null)
  printed.set(expression, text)
  return text
}

function print(e: Expression, atLeast: number, rename: Rename): string {
  const text = bare(e, rename)
  return levelOf(e) < atLeast ? `(${text})` : text
}

export function levelOf(e: Expression): number {
  switch (e.kind) {
    case 'or':
      return LEVEL.or
    case 'and':
      return LEVEL.and
    case 'comparison':
    case 'between':
    case 'one-of':
      return LEVEL.comparison
    case 'arithmetic':
      return e.operator === '*' ? LEVEL.product : LEVEL.sum
    case 'negate':
      return LEVEL.unary
    case 'if':
    case 'every':
    case 'some':
      return LEVEL.loose
    case 'number':
    case 'text':
    case 'name':
    case 'member':
    case 'not':
    case 'min':
    case 'max':
    case 'count':
    case 'sum':
      return LEVEL.primary
  }
}

function bare(e: Expression, rename: Rename): string {
  const part = (each: Expression, atLeast: number) => print(each, atLeast, rename)
  switch (e.kind) {
    case 'number':
      return digits(e.value)
    case 'text':
      return `"${e.text}"`
    case 'name':
      return rename(e.id) ?? e.name
    case 'member':
      return rename(e.id) ?? `${e.variable}.${e.name}`
    case 'negate':
      return `-${part(e.operand, LEVEL.unary)}`
    case 'not':
      return `not(${part(e.operand, LEVEL.loose)})`
    case 'or':
    case 'and':
      return `${part(e.left, levelOf(e))} ${e.kind} ${part(e.right, levelOf(e) + 1)}`
    case 'arithmetic':
      return `${part(e.left, levelOf(e))} ${e.operator} ${part(e.right, levelOf(e) + 1)}`
    case 'comparison':
      return `${part(e.left, LEVEL.sum)} ${e.operator} ${part(e.right, LEVEL.sum)}`
    case 'between':
      return `${part(e.operand, LEVEL.sum)} in ${printRange(e, rename)}`
    case 'one-of':
      return `${part(e.operand, LEVEL.sum)} in (${printList(e.items, LEVEL.sum, rename)})`
    case 'if':
      return `if ${part(e.condition, LEVEL.loose)} then ${part(e.yes, LEVEL.loose)} else ${part(e.no, LEVEL.loose)}`
    case 'min':
    case 'max':
      return `${e.kind}(${printList(e.items, LEVEL.loose, rename)})`
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return printRosterForm(e, rename)
  }
}

function printRosterForm(e: RosterForm, rename: Rename): string {
  const roster = printRoster(e.of, rename)
  switch (e.kind) {
    case 'count':
      return `count(${roster})`
    case 'sum':
      return e.variable === null
        ? `sum(${roster}.${print(e.each, LEVEL.primary, rename)})`
        : `sum(for ${e.variable} in ${roster} return ${print(e.each, LEVEL.loose, rename)})`
    case 'every':
    case 'some':
      return `${e.kind} ${e.variable} in ${roster} satisfies ${print(e.satisfies, LEVEL.loose, rename)}`
  }
}

const printRoster = (roster: RosterExpression, rename: Rename) =>
  roster.name + roster.where.map((condition) => `[${print(condition, LEVEL.loose, rename)}]`).join('')

function printRange(e: Expression & { kind: 'between' }, rename: Rename): string {
  const ends = `${print(e.low, LEVEL.sum, rename)}..${print(e.high, LEVEL.sum, rename)}`
  return `${e.lowIncluded ? '[' : '('}${ends}${e.highIncluded ? ']' : ')'}`
}

const printList = (items: readonly Expression[], atLeast: number, rename: Rename) =>
  items.map((item) => print(item, atLeast, rename)).join(', ')
