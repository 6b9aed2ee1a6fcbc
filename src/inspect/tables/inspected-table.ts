import type { Diagnostic } from '../../base/diagnostic.js'
import type { DataFile, ReadingOptions } from '../../survey/files/data-file.js'
import type { Split } from '../columns/choice-splits.js'
import type { ColumnProfile } from '../columns/column.js'
import type { Repeat } from './repeats.js'
import type { TableTally } from './table-tally.js'

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
