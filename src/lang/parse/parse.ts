import { readDecimal } from '../../base/decimal.js'
import { type PlainSentence, say } from '../../base/say/say.js'
import type { ComparisonOperator, Expression } from '../expression/expression.js'
import {
  accept,
  build,
  type Cursor,
  createCursor,
  described,
  expect,
  fail,
  failAt,
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
    fail(cursor, say('expression.chain'), say('expression.chain.help'))
  return result
}

function membership(cursor: Cursor, operand: Expression, start: number): Expression {
  const lowIncluded = is(cursor, '[')
  if (!accept(cursor, '[') && !accept(cursor, '('))
    fail(cursor, say('expression.in', { found: described(cursor) }), say('expression.in.help'))
  const first = sum(cursor)
  if (accept(cursor, '..')) {
    const high = sum(cursor)
    const highIncluded = is(cursor, ']')
    if (!accept(cursor, ']') && !accept(cursor, ')'))
      fail(cursor, say('expression.range-end', { found: described(cursor) }))
    return build(cursor, start, { kind: 'between', operand, low: first, high, lowIncluded, highIncluded })
  }
  if (lowIncluded) fail(cursor, say('expression.list'), say('expression.list.help'))
  const items = [first]
  while (accept(cursor, ',')) items.push(sum(cursor))
  expect(cursor, ')', say('expression.after.list'))
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
      return fail(cursor, say('expression.early'))
    case 'symbol':
      return bracket(cursor)
  }
}

function bracket(cursor: Cursor): Expression {
  const before = cursor.tokens[cursor.position - 1]
  if (!accept(cursor, '(')) {
    const pair = `${before?.kind === 'symbol' ? before.text : ''}${peek(cursor).text}`
    failAt(cursor, 'expression.what.value', (SYMBOL_HELP.get(pair) ?? SYMBOL_HELP.get(peek(cursor).text))?.())
  }
  const inner = expression(cursor)
  expect(cursor, ')', say('expression.close.bracket'))
  return inner
}

/** Symbols that cannot begin a value, with what to write instead. */
const SYMBOL_HELP: ReadonlyMap<string, () => string> = new Map(
  Object.entries({
    '<=': () => say('expression.space.help', { sign: '<=' }),
    '>=': () => say('expression.space.help', { sign: '>=' }),
    '=>': () => say('expression.write.help', { sign: '>=' }),
    '=<': () => say('expression.write.help', { sign: '<=' }),
    '<>': () => say('expression.write.help', { sign: '!=' }),
    '.': () => say('expression.point.help'),
    '**': () => say('expression.power.help'),
  }),
)

function number(cursor: Cursor, token: Token): Expression {
  const reading = readDecimal(token.text)
  if ('fault' in reading)
    fail(cursor, say('expression.digits', { number: token.text }), say('expression.digits.help'), token)
  return build(cursor, token.start, { kind: 'number', value: reading.value })
}

function name(cursor: Cursor): Expression {
  refuseUpperCase(cursor)
  const token = next(cursor)
  if (!accept(cursor, '.')) return build(cursor, token.start, { kind: 'name', name: token.text })
  const fact = plainName(cursor, 'expression.what.fact')
  return build(cursor, token.start, { kind: 'member', variable: token.text, name: fact })
}

/** Refuses `AND`: the words of the language are lower-case. */
function refuseUpperCase(cursor: Cursor): void {
  const { text } = peek(cursor)
  const lower = text.toLowerCase()
  if (text !== lower && RESERVED.has(lower)) fail(cursor, say('expression.upper', { word: text, lower }))
}

function end(cursor: Cursor): void {
  if (peek(cursor).kind === 'end') return
  refuseUpperCase(cursor)
  fail(
    cursor,
    say('expression.should-end', { found: described(cursor) }),
    say(END_HELP.get(peek(cursor).text) ?? 'expression.join.help'),
  )
}

const END_HELP: ReadonlyMap<string, PlainSentence> = new Map(
  Object.entries({
    between: 'expression.range.help',
    is: 'expression.is.help',
    ',': 'expression.list.help.round',
    ')': 'expression.bracket.help',
    ']': 'expression.bracket.help',
  }),
)
