import type { CompiledPack } from '../../compile/compile.js'
import type { RecordKind } from '../../compile/record-kinds.js'
import type { Ruling } from '../../compile/rulings.js'
import { functionIn } from '../../compile/wasm/module.js'
import type { Check } from '../../lang/pack.js'
import { SHOWN, SMALL } from '../../report/assess/summary.js'
import type { AsOfDates } from '../outcome/as-of.js'
import type { FileRun } from '../outcome/file-run.js'
import type { CountedOutcome, CountedOutcomes } from '../outcome/outcomes.js'
import type { RowOutput } from '../outcome/row-output.js'
import type { OpenTally } from '../outcome/tally.js'
import type { Chunk } from '../read/chunks.js'
import type { RowFiller } from '../read/fill-row.js'
import { loopCode } from './loop-code.js'
import { LACKS, type LoopLayout, STATE } from './loop-layout.js'
import { loopSetup, writeConstants } from './loop-setup.js'
import { createPlainKinds } from './plain-kinds.js'
import { createPlainTables } from './plain-tables.js'
import type { RowPlan } from './row-plan.js'

/** Goes over the rows of a chunk that need nothing but WebAssembly, from their cells to the row of the report. */
export interface PlainRows {
  /** Looks at the chunk just read, whose first row has this line and number. */
  begin(line: number, row: number, judges: boolean): void
  /** Goes over rows from one on; gives the first that is not done, or how many there are. */
  run(row: number): number
  /** Tells of the rows done since this was last called on which checks warned, by their numbers. */
  tellWarnings(tell: (check: Check, row: number) => void): void
  /** Whether the row at which it stopped has its plain cells in slots. */
  readonly isFilled: boolean
  /** The judge of the record whose slots are filled; `null` where there is none for the class of its period. */
  kindOf(period: number, isUsual: boolean): RecordKind | null
  /** Notes that the row where it stopped is to be listed, or shown. */
  note(outcome: CountedOutcome, start: number, row: number): void
  /** What came since this was last asked: records judged, and the rows that were noted, by the starts and numbers in the chunk. */
  take(): {
    readonly judged: number
    readonly listed: readonly NotedRow[]
    readonly shown: readonly NotedRow[]
  }
  /** Hands over what was counted. */
  flush(): void
}

export interface NotedRow {
  readonly start: number
  readonly row: number
}

export function createPlainRows(
  compiled: CompiledPack,
  run: FileRun,
  plan: RowPlan,
  chunk: Chunk,
  layout: LoopLayout,
  {
    filler,
    dates,
    outcomes,
    tally,
    rows,
  }: {
    readonly filler: RowFiller
    readonly dates: AsOfDates
    readonly outcomes: CountedOutcomes
    readonly tally: OpenTally
    readonly rows: RowOutput | null
  },
): PlainRows {
  const { memory, besideAt } = chunk
  const { rowMemory } = plan
  const places = { ...layout.judge, values: besideAt + rowMemory.values, gaps: besideAt + rowMemory.gaps }
  const kinds = createPlainKinds(compiled, plan, layout, places, memory)
  const tables = createPlainTables(layout, memory, tally)
  const code = loopCode(loopSetup(compiled, run, plan, chunk, layout, places, dates, rows))
  const go = functionIn(
    code,
    memory,
    [...filler.fillCells, ...(rows === null ? [] : [rows.writeRow])],
    kinds.table,
  ) as (row: number, count: number) => number
  const noNeeds = new Int32Array(layout.nameWords)
  let firstRow = 0
  let state = new Int32Array()
  let lines = new Float64Array()
  let growth = -1
  let since = -1

  /** Makes views of the memory, which may have grown. */
  function look(): void {
    growth = chunk.growth
    state = new Int32Array(memory.buffer, layout.state, STATE.size / 4)
    lines = new Float64Array(memory.buffer, layout.state, STATE.size / 8)
    tables.look()
  }

  const get = (field: number) => state[field >> 2] as number
  const put = (field: number, value: number) => {
    state[field >> 2] = value
  }

  function clearCounts(): void {
    for (const field of [STATE.judged, STATE.dated, STATE.lastDay]) put(field, 0)
    put(STATE.firstDay, LAST_DAY)
    put(STATE.listedLeft, SHOWN)
    put(STATE.listedNext, layout.listed)
    put(STATE.shownLeft, SMALL + 1)
    put(STATE.shownNext, layout.shown)
  }

  /** Rows that share no places any more would be written from others. */
  function keepUp(): void {
    if (rows === null || rows.since === since) return
    const date = rows.place(dates.usual.text)
    since = rows.since
    put(STATE.dateAt, date.at)
    put(STATE.dateLength, date.length)
    tables.flush()
  }

  /** Gives an outcome its entry; `null` where there is no room. */
  function addOutcome(ruling: Ruling, needs: Int32Array, row: number): number | null {
    const outcome = outcomes.ofRuling(ruling, needs, row)
    if (rows !== null && outcome.isShown) {
      rows.placeWords(outcome)
      keepUp()
      if (outcome.since !== rows.since) return null
    }
    return tables.addOutcome(ruling, needs, outcome)
  }

  /** Makes what is lacking to go on at a row; `false` where that cannot be. */
  function supply(lack: number, row: number): boolean {
    if (lack === LACKS.judge) return kinds.addJudge(get(STATE.kind))
    if (lack === LACKS.findGaps) return kinds.addFindGaps(get(STATE.kind))
    if (lack === LACKS.outcome) {
      const needs = new Int32Array(memory.buffer, layout.needs, layout.nameWords)
      return addOutcome(tables.rulingOf(get(STATE.ruling)), needs, row) !== null
    }
    const words = new Int32Array(memory.buffer, layout.judge.words, layout.rulings.key)
    const ruling = compiled.rulingOf(words)
    const outcome = ruling.possible.length > 0 ? 0 : addOutcome(ruling, noNeeds, row)
    return outcome !== null && tables.addRuling(words, ruling, outcome)
  }

  function noted(from: number, next: number): NotedRow[] {
    const words = new Int32Array(memory.buffer, from, (get(next) - from) >> 2)
    return Array.from({ length: words.length >> 1 }, (_, index) => ({
      start: words[2 * index] as number,
      row: words[2 * index + 1] as number,
    }))
  }

  look()
  writeConstants(compiled, run, layout, memory, plan.slots.gaps)
  rows?.describe(layout.row, places.numbers)
  put(STATE.warnedNext, layout.warned)
  put(STATE.usualPeriod, dates.usual.period)
  clearCounts()

  return {
    begin(line, row, isJudging) {
      if (chunk.growth !== growth) look()
      firstRow = row
      put(STATE.ends, chunk.endsAt)
      put(STATE.rows, chunk.rowsAt)
      put(STATE.judges, Number(isJudging))
      put(STATE.isFilled, 0)
      put(STATE.rowsEnd, rows?.end ?? 0)
      lines[STATE.line >> 3] = line
    },
    run(row) {
      put(STATE.isFilled, 0)
      for (let at = row; ; ) {
        keepUp()
        if (rows !== null) put(STATE.next, rows.next)
        at = go(at, chunk.count)
        if (rows !== null) rows.next = get(STATE.next)
        const lack = get(STATE.lacks)
        if (at === chunk.count || lack === LACKS.nothing || !supply(lack, firstRow + at)) return at
      }
    },
    tellWarnings(tell) {
      const next = get(STATE.warnedNext)
      if (next === layout.warned) return
      const words = new Int32Array(memory.buffer, layout.warned, (next - layout.warned) >> 2)
      for (let from = 0; from < words.length; from += layout.warnedSize >> 2)
        for (const check of compiled.warningsIn(words, from + 1)) tell(check, words[from] as number)
      put(STATE.warnedNext, layout.warned)
    },
    get isFilled() {
      return get(STATE.isFilled) === 1
    },
    kindOf: kinds.of,
    note({ isListed, isShown }, start, row) {
      const lists = [
        { isWanted: isListed, left: STATE.listedLeft, next: STATE.listedNext },
        { isWanted: isShown, left: STATE.shownLeft, next: STATE.shownNext },
      ]
      for (const { isWanted, left, next } of lists) {
        if (!isWanted || get(left) === 0) continue
        new Int32Array(memory.buffer, get(next), 2).set([start, row])
        put(left, get(left) - 1)
        put(next, get(next) + 8)
      }
    },
    take() {
      const [judged, dated] = [get(STATE.judged), get(STATE.dated)]
      dates.countMany(judged - dated, dated, get(STATE.firstDay), get(STATE.lastDay))
      const [listed, shown] = [noted(layout.listed, STATE.listedNext), noted(layout.shown, STATE.shownNext)]
      clearCounts()
      return { judged, listed, shown }
    },
    flush: tables.flush,
  }
}

/** Later than every day. */
const LAST_DAY = 0x7fffffff
