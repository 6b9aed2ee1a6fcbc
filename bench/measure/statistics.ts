export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Of at least one number; the median of an even count is the mean of the middle two. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return { median: (low + high) / 2, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN }
}

/** How many times as fast one is as another, round by round, so that what slows both does not count. */
export const ratiosOf = (own: readonly number[], others: readonly number[]): number[] =>
  own.flatMap((value, round) => {
    const other = others[round]
    return other === undefined ? [] : [value / other]
  })
