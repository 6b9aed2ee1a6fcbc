import {
  eitherState,
  type FindGaps,
  functionOf,
  gapsCode,
  type Judge,
  judgeCode,
  type Plan,
} from './generate.js'
import type { PeriodClass } from './periods.js'
import type { SlotState } from './scope.js'
import { createWordTable } from './word-table.js'

/** Records with gaps in the same slots and in periods of the same class, and the functions for them, made when first asked for. */
export interface Kind {
  judge(): Judge
  findGaps(): FindGaps
}

/** Finds the kind of a record. */
export interface Kinds {
  of(gaps: Uint8Array, period: number): Kind
}

/** So many records of one kind make functions of their own worth the time that it takes until they are quick. */
export const OFTEN = 50_000

/** Kinds with functions of their own, and kinds that are counted: their number is no more than this, whatever a file brings. */
const MOST_OWN = 32
const MOST_COUNTED = 4096

/** From the record with the number `often` of a kind on, the kind has functions of its own. */
export function createKinds(plan: Plan, often: number): Kinds {
  const { table, periods } = plan
  const general = periods.classes.map((period) => kindFor(plan, period, eitherState(table)))
  const words = new Int32Array(1 + Math.ceil(table.slots.length / 32))
  const findGapBits = functionOf(gapBitsCode(table.slots.length), 'g, w', periods) as (
    gaps: Uint8Array,
    words: Int32Array,
  ) => void
  const numbers = createWordTable(words.length)
  const counts: number[] = []
  const own: (Kind | undefined)[] = []
  let ownCount = 0

  return {
    of(gaps, period) {
      const classIndex = periods.classOf[period] ?? 0
      words[0] = classIndex
      findGapBits(gaps, words)
      const number = numbers.find(words)
      const known = number < 0 ? undefined : own[number]
      if (known !== undefined) return known
      const usual = general[classIndex]
      if (usual === undefined) throw new Error(`no period ${period}`)
      const isNew = number < 0
      if (isNew && counts.length >= MOST_COUNTED) return usual
      const place = isNew ? numbers.add(words) : number
      const count = (counts[place] ?? 0) + 1
      counts[place] = count
      if (count < often || ownCount >= MOST_OWN) return usual
      ownCount += 1
      const made = kindFor(plan, periodOf(plan, classIndex), statesOf(gaps, table.slots.length))
      own[place] = made
      return made
    },
  }
}

const periodOf = ({ periods }: Plan, index: number) => {
  const period = periods.classes[index]
  if (period === undefined) throw new Error(`no class of periods ${index}`)
  return period
}

const statesOf = (gaps: Uint8Array, slots: number): SlotState[] =>
  Array.from({ length: slots }, (_, index) => (gaps[index] === 0 ? 'known' : 'gap'))

function kindFor(plan: Plan, period: PeriodClass, states: readonly SlotState[]): Kind {
  let judge: Judge | null = null
  let findGaps: FindGaps | null = null
  return {
    judge() {
      judge ??= judgeFor(plan, period, states)
      return judge
    },
    findGaps() {
      findGaps ??= functionOf(gapsCode(plan, period, states), 'v, g, p, s, b, a', plan.periods) as FindGaps
      return findGaps
    },
  }
}

/** The judge of one kind; one that hands all over where its code is refused. */
function judgeFor(plan: Plan, period: PeriodClass, states: readonly SlotState[]): Judge {
  const made = judgeCode(plan, period, states)
  return 'refused' in made ? () => 1 : (functionOf(made.code, 'v, g, p, w, r', plan.periods) as Judge)
}

/** A bit for each slot that has a gap, 32 a word, behind the word of the class. */
function gapBitsCode(slots: number): string {
  const indices = Array.from({ length: slots }, (_, index) => index)
  const words = Array.from({ length: Math.ceil(slots / 32) }, (_, word) =>
    indices
      .slice(word * 32, word * 32 + 32)
      .map((slot) => `(g[${slot}] === 0 ? 0 : ${(1 << (slot & 31)) | 0})`)
      .join(' | '),
  )
  return words.map((code, word) => `w[${word + 1}] = ${code}`).join('\n')
}
