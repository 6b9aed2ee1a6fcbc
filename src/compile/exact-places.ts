import type { Decimal } from '../base/decimal.js'

/** The largest integer below which a double holds every integer. */
export const EXACT = Number.MAX_SAFE_INTEGER

/** The largest value of a slot, at its places: what a cell of 15 digits can bring, with room for a few sums. */
export const LARGEST_SLOT = 1e15

/** Places beyond which no number of a pack is reckoned with here. */
export const MOST_PLACES = 30

/** `value * 10^places` as an integer that a double holds exactly, or `null` where it is none. */
export function atPlaces(value: Decimal, places: number): number | null {
  const { c, e, s } = value
  const zeros = e + places - c.length + 1
  if (zeros < 0 || c.length + zeros > 16) return null
  let whole = 0
  for (const digit of c) whole = whole * 10 + digit
  whole *= 10 ** zeros
  return whole <= EXACT ? (s < 0 ? 0 - whole : whole) : null
}
