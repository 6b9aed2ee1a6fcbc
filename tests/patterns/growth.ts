import { type Pattern, parsePattern, partsOf } from './pattern.js'
import { fits, MOST_STEPS, stepsOf } from './steps.js'

/** A text that makes a pattern look at more characters than the text has, again and again. */
export interface Trap {
  readonly text: string
  /** The steps for twice as much text, as a multiple. */
  readonly growth: number
}

const LENGTH = 60
/** What repeats no more often is no reason for steps without end. */
const MOST_TIMES = 100
/** Twice the text takes twice the steps, and four times if the steps grow with the square. */
const MOST_GROWTH = 2.7

/** With half a step a character beyond a look at each, a part that grows with the square is too small to reach that growth. */
const FEW_STEPS = 1.5

const CHARACTERS = [
  ...' \t\n\0\u00a0aexXZ_éÉ户年万０1²．，٣',
  ...'!"#$%&\'()*+,-./0:;<=>?@[\\]^`{|}~',
  '\ud83c',
]

/** The worst text that is found for a pattern; `null` if its steps grow with the length of every text that was tried. */
export function trapOf(pattern: RegExp): Trap | null {
  let worst: Trap | null = null
  for (const [before, pump, after] of attacksOn(pattern)) {
    const text = (times: number) => before + pump.repeat(times) + after
    const steps = stepsOf(pattern, text(LENGTH))
    if (steps <= FEW_STEPS * text(LENGTH).length) continue
    const growth = steps >= MOST_STEPS ? Number.POSITIVE_INFINITY : stepsOf(pattern, text(2 * LENGTH)) / steps
    if (growth > (worst?.growth ?? MOST_GROWTH)) worst = { text: text(8), growth }
    if (growth === Number.POSITIVE_INFINITY) break
  }
  return worst
}

/** What stands before a repeated text, that text, and what stands behind it: for each repetition without end. */
function attacksOn({ source, flags }: RegExp): [string, string, string][] {
  const pattern = parsePattern(source)
  const repeats = partsOf(pattern).filter((part) => part.kind === 'repeat' && part.most > MOST_TIMES)
  if (repeats.length === 0) return []
  const letters = lettersOf(pattern, flags.replace(/[gym]/g, ''))
  const words = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))]
  const attacks = new Map<string, [string, string, string]>()
  for (const repeat of repeats) {
    const before = exampleBefore(pattern, repeat, letters, flags) ?? ''
    const body = example(repeat.kind === 'repeat' ? repeat.of : repeat, letters, flags)
    for (const start of new Set([before, '']))
      for (const pump of new Set([body, ...words]))
        for (const after of ['', '\u0001', 'x'])
          if (pump !== '') attacks.set(`${start}\n${pump}\n${after}`, [start, pump, after])
  }
  return [...attacks.values()]
}

/** One character for each set of parts of the pattern that it fits. */
function lettersOf(pattern: Pattern, flags: string): string[] {
  const ones = partsOf(pattern).flatMap((part) => (part.kind === 'one' ? [part.of] : []))
  const literals = ones.filter((of) => of.length === 1 && of !== '.')
  const byFit = new Map<string, string>()
  for (const character of [...literals, ...CHARACTERS]) {
    const key = ones.map((of) => (fits(of, flags, character) ? 1 : 0)).join('')
    if (key.includes('1') && !byFit.has(key)) byFit.set(key, character)
  }
  return [...byFit.values()]
}

/** A short text that fits a pattern, as far as its characters are known. */
function example(pattern: Pattern, letters: readonly string[], flags: string): string {
  switch (pattern.kind) {
    case 'one':
      return letters.find((letter) => fits(pattern.of, flags.replace(/[gym]/g, ''), letter)) ?? ''
    case 'all':
      return pattern.parts.map((part) => example(part, letters, flags)).join('')
    case 'any':
      return example(pattern.options[0] ?? pattern, letters, flags)
    case 'repeat':
      return example(pattern.of, letters, flags).repeat(pattern.least)
    case 'group':
      return example(pattern.of, letters, flags)
    default:
      return ''
  }
}

/** A short text that leads a pattern to one of its parts; `null` if the part is not in it. */
function exampleBefore(
  pattern: Pattern,
  part: Pattern,
  letters: readonly string[],
  flags: string,
): string | null {
  if (pattern === part) return ''
  const inside = (each: Pattern) => exampleBefore(each, part, letters, flags)
  switch (pattern.kind) {
    case 'all': {
      let before = ''
      for (const each of pattern.parts) {
        const found = inside(each)
        if (found !== null) return before + found
        before += example(each, letters, flags)
      }
      return null
    }
    case 'any':
      return pattern.options.map(inside).find((found) => found !== null) ?? null
    case 'repeat':
    case 'group':
    case 'look':
      return inside(pattern.of)
    default:
      return null
  }
}
