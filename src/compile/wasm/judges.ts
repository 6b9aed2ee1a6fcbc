import { gapsCode, judgeCode, lengthsOf, type Plan } from '../generate.js'
import type { PeriodClass } from '../periods.js'
import type { SlotState } from '../scope.js'
import { functionIn } from './module.js'
import type { ArrayPlace } from './parse-generated.js'
import { translate } from './translate.js'

/** The places in a memory of what is known of a record, of what its judge writes, and of what both look up. */
export interface JudgePlaces {
  readonly values: number
  readonly gaps: number
  readonly parameters: number
  readonly words: number
  readonly numbers: number
  readonly sets: number
  readonly blocked: number
  readonly absent: number
}

/** The number of bytes of each part. */
export function judgeSizes(plan: Plan): JudgePlaces {
  const { words, numbers, sets } = lengthsOf(plan)
  const ofNames = 4 * plan.names.words
  return {
    values: 8 * plan.table.length,
    gaps: plan.table.length,
    parameters: plan.periods.values.byteLength,
    words: 4 * words,
    numbers: 8 * numbers,
    sets: 4 * sets,
    blocked: ofNames,
    absent: ofNames,
  }
}

/** A function over the content of a memory. It takes the period, and gives 1 if the interpreter must judge. */
export type RunInMemory = (period: number) => 0 | 1

/** Both functions for records of one kind, over a memory; each is made when it is first asked for. */
export interface MemoryJudge {
  judge(): RunInMemory
  findGaps(): RunInMemory
}

/** Engines take functions of up to 50,000 locals. A line has one and a few more, and gaps have about three lines for each line of a judge. */
const MOST_LINES = 5000

/** Makes judges over a memory; `null` if code is refused for a class of periods, or is too long. */
export function createMemoryJudges(
  plan: Plan,
  places: JudgePlaces,
  memory: WebAssembly.Memory,
  most = MOST_LINES,
) {
  const arrays: Readonly<Record<string, ArrayPlace>> = {
    v: { at: places.values, of: 'f64' },
    g: { at: places.gaps, of: 'u8' },
    q: { at: places.parameters, of: 'f64' },
    w: { at: places.words, of: 'i32' },
    r: { at: places.numbers, of: 'f64' },
    s: { at: places.sets, of: 'i32' },
    b: { at: places.blocked, of: 'i32' },
    a: { at: places.absent, of: 'i32' },
  }
  const run = (code: string) => functionIn(translate(code, arrays), memory) as RunInMemory
  new Float64Array(memory.buffer, places.parameters, plan.periods.values.length).set(plan.periods.values)
  return (period: PeriodClass, states: readonly SlotState[]): MemoryJudge | null => {
    const judged = judgeCode(plan, period, states)
    if ('refused' in judged || judged.code.split('\n').length > most) return null
    let judge: RunInMemory | null = null
    let findGaps: RunInMemory | null = null
    return {
      judge() {
        judge ??= run(judged.code)
        return judge
      },
      findGaps() {
        findGaps ??= run(gapsCode(plan, period, states))
        return findGaps
      },
    }
  }
}
