import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { InspectedTable, Join, KeyFinding, TableRole, Unreadable } from '../tables/inspected-table.js'
import type { ToolGuess } from '../tables/tool-guess.js'

/** A column that may hold a fact, and how a mapping says so. */
export interface Candidate {
  readonly role: TableRole
  /** As a mapping names it; columns of a repeat with `{n}`. */
  readonly column: string
  readonly isCertain: boolean
  /** How good the ground is, if it is uncertain; 0 is the best. */
  readonly rank: number
  readonly why: string
  /** What stands after the name of the fact in a mapping, as YAML. */
  readonly yaml: string
  /** Another way to say it, on which a person must decide, and why. */
  readonly decide: { readonly yaml: string; readonly why: string } | null
}

export interface FactFinding {
  readonly fact: string
  /** One column is certain, some are likely, or there is none. */
  readonly status: 'found' | 'maybe' | 'absent'
  readonly of: 'record' | 'member'
  readonly declaration: FactDeclaration
  /** What is assumed instead, if there is no column. */
  readonly instead: string | null
  /** The certain one first. At most one is certain. */
  readonly candidates: readonly Candidate[]
}

/** What was found out about the tables. */
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
  /** The text of a mapping to review; `null` if there is no table of records. */
  readonly mapping: string | null
}
