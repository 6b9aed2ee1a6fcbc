import { digestId, ID_WORDS } from './repeated-ids.js'

/** Numbers keys from 0 in the order in which they first come. A key of any length takes about 20 bytes. */
export interface KeyIndex {
  /** The number of a key; a new number if the key has not come before. */
  add(key: string): number
  /** The number of a key that has come, or -1. */
  find(key: string): number
  size(): number
}

const FIRST_SLOTS = 1 << 10

export function createKeyIndex(): KeyIndex {
  const keys: Keys = {
    slots: new Uint32Array(FIRST_SLOTS),
    digests: new Uint32Array(ID_WORDS * FIRST_SLOTS),
    size: 0,
    digest: new Uint32Array(ID_WORDS),
  }
  return {
    add: (key) => addKey(keys, key),
    find(key) {
      digestId(key, keys.digest)
      return (keys.slots[slotOf(keys, keys.digest, 0)] ?? 0) - 1
    },
    size: () => keys.size,
  }
}

/** A hash table. */
interface Keys {
  /** The number of a key plus 1, or 0. */
  slots: Uint32Array
  /** Of all keys, by number. */
  digests: Uint32Array
  size: number
  /** Of the key that is looked for. */
  readonly digest: Uint32Array
}

function addKey(keys: Keys, key: string): number {
  if (keys.size * 2 >= keys.slots.length) grow(keys)
  digestId(key, keys.digest)
  const slot = slotOf(keys, keys.digest, 0)
  const held = keys.slots[slot] ?? 0
  if (held > 0) return held - 1
  keys.digests.set(keys.digest, keys.size * ID_WORDS)
  keys.size += 1
  keys.slots[slot] = keys.size
  return keys.size - 1
}

/** The slot of the digest, or the free one where it belongs. */
function slotOf({ slots, digests }: Keys, words: Uint32Array, at: number): number {
  const mask = slots.length - 1
  let slot = (words[at] ?? 0) & mask
  for (;;) {
    const held = slots[slot] ?? 0
    if (held === 0 || isSame(digests, (held - 1) * ID_WORDS, words, at)) return slot
    slot = (slot + 1) & mask
  }
}

function grow(keys: Keys): void {
  const digests = new Uint32Array(keys.digests.length * 2)
  digests.set(keys.digests)
  keys.digests = digests
  keys.slots = new Uint32Array(keys.slots.length * 2)
  for (let number = 0; number < keys.size; number++)
    keys.slots[slotOf(keys, digests, number * ID_WORDS)] = number + 1
}

function isSame(a: Uint32Array, i: number, b: Uint32Array, j: number): boolean {
  for (let word = 0; word < ID_WORDS; word++) if (a[i + word] !== b[j + word]) return false
  return true
}
