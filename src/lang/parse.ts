import { readDecimal } from '../base/decimal.js'
import type { Span } from '../base/source.js'
import type { ComparisonOperator, Expression, RosterExpression } from './expression.js'
import { type ExpressionFault, RESERVED, type Token, tokenize } from './lexer.js'

/** Gives ids to nodes and keeps where each stands, in offsets of the expression's text. */
export interface NodeSink {
  place(span: Span): number
}

export type Parsed = { readonly expression: Expression } | { readonly fault: ExpressionFault }

const COMPARISONS = new Set(['=', '!=', '<', '<=', '>', '>='])
const MAX_NESTING = 100

class ParseFault extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.message)
  }
}

/** Parses one expression of the rule language; the first fault ends it. */
export function parseExpression(text: string, sink: NodeSink): Parsed {
  const lexed = tokenize(text)
  if ('fault' in lexed) return lexed
  try {
    const parser = createParser(lexed.tokens, sink)
    const expression = parser.expression()
    parser.end()
    return { expression }
  } catch (error) {
    if (error instanceof ParseFault) return { fault: error.fault }
    throw error
  }
}

function createParser(tokens: readonly Token[], sink: NodeSink) {
  let position = 0
  let nesting = 0
  const last = tokens[tokens.length - 1] as Token
  const peek = (ahead = 0): Token => tokens[position + ahead] ?? last
  const is = (text: string, ahead = 0) => peek(ahead).text === text && peek(ahead).kind !== 'text'
  const previousEnd = () => tokens[position - 1]?.end ?? 0

  function fail(message: string, help?: string, at: Token = peek()): never {
    throw new ParseFault({
      message,
      start: at.start,
      end: Math.max(at.end, at.start + 1),
      ...(help ? { help } : {}),
    })
  }
  function next(): Token {
    const token = peek()
    position += 1
    return token
  }
  function accept(text: string): boolean {
    if (!is(text)) return false
    position += 1
    return true
  }
  const described = () => (peek().kind === 'end' ? 'the end' : `\`${peek().text}\``)
  function expect(text: string, where: string): void {
    if (!accept(text)) fail(`\`${text}\` is expected ${where}, not ${described()}`)
  }
  const node = (start: number) => ({ id: sink.place({ start, end: previousEnd() }) })

  function expression(): Expression {
    nesting += 1
    if (nesting > MAX_NESTING) fail('the expression is nested too deeply', 'move a part of it to `derived`')
    const parsed = disjunction()
    nesting -= 1
    return parsed
  }

  function disjunction(): Expression {
    const start = peek().start
    let left = conjunction()
    while (accept('or')) {
      const right = conjunction()
      left = { kind: 'or', left, right, ...node(start) }
    }
    return left
  }

  function conjunction(): Expression {
    const start = peek().start
    let left = comparison()
    while (accept('and')) {
      const right = comparison()
      left = { kind: 'and', left, right, ...node(start) }
    }
    return left
  }

  function comparison(): Expression {
    const start = peek().start
    const left = sum()
    let result = left
    if (COMPARISONS.has(peek().text) && peek().kind === 'symbol') {
      const operator = next().text as ComparisonOperator
      const right = sum()
      result = { kind: 'comparison', operator, left, right, ...node(start) }
    } else if (accept('in')) {
      result = membership(left, start)
    }
    if ((COMPARISONS.has(peek().text) && peek().kind === 'symbol') || is('in')) {
      fail('comparisons do not chain', 'join two comparisons with `and`, or write `x in [a..b]`')
    }
    return result
  }

  function membership(operand: Expression, start: number): Expression {
    const lowIncluded = is('[')
    if (!accept('[') && !accept('('))
      fail(`\`in\` takes a list or a range, not ${described()}`, 'write `in ("A", "B")` or `in [a..b)`')
    const first = sum()
    if (accept('..')) {
      const high = sum()
      const highIncluded = is(']')
      if (!accept(']') && !accept(')')) fail(`a range ends with \`]\` or \`)\`, not ${described()}`)
      return { kind: 'between', operand, low: first, high, lowIncluded, highIncluded, ...node(start) }
    }
    if (lowIncluded)
      fail('a list of values stands in round brackets', 'write `in (a, b)`, or `in [a..b]` for a range')
    const items = [first]
    while (accept(',')) items.push(sum())
    expect(')', 'after the list')
    return { kind: 'one-of', operand, items, ...node(start) }
  }

  function sum(): Expression {
    const start = peek().start
    let left = product()
    while (is('+') || is('-')) {
      const operator = next().text as '+' | '-'
      const right = product()
      left = { kind: 'arithmetic', operator, left, right, ...node(start) }
    }
    return left
  }

  function product(): Expression {
    const start = peek().start
    let left = unary()
    while (accept('*')) {
      const right = unary()
      left = { kind: 'arithmetic', operator: '*', left, right, ...node(start) }
    }
    return left
  }

  function unary(): Expression {
    const start = peek().start
    if (!accept('-')) return primary()
    nesting += 1
    if (nesting > MAX_NESTING) fail('the expression is nested too deeply')
    const operand = unary()
    nesting -= 1
    return { kind: 'negate', operand, ...node(start) }
  }

  function primary(): Expression {
    const token = peek()
    if (token.kind === 'number') return number(next())
    if (token.kind === 'text') {
      next()
      return { kind: 'text', text: token.text.slice(1, -1), ...node(token.start) }
    }
    if (accept('(')) {
      const inner = expression()
      expect(')', 'to close the bracket')
      return inner
    }
    if (token.kind !== 'word')
      fail(
        token.kind === 'end' ? 'the expression ends too early' : `a value is expected, not \`${token.text}\``,
      )
    return RESERVED.has(token.text) ? keyword(token) : name()
  }

  function number(token: Token): Expression {
    const reading = readDecimal(token.text)
    if ('fault' in reading)
      fail(`\`${token.text}\` has too many digits`, 'at most 15 digits and 9 places', token)
    return { kind: 'number', value: reading.value, ...node(token.start) }
  }

  function name(): Expression {
    const token = next()
    if (!accept('.')) return { kind: 'name', name: token.text, ...node(token.start) }
    return { kind: 'member', variable: token.text, name: plainName('a member fact'), ...node(token.start) }
  }

  function plainName(what: string): string {
    const token = peek()
    if (token.kind !== 'word' || RESERVED.has(token.text)) fail(`${what} is expected, not ${described()}`)
    return next().text
  }

  function keyword(token: Token): Expression {
    next()
    switch (token.text) {
      case 'not': {
        expect('(', 'after `not`')
        const operand = expression()
        expect(')', 'to close `not`')
        return { kind: 'not', operand, ...node(token.start) }
      }
      case 'if': {
        const condition = expression()
        expect('then', 'after the condition')
        const yes = expression()
        expect('else', 'after the first branch')
        const no = expression()
        return { kind: 'if', condition, yes, no, ...node(token.start) }
      }
      case 'min':
      case 'max':
        return extreme(token.text, token)
      case 'count': {
        expect('(', 'after `count`')
        const of = roster()
        expect(')', 'to close `count`')
        return { kind: 'count', of, ...node(token.start) }
      }
      case 'sum':
        return total(token)
      case 'every':
      case 'some': {
        const { variable, of } = binding()
        expect('satisfies', 'after the roster')
        const satisfies = expression()
        return { kind: token.text, variable, of, satisfies, ...node(token.start) }
      }
      case 'members':
        return fail(
          '`members` is a roster, not a value',
          'count, sum or test it: `count(members)`, `every m in members satisfies …`',
          token,
        )
      case 'true':
      case 'false':
        return fail(
          `\`${token.text}\` is not written out`,
          'write the yes/no itself, or `not(...)` around it',
          token,
        )
      case 'null':
        return fail(
          'there is no null',
          'a missing value is its declared range; nothing can ask for it',
          token,
        )
      default:
        return fail(`\`${token.text}\` cannot stand here`, undefined, token)
    }
  }

  function extreme(kind: 'min' | 'max', token: Token): Expression {
    expect('(', `after \`${kind}\``)
    const items = [expression()]
    while (accept(',')) items.push(expression())
    expect(')', `to close \`${kind}\``)
    if (items.length < 2) fail(`\`${kind}\` takes two or more numbers`, undefined, token)
    return { kind, items, ...node(token.start) }
  }

  function total(token: Token): Expression {
    expect('(', 'after `sum`')
    if (accept('for')) {
      const { variable, of } = binding()
      expect('return', 'after the roster')
      const each = expression()
      expect(')', 'to close `sum`')
      return { kind: 'sum', of, variable, each, ...node(token.start) }
    }
    const of = roster()
    expect('.', 'between the roster and the member fact to sum')
    const start = peek().start
    const summed: Expression = { kind: 'name', name: plainName('a member fact'), ...node(start) }
    expect(')', 'to close `sum`')
    return { kind: 'sum', of, variable: null, each: summed, ...node(token.start) }
  }

  function binding(): { variable: string; of: RosterExpression } {
    const variable = plainName('a name for the member')
    expect('in', 'after the name of the member')
    return { variable, of: roster() }
  }

  function roster(): RosterExpression {
    if (!is('members'))
      fail(`a roster is expected, not ${described()}`, 'the roster of a record is `members`')
    const name = next().text
    const where: Expression[] = []
    while (accept('[')) {
      where.push(expression())
      expect(']', 'to close the filter')
    }
    return { name, where }
  }

  function end(): void {
    const word = peek()
    if (word.kind === 'end') return
    const lower = word.text.toLowerCase()
    if (word.text !== lower && RESERVED.has(lower)) fail(`\`${word.text}\` is written \`${lower}\``)
    fail(`the expression should end before ${described()}`, 'join two conditions with `and` or `or`')
  }

  return { expression, end }
}
