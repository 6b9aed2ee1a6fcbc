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

/** Records with the same things known beforehand, and the functions for them, made when first asked for. */
export interface RecordKind {
  judge(): Judge
  /** Finds the gaps of an open criterion; it may find those of others too. */
  findGaps(criterion: number): FindGaps
}

/** Finds the kind of a record. */
export interface RecordKinds {
  of(gaps: Uint8Array, period: number): RecordKind
}

/** From this many records of a class of periods on, functions for their common gaps are worth the time until they are fast. */
export const OFTEN = 50_000

/** The records of one class of periods. */
interface Group {
  readonly period: PeriodClass
  seen: number
  /** A bit for each slot that had a gap in all records so far. */
  readonly common: Int32Array
  /** For any record. */
  readonly general: RecordKind
  /** For records with only the common gaps, and for those with more; `null` until enough records were seen. */
  usual: RecordKind | null
  more: RecordKind | null
}

interface KindsState {
  readonly plan: Plan
  readonly often: number
  readonly groups: readonly Group[]
  /** The gaps of the record at hand, a bit for each slot. */
  readonly words: Int32Array
  readonly findGapBits: (gaps: Uint8Array, words: Int32Array) => void
}

/**
 * The first `often` records of a class of periods get functions that know nothing beforehand. If all of them had some gaps, such as
 * columns that the file lacks, later records probably have them too. There are functions for records with only these gaps, and for records
 * with more. A kind for every pattern of gaps would be more code than a processor keeps in its cache.
 */
export function createRecordKinds(plan: Plan, often: number): RecordKinds {
  const { table, periods } = plan
  const slots = table.slots.length
  const words = new Int32Array(Math.ceil(slots / 32))
  const groups = periods.classes.map((period) => ({
    period,
    seen: 0,
    common: new Int32Array(words.length).fill(-1),
    general: kindFor(plan, period, eitherState(table)),
    usual: null,
    more: null,
  }))
  const findGapBits = functionOf(gapBitsCode(slots), 'g, w', periods) as KindsState['findGapBits']
  const state: KindsState = { plan, often, groups, words, findGapBits }
  return { of: (gaps, period) => kindOf(state, gaps, period) }
}

function kindOf(state: KindsState, gaps: Uint8Array, period: number): RecordKind {
  const { groups, plan, words } = state
  const group = groups[plan.periods.classOf[period] ?? 0]
  if (group === undefined) throw new Error(`no period ${period}`)
  state.findGapBits(gaps, words)
  const { common, general, usual, more } = group
  if (usual === null || more === null) {
    learnFrom(state, group)
    return general
  }
  let others = 0
  for (let word = 0; word < words.length; word++) {
    const found = words[word] as number
    const expected = common[word] as number
    if ((expected & ~found) !== 0) return general
    others |= found ^ expected
  }
  return others === 0 ? usual : more
}

/** Counts the record at hand. The last of the first `often` records fixes what they have in common. */
function learnFrom({ plan, often, words }: KindsState, group: Group): void {
  const { common, period } = group
  for (let word = 0; word < words.length; word++) common[word] = (common[word] ?? 0) & (words[word] ?? 0)
  group.seen += 1
  if (group.seen < often) return
  const isCommon = (slot: number) => ((common[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0
  const statesOf = (other: SlotState) =>
    plan.table.slots.map(({ index }) => (isCommon(index) ? 'gap' : other))
  group.usual = kindFor(plan, period, statesOf('known'))
  group.more = kindFor(plan, period, statesOf('either'))
}

function kindFor(plan: Plan, period: PeriodClass, states: readonly SlotState[]): RecordKind {
  let judge: Judge | null = null
  /** One function for each criterion, because few criteria are open in one record. */
  const findGaps: FindGaps[] = []
  return {
    judge() {
      judge ??= judgeFor(plan, period, states)
      return judge
    },
    findGaps(criterion) {
      const known = findGaps[criterion]
      if (known !== undefined) return known
      const code = gapsCode(plan, period, states, criterion)
      const made = functionOf(code, 'v, g, p, s, b, a', plan.periods) as FindGaps
      findGaps[criterion] = made
      return made
    },
  }
}

/** The judge of one kind. If its code is refused, the interpreter judges all these records. */
function judgeFor(plan: Plan, period: PeriodClass, states: readonly SlotState[]): Judge {
  const made = judgeCode(plan, period, states)
  return 'refused' in made ? () => 1 : (functionOf(made.code, 'v, g, p, w, r', plan.periods) as Judge)
}

/** A bit for each slot that has a gap, 32 a word. */
function gapBitsCode(slots: number): string {
  const indices = Array.from({ length: slots }, (_, index) => index)
  const words = Array.from({ length: Math.ceil(slots / 32) }, (_, word) =>
    indices
      .slice(word * 32, word * 32 + 32)
      .map((slot) => `(g[${slot}] === 0 ? 0 : ${(1 << (slot & 31)) | 0})`)
      .join(' | '),
  )
  return words.map((code, word) => `w[${word}] = ${code}`).join('\n')
}
