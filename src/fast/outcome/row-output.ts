import type { CompiledPack } from '../../compile/compile.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import { csvReport } from '../../report/assess/csv.js'
import { lazyCase } from '../../report/assess/lazy-case.js'
import type { Report } from '../../report/assess/report.js'
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
import { describeRow, planRoom, type RoomPlan, setPart } from './output-room.js'
import { createSharedTexts, type SharedTexts, type TextPlace } from './shared-texts.js'

/** Where the cells stand that rows of one outcome share, in an epoch of shared texts: between the id and the date, and behind the date. */
export interface Placed {
  epoch: number
  idAt: number
  idLength: number
  dateAt: number
  dateLength: number
}

/** The cells that rows of one outcome share, and where they stand. */
type PlacedWords = OutcomeWords & Placed

/** Where the bytes of an id are in the text of a chunk. */
export interface IdPlace {
  readonly start: number
  readonly end: number
}

/** Rows of the CSV report, gathered as bytes beside the text of a chunk. */
export interface RowOutput {
  /** Adds the row of a record whose id is in the chunk; `numbers` has two ends for each output. */
  put(id: IdPlace, date: DateCell, outcome: PlacedWords, numbers: Float64Array, line: number): void
  /** What the loop writes rows with, and where the next one goes. */
  readonly writeRow: WriteRow
  next: number
  readonly end: number
  /** How much a row takes beside the cells that are copied. */
  readonly longest: number
  readonly shared: SharedTexts
  /** Gives the cells of an outcome their places, where these are of an earlier epoch. */
  placeWords(outcome: PlacedWords): void
  /** Writes what is the same in all rows into a description of a row, whose outputs stand somewhere. */
  describe(row: number, outputs: number): void
  /** Adds the row of a record that was judged by itself. */
  putAssessment(assessment: Assessment): void
  /** How many bytes have been put since they were last taken. */
  size(): number
  /** Puts them into memory, or into larger memory where they do not fit. */
  take(memory: Uint8Array): Uint8Array
}

interface Writing {
  readonly pack: Pack
  readonly chunk: Chunk
  readonly plan: RoomPlan
  readonly longest: number
  readonly writeRow: WriteRow
  readonly outcomeCells: ReturnType<typeof createOutcomeCells>
  readonly report: Report
  readonly shared: SharedTexts
  /** Rows that had no more room. */
  readonly aside: Uint8Array[]
  /** Where the next row goes. */
  next: number
  /** The date that was last written as a text. */
  dateText: string
  datePlace: TextPlace
  dateEpoch: number
  /** Views of the memory: the description of a row, also as doubles with its outputs, and all of it. */
  words: Int32Array
  numbers: Float64Array
  bytes: Buffer
  growth: number
}

/** @param at is where the room for rows starts in the memory of the chunk. */
export function createRowOutput(
  compiled: CompiledPack,
  file: string,
  chunk: Chunk,
  at: number,
  room: number,
): RowOutput {
  const ending = Buffer.from(behindOutputs(file))
  const plan = planRoom(at, room, compiled.outputPlaces.length, ending.length)
  const writing = newWriting(compiled, chunk, plan)
  const { writeRow, shared, longest } = writing
  viewMemory(writing)
  writing.bytes.set(ending, plan.ending)
  describeRow(chunk.memory, plan, plan.row, plan.numbers)
  new Int32Array(chunk.memory.buffer, plan.places, plan.outputs).set(compiled.outputPlaces)
  return {
    put: (id, date, outcome, numbers, line) => putRow(writing, id, date, outcome, numbers, line),
    writeRow,
    get next() {
      return writing.next
    },
    set next(place) {
      writing.next = place
    },
    end: plan.end,
    longest,
    shared,
    placeWords: (outcome) => placeWords(writing, outcome),
    describe: (row, outputs) => describeRow(chunk.memory, plan, row, outputs),
    putAssessment: (assessment) => putAssessment(writing, assessment),
    size: () => sizeOf(writing),
    take: (memory) => takeRows(writing, memory),
  }
}

function newWriting({ pack }: CompiledPack, chunk: Chunk, plan: RoomPlan): Writing {
  return {
    pack,
    chunk,
    plan,
    longest: (plan.outputs + 2) * LONGEST_NUMBER + plan.endingLength + ROOM,
    writeRow: createWriteRow(chunk.memory),
    outcomeCells: createOutcomeCells(pack),
    report: csvReport({ pack, keep: [], raw: false, excel: false }),
    shared: createSharedTexts(chunk, plan.shared, plan.rows),
    aside: [],
    next: plan.rows,
    dateText: '',
    datePlace: { at: plan.shared, length: 0 },
    dateEpoch: -1,
    words: new Int32Array(),
    numbers: new Float64Array(),
    bytes: Buffer.alloc(0),
    growth: -1,
  }
}

/** Makes views of the memory, which may have grown. */
function viewMemory(writing: Writing): void {
  const { chunk, plan } = writing
  const { buffer } = chunk.memory
  writing.growth = chunk.growth
  writing.words = new Int32Array(buffer, plan.row, ROW.size / 4)
  writing.numbers = new Float64Array(buffer, plan.row, (plan.places - plan.row) >> 3)
  writing.bytes = Buffer.from(buffer)
}

function putRow(
  writing: Writing,
  id: IdPlace,
  date: DateCell,
  outcome: PlacedWords,
  ends: Float64Array,
  line: number,
): void {
  const { chunk, longest, plan, shared } = writing
  if (chunk.growth !== writing.growth) viewMemory(writing)
  const { words, numbers } = writing
  if (date.text === null) setPart(words, ROW.date, chunk.textAt + date.start, date.end - date.start)
  else placeDate(writing, date.text)
  placeWords(writing, outcome)
  if (date.text !== null && writing.dateEpoch !== shared.epoch) placeDate(writing, date.text)
  const idLength = id.end - id.start
  makeRoom(writing, longest + idLength + outcome.idLength + outcome.dateLength)
  setPart(words, ROW.id, chunk.textAt + id.start, idLength)
  setPart(words, ROW.behindId, outcome.idAt, outcome.idLength)
  setPart(words, ROW.behindDate, outcome.dateAt, outcome.dateLength)
  numbers[ROW.line >> 3] = line
  for (let end = 0; end < 2 * plan.outputs; end++) numbers[(ROW.size >> 3) + end] = ends[end] as number
  writing.next = writing.writeRow(plan.row, writing.next)
}

function placeDate(writing: Writing, text: string): void {
  const { shared } = writing
  if (text !== writing.dateText || writing.dateEpoch !== shared.epoch) writing.datePlace = shared.place(text)
  writing.dateText = text
  writing.dateEpoch = shared.epoch
  setPart(writing.words, ROW.date, writing.datePlace.at, writing.datePlace.length)
}

function placeWords({ outcomeCells, shared }: Writing, outcome: PlacedWords): void {
  if (outcome.epoch === shared.epoch) return
  const { behindId, behindDate } = outcomeCells(outcome)
  while (outcome.epoch !== shared.epoch) {
    const { epoch } = shared
    const id = shared.place(behindId)
    const date = shared.place(behindDate)
    if (shared.epoch !== epoch) continue
    outcome.epoch = epoch
    outcome.idAt = id.at
    outcome.idLength = id.length
    outcome.dateAt = date.at
    outcome.dateLength = date.length
  }
}

function makeRoom(writing: Writing, wanted: number): void {
  const { aside, chunk, plan } = writing
  if (writing.next + wanted <= plan.end) return
  aside.push(new Uint8Array(chunk.memory.buffer.slice(plan.rows, writing.next)))
  writing.next = plan.rows
}

function putAssessment(writing: Writing, assessment: Assessment): void {
  const { aside, chunk, pack, plan, report } = writing
  if (chunk.growth !== writing.growth) viewMemory(writing)
  const text = report.record?.(lazyCase(pack, assessment)) ?? ''
  const length = Buffer.byteLength(text)
  makeRoom(writing, length)
  if (writing.next + length > plan.end) aside.push(Buffer.from(text))
  else writing.next += writing.bytes.write(text, writing.next)
}

const sizeOf = ({ aside, next, plan }: Writing) =>
  aside.reduce((sum, { length }) => sum + length, 0) + next - plan.rows

function takeRows(writing: Writing, given: Uint8Array): Uint8Array {
  const { aside, chunk, plan } = writing
  const length = sizeOf(writing)
  const target = length <= given.length ? given : new Uint8Array(length)
  let to = 0
  for (const part of aside.splice(0)) {
    target.set(part, to)
    to += part.length
  }
  target.set(new Uint8Array(chunk.memory.buffer, plan.rows, writing.next - plan.rows), to)
  writing.next = plan.rows
  return target.subarray(0, length)
}
