import type { CellFault } from '../../survey/cells/reading.js'
import type { CollectedDoubts } from '../../survey/doubts/column-doubts.js'
import type { ByteColumn } from './byte-columns.js'
import type { Chunk } from './chunks.js'
import type { WrittenNumber } from './digits.js'
import type { FillCells } from './fill-cells.js'
import type { RowMemory } from './memory.js'

/** Values and gaps, by the order of slots. */
export interface SlotArrays {
  readonly values: Float64Array
  readonly gaps: Uint8Array
}

/** One row as slots. The arrays are others whenever the memory of the chunk has grown. */
export interface SlotRow {
  values: Float64Array
  gaps: Uint8Array
  /** `false` where a slot of a column has a gap: what is known of the slots is not what it usually is. */
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

/** What the rows of a chunk are read with, one after another. */
export interface RowFilling {
  readonly chunk: Chunk
  readonly columns: readonly ByteColumn[]
  readonly rowMemory: RowMemory
  /** The place of the last cell of a row. */
  readonly lastCell: number
  /** Gets what the columns hold. */
  readonly doubts: CollectedDoubts | null
  /** By groups of columns. */
  readonly fillCells: readonly FillCells[]
  /** By column. */
  readonly isCounted: readonly boolean[]
  readonly row: SlotRow
  /** How many values and gaps a row has; views of a memory that has grown have no length any more. */
  readonly slotCount: number
  /** A view of the memory beside the text, for marks, dates and counts; another one after each growth. */
  words: Int32Array
  /** The same memory, for the greatest number of each column. */
  greatest: Float64Array
  growth: number
  /** Whether the date was read from a text. */
  hasDayText: boolean
  /** The cell and the number that are being read, used again for each. */
  readonly cell: { start: number; end: number; isQuoted: boolean }
  readonly written: WrittenNumber
}
