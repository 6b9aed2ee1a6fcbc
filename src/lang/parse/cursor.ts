import { type PlainSentence, say } from '../../base/say/say.js'
import type { Span } from '../../base/source.js'
import { childrenOf } from '../expression/children.js'
import type { Expression, ExpressionForm } from '../expression/expression.js'
import { RESERVED } from './keywords.js'
import type { ExpressionFault, Token } from './lexer.js'

/** Gives ids to nodes and keeps their places, in offsets of the expression's text. */
export interface NodeSink {
  place(span: Span): number
}

/** Where the parser is in the tokens of one expression. */
export interface Cursor {
  readonly tokens: readonly Token[]
  readonly sink: NodeSink
  /** How many operators stand above each other at most, by node. */
  readonly heights: WeakMap<Expression, number>
  position: number
  nesting: number
  fault: ExpressionFault | null
}

export const createCursor = (tokens: readonly Token[], sink: NodeSink): Cursor => ({
  tokens,
  sink,
  heights: new WeakMap(),
  position: 0,
  nesting: 0,
  fault: null,
})

/** The most brackets, conditions and rosters inside each other; the parser recurses through them. */
const MAX_NESTING = 100

/** The most operators above each other. A sum of 401 terms has this many; whatever reads expressions recurses through them. */
export const MAX_HEIGHT = 400

/** Thrown by `fail`: the first fault ends the parsing of an expression. */
export const PARSER_STOPS = Symbol('stop')

const END: Token = { kind: 'end', text: '', start: 0, end: 0 }

export const peek = ({ tokens, position }: Cursor): Token =>
  tokens[position] ?? tokens[tokens.length - 1] ?? END

export function next(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.position += 1
  return token
}

/** True if the next token is this word or symbol. */
export function is(cursor: Cursor, text: string): boolean {
  const token = peek(cursor)
  return token.text === text && token.kind !== 'text'
}

export function accept(cursor: Cursor, text: string): boolean {
  if (!is(cursor, text)) return false
  cursor.position += 1
  return true
}

export function expect(cursor: Cursor, sign: string, where: string, help?: string): void {
  if (!accept(cursor, sign))
    fail(cursor, say('expression.expected', { sign, where, found: described(cursor) }), help)
}

/** Ends the parsing where something else should stand. */
export const failAt = (cursor: Cursor, what: PlainSentence, help?: string): never =>
  fail(cursor, say('expression.expected.what', { what: say(what), found: described(cursor) }), help)

/** Behind a word of the language. */
export const after = (word: string): string => say('expression.after', { word })

/** Ends the parsing with a fault at a token, usually the next one. Something missing at the end is reported at the last token. */
export function fail(cursor: Cursor, message: string, help?: string, at = peek(cursor)): never {
  const { start, end } = at.kind === 'end' ? (cursor.tokens[cursor.position - 1] ?? at) : at
  cursor.fault = { message, start, end: Math.max(end, start + 1), ...(help ? { help } : {}) }
  throw PARSER_STOPS
}

export const described = (cursor: Cursor): string =>
  peek(cursor).kind === 'end' ? say('expression.end') : `\`${peek(cursor).text}\``

/** A name that is not a word of the language. */
export function plainName(cursor: Cursor, what: PlainSentence): string {
  const token = peek(cursor)
  if (token.kind !== 'word' || RESERVED.has(token.text)) failAt(cursor, what)
  return next(cursor).text
}

/** Runs a part of the parser one level deeper. */
export function nested<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T {
  cursor.nesting += 1
  if (cursor.nesting > MAX_NESTING) fail(cursor, say('expression.deep'), say('expression.deep.help'))
  const parsed = parse(cursor)
  cursor.nesting -= 1
  return parsed
}

/** A node that begins at an offset and ends with the last token read. */
export function build(cursor: Cursor, start: number, form: ExpressionForm): Expression {
  const end = cursor.tokens[cursor.position - 1]?.end ?? start
  const node: Expression = { ...form, id: cursor.sink.place({ start, end }) }
  let height = 0
  for (const child of childrenOf(node)) height = Math.max(height, 1 + (cursor.heights.get(child) ?? 0))
  if (height > MAX_HEIGHT)
    fail(cursor, say('expression.long', { most: MAX_HEIGHT }), say('expression.long.help'))
  cursor.heights.set(node, height)
  return node
}
