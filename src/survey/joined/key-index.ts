import { digestId, ID_WORDS } from '../records/repeated-ids.js'

/** Numbers keys from 0 in the order in which they first come, in some 20 bytes a key whatever its length. */
export interface KeyIndex {
  /** The number of a key, a new one where it has not come before. */
  add(key: string): number
  /** The number of a key that has come, or -1. */
  find(key: string): number
  size(): number
}

const FIRST_SLOTS = 1 << 10

/** A hash table whose slots hold the number of a key plus 1; keys stand as digests, by number. */
export function createKeyIndex(): KeyIndex {
  let slots = new Uint32Array(FIRST_SLOTS)
  let digests = new Uint32Array(ID_WORDS * FIRST_SLOTS)
  let size = 0
  const digest = new Uint32Array(ID_WORDS)

  /** The slot of the digest, or the free one where it belongs. */
  function slotOf(words: Uint32Array, at: number): number {
    const mask = slots.length - 1
    let slot = (words[at] ?? 0) & mask
    for (;;) {
      const held = slots[slot] ?? 0
      if (held === 0 || isSame(digests, (held - 1) * ID_WORDS, words, at)) return slot
      slot = (slot + 1) & mask
    }
  }

  function grow(): void {
    const larger = new Uint32Array(digests.length * 2)
    larger.set(digests)
    digests = larger
    slots = new Uint32Array(slots.length * 2)
    for (let number = 0; number < size; number++) slots[slotOf(digests, number * ID_WORDS)] = number + 1
  }

  return {
    add(key) {
      if (size * 2 >= slots.length) grow()
      digestId(key, digest)
      const slot = slotOf(digest, 0)
      const held = slots[slot] ?? 0
      if (held > 0) return held - 1
      digests.set(digest, size * ID_WORDS)
      size += 1
      slots[slot] = size
      return size - 1
    },
    find(key) {
      digestId(key, digest)
      return (slots[slotOf(digest, 0)] ?? 0) - 1
    },
    size: () => size,
  }
}

function isSame(a: Uint32Array, i: number, b: Uint32Array, j: number): boolean {
  for (let word = 0; word < ID_WORDS; word++) if (a[i + word] !== b[j + word]) return false
  return true
}
