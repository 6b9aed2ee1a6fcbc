import type { SlotTable } from '../../compile/slots.js'
import { placed } from '../../compile/wasm/memory-places.js'
import { MISSING_CODES } from '../../survey/cells/missing-codes.js'
import { isWatched } from '../../survey/doubts/column-doubts.js'
import type { ByteColumn } from './byte-columns.js'
import type { Chunk } from './chunks.js'
import type { Filling } from './fill-cells.js'
import { CODES_UP_TO, COLUMNS_AT_ONCE, COUNTS, DATE } from './memory-fields.js'

/** Columns that are filled at once, and where their marks stand: a bit for each missed cell, and one for each blank cell. */
export interface ColumnGroup {
  readonly columns: readonly ByteColumn[]
  readonly missed: number
  readonly blanks: number
}

/** What is in memory beside the text of a chunk: slots, tables and counts. Places count from the start of that memory. */
export interface RowMemory {
  readonly size: number
  readonly values: number
  readonly gaps: number
  readonly codes: number
  readonly date: number
  readonly groups: readonly ColumnGroup[]
  /** Whether the cells of a column are counted. */
  isCounted(column: ByteColumn): boolean
  /** Where the counts of a column are, by its number. */
  counts(column: number): number
  /** Writes what stays the same for all rows. */
  write(memory: DataView, at: number): void
}

/** @param counting says whether cells are counted, to find out which columns are doubtful. */
export function planRowMemory(
  columns: readonly ByteColumn[],
  slots: SlotTable,
  counting: boolean,
): RowMemory {
  const groups = Math.ceil(columns.length / COLUMNS_AT_ONCE)
  const { places, end } = placed(
    {
      values: 8 * slots.length,
      gaps: slots.length,
      codes: CODES_UP_TO,
      date: DATE.size,
      marks: 8 * groups,
      counts: COUNTS.size * columns.length,
    },
    0,
  )
  const { values, gaps, codes, date, marks, counts } = places
  return {
    size: end,
    values,
    gaps,
    codes,
    date,
    groups: Array.from({ length: groups }, (_, group) => ({
      columns: columns.slice(group * COLUMNS_AT_ONCE, (group + 1) * COLUMNS_AT_ONCE),
      missed: marks + 8 * group,
      blanks: marks + 8 * group + 4,
    })),
    isCounted: ({ declaration }) => counting && isWatched(declaration),
    counts: (column) => counts + COUNTS.size * column,
    write: (memory, at) => writeFixed(memory, at + codes, at + counts, columns.length),
  }
}

/** Writes the table of codes, and that no column has a greatest number yet. */
function writeFixed(memory: DataView, codes: number, counts: number, columns: number): void {
  for (const code of MISSING_CODES.map(Number))
    if (code > 0 && code < CODES_UP_TO) memory.setUint8(codes + code, 1)
  for (let number = 0; number < columns; number++)
    memory.setFloat64(counts + COUNTS.size * number + COUNTS.greatest, Number.NEGATIVE_INFINITY, true)
}

/** Where the code for a group of columns writes; `first` is the number of its first column. */
export function fillingOf(
  { besideAt, textAt }: Chunk,
  rowMemory: RowMemory,
  { columns, blanks }: ColumnGroup,
  first: number,
  lastCell: number,
): Filling {
  return {
    columns: columns.map((column, nth) => ({
      column,
      value: column.slot && besideAt + rowMemory.values + 8 * column.slot.index,
      gap: column.slot && besideAt + rowMemory.gaps + column.slot.index,
      counts: rowMemory.isCounted(column) ? besideAt + rowMemory.counts(first + nth) : null,
      date: column.isDate ? besideAt + rowMemory.date : null,
    })),
    text: textAt,
    blanks: besideAt + blanks,
    codes: besideAt + rowMemory.codes,
    lastCell,
  }
}
