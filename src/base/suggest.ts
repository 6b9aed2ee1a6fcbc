import { distance } from 'fastest-levenshtein'
import { say } from './say/say.js'
import { inBackticks, isLongNumber } from './wording.js'

/** Nobody mistypes a longer name; comparing two names takes the product of their lengths. */
const LONGEST = 200

/** The candidates close to `word`, nearest first, at most `most`. Equally near ones come by code unit. */
export function nearestWords(word: string, candidates: Iterable<string>, most = 3): string[] {
  if (word.length > LONGEST) return []
  const wanted = fold(word)
  const scored: Array<readonly [number, string]> = []
  for (const candidate of new Set(candidates)) {
    if (candidate.length > LONGEST) continue
    const folded = fold(candidate)
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 4))
    if (Math.abs(wanted.length - folded.length) > allowed) continue
    const apart = isSwap(wanted, folded) ? 1 : distance(wanted, folded)
    if (apart <= allowed && apart < Math.min(wanted.length, folded.length)) scored.push([apart, candidate])
  }
  scored.sort(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0))
  return scored.slice(0, most).map(([, candidate]) => candidate)
}

/** "did you mean `a` or `b`?", or `undefined` if no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearestWords(word, candidates).filter((name) => !isLongNumber(name))
  return near.length === 0 ? undefined : say('names.meant', { names: inBackticks(near, 'names.or') })
}

/** True if the words differ only by two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const fold = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
