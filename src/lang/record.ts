import { type Decimal, digits } from '../base/decimal.js'
import { pointOf, type Range } from '../base/range.js'

/** Why a fact has no value. */
export const GAP_REASONS = [
  'blank',
  'dont_know',
  'refused',
  'not_asked',
  'invalid',
  'range',
  'suspect',
  'conflicting',
  'absent',
  'not_in_force',
] as const
export type GapReason = (typeof GAP_REASONS)[number]

export const isGapReason = (text: string | null): text is GapReason =>
  GAP_REASONS.some((reason) => reason === text)

/** A number, a yes/no, or a code, a `YYYY-MM-DD` date or other text. */
export type Known = Decimal | boolean | string

/** A value as a cell says it: `4000`, `yes`, `B`, `2020-12-31`. */
export function knownText(value: Known): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : digits(value)
}

/** What a record says of one fact. If the file has no such column, the fact is a gap `absent`, unless the pack assumes a value. */
export type Fact = KnownFact | GapFact

interface KnownFact {
  readonly kind: 'known'
  readonly value: Known
  readonly assumed?: true
}

interface GapFact {
  readonly kind: 'gap'
  readonly reason: GapReason
  readonly doubt?: ColumnDoubt
  /** What a number lies in that is a gap `range`. A yes/no or code worked out from one is such a gap without it. */
  readonly range?: Range
}

/** What is known of a number in a range: the number where it is only one. */
export function factOfRange(range: Range): Fact {
  const value = pointOf(range)
  return value === null ? { kind: 'gap', reason: 'range', range } : { kind: 'known', value }
}

/** Whether a record says a value, or a range in which it lies. */
export const isSaid = (fact: Fact | undefined): fact is KnownFact | (GapFact & { readonly range: Range }) =>
  fact !== undefined && (fact.kind === 'known' || fact.range !== undefined)

/** Why a cell is a gap `suspect` that only its column shows: `cells` of the column's `of` filled cells hold the same, in all files of the run. */
export interface ColumnDoubt {
  readonly cells: number
  readonly of: number
}

/** One row of a roster: a fact for every member fact that the pack declares. */
export interface Member {
  readonly facts: ReadonlyMap<string, Fact>
  /** The line on which the row starts; `null` if the file does not have a line for each row. */
  readonly line: number | null
  /** The file of the row, if it is another one than that of the record. */
  readonly file?: string
  /** The places of facts that come from another row, such as one about the same person in another file. */
  readonly places?: ReadonlyMap<string, { readonly file: string; readonly line: number }>
  /** The header of the column without a fact that alone says that there is somebody. */
  readonly countedBy?: string
}

/** The rows of `members`, or a gap: `absent` if no record of the file has a roster, `blank` if only this one has none or an empty one. */
export type Roster = RosterRows | { readonly kind: 'gap'; readonly reason: GapReason }

export interface RosterRows {
  readonly kind: 'rows'
  readonly rows: readonly Member[]
  /** Rows that say nothing of a person: each may be a member or not. Known facts of them are assumed ones. */
  readonly maybe?: readonly Member[]
}

/** The rows of a roster from those that are members and those that may be. */
export const rosterOfRows = (rows: readonly Member[], maybe: readonly Member[]): RosterRows =>
  maybe.length === 0 ? { kind: 'rows', rows } : { kind: 'rows', rows, maybe }

/** All rows of a roster, those that may be nobody last; rows are numbered so. */
export const everyRow = ({ rows, maybe = [] }: RosterRows): readonly Member[] =>
  maybe.length === 0 ? rows : [...rows, ...maybe]

/**
 * One record as read, the input of the engine. It has a fact for every fact of the record that the pack declares, and for every derived
 * value with a `given` source, by their names in the pack and in pack order.
 */
export interface CaseRecord {
  readonly id: string
  /** The file as the user typed it; of an absolute path only the last part. */
  readonly file: string
  /** The line on which the record starts, from 1. */
  readonly line: number
  readonly facts: ReadonlyMap<string, Fact>
  /** `null` if the pack declares no member facts. */
  readonly members: Roster | null
  /** The header of each fact in the file (`人均纯收入` for `income_per_capita`), shared by all records of a file; member facts as `members.age`. */
  readonly headers: ReadonlyMap<string, string>
}
