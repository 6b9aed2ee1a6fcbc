/** A table from keys of a few 32-bit words to the number under which each was first seen. */
export interface IntTable {
  /** The number of the key that starts at a place of the array, or -1. */
  find(words: Int32Array, from?: number): number
  /** Adds a key that is not there yet, and gives its number: the next one. */
  add(words: Int32Array, from?: number): number
  clear(): void
}

/** The hash of a key: 32 bits, to be cut to the number of places. */
export function hashOf(words: ArrayLike<number>, from: number, width: number): number {
  let hash = 0
  for (let index = 0; index < width; index++) {
    hash = Math.imul(hash ^ (words[from + index] ?? 0), HASH_FACTOR)
    hash ^= hash >>> HASH_SHIFT
  }
  return hash
}

/** The constants of `hashOf`, for code that computes the same hash elsewhere. */
export const HASH_FACTOR = 0x9e3779b1 | 0
export const HASH_SHIFT = 15

/** Open addressing: `places` has the number of a key plus one, or 0; `keys` has the words of all keys one behind another. */
interface TableState {
  readonly width: number
  mask: number
  places: Int32Array
  keys: Int32Array
  count: number
}

export function createIntTable(width: number): IntTable {
  const mask = 255
  const places = new Int32Array(mask + 1)
  const table: TableState = { width, mask, places, keys: new Int32Array(128 * width), count: 0 }
  return {
    find: (words, from = 0) => (table.places[search(table, words, from)] ?? 0) - 1,
    add: (words, from = 0) => addTo(table, words, from),
    clear() {
      table.places.fill(0)
      table.count = 0
    },
  }
}

/** The place of a key, or the free place where it belongs. */
function search({ width, mask, places, keys }: TableState, words: Int32Array, from: number): number {
  for (let place = hashOf(words, from, width) & mask; ; place = (place + 1) & mask) {
    const number = places[place] ?? 0
    if (number === 0) return place
    const start = (number - 1) * width
    let same = 0
    while (same < width && keys[start + same] === words[from + same]) same += 1
    if (same === width) return place
  }
}

function addTo(table: TableState, words: Int32Array, from: number): number {
  const { width, count } = table
  if ((count + 1) * width > table.keys.length || count * 2 > table.mask) grow(table)
  for (let index = 0; index < width; index++) table.keys[count * width + index] = words[from + index] ?? 0
  table.places[search(table, words, from)] = count + 1
  table.count = count + 1
  return count
}

function grow(table: TableState): void {
  table.mask = table.mask * 2 + 1
  table.places = new Int32Array(table.mask + 1)
  const wider = new Int32Array(table.keys.length * 2)
  wider.set(table.keys)
  table.keys = wider
  for (let number = 0; number < table.count; number++)
    table.places[search(table, table.keys, number * table.width)] = number + 1
}
