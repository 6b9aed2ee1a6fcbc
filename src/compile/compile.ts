import type { Check, Pack } from '../lang/pack.js'
import { gapNamesOf } from './gap-names.js'
import {
  CHECKS_IN_ONE_WORD,
  eitherState,
  judgeCode,
  lengthsOf,
  type Plan,
  sizePlacesOf,
  warningsOf,
  warningWords,
} from './generate.js'
import { createIntTable } from './int-table.js'
import {
  clearNeeds,
  createNeeds,
  findNeeds,
  type GapMasks,
  masksOf,
  type Needs,
  type OpenGaps,
} from './needs.js'
import { type Periods, periodsOf } from './periods.js'
import { createRecordKinds, OFTEN, type RecordKind } from './record-kinds.js'
import { outputPlaces } from './rounding.js'
import { createRulings, type Ruling } from './rulings.js'
import { type SlotTable, slotsOf } from './slots.js'

/** The result of one record; written anew for each. */
export interface CompiledResult extends OpenGaps {
  ruling: Ruling
  /**
   * Two numbers for each output: its lower and upper end at its places, infinite if there is none. Then a bit for each check that only
   * warns. Last the size; NaN if it is open.
   */
  readonly numbers: Float64Array
}

/** A pack as functions over slots. */
export interface CompiledPack {
  readonly pack: Pack
  /** The plan from which its functions are generated. */
  readonly plan: Plan
  readonly slots: SlotTable
  readonly periods: Periods
  /** Places of each output's integers, in pack order, and of the size. */
  readonly outputPlaces: readonly number[]
  readonly sizePlaces: number | null
  createResult(): CompiledResult
  /**
   * Judges the record in the slots; values must be within their limits. 1: the interpreter must judge this record, because a check takes a
   * fact away, sources of a derived value conflict, or a number is too large to be exact.
   */
  judge(values: Float64Array, gaps: Uint8Array, period: number, out: CompiledResult): 0 | 1
  /** The same for a record whose kind is known. */
  judgeKind(
    kind: RecordKind,
    values: Float64Array,
    gaps: Uint8Array,
    period: number,
    out: CompiledResult,
  ): 0 | 1
  /** The ruling for the words that a judge writes. */
  rulingOf(words: Int32Array): Ruling
  /**
   * Two sets for a record with these gaps: gaps that no answer settles, and gaps in columns that the file lacks. The arrays are the same
   * each time.
   */
  masks(gaps: Uint8Array): GapMasks
  /** The kind of a record, by its gaps and by the class of its period. */
  kindOf(gaps: Uint8Array, period: number): RecordKind
  /** The checks that fired, in pack order; always the same empty list if none did. */
  warnings(out: CompiledResult): readonly Check[]
  /** The same by their bits alone, which start at a place of an array. */
  warningsIn(bits: ArrayLike<number>, from: number): readonly Check[]
  /** All names of gaps; the place of a name is its bit. */
  readonly gapNameList: readonly string[]
  /** The names in a set of gaps that starts at `start`, in pack order. The same set gives the same list. */
  gapNames(words: Int32Array, start?: number): readonly string[]
}

/**
 * Compiles a pack, or says what in it is not modelled; then the interpreter judges all its records. From record number `often` on, records
 * with the same gaps get functions of their own.
 */
export function compilePack(pack: Pack, often = OFTEN): CompiledPack | { readonly refused: string } {
  const table = slotsOf(pack)
  if ('refused' in table) return table
  const periods = periodsOf(pack)
  if ('refused' in periods) return periods
  const names = gapNamesOf(pack)
  const draft: Plan = { pack, table, periods, names, sizePlaces: null }
  // Today's records are in the last class of dated periods. Records of a class that is refused go to the interpreter.
  const period = periods.classes.findLast(({ isDateless }) => !isDateless)
  if (period === undefined) throw new Error('time has a period at least')
  const plan = { ...draft, sizePlaces: sizePlacesOf(draft, period) }
  const tried = judgeCode(plan, period, eitherState(table))
  if ('refused' in tried) return tried
  return compiledFrom(plan, often)
}

function compiledFrom(plan: Plan, often: number): CompiledPack {
  const { pack, table, periods, names, sizePlaces } = plan
  const lengths = lengthsOf(plan)
  const rulingOf = createRulings(pack, lengths.words)
  const judging: Judging = { words: new Int32Array(lengths.words), rulingOf, needs: createNeeds(plan) }
  const kinds = createRecordKinds(plan, often)
  const warningsIn = createWarnings(pack)
  return {
    pack,
    plan,
    slots: table,
    periods,
    sizePlaces,
    outputPlaces: pack.outputs.map(outputPlaces),
    createResult: () => ({
      ruling: NO_RULING,
      numbers: new Float64Array(lengths.numbers),
      gaps: new Int32Array(lengths.sets),
      needs: new Int32Array(names.words),
      blocked: new Int32Array(names.words),
    }),
    kindOf: kinds.of,
    judge: (values, gaps, period, out) =>
      judgeKind(judging, kinds.of(gaps, period), values, gaps, period, out),
    judgeKind: (kind, values, gaps, period, out) => judgeKind(judging, kind, values, gaps, period, out),
    rulingOf,
    masks: (gaps) => masksOf(judging.needs, gaps),
    warnings: ({ numbers }) => warningsIn(numbers, pack.outputs.length * 2),
    warningsIn,
    gapNameList: names.names,
    gapNames: createGapLists(plan),
  }
}

/** What the judges of all kinds share. */
interface Judging {
  /** Where a judge writes its words. */
  readonly words: Int32Array
  readonly rulingOf: (words: Int32Array) => Ruling
  readonly needs: Needs
}

function judgeKind(
  { words, rulingOf, needs }: Judging,
  kind: RecordKind,
  values: Float64Array,
  gaps: Uint8Array,
  period: number,
  out: CompiledResult,
): 0 | 1 {
  if (kind.judge()(values, gaps, period, words, out.numbers) === 1) return 1
  const ruling = rulingOf(words)
  out.ruling = ruling
  clearNeeds(needs, out)
  if (ruling.unknown.length === 0 && ruling.possible.length === 0) return 0
  const { blocked, absent } = masksOf(needs, gaps)
  for (const criterion of ruling.unknown)
    kind.findGaps(criterion)(values, gaps, period, out.gaps, blocked, absent)
  return findNeeds(needs, ruling, gaps, out)
}

const NO_RULING: Ruling = {
  number: -1,
  decision: '',
  possible: [],
  reasons: [],
  verdicts: [],
  verdictSets: new Map(),
  unknown: [],
  turning: [],
  selectorTurns: false,
}

function createWarnings(pack: Pack): CompiledPack['warningsIn'] {
  const checks = warningsOf(pack)
  const words = warningWords(pack)
  const none: readonly Check[] = []
  return (bits, from) => {
    let fired = 0
    for (let word = 0; word < words; word++) fired |= bits[from + word] as number
    if (fired === 0) return none
    return checks.filter(
      (_, at) =>
        ((bits[from + Math.floor(at / CHECKS_IN_ONE_WORD)] ?? 0) & (1 << (at % CHECKS_IN_ONE_WORD))) !== 0,
    )
  }
}

/** The most lists of names that are kept. */
const MOST_LISTS = 8192

function createGapLists({ names }: Plan): CompiledPack['gapNames'] {
  const table = createIntTable(names.words)
  let lists: (readonly string[])[] = []
  return (words, start = 0) => {
    const place = table.find(words, start)
    const known = place < 0 ? undefined : lists[place]
    if (known !== undefined) return known
    if (lists.length >= MOST_LISTS) {
      table.clear()
      lists = []
    }
    const list = names.names.filter((_, bit) => ((words[start + (bit >>> 5)] ?? 0) & (1 << (bit & 31))) !== 0)
    lists[table.add(words, start)] = list
    return list
  }
}
