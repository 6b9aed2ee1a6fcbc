import type { Decimal } from '../../base/decimal.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Citation, CitedSource, FactDeclaration, Labels, SideTables } from '../../lang/pack.js'

/** A number as two whole numbers; the lower one is above 0. */
export interface Fraction {
  readonly over: number
  readonly under: number
}

/** What an entry is called, with the same by language. */
export interface Titled {
  readonly title: string
  readonly labels: Labels
}

/** A list in which a household stands: by what is in force, and by what its decision proposes. */
export interface Book extends Titled {
  readonly id: string
  readonly outcomes: readonly string[]
  /** The code of the pack's selector that puts a household into this book; `null` if none does. */
  readonly inForce: string | null
  /** Whether it holds the households that are watched. */
  readonly watched: boolean
  readonly citation: Citation | null
}

/** A poverty line: a person is poor where income per person and year is strictly below. */
export interface PovertyLine extends Titled {
  readonly id: string
  /** The fact or derived value with the income of the record in a year. */
  readonly income: string
  /** The fact or derived value with the number of persons that share it. */
  readonly per: string
  /** Money per person and year. */
  readonly line: Expression
  readonly citation: Citation | null
}

/** A condition that makes a household a key household. */
export interface KeyMark extends Titled {
  readonly id: string
  readonly when: Expression
  readonly citation: Citation
}

export type Level = 'household' | 'village' | 'township' | 'county'

export interface Step extends Titled {
  readonly id: string
  readonly level: Level
  /** The share of the members of a meeting that must be present. */
  readonly quorum: Fraction | null
  /** The share of those present that the votes in favour must exceed. */
  readonly majority: Fraction | null
  /** How many days a list hangs. */
  readonly days: number | null
  /** How many days the step may take. */
  readonly within: number | null
  readonly citation: Citation | null
}

/** How a decision comes into force. */
export interface Procedure extends Titled {
  readonly id: string
  readonly outcomes: readonly string[]
  /** `null` where it does not matter whether the household is watched. */
  readonly watched: boolean | null
  readonly steps: readonly Step[]
  readonly then: { readonly status: string | null; readonly watched: boolean | null }
  readonly monthsAtLeast: number
  readonly assistanceAtLeast: number
  /** Criteria that must be met as well. */
  readonly requires: readonly string[]
  readonly notIf: Expression | null
  readonly notInYearOfEntry: boolean
  readonly citation: Citation
}

export interface Method extends Titled {
  readonly id: string
  readonly citation: Citation
}

export interface Assistance extends Titled {
  readonly id: string
  /** The id of its method; `null` if it belongs to none. */
  readonly method: string | null
  readonly citation: Citation
}

/** What a household may need: by a cause of poverty, by a criterion that is unmet, or by a condition. */
export interface Need extends Titled {
  readonly id: string
  readonly because:
    | { readonly kind: 'cause'; readonly code: string }
    | { readonly kind: 'unmet'; readonly criterion: string }
    | { readonly kind: 'when'; readonly when: Expression }
  /** Kinds of assistance; one of them answers the need. */
  readonly anyOf: readonly string[]
  readonly citation: Citation
}

/** Places that another pack judges by the share of persons in a book. */
export interface AreaRule extends Titled {
  readonly by: string
  readonly pack: string
  readonly book: string
  /** Facts of that pack. */
  readonly fact: string
  readonly size: string
  readonly region: string | null
}

export interface Region extends Titled {
  readonly id: string
  /** The names of each province. */
  readonly provinces: readonly (readonly string[])[]
  readonly citation: Citation | null
}

/** A share up to which, or from which, an assessment passes; by region where the shares differ, `else` for all others. */
export interface Limit {
  readonly from: string | null
  readonly shares: ReadonlyMap<string, Fraction>
  readonly citation: Citation | null
}

export interface Evaluation {
  readonly missed: readonly Limit[]
  readonly wrongExit: readonly Limit[]
  readonly combined: readonly Limit[]
  readonly acceptance: readonly Limit[]
  readonly poorIf: readonly string[]
}

/** A multidimensional index; weights are whole numbers over one common denominator. */
export interface Index extends Titled {
  readonly weights: ReadonlyMap<string, number>
  readonly cutoff: number
  readonly denominator: number
  readonly citation: Citation
}

export interface Privacy {
  /** The smallest number of households that a public table shows. */
  readonly leastCell: number
  /** `null`: no list hangs in public. */
  readonly notice: {
    readonly show: readonly string[]
    readonly mask: readonly string[]
    readonly never: readonly string[]
    readonly objectionsTo: Labels
  } | null
  readonly citation: Citation | null
}

/** What a programme does with the decisions of a pack, as policy: loaded from programme.yaml and checked whole against the pack. */
export interface Programme extends Titled {
  readonly id: string
  readonly version: string
  /** SHA-256 of the canonical JSON of all that bears on a result; titles, notes and layout do not. */
  readonly hash: string
  /** The id of the pack that it is written for. */
  readonly judges: string
  /** Its own sources and those of the pack. */
  readonly sources: ReadonlyMap<string, CitedSource>
  /** Further facts of the record. */
  readonly facts: ReadonlyMap<string, FactDeclaration>
  /** From the largest place to the smallest. */
  readonly places: readonly string[]
  readonly books: readonly Book[]
  readonly lines: readonly PovertyLine[]
  readonly key: readonly KeyMark[]
  readonly procedures: readonly Procedure[]
  readonly methods: ReadonlyMap<string, Method>
  readonly assistance: readonly Assistance[]
  readonly causes: readonly string[]
  readonly needs: readonly Need[]
  readonly visits: {
    readonly everyDays: number
    readonly books: readonly string[]
    readonly citation: Citation
  } | null
  readonly areas: readonly AreaRule[]
  readonly regions: readonly Region[]
  readonly evaluation: Evaluation
  readonly index: Index | null
  readonly incomeFloor: Decimal | null
  /** The most persons that a household is thought to have. */
  readonly largestSize: { readonly persons: number; readonly citation: Citation } | null
  readonly privacy: Privacy | null
  /** Those of the pack, and those of the programme's own expressions. */
  readonly tables: SideTables
}
