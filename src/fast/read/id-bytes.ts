import { clean } from '../../survey/files/row.js'
import { isTotalWord, TOTAL_WORDS } from '../../survey/signs/record/total-words.js'

/** The bytes that stand for themselves in an id: they are not trimmed, folded, quoted, guarded or part of a rounded number. */
export const ID_BYTES = new Uint8Array(256)
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./'))
  ID_BYTES[byte] = 1

/** An id that begins with it may be guarded. */
export const MINUS = 0x2d

/** An id of more bytes is left to the normal reader. */
export const LONGEST_ID = 255

/** Whether the bytes of a cell are an id as they stand. */
export function isPlainId(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_ID || bytes[start] === MINUS) return false
  for (let at = start; at < end; at++) if (ID_BYTES[bytes[at] as number] === 0) return false
  return end > start
}

/** Ids that the normal reader must look at, because their row may be a total or a header that stands again. */
export interface WatchedIds {
  has(bytes: Uint8Array, start: number, end: number): boolean
  /** Signs of a byte: whether such an id may begin with it, and end in it. */
  signOf(byte: number): number
}

export const MAY_BEGIN = 2
export const MAY_END = 4

/** @param header of the column of ids */
export function watchedIds(header: string): WatchedIds {
  const ids = [header, ...TOTAL_WORDS].map((id) => clean(id).toLowerCase())
  const first = new Set(ids.map((id) => id.slice(0, 1)))
  const last = new Set(ids.map((id) => id.slice(-1)))
  const signs = Uint8Array.from({ length: 256 }, (_, byte) => {
    const sign = String.fromCharCode(byte).toLowerCase()
    return (first.has(sign) ? MAY_BEGIN : 0) | (last.has(sign) ? MAY_END : 0)
  })
  const signOf = (byte: number) => signs[byte] as number
  return {
    signOf,
    has(bytes, start, end) {
      if ((signOf(bytes[start] as number) & MAY_BEGIN) === 0) return false
      if ((signOf(bytes[end - 1] as number) & MAY_END) === 0) return false
      const id = Buffer.from(bytes.subarray(start, end)).toString('latin1')
      return id === clean(header) || isTotalWord(id)
    },
  }
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

/** How the first word of a key is made; the loop in WebAssembly makes it too. */
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
 * Writes the key of an id, 96 bits, into three words: three hashes of its UTF-8 bytes after MurmurHash3, each with its own factors.
 * Among thirty million ids, two share a key with a probability of 10^-14.
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

/** The key of an id that is a text. */
export function digestOfId(id: string, key: Uint32Array): void {
  const bytes = Buffer.from(id)
  keyOf(bytes, 0, bytes.length, key, 0)
}
