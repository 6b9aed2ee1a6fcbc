import { type Quotient, quotient } from '../../base/quotient.js'
import { bestRatio, type Option, type Weighted } from './best-ratio.js'
import type { Counts } from './cells.js'
import { WEIGHT_UNITS } from './evaluate.js'
import type { End, FigureRule } from './figure.js'
import type { Kind } from './kinds.js'

/** A figure over all records, with each unknown number of persons at the end of its range that makes it least, and most. */
export interface FilledFigure {
  readonly rule: FigureRule
  readonly least: Quotient | null
  /** `null` where a number of persons has no upper end. */
  readonly most: Quotient | null
}

/**
 * Figures in persons over households of unknown size too; none where every size is known. Amounts that are missing to a line are left out.
 * @param largest the most persons that a household is thought to have
 */
export function withUnknownSizes(
  rules: readonly FigureRule[],
  counts: readonly Counts[],
  largest: number | null,
): FilledFigure[] {
  if (counts.every(({ kind }) => kind.size === null)) return []
  return rules
    .filter(({ counted, cases, least }) => counted === 'persons' && cases === 'all' && least?.gaps == null)
    .map((rule) => ({
      rule,
      least: filled(rule, counts, largest, 'least'),
      most: filled(rule, counts, largest, 'most'),
    }))
}

function filled(
  rule: FigureRule,
  counts: readonly Counts[],
  largest: number | null,
  side: 'least' | 'most',
): Quotient | null {
  const end = rule[side]
  if (end === null) return null
  if (end.below === null) return totalOf(end, counts, largest, side)
  const kinds = counts.map((each): Weighted | null => {
    const sizes = sizesOf(each.kind, largest)
    const options = rule.optionsOf?.(each.kind) ?? [plainOption(end, each.kind)]
    if (sizes === null)
      return options.every(({ above, below }) => above === 0 && below === 0) ? none(each.kind) : null
    const times = each.kind.weight * BigInt(each.kind.size === null ? each.persons : each.households)
    const own =
      each.kind.size === null
        ? options
        : options.flatMap((option) => sizes.map((size) => sized(option, size)))
    return { kind: each.kind, times, options: own }
  })
  const known = kinds.filter((kind) => kind !== null)
  if (known.length < kinds.length) return null
  const chosen = bestRatio(known, side)
  if (chosen === null) return null
  let [above, below] = [0n, 0n]
  for (const { kind, times } of known) {
    const option = chosen.get(kind.id)
    above += times * BigInt(option?.above ?? 0)
    below += times * BigInt(option?.below ?? 0)
  }
  return below === 0n ? null : quotient(above, below * BigInt(end.under))
}

const plainOption = (end: End, kind: Kind): Option => ({
  above: end.above(kind),
  below: end.below?.(kind) ?? 0,
})

const sized = ({ above, below }: Option, size: number): Option => ({
  above: above * size,
  below: below * size,
})

const none = (kind: Kind): Weighted => ({ kind, times: 0n, options: [] })

/** The sizes that matter; `null` where there is no upper end. */
function sizesOf({ size }: Kind, largest: number | null): readonly number[] | null {
  if (size === null) return []
  const most = size.most ?? largest
  return most === null ? null : [size.least, Math.max(size.least, most)]
}

function totalOf(
  end: End,
  counts: readonly Counts[],
  largest: number | null,
  side: 'least' | 'most',
): Quotient | null {
  let total = 0n
  for (const { kind, households, persons } of counts) {
    const each = BigInt(end.above(kind))
    if (each === 0n) continue
    const size = kind.size === null ? null : side === 'least' ? kind.size.least : (kind.size.most ?? largest)
    if (kind.size !== null && size === null) return null
    const times = size === null ? BigInt(persons) : BigInt(households) * BigInt(size)
    total += kind.weight * times * each
  }
  return quotient(total, WEIGHT_UNITS * BigInt(end.under))
}
