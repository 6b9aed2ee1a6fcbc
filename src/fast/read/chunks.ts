import { isUtf8 } from 'node:buffer'
import { readSync } from 'node:fs'
import { LONGEST_RECORD } from '../../survey/files/row.js'
import { createFindCells, type FindCells, FOUND } from './find-cells.js'

/** Whole rows of a CSV text in memory, with the places of their cells. One object for all chunks; the next one overwrites it. */
export interface Chunk {
  readonly memory: WebAssembly.Memory
  /** How often the memory has grown; its buffer is another one each time. */
  growth: number
  /** Where the memory beside the text starts, the text, the ends of cells, and the numbers of rows. */
  readonly besideAt: number
  readonly textAt: number
  endsAt: number
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
   * Reads whole rows from a place where a row starts: as many as fit, and at least one. `false`: this is not plain CSV in UTF-8, because
   * of a stray quote, a row that is too long, or bytes that are not text; or the file has become shorter.
   */
  read(from: number): boolean
}

const PAGE = 1 << 16
const FOUND_AT = 0
const BESIDE_AT = 64
const MOST_ROWS = 1 << 14

const aligned = (at: number) => (at + 63) & ~63

/** Where things are in the memory for texts of some length. */
function placesFor(text: number, size: number) {
  const ends = aligned(text + size + FOUND.room)
  const rows = ends + aligned(4 * (size + FOUND.room))
  return { ends, rows, all: rows + 8 * (MOST_ROWS + FOUND.room) }
}

/**
 * The same, or `null` if there is no WebAssembly: it is switched off, the processor lacks instructions, or the address space is too
 * small, because each memory takes some GB of it.
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

/** An open file that is read, and where its rows go. */
interface Reading {
  readonly file: number
  readonly fileLength: number
  readonly delimiter: string
  readonly size: number
  readonly chunk: Chunk
  readonly find: FindCells
  /** How many bytes of text fit. */
  room: number
  places: ReturnType<typeof placesFor>
  /** A view of the results of `find`. */
  found: Uint32Array
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
  // The code that fills cells looks some bytes before the end of a cell, so there is room before the text.
  const textAt = aligned(BESIDE_AT + beside) + FOUND.room
  const places = placesFor(textAt, size)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(places.all / PAGE) })
  const find = createFindCells(memory)
  const chunk = emptyChunk(memory, textAt, places)
  const found = new Uint32Array()
  const reading: Reading = { file, fileLength, delimiter, size, chunk, find, room: 0, places, found }
  return { chunk, read: (from) => read(reading, from) }
}

const emptyChunk = (
  memory: WebAssembly.Memory,
  textAt: number,
  { ends, rows }: ReturnType<typeof placesFor>,
): Chunk => ({
  memory,
  growth: 0,
  besideAt: BESIDE_AT,
  textAt,
  endsAt: ends,
  rowsAt: rows,
  bytes: new Uint8Array(),
  buffer: Buffer.alloc(0),
  ends: new Uint32Array(),
  rows: new Uint32Array(),
  count: 0,
  length: 0,
  breaks: 0,
})

/** Reads twice as much each time that no row ends in the bytes. */
function read(reading: Reading, from: number): boolean {
  const rest = reading.fileLength - from
  for (let wanted = Math.min(reading.size, rest); ; wanted = Math.min(wanted * 2, rest)) {
    makeRoom(reading, wanted + 1)
    const got = readText(reading, from, wanted)
    if (got < wanted) return false
    const isLast = got === rest
    const end = findRows(reading, got, isLast)
    if (end === null) return false
    if (end > 0) return takeRows(reading, end, got)
    if (isLast || wanted >= LONGEST_RECORD) return false
  }
}

function makeRoom(reading: Reading, wanted: number): void {
  if (wanted <= reading.room) return
  const { chunk } = reading
  const { memory, textAt } = chunk
  const room = wanted
  const places = placesFor(textAt, room)
  const missing = places.all - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
  reading.room = room
  reading.places = places
  reading.found = new Uint32Array(memory.buffer, FOUND_AT, BESIDE_AT / 4)
  chunk.growth += 1
  chunk.endsAt = places.ends
  chunk.rowsAt = places.rows
  chunk.bytes = new Uint8Array(memory.buffer, textAt, room + FOUND.room)
  chunk.buffer = Buffer.from(memory.buffer, textAt, room + FOUND.room)
  chunk.ends = new Uint32Array(memory.buffer, places.ends, room + FOUND.room)
  chunk.rows = new Uint32Array(memory.buffer, places.rows, 2 * (MOST_ROWS + FOUND.room))
}

function readText({ file, chunk }: Reading, from: number, wanted: number): number {
  let got = 0
  while (got < wanted) {
    const more = readSync(file, chunk.bytes, got, wanted - got, from + got)
    if (more === 0) break
    got += more
  }
  return got
}

/** Finds the rows in the bytes just read; gives where the last whole row ends, 0 for none, `null` where this is not plain CSV. */
function findRows({ chunk, delimiter, find, found, places }: Reading, got: number, isLast: boolean) {
  const { bytes, textAt } = chunk
  const isBroken = isLast && bytes[got - 1] !== LINE_FEED
  // At the very end CR is part of a cell, and not of a line break.
  if (isBroken && bytes[got - 1] === RETURN) return null
  if (isBroken) bytes[got] = LINE_FEED
  // Up to its last line break, so that each quote has what comes after it.
  const length = bytes.lastIndexOf(LINE_FEED, isBroken ? got : got - 1) + 1
  bytes.fill(0, length, length + FOUND.room)
  find(textAt, length, delimiter.charCodeAt(0), places.ends, places.rows, MOST_ROWS, FOUND_AT)
  if (resultIn(found, FOUND.strays) !== 0 || (isLast && resultIn(found, FOUND.open) !== 0)) return null
  return resultIn(found, FOUND.end)
}

const resultIn = (found: Uint32Array, offset: number) => found[offset / 4] ?? 0

/** Makes a chunk of the rows that were found; `false` if they are not text in UTF-8. */
function takeRows({ chunk, found }: Reading, end: number, got: number): boolean {
  chunk.count = resultIn(found, FOUND.rows)
  chunk.length = Math.min(end, got)
  chunk.breaks = chunk.rows[2 * chunk.count - 1] ?? 0
  const text = chunk.buffer.subarray(0, chunk.length)
  return isUtf8(text) && !text.includes(0)
}

const LINE_FEED = 0x0a
const RETURN = 0x0d
