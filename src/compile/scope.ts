import type { Pack } from '../lang/pack.js'
import type { CodeSet } from './code-sets.js'
import type { NumberCode } from './numbers.js'
import type { PeriodClass, Periods } from './periods.js'
import type { SlotTable } from './slots.js'
import type { TruthCode } from './truths.js'
import type { CodeWriter } from './writer.js'

/** The value of an expression in generated code. */
export type Operand = NumberCode | TruthCode | CodeSet

/** What is known of a slot in all records of one function: a value, a gap, or either. */
export type SlotState = 'known' | 'gap' | 'either'

/** One generated function: `v` are the values, `g` the gaps, `q` the parameters, from `o` on those of the period. */
export interface Scope {
  readonly pack: Pack
  readonly table: SlotTable
  readonly periods: Periods
  readonly period: PeriodClass
  readonly states: readonly SlotState[]
  readonly w: CodeWriter
  /** The operands that were written already. */
  readonly values: Map<number, Operand>
  readonly slots: Map<string, Operand>
  readonly parameters: Map<string, NumberCode>
  readonly derived: Map<string, Operand>
}
