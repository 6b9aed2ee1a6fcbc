import {
  added,
  breakIf,
  breakTo,
  type Code,
  either,
  f64,
  i32,
  i64,
  int,
  when,
} from '../../compile/wasm/instructions.js'
import type { DayRange } from '../../lang/pack.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'
import { countNumber } from './count-number.js'
import { $, addDigit, DONE, digitsCode, long, MISSED, put, type Text } from './fill-code.js'
import { COUNTS, DATE } from './memory-fields.js'
import { LONGEST_WORD, type PlainWord, plainWords } from './plain-words.js'

/** A column, and the addresses where its cells are written; `null` where nothing is. */
export interface FilledColumn {
  readonly column: ByteColumn
  readonly value: number | null
  readonly gap: number | null
  readonly counts: number | null
  readonly date: number | null
}

/** Powers of ten that integers of 64 bits are multiplied by. */
const MOST_PLACES = 8

/** Puts a value into the slot, and is done, `depth` more blocks out. */
const known = ({ gap, value }: FilledColumn, number: Code, depth = 0): Code => [
  ...(gap === null ? [] : i32.store8(int(0), int(0), gap)),
  ...(value === null ? [] : f64.store(int(0), number, value)),
  ...breakTo(DONE + depth),
]

/** A number with two places, one or none. */
function number(filled: FilledColumn, text: Text, codes: number): Code[] {
  const { slot } = filled.column
  const places = slot?.places ?? 0
  if (slot === null || places > MOST_PLACES) return [breakTo(MISSED)]
  const isPointBefore = (digits: number) =>
    i32.and(i32.eq(text.byte($('end'), -digits - 1), int(0x2e)), i32.gtU($('length'), int(digits + 1)))
  /** Reads the digits behind the point into `before`, as they count at the places of the slot. */
  const behind = (digits: number, depth: number): Code[] => [
    breakIf(MISSED + depth, int(Number(places < digits))),
    put('behind', int(digits)),
    put('word', i32.sub($('length'), int(digits + 1))),
    ...Array.from({ length: digits }, (_, nth) =>
      addDigit('before', text.byte($('end'), nth - digits), depth),
    ),
    put('before', i32.mul($('before'), int(10 ** Math.max(0, places - digits)))),
  ]
  const least = Math.max(slot.min, -slot.limit)
  const most = Math.min(slot.max, slot.limit)
  return [
    put('behind', int(0)),
    put('before', int(0)),
    put('word', $('length')),
    either(isPointBefore(2), behind(2, 1), [when(isPointBefore(1), ...behind(1, 2))]),
    breakIf(MISSED, i32.gtU(i32.sub($('word'), int(1)), int(7))),
    digitsCode('whole', text.long($('start')), $('word')),
    put(
      'number',
      f64.fromI64(i64.add(i64.mul($('whole'), long(10n ** BigInt(places))), i64.extendU($('before')))),
    ),
    breakIf(MISSED, f64.lt($('number'), f64.const(least))),
    breakIf(MISSED, f64.gt($('number'), f64.const(most))),
    ...(filled.counts === null ? [] : countNumber(filled.counts, codes, places)),
    known(filled, $('number')),
  ]
}

const lowBytes = (count: Code): Code =>
  i64.sub(i64.shl(long(1), i64.extendU(i32.shl(count, int(3)))), long(1))

/** One of the words of the column. */
function words(filled: FilledColumn, text: Text): Code[] {
  const all = plainWords(filled.column)
  const isLong = all.some(({ high }) => high !== 0n)
  const isWord = ({ low, high }: PlainWord) =>
    isLong ? i32.and(i64.eq($('low'), long(low)), i64.eq($('high'), long(high))) : i64.eq($('low'), long(low))
  return [
    breakIf(MISSED, i32.gtU($('length'), int(isLong ? LONGEST_WORD : 8))),
    put('low', text.long($('start'))),
    when(i32.ltU($('length'), int(8)), put('low', i64.and($('low'), lowBytes($('length'))))),
    ...(isLong
      ? [
          put('high', long(0)),
          when(
            i32.gtU($('length'), int(8)),
            put('high', i64.and(text.long($('start'), 8), lowBytes(i32.sub($('length'), int(8))))),
          ),
        ]
      : []),
    ...all.map((word, nth) =>
      when(
        isWord(word),
        ...(filled.counts === null ? [] : countWord(filled.counts, 1 << nth)),
        known(filled, f64.const(word.value), 1),
      ),
    ),
    breakTo(MISSED),
  ]
}

const countWord = (counts: number, bit: number): Code[] => {
  const seen = i32.load(int(0), counts + COUNTS.seen)
  return [
    when(
      i32.eqz(i32.and(seen, int(bit))),
      i32.store(int(0), i32.or(seen, int(bit)), counts + COUNTS.seen),
      breakTo(MISSED + 2),
    ),
    added(counts + COUNTS.filled),
  ]
}

/** A bit for each month of 31 days. */
const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12].reduce((bits, month) => bits | (1 << month), 0)

/** Every fourth year has a 29 February, but only every fourth of the full hundreds. */
const isLeap = (year: Code): Code =>
  i32.and(
    i32.eqz(i32.and(year, int(3))),
    i32.or(i32.ne(i32.mul(i32.divU(year, int(25)), int(25)), year), i32.eqz(i32.and(year, int(15)))),
  )

/** Leaves a day that the fact cannot be to the normal reader. */
function daysWithin(day: Code, { from, to }: DayRange): Code[] {
  if (from === null && to === null) return []
  const numberOf = (date: string) => Number(date.replaceAll('-', ''))
  const within = isWithin(day, numberOf(from ?? '0001-01-01'), numberOf(to ?? '9999-12-31'))
  return [breakIf(MISSED, i32.eqz(within))]
}

/** `2020-12-31`. */
function date({ column, date: to }: FilledColumn, text: Text): Code[] {
  /** The number that digits from one place of the cell up to another give. */
  const digits = (into: 'word' | 'month' | 'day', from: number, end: number): Code[] => [
    put(into, int(0)),
    ...Array.from({ length: end - from }, (_, nth) => addDigit(into, text.byte($('start'), from + nth))),
  ]
  const day = i32.add(i32.add(i32.mul($('word'), int(10_000)), i32.mul($('month'), int(100))), $('day'))
  return [
    breakIf(MISSED, i32.ne($('length'), int(10))),
    breakIf(MISSED, i32.ne(text.byte($('start'), 4), int(0x2d))),
    breakIf(MISSED, i32.ne(text.byte($('start'), 7), int(0x2d))),
    ...digits('word', 0, 4),
    ...digits('month', 5, 7),
    ...digits('day', 8, 10),
    breakIf(MISSED, i32.eqz($('word'))),
    breakIf(MISSED, i32.gtU(i32.sub($('month'), int(1)), int(11))),
    breakIf(MISSED, i32.gtU(i32.sub($('day'), int(1)), int(30))),
    breakIf(
      MISSED,
      i32.and(i32.eq($('day'), int(31)), i32.eqz(i32.and(i32.shrU(int(LONG_MONTHS), $('month')), int(1)))),
    ),
    when(
      i32.and(i32.eq($('month'), int(2)), i32.gtU($('day'), int(28))),
      breakIf(MISSED + 1, i32.ne($('day'), int(29))),
      breakIf(MISSED + 1, i32.eqz(isLeap($('word')))),
    ),
    ...daysWithin(day, column.declaration.days),
    ...(to === null
      ? []
      : [
          i32.store(int(0), day, to + DATE.day),
          i32.store(int(0), $('start'), to + DATE.start),
          i32.store(int(0), $('end'), to + DATE.end),
        ]),
    breakTo(DONE),
  ]
}

const isWithin = (value: Code, least: number, most: number): Code =>
  i32.ltU(i32.sub(value, int(least)), int(most - least + 1))

/**
 * A text that cannot be a number rounded by a spreadsheet, such as `4.4E+17`: its last character, or the one before a quote, is an ASCII
 * letter or a common ideograph.
 */
const anyText = (text: Text): Code[] => [
  put('word', text.byte($('end'), -1)),
  // A quote at the end is there twice.
  when(
    i32.and(i32.eq($('word'), int(0x22)), i32.gtU($('length'), int(2))),
    put('word', text.byte($('end'), -3)),
  ),
  breakIf(DONE, isWithin(i32.or($('word'), int(0x20)), 0x61, 0x7a)),
  breakIf(MISSED, i32.ltU($('word'), int(0x80))),
  breakIf(MISSED, i32.ltU($('length'), int(3))),
  breakIf(DONE, isWithin(text.byte($('end'), -3), 0xe4, 0xe9)),
]

/** The code for a cell that is not blank; a cell for which it runs to its end is missed. */
export function reading(filled: FilledColumn, text: Text, codes: number): Code[] {
  switch (filled.column.plain) {
    case PLAIN.number:
      return number(filled, text, codes)
    case PLAIN.yesNo:
    case PLAIN.code:
      return words(filled, text)
    case PLAIN.date:
      return date(filled, text)
    case PLAIN.text:
      return anyText(text)
    default:
      return []
  }
}
