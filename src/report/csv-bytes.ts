import { csvRow } from '../base/csv-text.js'
import type { Assessment } from '../engine/assessment.js'
import { type Pack, packLabel } from '../lang/pack.js'

/** What a row of the CSV report says of its record's outcome, with the delimiters around it. */
export interface OutcomeCells {
  /** Between the id and the date. */
  readonly behindId: Uint8Array
  /** Between the date and the outputs. */
  readonly behindDate: Uint8Array
}

/** Cells that all records with one outcome share. */
export function outcomeCells(
  pack: Pack,
  {
    decision,
    possible,
    reasons,
    needs,
    verdicts,
  }: Pick<Assessment, 'decision' | 'possible' | 'reasons' | 'needs' | 'verdicts'>,
): OutcomeCells {
  const lists = [possible, reasons, needs].map((list) => list.join('|'))
  const criteria = pack.criteria.map(({ id }) => verdicts.get(id) ?? '')
  return {
    behindId: Buffer.from(`,${csvRow([decision, ...lists])},`),
    behindDate: Buffer.from(`,${csvRow([packLabel(pack), ...criteria])}`),
  }
}

/** Bytes from one place up to another. */
export interface Cell {
  bytes: Uint8Array
  start: number
  end: number
}

/** Writes rows of the CSV report as bytes: the same as the report writes as text. */
export interface RowPen {
  /** What a row takes at most beside its id and what its outcome says. */
  readonly room: number
  /**
   * Writes a row and says where the next one starts. The id is one that needs no quotes.
   * @param numbers has two ends for each output, integers at its places; an open one stays blank.
   */
  write(
    into: Uint8Array,
    at: number,
    id: Cell,
    date: Cell,
    outcome: OutcomeCells,
    numbers: Float64Array,
    line: number,
  ): number
}

const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const LINE_FEED = 0x0a

/** No output is longer: sixteen digits, sign, point and comma, or as many zeros as places. */
const LONGEST_NUMBER = 64
const LONGEST_LINE_NUMBER = 20
const LONGEST_DATE = 10

/** @param places are those of each output's integers. */
export function createRowPen(places: readonly number[], file: string): RowPen {
  const behindNumbers = Buffer.from(`,${csvRow([file])},`)
  const outputs = places.length
  return {
    room: LONGEST_DATE + outputs * LONGEST_NUMBER + behindNumbers.length + LONGEST_LINE_NUMBER,
    write(into, start, id, date, { behindId, behindDate }, numbers, line) {
      let at = copy(into, start, id)
      into.set(behindId, at)
      at = copy(into, at + behindId.length, date)
      into.set(behindDate, at)
      at += behindDate.length
      for (let output = 0; output < outputs; output++) {
        into[at++] = COMMA
        const lowest = numbers[2 * output] as number
        const isOne = lowest === numbers[2 * output + 1] && Number.isFinite(lowest)
        if (isOne) at = putNumber(into, at, lowest, places[output] as number)
      }
      into.set(behindNumbers, at)
      at = putNumber(into, at + behindNumbers.length, line, 0)
      into[at++] = LINE_FEED
      return at
    },
  }
}

function copy(into: Uint8Array, at: number, { bytes, start, end }: Cell): number {
  let to = at
  for (let from = start; from < end; from++) into[to++] = bytes[from] as number
  return to
}

/** Two digits each of the numbers up to 99. */
const PAIRS = Uint8Array.from(
  Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).join(''),
  (digit) => digit.charCodeAt(0),
)

/** Writes an integer at some places: 123456 at two as `1234.56`. */
function putNumber(into: Uint8Array, start: number, whole: number, places: number): number {
  let at = start
  let size = whole
  if (size < 0) {
    into[at++] = MINUS
    size = 0 - size
  }
  if (size > 0x7fffffff) return putText(into, at, atPoint(size, places))
  if (places === 2) {
    const units = (size / 100) | 0
    at = putDigits(into, at, units)
    into[at] = POINT
    putPair(into, at + 1, size - units * 100)
    return at + 3
  }
  return places === 0 ? putDigits(into, at, size | 0) : putText(into, at, atPoint(size, places))
}

function putDigits(into: Uint8Array, at: number, whole: number): number {
  let rest = whole | 0
  const end = at + digitsIn(rest)
  let to = end
  while (rest > 99) {
    const hundreds = (rest / 100) | 0
    to -= 2
    putPair(into, to, rest - hundreds * 100)
    rest = hundreds
  }
  if (rest > 9) putPair(into, to - 2, rest)
  else into[to - 1] = ZERO + rest
  return end
}

function putPair(into: Uint8Array, at: number, pair: number): void {
  into[at] = PAIRS[pair * 2] as number
  into[at + 1] = PAIRS[pair * 2 + 1] as number
}

const digitsIn = (whole: number): number =>
  whole < 100_000
    ? whole < 100
      ? whole < 10
        ? 1
        : 2
      : whole < 1000
        ? 3
        : whole < 10_000
          ? 4
          : 5
    : whole < 10_000_000
      ? whole < 1_000_000
        ? 6
        : 7
      : whole < 100_000_000
        ? 8
        : whole < 1_000_000_000
          ? 9
          : 10

/** The same as text, for numbers of any size. */
function atPoint(whole: number, places: number): string {
  const digits = String(whole).padStart(places + 1, '0')
  const point = digits.length - places
  return places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

function putText(into: Uint8Array, at: number, text: string): number {
  for (let index = 0; index < text.length; index++) into[at + index] = text.charCodeAt(index)
  return at + text.length
}
