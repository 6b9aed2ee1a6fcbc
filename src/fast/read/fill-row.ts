import { dayNumber } from '../../compile/periods.js'
import { slotValue } from '../../compile/record-slots.js'
import { gapNumber } from '../../compile/slots.js'
import type { Known } from '../../lang/record.js'
import { MISSING_CODES } from '../../survey/cells/missing-codes.js'
import type { CellFault } from '../../survey/cells/reading.js'
import type { CellCounts, CollectedDoubts } from '../../survey/doubts/column-doubts.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import type { Chunk } from './chunks.js'
import { readDigits, type WrittenNumber } from './digits.js'
import { createFillCells, type FillCells } from './fill-cells.js'
import { fillingOf, type RowMemory } from './memory.js'
import { COLUMNS_AT_ONCE, COUNTS, DATE } from './memory-fields.js'

/** One row as slots. The arrays are others whenever the memory of the chunk has grown. */
export interface SlotRow {
  values: Float64Array
  gaps: Uint8Array
  /** Whether a column of a slot is blank, or one was read as a text: what is known of the slots is not what it usually is. */
  isUsual: boolean
  /** The record's date as 20201231; 0 where the cell is blank or the file has no such column. */
  day: number
  /** The cell of that date where it is plain, as places in the chunk; else -1. */
  dayStart: number
  dayEnd: number
  /** The date where its cell is written otherwise. */
  dayText: string
  /** What is wrong with its cells, in the order in which the normal reader tells of it. */
  readonly faults: RowFault[]
}

/** A cell that does not read. */
export interface RowFault {
  readonly fault: CellFault
  readonly header: string
  /** The place of its fact in the pack. */
  readonly order: number
}

/** Reads the cells of one row after another into the same slots. */
export interface RowFiller {
  readonly row: SlotRow
  /**
   * `false`: a value does not fit its slot, or the record's date does not read.
   * @param isFilled says that the plain cells of the row are in their slots already.
   */
  fill(firstCell: number, start: number, line: number, isFilled?: boolean): boolean
  /** Puts the plain cells of a row into slots, by groups of columns; for those who call them from elsewhere. */
  readonly fillCells: readonly FillCells[]
  /** Hands over what was counted of plain cells. */
  flush(): void
}

const QUOTE = 0x22
const MINUS = 0x2d
const RETURN = 0x0d

/**
 * Reads rows of a chunk whose cells are as many as the header's. `slots` is what stands in the slots of columns that the file lacks;
 * `doubts` is told what the columns hold, `null`: nobody asks.
 */
export function createRowFiller(
  chunk: Chunk,
  columns: readonly ByteColumn[],
  rowMemory: RowMemory,
  slots: { readonly values: Float64Array; readonly gaps: Uint8Array },
  lastCell: number,
  doubts: CollectedDoubts | null,
): RowFiller {
  const { memory, besideAt } = chunk
  const fillCells = rowMemory.groups.map((group, at) =>
    createFillCells(fillingOf(chunk, rowMemory, group, at * COLUMNS_AT_ONCE, lastCell), memory),
  )
  const written: WrittenNumber = { value: 0, whole: 0, behind: 0 }
  const isCounted = columns.map(rowMemory.isCounted)
  const row: SlotRow = {
    ...slots,
    ...{ isUsual: true, day: 0, dayStart: -1, dayEnd: -1, dayText: '', faults: [] },
  }
  let found = new Int32Array()
  let hasDayText = false
  let growth = -1
  rowMemory.write(new DataView(memory.buffer), besideAt)
  look()
  row.values.set(slots.values)
  row.gaps.set(slots.gaps)

  /** Makes views of the memory, which may have grown. */
  function look(): void {
    growth = chunk.growth
    const { buffer } = memory
    row.values = new Float64Array(buffer, besideAt + rowMemory.values, slots.values.length)
    row.gaps = new Uint8Array(buffer, besideAt + rowMemory.gaps, slots.gaps.length)
    found = new Int32Array(buffer, besideAt, rowMemory.size >> 2)
  }

  function fillPlain(firstCell: number, rowStart: number): void {
    found[rowMemory.date >> 2] = 0
    const firstEnd = chunk.endsAt + 4 * firstCell
    for (const [at, { missed }] of rowMemory.groups.entries())
      found[missed >> 2] = (fillCells[at] as FillCells)(firstEnd, rowStart)
  }

  function fill(firstCell: number, rowStart: number, line: number, isFilled = false): boolean {
    if (chunk.growth !== growth) look()
    if (!isFilled) fillPlain(firstCell, rowStart)
    hasDayText = false
    row.isUsual = true
    if (row.faults.length > 0) row.faults.length = 0
    let isWhole = true
    let first = 0
    for (const { missed, blanks } of rowMemory.groups) {
      if (found[blanks >> 2] !== 0) row.isUsual = false
      const missing = found[missed >> 2] as number
      if (missing !== 0 && !fillMissed(missing, first, firstCell, rowStart, line)) isWhole = false
      first += COLUMNS_AT_ONCE
    }
    if (!hasDayText) {
      const date = rowMemory.date >> 2
      row.day = found[date + DATE.day / 4] as number
      row.dayStart = found[date + DATE.start / 4] as number
      row.dayEnd = found[date + DATE.end / 4] as number
    }
    if (row.faults.length > 1) row.faults.sort((a, b) => a.order - b.order)
    return isWhole
  }

  /** The cells that are not plain, a bit for each column from `first` on. */
  function fillMissed(
    missed: number,
    first: number,
    firstCell: number,
    rowStart: number,
    line: number,
  ): boolean {
    const { bytes, ends } = chunk
    let isWhole = true
    for (let bits = missed; bits !== 0; bits &= bits - 1) {
      const number = first + 31 - Math.clz32(bits & -bits)
      const { index } = columns[number] as ByteColumn
      let start = index === 0 ? rowStart : (ends[firstCell + index - 1] as number) + 1
      let end = ends[firstCell + index] as number
      if (index === lastCell && bytes[end - 1] === RETURN) end -= 1
      const isQuoted = bytes[start] === QUOTE
      if (isQuoted) {
        start += 1
        end -= 1
      }
      if (!fillNumber(number, start, end) && !fillByText(number, start, end, isQuoted, line)) isWhole = false
    }
    return isWhole
  }

  /** A number of more digits, or below 0. */
  function fillNumber(column: number, start: number, end: number): boolean {
    const { plain, slot } = columns[column] as ByteColumn
    if (plain !== PLAIN.number || slot === null) return false
    const isNegative = chunk.bytes[start] === MINUS
    if (!readDigits(chunk.bytes, isNegative ? start + 1 : start, end, written)) return false
    const { whole, behind } = written
    // Three places may be a group of thousands.
    if (behind === 3 || behind > slot.places || CODES.has(whole)) return false
    const size = written.value * 10 ** (slot.places - behind)
    const value = isNegative ? 0 - size : size
    if (size > slot.limit || value < slot.min || value > slot.max) return false
    if (isCounted[column]) {
      count(column, COUNTS.filled)
      if (behind > 0) count(column, COUNTS.withPlaces)
    }
    row.gaps[slot.index] = 0
    row.values[slot.index] = value
    return true
  }

  function count(column: number, what: number): void {
    const at = (rowMemory.counts(column) + what) >> 2
    found[at] = (found[at] as number) + 1
  }

  /** What the normal reader says of a cell. */
  function fillByText(column: number, start: number, end: number, isQuoted: boolean, line: number): boolean {
    const { fact, declaration, name, slot, isDate, order } = columns[column] as ByteColumn
    const cell = chunk.buffer.toString('utf8', start, end)
    const text = isQuoted ? cell.replaceAll('""', '"') : cell
    if (isCounted[column]) doubts?.note(name, declaration, text, line)
    const reading = fact.read(text)
    if (reading.fault !== null) {
      if (isDate) return false
      row.faults.push({ fault: reading.fault, header: fact.column?.header ?? name, order })
    }
    if (reading.fact.kind === 'gap') {
      row.isUsual = false
      if (slot !== null) row.gaps[slot.index] = gapNumber(reading.fact.reason)
      return true
    }
    const { value } = reading.fact
    if (isDate) takeDate(value)
    if (slot === null) return true
    const whole = slotValue(slot, value)
    if (whole === null) return false
    row.gaps[slot.index] = 0
    row.values[slot.index] = whole
    return true
  }

  function takeDate(value: Known): void {
    const day = typeof value === 'string' ? dayNumber(value) : null
    hasDayText = true
    row.day = day ?? 0
    row.dayStart = -1
    row.dayText = String(value)
  }

  return {
    ...{ row, fill, fillCells },
    flush() {
      if (chunk.growth !== growth) look()
      for (const [number, { name, declaration }] of columns.entries()) {
        const at = rowMemory.counts(number) >> 2
        const counts = { filled: found[at] ?? 0, withOtherPlaces: found[at + COUNTS.withPlaces / 4] ?? 0 }
        if (counts.filled > 0) doubts?.add(name, declaration, { ...NOTHING_COUNTED, ...counts })
        found.fill(0, at, at + COUNTS.seen / 4)
      }
    },
  }
}

const CODES: ReadonlySet<number> = new Set(MISSING_CODES.map((code) => Math.abs(Number(code))))

const NOTHING_COUNTED: CellCounts = {
  ...{ filled: 0, codes: new Map(), answers: new Set() },
  ...{ withThreePlaces: 0, withOtherPlaces: 0, otherMarks: null },
}
