/** A table from a few 32-bit words to the number under which they were first seen. */
export interface IntTable {
  /** The number of the words that stand in the array from a place on, or -1. */
  find(words: Int32Array, from?: number): number
  /** Adds words that are not there; they get the next number. */
  add(words: Int32Array, from?: number): number
  clear(): void
}

/** Where a search for some words begins: a number of 32 bits, to be cut to the places there are. */
export function hashOf(words: ArrayLike<number>, from: number, width: number): number {
  let hash = 0
  for (let index = 0; index < width; index++) {
    hash = Math.imul(hash ^ (words[from + index] ?? 0), HASH_FACTOR)
    hash ^= hash >>> HASH_SHIFT
  }
  return hash
}

/** How `hashOf` mixes, for code that does the same elsewhere. */
export const HASH_FACTOR = 0x9e3779b1 | 0
export const HASH_SHIFT = 15

export function createIntTable(width: number): IntTable {
  let mask = 255
  let places = new Int32Array(mask + 1)
  let keys = new Int32Array(128 * width)
  let count = 0

  /** The place of the words, or the free one where they belong. */
  const search = (words: Int32Array, from: number): number => {
    for (let place = hashOf(words, from, width) & mask; ; place = (place + 1) & mask) {
      const number = places[place] ?? 0
      if (number === 0) return place
      const start = (number - 1) * width
      let same = 0
      while (same < width && keys[start + same] === words[from + same]) same += 1
      if (same === width) return place
    }
  }

  const grow = () => {
    mask = mask * 2 + 1
    places = new Int32Array(mask + 1)
    const wider = new Int32Array(keys.length * 2)
    wider.set(keys)
    keys = wider
    for (let number = 0; number < count; number++) places[search(keys, number * width)] = number + 1
  }

  return {
    find: (words, from = 0) => (places[search(words, from)] ?? 0) - 1,
    add(words, from = 0) {
      if ((count + 1) * width > keys.length || count * 2 > mask) grow()
      for (let index = 0; index < width; index++) keys[count * width + index] = words[from + index] ?? 0
      places[search(words, from)] = count + 1
      count += 1
      return count - 1
    },
    clear() {
      places.fill(0)
      count = 0
    },
  }
}
