import { breakIf, type Code, i32, i64, int, namesFor } from '../../compile/wasm/instructions.js'

export const FILL_PARAMETERS = ['firstEnd', 'rowStart'] as const
export const FILL_LOCALS = {
  missed: 'i32',
  blank: 'i32',
  start: 'i32',
  end: 'i32',
  cellEnd: 'i32',
  length: 'i32',
  behind: 'i32',
  before: 'i32',
  digit: 'i32',
  word: 'i32',
  day: 'i32',
  month: 'i32',
  digits: 'i64',
  whole: 'i64',
  low: 'i64',
  high: 'i64',
  number: 'f64',
} as const

type Local = (typeof FILL_PARAMETERS)[number] | keyof typeof FILL_LOCALS
export const { $, put } = namesFor<Local>([
  ...FILL_PARAMETERS,
  ...(Object.keys(FILL_LOCALS) as (keyof typeof FILL_LOCALS)[]),
])

export const long = i64.const

/** Depths of the blocks around the code for a cell: the cell is not plain, or it is done. */
export const MISSED = 0
export const DONE = 1

/** The text of a chunk, by places in it. */
export const textIn = (text: number) => ({
  /** The offset may be negative, because there is room before the text. */
  byte: (place: Code, offset = 0): Code => i32.load8(place, text + offset),
  long: (place: Code, offset = 0): Code => i64.load(place, text + offset),
})

export type Text = ReturnType<typeof textIn>

/** Reads a number of one to eight digits, all at once; breaks where one of them is not a digit. */
export const digitsCode = (into: Local, bytes: Code, length: Code): Code => [
  // The first digit is the lowest byte; shorter numbers are moved up, which puts zeros before them.
  ...put(
    'digits',
    i64.shl(
      i64.xor(bytes, long(0x3030303030303030n)),
      i64.extendU(i32.sub(int(64), i32.shl(length, int(3)))),
    ),
  ),
  ...breakIf(
    MISSED,
    i64.ne(
      i64.and(
        i64.or(i64.add($('digits'), long(0x0606060606060606n)), $('digits')),
        long(BigInt.asIntN(64, 0xf0f0f0f0f0f0f0f0n)),
      ),
      long(0),
    ),
  ),
  ...joined(10, 8, 0x00ff00ff00ff00ffn),
  ...joined(100, 16, 0x0000ffff0000ffffn),
  ...joined(10_000, 32, 0xffffffffn),
  ...put(into, $('digits')),
]

const joined = (times: number, shift: number, mask: bigint): Code =>
  put(
    'digits',
    i64.and(i64.add(i64.mul($('digits'), long(times)), i64.shrU($('digits'), long(shift))), long(mask)),
  )

/** Adds a digit to `into` behind its other digits; breaks, out of `depth` more blocks, where it is not a digit. */
export const addDigit = (into: Local, byte: Code, depth = 0): Code => [
  ...put('digit', i32.sub(byte, int(0x30))),
  ...breakIf(MISSED + depth, i32.gtU($('digit'), int(9))),
  ...put(into, i32.add(i32.mul($(into), int(10)), $('digit'))),
]
