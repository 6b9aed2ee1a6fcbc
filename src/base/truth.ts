import type { Range } from './range.js'

/** A yes/no value: true, false, or `open` while both are possible. The connectives are strong Kleene. */
export type Truth = boolean | 'open'

export const not = (a: Truth): Truth => (a === 'open' ? 'open' : !a)

export const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === true && b === true ? true : 'open'

export const or = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === false && b === false ? false : 'open'

export const canBe = (a: Truth, value: boolean): boolean => a === 'open' || a === value

/** The yes/no that holds both: what either can be. */
export const hullOfTruths = (a: Truth, b: Truth): Truth => (a === b ? a : 'open')

export function less(a: Range, b: Range): Truth {
  if (a.hi !== null && b.lo !== null && a.hi.lt(b.lo)) return true
  if (a.lo !== null && b.hi !== null && a.lo.gte(b.hi)) return false
  return 'open'
}

export const lessOrEqual = (a: Range, b: Range): Truth => not(less(b, a))

export function equal(a: Range, b: Range): Truth {
  if (less(a, b) === true || less(b, a) === true) return false
  const known = a.lo !== null && a.hi !== null && b.lo !== null && b.hi !== null
  return known && a.lo.eq(a.hi) && b.lo.eq(b.hi) ? true : 'open'
}
