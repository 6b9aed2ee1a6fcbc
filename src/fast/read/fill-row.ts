import { NO_NUMBERS } from '../../survey/doubts/answer-codes.js'
import type { CellCounts } from '../../survey/doubts/cell-counts.js'
import type { CollectedDoubts } from '../../survey/doubts/column-doubts.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import type { Chunk } from './chunks.js'
import { createFillCells, type FillCells } from './fill-cells.js'
import { fillMissed } from './fill-missed.js'
import { fillingOf, type RowMemory } from './memory.js'
import { COLUMNS_AT_ONCE, COUNTS, DATE } from './memory-fields.js'
import type { RowFilling, SlotArrays, SlotRow } from './slot-row.js'

/** Reads the cells of one row after another into the same slots. */
export interface RowFiller {
  readonly row: SlotRow
  /**
   * `false`: a value does not fit its slot, or the record's date does not read.
   * @param isFilled says that the plain cells of the row are in their slots already.
   */
  fill(firstCell: number, start: number, line: number, isFilled?: boolean): boolean
  /** Puts the plain cells of a row into slots, by groups of columns; the loop in WebAssembly calls them too. */
  readonly fillCells: readonly FillCells[]
  /** Hands over what was counted of plain cells. */
  flush(): void
}

/**
 * Reads rows of a chunk that have as many cells as the header. `slots` holds what is known of facts that the file has no column for;
 * `doubts` gets what the columns hold, or is `null` if nobody asks.
 */
export function createRowFiller(
  chunk: Chunk,
  columns: readonly ByteColumn[],
  rowMemory: RowMemory,
  slots: SlotArrays,
  lastCell: number,
  doubts: CollectedDoubts | null,
): RowFiller {
  const { memory, besideAt } = chunk
  const filling: RowFilling = {
    chunk,
    columns,
    rowMemory,
    lastCell,
    doubts,
    fillCells: rowMemory.groups.map((group, at) =>
      createFillCells(fillingOf(chunk, rowMemory, group, at * COLUMNS_AT_ONCE, lastCell), memory),
    ),
    isCounted: columns.map(rowMemory.isCounted),
    row: emptyRow(slots),
    slotCount: slots.values.length,
    words: new Int32Array(),
    greatest: new Float64Array(),
    growth: -1,
    hasDayText: false,
    cell: { start: 0, end: 0, isQuoted: false },
    written: { value: 0, whole: 0, behind: 0 },
  }
  const { row, fillCells } = filling
  rowMemory.write(new DataView(memory.buffer), besideAt)
  viewMemory(filling)
  row.values.set(slots.values)
  row.gaps.set(slots.gaps)
  return {
    row,
    fill: (firstCell, start, line, isFilled = false) => fill(filling, firstCell, start, line, isFilled),
    fillCells,
    flush: () => flush(filling),
  }
}

const emptyRow = ({ values, gaps }: SlotArrays): SlotRow => ({
  values,
  gaps,
  isUsual: true,
  day: 0,
  dayStart: -1,
  dayEnd: -1,
  dayText: '',
  faults: [],
})

/** Makes views of the memory, which may have grown. */
function viewMemory(filling: RowFilling): void {
  const { chunk, row, rowMemory, slotCount } = filling
  const { buffer } = chunk.memory
  filling.growth = chunk.growth
  row.values = new Float64Array(buffer, chunk.besideAt + rowMemory.values, slotCount)
  row.gaps = new Uint8Array(buffer, chunk.besideAt + rowMemory.gaps, slotCount)
  filling.words = new Int32Array(buffer, chunk.besideAt, rowMemory.size >> 2)
  filling.greatest = new Float64Array(buffer, chunk.besideAt, rowMemory.size >> 3)
}

function fill(
  filling: RowFilling,
  firstCell: number,
  rowStart: number,
  line: number,
  isFilled: boolean,
): boolean {
  const { chunk, row, rowMemory } = filling
  if (chunk.growth !== filling.growth) viewMemory(filling)
  if (!isFilled) fillPlain(filling, firstCell, rowStart)
  filling.hasDayText = false
  row.isUsual = true
  if (row.faults.length > 0) row.faults.length = 0
  let isWhole = true
  let first = 0
  for (const { missed, blanks } of rowMemory.groups) {
    if (filling.words[blanks >> 2] !== 0) row.isUsual = false
    for (let bits = filling.words[missed >> 2] as number; bits !== 0; bits &= bits - 1) {
      const column = first + 31 - Math.clz32(bits & -bits)
      if (!fillMissed(filling, column, firstCell, rowStart, line)) isWhole = false
    }
    first += COLUMNS_AT_ONCE
  }
  if (!filling.hasDayText) takeDay(filling)
  if (row.faults.length > 1) row.faults.sort((a, b) => a.order - b.order)
  return isWhole
}

function fillPlain(
  { chunk, fillCells, rowMemory, words }: RowFilling,
  firstCell: number,
  rowStart: number,
): void {
  words[rowMemory.date >> 2] = 0
  const firstEnd = chunk.endsAt + 4 * firstCell
  for (const [at, { missed }] of rowMemory.groups.entries())
    words[missed >> 2] = (fillCells[at] as FillCells)(firstEnd, rowStart)
}

function takeDay({ row, rowMemory, words }: RowFilling): void {
  const date = rowMemory.date >> 2
  row.day = words[date + DATE.day / 4] as number
  row.dayStart = words[date + DATE.start / 4] as number
  row.dayEnd = words[date + DATE.end / 4] as number
}

function flush(filling: RowFilling): void {
  const { chunk, columns, rowMemory, doubts } = filling
  if (chunk.growth !== filling.growth) viewMemory(filling)
  const { words, greatest } = filling
  for (const [number, { name, declaration, plain, slot }] of columns.entries()) {
    const counts = rowMemory.counts(number)
    const at = counts >> 2
    const most = (counts + COUNTS.greatest) >> 3
    const filled = words[at] ?? 0
    const withOtherPlaces = words[at + COUNTS.withPlaces / 4] ?? 0
    const near = words[at + COUNTS.near / 4] ?? 0
    const others =
      plain === PLAIN.number && slot !== null
        ? { count: filled, greatest: (greatest[most] ?? 0) / 10 ** slot.places, near }
        : NO_NUMBERS
    if (filled > 0) doubts?.add(name, declaration, { ...NOTHING_COUNTED, filled, others, withOtherPlaces })
    words.fill(0, at, at + COUNTS.seen / 4)
    words[at + COUNTS.near / 4] = 0
    greatest[most] = Number.NEGATIVE_INFINITY
  }
}

const NOTHING_COUNTED: CellCounts = {
  filled: 0,
  others: NO_NUMBERS,
  codes: new Map(),
  answers: new Set(),
  withThreePlaces: 0,
  withOtherPlaces: 0,
  otherMarks: null,
}
