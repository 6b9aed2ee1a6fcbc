import { equalRanges, hull, meet, pointOf, type Range } from './range.js'
import { hullOfTruths, type Truth } from './truth.js'

/** What an expression can still be: a range of numbers, a yes/no, or a set of codes in declared order. */
export type Value =
  | { readonly kind: 'number'; readonly range: Range }
  | { readonly kind: 'truth'; readonly truth: Truth }
  | { readonly kind: 'code'; readonly codes: readonly string[] }

export const numberValue = (range: Range): Value => ({ kind: 'number', range })
const TRUE: Value = { kind: 'truth', truth: true }
const FALSE: Value = { kind: 'truth', truth: false }
const OPEN: Value = { kind: 'truth', truth: 'open' }
export const truthValue = (truth: Truth): Value => (truth === 'open' ? OPEN : truth ? TRUE : FALSE)
export const codeValue = (codes: readonly string[]): Value => ({ kind: 'code', codes })

/** True if only one value is possible. */
export function isClosed(value: Value): boolean {
  switch (value.kind) {
    case 'number':
      return pointOf(value.range) !== null
    case 'truth':
      return value.truth !== 'open'
    case 'code':
      return value.codes.length === 1
  }
}

/** What both values allow, or `null` if they have nothing in common. Both must be of one kind. */
export function meetValues(a: Value, b: Value): Value | null {
  if (a.kind === 'number' && b.kind === 'number') {
    const range = meet(a.range, b.range)
    return range && numberValue(range)
  }
  if (a.kind === 'truth' && b.kind === 'truth') {
    if (a.truth === 'open') return b
    return b.truth === 'open' || a.truth === b.truth ? a : null
  }
  if (a.kind === 'code' && b.kind === 'code') {
    const others = new Set(b.codes)
    const codes = a.codes.filter((code) => others.has(code))
    return codes.length > 0 ? codeValue(codes) : null
  }
  return null
}

/** What either value allows. Both must be of one kind; codes keep their order. */
export function hullOfValues(a: Value, b: Value): Value {
  if (a.kind === 'number' && b.kind === 'number') return numberValue(hull(a.range, b.range))
  if (a.kind === 'truth' && b.kind === 'truth') return truthValue(hullOfTruths(a.truth, b.truth))
  if (a.kind === 'code' && b.kind === 'code') return codeValue([...new Set([...a.codes, ...b.codes])])
  throw new Error(`values of two kinds: ${a.kind} and ${b.kind}`)
}

export function equalValues(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') return equalRanges(a.range, b.range)
  if (a.kind === 'truth' && b.kind === 'truth') return a.truth === b.truth
  if (a.kind !== 'code' || b.kind !== 'code') return false
  const others = new Set(b.codes)
  return a.codes.length === b.codes.length && a.codes.every((code) => others.has(code))
}
