// @ts-check

/**
 * Draws of one seed, the same on every machine: 32-bit integers only, no clock and no `Math.random`.
 * @typedef {object} Draws
 * @property {(low: number, high: number) => number} whole A whole number from `low` to `high`, both included.
 * @property {(percent: number) => boolean} chance
 * @property {<T>(items: readonly T[]) => T} pick
 * @property {<T>(items: readonly (readonly [T, number])[]) => T} weighted Pairs of item and weight.
 * @property {<T>(items: readonly T[]) => T[]} shuffled
 */

/**
 * @param {number} seed
 * @returns {Draws}
 */
export function drawsFrom(seed) {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  /** @type {Draws['whole']} */
  const whole = (low, high) => low + (next() % (high - low + 1))
  return {
    whole,
    chance: (percent) => whole(1, 100) <= percent,
    pick: (items) => at(items, whole(0, items.length - 1)),
    weighted: (items) => {
      let left = whole(
        1,
        items.reduce((sum, [, weight]) => sum + weight, 0),
      )
      for (const [item, weight] of items) {
        left -= weight
        if (weight > 0 && left <= 0) return item
      }
      throw new Error('weights must be above 0')
    },
    shuffled: (items) => {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = whole(0, last)
        const kept = at(copy, last)
        copy[last] = at(copy, other)
        copy[other] = kept
      }
      return copy
    },
  }
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {number} index
 * @returns {T}
 */
function at(items, index) {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`)
  return item
}
