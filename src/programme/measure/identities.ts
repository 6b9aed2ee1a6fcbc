import { compare, type Quotient, quotient } from '../../base/quotient.js'
import type { Figure } from './figures.js'

/** Checks that the groups of each set of facts add up to the whole. */
export interface Identities {
  /** The figures of one group; the whole comes first. */
  add(figures: readonly Figure[]): void
  /** A sum that does not come out is a fault of the program, and throws. */
  check(): void
}

/** Adds up every figure that is a count; memory grows with figures, not with groups. */
export function createIdentities(): Identities {
  const whole = new Map<string, Figure>()
  const sums = new Map<string, Map<string, Sum>>()
  return {
    add(figures) {
      const { by = '' } = figures[0] ?? {}
      const counts = new Map(
        figures.filter(({ unit }) => unit !== 'ratio').map((figure) => [keyOf(figure), figure]),
      )
      if (by === '') {
        for (const [key, figure] of counts) whole.set(key, figure)
        return
      }
      const own = sums.get(by) ?? new Map<string, Sum>()
      sums.set(by, own)
      for (const [key, all] of whole) {
        // A group in which every size is known has no figure of its own over unknown sizes.
        const figure = counts.get(key) ?? counts.get(keyOf({ ...all, cases: 'all' }))
        if (figure !== undefined) own.set(key, added(own.get(key) ?? NOTHING, figure))
      }
    },
    check() {
      for (const [by, own] of sums)
        for (const [key, { least, most }] of own) {
          const all = whole.get(key)
          if (isOff(least, all?.least ?? null) || isOff(most, all?.most ?? null))
            throw new Error(`the groups by ${by} do not add up to the whole: ${key}`)
        }
    },
  }
}

/** A sum of both ends; `null` where one of the ends that were added is open. */
interface Sum {
  readonly least: Quotient | null
  readonly most: Quotient | null
}

const NOTHING: Sum = { least: quotient(0n, 1n), most: quotient(0n, 1n) }

const added = (sum: Sum, { least, most }: Figure): Sum => ({
  least: plus(sum.least, least),
  most: plus(sum.most, most),
})

function plus(a: Quotient | null, b: Quotient | null): Quotient | null {
  if (a === null || b === null) return null
  return a.under === b.under
    ? quotient(a.over + b.over, a.under)
    : quotient(a.over * b.under + b.over * a.under, a.under * b.under)
}

const isOff = (sum: Quotient | null, all: Quotient | null): boolean =>
  sum !== null && all !== null && compare(sum, all) !== 0

const keyOf = ({ figure, counted, cases }: Figure): string => `${figure} in ${counted}, ${cases}`
