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

export const RESERVED = new Set(
  'and or not in if then else every some satisfies for return count sum min max members true false null'.split(
    ' ',
  ),
)

const SPACE = /[ \t\r\n]+/y
const NUMBER = /\d+(?:\.\d+)?/y
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy
const TEXT = /"[^"\n]*"/y
const SYMBOL = /<=|>=|!=|\.\.|[=<>()[\].,+*-]/y

const FOREIGN: ReadonlyArray<readonly [RegExp, string, string]> = [
  [/==/y, '`==` is not part of the language', 'write `=`'],
  [/&&?/y, '`&` is not part of the language', 'write `and`'],
  [/\|\|?/y, '`|` is not part of the language', 'write `or`'],
  [/!/y, '`!` is not part of the language', 'write `not(...)`'],
  [
    /\/|÷/y,
    'there is no division',
    'multiply the other side instead: `a >= b * c` says the same as a quotient, without rounding',
  ],
  [/'/y, "codes do not stand in `'`", 'write them in double quotes: `"B"`'],
  [/"/y, 'a text is not closed', 'close it with `"`'],
  [/%/y, '`%` is not part of the language', 'make the share a parameter such as 0.02 with unit `ratio`'],
]

/** Splits an expression into tokens, the last of kind `end`. */
export function tokenize(text: string): { tokens: Token[] } | { fault: ExpressionFault } {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? null
  }
  const kinds: ReadonlyArray<readonly [TokenKind, RegExp]> = [
    ['number', NUMBER],
    ['word', WORD],
    ['text', TEXT],
    ['symbol', SYMBOL],
  ]
  while (at < text.length) {
    at += take(SPACE)?.length ?? 0
    if (at >= text.length) break
    let found: Token | null = null
    if (take(/==|!(?!=)/y) === null) {
      for (const [kind, pattern] of kinds) {
        const match = take(pattern)
        if (match === null) continue
        found = { kind, text: match, start: at, end: at + match.length }
        break
      }
    }
    if (found === null) return { fault: foreign(text, at) }
    tokens.push(found)
    at = found.end
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length })
  return { tokens }
}

function foreign(text: string, at: number): ExpressionFault {
  for (const [pattern, message, help] of FOREIGN) {
    pattern.lastIndex = at
    const match = pattern.exec(text)?.[0]
    if (match !== undefined) return { message, help, start: at, end: at + match.length }
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
  return { message: `\`${character}\` is not part of the language`, start: at, end: at + character.length }
}
