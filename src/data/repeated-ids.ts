import crypto from 'node:crypto'

/**
 * Finds ids that come more than once, in 12 bytes an id whatever its length: 96 bits of SHA-256 stand for an id. In a file of ten
 * million, two different ids meet with a probability of 10^-15.
 */
export interface IdTable {
  add(id: string): void
  /** Ends the adding; keeps only what came more than once. */
  seal(): void
  /** Whether the id was added more than once; to be asked after `seal`. */
  repeats(id: string): boolean
}

const PARTS = 256
/** Words of a digest. */
export const ID_WORDS = 3

export function createIdTable(): IdTable {
  const parts = Array.from({ length: PARTS }, () => ({ words: new Uint32Array(0), length: 0 }))
  const key = new Uint32Array(ID_WORDS)
  let repeated = 0

  function partOf(id: string) {
    digestId(id, key)
    const part = parts[(key[0] ?? 0) >>> 24]
    if (part === undefined) throw new Error('a part is missing')
    return part
  }

  return {
    add(id) {
      const part = partOf(id)
      if (part.length === part.words.length) part.words = grown(part.words)
      part.words.set(key, part.length)
      part.length += ID_WORDS
    },
    seal() {
      for (const part of parts) {
        part.words = repeatedKeys(part.words.subarray(0, part.length))
        part.length = part.words.length
        repeated += part.length
      }
    },
    repeats: (id) => repeated > 0 && find(partOf(id).words, key) >= 0,
  }
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

/** An eighth more, so that little stands empty. */
function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const keys = words.length / ID_WORDS
  const larger = new Uint32Array(ID_WORDS * (keys + Math.max(8, keys >> 3)))
  larger.set(words)
  return larger
}

/** The keys that stand more than once, each once, ascending. */
function repeatedKeys(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const order = Uint32Array.from({ length: words.length / ID_WORDS }, (_, at) => at)
  order.sort((a, b) => compareKeys(words, a, words, b))
  const kept: number[] = []
  for (let at = 1; at < order.length; at++) {
    const [before, now] = [order[at - 1] ?? 0, order[at] ?? 0]
    if (compareKeys(words, before, words, now) !== 0) continue
    const last = kept.at(-1)
    if (last === undefined || compareKeys(words, last, words, now) !== 0) kept.push(now)
  }
  const repeated = new Uint32Array(kept.length * ID_WORDS)
  for (const [at, key] of kept.entries())
    repeated.set(words.subarray(key * ID_WORDS, (key + 1) * ID_WORDS), at * ID_WORDS)
  return repeated
}

function find(sorted: Uint32Array, key: Uint32Array): number {
  let low = 0
  let high = sorted.length / ID_WORDS - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareKeys(sorted, middle, key, 0)
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
