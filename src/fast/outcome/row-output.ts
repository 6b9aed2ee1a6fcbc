import type { CompiledPack } from '../../compile/compile.js'
import type { Assessment } from '../../engine/assessment.js'
import { csvReport } from '../../report/assess/csv.js'
import { lazyCase } from '../../report/assess/lazy-case.js'
import type { Chunk } from '../read/chunks.js'
import type { DateCell } from './as-of.js'
import {
  behindOutputs,
  createOutcomeCells,
  createWriteRow,
  LONGEST_NUMBER,
  type OutcomeWords,
  ROOM,
  ROW,
  type WriteRow,
} from './csv-bytes.js'

/** Where stands, from a time on, what rows of one outcome share: between the id and the date, and behind that. */
export interface Placed {
  since: number
  idAt: number
  idLength: number
  dateAt: number
  dateLength: number
}

/** What rows of one outcome share, and where it stands. */
type PlacedWords = OutcomeWords & Placed

/** Rows of the CSV report, gathered as bytes beside the text of a chunk. */
export interface RowOutput {
  /** A row of a record whose id stands in the chunk. */
  put(
    idStart: number,
    idEnd: number,
    date: DateCell,
    outcome: PlacedWords,
    numbers: Float64Array,
    line: number,
  ): void
  /** What else writes rows here, and where the next one goes. */
  readonly writeRow: WriteRow
  next: number
  readonly end: number
  /** What a row takes at most beside what is copied. */
  readonly longest: number
  /** Counts how often what rows share has lost its places. */
  readonly since: number
  /** Where a text that rows share stands. */
  place(text: string): { readonly at: number; readonly length: number }
  /** Gives what rows of an outcome share its places, where it has none. */
  placeWords(outcome: PlacedWords): void
  /** Writes what is the same in all rows into what a row is written from, whose outputs stand somewhere. */
  describe(row: number, outputs: number): void
  /** A record that was judged by itself. */
  putAssessment(assessment: Assessment): void
  /** How many bytes have been put since they were last taken. */
  size(): number
  /** Puts them into memory, or into larger memory where they do not fit. */
  take(memory: Uint8Array): Uint8Array
}

/** Room for what rows share. */
const SHARED = 1 << 19

/** Room for rows beside a text of about so many bytes; where they take more, they are put aside. */
export const outputRoom = (text: number): number => SHARED + 2 * text + (1 << 14)

/** @param at is where the room for rows starts in the memory of the chunk. */
export function createRowOutput(
  { pack, outputPlaces }: CompiledPack,
  file: string,
  chunk: Chunk,
  at: number,
  room: number,
): RowOutput {
  const { memory } = chunk
  const writeRow = createWriteRow(memory)
  const outcomeCells = createOutcomeCells(pack)
  const report = csvReport({ pack, keep: [], raw: false, excel: false })
  const outputs = outputPlaces.length
  const numbersAt = at + ROW.size
  const placesAt = numbersAt + 16 * outputs
  const ending = Buffer.from(behindOutputs(file))
  const endingAt = (placesAt + 4 * outputs + 15) & ~15
  const sharedAt = (endingAt + ending.length + ROOM + 15) & ~15
  const rowsAt = at + SHARED
  const rowsEnd = at + room - ROOM
  const longest = (outputs + 2) * LONGEST_NUMBER + ending.length + ROOM
  const shared = new Map<string, { readonly at: number; readonly length: number }>()
  const aside: Uint8Array[] = []
  let growth = -1
  let words = new Int32Array()
  let numbers = new Float64Array()
  let bytes = Buffer.alloc(0)
  let next = rowsAt
  let free = sharedAt
  /** Counts how often the room for what rows share was cleared. */
  let since = 0
  let dateText = ''
  let datePlace = { at: sharedAt, length: 0 }
  let dateSince = -1

  /** Makes views of the memory, which may have grown. */
  function look(): void {
    growth = chunk.growth
    const { buffer } = memory
    words = new Int32Array(buffer, at, ROW.size / 4)
    numbers = new Float64Array(buffer, at, (placesAt - at) >> 3)
    bytes = Buffer.from(buffer)
  }

  /** Where a text that rows share stands; clears all of them where there is no more room. */
  function place(text: string) {
    if (chunk.growth !== growth) look()
    const known = shared.get(text)
    if (known !== undefined) return known
    const length = Buffer.byteLength(text)
    if (sharedAt + 2 * length + ROOM > rowsAt)
      throw new Error('cells of one outcome that no room is kept for')
    if (free + length + ROOM > rowsAt) {
      shared.clear()
      free = sharedAt
      since += 1
    }
    const placed = { at: free, length }
    bytes.write(text, free)
    shared.set(text, placed)
    free += (length + 15) & ~15
    return placed
  }

  function placeWords(outcome: PlacedWords): void {
    if (outcome.since === since) return
    const { behindId, behindDate } = outcomeCells(outcome)
    while (outcome.since !== since) {
      const before = since
      const [id, date] = [place(behindId), place(behindDate)]
      if (since !== before) continue
      outcome.since = since
      outcome.idAt = id.at
      outcome.idLength = id.length
      outcome.dateAt = date.at
      outcome.dateLength = date.length
    }
  }

  function setPart(part: number, address: number, length: number): void {
    words[part >> 2] = address
    words[(part >> 2) + 1] = length
  }

  function makeRoom(wanted: number): void {
    if (next + wanted <= rowsEnd) return
    aside.push(new Uint8Array(memory.buffer.slice(rowsAt, next)))
    next = rowsAt
  }

  function describe(row: number, outputsAt: number): void {
    const own = new Int32Array(memory.buffer, row, ROW.size / 4)
    own[ROW.behindOutputs >> 2] = endingAt
    own[(ROW.behindOutputs >> 2) + 1] = ending.length
    own[ROW.outputs >> 2] = outputsAt
    own[ROW.places >> 2] = placesAt
    own[ROW.placesEnd >> 2] = placesAt + 4 * outputs
  }

  look()
  bytes.set(ending, endingAt)
  describe(at, numbersAt)
  new Int32Array(memory.buffer, placesAt, outputs).set(outputPlaces)

  function placeDate(text: string): void {
    if (text !== dateText || dateSince !== since) datePlace = place(text)
    dateText = text
    dateSince = since
    setPart(ROW.date, datePlace.at, datePlace.length)
  }

  const size = () => aside.reduce((sum, { length }) => sum + length, 0) + next - rowsAt

  return {
    ...{ size, writeRow, place, placeWords, describe, longest, end: rowsEnd },
    get next() {
      return next
    },
    set next(place) {
      next = place
    },
    get since() {
      return since
    },
    put(idStart, idEnd, { text, start, end }, outcome, ends, line) {
      if (chunk.growth !== growth) look()
      if (text === null) setPart(ROW.date, chunk.textAt + start, end - start)
      else placeDate(text)
      placeWords(outcome)
      if (text !== null && dateSince !== since) placeDate(text)
      makeRoom(longest + idEnd - idStart + outcome.idLength + outcome.dateLength)
      setPart(ROW.id, chunk.textAt + idStart, idEnd - idStart)
      setPart(ROW.behindId, outcome.idAt, outcome.idLength)
      setPart(ROW.behindDate, outcome.dateAt, outcome.dateLength)
      numbers[ROW.line >> 3] = line
      for (let end = 0; end < 2 * outputs; end++) numbers[(ROW.size >> 3) + end] = ends[end] as number
      next = writeRow(at, next)
    },
    putAssessment(assessment) {
      if (chunk.growth !== growth) look()
      const text = report.record?.(lazyCase(pack, assessment)) ?? ''
      const length = Buffer.byteLength(text)
      makeRoom(length)
      if (next + length > rowsEnd) aside.push(Buffer.from(text))
      else next += bytes.write(text, next)
    },
    take(given) {
      const length = size()
      const target = length <= given.length ? given : new Uint8Array(length)
      let to = 0
      for (const part of aside.splice(0)) {
        target.set(part, to)
        to += part.length
      }
      target.set(new Uint8Array(memory.buffer, rowsAt, next - rowsAt), to)
      next = rowsAt
      return target.subarray(0, length)
    },
  }
}
