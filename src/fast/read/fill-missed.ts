import { dayNumber } from '../../compile/periods.js'
import { slotValue } from '../../compile/record-slots.js'
import { gapNumber } from '../../compile/slots.js'
import type { Known } from '../../lang/record.js'
import { MISSING_CODES } from '../../survey/cells/missing-codes.js'
import { groupsNear } from '../../survey/doubts/answer-codes.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import { readDigits } from './digits.js'
import { COUNTS } from './memory-fields.js'
import type { RowFilling } from './slot-row.js'

const QUOTE = 0x22
const MINUS = 0x2d
const RETURN = 0x0d

/**
 * Reads the cell of a column, by its number, where it is not plain; the row is known by the number of its first cell, its start in the
 * text and its line. `false`: a value does not fit its slot, or the record's date does not read.
 */
export function fillMissed(
  filling: RowFilling,
  column: number,
  firstCell: number,
  rowStart: number,
  line: number,
): boolean {
  findCell(filling, column, firstCell, rowStart)
  return fillNumber(filling, column) || fillByText(filling, column, line)
}

/** Puts the place of the cell, without quotes around it, into `cell`. */
function findCell(filling: RowFilling, column: number, firstCell: number, rowStart: number): void {
  const { cell, chunk, columns, lastCell } = filling
  const { bytes, ends } = chunk
  const { index } = columns[column] as ByteColumn
  let start = index === 0 ? rowStart : (ends[firstCell + index - 1] as number) + 1
  let end = ends[firstCell + index] as number
  if (index === lastCell && bytes[end - 1] === RETURN) end -= 1
  const isQuoted = bytes[start] === QUOTE
  if (isQuoted) {
    start += 1
    end -= 1
  }
  cell.start = start
  cell.end = end
  cell.isQuoted = isQuoted
}

/** A number of more digits, or below 0. */
function fillNumber(filling: RowFilling, column: number): boolean {
  const { cell, chunk, columns, isCounted, row, written } = filling
  const { plain, slot } = columns[column] as ByteColumn
  if (plain !== PLAIN.number || slot === null) return false
  const isNegative = chunk.bytes[cell.start] === MINUS
  if (!readDigits(chunk.bytes, isNegative ? cell.start + 1 : cell.start, cell.end, written)) return false
  const { whole, behind } = written
  // Three places may be a group of thousands.
  if (behind === 3 || behind > slot.places || CODES.has(whole)) return false
  const size = written.value * 10 ** (slot.places - behind)
  const value = isNegative ? 0 - size : size
  if (size > slot.limit || value < slot.min || value > slot.max) return false
  if (isCounted[column]) {
    count(filling, column, COUNTS.filled)
    if (behind > 0) count(filling, column, COUNTS.withPlaces)
    noteNumber(filling, column, value, slot.places)
  }
  row.gaps[slot.index] = 0
  row.values[slot.index] = value
  return true
}

const CODES: ReadonlySet<number> = new Set(MISSING_CODES.map((code) => Math.abs(Number(code))))

function count({ rowMemory, words }: RowFilling, column: number, what: number): void {
  const at = (rowMemory.counts(column) + what) >> 2
  words[at] = (words[at] as number) + 1
}

/** Notes a number as the code in WebAssembly does. */
function noteNumber(
  { rowMemory, words, greatest }: RowFilling,
  column: number,
  value: number,
  places: number,
): void {
  const at = rowMemory.counts(column)
  const near = (at + COUNTS.near) >> 2
  words[near] = (words[near] as number) | groupsNear(value / 10 ** places)
  const most = (at + COUNTS.greatest) >> 3
  if (value > (greatest[most] as number)) greatest[most] = value
}

/** What the normal reader says of a cell. */
function fillByText(filling: RowFilling, column: number, line: number): boolean {
  const { cell, chunk, columns, isCounted, row, doubts } = filling
  const { fact, declaration, name, slot, isDate, order } = columns[column] as ByteColumn
  const bytes = chunk.buffer.toString('utf8', cell.start, cell.end)
  const text = cell.isQuoted ? bytes.replaceAll('""', '"') : bytes
  if (isCounted[column]) doubts?.note(name, declaration, text, line)
  const reading = fact.read(text)
  if (reading.fault !== null) {
    if (isDate) return false
    row.faults.push({ fault: reading.fault, header: fact.column?.header ?? name, order })
  }
  if (reading.fact.kind === 'gap') {
    // Slots hold no ranges.
    if (slot !== null && reading.fact.range !== undefined) return false
    row.isUsual = false
    if (slot !== null) row.gaps[slot.index] = gapNumber(reading.fact.reason)
    return true
  }
  const { value } = reading.fact
  if (isDate) takeDate(filling, value)
  if (slot === null) return true
  const whole = slotValue(slot, value)
  if (whole === null) return false
  row.gaps[slot.index] = 0
  row.values[slot.index] = whole
  return true
}

function takeDate(filling: RowFilling, value: Known): void {
  const { row } = filling
  const day = typeof value === 'string' ? dayNumber(value) : null
  filling.hasDayText = true
  row.day = day ?? 0
  row.dayStart = -1
  row.dayText = String(value)
}
