/** A regular expression as a tree, as far as the sources of the program use them. */
export type Pattern =
  | { readonly kind: 'one'; readonly of: string }
  | { readonly kind: 'all'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'any'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'group'; readonly of: Pattern; readonly name: string }
  | { readonly kind: 'look'; readonly of: Pattern; readonly isBehind: boolean; readonly isNot: boolean }
  | { readonly kind: 'edge'; readonly sign: string }
  | { readonly kind: 'again'; readonly name: string }

/** The parts of a pattern that stand for one character, its marks, or a place. */
const TOKEN =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\k<\w+>|\\[\s\S]|\[\^?(?:\\[\s\S]|[^\]\\])*\]|\(\?<[=!]|\(\?[=!:]|\(\?<\w+>|\{\d+(?:,\d*)?\}|[\s\S]/guy

export function parsePattern(source: string): Pattern {
  const tokens = source.match(TOKEN) ?? []
  let at = 0
  let groups = 0

  function options(): Pattern {
    const found = [sequence()]
    while (tokens[at] === '|') {
      at += 1
      found.push(sequence())
    }
    const [only] = found
    return found.length === 1 && only !== undefined ? only : { kind: 'any', options: found }
  }

  function sequence(): Pattern {
    const parts: Pattern[] = []
    for (let token = tokens[at]; token !== undefined && token !== '|' && token !== ')'; token = tokens[at]) {
      at += 1
      parts.push(repeated(single(token)))
    }
    return { kind: 'all', parts }
  }

  function single(token: string): Pattern {
    if (token.startsWith('(')) return inParentheses(token)
    if (/^(?:[\^$]|\\[bB])$/.test(token)) return { kind: 'edge', sign: token }
    if (/^\\[1-9]$/.test(token)) return { kind: 'again', name: token.slice(1) }
    if (token.startsWith('\\k<')) return { kind: 'again', name: token.slice(3, -1) }
    return { kind: 'one', of: token }
  }

  function inParentheses(token: string): Pattern {
    const isGroup = token === '(' || /^\(\?<\w/.test(token)
    if (isGroup) groups += 1
    const name = token === '(' ? String(groups) : token.slice(3, -1)
    const of = options()
    at += 1
    if (isGroup) return { kind: 'group', of, name }
    if (token === '(?:') return of
    return { kind: 'look', of, isBehind: token.includes('<'), isNot: token.endsWith('!') }
  }

  function repeated(of: Pattern): Pattern {
    const bounds = boundsOf(tokens[at])
    if (bounds === null) return of
    at += 1
    if (tokens[at] === '?') at += 1
    return { kind: 'repeat', of, ...bounds }
  }

  const pattern = options()
  if (at < tokens.length) throw new Error(`cannot read the pattern ${source} at ${tokens[at]}`)
  return pattern
}

function boundsOf(token: string | undefined): { least: number; most: number } | null {
  switch (token) {
    case '*':
      return { least: 0, most: Number.POSITIVE_INFINITY }
    case '+':
      return { least: 1, most: Number.POSITIVE_INFINITY }
    case '?':
      return { least: 0, most: 1 }
  }
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(token ?? '') ?? []
  if (least === undefined) return null
  const end = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most)
  return { least: Number(least), most: end }
}

/** The pattern and all its parts. */
export function partsOf(pattern: Pattern): Pattern[] {
  switch (pattern.kind) {
    case 'all':
      return [pattern, ...pattern.parts.flatMap(partsOf)]
    case 'any':
      return [pattern, ...pattern.options.flatMap(partsOf)]
    case 'repeat':
    case 'group':
    case 'look':
      return [pattern, ...partsOf(pattern.of)]
    default:
      return [pattern]
  }
}
