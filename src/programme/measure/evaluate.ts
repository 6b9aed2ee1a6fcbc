import { type Quotient, quotient, toNumber } from '../../base/quotient.js'
import type { Cell, GapSums } from './cells.js'
import { type Counted, type End, timesOf } from './figure.js'

/** Weights are whole numbers of this part. */
export const WEIGHT_UNITS = 10n ** 9n

/** Quotients of amounts are cut to this part, so that their sum does not depend on the order of households. */
const FINE = 10n ** 40n

/** What a cell adds above and below a figure, both with weights. */
export interface Sums {
  readonly above: Quotient
  /** 1 for a total. */
  readonly below: Quotient
}

export function sumsOf(end: End, counted: Counted, cells: Iterable<Cell>): Sums {
  let [above, below, gaps] = [0n, 0n, 0n]
  for (const cell of cells) {
    for (const counts of cell.counts.values()) {
      const times = counts.kind.weight * BigInt(timesOf(counted, counts))
      if (times === 0n) continue
      above += times * BigInt(end.above(counts.kind))
      if (end.below !== null) below += times * BigInt(end.below(counts.kind))
    }
    gaps += gapsOf(end, counted, cell)
  }
  return {
    above:
      end.gaps === null
        ? quotient(above, WEIGHT_UNITS * BigInt(end.under))
        : quotient(gaps, WEIGHT_UNITS * FINE),
    below: end.below === null ? quotient(1n, 1n) : quotient(below, WEIGHT_UNITS),
  }
}

/** Σ of gaps as shares of the line, in `FINE` parts and units of weight. */
function gapsOf({ gaps }: End, counted: Counted, cell: Cell): bigint {
  if (gaps === null) return 0n
  let total = 0n
  for (const sums of cell.gaps.values()) {
    if (sums.line !== gaps.line) continue
    const times = sums.weight * BigInt(counted === 'persons' ? sums.size : 1)
    total += times * fineShare(sums, gaps.of(sums), gaps.power)
  }
  return total
}

function fineShare({ needed }: GapSums, { sum, squares }: GapSums['least'], power: 1 | 2): bigint {
  const [over, under] = power === 1 ? [sum.total(), needed] : [squares.total(), needed * needed]
  return (over * FINE * 2n + under) / (under * 2n)
}

/** A total, or a ratio; `null` where nothing stands below. */
export function valueOfEnd(end: End, { above, below }: Sums): Quotient | null {
  if (end.below === null) return above
  return below.over === 0n ? null : quotient(above.over * below.under, above.under * below.over)
}

/** Σ over households of `(weight × (above − value × below))²`, for the variance inside a sampling unit. */
export function squaresOf(end: End, counted: Counted, cell: Cell, value: number): number {
  let total = 0
  for (const { kind, households, squares } of cell.counts.values()) {
    const each = end.above(kind) / end.under - value * (end.below?.(kind) ?? 0)
    total += weightOf(kind) ** 2 * (counted === 'persons' ? squares : households) * each ** 2
  }
  if (end.gaps === null) return total
  for (const sums of cell.gaps.values()) {
    if (sums.line !== end.gaps.line) continue
    const size = counted === 'persons' ? sums.size : 1
    const { sum, squares, fourths } = end.gaps.of(sums)
    const [once, twice] = end.gaps.power === 1 ? [sum, squares] : [squares, fourths]
    const share = (amount: bigint, power: number) => toNumber(quotient(amount, sums.needed ** BigInt(power)))
    const own = share(twice.total(), 2 * end.gaps.power) - 2 * value * share(once.total(), end.gaps.power)
    total += (weightOf(sums) * size) ** 2 * own
  }
  return total
}

const weightOf = ({ weight }: { readonly weight: bigint }): number => Number(weight) / Number(WEIGHT_UNITS)
