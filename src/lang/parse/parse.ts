import { readDecimal } from '../../base/decimal.js'
import type { ComparisonOperator, Expression } from '../expression/expression.js'
import {
  accept,
  build,
  type Cursor,
  createCursor,
  described,
  expect,
  fail,
  is,
  type NodeSink,
  nested,
  next,
  PARSER_STOPS,
  peek,
  plainName,
} from './cursor.js'
import { keywordForm } from './keyword-forms.js'
import { RESERVED, signsOf } from './keywords.js'
import { type ExpressionFault, type Token, tokenize } from './lexer.js'

export type Parsed = { readonly expression: Expression } | { readonly fault: ExpressionFault }

/** Parses one expression of the rule language; the first fault ends it. */
export function parseExpression(text: string, sink: NodeSink): Parsed {
  const lexed = tokenize(text)
  if ('fault' in lexed) return lexed
  const cursor = createCursor(lexed.tokens, sink)
  try {
    const parsed = expression(cursor)
    end(cursor)
    return { expression: parsed }
  } catch (stopped) {
    if (stopped === PARSER_STOPS && cursor.fault !== null) return { fault: cursor.fault }
    throw stopped
  }
}

const expression = (cursor: Cursor): Expression => nested(cursor, disjunction)

function disjunction(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  let left = conjunction(cursor)
  while (accept(cursor, 'or')) {
    const right = conjunction(cursor)
    left = build(cursor, start, { kind: 'or', left, right })
  }
  return left
}

function conjunction(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  let left = comparison(cursor)
  while (accept(cursor, 'and')) {
    const right = comparison(cursor)
    left = build(cursor, start, { kind: 'and', left, right })
  }
  return left
}

const COMPARISONS: ReadonlySet<string> = new Set(signsOf('comparison'))

const isComparison = ({ kind, text }: Token): boolean => kind === 'symbol' && COMPARISONS.has(text)

function comparison(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  let result = sum(cursor)
  if (isComparison(peek(cursor))) {
    const operator = next(cursor).text as ComparisonOperator
    result = build(cursor, start, { kind: 'comparison', operator, left: result, right: sum(cursor) })
  } else if (accept(cursor, 'in')) {
    result = membership(cursor, result, start)
  } else return result
  if (isComparison(peek(cursor)) || is(cursor, 'in'))
    fail(cursor, 'comparisons do not chain', 'join two comparisons with `and`, or write `x in [a..b]`')
  return result
}

function membership(cursor: Cursor, operand: Expression, start: number): Expression {
  const lowIncluded = is(cursor, '[')
  if (!accept(cursor, '[') && !accept(cursor, '('))
    fail(
      cursor,
      `\`in\` takes a list or a range, not ${described(cursor)}`,
      'write `in ("A", "B")` or `in [a..b)`',
    )
  const first = sum(cursor)
  if (accept(cursor, '..')) {
    const high = sum(cursor)
    const highIncluded = is(cursor, ']')
    if (!accept(cursor, ']') && !accept(cursor, ')'))
      fail(cursor, `a range ends with \`]\` or \`)\`, not ${described(cursor)}`)
    return build(cursor, start, { kind: 'between', operand, low: first, high, lowIncluded, highIncluded })
  }
  if (lowIncluded)
    fail(cursor, 'a list of values stands in round brackets', 'write `in (a, b)`, or `in [a..b]` for a range')
  const items = [first]
  while (accept(cursor, ',')) items.push(sum(cursor))
  expect(cursor, ')', 'after the list')
  return build(cursor, start, { kind: 'one-of', operand, items })
}

function sum(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  let left = product(cursor)
  while (is(cursor, '+') || is(cursor, '-')) {
    const operator = next(cursor).text === '+' ? '+' : '-'
    const right = product(cursor)
    left = build(cursor, start, { kind: 'arithmetic', operator, left, right })
  }
  return left
}

function product(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  let left = unary(cursor)
  while (accept(cursor, '*')) {
    const right = unary(cursor)
    left = build(cursor, start, { kind: 'arithmetic', operator: '*', left, right })
  }
  return left
}

function unary(cursor: Cursor): Expression {
  const { start } = peek(cursor)
  if (!accept(cursor, '-')) return primary(cursor)
  const operand = nested(cursor, unary)
  return build(cursor, start, { kind: 'negate', operand })
}

function primary(cursor: Cursor): Expression {
  const token = peek(cursor)
  switch (token.kind) {
    case 'number':
      return number(cursor, next(cursor))
    case 'text':
      next(cursor)
      return build(cursor, token.start, { kind: 'text', text: token.text.slice(1, -1) })
    case 'word':
      return RESERVED.has(token.text) ? keywordForm(cursor, expression) : name(cursor)
    case 'end':
      return fail(cursor, 'the expression ends too early')
    case 'symbol':
      return bracket(cursor)
  }
}

function bracket(cursor: Cursor): Expression {
  const before = cursor.tokens[cursor.position - 1]
  if (!accept(cursor, '(')) {
    const pair = `${before?.kind === 'symbol' ? before.text : ''}${peek(cursor).text}`
    fail(
      cursor,
      `a value is expected, not ${described(cursor)}`,
      SYMBOL_HELP.get(pair) ?? SYMBOL_HELP.get(peek(cursor).text),
    )
  }
  const inner = expression(cursor)
  expect(cursor, ')', 'to close the bracket')
  return inner
}

/** Symbols that cannot begin a value, with what to write instead. */
const SYMBOL_HELP: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '<=': 'write `<=` without a space',
    '>=': 'write `>=` without a space',
    '=>': 'write `>=`',
    '=<': 'write `<=`',
    '<>': 'write `!=`',
    '.': 'a number begins with a digit: 0.5',
    '**': 'there are no powers: write `a * a`',
  }),
)

function number(cursor: Cursor, token: Token): Expression {
  const reading = readDecimal(token.text)
  if ('fault' in reading)
    fail(cursor, `\`${token.text}\` has too many digits`, 'at most 15 digits and 9 places', token)
  return build(cursor, token.start, { kind: 'number', value: reading.value })
}

function name(cursor: Cursor): Expression {
  refuseUpperCase(cursor)
  const token = next(cursor)
  if (!accept(cursor, '.')) return build(cursor, token.start, { kind: 'name', name: token.text })
  const fact = plainName(cursor, 'a member fact')
  return build(cursor, token.start, { kind: 'member', variable: token.text, name: fact })
}

/** Refuses `AND`: the words of the language are lower-case. */
function refuseUpperCase(cursor: Cursor): void {
  const { text } = peek(cursor)
  const lower = text.toLowerCase()
  if (text !== lower && RESERVED.has(lower)) fail(cursor, `\`${text}\` is written \`${lower}\``)
}

function end(cursor: Cursor): void {
  if (peek(cursor).kind === 'end') return
  refuseUpperCase(cursor)
  fail(
    cursor,
    `the expression should end before ${described(cursor)}`,
    END_HELP.get(peek(cursor).text) ?? JOIN,
  )
}

const JOIN = 'join two conditions with `and` or `or`'

const END_HELP: ReadonlyMap<string, string> = new Map(
  Object.entries({
    between: 'write `x in [a..b]`',
    is: 'write `=`, or the yes/no alone',
    ',': 'a list stands in round brackets: `x in (a, b)`',
    ')': 'no bracket is open here',
    ']': 'no bracket is open here',
  }),
)
