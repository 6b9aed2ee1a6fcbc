/** A quotient of whole numbers, as exact as they are; `under` is above 0. */
export interface Quotient {
  readonly over: bigint
  readonly under: bigint
}

export const quotient = (over: bigint, under: bigint): Quotient => ({ over, under })

/** -1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compare(a: Quotient, b: Quotient): -1 | 0 | 1 {
  const [left, right] = [a.over * b.under, b.over * a.under]
  return left < right ? -1 : left > right ? 1 : 0
}

export const plus = (a: Quotient, b: Quotient): Quotient =>
  a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : reduced({ over: a.over * b.under + b.over * a.under, under: a.under * b.under })

export const times = (a: Quotient, b: Quotient): Quotient =>
  reduced({ over: a.over * b.over, under: a.under * b.under })

/** `a / b`; `b` is above 0. */
export const divided = (a: Quotient, b: Quotient): Quotient =>
  reduced({ over: a.over * b.under, under: a.under * b.over })

/** The same quotient in lowest terms, so that sums of many do not grow. */
export function reduced({ over, under }: Quotient): Quotient {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b > 0n) [a, b] = [b, a % b]
  return a > 1n ? { over: over / a, under: under / a } : { over, under }
}

/** The nearest double. */
export function toNumber({ over, under }: Quotient): number {
  const [size, sign] = over < 0n ? [-over, -1] : [over, 1]
  if (size === 0n) return 0
  // Both parts are cut to the same number of bits behind the point, so that neither is too long for a double.
  const shift = BigInt(Math.max(0, 80 - (bits(size) - bits(under))))
  const scaled = (size << shift) / under
  // In two steps, because a power of two beyond 1023 is no double.
  const half = Math.floor(Number(shift) / 2)
  return (sign * Number(scaled)) / 2 ** half / 2 ** (Number(shift) - half)
}

const bits = (whole: bigint): number => whole.toString(2).length

/** Plain digits, rounded to `figures` significant figures, halves away from zero, without zeros after the last one. */
export function significantDigits(value: Quotient, figures: number): string {
  const { over, under } = value
  if (over === 0n) return '0'
  const [size, sign] = over < 0n ? [-over, '-'] : [over, '']
  // Places behind the point, so that the first figure and the others stand before it once multiplied.
  let places = figures - (size / under).toString().length
  if (size < under) places = figures + (under / size).toString().length - 1
  places = Math.max(places, 0)
  const rounded = roundedAt(size, under, places)
  return sign + (places === 0 ? rounded : trimmed(rounded, places))
}

/** Rounded to places behind the point, halves away from zero; all places are written. */
export function fixedDigits({ over, under }: Quotient, places: number): string {
  const [size, sign] = over < 0n ? [-over, '-'] : [over, '']
  const whole = roundedAt(size, under, places)
  const text = places === 0 ? whole : withPoint(whole, places)
  return /[1-9]/.test(text) ? sign + text : text
}

const roundedAt = (size: bigint, under: bigint, places: number): string =>
  ((size * 10n ** BigInt(places) * 2n + under) / (under * 2n)).toString()

function withPoint(whole: string, places: number): string {
  const padded = whole.padStart(places + 1, '0')
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

function trimmed(whole: string, places: number): string {
  const text = withPoint(whole, places)
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}
