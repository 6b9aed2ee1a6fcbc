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

/** Writes an integer at some places: 123456 at two as `1234.56`. */
function putNumber(into: Uint8Array, start: number, whole: number, places: number): number {
  let at = start
  let rest = whole
  if (rest < 0) {
    into[at++] = MINUS
    rest = 0 - rest
  }
  const digits = Math.max(digitsIn(rest), places + 1)
  const end = at + digits + (places > 0 ? 1 : 0)
  let to = end
  for (let digit = 0; digit < digits; digit++) {
    if (digit === places && places > 0) into[--to] = POINT
    // What fits 32 bits is divided faster.
    const next = rest < 4_000_000_000 ? ((rest >>> 0) / 10) >>> 0 : Math.floor(rest / 10)
    into[--to] = ZERO + (rest - next * 10)
    rest = next
  }
  at = end
  return at
}

function digitsIn(whole: number): number {
  let digits = 1
  for (let limit = 10; whole >= limit; limit *= 10) digits += 1
  return digits
}
