import {
  block,
  breakIf,
  breakTo,
  type Code,
  callFromTable,
  f64,
  i32,
  int,
  loop,
  when,
} from '../../compile/wasm/instructions.js'
import { LARGEST_SUMMAND } from '../outcome/outcomes.js'
import { DATE } from '../read/memory-fields.js'
import {
  $,
  at,
  callsOf,
  eachBit,
  type LoopSetup,
  lookUp,
  put,
  putAt,
  raised,
  STOP_JUDGING,
  setOf,
  stopJudgingIf,
} from './code.js'
import {
  LACKS,
  type LoopLayout,
  MOST_WARNED,
  RULING,
  rulingAt,
  SELECTOR,
  STATE,
  UNDECIDED,
} from './loop-layout.js'
import { countOutcome, roomFor, writeRow } from './outcome-code.js'

/** Judges the row. Where the record must be judged elsewhere, it stops before anything is counted or written. */
export function judgeRow(setup: LoopSetup): Code[] {
  return [
    ...findPeriod(setup),
    ...callJudge(setup),
    ...findRuling(setup),
    ...findOutcome(setup),
    ...(setup.writes ? [roomFor(setup)] : []),
    ...countOutcome(setup),
    ...(setup.writes ? [writeRow(setup)] : []),
  ]
}

function findPeriod({ layout, isDated, date, days }: LoopSetup): Code[] {
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

function callJudge(setup: LoopSetup): Code[] {
  const { layout, warnings, size } = setup
  const isReady = i32.load8(i32.shl($('kind'), int(1)), layout.ready)
  return [
    put(
      'kind',
      i32.add(i32.shl(i32.load(i32.shl($('period'), int(2)), layout.classOf), int(1)), i32.eqz($('blank'))),
    ),
    putAt(layout.state + STATE.kind, $('kind')),
    lacking(layout, i32.eqz(isReady), LACKS.judge),
    stopJudgingIf(callFromTable(callsOf(setup), i32.shl($('kind'), int(1)), $('period'))),
    // Larger sizes are added elsewhere, so that the sum of persons stays exact.
    stopJudgingIf(f64.gt(f64.abs(f64.load(int(0), size)), f64.const(LARGEST_SUMMAND))),
    ...(warnings.length === 0 ? [] : lookAtWarnings(layout, warnings)),
  ]
}

/** Stops if checks warn and there is no more room to note it. */
const lookAtWarnings = ({ state, warned, warnedSize }: LoopLayout, warnings: readonly number[]): Code[] => [
  put(
    'warned',
    warnings.map((address) => i32.fromF64(f64.load(int(0), address))).reduce((a, b) => i32.or(a, b)),
  ),
  when(
    $('warned'),
    breakIf(STOP_JUDGING + 1, i32.eq(at(state + STATE.warnedNext), int(warned + MOST_WARNED * warnedSize))),
  ),
]

/** Stops and tells what the loop lacks; `depth` blocks within the code that judges a row. */
const lacking = ({ state }: LoopLayout, condition: Code, what: number, depth = 0): Code =>
  when(condition, putAt(state + STATE.lacks, int(what)), breakTo(STOP_JUDGING + 1 + depth))

function findRuling(setup: LoopSetup): Code[] {
  const { layout } = setup
  const { rulings, judge } = layout
  const words = Array.from({ length: rulings.key }, (_, index) => at(judge.words + 4 * index))
  const own = rulingAt(layout)
  return [
    lookUp(rulings, words),
    lacking(layout, i32.eqz($('entry')), LACKS.ruling),
    put('ruling', $('entry')),
    putAt(layout.state + STATE.ruling, $('ruling')),
    put('flags', i32.load($('ruling'), own + RULING.flags)),
    put('outcome', i32.load($('ruling'), own + RULING.outcome)),
  ]
}

/** The outcome of a record with unknown criteria: finds the gaps that keep them open, and where its decision is open, its needs. */
function findOutcome(setup: LoopSetup): Code[] {
  const { layout } = setup
  const findsGaps = i32.add(i32.shl($('kind'), int(1)), int(1))
  return [
    when(
      $('flags'),
      lacking(layout, i32.eqz(i32.load8(findsGaps, layout.ready)), LACKS.findGaps, 1),
      // What was judged has gaps that are found: the function gives 0.
      put('any', callFromTable(callsOf(setup), findsGaps, $('period'))),
      when(i32.and($('flags'), int(UNDECIDED)), ...findByNeeds(setup)),
    ),
  ]
}

/** Finds the needs of an open decision, and the outcome of records with the same ruling and needs. */
function findByNeeds(setup: LoopSetup): Code[] {
  const { layout } = setup
  const names = Array.from({ length: layout.nameWords }, (_, word) => word)
  const key = [
    i32.load($('ruling'), rulingAt(layout) + RULING.number),
    ...names.map((word) => at(layout.needs + 4 * word)),
  ]
  return [
    put('any', int(0)),
    ...names.flatMap((word) => findNeeds(setup, word)),
    breakIf(STOP_JUDGING + 2, i32.eqz($('any'))),
    lookUp(layout.outcomes, key),
    lacking(layout, i32.eqz($('entry')), LACKS.outcome, 2),
    put('outcome', $('entry')),
  ]
}

/** Finds one word of the needs: the gaps of all criteria on which the decision turns, and of what it depends on, unless they are blocked. */
function findNeeds(setup: LoopSetup, word: number): Code[] {
  const { layout, selectorGap } = setup
  const turning = rulingAt(layout) + RULING.masks + 4 * layout.maskWords
  const isSelectorOpen = (gap: number) =>
    i32.and(i32.ne(i32.and($('flags'), int(SELECTOR)), int(0)), i32.ne(i32.load8(int(0), gap), int(0)))
  const blocked = at(layout.judge.blocked + 4 * word)
  return [
    put('all', int(0)),
    ...(selectorGap === null
      ? []
      : [when(isSelectorOpen(selectorGap), put('all', at(layout.selectorNeeds + 4 * word)))]),
    ...Array.from({ length: layout.maskWords }, (_, mask): Code[] => [
      put('bits', i32.load($('ruling'), turning + 4 * mask)),
      eachBit('bits', 'index', put('all', i32.or($('all'), setOf(setup, mask, word)))),
    ]).flat(),
    put('any', i32.or($('any'), $('all'))),
    // Written rows say what is blocked, and the loop writes no such cell.
    ...(setup.writes ? [breakIf(STOP_JUDGING + 2, i32.and($('all'), blocked))] : []),
    putAt(layout.needs + 4 * word, i32.and($('all'), i32.xor(blocked, int(-1)))),
  ]
}
