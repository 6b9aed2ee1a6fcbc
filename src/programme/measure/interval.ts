import cephes from 'cephes'

/** The level of every interval. */
const LEVEL = 0.95
const TAIL = (1 - LEVEL) / 2

/** A confidence interval; an end is `null` where it cannot be told. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

const NO_INTERVAL: Interval = { low: null, high: null }

/** Loads the functions behind intervals; wait for it once before the first of them. */
export const loadIntervals = async (): Promise<void> => {
  await cephes.compiled
}

/** The quantile of Student's t: the value that it stays below with a probability. */
export function quantileOfT(probability: number, df: number): number {
  if (probability < 0.5) return -quantileOfT(1 - probability, df)
  if (probability === 0.5) return 0
  if (!Number.isFinite(df)) return cephes.ndtri(probability)
  // P(T ≤ t) = 1 − I(df / (df + t²); df/2, 1/2) / 2
  const x = quantileOfBeta(2 * (1 - probability), df / 2, 1 / 2)
  return Math.sqrt((df * (1 - x)) / x)
}

/** The quantile of the beta distribution, by halving over the forward function, whose inverse gives up for small shapes. */
export function quantileOfBeta(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  // Sixty halvings reach the last bit near 1; near 0 the exponent goes on.
  for (let step = 0; step < 1100 && high - low > high * 2 ** -53; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (cephes.incbet(a, b, middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** `value ± t × error`; `null` ends where there is no error, or nothing to estimate it from. */
export function intervalOfIndex(value: number, error: number | null, df: number): Interval {
  if (error === null) return NO_INTERVAL
  if (error === 0) return { low: value, high: value }
  if (df < 1) return NO_INTERVAL
  const reach = quantileOfT(1 - TAIL, df) * error
  return { low: value - reach, high: value + reach }
}

/** Clopper and Pearson's interval of `x` in `n`, both not necessarily whole. */
export function clopperPearson(x: number, n: number): Interval {
  return {
    low: x <= 0 ? 0 : quantileOfBeta(TAIL, x, n - x + 1),
    high: x >= n ? 1 : quantileOfBeta(1 - TAIL, x + 1, n - x),
  }
}

/** Wilson's score interval of `x` in `n`. */
export function wilson(x: number, n: number): Interval {
  const z = cephes.ndtri(1 - TAIL)
  const [p, zz] = [x / n, (z * z) / n]
  const middle = p + zz / 2
  const reach = z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n))
  return { low: (middle - reach) / (1 + zz), high: (middle + reach) / (1 + zz) }
}

/** What the interval of a proportion is made of. */
export interface Proportion {
  readonly value: number
  readonly error: number | null
  readonly df: number
  /** Households interviewed in the group. */
  readonly households: number
  /** Units of the first stage; the households themselves in one stage. */
  readonly units: number
}

/** The effective number of households: as many as would give this error in a simple draw, with the degrees of freedom that there are. */
export function effectiveSize({ value, error, df, households, units }: Proportion): number | null {
  if (error === null || df < 1) return null
  if (error === 0) return value === 0 || value === 1 ? units : null
  const t = quantileOfT(1 - TAIL, households - 1) / quantileOfT(1 - TAIL, df)
  return ((value * (1 - value)) / error ** 2) * t ** 2
}

/**
 * Korn and Graubard's interval (1998), which is Clopper and Pearson's at the effective number; R's `svyciprop(method = "beta")`. Of a part of the
 * population: a full count is what it is.
 */
export function intervalOfProportion(proportion: Proportion): Interval {
  const { value } = proportion
  const size = effectiveSize(proportion)
  return size === null || size <= 0 || !Number.isFinite(size)
    ? NO_INTERVAL
    : clopperPearson(value * size, size)
}
