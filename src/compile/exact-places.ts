import type { Decimal } from '../base/decimal.js'

/** A double holds every integer up to this one. */
export const EXACT = Number.MAX_SAFE_INTEGER

/** The largest value of a slot, at its places: a cell of 15 digits, with room for a few sums. */
export const LARGEST_SLOT = 1e15

/** The most places of a number in generated code. */
export const MOST_PLACES = 30

/** `value * 10^places` as an integer that a double holds exactly, or `null` if it is not one. */
export function atPlaces(value: Decimal, places: number): number | null {
  const { c, e, s } = value
  const zeros = e + places - c.length + 1
  if (zeros < 0 || c.length + zeros > 16) return null
  let whole = 0
  for (const digit of c) whole = whole * 10 + digit
  whole *= 10 ** zeros
  return whole <= EXACT ? (s < 0 ? 0 - whole : whole) : null
}
