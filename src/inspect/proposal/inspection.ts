import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { InspectedTable, Join, KeyFinding, TableRole, Unreadable } from '../tables/inspected-table.js'
import type { ToolGuess } from '../tables/tool-guess.js'

/** A column that may be a fact, with how a mapping says it. */
export interface Candidate {
  readonly role: TableRole
  /** As a mapping names it; with `{n}` for those of a repeat. */
  readonly column: string
  readonly isCertain: boolean
  /** Of uncertain grounds, 0 for the best. */
  readonly rank: number
  readonly why: string
  /** What stands behind the name of the fact in a mapping, as YAML. */
  readonly yaml: string
  /** Another way to say it that a person must decide on, with why. */
  readonly decide: { readonly yaml: string; readonly why: string } | null
}

export interface FactFinding {
  readonly fact: string
  /** Whether one column is certain, some are likely, or none speaks for it. */
  readonly status: 'found' | 'maybe' | 'absent'
  readonly of: 'record' | 'member'
  readonly declaration: FactDeclaration
  /** Where no column speaks for it, what stands for it instead. */
  readonly instead: string | null
  /** Certain ones first; at most one of them is. */
  readonly candidates: readonly Candidate[]
}

/** What is known of tables before it is said what a person must decide. */
export interface Conclusions {
  readonly pack: Pack
  readonly tables: readonly InspectedTable[]
  readonly unreadable: readonly Unreadable[]
  readonly tool: ToolGuess
  readonly joins: readonly Join[]
  readonly roles: readonly TableRole[]
  /** The first table of records, and the column that tells them apart; `null` where there is none. */
  readonly main: TableRole | null
  readonly key: KeyFinding | null
  readonly facts: readonly FactFinding[]
}

export interface Inspection extends Conclusions {
  /** What a person must decide, the most important first. */
  readonly decisions: readonly string[]
  /** The text of a mapping to review; `null` where nothing is a table of records. */
  readonly mapping: string | null
}
