import { type Decimal, digits } from '../base/decimal.js'
import type { Severity } from '../base/diagnostic.js'
import type { Range } from '../base/range.js'
import type { Source, Span } from '../base/source.js'
import type { Expression } from './expression/expression.js'
import type { Unit } from './expression/unit.js'
import type { Known } from './record.js'

export type Evidence = 'verified' | 'weak' | 'arithmetic' | 'unverified'

/** Where a rule or a value comes from. */
export interface Citation {
  /** Id of one of the pack's sources. */
  readonly source: string
  readonly evidence: Evidence
  readonly quote: string | null
  readonly note: string | null
}

export interface CitedSource {
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly date: string | null
  readonly url: string | null
  /** The day on which somebody last checked it. */
  readonly checked: string | null
}

/** One value of a parameter, in force from `from` to `to`, both days included. */
export interface DatedValue {
  readonly from: string
  readonly to: string | null
  readonly value: Decimal
  readonly citation: Citation
}

export interface Parameter {
  readonly name: string
  readonly title: string
  readonly unit: Unit
  /** The values that it can have on a date without a value. */
  readonly range: Range
  /** Ascending by `from`. */
  readonly values: readonly DatedValue[]
}

export type FactType = 'money' | 'number' | 'count' | 'yes_no' | 'code' | 'date' | 'text'

/** A code with its other spellings in cells. */
export interface CodeDeclaration {
  readonly code: string
  readonly title: string
  readonly aliases: readonly string[]
}

/** A text by language, of two letters each. */
export type Labels = { readonly [language: string]: string }

/** Days from one to another, both included; `null` if that end is open. */
export interface DayRange {
  readonly from: string | null
  readonly to: string | null
}

/** The values that a cell of one column can have, and the names of the column. */
export interface FactDeclaration {
  readonly name: string
  readonly type: FactType
  /** Only for money, numbers and counts; else `null`. */
  readonly unit: Unit | null
  readonly range: Range
  /** The first and last day that a date can be; `null` if that end is open. */
  readonly days: DayRange
  readonly step: Decimal
  /** Only for codes; else empty. */
  readonly codes: readonly CodeDeclaration[]
  readonly labels: Labels
  readonly aliases: readonly string[]
  /** Words that speak of the fact where they stand in a header. They read no column. */
  readonly near: readonly string[]
  /** The value that is used if the file has no such column. */
  readonly assume: Known | null
  readonly personal: boolean
  /** The date fact from which the completed years of this member fact count; `null` if it is not such an age. */
  readonly completedYearsSince: string | null
}

/** One way to a derived value. A rounded one is everything from `of - within` to `of + within`. */
export type DerivedSource =
  | { readonly kind: 'given' }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'rounded'; readonly of: Expression; readonly within: Expression }

export interface Derived {
  readonly name: string
  /** Type, unit, range and column of the value; a column is read only where `given` is among the sources. */
  readonly declaration: FactDeclaration
  readonly sources: readonly DerivedSource[]
}

export interface Criterion {
  readonly id: string
  /** Id of one of the pack's pillars. */
  readonly pillar: string
  readonly title: string
  /** The reason if it is unmet, in a few words. */
  readonly reason: string
  readonly met: Expression
  readonly appliesIf: Expression | null
  readonly since: string | null
  readonly advisory: boolean
  readonly citation: Citation
}

export type DecisionCondition =
  | { readonly kind: 'any-unmet' | 'all-met'; readonly criteria: readonly string[] }
  | { readonly kind: 'otherwise' }

export interface TableRow {
  readonly when: DecisionCondition
  readonly then: string
  readonly citation: Citation | null
}

/** The decision that every pack can give and no table may name: the evidence is not enough. */
export const VERIFY = 'verify'

export interface Decisions {
  /** The code fact that chooses the table; `null` if one table serves all. */
  readonly by: string | null
  /** A table for each code of `by` in declared order, or one under the empty text. */
  readonly tables: ReadonlyMap<string, readonly TableRow[]>
  /** Every outcome with its title, in pack order, without `verify`. */
  readonly outcomes: ReadonlyMap<string, string>
}

export interface Check {
  readonly id: string
  readonly when: Expression
  readonly unless: Expression | null
  readonly severity: Severity
  readonly message: string
  /** The names that count as unknown if the check fires: columns of the record, `members`, `members.age`. Empty if it only warns. */
  readonly gap: readonly string[]
}

export interface OutputDeclaration {
  readonly name: string
  readonly of: Expression
  readonly per: Expression | null
  readonly step: Decimal
  readonly unit: Unit
}

/** A promise that `tpa check` proves: a record with more criteria unmet never gets less help. */
export interface Property {
  readonly id: string
  /** Outcomes from the least help to the most. */
  readonly order: readonly string[]
}

export interface RecordDeclaration {
  /** What is judged, in the singular: household. */
  readonly name: string
  /** In the plural: households. */
  readonly plural: string
  readonly id: string
  readonly date: string | null
  readonly size: string | null
  readonly places: readonly string[]
}

/** A rule pack, loaded and checked whole: every name resolves, every type and unit fits. */
export interface Pack {
  readonly id: string
  readonly title: string
  readonly version: string
  /** SHA-256 of the canonical JSON of all that bears on a result; titles, comments and layout do not. */
  readonly hash: string
  readonly asOf: string | null
  /** The id of the pack that this one extends. */
  readonly extends: string | null
  /** Parameters that a what-if holds at one value on every date, in the order in which they were set. */
  readonly set: ReadonlyMap<string, Decimal>
  readonly record: RecordDeclaration
  readonly sources: ReadonlyMap<string, CitedSource>
  /** Title of each pillar, in the order of reports. */
  readonly pillars: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Facts of the record in pack order, without derived values. */
  readonly facts: ReadonlyMap<string, FactDeclaration>
  /** `null` if records have no roster. */
  readonly memberFacts: ReadonlyMap<string, FactDeclaration> | null
  readonly derived: ReadonlyMap<string, Derived>
  readonly criteria: readonly Criterion[]
  readonly decisions: Decisions
  readonly checks: readonly Check[]
  readonly outputs: readonly OutputDeclaration[]
  readonly properties: readonly Property[]
  /**
   * Texts of the pack in further languages, by what they are of: `pack`, `record`, `criteria.income`, `criteria.income.reason`,
   * `outcomes.exit`, `pillars.income`, `sources.stp`, `parameters.poverty_line`, `checks.one-head`. They change no result.
   */
  readonly labels: ReadonlyMap<string, Labels>
  readonly tables: SideTables
}

/** What a name in an expression stands for. */
export type Reference =
  | { readonly kind: 'fact' | 'derived' | 'parameter'; readonly name: string }
  /** A fact of the member bound at this depth of nested rosters, from 0. */
  | { readonly kind: 'member'; readonly depth: number; readonly name: string }

/** What is known of expressions beside their form, by `Expression.id`. */
export interface SideTables {
  readonly source: Source
  readonly spans: ReadonlyMap<number, Span>
  readonly references: readonly (Reference | undefined)[]
  /** Units of the expressions that are numbers. A number that is 0 in any unit has none. */
  readonly units: ReadonlyMap<number, Unit>
  /** The places of declarations, by path: `parameters.poverty_line`, `criteria.income.met`. */
  readonly places: ReadonlyMap<string, Span>
}

const columns = new WeakMap<Pack, ReadonlyMap<string, FactDeclaration>>()

/** The columns that a file may have: facts of the record, and derived values that have a `given` source. */
export function columnsOf(pack: Pack): ReadonlyMap<string, FactDeclaration> {
  const known = columns.get(pack)
  if (known !== undefined) return known
  const found = new Map(pack.facts)
  for (const derived of pack.derived.values()) {
    if (derived.sources.some((source) => source.kind === 'given'))
      found.set(derived.name, derived.declaration)
  }
  columns.set(pack, found)
  return found
}

/** `cn-2020@1.0.0`, in a what-if `cn-2020@1.0.0+poverty_line=4200`. */
export function packLabel(pack: Pick<Pack, 'id' | 'version' | 'set'>): string {
  const set = [...pack.set].map(([name, value]) => `+${name}=${digits(value)}`).join('')
  return `${pack.id}@${pack.version}${set}`
}
