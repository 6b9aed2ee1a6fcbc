import type { Expression } from '../../../src/lang/expression/expression.js'

/** One way to a derived value, before it is written down. */
export type SourceSketch = 'given' | Expression | { readonly of: Expression; readonly within: Expression }

export interface CriterionSketch {
  readonly id: string
  readonly met: Expression
  readonly appliesIf: Expression | null
  readonly since: string | null
  readonly advisory: boolean
}

export interface RowSketch {
  readonly when: 'any unmet' | 'all met'
  readonly criteria: readonly string[]
  readonly outcome: string
}

export interface TableSketch {
  readonly rows: readonly RowSketch[]
  readonly otherwise: string
}

/** A check that takes away some of what its condition reads. */
export interface CheckSketch {
  readonly id: string
  readonly when: Expression
  /** Which of the columns that can be taken away, counted around; no more than there are. */
  readonly picks: readonly number[]
}

export interface Bounds {
  readonly min: number | null
  readonly max: number | null
}

export interface ParameterSketch extends Bounds {
  readonly values: readonly { readonly from: string; readonly to: string | null; readonly value: number }[]
}

/** A pack before it is written down: expressions as trees, so that they can be turned around and cut. */
export interface PackSketch {
  readonly asOf: string | null
  readonly hasDate: boolean
  /** Whether `size` is the size of the roster; it is a fact, or derived from these sources. */
  readonly hasSize: boolean
  readonly size: readonly SourceSketch[] | null
  readonly parameters: { readonly [name: string]: ParameterSketch }
  readonly numbers: { readonly [name: string]: Bounds }
  readonly memberNumbers: { readonly [name: string]: Bounds }
  readonly since: { readonly age: boolean; readonly years: boolean }
  readonly derived: {
    readonly [name: string]: Bounds & { readonly sources: readonly SourceSketch[] }
  }
  readonly criteria: readonly CriterionSketch[]
  readonly checks: readonly CheckSketch[]
  readonly selector: boolean
  readonly tables: readonly TableSketch[]
  readonly output: Expression
}

export const DATES = ['2014-01-01', '2016-02-29', '2018-07-01', '2020-01-01'] as const
export const OUTCOMES = ['register', 'monitor', 'keep', 'pass'] as const
export const STATUS_CODES = ['none', 'listed', 'left'] as const
