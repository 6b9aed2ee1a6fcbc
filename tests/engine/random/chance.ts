/** A whole number from 0, below the one given. */
export type Chance = (below: number) => number

/** The same seed gives the same numbers (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = chance(last + 1)
    const [a, b] = [result[last], result[other]]
    if (a !== undefined && b !== undefined) {
      result[last] = b
      result[other] = a
    }
  }
  return result
}

export const oneOf = <T>(list: readonly T[], chance: Chance): T => {
  const value = list[chance(list.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
