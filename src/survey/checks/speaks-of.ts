import { nearestWords } from '../../base/suggest.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { namesOf } from '../columns/columns.js'
import { isSystemHeader } from '../signs/tool-columns.js'

/** The names of facts that a file lacks, each with its fact. */
export interface MissingNames {
  /** Names, labels and aliases. */
  readonly names: ReadonlyMap<string, string>
  /** Words under `near`, which read no column. */
  readonly words: ReadonlyMap<string, string>
}

export function missingNames(
  declarations: ReadonlyMap<string, FactDeclaration>,
  isMissing: (name: string) => boolean,
): MissingNames {
  const names = new Map<string, string>()
  const words = new Map<string, string>()
  for (const [fact, declaration] of declarations) {
    if (!isMissing(fact)) continue
    for (const name of namesOf(declaration)) if (!names.has(name)) names.set(name, fact)
    for (const word of declaration.near) if (!words.has(word)) words.set(word, fact)
  }
  return { names, words }
}

/**
 * The names that a header hints at: it is nearly one of them, holds one of two words or more, has as many words that begin alike, or
 * holds a word that the pack watches for. One word in common is never enough, and columns that a survey tool fills in speak of nothing.
 */
export function namesSpokenOf(header: string, missing: MissingNames): string[] {
  const { names, words } = missing
  if (header.length > LONGEST || isSystemHeader(header)) return []
  const bare = header
    .normalize('NFKC')
    .trimEnd()
    .replace(/\([^()]*\)$/, '')
    .trimEnd()
  const watched = watchedIn(bare, words)
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length))
  if (header.length > 3 * longest) return watched
  if (names.has(bare)) return [bare]
  const near = [bare, ...partsOf(bare)].flatMap((part) => nearestWords(part, names.keys()))
  if (near.length > 0) return [...new Set(near)]
  const folded = wordsOf(bare)
  const spoken = [...names.keys()].filter(
    (name) => holds(folded, bare, name) || beginAlike(folded, wordsOf(name)),
  )
  return spoken.length > 0 ? spoken : watched
}

/** A header that is longer is a text; questions that stand as headers are shorter. */
const LONGEST = 500

/** The watched words that a header holds, in any letters. */
function watchedIn(header: string, words: MissingNames['words']): string[] {
  const folded = header.toLowerCase()
  return [...words.keys()].filter((word) => folded.includes(word.normalize('NFKC').toLowerCase()))
}

/** The last part of a path, and what comes before a question: `risk: yes or no`. */
const partsOf = (header: string): string[] =>
  [header.slice(header.search(/[^/.:-]*$/)), header.split(':')[0] ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== header)

/** The words of a header or name without what repeats and merges add: `risk.1`, `risk_x`. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|\p{L}{2,}/gu) ?? []

/** True if a header holds a name as whole words. The name has two words or more, or four characters or more in Chinese, or is the whole header. */
function holds(words: readonly string[], header: string, name: string): boolean {
  const wanted = wordsOf(name)
  if (wanted.length === 0) return false
  if (IDEOGRAMS.test(name)) return name.length >= 4 && header.includes(name)
  if (wanted.length === 1) return words.length === 1 && words[0] === wanted[0]
  return words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
}

const IDEOGRAMS = /^\p{Script=Han}+$/u

/** True if two texts have the same number of words, at least two, and each begins like its counterpart: `reg status`. */
function beginAlike(words: readonly string[], wanted: readonly string[]): boolean {
  if (words.length < 2 || words.length !== wanted.length) return false
  return words.every((word, at) => {
    const other = wanted[at] ?? ''
    return (
      Math.min(word.length, other.length) >= SHORTEST && (word.startsWith(other) || other.startsWith(word))
    )
  })
}

/** Fewer letters begin too many words. */
const SHORTEST = 3
