import type { Diagnostic } from '../../base/diagnostic.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { DataFile, ReadingOptions } from '../files/data-file.js'
import type { WrittenDates } from './date-orders.js'
import type { WrittenNumbers } from './number-marks.js'
import type { Repeat } from './repeats.js'
import type { Split } from './splits.js'
import type { TableTally } from './table-tally.js'

/** What a column seems to hold. */
export type ColumnType =
  | 'empty'
  | 'number'
  | 'money'
  | 'date'
  | 'yes/no'
  | 'code'
  | 'select-multiple'
  | 'choice'
  | 'id'
  | 'text'

/** A cell that may stand for no answer; `kind` is what surveys mostly mean by it. */
export interface SuspectedMissing {
  readonly cell: string
  readonly count: number
  readonly kind: 'blank' | 'dont_know' | 'refused' | 'not_asked' | null
  /** Whether it never means anything else. */
  readonly isCertain: boolean
}

export interface ColumnProfile {
  readonly header: string
  /** In the table, from 0. */
  readonly index: number
  readonly type: ColumnType
  /** Cells of such a column are shown nowhere. */
  readonly personal: boolean
  readonly filled: number
  readonly blank: number
  readonly distinct: { readonly count: number; readonly isMore: boolean }
  /** The values of a column of few, the most frequent first; `null` for others and for personal ones. */
  readonly values: readonly { readonly value: string; readonly count: number }[] | null
  readonly range: { readonly low: number; readonly high: number } | null
  readonly missing: readonly SuspectedMissing[]
  readonly numbers: WrittenNumbers
  readonly dates: WrittenDates | { readonly kind: 'serial' }
  /** Filled in all rows, and no value twice; `part`: as far as a part of the values shows. */
  readonly unique: 'all' | 'part' | null
  /** Cells of ids whose digits a spreadsheet has cut. */
  readonly destroyed: number
}

/** A table as it was opened and read. */
export interface InspectedTable {
  readonly file: DataFile
  /** Its name without what the names of all have in common: `roster` of `export.xlsx#roster`. */
  readonly name: string
  /** For the patterns of mappings. */
  readonly path: string
  /** How it was read: what was said, and what was found out and must be said from then on. */
  readonly reading: ReadingOptions
  /** Why rows were taken for titles, or two rows for the header. */
  readonly guesses: readonly string[]
  readonly tally: TableTally
  readonly profiles: readonly ColumnProfile[]
  readonly splits: readonly Split[]
  readonly repeats: readonly Repeat[]
}

/** Something that was named and cannot be read, with why. */
export interface Unreadable {
  readonly file: string
  readonly faults: readonly Diagnostic[]
  /** Whether its name promises a table; a picture beside them is no loss. */
  readonly isTable: boolean
}

export type ToolName =
  | 'KoboToolbox'
  | 'ODK'
  | 'SurveyCTO'
  | 'Survey Solutions'
  | 'CommCare'
  | 'REDCap'
  | 'CSPro'
  | 'national register'

/** Where the tables seem to come from. */
export interface ToolGuess {
  /** `null`: nothing points at any tool. */
  readonly tool: ToolName | null
  readonly confidence: 'certain' | 'likely' | 'unclear'
  readonly evidence: readonly string[]
  /** All that in a sentence. */
  readonly words: string
}

/** How rows of one table find rows of another. Counts are exact, or scaled up from a part of the values. */
export interface Join {
  readonly child: InspectedTable
  readonly parent: InspectedTable
  readonly childColumn: number
  readonly parentColumn: number
  /** `known`: tools name the columns so; `values`: their cells are equal. */
  readonly by: 'known' | 'values'
  readonly isExact: boolean
  /** Rows of the child with a key, those whose key the parent has, and those without a key. */
  readonly keyed: number
  readonly matched: number
  readonly unkeyed: number
  /** Rows of the parent, and how many of them have rows in the child. */
  readonly parents: number
  readonly parentsWithRows: number
  readonly isOneToOne: boolean
  /** Columns of the parent whose number is how many rows a key has in the child. */
  readonly sizes: readonly SizeMatch[]
}

export interface SizeMatch {
  readonly column: number
  readonly equal: number
  readonly compared: number
}

/** What a table is for the mapping. */
export type Role = 'records' | 'persons' | 'members' | 'details' | 'block' | 'other'

export interface TableRole {
  readonly table: InspectedTable
  readonly role: Role
  readonly why: string
  /** By which its rows find their record; `null` for records themselves. */
  readonly join: Join | null
}

/** The column that tells one record from another. */
export interface KeyFinding {
  /** `null`: none does; the place of a row must be the id. */
  readonly column: number | null
  readonly isCertain: boolean
  readonly why: string
}

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
