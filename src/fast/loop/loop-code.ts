import {
  block,
  breakIf,
  breakTo,
  type Code,
  call,
  i32,
  int,
  loop,
  when,
} from '../../compile/wasm/instructions.js'
import type { WasmFunction } from '../../compile/wasm/module.js'
import {
  $,
  at,
  callsOf,
  JUDGE,
  LOOP_LOCALS,
  LOOP_PARAMETERS,
  type LoopSetup,
  put,
  putAt,
  raised,
  STOP,
  stopIf,
} from './code.js'
import { findId, followId, siftId } from './id-code.js'
import { judgeRow } from './judge-code.js'
import { LACKS, STATE } from './loop-layout.js'

/** The loop: goes over the rows of a chunk from a row on, as long as they are plain; gives the row where it stopped. */
export function loopCode(setup: LoopSetup): WasmFunction {
  return {
    name: 'run',
    parameters: LOOP_PARAMETERS.length,
    locals: Object.values(LOOP_LOCALS),
    hasResult: true,
    calls: callsOf(setup),
    callsFromTable: JUDGE,
    body: [
      ...firstRow(setup),
      ...block(
        loop(
          breakIf(STOP, i32.eq($('at'), $('count'))),
          ...findRow(setup),
          ...findId(setup),
          ...fillRow(setup),
          ...(setup.sifts ? siftId(setup) : []),
          when(at(setup.layout.state + STATE.judges), ...judgeRow(setup)),
          ...(setup.learns ? followId(setup) : []),
          ...nextRow(setup),
          breakTo(0),
        ),
      ),
      ...putAt(setup.layout.state + STATE.next, $('next')),
      ...$('at'),
    ],
  }
}

const rowsAddress = ({ layout }: LoopSetup) => at(layout.state + STATE.rows)
const endsAddress = ({ layout }: LoopSetup) => at(layout.state + STATE.ends)

function firstRow(setup: LoopSetup): Code {
  const before = i32.sub(i32.add(rowsAddress(setup), i32.shl($('at'), int(3))), int(8))
  return [
    ...put('next', at(setup.layout.state + STATE.next)),
    ...when(
      $('at'),
      put('firstCell', i32.load(before)),
      put('breaks', i32.load(before, 4)),
      put('start', startBehind(setup, $('firstCell'))),
    ),
  ]
}

/** Where the row starts whose first cell has this number. */
const startBehind = (setup: LoopSetup, cell: Code): Code =>
  i32.add(i32.load(i32.sub(i32.add(endsAddress(setup), i32.shl(cell, int(2))), int(4))), int(1))

const nextRow = (setup: LoopSetup): Code[] => [
  put('breaks', i32.load(i32.add(rowsAddress(setup), i32.shl($('at'), int(3))), 4)),
  put('start', startBehind(setup, $('lastCell'))),
  put('firstCell', $('lastCell')),
  putAt(setup.layout.state + STATE.isFilled, int(0)),
  raised('at'),
]

/** Finds the cells of the row; stops where it has more or fewer than the header. */
const findRow = (setup: LoopSetup): Code[] => [
  putAt(setup.layout.state + STATE.lacks, int(LACKS.nothing)),
  put('lastCell', i32.load(i32.add(rowsAddress(setup), i32.shl($('at'), int(3))))),
  stopIf(i32.ne(i32.sub($('lastCell'), $('firstCell')), int(setup.width))),
  put('firstEnd', i32.add(endsAddress(setup), i32.shl($('firstCell'), int(2)))),
]

/** Puts the cells of the row into slots; stops where one is not plain. Its id has been looked at before, because cells of a total count for nothing. */
function fillRow({ layout, marks, date }: LoopSetup): Code[] {
  const either = (addresses: readonly number[]) => addresses.map(at).reduce((a, b) => i32.or(a, b), int(0))
  return [
    when(
      i32.eqz(at(layout.state + STATE.isFilled)),
      putAt(date, int(0)),
      ...marks.map(({ missed }, group) => putAt(missed, call(group, $('firstEnd'), $('start')))),
      putAt(layout.state + STATE.isFilled, int(1)),
    ),
    put('blank', either(marks.map(({ blanks }) => blanks))),
    stopIf(either(marks.map(({ missed }) => missed))),
  ]
}
