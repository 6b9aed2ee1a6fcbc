import { ID_WORDS } from '../repeated-ids.js'

/** The bytes that stand for themselves in an id: none that is trimmed, folded, quoted or part of a rounded number. */
const PLAIN = new Uint8Array(256)
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./'))
  PLAIN[byte] = 1

/** No id that stands for itself is longer. */
const LONGEST = 255

/** Whether the bytes of a cell are an id as they stand. */
export function isPlainId(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false
  for (let at = start; at < end; at++) if (PLAIN[bytes[at] as number] === 0) return false
  return end > start
}

/** What the ids of a chunk show. Those that ascend, from chunk to chunk too, cannot stand twice. */
export interface IdSpan {
  readonly count: number
  readonly isAscending: boolean
  /** Whether one of them stands twice among them. */
  readonly hasRepeats: boolean
  readonly first: Uint8Array
  readonly last: Uint8Array
  /** A key of three words for each; `null` where they ascend and nobody asked for keys. */
  readonly keys: Uint32Array | null
}

/** Follows the ids of a chunk, whose bytes must stay where they are until it ends. */
export interface IdWatch {
  add(bytes: Uint8Array, start: number, end: number): void
  /** What came since the last end. */
  end(withKeys: boolean): IdSpan
}

export function createIdWatch(): IdWatch {
  let keys = new Uint32Array(ID_WORDS * 1024)
  let count = 0
  let isAscending = true
  let first: Uint8Array = new Uint8Array()
  let previous = first
  let previousStart = 0
  let previousEnd = 0
  return {
    add(bytes, start, end) {
      if (count === 0) first = bytes.slice(start, end)
      else if (isAscending)
        isAscending = compareIds(previous, previousStart, previousEnd, bytes, start, end) < 0
      previous = bytes
      previousStart = start
      previousEnd = end
      if ((count + 1) * ID_WORDS > keys.length) {
        const larger = new Uint32Array(keys.length * 2)
        larger.set(keys)
        keys = larger
      }
      keyOf(bytes, start, end, keys, count * ID_WORDS)
      count += 1
    },
    end(withKeys) {
      const last = previous.slice(previousStart, previousEnd)
      const isAsked = withKeys || !isAscending
      const span = {
        ...{ count, isAscending, first, last },
        hasRepeats: !isAscending && repeats(keys, count),
        keys: isAsked ? keys.slice(0, count * ID_WORDS) : null,
      }
      count = 0
      isAscending = true
      return span
    },
  }
}

/** Whether two of the keys are the same. */
function repeats(keys: Uint32Array, count: number): boolean {
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1
  /** Numbers of keys from 1; 0 is free. */
  const slots = new Uint16Array(mask + 1)
  const word = (number: number, at: number) => keys[number * ID_WORDS + at] as number
  for (let number = 0; number < count; number++) {
    for (let slot = word(number, 0) & mask; ; slot = (slot + 1) & mask) {
      const other = slots[slot] as number
      if (other === 0) {
        slots[slot] = number + 1
        break
      }
      if ([0, 1, 2].every((at) => word(other - 1, at) === word(number, at))) return true
    }
  }
  return false
}

/** Shorter ids first, those of one length by their bytes, as registers number households. */
export function compareIds(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const length = aEnd - aStart
  if (length !== bEnd - bStart) return length - (bEnd - bStart)
  for (let at = 0; at < length; at++) {
    const difference = (a[aStart + at] as number) - (b[bStart + at] as number)
    if (difference !== 0) return difference
  }
  return 0
}

const mixed = (hash: number, word: number, factor: number, turn: number): number => {
  const scrambled = Math.imul(word, factor)
  const next = hash ^ ((scrambled << turn) | (scrambled >>> (32 - turn)))
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0
}

/** The last step of MurmurHash3, which spreads each bit over all. */
function spread(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Puts 96 bits that stand for the UTF-8 bytes of an id into three words: three hashes after MurmurHash3, each with factors of its own.
 * Of thirty million ids two meet with a probability of 10^-14.
 */
export function keyOf(bytes: Uint8Array, start: number, end: number, key: Uint32Array, at: number): void {
  let a = 0x1b873593
  let b = 0x52dce729
  let c = 0x38495ab5
  for (let from = start; from < end; from += 4) {
    const left = end - from
    let word = bytes[from] as number
    if (left > 1) word |= (bytes[from + 1] as number) << 8
    if (left > 2) word |= (bytes[from + 2] as number) << 16
    if (left > 3) word |= (bytes[from + 3] as number) << 24
    a = mixed(a, word, 0xcc9e2d51, 15)
    b = mixed(b ^ a, word, 0x239b961b, 17)
    c = mixed(c ^ b, word, 0xab0e9789, 11)
  }
  a ^= end - start
  b ^= a
  c ^= b
  key[at] = spread(a)
  key[at + 1] = spread(b + a)
  key[at + 2] = spread(c + b)
}

/** The same of an id as text, as tables of ids ask for it. */
export function digestOfId(id: string, key: Uint32Array): void {
  const bytes = Buffer.from(id)
  keyOf(bytes, 0, bytes.length, key, 0)
}
