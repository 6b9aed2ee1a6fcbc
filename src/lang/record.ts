import { type Decimal, digits } from '../base/decimal.js'

/** Why a fact has no value. */
export type GapReason =
  | 'blank'
  | 'dont_know'
  | 'refused'
  | 'not_asked'
  | 'invalid'
  | 'suspect'
  | 'conflicting'
  | 'absent'
  | 'not_in_force'

/** A number, a yes/no, or a code, a `YYYY-MM-DD` date or other text. */
export type Known = Decimal | boolean | string

/** A value as a cell says it: `4000`, `yes`, `B`, `2020-12-31`. */
export function knownText(value: Known): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : digits(value)
}

/** What a record says of one fact. A fact whose whole column is missing from the file is a gap `absent`, unless the pack assumes a value. */
export type Fact =
  | { readonly kind: 'known'; readonly value: Known; readonly assumed?: true }
  | { readonly kind: 'gap'; readonly reason: GapReason }

/** One row of a roster: a fact for every member fact that the pack declares. */
export interface Member {
  readonly facts: ReadonlyMap<string, Fact>
  /** The physical line where the row starts, where the file has one a row. */
  readonly line: number | null
  /** The file where it stands, where that is not the record's. */
  readonly file?: string
  /** Where facts stand that another row brings, such as one of another file about the same person. */
  readonly places?: ReadonlyMap<string, { readonly file: string; readonly line: number }>
}

/** The rows of `members`, or a gap: `absent` where no record of the file has a roster, `blank` where only this one has none (an empty list included). */
export type Roster =
  | { readonly kind: 'rows'; readonly rows: readonly Member[] }
  | { readonly kind: 'gap'; readonly reason: GapReason }

/**
 * One record as read, the input of the engine: a fact for every fact of the record that the pack declares, and for every derived
 * value with a `given` source, under the names of the pack, in pack order.
 */
export interface CaseRecord {
  readonly id: string
  /** The file as the user typed it, an absolute path cut to its last part. */
  readonly file: string
  /** The physical line where the record starts, from 1. */
  readonly line: number
  readonly facts: ReadonlyMap<string, Fact>
  /** `null` where the pack declares no member facts. */
  readonly members: Roster | null
  /** The header or key under which the file has a fact (`人均纯收入` for `income_per_capita`), shared by all records of a file; member facts as `members.age`. */
  readonly headers: ReadonlyMap<string, string>
}
