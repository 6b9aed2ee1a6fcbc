import { digits } from '../base/decimal.js'
import type { Expression, RosterExpression } from './expression.js'

const LEVEL = { loose: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, unary: 6, primary: 7 } as const

/** The expression in canonical form; parsing the result gives the same expression. */
export function printExpression(expression: Expression): string {
  return print(expression, LEVEL.loose)
}

function print(e: Expression, atLeast: number): string {
  const text = bare(e)
  return levelOf(e) < atLeast ? `(${text})` : text
}

function levelOf(e: Expression): number {
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
    default:
      return LEVEL.primary
  }
}

function bare(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return digits(e.value)
    case 'text':
      return `"${e.text}"`
    case 'name':
      return e.name
    case 'member':
      return `${e.variable}.${e.name}`
    case 'negate':
      return `-${print(e.operand, LEVEL.unary)}`
    case 'not':
      return `not(${print(e.operand, LEVEL.loose)})`
    case 'or':
      return `${print(e.left, LEVEL.or)} or ${print(e.right, LEVEL.and)}`
    case 'and':
      return `${print(e.left, LEVEL.and)} and ${print(e.right, LEVEL.comparison)}`
    case 'arithmetic': {
      const level = e.operator === '*' ? LEVEL.product : LEVEL.sum
      return `${print(e.left, level)} ${e.operator} ${print(e.right, level + 1)}`
    }
    case 'comparison':
      return `${print(e.left, LEVEL.sum)} ${e.operator} ${print(e.right, LEVEL.sum)}`
    case 'between': {
      const open = e.lowIncluded ? '[' : '('
      const close = e.highIncluded ? ']' : ')'
      return `${print(e.operand, LEVEL.sum)} in ${open}${print(e.low, LEVEL.sum)}..${print(e.high, LEVEL.sum)}${close}`
    }
    case 'one-of':
      return `${print(e.operand, LEVEL.sum)} in (${e.items.map((item) => print(item, LEVEL.sum)).join(', ')})`
    case 'if':
      return `if ${print(e.condition, LEVEL.loose)} then ${print(e.yes, LEVEL.loose)} else ${print(e.no, LEVEL.loose)}`
    case 'min':
    case 'max':
      return `${e.kind}(${e.items.map((item) => print(item, LEVEL.loose)).join(', ')})`
    case 'count':
      return `count(${printRoster(e.of)})`
    case 'sum':
      return e.variable === null
        ? `sum(${printRoster(e.of)}.${print(e.each, LEVEL.primary)})`
        : `sum(for ${e.variable} in ${printRoster(e.of)} return ${print(e.each, LEVEL.loose)})`
    case 'every':
    case 'some':
      return `${e.kind} ${e.variable} in ${printRoster(e.of)} satisfies ${print(e.satisfies, LEVEL.loose)}`
  }
}

const printRoster = (roster: RosterExpression) =>
  roster.name + roster.where.map((condition) => `[${print(condition, LEVEL.loose)}]`).join('')
