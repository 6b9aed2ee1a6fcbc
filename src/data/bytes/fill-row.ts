import { slotValue } from '../../engine/compile-js/fill-slots.js'
import { dayNumber } from '../../engine/compile-js/periods.js'
import { gapNumber } from '../../engine/compile-js/slots.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Known } from '../../lang/record.js'
import { MISSING_CODES } from '../missing-codes.js'
import { type CellCounts, isWatched, type Suspects } from '../suspects.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import type { Chunk } from './chunks.js'
import { isPlainText, plainDay, textFinder, YES_NO, yesNoWord } from './plain-cells.js'

/** One row as slots. */
export interface SlotRow {
  readonly values: Float64Array
  readonly gaps: Uint8Array
  /** The record's date as 20201231; 0 where the cell is blank or the file has no such column. */
  day: number
  /** The cell of that date where it is plain, as places in the chunk. */
  dayStart: number
  dayEnd: number
  /** The date where its cell is written otherwise. */
  dayText: string
}

/** Reads the cells of one row after another into the same slots. */
export interface RowFiller {
  readonly row: SlotRow
  /** Counts what columns hold, for those who ask afterwards which of them are doubtful. */
  readonly isLearning: boolean
  /** `false`: a cell of the row does not read, or does not fit its slot. */
  fill(firstCell: number, start: number, line: number): boolean
  /** Hands what was counted over. */
  flush(): void
}

const BLANK = gapNumber('blank')
const QUOTE = 0x22

/** Reads rows of a chunk whose cells are as many as the header's. `suspects` is told what the columns hold; `null`: nobody asks. */
export function createRowFiller(
  chunk: Chunk,
  columns: readonly ByteColumn[],
  slots: { readonly values: Float64Array; readonly gaps: Uint8Array },
  lastCell: number,
  suspects: Suspects | null,
): RowFiller {
  const { values, gaps } = slots
  const row: SlotRow = { values, gaps, day: 0, dayStart: -1, dayEnd: -1, dayText: '' }
  const count = columns.length
  const numbers = (of: (column: ByteColumn) => number) => Float64Array.from(columns, of)
  const indices = Int32Array.from(columns, ({ index }) => index)
  const plain = Uint8Array.from(columns, (column) => column.plain)
  const slotOf = Int32Array.from(columns, ({ slot }) => slot?.index ?? -1)
  const places = Int32Array.from(columns, ({ slot }) => slot?.places ?? 0)
  const least = numbers(({ slot }) => Math.max(slot?.min ?? 0, -(slot?.limit ?? 0)))
  const most = numbers(({ slot }) => Math.min(slot?.max ?? 0, slot?.limit ?? 0))
  const isRecordDate = Uint8Array.from(columns, ({ isDate }) => Number(isDate))
  const watched = columns.map(({ declaration }) => suspects !== null && isWatched(declaration))
  const isNoted = Uint8Array.from(watched, Number)
  const finders = columns.map(({ declaration, fact, slot }) =>
    textFinder(spellingsOf(declaration, fact, slot)),
  )
  const filled = new Uint32Array(count)
  const withPlaces = new Uint32Array(count)
  const wordsSeen = new Uint16Array(count)

  function fill(firstCell: number, rowStart: number, line: number): boolean {
    const { bytes, ends } = chunk
    let isWhole = true
    row.day = 0
    for (let column = 0; column < count; column++) {
      const index = indices[column] as number
      let start = index === 0 ? rowStart : (ends[firstCell + index - 1] as number) + 1
      let end = ends[firstCell + index] as number
      if (index === lastCell && end > start && bytes[end - 1] === 13) end -= 1
      const slot = slotOf[column] as number
      if (end > start && bytes[start] === QUOTE) {
        start += 1
        end -= 1
      }
      if (end === start) {
        if (slot >= 0) gaps[slot] = BLANK
        continue
      }
      switch (plain[column]) {
        case PLAIN.number: {
          let at = start
          let byte = bytes[at] as number
          const isNegative = byte === 45
          if (isNegative) byte = bytes[++at] as number
          const first = at
          let whole = 0
          while (byte >= 48 && byte <= 57) {
            whole = whole * 10 + byte - 48
            byte = bytes[++at] as number
          }
          const digits = at - first
          let behind = 0
          let value = whole
          if (at < end && byte === 46) {
            const point = at
            byte = bytes[++at] as number
            while (byte >= 48 && byte <= 57) {
              value = value * 10 + byte - 48
              byte = bytes[++at] as number
            }
            behind = at - point - 1
            // Three places may be a group of thousands.
            if (behind === 0 || behind === 3) break
          }
          const scale = (places[column] as number) - behind
          if (at < end || digits === 0 || digits + behind > 15 || scale < 0) break
          if (scale === 2) value *= 100
          else if (scale !== 0) value *= 10 ** scale
          if (isNegative) value = 0 - value
          if (value < (least[column] as number) || value > (most[column] as number)) break
          if (isNoted[column] === 1) {
            if (isCode(whole)) break
            filled[column] = (filled[column] as number) + 1
            if (behind > 0) withPlaces[column] = (withPlaces[column] as number) + 1
          }
          gaps[slot] = 0
          values[slot] = value
          continue
        }
        case PLAIN.yesNo: {
          const word = yesNoWord(bytes, start, end)
          if (word === YES_NO.other) break
          if (isNoted[column] === 1) {
            if (((wordsSeen[column] as number) & (1 << word)) === 0) {
              wordsSeen[column] = (wordsSeen[column] as number) | (1 << word)
              break
            }
            filled[column] = (filled[column] as number) + 1
          }
          gaps[slot] = 0
          values[slot] = word & 1
          continue
        }
        case PLAIN.code: {
          const code = (finders[column] as (typeof finders)[number])(bytes, start, end)
          if (code < 0) break
          gaps[slot] = 0
          values[slot] = code
          continue
        }
        case PLAIN.date: {
          const day = plainDay(bytes, start, end)
          if (day === 0) break
          if (isRecordDate[column] === 1) {
            row.day = day
            row.dayStart = start
            row.dayEnd = end
          }
          continue
        }
        case PLAIN.text:
          if (isPlainText(bytes, start, end)) continue
          break
      }
      if (!fillByText(column, start, end, line)) isWhole = false
    }
    return isWhole
  }

  /** What the normal reader says of the cell; counters of plain cells that broke off are its business now. */
  function fillByText(column: number, start: number, end: number, line: number): boolean {
    const { fact, declaration, name, slot, isDate } = columns[column] as ByteColumn
    const isQuoted = start > 0 && chunk.bytes[start - 1] === QUOTE
    const written = chunk.buffer.toString('utf8', start, end)
    const text = isQuoted ? written.replaceAll('""', '"') : written
    if (watched[column]) suspects?.note(name, declaration, text, line)
    const reading = fact.read(text)
    if (reading.fault !== null) return false
    if (reading.fact.kind === 'gap') {
      if (slot !== null) gaps[slot.index] = gapNumber(reading.fact.reason)
      return true
    }
    const { value } = reading.fact
    if (isDate) takeDate(value)
    if (slot === null) return true
    const number = slotValue(slot, value)
    if (number === null) return false
    gaps[slot.index] = 0
    values[slot.index] = number
    return true
  }

  function takeDate(value: Known): void {
    const day = typeof value === 'string' ? dayNumber(value) : null
    row.day = day ?? 0
    row.dayStart = -1
    row.dayText = String(value)
  }

  return {
    row,
    isLearning: suspects !== null,
    fill,
    flush() {
      for (const [index, { name, declaration }] of columns.entries()) {
        const counts = { filled: filled[index] ?? 0, withOtherPlaces: withPlaces[index] ?? 0 }
        if (counts.filled > 0) suspects?.add(name, declaration, { ...NOTHING_COUNTED, ...counts })
        filled[index] = 0
        withPlaces[index] = 0
        wordsSeen[index] = 0
      }
    },
  }
}

const NOTHING_COUNTED: CellCounts = {
  ...{ filled: 0, codes: new Map(), answers: new Set() },
  ...{ withThreePlaces: 0, withOtherPlaces: 0, otherMarks: null },
}

/** The codes of a column by each spelling that reads as one. */
function spellingsOf(
  { codes }: FactDeclaration,
  { read }: ByteColumn['fact'],
  slot: ByteColumn['slot'],
): ReadonlyMap<string, number> {
  const spellings = new Map<string, number>()
  for (const spelling of codes.flatMap(({ code, aliases }) => [code, ...aliases])) {
    const { fact } = read(spelling)
    const value = fact.kind === 'known' && slot !== null ? slotValue(slot, fact.value) : null
    if (value !== null && spelling === spelling.trim()) spellings.set(spelling, value)
  }
  return spellings
}

/** Whether a whole number may be one that surveys write for no answer; those that may be are looked at as texts. */
const isCode = (whole: number): boolean =>
  whole < CODES.length
    ? CODES[whole] === 1
    : whole === 9999 || whole === 99_999 || whole === 999_999 || whole === 999_999_999

const CODES = new Uint8Array(1000)
for (const code of MISSING_CODES.map(Number)) if (code > 0 && code < CODES.length) CODES[code] = 1
