import type { Diagnostic } from '../../base/diagnostic.js'
import type { DataFile, ReadingOptions } from '../../survey/files/data-file.js'
import type { Repeat } from '../../survey/signs/person/wide-members.js'
import type { Split } from '../columns/choice-splits.js'
import type { ColumnProfile } from '../columns/column.js'
import type { TableTally } from './table-tally.js'
import type { Together } from './together.js'

/** A table as it was opened and read. */
export interface InspectedTable {
  readonly file: DataFile
  /** Its name without the beginning that all names share: `roster` of `export.xlsx#roster`. */
  readonly name: string
  /** For the patterns of mappings. */
  readonly path: string
  /** Whether a person who opens the workbook does not see it. */
  readonly isHidden: boolean
  /** How it was read. What was found out must also be said to the assessment. */
  readonly reading: ReadingOptions
  /** Why rows were read as titles, or two rows as the header. */
  readonly guesses: readonly string[]
  readonly tally: TableTally
  /** Whether its rows look like persons though no column tells persons apart; `null` where nothing names any. */
  readonly listsPersons: boolean | null
  readonly profiles: readonly ColumnProfile[]
  /** What columns say together that may be parts of a key. */
  readonly together: readonly Together[]
  readonly splits: readonly Split[]
  readonly repeats: readonly Repeat[]
}

/** A file that cannot be read, and why. */
export interface Unreadable {
  readonly file: string
  readonly faults: readonly Diagnostic[]
  /** Whether it has the name of a table. Other files, such as pictures, are not missed. */
  readonly isTable: boolean
}

/** The columns by which rows of one table find rows of another. Counts are exact, or scaled up from a part of the values. */
export interface Join {
  readonly child: InspectedTable
  readonly parent: InspectedTable
  readonly childColumn: number
  readonly parentColumn: number
  /** The columns before these that make up a key with them, in the same order on both sides; left out where one column is the key. */
  readonly beside?: { readonly child: readonly number[]; readonly parent: readonly number[] }
  /** `known`: by the column names of survey tools; `values`: by equal cells. */
  readonly by: 'known' | 'values'
  readonly isExact: boolean
  /** Numbers of rows of the child: with a key, with a key that the parent has, without a key. */
  readonly keyed: number
  readonly matched: number
  readonly unkeyed: number
  /** Rows of the parent, and how many of them have rows in the child. */
  readonly parents: number
  readonly parentsWithRows: number
  readonly isOneToOne: boolean
  /** Columns of the parent that may hold the number of rows of a key in the child. */
  readonly sizes: readonly SizeMatch[]
}

export interface SizeMatch {
  readonly column: number
  readonly equal: number
  readonly compared: number
}

/** The role of a table in the mapping. */
export type Role = 'records' | 'persons' | 'members' | 'details' | 'block' | 'other'

export interface TableRole {
  readonly table: InspectedTable
  readonly role: Role
  readonly why: string
  /** How its rows find their record; `null` for records themselves. */
  readonly join: Join | null
  /** Whether a person must say which of two tables is meant, or whether this one holds members too. */
  readonly isOpen?: true | 'members'
  /** The roster whose columns it has, with members of other records. */
  readonly part?: InspectedTable
}

/** The column that tells one record from another. */
export interface KeyFinding {
  /** `null`: there is none; then the line of a row must be the id. */
  readonly column: number | null
  /** The columns before it that make up the key with it, because it counts anew in each place. */
  readonly beside?: readonly number[]
  /** Whether the name of the sheet or file goes before it, because several count from 1. */
  readonly withSheet?: true
  /** The column that says when a row was written and the times in it, where each id has a row for each; the first time is read. */
  readonly events?: { readonly header: string; readonly times: readonly string[] }
  readonly isCertain: boolean
  readonly why: string
}

/** All columns by which the rows of the child point at those of the parent. */
export const childColumns = ({ childColumn, beside }: Join): readonly number[] => [
  ...(beside?.child ?? []),
  childColumn,
]

/** The columns of the parent that they point at, in the same order. */
export const parentColumns = ({ parentColumn, beside }: Join): readonly number[] => [
  ...(beside?.parent ?? []),
  parentColumn,
]
