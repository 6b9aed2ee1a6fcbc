import { compare, type Quotient, quotient } from '../../base/quotient.js'

/** One of the things that a household of a kind can be: what it adds above and below. */
export interface Option {
  readonly above: number
  readonly below: number
}

/** Households of one kind: how many there are, and what each can be. */
export interface Weighted {
  readonly kind: { readonly id: number }
  readonly times: bigint
  readonly options: readonly Option[]
}

/**
 * The option of each kind with which Σ above / Σ below is least or greatest, by Dinkelbach's iteration in whole numbers: at the ratio so far
 * each kind takes the option whose `above − ratio × below` is best, until the ratio stays. `null` where no choice has anything below.
 */
export function bestRatio(
  kinds: readonly Weighted[],
  side: 'least' | 'most',
): ReadonlyMap<number, Option> | null {
  const counted = kinds.filter(({ times, options }) => times > 0n && options.length > 0)
  const choose = (of: (options: readonly Option[]) => Option) =>
    new Map(counted.map(({ kind, options }) => [kind.id, of(options)]))
  let chosen = choose(mostBelow)
  let ratio = ratioOf(counted, chosen)
  while (ratio !== null) {
    const so = ratio
    const better = choose((options) => bestOption(options, so, side))
    const next = ratioOf(counted, better)
    if (next === null || !isBetter(next, ratio, side)) return chosen
    chosen = better
    ratio = next
  }
  return null
}

const mostBelow = (options: readonly Option[]): Option =>
  options.reduce((most, option) => (option.below > most.below ? option : most))

function ratioOf(counted: readonly Weighted[], chosen: ReadonlyMap<number, Option>): Quotient | null {
  let [above, below] = [0n, 0n]
  for (const { kind, times } of counted) {
    const option = chosen.get(kind.id)
    above += times * BigInt(option?.above ?? 0)
    below += times * BigInt(option?.below ?? 0)
  }
  return below === 0n ? null : quotient(above, below)
}

const isBetter = (a: Quotient, b: Quotient, side: 'least' | 'most'): boolean =>
  compare(a, b) === (side === 'most' ? 1 : -1)

/** Of the options the one with the best `above − ratio × below`; the first of equal ones. */
function bestOption(options: readonly Option[], { over, under }: Quotient, side: 'least' | 'most'): Option {
  const gain = ({ above, below }: Option) => {
    const value = BigInt(above) * under - over * BigInt(below)
    return side === 'most' ? value : -value
  }
  return options.reduce((best, option) => (gain(option) > gain(best) ? option : best))
}
