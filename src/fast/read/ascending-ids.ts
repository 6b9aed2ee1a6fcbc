import { ID_WORDS } from '../../survey/records/repeated-ids.js'

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
  /** A key of three words for each, until the next chunk ends; `null` where they ascend and nobody asked for keys. */
  readonly keys: Uint32Array | null
}

/** Follows the ids of a chunk, whose bytes must stay where they are until it ends. */
export interface AscendingIds {
  add(bytes: Uint8Array, start: number, end: number): void
  /** What came since the last end. */
  end(withKeys: boolean): IdSpan
}

/** Where things stand in what is followed of ids; it is written by others too. Places of ids are pairs of an address and a length. */
export const ID_FIELDS = {
  count: 0,
  /** 1 while they ascend. */
  ascends: 4,
  /** The last id. */
  address: 8,
  length: 12,
  /** A copy of the last id, where it stood elsewhere. */
  own: 16,
  places: 16 + LONGEST + 1,
} as const

/** The address of an id that does not stand in the memory; its length is its number among these. */
const ELSEWHERE = 0xffffffff

/** How much memory is taken for so many ids, and behind it. */
export const ascendingIdsSize = (ids: number): number => ID_FIELDS.places + 8 * ids

/** Follows at most so many ids a chunk. */
export function createAscendingIds(memory: WebAssembly.Memory, at: number, ids: number): AscendingIds {
  let all = new Uint8Array()
  let state = new Uint32Array()
  let places = new Uint32Array()
  const others: Uint8Array[] = []
  /** Used again for each chunk, because what is left behind would stay until the next collection. */
  let keys = new Uint32Array(0)

  /** Makes views of the memory, which may have grown. */
  function look(): void {
    if (all.buffer === memory.buffer) return
    all = new Uint8Array(memory.buffer)
    state = new Uint32Array(memory.buffer, at, ID_FIELDS.own / 4)
    places = new Uint32Array(memory.buffer, at + ID_FIELDS.places, 2 * ids)
  }

  const word = (field: number) => state[field / 4] as number
  const put = (field: number, value: number) => {
    state[field / 4] = value
  }

  function follow(bytes: Uint8Array, start: number, end: number): void {
    const [address, length] = [word(ID_FIELDS.address), word(ID_FIELDS.length)]
    if (word(ID_FIELDS.count) > 0 && compareIds(all, address, address + length, bytes, start, end) >= 0)
      put(ID_FIELDS.ascends, 0)
  }

  function clear(): void {
    put(ID_FIELDS.count, 0)
    put(ID_FIELDS.ascends, 1)
    others.length = 0
  }

  /** The bytes of the id with a number, and where they are. */
  function idAt(number: number) {
    const [address = 0, length = 0] = places.subarray(2 * number, 2 * number + 2)
    const other = address === ELSEWHERE ? others[length] : undefined
    return other === undefined
      ? { bytes: all, start: address, end: address + length }
      : { bytes: other, start: 0, end: other.length }
  }

  function copyOf(number: number): Uint8Array {
    if (number < 0) return new Uint8Array()
    const { bytes, start, end } = idAt(number)
    return bytes.slice(start, end)
  }

  function keysOf(count: number): Uint32Array {
    if (keys.length < count * ID_WORDS) keys = new Uint32Array(count * ID_WORDS)
    for (let number = 0; number < count; number++) {
      const { bytes, start, end } = idAt(number)
      keyOf(bytes, start, end, keys, number * ID_WORDS)
    }
    return keys.subarray(0, count * ID_WORDS)
  }

  look()
  clear()
  return {
    add(bytes, start, end) {
      look()
      const count = word(ID_FIELDS.count)
      const length = end - start
      const isHere = bytes.buffer === memory.buffer
      if (word(ID_FIELDS.ascends) === 1) {
        // A longer one is not kept to be compared with.
        if (length > LONGEST) put(ID_FIELDS.ascends, 0)
        else follow(bytes, start, end)
      }
      if (isHere) places.set([bytes.byteOffset + start, length], 2 * count)
      else {
        if (length <= LONGEST) all.set(bytes.subarray(start, end), at + ID_FIELDS.own)
        places.set([ELSEWHERE, others.push(bytes.slice(start, end)) - 1], 2 * count)
      }
      put(ID_FIELDS.address, isHere ? bytes.byteOffset + start : at + ID_FIELDS.own)
      put(ID_FIELDS.length, length)
      put(ID_FIELDS.count, count + 1)
    },
    end(withKeys) {
      look()
      const count = word(ID_FIELDS.count)
      const isAscending = word(ID_FIELDS.ascends) === 1
      const own = withKeys || !isAscending ? keysOf(count) : null
      const span = {
        ...{ count, isAscending, keys: own, first: copyOf(Math.min(0, count - 1)), last: copyOf(count - 1) },
        hasRepeats: !isAscending && own !== null && repeats(own, count),
      }
      clear()
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

/** How the first word of a key is made, for others who make it. */
export const KEY = { start: 0x1b873593, factor: 0xcc9e2d51 | 0, turn: 15, added: 0xe6546b64 | 0 } as const
export const SPREAD = { first: 0x85ebca6b | 0, second: 0xc2b2ae35 | 0 } as const

const mixed = (hash: number, word: number, factor: number, turn: number): number => {
  const scrambled = Math.imul(word, factor)
  const next = hash ^ ((scrambled << turn) | (scrambled >>> (32 - turn)))
  return (Math.imul((next << 13) | (next >>> 19), 5) + KEY.added) | 0
}

/** The last step of MurmurHash3, which spreads each bit over all. */
function spread(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), SPREAD.first)
  h = Math.imul(h ^ (h >>> 13), SPREAD.second)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Puts 96 bits that stand for the UTF-8 bytes of an id into three words: three hashes after MurmurHash3, each with factors of its own.
 * Of thirty million ids two meet with a probability of 10^-14.
 */
export function keyOf(bytes: Uint8Array, start: number, end: number, key: Uint32Array, at: number): void {
  let a = KEY.start as number
  let b = 0x52dce729
  let c = 0x38495ab5
  for (let from = start; from < end; from += 4) {
    const left = end - from
    let word = bytes[from] as number
    if (left > 1) word |= (bytes[from + 1] as number) << 8
    if (left > 2) word |= (bytes[from + 2] as number) << 16
    if (left > 3) word |= (bytes[from + 3] as number) << 24
    a = mixed(a, word, KEY.factor, KEY.turn)
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
