import crypto from 'node:crypto'

/** Finds ids that come more than once. An id of any length takes 12 bytes: three words of a digest stand for it. */
export interface IdTable {
  add(id: string): void
  /** Adds an id by its three words, which stand from `at` on. */
  addKey(words: Uint32Array, at: number): void
  /** Ends the adding; keeps only what came more than once. */
  seal(): void
  /** Whether the id was added more than once; to be asked after `seal`. */
  repeats(id: string): boolean
  repeatsKey(words: Uint32Array, at: number): boolean
  /** The words of each id that was added more than once; to be asked after `seal`. */
  repeated(): Uint32Array
  /** The place of an id among those that were added more than once, or -1; to be asked after `seal`. */
  placeOf(id: string): number
  /** How many ids were added, and how many different ones; to be asked after `seal`. */
  counts(): { readonly added: number; readonly distinct: number }
}

const PARTS = 256
/** Words that stand for an id. */
export const ID_WORDS = 3

/** The keys that begin with the same byte. */
interface Part {
  /** Blocks that are full. */
  readonly full: Uint32Array[]
  /** The block that is being filled, and how many of its words are used. Once sealed, all that is kept. */
  words: Uint32Array
  length: number
}

const newPart = (): Part => ({ full: [], words: new Uint32Array(0), length: 0 })

/** A block begins small and grows. A block of full size is never copied again. */
const FIRST = 8 * ID_WORDS
const BLOCK = 1024 * ID_WORDS

function makeRoom(part: Part): void {
  const { full, words, length } = part
  if (length >= BLOCK) {
    full.push(words)
    part.words = new Uint32Array(BLOCK)
    part.length = 0
    return
  }
  part.words = new Uint32Array(Math.min(BLOCK, Math.max(FIRST, 2 * length)))
  part.words.set(words)
}

/** The memory that sealing works in. All parts share it, because memory of its own for each part would stay until the next garbage collection. */
interface SealRooms {
  keys: Uint32Array
  slots: Uint32Array
}

/** Puts all keys of a part one after another. */
function join({ full, words, length }: Part, rooms: SealRooms): Uint32Array {
  const all = full.length * BLOCK + length
  if (rooms.keys.length < all) rooms.keys = new Uint32Array(all + (all >> 3))
  for (const [index, block] of full.entries()) rooms.keys.set(block, index * BLOCK)
  rooms.keys.set(words.subarray(0, length), full.length * BLOCK)
  return rooms.keys.subarray(0, all)
}

/** Finds the three words that stand for an id. */
export type IdDigest = (id: string, key: Uint32Array) => void

/** @param digest is SHA-256 where nothing else is said; then two of ten million different ids meet with a probability of 10^-15. */
export function createIdTable(digest: IdDigest = digestId): IdTable {
  const ids: Ids = {
    parts: Array.from({ length: PARTS }, newPart),
    repeated: 0,
    added: 0,
    again: 0,
    starts: new Uint32Array(PARTS),
  }
  const key = new Uint32Array(ID_WORDS)
  return {
    add(id) {
      digest(id, key)
      addKey(ids, key, 0)
    },
    addKey: (words, at) => addKey(ids, words, at),
    seal: () => seal(ids),
    repeats(id) {
      if (ids.repeated === 0) return false
      digest(id, key)
      return repeatsKey(ids, key, 0)
    },
    repeatsKey: (words, at) => repeatsKey(ids, words, at),
    repeated: () => allRepeated(ids),
    placeOf(id) {
      digest(id, key)
      return placeOf(ids, key)
    },
    counts: () => ({ added: ids.added, distinct: ids.added - ids.again }),
  }
}

interface Ids {
  /** By the first byte of a key. */
  readonly parts: readonly Part[]
  /** Words of the keys that were added more than once; 0 before `seal`. */
  repeated: number
  /** Keys that were added, and those of them that had come before; 0 before `seal`. */
  added: number
  again: number
  /** By the first byte, how many repeated keys come before those of a part. */
  readonly starts: Uint32Array
}

function partOf({ parts }: Ids, word: number): Part {
  const part = parts[word >>> 24]
  if (part === undefined) throw new Error('a part is missing')
  return part
}

function addKey(ids: Ids, words: Uint32Array, at: number): void {
  const part = partOf(ids, words[at] ?? 0)
  if (part.length === part.words.length) makeRoom(part)
  for (let word = 0; word < ID_WORDS; word++) part.words[part.length + word] = words[at + word] ?? 0
  part.length += ID_WORDS
}

function seal(ids: Ids): void {
  const rooms: SealRooms = { keys: new Uint32Array(0), slots: new Uint32Array(0) }
  for (const [at, part] of ids.parts.entries()) {
    ids.starts[at] = ids.repeated / ID_WORDS
    if (part.length === 0) continue
    const { repeated, count, again } = repeatedKeys(part, rooms)
    ids.added += count
    ids.again += again
    part.words = repeated
    part.length = part.words.length
    part.full.length = 0
    ids.repeated += part.length
  }
}

const repeatsKey = (ids: Ids, words: Uint32Array, at: number): boolean =>
  ids.repeated > 0 && find(partOf(ids, words[at] ?? 0).words, words, at) >= 0

function placeOf(ids: Ids, key: Uint32Array): number {
  if (ids.repeated === 0) return -1
  const own = partOf(ids, key[0] ?? 0)
  const at = find(own.words, key, 0)
  if (at < 0) return -1
  return at + (ids.starts[(key[0] ?? 0) >>> 24] ?? 0)
}

function allRepeated({ parts, repeated }: Ids): Uint32Array {
  const all = new Uint32Array(repeated)
  let at = 0
  for (const { words } of parts) {
    all.set(words, at)
    at += words.length
  }
  return all
}

/** A table that knows which ids are repeated, from another one. */
export function repeatedIds(repeated: Uint32Array, digest: IdDigest): IdTable {
  const table = createIdTable(digest)
  for (let at = 0; at < repeated.length; at += ID_WORDS) for (const _ of [1, 2]) table.addKey(repeated, at)
  table.seal()
  return table
}

/** Puts 96 bits of SHA-256, which stand for an id, into `key`. */
export function digestId(id: string, key: Uint32Array): void {
  const hash = sha256(Buffer.from(id, 'utf16le'))
  for (let word = 0; word < ID_WORDS; word++) key[word] = hash.readUInt32LE(word * 4)
}

/** The one-shot hash is three times as fast where node has it (from 20.12 on). */
const sha256: (bytes: Buffer) => Buffer =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'buffer')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest()

interface SealedKeys {
  readonly repeated: Uint32Array<ArrayBuffer>
  readonly count: number
  /** Keys that had come before. */
  readonly again: number
}

/** The keys that come more than once, each once, ascending. */
function repeatedKeys(part: Part, rooms: SealRooms): SealedKeys {
  const words = join(part, rooms)
  const count = words.length / ID_WORDS
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2))) - 1
  if (rooms.slots.length <= mask) rooms.slots = new Uint32Array(mask + 1)
  else rooms.slots.fill(0, 0, mask + 1)
  /** Numbers of keys from 1, by their second word; 0 is free. */
  const { slots } = rooms
  const found = new Set<number>()
  let again = 0
  for (let number = 0; number < count; number++) {
    for (let slot = (words[number * ID_WORDS + 1] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const other = slots[slot] ?? 0
      if (other === 0) {
        slots[slot] = number + 1
        break
      }
      if (compareKeys(words, other - 1, words, number) !== 0) continue
      found.add(other - 1)
      again += 1
      break
    }
  }
  const order = [...found].sort((a, b) => compareKeys(words, a, words, b))
  const repeated = new Uint32Array(order.length * ID_WORDS)
  for (const [at, key] of order.entries())
    repeated.set(words.subarray(key * ID_WORDS, (key + 1) * ID_WORDS), at * ID_WORDS)
  return { repeated, count, again }
}

function find(sorted: Uint32Array, key: Uint32Array, keyAt: number): number {
  let low = 0
  let high = sorted.length / ID_WORDS - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareKeys(sorted, middle, key, keyAt / ID_WORDS)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function compareKeys(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  for (let word = 0; word < ID_WORDS; word++) {
    const [x, y] = [a[i * ID_WORDS + word] ?? 0, b[j * ID_WORDS + word] ?? 0]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}
