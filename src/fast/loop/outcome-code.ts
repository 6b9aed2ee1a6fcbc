import { added, type Code, call, either, f64, i32, int, when } from '../../compile/wasm/instructions.js'
import { ROW } from '../outcome/csv-bytes.js'
import { DATE } from '../read/memory-fields.js'
import { $, addedIn, at, eachBit, type LoopSetup, put, putAt, setOf, stopJudgingIf } from './code.js'
import {
  LISTS,
  type LoopLayout,
  OUTCOME,
  outcomeAt,
  personsAt,
  RULING,
  rulingAt,
  SHOWS,
  STATE,
} from './loop-layout.js'

const noteWarnings = ({ state, warnedSize }: LoopLayout, warnings: readonly number[]): Code =>
  when(
    $('warned'),
    i32.store(at(state + STATE.warnedNext), $('at')),
    ...warnings.map((address, word) =>
      i32.store(at(state + STATE.warnedNext), i32.fromF64(f64.load(int(0), address)), 4 * (word + 1)),
    ),
    putAt(state + STATE.warnedNext, i32.add(at(state + STATE.warnedNext), int(warnedSize))),
  )

/** Stops where the row might not fit into the room for rows. */
export function roomFor({ layout, longest }: LoopSetup): Code {
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

/** Counts the record for its outcome, with its gaps, warnings and day, and notes its row. */
export function countOutcome(setup: LoopSetup): Code[] {
  const { layout, size, isDated, warnings } = setup
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
        put('words', setOf(setup, mask, word)),
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

/** Notes where the row is, as long as rows of its kind are wanted. The place for the next note comes after the count of those left. */
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

/** Writes the row, if reports show its outcome. */
export function writeRow({ layout, isDated, text, date, marks }: LoopSetup): Code {
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
