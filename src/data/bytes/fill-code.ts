import { breakIf, breakTo, type Code, f64, i32, i64, namesFor } from '../../base/wasm.js'
import { COLUMN, TABLES } from './desk-fields.js'

export const PARAMETERS = [
  'columns',
  'columnsEnd',
  'tables',
  'text',
  'firstEnd',
  'rowStart',
  'blanks',
] as const
export const LOCALS = {
  column: 'i32',
  bit: 'i32',
  missed: 'i32',
  blank: 'i32',
  start: 'i32',
  end: 'i32',
  length: 'i32',
  behind: 'i32',
  word: 'i32',
  counts: 'i32',
  day: 'i32',
  month: 'i32',
  digits: 'i64',
  whole: 'i64',
  value: 'i64',
  low: 'i64',
  high: 'i64',
  number: 'f64',
} as const

type Local = (typeof PARAMETERS)[number] | keyof typeof LOCALS
export const { $, put } = namesFor<Local>([
  ...PARAMETERS,
  ...(Object.keys(LOCALS) as (keyof typeof LOCALS)[]),
])

export const int = i32.const
export const long = i64.const
export const field = (offset: number): Code => i32.load($('column'), offset)
export const byteAt = (address: Code): Code => i32.load8(address)
/** Depths of the blocks around the code for one kind of column. */
export const NEXT_KIND = 0
export const MISSED = 1
export const DONE = 2

/** The number that one to eight digits are, all at once; breaks where one of them is none. */
export const readDigits = (into: Local, address: Code, length: Code, missed = MISSED): Code => [
  // The first digit is the lowest byte; shorter numbers are moved up, which puts zeros before them.
  ...put(
    'digits',
    i64.shl(
      i64.xor(i64.load(address), long(0x3030303030303030n)),
      i64.extendU(i32.sub(int(64), i32.shl(length, int(3)))),
    ),
  ),
  ...breakIf(
    missed,
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

export const power = (exponent: Code): Code =>
  i64.load(i32.add($('tables'), i32.shl(exponent, int(3))), TABLES.powers)

export const added = (address: Code, offset: number): Code =>
  i32.store(address, i32.add(i32.load(address, offset), int(1)), offset)

export const known = (value: Code): Code => [
  ...i32.store8(field(COLUMN.gap), int(0)),
  ...f64.store(field(COLUMN.value), value),
  ...breakTo(DONE),
]
