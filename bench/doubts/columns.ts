/** Gives numbers from 0 up to 1, the same for one seed. */
export type Chance = () => number

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A kind of column, and the fact of cn-2020 that it holds. */
export interface ColumnKind {
  readonly name: string
  readonly fact: string
  open(chance: Chance): MadeColumn
}

/** Gives one value after another, and knows the codes that a survey would choose for it: far above what people answer. */
export interface MadeColumn {
  readonly next: () => number
  readonly codes: readonly number[]
}

const whole = (chance: Chance, from: number, to: number): number =>
  from + Math.floor(chance() * (to - from + 1))
const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T

/** Normal, by the sum of twelve. */
const normal = (chance: Chance): number => {
  let sum = -6
  for (let at = 0; at < 12; at++) sum += chance()
  return sum
}

const logNormal = (chance: Chance, median: number, spread: number): number =>
  median * Math.exp(spread * normal(chance))

export const KINDS: readonly ColumnKind[] = [
  {
    name: 'incomes, rounded to 1, 10, 100 or 500',
    fact: 'wage_income',
    open(chance) {
      const step = pick(chance, [1, 10, 100, 500])
      const median = pick(chance, [900, 3000, 9000, 30_000])
      return {
        next: () => (chance() < 0.1 ? 0 : Math.round(logNormal(chance, median, 0.9) / step) * step),
        codes: [99_999, 999_999].filter((code) => code > 20 * median),
      }
    },
  },
  {
    name: 'monthly pensions of one amount',
    fact: 'transfer_income',
    open(chance) {
      const amount = pick(chance, [66, 70, 77, 88, 93, 98, 103, 108, 118, 128, 666, 888, 999])
      const others = [amount, amount, amount, 2 * amount, 0, amount + 20]
      return { next: () => pick(chance, others), codes: [9999, 99_999] }
    },
  },
  {
    name: 'minutes, heaped at 5',
    fact: 'water_minutes',
    open(chance) {
      const median = pick(chance, [5, 10, 20, 40])
      const next = () =>
        Math.max(
          1,
          chance() < 0.8 ? 5 * Math.round(logNormal(chance, median, 0.8) / 5) : whole(chance, 1, 60),
        )
      return { next, codes: [996, 998, 999, 9999] }
    },
  },
  {
    name: 'ages',
    fact: 'members.age',
    open(chance) {
      const old = pick(chance, [0, 0.02, 0.1])
      // Of the old, half as many are alive every four years later.
      const aged = () => Math.min(105, 70 + Math.floor(-6 * Math.log(1 - chance())))
      const next = () =>
        chance() < old ? aged() : chance() < 0.3 ? whole(chance, 0, 17) : whole(chance, 18, 69)
      return { next, codes: [99, 98] }
    },
  },
  {
    name: 'sizes of households',
    fact: 'household_size',
    open: (chance) => ({
      next: () => Math.max(1, Math.min(15, Math.round(3.4 + 1.6 * normal(chance)))),
      codes: [99, 88, 98, 999],
    }),
  },
  {
    name: 'counts of a herd',
    fact: 'school_age_enrolled',
    open(chance) {
      const median = pick(chance, [3, 12, 40])
      const next = () => (chance() < 0.3 ? 0 : Math.round(logNormal(chance, median, 1)))
      return { next, codes: [999, 9999] }
    },
  },
]

/** How many rows a column has: 20 to 5,000, as often short as long. */
export const rowsOf = (chance: Chance): number => Math.round(20 * 250 ** chance())
