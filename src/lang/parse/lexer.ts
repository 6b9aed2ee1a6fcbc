import { say } from '../../base/say/say.js'

export type TokenKind = 'number' | 'text' | 'word' | 'symbol' | 'end'

/** A token with its offsets in the expression's text. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What is wrong with an expression and what to write instead; offsets in the expression's text. */
export interface ExpressionFault {
  readonly message: string
  readonly help?: string
  readonly start: number
  readonly end: number
}

/** Texts that begin like a number and are not one: `1_000`, `1e3`, `0x10`, `5.` */
const NO_NUMBER = /\d+(?:\.\d+)?(?:[\p{L}_][\p{L}\p{N}_.]*|\.(?![.\d]))/uy

const SPACE = /\s+/y

/** The kinds of tokens. The first that fits counts. */
const KINDS: ReadonlyArray<readonly [TokenKind, RegExp]> = [
  ['number', /\d+(?:\.\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['text', /"[^"\n]*"/y],
  ['symbol', /<=|>=|!=|\.\.|=(?!=)|[<>()[\].,+*-]/y],
]

const write = (sign: string) => () => say('expression.write.help', { sign })

/** What people write in other languages, with what to write here. */
const FOREIGN: ReadonlyArray<readonly [RegExp, () => string]> = [
  [/==/y, write('=')],
  [/&&?/y, write('and')],
  [/\|\|?/y, write('or')],
  [/[!¬]/y, write('not(...)')],
  [/[≥≧]/y, write('>=')],
  [/[≤≦]/y, write('<=')],
  [/≠/y, write('!=')],
  [/[×·∗]/y, write('*')],
  [/[−–—]/y, write('-')],
  [/[“”„«»「」]/y, write('"')],
  [/['‘’`]/y, () => say('expression.quotes.help')],
  [/[（）]/y, () => say('expression.brackets.help')],
  [/[，、]/y, write(',')],
  [/[＜＞＝＋－＊．［］]/y, () => say('expression.width.help')],
  [/%/y, () => say('expression.percent.help')],
  [/\?/y, () => say('expression.if.help')],
  [/\^/y, () => say('expression.power.help')],
]

/** Splits an expression into tokens; the last one is `end`. */
export function tokenize(text: string): { tokens: Token[] } | { fault: ExpressionFault } {
  const tokens: Token[] = []
  for (let at = spaceEnd(text, 0); at < text.length; ) {
    const token = tokenAt(text, at)
    if (token === null) return { fault: foreign(text, at) }
    tokens.push(token)
    at = spaceEnd(text, token.end)
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length })
  return { tokens }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const spaceEnd = (text: string, at: number): number => at + (match(SPACE, text, at)?.length ?? 0)

function tokenAt(text: string, at: number): Token | null {
  if (match(NO_NUMBER, text, at) !== undefined) return null
  for (const [kind, pattern] of KINDS) {
    const found = match(pattern, text, at)
    if (found !== undefined) return { kind, text: found, start: at, end: at + found.length }
  }
  return null
}

function foreign(text: string, at: number): ExpressionFault {
  const here = { start: at, end: at + 1 }
  if (text[at] === '"')
    return { message: say('expression.open-text'), help: say('expression.open-text.help'), ...here }
  if (text[at] === '/' || text[at] === '÷')
    return { message: say('expression.division'), help: say('expression.division.help'), ...here }
  const number = match(NO_NUMBER, text, at)
  if (number !== undefined) {
    const fault = { message: say('expression.number', { number }), help: say('expression.number.help') }
    return { ...fault, start: at, end: at + number.length }
  }
  for (const [pattern, help] of FOREIGN) {
    const found = match(pattern, text, at)
    if (found !== undefined) return { ...unknown(found), help: help(), start: at, end: at + found.length }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
  return { ...unknown(character), start: at, end: at + character.length }
}

const unknown = (sign: string) => ({ message: say('expression.sign', { sign }) })
