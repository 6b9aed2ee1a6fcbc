import {
  block,
  breakIf,
  breakTo,
  type Code,
  either,
  i8x16,
  i32,
  i64,
  loop,
  namesFor,
  v128,
} from '../../compile/wasm/instructions.js'
import { functionIn, type WasmFunction } from '../../compile/wasm/module.js'

/** How many bytes one step looks at. */
const STEP = 64

/** Numbers that the function leaves at the place of its results, four bytes each. */
export const FOUND = {
  rows: 0,
  /** Where the row behind the last whole one starts. */
  end: 4,
  /** Line breaks in quoted cells of whole rows. */
  breaks: 8,
  /** Other than 0 where a quote stands where none can. */
  strays: 12,
  /** Other than 0 where the last byte is in quotes. */
  open: 16,
  /** Bytes of room behind the text, because steps are whole. */
  room: STEP,
} as const

const PARAMETERS = ['text', 'length', 'delimiter', 'ends', 'rows', 'mostRows', 'found'] as const
const LOCALS = {
  at: 'i32',
  end: 'i32',
  lastEnd: 'i32',
  row: 'i32',
  lastRow: 'i32',
  wanted: 'v128',
  quotes: 'i64',
  delimiters: 'i64',
  breaks: 'i64',
  returns: 'i64',
  inside: 'i64',
  marks: 'i64',
  opening: 'i64',
  closing: 'i64',
  quotedBreaks: 'i64',
  breakCount: 'i64',
  strays: 'i64',
  bit: 'i64',
  wasInside: 'i64',
  wasMark: 'i64',
  wasClosing: 'i64',
  wasReturn: 'i64',
} as const

type Local = (typeof PARAMETERS)[number] | keyof typeof LOCALS

const { $, put } = namesFor<Local>([...PARAMETERS, ...(Object.keys(LOCALS) as (keyof typeof LOCALS)[])])

/** Sets a bit for each of the next 64 bytes that equals `byte`. */
function bitsOf(into: Local, byte: Code): Code {
  const address = i32.add($('text'), $('at'))
  const sixteen = (part: number) =>
    i64.shl(
      i64.extendU(i8x16.bitmask(i8x16.eq(v128.load(address, part * 16), $('wanted')))),
      i64.const(part * 16),
    )
  return [
    ...put('wanted', i8x16.splat(byte)),
    ...put(into, i64.or(i64.or(sixteen(0), sixteen(1)), i64.or(sixteen(2), sixteen(3)))),
  ]
}

/** Sets each bit to the parity of the bits up to it: 1 inside quotes. */
const parities = (local: Local): Code =>
  [1, 2, 4, 8, 16, 32].flatMap((by) => put(local, i64.xor($(local), i64.shl($(local), i64.const(by)))))

const not = (bits: Code): Code => i64.xor(bits, i64.const(-1))
const last = (bits: Code): Code => i64.shrU(bits, i64.const(63))
/** Moves bits one byte on; the first comes from the step before. */
const later = (bits: Code, before: Local): Code => i64.or(i64.shl(bits, i64.const(1)), $(before))
const stray = (bits: Code): Code => put('strays', i64.or($('strays'), bits))

/** Marks are the delimiters and line breaks outside quotes. A quote in a place where none can stand is noted. */
const QUOTED: readonly Code[] = [
  bitsOf('returns', i32.const(0x0d)),
  put('inside', $('quotes')),
  parities('inside'),
  put('inside', i64.xor($('inside'), $('wasInside'))),
  put('wasInside', i64.shrS($('inside'), i64.const(63))),
  put('quotedBreaks', i64.and($('breaks'), $('inside'))),
  put('marks', i64.and(i64.or($('delimiters'), $('breaks')), not($('inside')))),
  put('breaks', i64.and($('breaks'), not($('inside')))),
  put('opening', i64.and($('quotes'), $('inside'))),
  put('closing', i64.and($('quotes'), not($('inside')))),
  stray(i64.and($('opening'), not(later(i64.or($('marks'), $('quotes')), 'wasMark')))),
  put('wasMark', last(i64.or($('marks'), $('quotes')))),
  put('bit', later($('closing'), 'wasClosing')),
  put('wasClosing', last($('closing'))),
  stray(i64.and($('bit'), not(i64.or(i64.or($('marks'), $('quotes')), $('returns'))))),
  put('returns', i64.and($('bit'), $('returns'))),
  stray(i64.and(later($('returns'), 'wasReturn'), not($('breaks')))),
  put('wasReturn', last($('returns'))),
]

const PLAIN: readonly Code[] = [
  put('marks', i64.or($('delimiters'), $('breaks'))),
  put('wasMark', last($('marks'))),
  put('quotedBreaks', i64.const(0)),
  put('wasClosing', i64.const(0)),
  put('wasReturn', i64.const(0)),
]

const hasBits = (bits: Code): Code => i64.eqz(i64.extendU(i64.eqz(bits)))
const upTo = (bit: Code): Code => i64.sub(i64.shl(i64.const(2), bit), i64.const(1))
const withoutFirst = (local: Local): Code => put(local, i64.and($(local), i64.sub($(local), i64.const(1))))
const quartered = (address: Code): Code => i64.shrU(i64.extendU(address), i64.const(2))

/** Writes the number of cells up to each line break, and of line breaks in quotes before it. */
const rowsOf: Code = block(
  loop(
    breakIf(1, i64.eqz($('breaks'))),
    put('bit', i64.ctz($('breaks'))),
    i32.store(
      $('row'),
      i32.wrap(
        i64.add(
          i64.sub(quartered($('end')), quartered($('ends'))),
          i64.popcnt(i64.and($('marks'), upTo($('bit')))),
        ),
      ),
    ),
    i32.store(
      $('row'),
      i32.wrap(i64.add($('breakCount'), i64.popcnt(i64.and($('quotedBreaks'), upTo($('bit')))))),
      4,
    ),
    put('row', i32.add($('row'), i32.const(8))),
    put('lastEnd', i32.add(i32.add($('at'), i32.wrap($('bit'))), i32.const(1))),
    withoutFirst('breaks'),
    breakTo(0),
  ),
)

const endsOf: Code = block(
  loop(
    breakIf(1, i64.eqz($('marks'))),
    i32.store($('end'), i32.add($('at'), i32.wrap(i64.ctz($('marks'))))),
    put('end', i32.add($('end'), i32.const(4))),
    withoutFirst('marks'),
    breakTo(0),
  ),
)

const result = (offset: number, value: Code): Code => i32.store($('found'), value, offset)

/** Finds rows and cells of CSV sixty-four bytes at a time. */
const FIND_CELLS: WasmFunction = {
  name: 'find',
  parameters: PARAMETERS.length,
  hasResult: false,
  locals: Object.values(LOCALS),
  body: [
    ...put('end', $('ends')),
    ...put('row', $('rows')),
    ...put('lastRow', i32.add($('rows'), i32.shl($('mostRows'), i32.const(3)))),
    ...put('wasMark', i64.const(1)),
    ...block(
      loop(
        breakIf(1, i32.geU($('at'), $('length'))),
        breakIf(1, i32.geU(i32.add($('row'), i32.const(STEP * 8)), $('lastRow'))),
        bitsOf('quotes', i32.const(0x22)),
        bitsOf('delimiters', $('delimiter')),
        bitsOf('breaks', i32.const(0x0a)),
        either(
          i64.eqz(i64.or(i64.or($('quotes'), $('wasInside')), i64.or($('wasClosing'), $('wasReturn')))),
          PLAIN,
          QUOTED,
        ),
        rowsOf,
        put('breakCount', i64.add($('breakCount'), i64.popcnt($('quotedBreaks')))),
        endsOf,
        put('at', i32.add($('at'), i32.const(STEP))),
        breakTo(0),
      ),
    ),
    ...result(
      FOUND.rows,
      i32.wrap(i64.shrU(i64.sub(i64.extendU($('row')), i64.extendU($('rows'))), i64.const(3))),
    ),
    ...result(FOUND.end, $('lastEnd')),
    ...result(FOUND.breaks, i32.wrap($('breakCount'))),
    ...result(FOUND.strays, hasBits($('strays'))),
    ...result(FOUND.open, i32.wrap($('wasInside'))),
  ],
}

/**
 * What finds the cells of a text in memory: writes where each cell ends (the place of its delimiter or line break), and for each whole row
 * how many cells there are up to its end and how many line breaks stood in quotes.
 */
export type FindCells = (
  text: number,
  length: number,
  delimiter: number,
  ends: number,
  rows: number,
  mostRows: number,
  found: number,
) => void

/** Makes the function over a memory. */
export const createFindCells = (memory: WebAssembly.Memory): FindCells =>
  functionIn(FIND_CELLS, memory) as FindCells
