import type { CompiledPack } from '../../compile/compile.js'
import { warningWords } from '../../compile/generate.js'
import { verdictWords } from '../../compile/verdicts.js'
import { type JudgePlaces, judgeSizes } from '../../compile/wasm/judges.js'
import { placed } from '../../compile/wasm/memory-places.js'
import { SHOWN, SMALL } from '../../report/assess/summary.js'
import { ROW } from '../outcome/csv-bytes.js'
import { ascendingIdsSize } from '../read/ascending-ids.js'

/** Fields by which the loop and its callers tell each other where they are; four bytes each, eight for the last. */
export const STATE = {
  /** Of the chunk. */
  ends: 0,
  rows: 4,
  judges: 8,
  /** Where the next row is written, and up to where one may be. */
  next: 12,
  rowsEnd: 16,
  /** The date that records have where they say none, its period, and its cell. */
  usualPeriod: 20,
  dateAt: 24,
  dateLength: 28,
  /** Whether the row where it starts, or stopped, has its plain cells in slots; and what it lacks to go on there. */
  isFilled: 32,
  lacks: 36,
  /** Counts: records judged, those with a date of their own, and the ends of these dates. */
  judged: 40,
  dated: 44,
  firstDay: 48,
  lastDay: 52,
  /** The day just met, and its period. */
  day: 56,
  period: 60,
  /** How many more rows are noted, and where. */
  listedLeft: 64,
  listedNext: 68,
  shownLeft: 72,
  shownNext: 76,
  /** Where the next row on which a check warned is noted. */
  warnedNext: 80,
  /** The kind of the record: twice its class of periods, and 1 more where no cell is blank; and the entry of its ruling. */
  kind: 84,
  ruling: 88,
  /** The line of the first row of the chunk, as a double. */
  line: 96,
  size: 104,
} as const

/** What the loop can lack: the functions for a kind of records, a ruling, an outcome. */
export const LACKS = { nothing: 0, judge: 1, findGaps: 2, ruling: 3, outcome: 4 } as const

/** The entry of a ruling, behind its words: flags, the address of its one outcome, its number, and masks of unknown and turning criteria. */
export const RULING = { flags: 0, outcome: 4, number: 8, masks: 12 } as const
/** Its flags, none for one without unknown criteria. */
export const OPEN = 1
export const UNDECIDED = 2
export const SELECTOR = 4

/** The entry of an outcome, behind the number of its ruling and its needs. */
export const OUTCOME = {
  flags: 0,
  behindId: 4,
  behindIdLength: 8,
  behindDate: 12,
  behindDateLength: 16,
  records: 20,
  unsized: 24,
  size: 32,
} as const
/** Its flags: whether reports show it, and whether its records are among those that are listed first. */
export const SHOWS = 1
export const LISTS = 2

/** Slots of the tables are twice as many. */
const MOST_RULINGS = 1 << 13
const MOST_OUTCOMES = 1 << 14
/** No chunk has more rows. */
const MOST_ROWS = (1 << 14) + 64

/** A bit for the last bits of the key of each repeated id: an id without a bit is not repeated. */
export const SIEVE = { bytes: 1 << 16, mask: (1 << 19) - 1 } as const

/** How many rows on which checks warned are noted before the loop stops. */
export const MOST_WARNED = 512

/** Where a table of words stands. Its slots hold the addresses of entries, 0 where they are free. */
export interface TablePlan {
  readonly slots: number
  readonly mask: number
  readonly entries: number
  readonly size: number
  /** How many words a key has. */
  readonly key: number
  readonly most: number
}

/** Where everything stands that the loop works with. */
export interface LoopLayout {
  readonly end: number
  readonly state: number
  readonly judge: Omit<JudgePlaces, 'values' | 'gaps'>
  readonly rulings: TablePlan
  readonly outcomes: TablePlan
  /** Words of masks of criteria, and of sets of gaps. */
  readonly maskWords: number
  readonly nameWords: number
  /** How often which gap keeps which criterion unknown, as a matrix of bits. */
  readonly counts: number
  readonly countsLength: number
  readonly ids: number
  readonly mostIds: number
  readonly needs: number
  readonly selectorNeeds: number
  readonly row: number
  readonly plainBytes: number
  readonly days: number
  readonly classOf: number
  /** For each kind of records two bytes, 1 where its judge is there, and what finds its gaps. */
  readonly ready: number
  readonly listed: number
  readonly shown: number
  /** Rows on which checks warned: the number of each, and words of bits. */
  readonly warned: number
  readonly warnedSize: number
  readonly sieve: number
}

/** @param from is where it starts in the memory. */
export function planLoopLayout(compiled: CompiledPack, from: number): LoopLayout {
  const { pack, plan } = compiled
  const { values: _, gaps: __, ...judgeSizesOwn } = judgeSizes(plan)
  const nameWords = plan.names.words
  const maskWords = Math.ceil(pack.criteria.length / 32)
  const rulingKey = verdictWords(pack.criteria.length) + 1
  const rulingSize = (4 * rulingKey + RULING.masks + 8 * maskWords + 7) & ~7
  const outcomeSize = ((4 + 4 * nameWords + 7) & ~7) + OUTCOME.size + 8
  const judge = placed(judgeSizesOwn, from)
  const own = placed(sizesOf(compiled, rulingSize, outcomeSize), judge.end)
  const { rulingSlots, rulings, outcomeSlots, outcomes, ...places } = own.places
  return {
    ...places,
    end: own.end,
    judge: judge.places,
    mostIds: MOST_ROWS,
    maskWords,
    nameWords,
    countsLength: countsLengthOf(compiled),
    warnedSize: warnedSizeOf(compiled),
    rulings: tablePlan(rulingSlots, rulings, rulingSize, rulingKey, MOST_RULINGS),
    outcomes: tablePlan(outcomeSlots, outcomes, outcomeSize, 1 + nameWords, MOST_OUTCOMES),
  }
}

const sizesOf = (compiled: CompiledPack, rulingSize: number, outcomeSize: number) => ({
  state: STATE.size,
  rulingSlots: 8 * MOST_RULINGS,
  rulings: rulingSize * MOST_RULINGS,
  outcomeSlots: 8 * MOST_OUTCOMES,
  outcomes: outcomeSize * MOST_OUTCOMES,
  counts: 4 * countsLengthOf(compiled),
  ids: ascendingIdsSize(MOST_ROWS),
  needs: 4 * compiled.plan.names.words,
  selectorNeeds: 4 * compiled.plan.names.words,
  row: ROW.size,
  plainBytes: 256,
  days: 4 * compiled.periods.days.length,
  classOf: 4 * compiled.periods.classOf.length,
  ready: 4 * compiled.periods.classes.length,
  listed: 8 * SHOWN,
  shown: 8 * (SMALL + 1),
  warned: MOST_WARNED * warnedSizeOf(compiled),
  sieve: SIEVE.bytes,
})

const countsLengthOf = ({ pack, plan }: CompiledPack): number => pack.criteria.length * plan.names.words * 32
const warnedSizeOf = ({ pack }: CompiledPack): number => 4 * (1 + warningWords(pack))

const tablePlan = (slots: number, entries: number, size: number, key: number, most: number): TablePlan => ({
  slots,
  mask: 2 * most - 1,
  entries,
  size,
  key,
  most,
})

/** Where the fields of an entry start, behind its key. */
export const rulingAt = ({ rulings }: LoopLayout): number => 4 * rulings.key
export const outcomeAt = ({ outcomes }: LoopLayout): number => (4 * outcomes.key + 7) & ~7
/** The persons of an outcome's records, as a double. */
export const personsAt = (layout: LoopLayout): number => outcomeAt(layout) + OUTCOME.size
