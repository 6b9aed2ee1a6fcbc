import { HASH_FACTOR, HASH_SHIFT } from '../../compile/int-table.js'
import {
  block,
  breakIf,
  breakTo,
  type Code,
  i32,
  int,
  loop,
  namesFor,
} from '../../compile/wasm/instructions.js'
import type { Signature } from '../../compile/wasm/module.js'
import type { LoopLayout, TablePlan } from './loop-layout.js'

/** What the code of the loop is made for: one file, by addresses in one memory. */
export interface LoopSetup {
  readonly layout: LoopLayout
  readonly width: number
  readonly idIndex: number
  readonly text: number
  /** For each group of columns the addresses of the words that mark missed and blank cells. */
  readonly marks: readonly { readonly missed: number; readonly blanks: number }[]
  readonly date: number
  /** Whether records have dates of their own. */
  readonly isDated: boolean
  readonly days: number
  /** Addresses of the numbers that a judge writes: bits of checks, and the size. */
  readonly warnings: readonly number[]
  readonly size: number
  /** The address of the gap of the fact that chooses between lists of decisions; `null` where there is but one list. */
  readonly selectorGap: number | null
  readonly learns: boolean
  /** Whether some ids are repeated: the loop leaves their rows to others. */
  readonly sifts: boolean
  readonly writes: boolean
  /** How many bytes a row takes beside the parts that are copied. */
  readonly longest: number
}

/** What the loop calls: the functions that fill slots, and the one that writes rows. */
const FILL: Signature = { parameters: 2, hasResult: true }
const WRITE: Signature = { parameters: 2, hasResult: true }
/** What the loop calls from the table of judges: a function of the period. */
export const JUDGE: Signature = { parameters: 1, hasResult: true }
/** The functions that the loop calls, in the order in which they are handed over. */
export const callsOf = ({ marks, writes }: LoopSetup): Signature[] => [
  ...marks.map(() => FILL),
  ...(writes ? [WRITE] : []),
]

export const LOOP_PARAMETERS = ['at', 'count'] as const
export const LOOP_LOCALS = {
  firstCell: 'i32',
  lastCell: 'i32',
  start: 'i32',
  firstEnd: 'i32',
  blank: 'i32',
  id: 'i32',
  idEnd: 'i32',
  length: 'i32',
  index: 'i32',
  byte: 'i32',
  day: 'i32',
  period: 'i32',
  kind: 'i32',
  hash: 'i32',
  entry: 'i32',
  ruling: 'i32',
  outcome: 'i32',
  flags: 'i32',
  warned: 'i32',
  bits: 'i32',
  words: 'i32',
  all: 'i32',
  any: 'i32',
  next: 'i32',
  place: 'i32',
  breaks: 'i32',
  number: 'f64',
} as const
export type Local = (typeof LOOP_PARAMETERS)[number] | keyof typeof LOOP_LOCALS
export const { $, put } = namesFor<Local>([
  ...LOOP_PARAMETERS,
  ...(Object.keys(LOOP_LOCALS) as (keyof typeof LOOP_LOCALS)[]),
])

/** The word at an address. */
export const at = (address: number): Code => i32.load(int(0), address)
/** Writes a word to an address. */
export const putAt = (address: number, value: Code): Code => i32.store(int(0), value, address)
/** Adds 1 to a field of an entry. */
export const addedIn = (entry: Local, offset: number): Code =>
  i32.store($(entry), i32.add(i32.load($(entry), offset), int(1)), offset)
/** Adds a number to a local. */
export const raised = (local: Local, by = 1): Code => put(local, i32.add($(local), int(by)))

/** How many blocks out the end of the loop is. */
export const STOP = 1
/** Leaves the loop over rows on a condition. */
export const stopIf = (condition: Code): Code => breakIf(STOP, condition)

/** Does `body` for each bit of `bits`, with its number in `number`; the body must not change either. */
export const eachBit = (bits: Local, number: Local, ...body: readonly Code[]): Code =>
  block(
    loop(
      breakIf(1, i32.eqz($(bits))),
      put(number, i32.ctz($(bits))),
      ...body,
      put(bits, i32.and($(bits), i32.sub($(bits), int(1)))),
      breakTo(0),
    ),
  )

/** Looks up the entry of a table for these words, as `hashOf` does, and puts its address into `entry`; 0: there is none. */
export const lookUp = ({ slots, mask }: TablePlan, key: readonly Code[]): Code => [
  ...put('hash', int(0)),
  ...key.flatMap((word) => [
    ...put('hash', i32.mul(i32.xor($('hash'), word), int(HASH_FACTOR))),
    ...put('hash', i32.xor($('hash'), i32.shrU($('hash'), int(HASH_SHIFT)))),
  ]),
  ...block(
    loop(
      put('entry', i32.load(i32.shl(i32.and($('hash'), int(mask)), int(2)), slots)),
      breakIf(1, i32.eqz($('entry'))),
      breakIf(
        1,
        key
          .map((word, index) => i32.eq(i32.load($('entry'), 4 * index), word))
          .reduce((a, b) => i32.and(a, b)),
      ),
      raised('hash'),
      breakTo(0),
    ),
  ),
]

/** A word of the gaps that keep a criterion open; the criterion is bit `index` of a mask. */
export const setOf = ({ layout }: LoopSetup, mask: number, word: number): Code =>
  i32.load(
    i32.mul($('index'), int(4 * layout.nameWords)),
    layout.judge.sets + 4 * (mask * 32 * layout.nameWords + word),
  )

/** The same from within the code that judges a row. */
export const STOP_JUDGING = STOP + 1
/** Leaves the loop from within that code on a condition. */
export const stopJudgingIf = (condition: Code): Code => breakIf(STOP_JUDGING, condition)
