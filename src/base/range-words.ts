import { digits } from './decimal.js'
import { pointOf, type Range } from './range.js'
import { say } from './say/say.js'

/** A range for a sentence: `3`, `3 or more`, `at most 3`, `1 to 3`, `anything`. */
export function rangeInWords(range: Range): string {
  const known = pointOf(range)
  if (known !== null) return digits(known)
  const { lo, hi } = range
  if (lo === null) return hi === null ? say('range.anything') : say('range.most', { most: digits(hi) })
  if (hi === null) return say('range.least', { least: digits(lo) })
  return say('range.between', { least: digits(lo), most: digits(hi) })
}
