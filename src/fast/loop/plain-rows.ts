import type { RecordKind } from '../../compile/record-kinds.js'
import type { Ruling } from '../../compile/rulings.js'
import { functionIn } from '../../compile/wasm/module.js'
import type { Check } from '../../lang/pack.js'
import type { CountedOutcome } from '../outcome/outcomes.js'
import { loopCode } from './loop-code.js'
import { LACKS, STATE } from './loop-layout.js'
import { judgePlaces, type LoopParts, loopSetup, writeConstants } from './loop-setup.js'
import {
  clearCounts,
  fieldOf,
  type LoopState,
  type NotedRow,
  notedRows,
  noteRow,
  openLoopState,
  setField,
  viewState,
} from './loop-state.js'
import { createPlainKinds, type PlainKinds } from './plain-kinds.js'
import { createPlainTables, type PlainTables } from './plain-tables.js'

/** Goes over the rows of a chunk that need nothing but the loop in WebAssembly, from their cells to the row of the report. */
export interface PlainRows {
  /** Looks at the chunk just read, whose first row has this line and number. */
  begin(line: number, row: number, judges: boolean): void
  /** Goes over rows from one on; gives the first that is not done, or how many there are. */
  run(row: number): number
  /** Tells of the rows done since this was last called on which checks warned, by their numbers. */
  tellWarnings(tell: (check: Check, row: number) => void): void
  /** Whether the row where it stopped has its plain cells in slots. */
  readonly isFilled: boolean
  /** The judge of the record whose slots are filled; `null` where there is none for the class of its period. */
  kindOf(period: number, isUsual: boolean): RecordKind | null
  /** Notes the row where it stopped, where reports list or show it. */
  note(outcome: CountedOutcome, start: number, row: number): void
  /** What came since this was last asked: records judged, and the rows that were noted. */
  take(): {
    readonly judged: number
    readonly listed: readonly NotedRow[]
    readonly shown: readonly NotedRow[]
  }
  /** Hands over what was counted. */
  flush(): void
}

interface Loop {
  readonly parts: LoopParts
  readonly kinds: PlainKinds
  readonly tables: PlainTables
  readonly state: LoopState
  /** Goes from a row on; gives the row where it stopped. */
  readonly go: (row: number, count: number) => number
  readonly noNeeds: Int32Array
  /** The number of the first row of the chunk. */
  firstRow: number
  growth: number
  /** The epoch of the texts that entries of outcomes name. */
  epoch: number
}

/** Makes the loop for the rows of one file. */
export function createPlainRows(parts: LoopParts): PlainRows {
  const { layout, rows } = parts
  const loop = makeLoop(parts)
  const { kinds, state, tables } = loop
  writeConstants(parts)
  rows?.describe(layout.row, layout.judge.numbers)
  return {
    begin: (line, row, judges) => begin(loop, line, row, judges),
    run: (row) => runFrom(loop, row),
    tellWarnings: (tell) => tellWarnings(loop, tell),
    get isFilled() {
      return fieldOf(state, STATE.isFilled) === 1
    },
    kindOf: kinds.of,
    note: (outcome, start, row) => noteRow(state, outcome, start, row),
    take: () => take(loop),
    flush: tables.flush,
  }
}

function makeLoop(parts: LoopParts): Loop {
  const { compiled, plan, chunk, layout, filler, dates, tally, rows } = parts
  const { memory, growth } = chunk
  const places = judgePlaces(parts)
  const kinds = createPlainKinds(compiled, plan, layout, places, memory)
  const called = [...filler.fillCells, ...(rows === null ? [] : [rows.writeRow])]
  const state = openLoopState(memory, layout)
  setField(state, STATE.usualPeriod, dates.usual.period)
  return {
    parts,
    kinds,
    tables: createPlainTables(layout, memory, tally),
    state,
    go: functionIn(loopCode(loopSetup(parts, places)), memory, called, kinds.table) as Loop['go'],
    noNeeds: new Int32Array(layout.nameWords),
    firstRow: 0,
    growth,
    epoch: -1,
  }
}

function begin(loop: Loop, line: number, row: number, judges: boolean): void {
  const { state, tables } = loop
  const { chunk, rows } = loop.parts
  if (chunk.growth !== loop.growth) {
    loop.growth = chunk.growth
    viewState(state)
    tables.viewMemory()
  }
  loop.firstRow = row
  setField(state, STATE.ends, chunk.endsAt)
  setField(state, STATE.rows, chunk.rowsAt)
  setField(state, STATE.judges, Number(judges))
  setField(state, STATE.isFilled, 0)
  setField(state, STATE.rowsEnd, rows?.end ?? 0)
  state.doubles[STATE.line >> 3] = line
}

function runFrom(loop: Loop, row: number): number {
  const { state, go } = loop
  const { chunk, rows } = loop.parts
  setField(state, STATE.isFilled, 0)
  for (let at = row; ; ) {
    followEpoch(loop)
    if (rows !== null) setField(state, STATE.next, rows.next)
    at = go(at, chunk.count)
    if (rows !== null) rows.next = fieldOf(state, STATE.next)
    const lack = fieldOf(state, STATE.lacks)
    if (at === chunk.count || lack === LACKS.nothing || !supply(loop, lack, loop.firstRow + at)) return at
  }
}

/** Forgets entries of outcomes whose texts have lost their places. */
function followEpoch(loop: Loop): void {
  const { state, tables } = loop
  const { dates, rows } = loop.parts
  if (rows === null || rows.shared.epoch === loop.epoch) return
  const date = rows.shared.place(dates.usual.text)
  loop.epoch = rows.shared.epoch
  setField(state, STATE.dateAt, date.at)
  setField(state, STATE.dateLength, date.length)
  tables.flush()
}

/** Makes what the loop lacks to go on at a row; `false` where that is impossible. */
function supply(loop: Loop, lack: number, row: number): boolean {
  const { kinds, noNeeds, state, tables } = loop
  const { chunk, compiled, layout } = loop.parts
  const { buffer } = chunk.memory
  if (lack === LACKS.judge) return kinds.addJudge(fieldOf(state, STATE.kind))
  if (lack === LACKS.findGaps) return kinds.addFindGaps(fieldOf(state, STATE.kind))
  if (lack === LACKS.outcome) {
    const needs = new Int32Array(buffer, layout.needs, layout.nameWords)
    return addOutcome(loop, tables.rulingOf(fieldOf(state, STATE.ruling)), needs, row) !== null
  }
  const words = new Int32Array(buffer, layout.judge.words, layout.rulings.key)
  const ruling = compiled.rulingOf(words)
  const outcome = ruling.possible.length > 0 ? 0 : addOutcome(loop, ruling, noNeeds, row)
  return outcome !== null && tables.addRuling(words, ruling, outcome)
}

/** Gives an outcome its entry; `null` if there is no room. */
function addOutcome(loop: Loop, ruling: Ruling, needs: Int32Array, row: number): number | null {
  const { outcomes, rows } = loop.parts
  const outcome = outcomes.ofRuling(ruling, needs, row)
  if (rows !== null && outcome.isShown) {
    rows.placeWords(outcome)
    followEpoch(loop)
    if (outcome.epoch !== rows.shared.epoch) return null
  }
  return loop.tables.addOutcome(ruling, needs, outcome)
}

function tellWarnings({ parts, state }: Loop, tell: (check: Check, row: number) => void): void {
  const { chunk, compiled, layout } = parts
  const next = fieldOf(state, STATE.warnedNext)
  if (next === layout.warned) return
  const words = new Int32Array(chunk.memory.buffer, layout.warned, (next - layout.warned) >> 2)
  for (let from = 0; from < words.length; from += layout.warnedSize >> 2)
    for (const check of compiled.warningsIn(words, from + 1)) tell(check, words[from] as number)
  setField(state, STATE.warnedNext, layout.warned)
}

function take({ parts, state }: Loop) {
  const judged = fieldOf(state, STATE.judged)
  const dated = fieldOf(state, STATE.dated)
  const [firstDay, lastDay] = [fieldOf(state, STATE.firstDay), fieldOf(state, STATE.lastDay)]
  parts.dates.countMany(judged - dated, dated, firstDay, lastDay)
  const noted = notedRows(state)
  clearCounts(state)
  return { judged, ...noted }
}
