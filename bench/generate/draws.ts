/** A stream of random whole numbers from 0 to below `n`; the same seed gives the same stream on every machine. */
export type Draw = (n: number) => number

/** Mulberry32: one state of 32 bits, some two nanoseconds a number, a period of 2³². */
export function createDraw(seed: number): Draw {
  let state = seed | 0
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor(((t ^ (t >>> 14)) >>> 0) * 2 ** -32 * n)
  }
}

/** How many cells to the next one that is chosen, where each is with this share; 0 means never. Costs one number a chosen cell, not one a cell. */
export function drawDistance(draw: Draw, share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  return 1 + Math.floor(Math.log((draw(2 ** 31) + 1) / 2 ** 31) / Math.log(1 - share))
}

/** Each value as often as its weight, to be picked by one draw. */
export const weighted = (weights: Readonly<Record<number, number>>): Uint8Array =>
  Uint8Array.from(
    Object.entries(weights).flatMap(([value, times]) => new Array<number>(times).fill(Number(value))),
  )

/**
 * The numbers from 0 to below `count`, each once, in no order: a Feistel network of four rounds over the next even number of bits, walked until it
 * falls below `count`.
 */
export function shuffledOrder(count: number, seed: number): (index: number) => number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, count)) / 2))
  const mask = 2 ** half - 1
  const once = (index: number) => {
    let left = index >>> half
    let right = index & mask
    for (let round = 1; round <= 4; round += 1) {
      const mixed = Math.imul(right ^ (seed + round), 0x9e3779b1)
      const next = left ^ ((mixed ^ (mixed >>> 15)) & mask)
      left = right
      right = next
    }
    return left * (mask + 1) + right
  }
  return (index) => {
    let at = once(index)
    while (at >= count) at = once(at)
    return at
  }
}
