import {
  block,
  breakIf,
  breakTo,
  type Code,
  f64,
  functionIn,
  i32,
  i64,
  loop,
  type WasmFunction,
  when,
} from '../../base/wasm.js'
import { gapNumber } from '../../engine/compile-js/slots.js'
import { COLUMN, COUNTS, DATE, KIND, TABLES, WORD } from './desk-fields.js'
import {
  $,
  added,
  byteAt,
  DONE,
  field,
  int,
  known,
  LOCALS,
  long,
  MISSED,
  NEXT_KIND,
  PARAMETERS,
  power,
  put,
  readDigits,
} from './fill-code.js'

const isPointBefore = (digits: number): Code =>
  i32.and(
    i32.eq(byteAt(i32.sub($('end'), int(digits + 1))), int(0x2e)),
    i32.gtU($('length'), int(digits + 1)),
  )

/** Digits with one or two places or none. */
const NUMBER: readonly Code[] = [
  breakIf(NEXT_KIND, i32.ne(field(COLUMN.kind), int(KIND.number))),
  put('behind', i32.shl(isPointBefore(2), int(1))),
  put('behind', i32.or($('behind'), i32.and(isPointBefore(1), i32.eqz($('behind'))))),
  put('word', i32.sub($('length'), i32.add($('behind'), i32.ne($('behind'), int(0))))),
  breakIf(MISSED, i32.gtU(i32.sub($('word'), int(1)), int(7))),
  readDigits('whole', $('start'), $('word')),
  put('value', $('whole')),
  when(
    $('behind'),
    readDigits('low', i32.sub($('end'), $('behind')), $('behind'), MISSED + 1),
    put('value', i64.add(i64.mul($('whole'), power($('behind'))), $('low'))),
  ),
  breakIf(MISSED, i32.ltS(field(COLUMN.places), $('behind'))),
  put('value', i64.mul($('value'), power(i32.sub(field(COLUMN.places), $('behind'))))),
  put('number', f64.fromI64($('value'))),
  breakIf(MISSED, f64.lt($('number'), f64.load($('column'), COLUMN.least))),
  breakIf(MISSED, f64.gt($('number'), f64.load($('column'), COLUMN.most))),
  put('counts', field(COLUMN.counts)),
  when(
    $('counts'),
    when(
      i64.ltU($('whole'), long(TABLES.codesUpTo)),
      breakIf(MISSED + 2, i32.load8(i32.add($('tables'), i32.wrap($('whole'))), TABLES.codes)),
    ),
    ...[9999, 99_999, 999_999].map((code) => breakIf(MISSED + 1, i64.eq($('whole'), long(code)))),
    added($('counts'), COUNTS.filled),
    when($('behind'), added($('counts'), COUNTS.withPlaces)),
  ),
  known($('number')),
]

const lowBytes = (count: Code): Code =>
  i64.sub(i64.shl(long(1), i64.extendU(i32.shl(count, int(3)))), long(1))

/** One of the words of the column. */
const WORDS: readonly Code[] = [
  breakIf(NEXT_KIND, i32.ne(field(COLUMN.kind), int(KIND.word))),
  breakIf(MISSED, i32.gtU($('length'), int(WORD.longest))),
  put('low', i64.load($('start'))),
  put('high', long(0)),
  when(i32.ltU($('length'), int(8)), put('low', i64.and($('low'), lowBytes($('length'))))),
  when(
    i32.gtU($('length'), int(8)),
    put('high', i64.and(i64.load($('start'), 8), lowBytes(i32.sub($('length'), int(8))))),
  ),
  put('word', field(COLUMN.words)),
  block(
    loop(
      breakIf(MISSED + 2, i32.eq($('word'), field(COLUMN.wordsEnd))),
      breakIf(1, i32.and(i64.eq($('low'), i64.load($('word'))), i64.eq($('high'), i64.load($('word'), 8)))),
      put('word', i32.add($('word'), int(WORD.size))),
      breakTo(0),
    ),
  ),
  put('counts', field(COLUMN.counts)),
  when(
    $('counts'),
    when(
      i32.eqz(i32.and(i32.load($('counts'), COUNTS.seen), i32.load($('word'), WORD.bit))),
      i32.store(
        $('counts'),
        i32.or(i32.load($('counts'), COUNTS.seen), i32.load($('word'), WORD.bit)),
        COUNTS.seen,
      ),
      breakTo(MISSED + 2),
    ),
    added($('counts'), COUNTS.filled),
  ),
  known(f64.fromI32(i32.load($('word'), WORD.value))),
]

/** A bit for each month of 31 days. */
const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12].reduce((bits, month) => bits | (1 << month), 0)

/** Whether a year has 29 February: each fourth, but of those that are hundreds each fourth alone. */
const isLeap = (year: Code): Code =>
  i32.and(
    i32.eqz(i32.and(year, int(3))),
    i32.or(i32.ne(i32.mul(i32.divU(year, int(25)), int(25)), year), i32.eqz(i32.and(year, int(15)))),
  )

/** `2020-12-31`. */
const DATES: readonly Code[] = [
  breakIf(NEXT_KIND, i32.ne(field(COLUMN.kind), int(KIND.date))),
  breakIf(MISSED, i32.ne($('length'), int(10))),
  breakIf(MISSED, i32.ne(i32.load8($('start'), 4), int(0x2d))),
  breakIf(MISSED, i32.ne(i32.load8($('start'), 7), int(0x2d))),
  readDigits('whole', $('start'), int(4)),
  readDigits('low', i32.add($('start'), int(5)), int(2)),
  readDigits('high', i32.add($('start'), int(8)), int(2)),
  put('month', i32.wrap($('low'))),
  put('day', i32.wrap($('high'))),
  breakIf(MISSED, i64.eqz($('whole'))),
  breakIf(MISSED, i32.gtU(i32.sub($('month'), int(1)), int(11))),
  breakIf(MISSED, i32.gtU(i32.sub($('day'), int(1)), int(30))),
  breakIf(
    MISSED,
    i32.and(i32.eq($('day'), int(31)), i32.eqz(i32.and(i32.shrU(int(LONG_MONTHS), $('month')), int(1)))),
  ),
  when(
    i32.and(i32.eq($('month'), int(2)), i32.gtU($('day'), int(28))),
    breakIf(MISSED + 1, i32.ne($('day'), int(29))),
    breakIf(MISSED + 1, i32.eqz(isLeap(i32.wrap($('whole'))))),
  ),
  put('word', field(COLUMN.date)),
  when(
    $('word'),
    i32.store(
      $('word'),
      i32.add(i32.add(i32.mul(i32.wrap($('whole')), int(10_000)), i32.mul($('month'), int(100))), $('day')),
      DATE.day,
    ),
    i32.store($('word'), i32.sub($('start'), $('text')), DATE.start),
    i32.store($('word'), i32.sub($('end'), $('text')), DATE.end),
  ),
  breakTo(DONE),
]

const isWithin = (value: Code, least: number, most: number): Code =>
  i32.ltU(i32.sub(value, int(least)), int(most - least + 1))

/**
 * A text that can be no number that a spreadsheet has rounded, such as `4.4E+17`, in any of the characters that fold to one: its last
 * character, or the one before a quote, is a letter of ours or a common ideograph.
 */
const TEXTS: readonly Code[] = [
  breakIf(NEXT_KIND, i32.ne(field(COLUMN.kind), int(KIND.text))),
  put('word', byteAt(i32.sub($('end'), int(1)))),
  // A quote at the end stands there twice.
  when(
    i32.and(i32.eq($('word'), int(0x22)), i32.gtU($('length'), int(2))),
    put('word', byteAt(i32.sub($('end'), int(3)))),
  ),
  breakIf(DONE, isWithin(i32.or($('word'), int(0x20)), 0x61, 0x7a)),
  breakIf(MISSED, i32.ltU($('word'), int(0x80))),
  breakIf(MISSED, i32.ltU($('length'), int(3))),
  breakIf(DONE, isWithin(byteAt(i32.sub($('end'), int(3))), 0xe4, 0xe9)),
]

const CELL: readonly Code[] = [
  put('start', $('rowStart')),
  when(
    field(COLUMN.place),
    put('start', i32.add(i32.load(i32.sub(i32.add($('firstEnd'), field(COLUMN.place)), int(4))), int(1))),
  ),
  put('start', i32.add($('start'), $('text'))),
  put('end', i32.add(i32.load(i32.add($('firstEnd'), field(COLUMN.place))), $('text'))),
  when(
    i32.and(field(COLUMN.isLast), i32.gtU($('end'), $('start'))),
    put('end', i32.sub($('end'), i32.eq(byteAt(i32.sub($('end'), int(1))), int(0x0d)))),
  ),
  when(
    i32.and(i32.gtU($('end'), $('start')), i32.eq(byteAt($('start')), int(0x22))),
    put('start', i32.add($('start'), int(1))),
    put('end', i32.sub($('end'), int(1))),
  ),
  put('length', i32.sub($('end'), $('start'))),
]

const BLANK: Code = when(
  i32.eqz($('length')),
  when(
    field(COLUMN.gap),
    i32.store8(field(COLUMN.gap), int(gapNumber('blank'))),
    put('blank', i32.or($('blank'), $('bit'))),
  ),
  breakTo(DONE),
)

const FILL_CELLS: WasmFunction = {
  name: 'fill',
  parameters: PARAMETERS.length,
  locals: Object.values(LOCALS),
  hasResult: true,
  body: [
    ...put('column', $('columns')),
    ...put('bit', int(1)),
    ...block(
      loop(
        breakIf(1, i32.eq($('column'), $('columnsEnd'))),
        ...CELL,
        block(
          block(BLANK, block(...NUMBER), block(...WORDS), block(...DATES), block(...TEXTS)),
          put('missed', i32.or($('missed'), $('bit'))),
        ),
        put('column', i32.add($('column'), int(COLUMN.size))),
        put('bit', i32.shl($('bit'), int(1))),
        breakTo(0),
      ),
    ),
    ...i32.store($('blanks'), $('blank')),
    ...$('missed'),
  ],
}

/**
 * Puts the cells of one row into slots, as far as they are plain: gives a bit for each column whose cell is not, and leaves at `blanks` one
 * for each whose cell is blank. Takes the addresses of columns, tables, text, and of the end of the row's first cell, and where the row
 * starts in the text.
 */
export type FillCells = (
  columns: number,
  columnsEnd: number,
  tables: number,
  text: number,
  firstEnd: number,
  rowStart: number,
  blanks: number,
) => number

export const createFillCells = (memory: WebAssembly.Memory): FillCells =>
  functionIn(FILL_CELLS, memory) as FillCells
