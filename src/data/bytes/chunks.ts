import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { LONGEST_RECORD } from '../row.js'
import { createFindCells, FOUND } from './find-cells.js'

/** Whole rows of a CSV text in memory, with the places of their cells. One object for all chunks; the next one overwrites it. */
export interface Chunk {
  bytes: Uint8Array
  /** The same bytes, for making texts of them. */
  buffer: Buffer
  /** Where each cell ends: the place of its delimiter or line break. */
  ends: Uint32Array
  /** For each row two numbers: how many cells there are up to its end, and how many line breaks stood in quotes. */
  rows: Uint32Array
  /** How many rows there are. */
  count: number
  /** How many bytes of the file they are. */
  length: number
  /** Line breaks in quoted cells. */
  breaks: number
}

export interface ChunkReader {
  readonly chunk: Chunk
  /**
   * Reads whole rows from a place where a row starts, as many as fit, and one at least. `false`: what stands there is no plain CSV in UTF-8,
   * because of a stray quote, a row that is too long, or bytes that are no text.
   */
  read(from: number): boolean
}

const PAGE = 1 << 16
/** Where results stand, and where the text starts behind a row's worth of room. */
const FOUND_AT = 0
const TEXT_AT = 64
const MOST_ROWS = 1 << 14

/** Where things stand in the memory for texts of some length. */
function placesFor(size: number) {
  const aligned = (at: number) => (at + 63) & ~63
  const ends = aligned(TEXT_AT + size + FOUND.room)
  const rows = ends + aligned(4 * (size + FOUND.room))
  return { ends, rows, all: rows + 8 * (MOST_ROWS + FOUND.room) }
}

/**
 * Reads the rows of an open file of some length, about `size` bytes at a time. A file that ends without a line break is read as if it had
 * one.
 */
export function createChunkReader(
  file: number,
  fileLength: number,
  delimiter: string,
  size: number,
): ChunkReader {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(placesFor(size).all / PAGE) })
  const find = createFindCells(memory)
  const none = { bytes: new Uint8Array(), buffer: Buffer.alloc(0), ends: new Uint32Array() }
  const chunk: Chunk = { ...none, rows: new Uint32Array(), count: 0, length: 0, breaks: 0 }
  let room = 0
  let places = placesFor(size)
  let found = new Uint32Array()

  function makeRoom(wanted: number): void {
    if (wanted <= room) return
    room = wanted
    places = placesFor(room)
    const missing = places.all - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    chunk.bytes = new Uint8Array(memory.buffer, TEXT_AT, room + FOUND.room)
    chunk.buffer = Buffer.from(memory.buffer, TEXT_AT, room + FOUND.room)
    chunk.ends = new Uint32Array(memory.buffer, places.ends, room + FOUND.room)
    chunk.rows = new Uint32Array(memory.buffer, places.rows, 2 * (MOST_ROWS + FOUND.room))
    found = new Uint32Array(memory.buffer, FOUND_AT, TEXT_AT / 4)
  }

  function readText(from: number, wanted: number): number {
    let got = 0
    while (got < wanted) {
      const more = readSync(file, chunk.bytes, got, wanted - got, from + got)
      if (more === 0) break
      got += more
    }
    return got
  }

  const result = (offset: number) => found[offset / 4] ?? 0

  return {
    chunk,
    read(from) {
      const rest = fileLength - from
      for (let wanted = Math.min(size, rest); ; wanted = Math.min(wanted * 2, rest)) {
        makeRoom(wanted + 1)
        const got = readText(from, wanted)
        const isLast = got === rest
        const isBroken = isLast && chunk.bytes[got - 1] !== LINE_FEED
        if (isBroken) chunk.bytes[got] = LINE_FEED
        // Up to its last line break, so that each quote has what stands behind it.
        const length = chunk.bytes.lastIndexOf(LINE_FEED, isBroken ? got : got - 1) + 1
        chunk.bytes.fill(0, length, length + FOUND.room)
        find(TEXT_AT, length, delimiter.charCodeAt(0), places.ends, places.rows, MOST_ROWS, FOUND_AT)
        const end = result(FOUND.end)
        if (result(FOUND.strays) !== 0 || (isLast && result(FOUND.open) !== 0)) return false
        if (end === 0) {
          if (isLast || wanted >= LONGEST_RECORD) return false
          continue
        }
        chunk.count = result(FOUND.rows)
        chunk.length = Math.min(end, got)
        chunk.breaks = chunk.rows[2 * chunk.count - 1] ?? 0
        const text = chunk.buffer.subarray(0, chunk.length)
        return isUtf8(text) && !text.includes(0)
      }
    },
  }
}

const LINE_FEED = 0x0a
