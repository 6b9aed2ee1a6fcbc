import type { CompiledPack } from '../../compile/compile.js'
import { warningWords } from '../../compile/generate.js'
import { verdictWords } from '../../compile/verdicts.js'
import { type JudgePlaces, judgeSizes } from '../../compile/wasm/judges.js'
import { placed } from '../../compile/wasm/memory-places.js'
import { SHOWN, SMALL } from '../../report/assess/summary.js'
import { ROW } from '../outcome/csv-bytes.js'
import { ascendingIdsSize } from '../read/ascending-ids.js'

/** Numbers that the run over plain rows and those who call it tell each other; four bytes each but for the last. */
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
  /** Whether the row at which it starts, or stopped, has its plain cells in slots; and what it lacks to go on there. */
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
  /** How many more rows are to be noted, and where. */
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

/** What the run over plain rows can lack: the functions for a kind of records, a ruling, an outcome. */
export const LACKS = { nothing: 0, judge: 1, findGaps: 2, ruling: 3, outcome: 4 } as const

/** What is said of a ruling behind its words: flags, the place of its one outcome, and its number; then masks of the unknown and the turning criteria. */
export const RULING = { flags: 0, outcome: 4, number: 8, masks: 12 } as const
/** Its flags, none for one without unknown criteria. */
export const OPEN = 1
export const UNDECIDED = 2
export const SELECTOR = 4

/** What is said of an outcome behind its ruling's number and its needs. */
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
/** So many rows are in a chunk at most. */
const MOST_ROWS = (1 << 14) + 64

/** A bit for what the first words of keys of ids that are repeated end in: other ids are not. */
export const SIEVE = { bytes: 1 << 16, mask: (1 << 19) - 1 } as const

/** So many rows on which checks warned are noted before it stops. */
export const MOST_WARNED = 512

/** Where a table of words stands: its slots hold addresses of entries, 0 where they are free. */
export interface TablePlan {
  readonly slots: number
  readonly mask: number
  readonly entries: number
  readonly size: number
  /** How many words are its key. */
  readonly key: number
  readonly most: number
}

/** Where all stands that the run over plain rows works with. */
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
export function planLoopLayout({ pack, plan, periods }: CompiledPack, from: number): LoopLayout {
  const { values: _, gaps: __, ...judgeOwn } = judgeSizes(plan)
  const maskWords = Math.ceil(pack.criteria.length / 32)
  const nameWords = plan.names.words
  const rulingKey = verdictWords(pack.criteria.length) + 1
  const rulingSize = (4 * rulingKey + RULING.masks + 8 * maskWords + 7) & ~7
  const outcomeSize = ((4 + 4 * nameWords + 7) & ~7) + OUTCOME.size + 8
  const countsLength = pack.criteria.length * nameWords * 32
  const warnedSize = 4 * (1 + warningWords(pack))
  const own = placed(judgeOwn, from)
  const { places, end } = placed(
    {
      state: STATE.size,
      rulingSlots: 8 * MOST_RULINGS,
      rulings: rulingSize * MOST_RULINGS,
      outcomeSlots: 8 * MOST_OUTCOMES,
      outcomes: outcomeSize * MOST_OUTCOMES,
      counts: 4 * countsLength,
      ids: ascendingIdsSize(MOST_ROWS),
      needs: 4 * nameWords,
      selectorNeeds: 4 * nameWords,
      row: ROW.size,
      plainBytes: 256,
      days: 4 * periods.days.length,
      classOf: 4 * periods.classOf.length,
      ready: 4 * periods.classes.length,
      listed: 8 * SHOWN,
      shown: 8 * (SMALL + 1),
      warned: MOST_WARNED * warnedSize,
      sieve: SIEVE.bytes,
    },
    own.end,
  )
  const { rulingSlots, rulings, outcomeSlots, outcomes, ...others } = places
  return {
    ...{ ...others, end, judge: own.places, mostIds: MOST_ROWS },
    ...{ maskWords, nameWords, countsLength, warnedSize },
    rulings: {
      ...{ slots: rulingSlots, mask: 2 * MOST_RULINGS - 1, entries: rulings, size: rulingSize },
      ...{ key: rulingKey, most: MOST_RULINGS },
    },
    outcomes: {
      ...{ slots: outcomeSlots, mask: 2 * MOST_OUTCOMES - 1, entries: outcomes, size: outcomeSize },
      ...{ key: 1 + nameWords, most: MOST_OUTCOMES },
    },
  }
}

/** Where what is said of an entry starts behind its key. */
export const rulingAt = ({ rulings }: LoopLayout): number => 4 * rulings.key
export const outcomeAt = ({ outcomes }: LoopLayout): number => (4 * outcomes.key + 7) & ~7
/** The persons of an outcome's records, as a double. */
export const personsAt = (layout: LoopLayout): number => outcomeAt(layout) + OUTCOME.size
