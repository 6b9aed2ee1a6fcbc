import type { CompiledPack } from '../../src/compile/compile.js'
import {
  eitherState,
  type FindGaps,
  functionOf,
  gapsCode,
  type Judge,
  judgeCode,
  lengthsOf,
} from '../../src/compile/generate.js'
import type { SlotState } from '../../src/compile/scope.js'
import { gapNumber } from '../../src/compile/slots.js'
import { createMemoryJudges, judgeSizes } from '../../src/compile/wasm/judges.js'
import { placed } from '../../src/compile/wasm/memory-places.js'

/** Functions take longer to make than to run, and those for many kinds of records are much alike. */
const MOST_KINDS = 40

/** A compiled pack that judges each record with generated code as JavaScript and as WebAssembly too, and throws where these differ. */
export function heldAgainstMemory(compiled: CompiledPack): CompiledPack {
  const { plan } = compiled
  const lengths = lengthsOf(plan)
  const { places, end } = placed(judgeSizes(plan), 64)
  const memory = new WebAssembly.Memory({ initial: 1 + (end >> 16) })
  const bytes = (at: number, length: number) => new Uint8Array(memory.buffer, at, length)
  const judges = createMemoryJudges(plan, places, memory)
  const words = new Int32Array(lengths.words)
  const numbers = new Float64Array(lengths.numbers)
  const sets = new Int32Array(lengths.sets)
  const blocked = new Int32Array(plan.names.words).fill(0x0f0f_3355)
  const absent = new Int32Array(plan.names.words).fill(0x7135_a5c3)
  bytes(places.blocked, blocked.byteLength).set(new Uint8Array(blocked.buffer))
  bytes(places.absent, absent.byteLength).set(new Uint8Array(absent.buffer))

  /** Made when first asked for, by the class of periods and what is known of slots. */
  const made = new Map<string, ReturnType<typeof pairFor>>()
  function pairFor(index: number, states: readonly SlotState[]) {
    const period = plan.periods.classes[index]
    const memoryJudge = period === undefined ? null : judges(period, states)
    const judged = period === undefined ? { refused: '' } : judgeCode(plan, period, states)
    if (period === undefined || memoryJudge === null || 'refused' in judged) return null
    const judge = functionOf(judged.code, 'v, g, p, w, r', plan.periods) as Judge
    const findGaps = functionOf(gapsCode(plan, period, states), 'v, g, p, s, b, a', plan.periods) as FindGaps
    return { judge, findGaps, memoryJudge }
  }

  function hold(states: readonly SlotState[], values: Float64Array, gaps: Uint8Array, period: number): void {
    const index = plan.periods.classOf[period] ?? 0
    const key = `${index} ${states.join(' ')}`
    const pair = made.get(key) ?? (made.size < MOST_KINDS ? pairFor(index, states) : null)
    if (pair === null) return
    made.set(key, pair)
    bytes(places.values, values.byteLength).set(new Uint8Array(values.buffer, 0, values.byteLength))
    bytes(places.gaps, gaps.length).set(gaps)
    const expected = pair.judge(values, gaps, period, words, numbers)
    const found = pair.memoryJudge.judge()(period)
    if (expected !== found) throw new Error(`judged ${expected} in JavaScript, ${found} in WebAssembly`)
    if (expected === 1) return
    same(words, new Int32Array(memory.buffer, places.words, words.length))
    same(numbers, new Float64Array(memory.buffer, places.numbers, numbers.length))
    pair.findGaps(values, gaps, period, sets, blocked, absent)
    pair.memoryJudge.findGaps()(period)
    same(sets, new Int32Array(memory.buffer, places.sets, sets.length))
  }

  return {
    ...compiled,
    judge(values, gaps, period, out) {
      const { length } = plan.table.slots
      hold(eitherState(plan.table), values, gaps, period)
      const states = Array.from({ length }, (_, slot): SlotState => (gaps[slot] === 0 ? 'known' : 'gap'))
      hold(states, values, gaps, period)
      // With values of its own beneath the gaps, which no one may look at.
      const dirty = values.map((value, slot) => (gaps[slot] === 0 ? value : gapNumber('absent') * 1e15))
      hold(eitherState(plan.table), dirty, gaps, period)
      return compiled.judge(values, gaps, period, out)
    },
  }
}

/** Throws where two results are not the same numbers. */
function same(expected: ArrayLike<number>, found: ArrayLike<number>): void {
  for (let at = 0; at < expected.length; at++)
    if (expected[at] !== found[at] && !(Number.isNaN(expected[at]) && Number.isNaN(found[at])))
      throw new Error(`${at}: ${expected[at]} in JavaScript, ${found[at]} in WebAssembly`)
}
