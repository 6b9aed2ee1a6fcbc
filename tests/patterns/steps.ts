import { type Pattern, parsePattern } from './pattern.js'

/** Tries to go on from a place in the text. */
type Next = (at: number) => boolean

interface Match {
  readonly text: readonly string[]
  readonly flags: string
  readonly known: Known
  readonly groups: Map<string, readonly [number, number]>
  /** Characters that were looked at. */
  steps: number
  readonly most: number
}

export const MOST_STEPS = 300_000

/** For each part of a pattern that stands for one character: whether it stands for this one. */
type Known = Map<string, Map<string, boolean>>

const LIMIT = new Error('too many steps')

/**
 * The characters that a backtracking matcher looks at until it has found all places in a text where a pattern fits. It knows none of the short
 * cuts of real engines, so it finds what is slow in any of them. At most `most`.
 */
export function stepsOf({ source, flags }: RegExp, text: string, most = MOST_STEPS): number {
  const pattern = parsed(source)
  const match: Match = {
    text: flags.includes('u') ? [...text] : text.split(''),
    flags,
    known: knownWith(flags.replace(/[gmy]/g, '')),
    groups: new Map(),
    steps: 0,
    most,
  }
  const isSticky = flags.includes('y')
  try {
    for (let at = 0; at <= match.text.length; ) {
      let end = at
      const isFound = goOn(match, pattern, at, (place) => {
        end = place
        return true
      })
      if (isSticky) break
      at = isFound && end > at ? end : at + 1
    }
  } catch (error) {
    if (error !== LIMIT) throw error
  }
  return match.steps
}

function goOn(match: Match, pattern: Pattern, at: number, next: Next): boolean {
  switch (pattern.kind) {
    case 'one':
      return isLike(match, pattern.of, at) && next(at + 1)
    case 'all':
      return allOf(match, pattern.parts, 0, at, next)
    case 'any':
      return pattern.options.some((option) => goOn(match, option, at, next))
    case 'repeat':
      return again(match, pattern, 0, at, next)
    case 'group':
      return goOn(match, pattern.of, at, (end) => {
        const before = match.groups.get(pattern.name)
        match.groups.set(pattern.name, [at, end])
        if (next(end)) return true
        if (before === undefined) match.groups.delete(pattern.name)
        else match.groups.set(pattern.name, before)
        return false
      })
    case 'look':
      return looksLike(match, pattern, at) !== pattern.isNot && next(at)
    case 'edge':
      return isEdge(match, pattern.sign, at) && next(at)
    case 'again':
      return isSame(match, pattern.name, at, next)
  }
}

const allOf = (match: Match, parts: readonly Pattern[], index: number, at: number, next: Next): boolean => {
  const part = parts[index]
  return part === undefined
    ? next(at)
    : goOn(match, part, at, (end) => allOf(match, parts, index + 1, end, next))
}

function again(
  match: Match,
  pattern: Pattern & { kind: 'repeat' },
  count: number,
  at: number,
  next: Next,
): boolean {
  const { of, least, most } = pattern
  const once = () =>
    goOn(match, of, at, (end) => (end > at || count < least) && again(match, pattern, count + 1, end, next))
  if (count < most && once()) return true
  return count >= least && next(at)
}

function looksLike(match: Match, { of, isBehind }: Pattern & { kind: 'look' }, at: number): boolean {
  if (!isBehind) return goOn(match, of, at, () => true)
  const from = at - widthOf(of)
  return from >= 0 && goOn(match, of, from, (end) => end === at)
}

/** The characters that a pattern takes. Those of a look behind are as many for every text. */
function widthOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'one':
      return 1
    case 'all':
      return pattern.parts.reduce((sum, part) => sum + widthOf(part), 0)
    case 'edge':
      return 0
    default:
      throw new Error(`how far to look behind is not plain: ${pattern.kind}`)
  }
}

function step(match: Match): void {
  match.steps += 1
  if (match.steps > match.most) throw LIMIT
}

function isLike(match: Match, of: string, at: number): boolean {
  step(match)
  const character = match.text[at]
  if (character === undefined) return false
  return match.known.get(of)?.get(character) ?? learn(match.known, of, match.flags, character)
}

const knownByFlags = new Map<string, Known>()

function knownWith(flags: string): Known {
  const known = knownByFlags.get(flags) ?? new Map()
  knownByFlags.set(flags, known)
  return known
}

function learn(known: Known, of: string, flags: string, character: string): boolean {
  const isLike = new RegExp(`^(?:${of})$`, flags.replace(/[gmy]/g, '')).test(character)
  const characters = known.get(of) ?? new Map<string, boolean>()
  known.set(of, characters.set(character, isLike))
  return isLike
}

/** Whether a part of a pattern that stands for one character stands for this one. */
export function fits(of: string, flags: string, character: string): boolean {
  const known = knownWith(flags.replace(/[gmy]/g, ''))
  return known.get(of)?.get(character) ?? learn(known, of, flags, character)
}

const trees = new Map<string, Pattern>()

function parsed(source: string): Pattern {
  const tree = trees.get(source) ?? parsePattern(source)
  trees.set(source, tree)
  return tree
}

function isEdge(match: Match, sign: string, at: number): boolean {
  step(match)
  const { text, flags } = match
  const isWord = (index: number) => /^\w$/.test(text[index] ?? '')
  switch (sign) {
    case '^':
      return at === 0 || (flags.includes('m') && text[at - 1] === '\n')
    case '$':
      return at === text.length || (flags.includes('m') && text[at] === '\n')
    default:
      return (isWord(at - 1) !== isWord(at)) === (sign === '\\b')
  }
}

function isSame(match: Match, name: string, at: number, next: Next): boolean {
  const [start, end] = match.groups.get(name) ?? [0, 0]
  for (let index = start; index < end; index++) {
    step(match)
    if (match.text[index] !== match.text[at + index - start]) return false
  }
  return next(at + end - start)
}
