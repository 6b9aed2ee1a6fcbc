import { functionIn } from '../../base/wasm.js'
import type { Chunk } from '../../data/bytes/chunks.js'
import type { RowFiller } from '../../data/bytes/fill-row.js'
import { isPlainId } from '../../data/bytes/id-watch.js'
import type { CompiledPack } from '../../engine/compile-js/compile.js'
import { warningWords } from '../../engine/compile-js/generate.js'
import type { Kind } from '../../engine/compile-js/kinds.js'
import type { Ruling } from '../../engine/compile-js/rulings.js'
import type { SlotState } from '../../engine/compile-js/scope.js'
import {
  createMemoryJudges,
  type JudgePlaces,
  type MemoryJudge,
  type RunInMemory,
} from '../../engine/compile-wasm/judges.js'
import type { Check } from '../../lang/pack.js'
import { SHOWN, SMALL } from '../../report/summary.js'
import type { AsOfDates } from './as-of.js'
import type { RowPlan } from './byte-layout.js'
import type { ByteRun } from './byte-run.js'
import type { Outcome, Outcomes } from './outcomes.js'
import { plainCode } from './plain-code.js'
import { LACKS, type PlainLayout, STATE } from './plain-layout.js'
import { createPlainTables } from './plain-tables.js'
import type { RowOutput } from './row-output.js'

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
  kindOf(period: number, isUsual: boolean): Kind | null
  /** Notes that the row where it stopped is to be listed, or shown. */
  note(outcome: Outcome, start: number, row: number): void
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
  run: ByteRun,
  plan: RowPlan,
  chunk: Chunk,
  layout: PlainLayout,
  {
    filler,
    dates,
    outcomes,
    rows,
  }: {
    readonly filler: RowFiller
    readonly dates: AsOfDates
    readonly outcomes: Outcomes
    readonly rows: RowOutput | null
  },
): PlainRows {
  const { memory, deskAt } = chunk
  const { slots, columns, desk } = plan
  const { pack, periods } = compiled
  const places = { ...layout.judge, values: deskAt + desk.values, gaps: deskAt + desk.gaps }
  const judges = createMemoryJudges(compiled.plan, places, memory)
  const table = new WebAssembly.Table({ initial: 4 * periods.classes.length, element: 'anyfunc' })
  const tables = createPlainTables(layout, memory, outcomes)
  const outputs = 2 * pack.outputs.length
  const selector = pack.decisions.by === null ? undefined : compiled.slots.byName.get(pack.decisions.by)
  const code = plainCode({
    ...{ layout, width: run.file.headers.length, idIndex: plan.layout.id.index, text: chunk.textAt },
    marks: desk.groups.map(({ missed, blanks }) => ({ missed: deskAt + missed, blanks: deskAt + blanks })),
    date: deskAt + desk.date,
    ...{ isDated: !dates.usual.isForAll && columns.some(({ isDate }) => isDate), days: periods.days.length },
    warnings: Array.from({ length: warningWords(pack) }, (_, word) => places.numbers + 8 * (outputs + word)),
    size: places.numbers + 8 * (outputs + warningWords(pack)),
    selectorGap: selector === undefined ? null : places.gaps + selector.index,
    ...{ learns: run.doubts === null, writes: rows !== null, longest: rows?.longest ?? 0 },
  })
  const go = functionIn(
    code,
    memory,
    [...filler.fillCells, ...(rows === null ? [] : [rows.writeRow])],
    table,
  ) as (row: number, count: number) => number
  const noNeeds = new Int32Array(layout.nameWords)
  /** By the numbers of kinds; made when first asked for. */
  const made: (MemoryJudge | null)[] = []
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

  /** The functions for records of a kind by its number; `null` where their code is refused. */
  function judgeOf(number: number): MemoryJudge | null {
    const known = made[number]
    if (known !== undefined) return known
    const period = periods.classes[number >> 1]
    if (period === undefined) throw new Error(`no class of periods ${number >> 1}`)
    const own = judges(period, statesOf(plan, compiled.slots.slots.length, (number & 1) === 1))
    made[number] = own
    return own
  }

  function addFunction(place: number, run: RunInMemory): void {
    table.set(place, run)
    new Uint8Array(memory.buffer)[layout.ready + place] = 1
  }

  /** Gives an outcome its entry; `null` where there is no room. */
  function addOutcome(ruling: Ruling, needs: Int32Array, row: number): number | null {
    const outcome = outcomes.ofRuling(ruling, needs, row)
    if (rows !== null && outcome.isShown) {
      rows.placeCells(outcome.cells)
      keepUp()
      if (outcome.cells.since !== rows.since) return null
    }
    return tables.addOutcome(ruling, needs, outcome)
  }

  /** Makes what is lacking to go on at a row; `false` where that cannot be. */
  function supply(lack: number, row: number): boolean {
    const number = get(STATE.kind)
    if (lack === LACKS.judge || lack === LACKS.findGaps) {
      const own = judgeOf(number)
      if (own === null) return false
      if (lack === LACKS.judge) addFunction(2 * number, own.judge())
      else addFunction(2 * number + 1, own.findGaps())
      return true
    }
    const words = new Int32Array(memory.buffer, layout.judge.words, layout.rulings.key)
    const ruling = compiled.rulingOf(words)
    if (lack === LACKS.outcome)
      return addOutcome(ruling, new Int32Array(memory.buffer, layout.needs, layout.nameWords), row) !== null
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
  writeConstants(compiled, layout, memory, slots.gaps)
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
    kindOf(period, isUsual) {
      const own = judgeOf(2 * (periods.classOf[period] as number) + Number(isUsual))
      return own && kindIn(own, memory, places)
    },
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

/** A judge over slots in a memory as one for records whose slots stand there. */
function kindIn({ judge, findGaps }: MemoryJudge, memory: WebAssembly.Memory, places: JudgePlaces): Kind {
  const words = (at: number, { length }: Int32Array) => new Int32Array(memory.buffer, at, length)
  return {
    judge: () => (_values, _gaps, period, verdicts, numbers) => {
      if (judge()(period) === 1) return 1
      verdicts.set(words(places.words, verdicts))
      numbers.set(new Float64Array(memory.buffer, places.numbers, numbers.length))
      return 0
    },
    findGaps: () => (_values, _gaps, period, sets, blocked, absent) => {
      const masks = [words(places.blocked, blocked), words(places.absent, absent)] as const
      const usual = [masks[0].slice(), masks[1].slice()] as const
      masks[0].set(blocked)
      masks[1].set(absent)
      findGaps()(period)
      masks[0].set(usual[0])
      masks[1].set(usual[1])
      sets.set(words(places.sets, sets))
    },
  }
}

/** Later than every day. */
const LAST_DAY = 0x7fffffff

/** What is known of slots beforehand where no cell is blank, and where some may be. */
function statesOf({ slots, columns }: RowPlan, count: number, isUsual: boolean): SlotState[] {
  const inFile = new Set(columns.flatMap(({ slot }) => (slot === null ? [] : [slot.index])))
  return Array.from({ length: count }, (_, index) =>
    inFile.has(index) ? (isUsual ? 'known' : 'either') : slots.gaps[index] === 0 ? 'known' : 'gap',
  )
}

/** Writes what does not change from row to row. */
function writeConstants(
  { pack, plan, periods, masks }: CompiledPack,
  layout: PlainLayout,
  { buffer }: WebAssembly.Memory,
  gaps: Uint8Array,
): void {
  const { names } = plan
  const { blocked, absent } = masks(gaps)
  new Int32Array(buffer, layout.judge.blocked, names.words).set(blocked)
  new Int32Array(buffer, layout.judge.absent, names.words).set(absent)
  new Int32Array(buffer, layout.days, periods.days.length).set(periods.days)
  new Int32Array(buffer, layout.classOf, periods.classOf.length).set(periods.classOf)
  const plain = new Uint8Array(buffer, layout.plainBytes, 256)
  for (let byte = 0; byte < 256; byte++) plain[byte] = Number(isPlainId(Uint8Array.of(byte), 0, 1))
  const bit = pack.decisions.by === null ? undefined : names.byName.get(pack.decisions.by)
  if (bit !== undefined)
    new Int32Array(buffer, layout.selectorNeeds, names.words)[bit >>> 5] = 1 << (bit & 31)
}
