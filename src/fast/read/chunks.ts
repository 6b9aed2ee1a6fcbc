import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { LONGEST_RECORD } from '../../survey/files/row.js'
import { createFindCells, FOUND } from './find-cells.js'

/** Whole rows of a CSV text in memory, with the places of their cells. One object for all chunks; the next one overwrites it. */
export interface Chunk {
  /** Its buffer is another one whenever it has grown, so often. */
  readonly memory: WebAssembly.Memory
  growth: number
  /** Where a rowMemory stands in the memory, for those who look at the text, and where the text and the ends do. */
  readonly besideAt: number
  readonly textAt: number
  endsAt: number
  /** Where the numbers of rows stand. */
  rowsAt: number
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
   * because of a stray quote, a row that is too long, or bytes that are no text; or the file has become shorter.
   */
  read(from: number): boolean
}

const PAGE = 1 << 16
const FOUND_AT = 0
const BESIDE_AT = 64
const MOST_ROWS = 1 << 14

const aligned = (at: number) => (at + 63) & ~63

/** Where things stand in the memory for texts of some length. */
function placesFor(text: number, size: number) {
  const ends = aligned(text + size + FOUND.room)
  const rows = ends + aligned(4 * (size + FOUND.room))
  return { ends, rows, all: rows + 8 * (MOST_ROWS + FOUND.room) }
}

/**
 * The same, or `null` where WebAssembly is not to be had: it is switched off, the processor lacks what is used of it, or the address space
 * is limited, of which each of its memories takes some GB.
 */
export function openChunkReader(...what: Parameters<typeof createChunkReader>): ChunkReader | null {
  try {
    return createChunkReader(...what)
  } catch (error) {
    const isRefused = error instanceof RangeError || (error instanceof Error && error.name === 'CompileError')
    if (typeof WebAssembly === 'undefined' || isRefused) return null
    throw error
  }
}

/**
 * Reads the rows of an open file of some length, about `size` bytes at a time. A file that ends without a line break is read as if it had
 * one.
 * @param beside is how many bytes are wanted beside the text.
 */
export function createChunkReader(
  file: number,
  fileLength: number,
  delimiter: string,
  size: number,
  beside = 0,
): ChunkReader {
  // Some room before the text, because the end of a short cell is looked at from its front.
  const textAt = aligned(BESIDE_AT + beside) + FOUND.room
  let places = placesFor(textAt, size)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(places.all / PAGE) })
  const find = createFindCells(memory)
  const chunk: Chunk = {
    ...{ memory, growth: 0, besideAt: BESIDE_AT, textAt, endsAt: places.ends, rowsAt: places.rows },
    ...{ bytes: new Uint8Array(), buffer: Buffer.alloc(0), ends: new Uint32Array(), rows: new Uint32Array() },
    ...{ count: 0, length: 0, breaks: 0 },
  }
  let room = 0
  let found = new Uint32Array()

  function makeRoom(wanted: number): void {
    if (wanted <= room) return
    room = wanted
    places = placesFor(textAt, room)
    const missing = places.all - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    chunk.growth += 1
    chunk.endsAt = places.ends
    chunk.rowsAt = places.rows
    chunk.bytes = new Uint8Array(memory.buffer, textAt, room + FOUND.room)
    chunk.buffer = Buffer.from(memory.buffer, textAt, room + FOUND.room)
    chunk.ends = new Uint32Array(memory.buffer, places.ends, room + FOUND.room)
    chunk.rows = new Uint32Array(memory.buffer, places.rows, 2 * (MOST_ROWS + FOUND.room))
    found = new Uint32Array(memory.buffer, FOUND_AT, BESIDE_AT / 4)
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
        if (got < wanted) return false
        const isLast = got === rest
        const isBroken = isLast && chunk.bytes[got - 1] !== LINE_FEED
        // At the very end CR is part of a cell, and no part of a line break.
        if (isBroken && chunk.bytes[got - 1] === RETURN) return false
        if (isBroken) chunk.bytes[got] = LINE_FEED
        // Up to its last line break, so that each quote has what stands behind it.
        const length = chunk.bytes.lastIndexOf(LINE_FEED, isBroken ? got : got - 1) + 1
        chunk.bytes.fill(0, length, length + FOUND.room)
        find(textAt, length, delimiter.charCodeAt(0), places.ends, places.rows, MOST_ROWS, FOUND_AT)
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
const RETURN = 0x0d
