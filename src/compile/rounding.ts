import { placesOf } from '../base/decimal.js'
import type { OutputDeclaration } from '../lang/pack.js'
import { atPlaces } from './exact-places.js'
import { atMorePlaces, isOne, type NumberCode } from './numbers.js'
import { type CodeWriter, literal } from './writer.js'

/** Numerators and divisors up to this size are divided exactly. */
const DIVISIBLE = 2 ** 51

/** Both ends of an output as integers at the places of its step. */
export interface OutputCode {
  readonly lo: string
  readonly hi: string
}

/** Places of the integers of an output. */
export const outputPlaces = ({ step }: OutputDeclaration): number => placesOf(step)

/** An output rounded to its step, halves away from zero, from the exact quotient. */
export function outputCode(
  w: CodeWriter,
  output: OutputDeclaration,
  of: NumberCode,
  per: NumberCode | null,
): OutputCode {
  const places = outputPlaces(output)
  const step = atPlaces(output.step, places)
  if (step === null) w.refusals.push('a step with too many digits')
  const unit = step ?? 1
  const shift = (per?.places ?? 0) + places - of.places
  const top = atMorePlaces(w, of, of.places + Math.max(0, shift), DIVISIBLE)
  const scaled = (code: string) => (unit === 1 ? code : `${code} * ${literal(unit)}`)
  if (per === null) {
    const divisor = 10 ** Math.max(0, -shift) * unit
    if (divisor > DIVISIBLE) w.refusals.push('an output with too many places')
    const by = literal(Math.min(divisor, DIVISIBLE))
    const isBounded = !top.loOpen && !top.hiOpen
    const whole = (code: string) => (isBounded ? nearestCode(w, code, by) : `nearest(${code}, ${by})`)
    const rounded = (code: string) => w.keep(scaled(divisor === 1 ? code : whole(code)))
    const lo = rounded(top.lo)
    return { lo, hi: isOne(top) ? lo : rounded(top.hi) }
  }
  const below = atMorePlaces(w, per, per.places + Math.max(0, -shift), Math.floor(DIVISIBLE / unit))
  const by = (code: string) => w.keep(scaled(code))
  if (isOne(top) && isOne(below)) {
    w.stop(`${below.lo} <= 0`)
    const isBounded = !top.loOpen && !top.hiOpen && !below.loOpen && !below.hiOpen
    const divisor = by(below.lo)
    const one = w.keep(scaled(isBounded ? nearestCode(w, top.lo, divisor) : `nearest(${top.lo}, ${divisor})`))
    return { lo: one, hi: one }
  }
  const divisors = `${by(below.lo)}, ${by(below.hi)}`
  return {
    lo: w.keep(scaled(`lowest(${top.lo}, ${divisors})`)),
    hi: w.keep(scaled(`highest(${top.hi}, ${divisors})`)),
  }
}

/** The same as `nearest` for finite numbers, written out, because the result of a call takes memory for each record. */
function nearestCode(w: CodeWriter, n: string, d: string): string {
  const size = w.keep(`(${n} < 0 ? 0 - ${n} : ${n})`)
  const floor = w.keep(`Math.floor(${size} / ${d})`)
  const left = w.keep(`${size} - ${floor} * ${d}`)
  const rest = w.keep(`(${left} < 0 ? ${left} + ${d} : ${left} >= ${d} ? ${left} - ${d} : ${left})`)
  const quotient = w.keep(`(${left} < 0 ? ${floor} - 1 : ${left} >= ${d} ? ${floor} + 1 : ${floor})`)
  const nearest = w.keep(`(${rest} * 2 >= ${d} ? ${quotient} + 1 : ${quotient})`)
  return w.keep(`(${n} < 0 ? 0 - ${nearest} : ${nearest})`)
}

/** The integer nearest to `n / d`, halves away from zero, for integers up to 2^51 and `d` above 0. */
export function nearest(n: number, d: number): number {
  if (n === Infinity || n === -Infinity) return n
  const size = n < 0 ? 0 - n : n
  let quotient = Math.floor(size / d)
  let rest = size - quotient * d
  if (rest < 0) {
    quotient -= 1
    rest += d
  } else if (rest >= d) {
    quotient += 1
    rest -= d
  }
  if (rest * 2 >= d) quotient += 1
  return n < 0 ? 0 - quotient : quotient
}

/** The least that `n / d` can be for a divisor above 0. An unbounded divisor brings it to 0; one near 0 makes it unbounded. */
export function lowest(n: number, least: number, most: number): number {
  if (n === 0 || n === -Infinity) return n
  if (n > 0) return most === Infinity ? 0 : nearest(n, most)
  return least <= 0 ? -Infinity : nearest(n, least)
}

/** The most that `n / d` can be. */
export const highest = (n: number, least: number, most: number): number => {
  if (n === 0 || n === Infinity) return n
  if (n < 0) return most === Infinity ? 0 : nearest(n, most)
  return least <= 0 ? Infinity : nearest(n, least)
}
