import { EXACT, MOST_PLACES } from './exact-places.js'
import { type CodeWriter, folded, literal } from './writer.js'

/** A number in generated code: both ends as integers at some places. If both have the same code, it is one number. */
export interface NumberCode {
  readonly kind: 'number'
  readonly places: number
  readonly lo: string
  readonly hi: string
  /** True if an end can be infinite. */
  readonly loOpen: boolean
  readonly hiOpen: boolean
  /** No finite end is further from 0. */
  readonly bound: number
  /** True if it is never below 0. */
  readonly isNonNegative: boolean
}

export const isOne = ({ lo, hi }: NumberCode): boolean => lo === hi

/** A number known when the code is generated. */
export const constantNumber = (value: number, places: number): NumberCode =>
  constantRange(value, value, places)

/** A range known when the code is generated. */
export function constantRange(lo: number, hi: number, places: number): NumberCode {
  const finite = [lo, hi].filter(Number.isFinite).map(Math.abs)
  return {
    kind: 'number',
    places,
    lo: literal(lo),
    hi: literal(hi),
    loOpen: lo === -Infinity,
    hiOpen: hi === Infinity,
    bound: Math.max(0, ...finite),
    isNonNegative: lo >= 0,
  }
}

/** The number, with a test of its ends if they can be too large for a double. */
function guarded(w: CodeWriter, number: NumberCode, most = EXACT): NumberCode {
  if (number.bound <= most) return number
  const largest = literal(most)
  w.stop(
    `${number.lo} < -${largest}${number.loOpen ? ` && ${number.lo} !== -Infinity` : ''} || ${number.lo} > ${largest}`,
  )
  if (!isOne(number))
    w.stop(
      `${number.hi} > ${largest}${number.hiOpen ? ` && ${number.hi} !== Infinity` : ''} || ${number.hi} < -${largest}`,
    )
  return { ...number, bound: most }
}

/** The same number at more places. */
export function atMorePlaces(w: CodeWriter, number: NumberCode, places: number, most = EXACT): NumberCode {
  if (places > MOST_PLACES) w.refusals.push('numbers with too many places')
  const factor = 10 ** Math.min(15, places - number.places)
  const times = (code: string) => w.keep(folded(`${code} * ${factor}`, [code], (value) => value * factor))
  if (places - number.places > 15) w.stop(`${number.lo} !== 0 || ${number.hi} !== 0`)
  const lo = factor === 1 ? number.lo : times(number.lo)
  const hi = isOne(number) ? lo : factor === 1 ? number.hi : times(number.hi)
  return guarded(w, { ...number, places, lo, hi, bound: number.bound * factor }, most)
}

/** Both numbers at the places of the one that has more. */
export function aligned(w: CodeWriter, a: NumberCode, b: NumberCode): [NumberCode, NumberCode] {
  const places = Math.max(a.places, b.places)
  return [atMorePlaces(w, a, places), atMorePlaces(w, b, places)]
}

export function negated(w: CodeWriter, a: NumberCode): NumberCode {
  const minus = (code: string) => w.keep(folded(`-${code}`, [code], (value) => 0 - value))
  const lo = minus(a.hi)
  const hi = isOne(a) ? lo : minus(a.lo)
  return { ...a, lo, hi, loOpen: a.hiOpen, hiOpen: a.loOpen, isNonNegative: false }
}

export function sumOfNumbers(w: CodeWriter, left: NumberCode, right: NumberCode): NumberCode {
  const [a, b] = aligned(w, left, right)
  const lo = plus(w, a.lo, b.lo)
  return guarded(w, {
    ...a,
    lo,
    hi: isOne(a) && isOne(b) ? lo : plus(w, a.hi, b.hi),
    loOpen: a.loOpen || b.loOpen,
    hiOpen: a.hiOpen || b.hiOpen,
    bound: a.bound + b.bound,
    isNonNegative: a.isNonNegative && b.isNonNegative,
  })
}

function plus(w: CodeWriter, a: string, b: string): string {
  if (a === '0' || b === '0') return a === '0' ? b : a
  const infinite = [a, b].find((code) => code === 'Infinity' || code === '-Infinity')
  return infinite ?? w.keep(folded(`${a} + ${b}`, [a, b], (x, y) => (x ?? 0) + (y ?? 0)))
}

/** The product, from the products of the ends. Two of them are enough if no end can be below 0. */
export function productOf(w: CodeWriter, a: NumberCode, b: NumberCode): NumberCode {
  const places = a.places + b.places
  if (places > MOST_PLACES) w.refusals.push('a product with too many places')
  const bound = a.bound * b.bound
  const isNonNegative = a.isNonNegative && b.isNonNegative
  const isOpen = a.loOpen || a.hiOpen || b.loOpen || b.hiOpen
  const shape = { kind: 'number' as const, places, bound, isNonNegative }
  if (isOne(a) && isOne(b)) {
    const one = times(w, a.lo, b.lo, false)
    return guarded(w, { ...shape, lo: one, hi: one, loOpen: false, hiOpen: false })
  }
  if (isNonNegative) {
    const lo = times(w, a.lo, b.lo, false)
    const hi = times(w, a.hi, b.hi, isOpen)
    return guarded(w, { ...shape, lo, hi, loOpen: false, hiOpen: isOpen && hi !== '0' })
  }
  const products = [...new Set([a.lo, a.hi].flatMap((x) => [b.lo, b.hi].map((y) => times(w, x, y, isOpen))))]
  const [only] = products
  if (products.length === 1 && only !== undefined)
    return guarded(w, { ...shape, lo: only, hi: only, loOpen: isOpen, hiOpen: isOpen })
  const lo = w.keep(`Math.min(${products.join(', ')})`)
  const hi = w.keep(`Math.max(${products.join(', ')})`)
  return guarded(w, { ...shape, lo, hi, loOpen: isOpen, hiOpen: isOpen })
}

/** 0 if one side is 0, even if the other is infinite. */
function times(w: CodeWriter, a: string, b: string, isOpen: boolean): string {
  if (a === '0' || b === '0') return '0'
  if (a === '1' || b === '1') return a === '1' ? b : a
  return w.keep(folded(isOpen ? `times(${a}, ${b})` : `${a} * ${b}`, [a, b], (x, y) => (x ?? 0) * (y ?? 0)))
}

const smaller = (w: CodeWriter, a: string, b: string) => extreme(w, a, b, '<', '-Infinity', 'Infinity')
const larger = (w: CodeWriter, a: string, b: string) => extreme(w, a, b, '>', 'Infinity', '-Infinity')

function extreme(w: CodeWriter, a: string, b: string, sign: '<' | '>', most: string, least: string): string {
  if (a === b || a === most || b === least) return a
  if (b === most || a === least) return b
  const isFirst = (x = 0, y = 0) => (sign === '<' ? x < y : x > y)
  return w.keep(folded(`(${a} ${sign} ${b} ? ${a} : ${b})`, [a, b], (x, y) => (isFirst(x, y) ? x : y) ?? 0))
}

const bothShape = (a: NumberCode, b: NumberCode) => ({
  kind: 'number' as const,
  places: a.places,
  bound: Math.max(a.bound, b.bound),
  loOpen: a.loOpen || b.loOpen,
  hiOpen: a.hiOpen || b.hiOpen,
  isNonNegative: a.isNonNegative && b.isNonNegative,
})

/** The smaller or the larger of two numbers. */
export function extremeOf(
  w: CodeWriter,
  kind: 'min' | 'max',
  left: NumberCode,
  right: NumberCode,
): NumberCode {
  const [a, b] = aligned(w, left, right)
  const pick = kind === 'min' ? smaller : larger
  const lo = pick(w, a.lo, b.lo)
  return { ...bothShape(a, b), lo, hi: isOne(a) && isOne(b) ? lo : pick(w, a.hi, b.hi) }
}

/** The smallest range that holds both. */
export function hullOf(w: CodeWriter, left: NumberCode, right: NumberCode): NumberCode {
  const [a, b] = aligned(w, left, right)
  return { ...bothShape(a, b), lo: smaller(w, a.lo, b.lo), hi: larger(w, a.hi, b.hi) }
}

/** What both have in common. If that is nothing, the interpreter judges the record. */
export function meetOf(w: CodeWriter, left: NumberCode, right: NumberCode): NumberCode {
  const [a, b] = aligned(w, left, right)
  const [one, other] = isOne(a) ? [a, b] : [b, a]
  const isNonNegative = a.isNonNegative || b.isNonNegative
  if (isOne(one)) {
    if (isOne(other)) w.stop(`${one.lo} !== ${other.lo}`)
    else {
      if (other.lo !== '-Infinity') w.stop(`${one.lo} < ${other.lo}`)
      if (other.hi !== 'Infinity') w.stop(`${one.lo} > ${other.hi}`)
    }
    return { ...one, isNonNegative }
  }
  const lo = larger(w, a.lo, b.lo)
  const hi = smaller(w, a.hi, b.hi)
  if (lo !== '-Infinity' && hi !== 'Infinity') w.stop(`${lo} > ${hi}`)
  return {
    kind: 'number',
    places: a.places,
    lo,
    hi,
    loOpen: a.loOpen && b.loOpen,
    hiOpen: a.hiOpen && b.hiOpen,
    bound: Math.max(a.bound, b.bound),
    isNonNegative,
  }
}

/** One of two numbers, by a condition that is known. */
export function chosenNumber(
  w: CodeWriter,
  condition: string,
  left: NumberCode,
  right: NumberCode,
): NumberCode {
  const [a, b] = aligned(w, left, right)
  const pick = (x: string, y: string) => (x === y ? x : w.keep(`(${condition} ? ${x} : ${y})`))
  const lo = pick(a.lo, b.lo)
  return { ...bothShape(a, b), lo, hi: isOne(a) && isOne(b) ? lo : pick(a.hi, b.hi) }
}
