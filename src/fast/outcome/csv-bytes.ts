import { plainCells } from '../../base/csv-text.js'
import {
  block,
  breakIf,
  breakTo,
  type Code,
  f64,
  i32,
  i64,
  int,
  loop,
  namesFor,
  v128,
  when,
} from '../../compile/wasm/instructions.js'
import { functionIn, type WasmFunction } from '../../compile/wasm/module.js'
import type { Assessment, Verdict } from '../../engine/assessment.js'
import { type Pack, packLabel } from '../../lang/pack.js'

/** What a row of the CSV report says of its record's outcome. */
export interface OutcomeWords extends Pick<Assessment, 'decision' | 'possible' | 'reasons' | 'needs'> {
  /** By the order of criteria. */
  readonly verdicts: readonly Verdict[]
}

/** The same as text, with the delimiters around it. */
export interface OutcomeCells {
  /** Between the id and the date. */
  readonly behindId: string
  /** Between the date and the outputs. */
  readonly behindDate: string
}

/** Writes the cells that all records with one outcome share. */
export function createOutcomeCells(pack: Pack): (said: OutcomeWords) => OutcomeCells {
  const label = packLabel(pack)
  return ({ decision, possible, reasons, needs, verdicts }) => {
    const lists = [possible, reasons, needs].map((list) => list.join('|'))
    return {
      behindId: `,${plainCells([decision, ...lists])},`,
      behindDate: `,${plainCells([label, ...verdicts])}`,
    }
  }
}

/** The cells between the outputs and the line. */
export const behindOutputs = (file: string): string => `,${plainCells([file])},`

/** How many bytes may be written, or read, past the end. */
export const ROOM = 64

/** The most bytes that each output, the date and the line take. */
export const LONGEST_NUMBER = 64

/**
 * Where things are in the description of a row: address and length of the id, of the date and of the three parts that rows share; the
 * addresses of its outputs (two ends each) and of their places; and the line.
 */
export const ROW = {
  id: 0,
  behindId: 8,
  date: 16,
  behindDate: 24,
  behindOutputs: 32,
  outputs: 40,
  places: 44,
  placesEnd: 48,
  /** As a double, like the outputs. */
  line: 56,
  size: 64,
} as const

const PARAMETERS = ['row', 'to'] as const
const LOCALS = {
  from: 'i32',
  end: 'i32',
  place: 'i32',
  digit: 'i32',
  count: 'i32',
  rest: 'i64',
  quotient: 'i64',
  output: 'i32',
  number: 'f64',
} as const

type Local = (typeof PARAMETERS)[number] | keyof typeof LOCALS
const { $, put } = namesFor<Local>([...PARAMETERS, ...(Object.keys(LOCALS) as (keyof typeof LOCALS)[])])

/** Copies a part, sixteen bytes at a time. */
const copy = (part: number): Code => [
  ...put('from', i32.load($('row'), part)),
  ...put('end', i32.add($('to'), i32.load($('row'), part + 4))),
  ...block(
    loop(
      v128.store($('to'), v128.load($('from'))),
      put('to', i32.add($('to'), int(16))),
      put('from', i32.add($('from'), int(16))),
      breakIf(0, i32.ltU($('to'), $('end'))),
    ),
  ),
  ...put('to', $('end')),
]

const putByte = (byte: Code): Code => [...i32.store8($('to'), byte), ...put('to', i32.add($('to'), int(1)))]

/** Writes the digits of `rest` behind one another from the last on, with a point before the last `place` of them. */
const DIGITS: Code = [
  ...put('digit', i32.add($('to'), int(LONGEST_NUMBER))),
  ...put('end', $('digit')),
  ...put('count', int(0)),
  ...block(
    loop(
      when(
        i32.and(i32.eq($('count'), $('place')), i32.ne($('place'), int(0))),
        put('digit', i32.sub($('digit'), int(1))),
        i32.store8($('digit'), int(0x2e)),
      ),
      put('quotient', i64.divU($('rest'), i64.const(10))),
      put('digit', i32.sub($('digit'), int(1))),
      i32.store8(
        $('digit'),
        i32.add(i32.wrap(i64.sub($('rest'), i64.mul($('quotient'), i64.const(10)))), int(0x30)),
      ),
      put('rest', $('quotient')),
      put('count', i32.add($('count'), int(1))),
      breakIf(0, i64.ne($('rest'), i64.const(0))),
      breakIf(0, i32.geU($('place'), $('count'))),
    ),
  ),
  ...put('count', i32.sub($('end'), $('digit'))),
  ...v128.store($('to'), v128.load($('digit'))),
  ...v128.store($('to'), v128.load($('digit'), 16), 16),
  ...v128.store($('to'), v128.load($('digit'), 32), 32),
  ...put('to', i32.add($('to'), $('count'))),
]

/** An output that is not known stays blank. */
const OUTPUTS: Code = block(
  loop(
    breakIf(1, i32.eq($('output'), i32.load($('row'), ROW.placesEnd))),
    putByte(int(0x2c)),
    put('number', f64.load($('end'))),
    put('from', $('end')),
    block(
      breakIf(0, i32.eqz(f64.eq($('number'), f64.load($('from'), 8)))),
      breakIf(0, f64.gt(f64.abs($('number')), f64.const(Number.MAX_SAFE_INTEGER))),
      when(f64.lt($('number'), f64.const(0)), putByte(int(0x2d))),
      put('rest', f64.toI64(f64.abs($('number')))),
      put('place', i32.load($('output'))),
      DIGITS,
    ),
    put('end', i32.add($('from'), int(16))),
    put('output', i32.add($('output'), int(4))),
    breakTo(0),
  ),
)

const WRITE_ROW: WasmFunction = {
  name: 'write',
  parameters: PARAMETERS.length,
  locals: Object.values(LOCALS),
  hasResult: true,
  body: [
    ...copy(ROW.id),
    ...copy(ROW.behindId),
    ...copy(ROW.date),
    ...copy(ROW.behindDate),
    ...put('end', i32.load($('row'), ROW.outputs)),
    ...put('output', i32.load($('row'), ROW.places)),
    ...OUTPUTS,
    ...copy(ROW.behindOutputs),
    ...put('rest', f64.toI64(f64.load($('row'), ROW.line))),
    ...put('place', int(0)),
    ...DIGITS,
    // The last cell stays blank: records with something in it are judged elsewhere.
    ...putByte(int(0x2c)),
    ...putByte(int(0x0a)),
    ...$('to'),
  ],
}

/** Writes a row just as the CSV report does. Takes the address of its description and where it goes; gives where it ends. */
export type WriteRow = (row: number, to: number) => number

/** Makes the function over a memory. */
export const createWriteRow = (memory: WebAssembly.Memory): WriteRow =>
  functionIn(WRITE_ROW, memory) as WriteRow
