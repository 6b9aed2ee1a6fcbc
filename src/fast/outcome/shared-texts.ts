import type { Chunk } from '../read/chunks.js'
import { ROOM } from './csv-bytes.js'

/** Where a text is in memory. */
export interface TextPlace {
  readonly at: number
  readonly length: number
}

/** Texts that several rows share, each once, in a part of the memory of a chunk. When the part is full, all of them go. */
export interface SharedTexts {
  /** How often all texts have gone: places of an earlier epoch hold something else now. */
  readonly epoch: number
  /** Where a text stands. */
  place(text: string): TextPlace
}

interface Texts {
  readonly chunk: Chunk
  /** The part of the memory. */
  readonly from: number
  readonly to: number
  readonly places: Map<string, TextPlace>
  /** Where the next text goes. */
  next: number
  epoch: number
  bytes: Buffer
  growth: number
}

/** @param from and `to` are the ends of the part, the first a multiple of 16. */
export function createSharedTexts(chunk: Chunk, from: number, to: number): SharedTexts {
  const bytes = Buffer.alloc(0)
  const texts: Texts = { chunk, from, to, places: new Map(), next: from, epoch: 0, bytes, growth: -1 }
  return {
    get epoch() {
      return texts.epoch
    },
    place: (text) => texts.places.get(text) ?? add(texts, text),
  }
}

function add(texts: Texts, text: string): TextPlace {
  const { chunk, from, to, places } = texts
  if (chunk.growth !== texts.growth) {
    texts.growth = chunk.growth
    texts.bytes = Buffer.from(chunk.memory.buffer)
  }
  const length = Buffer.byteLength(text)
  if (from + 2 * length + ROOM > to) throw new Error('cells of one outcome that no room is kept for')
  if (texts.next + length + ROOM > to) {
    places.clear()
    texts.next = from
    texts.epoch += 1
  }
  const place = { at: texts.next, length }
  texts.bytes.write(text, place.at)
  places.set(text, place)
  texts.next += (length + 15) & ~15
  return place
}
