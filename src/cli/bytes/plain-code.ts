import {
  block,
  breakIf,
  breakTo,
  type Code,
  call,
  callFromTable,
  either,
  f64,
  i32,
  i64,
  loop,
  namesFor,
  type Signature,
  type WasmFunction,
  when,
} from '../../base/wasm.js'
import { DATE } from '../../data/bytes/desk-fields.js'
import { WATCH } from '../../data/bytes/id-watch.js'
import { ROW } from '../../report/csv-bytes.js'
import {
  LACKS,
  LISTS,
  MOST_WARNED,
  OUTCOME,
  outcomeAt,
  type PlainLayout,
  personsAt,
  RULING,
  rulingAt,
  SELECTOR,
  SHOWS,
  STATE,
  type TablePlan,
  UNDECIDED,
} from './plain-layout.js'

/** What the code for the rows of one file is made for; all addresses are those of the memory. */
export interface PlainRun {
  readonly layout: PlainLayout
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
  /** The address of the gap of what the decisions depend on; `null` where they depend on nothing. */
  readonly selectorGap: number | null
  readonly learns: boolean
  readonly writes: boolean
  /** What a row takes at most beside what is copied. */
  readonly longest: number
}

/** What it calls: the fillers of slots, and the writer of rows. */
const FILL: Signature = { parameters: 2, hasResult: true }
const WRITE: Signature = { parameters: 2, hasResult: true }
const JUDGE: Signature = { parameters: 1, hasResult: true }
const callsOf = ({ marks, writes }: PlainRun): Signature[] => [
  ...marks.map(() => FILL),
  ...(writes ? [WRITE] : []),
]

const PARAMETERS = ['at', 'count'] as const
const LOCALS = {
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
type Local = (typeof PARAMETERS)[number] | keyof typeof LOCALS
const { $, put } = namesFor<Local>([...PARAMETERS, ...(Object.keys(LOCALS) as (keyof typeof LOCALS)[])])

const int = i32.const
const at = (address: number): Code => i32.load(int(0), address)
const putAt = (address: number, value: Code): Code => i32.store(int(0), value, address)
const added = (address: number): Code => putAt(address, i32.add(at(address), int(1)))
const addedIn = (entry: Local, offset: number): Code =>
  i32.store($(entry), i32.add(i32.load($(entry), offset), int(1)), offset)
const raised = (local: Local, by = 1): Code => put(local, i32.add($(local), int(by)))

/** From within the loop over rows to its end. */
const STOP = 1
const stopIf = (condition: Code): Code => breakIf(STOP, condition)

/** Does `body` for each bit of `bits`, whose number is in `index`; the body must not use these. */
const eachBit = (bits: Local, number: Local, ...body: readonly Code[]): Code =>
  block(
    loop(
      breakIf(1, i32.eqz($(bits))),
      put(number, i32.ctz($(bits))),
      ...body,
      put(bits, i32.and($(bits), i32.sub($(bits), int(1)))),
      breakTo(0),
    ),
  )

/** Where the entry of a table with these words is comes to `entry`: 0 where there is none. */
const lookUp = ({ slots, mask }: TablePlan, key: readonly Code[]): Code => [
  ...put('hash', int(0)),
  ...key.flatMap((word) => [
    ...put('hash', i32.mul(i32.xor($('hash'), word), int(0x9e3779b1 | 0))),
    ...put('hash', i32.xor($('hash'), i32.shrU($('hash'), int(15)))),
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

/** The function that goes over the rows of a chunk from one on, as long as they are plain; it gives the row at which it stopped. */
export function plainCode(run: PlainRun): WasmFunction {
  return {
    name: 'run',
    parameters: PARAMETERS.length,
    locals: Object.values(LOCALS),
    hasResult: true,
    calls: callsOf(run),
    callsFromTable: JUDGE,
    body: [
      ...firstRow(run),
      ...block(
        loop(
          breakIf(STOP, i32.eq($('at'), $('count'))),
          ...readRow(run),
          ...findId(run),
          when(at(run.layout.state + STATE.judges), ...judgeRow(run)),
          ...(run.learns ? followId(run) : []),
          ...nextRow(run),
          breakTo(0),
        ),
      ),
      ...putAt(run.layout.state + STATE.next, $('next')),
      ...$('at'),
    ],
  }
}

const rowsAddress = ({ layout }: PlainRun) => at(layout.state + STATE.rows)
const endsAddress = ({ layout }: PlainRun) => at(layout.state + STATE.ends)

function firstRow(run: PlainRun): Code {
  const before = i32.sub(i32.add(rowsAddress(run), i32.shl($('at'), int(3))), int(8))
  return [
    ...put('next', at(run.layout.state + STATE.next)),
    ...when(
      $('at'),
      put('firstCell', i32.load(before)),
      put('breaks', i32.load(before, 4)),
      put('start', startBehind(run, $('firstCell'))),
    ),
  ]
}

/** Where the row starts whose first cell has this number. */
const startBehind = (run: PlainRun, cell: Code): Code =>
  i32.add(i32.load(i32.sub(i32.add(endsAddress(run), i32.shl(cell, int(2))), int(4))), int(1))

const nextRow = (run: PlainRun): Code[] => [
  put('breaks', i32.load(i32.add(rowsAddress(run), i32.shl($('at'), int(3))), 4)),
  put('start', startBehind(run, $('lastCell'))),
  put('firstCell', $('lastCell')),
  putAt(run.layout.state + STATE.isFilled, int(0)),
  raised('at'),
]

/** Puts the cells of the row into slots; stops where there are more or fewer than the header's, or one is not plain. */
function readRow(run: PlainRun): Code[] {
  const { layout, marks, width, date } = run
  const any = (addresses: readonly number[]) => addresses.map(at).reduce((a, b) => i32.or(a, b), int(0))
  return [
    putAt(layout.state + STATE.lacks, int(LACKS.nothing)),
    put('lastCell', i32.load(i32.add(rowsAddress(run), i32.shl($('at'), int(3))))),
    stopIf(i32.ne(i32.sub($('lastCell'), $('firstCell')), int(width))),
    put('firstEnd', i32.add(endsAddress(run), i32.shl($('firstCell'), int(2)))),
    when(
      i32.eqz(at(layout.state + STATE.isFilled)),
      putAt(date, int(0)),
      ...marks.map(({ missed }, group) => putAt(missed, call(group, $('firstEnd'), $('start')))),
      putAt(layout.state + STATE.isFilled, int(1)),
    ),
    put('blank', any(marks.map(({ blanks }) => blanks))),
    stopIf(any(marks.map(({ missed }) => missed))),
  ]
}

/** Finds the id; stops where it does not stand for itself. */
function findId({ layout, text, idIndex, width }: PlainRun): Code[] {
  const isQuoted = i32.and(i32.gtU($('idEnd'), $('id')), i32.eq(i32.load8($('id')), int(0x22)))
  const isReturn = i32.eq(i32.load8(i32.sub($('idEnd'), int(1))), int(0x0d))
  return [
    put(
      'id',
      i32.add(
        idIndex === 0 ? $('start') : i32.add(i32.load($('firstEnd'), 4 * (idIndex - 1)), int(1)),
        int(text),
      ),
    ),
    put('idEnd', i32.add(i32.load($('firstEnd'), 4 * idIndex), int(text))),
    ...(idIndex === width - 1
      ? [when(i32.gtU($('idEnd'), $('id')), put('idEnd', i32.sub($('idEnd'), isReturn)))]
      : []),
    when(isQuoted, raised('id'), raised('idEnd', -1)),
    put('length', i32.sub($('idEnd'), $('id'))),
    stopIf(i32.gtU(i32.sub($('length'), int(1)), int(254))),
    put('place', $('id')),
    put('all', int(1)),
    loop(
      put('all', i32.and($('all'), i32.load8(i32.load8($('place')), layout.plainBytes))),
      raised('place'),
      breakIf(0, i32.ltU($('place'), $('idEnd'))),
    ),
    stopIf(i32.eqz($('all'))),
  ]
}

/** Stops before anything is counted or written where the record is to be judged elsewhere. */
function judgeRow(run: PlainRun): Code[] {
  return [
    ...findPeriod(run),
    ...callJudge(run),
    ...findRuling(run),
    ...findOutcome(run),
    ...(run.writes ? [roomFor(run)] : []),
    ...countOutcome(run),
    ...(run.writes ? [writeRow(run)] : []),
  ]
}

/** Within the code for a row that is judged. */
const STOP_JUDGING = STOP + 1
const stopJudgingIf = (condition: Code): Code => breakIf(STOP_JUDGING, condition)

function findPeriod({ layout, isDated, date, days }: PlainRun): Code[] {
  const { state } = layout
  const usual = put('period', at(state + STATE.usualPeriod))
  if (!isDated) return [usual]
  return [
    usual,
    put('day', at(date + DATE.day)),
    when(
      $('day'),
      when(
        i32.ne($('day'), at(state + STATE.day)),
        put('period', int(0)),
        put('index', int(1)),
        block(
          loop(
            breakIf(1, i32.geU($('index'), int(days))),
            when(
              i32.leS(i32.load(i32.shl($('index'), int(2)), layout.days), $('day')),
              put('period', $('index')),
            ),
            raised('index'),
            breakTo(0),
          ),
        ),
        putAt(state + STATE.day, $('day')),
        putAt(state + STATE.period, $('period')),
      ),
      put('period', at(state + STATE.period)),
    ),
  ]
}

function callJudge(run: PlainRun): Code[] {
  const { layout, warnings } = run
  const isReady = i32.load8(i32.shl($('kind'), int(1)), layout.ready)
  return [
    put(
      'kind',
      i32.add(i32.shl(i32.load(i32.shl($('period'), int(2)), layout.classOf), int(1)), i32.eqz($('blank'))),
    ),
    putAt(layout.state + STATE.kind, $('kind')),
    lacking(layout, i32.eqz(isReady), LACKS.judge),
    stopJudgingIf(callFromTable(callsOf(run), i32.shl($('kind'), int(1)), $('period'))),
    ...(warnings.length === 0 ? [] : lookAtWarnings(layout, warnings)),
  ]
}

/** Stops where checks warn and there is no more room for noting it. */
const lookAtWarnings = ({ state, warned, warnedSize }: PlainLayout, warnings: readonly number[]): Code[] => [
  put(
    'warned',
    warnings.map((address) => i32.fromF64(f64.load(int(0), address))).reduce((a, b) => i32.or(a, b)),
  ),
  when(
    $('warned'),
    breakIf(STOP_JUDGING + 1, i32.eq(at(state + STATE.warnedNext), int(warned + MOST_WARNED * warnedSize))),
  ),
]

const noteWarnings = ({ state, warnedSize }: PlainLayout, warnings: readonly number[]): Code =>
  when(
    $('warned'),
    i32.store(at(state + STATE.warnedNext), $('at')),
    ...warnings.map((address, word) =>
      i32.store(at(state + STATE.warnedNext), i32.fromF64(f64.load(int(0), address)), 4 * (word + 1)),
    ),
    putAt(state + STATE.warnedNext, i32.add(at(state + STATE.warnedNext), int(warnedSize))),
  )

/** Stops and tells what is lacking; so many blocks within the code for a row that is judged. */
const lacking = ({ state }: PlainLayout, condition: Code, what: number, depth = 0): Code =>
  when(condition, putAt(state + STATE.lacks, int(what)), breakTo(STOP_JUDGING + 1 + depth))

function findRuling(run: PlainRun): Code[] {
  const { layout } = run
  const { rulings, judge } = layout
  const words = Array.from({ length: rulings.key }, (_, index) => at(judge.words + 4 * index))
  const own = rulingAt(layout)
  return [
    lookUp(rulings, words),
    lacking(layout, i32.eqz($('entry')), LACKS.ruling),
    put('ruling', $('entry')),
    put('flags', i32.load($('ruling'), own + RULING.flags)),
    put('outcome', i32.load($('ruling'), own + RULING.outcome)),
  ]
}

/** What an open decision needs, and the outcome of those with the same needs. */
function findOutcome(run: PlainRun): Code[] {
  const { layout, selectorGap } = run
  const { judge, outcomes, nameWords, maskWords } = layout
  const own = rulingAt(layout)
  const turning = own + RULING.masks + 4 * maskWords
  const findGaps = callFromTable(callsOf(run), i32.add(i32.shl($('kind'), int(1)), int(1)), $('period'))
  const names = Array.from({ length: nameWords }, (_, word) => word)
  const key = [
    i32.load($('ruling'), own + RULING.number),
    ...names.map((word) => at(layout.needs + 4 * word)),
  ]
  const isSelectorOpen = (gap: number) =>
    i32.and(i32.ne(i32.and($('flags'), int(SELECTOR)), int(0)), i32.ne(i32.load8(int(0), gap), int(0)))
  const needsOf = (word: number): Code[] => [
    put('all', int(0)),
    ...(selectorGap === null
      ? []
      : [when(isSelectorOpen(selectorGap), put('all', at(layout.selectorNeeds + 4 * word)))]),
    ...Array.from({ length: maskWords }, (_, mask): Code[] => [
      put('bits', i32.load($('ruling'), turning + 4 * mask)),
      eachBit('bits', 'index', put('all', i32.or($('all'), setOf(run, mask, word)))),
    ]).flat(),
    put('any', i32.or($('any'), $('all'))),
    putAt(layout.needs + 4 * word, i32.and($('all'), i32.xor(at(judge.blocked + 4 * word), int(-1)))),
  ]
  return [
    when(
      $('flags'),
      lacking(
        layout,
        i32.eqz(i32.load8(i32.add(i32.shl($('kind'), int(1)), int(1)), layout.ready)),
        LACKS.findGaps,
        1,
      ),
      // What was judged has gaps that are found: the function gives 0.
      put('any', findGaps),
      when(
        i32.and($('flags'), int(UNDECIDED)),
        put('any', int(0)),
        ...names.flatMap(needsOf),
        breakIf(STOP_JUDGING + 2, i32.eqz($('any'))),
        lookUp(outcomes, key),
        lacking(layout, i32.eqz($('entry')), LACKS.outcome, 2),
        put('outcome', $('entry')),
      ),
    ),
  ]
}

/** A word of what keeps the criterion open whose place in a mask is `index`. */
const setOf = ({ layout }: PlainRun, mask: number, word: number): Code =>
  i32.load(
    i32.mul($('index'), int(4 * layout.nameWords)),
    layout.judge.sets + 4 * (mask * 32 * layout.nameWords + word),
  )

function roomFor({ layout, longest }: PlainRun): Code {
  const own = outcomeAt(layout)
  const wanted = [
    $('next'),
    int(longest),
    $('length'),
    i32.load($('outcome'), own + OUTCOME.behindIdLength),
    i32.load($('outcome'), own + OUTCOME.behindDateLength),
  ].reduce((a, b) => i32.add(a, b))
  return stopJudgingIf(i32.gtU(wanted, at(layout.state + STATE.rowsEnd)))
}

function countOutcome(run: PlainRun): Code[] {
  const { layout, size, isDated, warnings } = run
  const { state, maskWords, nameWords } = layout
  const own = outcomeAt(layout)
  const persons = personsAt(layout)
  const masks = rulingAt(layout) + RULING.masks
  const countGaps = Array.from({ length: maskWords }, (_, mask): Code[] => [
    put('bits', i32.load($('ruling'), masks + 4 * mask)),
    eachBit(
      'bits',
      'index',
      ...Array.from({ length: nameWords }, (_, word): Code[] => [
        put('words', setOf(run, mask, word)),
        put('place', i32.mul(i32.add($('index'), int(mask * 32)), int(4 * 32 * nameWords))),
        eachBit('words', 'byte', countedGap(layout.counts + 4 * 32 * word)),
      ]).flat(),
    ),
  ]).flat()
  return [
    when($('flags'), ...countGaps),
    ...(warnings.length === 0 ? [] : [noteWarnings(layout, warnings)]),
    addedIn('outcome', own + OUTCOME.records),
    put('number', f64.load(int(0), size)),
    either(
      f64.eq($('number'), $('number')),
      [f64.store($('outcome'), f64.add(f64.load($('outcome'), persons), $('number')), persons)],
      [addedIn('outcome', own + OUTCOME.unsized)],
    ),
    added(state + STATE.judged),
    ...(isDated ? [when($('day'), ...countedDay(state))] : []),
    put('flags', i32.load($('outcome'), own + OUTCOME.flags)),
    noted(state + STATE.listedLeft, LISTS),
    noted(state + STATE.shownLeft, SHOWS),
  ]
}

function countedGap(counts: number): Code {
  const address = i32.add($('place'), i32.shl($('byte'), int(2)))
  return i32.store(address, i32.add(i32.load(address, counts), int(1)), counts)
}

const countedDay = (state: number): Code[] => [
  added(state + STATE.dated),
  when(i32.ltS($('day'), at(state + STATE.firstDay)), putAt(state + STATE.firstDay, $('day'))),
  when(i32.gtS($('day'), at(state + STATE.lastDay)), putAt(state + STATE.lastDay, $('day'))),
]

/** Notes where the row is, as long as rows of its kind are asked for; behind how many are left is where. */
const noted = (left: number, flag: number): Code =>
  when(
    i32.and($('flags'), int(flag)),
    when(
      at(left),
      i32.store(at(left + 4), $('start')),
      i32.store(at(left + 4), $('at'), 4),
      putAt(left + 4, i32.add(at(left + 4), int(8))),
      putAt(left, i32.sub(at(left), int(1))),
    ),
  )

function writeRow({ layout, isDated, text, date, marks }: PlainRun): Code {
  const { state, row } = layout
  const own = outcomeAt(layout)
  const part = (to: number, address: Code, length: Code): Code[] => [
    putAt(row + to, address),
    putAt(row + to + 4, length),
  ]
  const usualDate = part(ROW.date, at(state + STATE.dateAt), at(state + STATE.dateLength))
  const ownDate = part(
    ROW.date,
    i32.add(at(date + DATE.start), int(text)),
    i32.sub(at(date + DATE.end), at(date + DATE.start)),
  )
  const line = f64.add(f64.load(int(0), state + STATE.line), f64.fromI32(i32.add($('at'), $('breaks'))))
  const shared = (offset: number) => i32.load($('outcome'), own + offset)
  return when(
    i32.and($('flags'), int(SHOWS)),
    ...part(ROW.id, $('id'), $('length')),
    ...part(ROW.behindId, shared(OUTCOME.behindId), shared(OUTCOME.behindIdLength)),
    ...part(ROW.behindDate, shared(OUTCOME.behindDate), shared(OUTCOME.behindDateLength)),
    ...(isDated ? [either($('day'), ownDate, usualDate)] : usualDate),
    f64.store(int(0), line, row + ROW.line),
    put('next', call(marks.length, int(row), $('next'))),
  )
}

/** As `IdWatch` does it. */
function followId({ layout }: PlainRun): Code[] {
  const { watch } = layout
  const before = at(watch + WATCH.address)
  const isShorter = i32.ltU(at(watch + WATCH.length), $('length'))
  const isLess: Code[] = [
    put('index', int(0)),
    put('place', before),
    block(
      loop(
        breakIf(1, i32.gtU(i32.add($('index'), int(8)), $('length'))),
        breakIf(1, i64.ne(i64.load(i32.add($('place'), $('index'))), i64.load(i32.add($('id'), $('index'))))),
        raised('index', 8),
        breakTo(0),
      ),
    ),
    block(
      loop(
        breakIf(1, i32.eq($('index'), $('length'))),
        put('byte', i32.load8(i32.add($('place'), $('index')))),
        put('all', i32.load8(i32.add($('id'), $('index')))),
        breakIf(1, i32.ne($('byte'), $('all'))),
        raised('index'),
        breakTo(0),
      ),
    ),
    when(
      i32.or(i32.eq($('index'), $('length')), i32.ltU($('all'), $('byte'))),
      putAt(watch + WATCH.ascends, int(0)),
    ),
  ]
  const number = i32.shl(at(watch + WATCH.count), int(3))
  return [
    when(
      i32.and(i32.ne(at(watch + WATCH.count), int(0)), at(watch + WATCH.ascends)),
      when(
        i32.eqz(isShorter),
        either(i32.eq(at(watch + WATCH.length), $('length')), isLess, [putAt(watch + WATCH.ascends, int(0))]),
      ),
    ),
    i32.store(number, $('id'), watch + WATCH.places),
    i32.store(number, $('length'), watch + WATCH.places + 4),
    putAt(watch + WATCH.address, $('id')),
    putAt(watch + WATCH.length, $('length')),
    added(watch + WATCH.count),
  ]
}
