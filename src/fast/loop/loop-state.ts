import { SHOWN, SMALL } from '../../report/assess/summary.js'
import type { CountedOutcome } from '../outcome/outcomes.js'
import { type LoopLayout, STATE } from './loop-layout.js'

/** The fields by which the loop and its callers tell each other where they are. */
export interface LoopState {
  readonly memory: WebAssembly.Memory
  readonly layout: LoopLayout
  /** Views of them as words and as doubles. */
  words: Int32Array
  doubles: Float64Array
}

/** A row that will be listed or shown: where it starts in the chunk, and its number there. */
export interface NotedRow {
  readonly start: number
  readonly row: number
}

/** The fields of a loop that has not begun. */
export function openLoopState(memory: WebAssembly.Memory, layout: LoopLayout): LoopState {
  const state = { memory, layout, words: new Int32Array(), doubles: new Float64Array() }
  viewState(state)
  setField(state, STATE.warnedNext, layout.warned)
  clearCounts(state)
  return state
}

/** Makes views of the memory, which may have grown. */
export function viewState(state: LoopState): void {
  const { memory, layout } = state
  state.words = new Int32Array(memory.buffer, layout.state, STATE.size / 4)
  state.doubles = new Float64Array(memory.buffer, layout.state, STATE.size / 8)
}

/** The value of a field of one word. */
export const fieldOf = ({ words }: LoopState, field: number): number => words[field >> 2] as number

/** Sets a field of one word. */
export const setField = ({ words }: LoopState, field: number, value: number): void => {
  words[field >> 2] = value
}

/** Begins to count and to note rows anew. */
export function clearCounts(state: LoopState): void {
  const { layout } = state
  for (const field of [STATE.judged, STATE.dated, STATE.lastDay]) setField(state, field, 0)
  setField(state, STATE.firstDay, LAST_DAY)
  setField(state, STATE.listedLeft, SHOWN)
  setField(state, STATE.listedNext, layout.listed)
  setField(state, STATE.shownLeft, SMALL + 1)
  setField(state, STATE.shownNext, layout.shown)
}

/** Later than every day. */
const LAST_DAY = 0x7fffffff

/** Notes a row with an outcome, as long as rows of its kind are wanted. */
export function noteRow(
  state: LoopState,
  { isListed, isShown }: CountedOutcome,
  start: number,
  row: number,
): void {
  if (isListed) note(state, STATE.listedLeft, STATE.listedNext, start, row)
  if (isShown) note(state, STATE.shownLeft, STATE.shownNext, start, row)
}

function note(state: LoopState, left: number, next: number, start: number, row: number): void {
  const most = fieldOf(state, left)
  if (most === 0) return
  new Int32Array(state.memory.buffer, fieldOf(state, next), 2).set([start, row])
  setField(state, left, most - 1)
  setField(state, next, fieldOf(state, next) + 8)
}

/** The rows noted since counts were last cleared. */
export const notedRows = (state: LoopState) => ({
  listed: rowsBetween(state, state.layout.listed, fieldOf(state, STATE.listedNext)),
  shown: rowsBetween(state, state.layout.shown, fieldOf(state, STATE.shownNext)),
})

function rowsBetween({ memory }: LoopState, from: number, next: number): NotedRow[] {
  const words = new Int32Array(memory.buffer, from, (next - from) >> 2)
  return Array.from({ length: words.length >> 1 }, (_, index) => ({
    start: words[2 * index] as number,
    row: words[2 * index + 1] as number,
  }))
}
