import type { TextPlace } from '../../base/diagnostic.js'
import type { Truth } from '../../base/truth.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Reading } from '../cells/cell.js'
import type { CellOptions } from '../cells/options.js'
import type { ReadingOptions } from '../files/data-file.js'

/** Which columns of which files say what a pack asks for: a mapping.yaml, checked against the pack. */
export interface Mapping {
  /** As results name it: the path as typed, an absolute one cut to its last part; `presets/kobo.yaml`. */
  readonly file: string
  /** Of the bytes of the file. */
  readonly sha256: string
  /** Whether it comes with the program. */
  readonly isPreset: boolean
  /** The pack that the mapping says it is for. */
  readonly pack: string | null
  /** Whether facts that no column gives are taken as the pack assumes. */
  readonly assumes: boolean
  readonly records: RecordsMapping
  readonly rosters: readonly RosterMapping[]
}

/** A column as a mapping names it, and the place in the mapping. */
export interface NamedColumn {
  readonly header: string
  readonly at: TextPlace
  /** A preset names columns that not every export has. */
  readonly optional?: true
}

/** A part of a key: a column, or the name of the sheet. */
export type NamedPart = NamedColumn | { readonly sheet: true }

/** Columns: the first that exists counts, or all make up the key together. */
export type NamedKey = readonly NamedColumn[] | { readonly all: readonly NamedPart[] }

export interface TableMapping {
  /** A pattern over names of files and sheets (`fileMatches`); `null`: the only one. */
  readonly file: string | null
  /** The place of `file` in the mapping, else of the table's entry. */
  readonly at: TextPlace
  readonly reading: ReadingOptions
  /** Rows for which this is false belong to another table. If it is open the row stays. */
  readonly rowsIf: RowCondition | null
  /** Facts that are not mapped are found by the pack's names, labels and aliases. */
  readonly byName: boolean
  /** What is said of the cells of the whole table; for facts found by name. */
  readonly cells: CellOptions
  /** In the order of the mapping. In a table of records the facts of members are in `members`; in a roster all facts are here. */
  readonly facts: readonly FactMapping[]
}

export interface RecordsMapping extends TableMapping {
  /** With `row` the id is `file:line`. */
  readonly key: NamedKey | 'row'
  readonly oneRowPer: 'record' | 'person'
  /** Rows for which this is false are not interviews. If it is open the row is an interview. */
  readonly interviewIf: RowCondition | null
  /** Columns that tell one person of a record from the others; the first that exists counts. With `{n}` in wide repeats. */
  readonly person: readonly NamedColumn[]
  /** Whether the person of a row is the head; only in tables with one row a person. */
  readonly headIf: RowCondition | null
  /** Facts of a member: of the row's person, or of wide repeats, whose columns hold `{n}`. */
  readonly members: readonly FactMapping[]
}

export interface RosterMapping extends TableMapping {
  /** Strongest first; the first whose columns all exist counts. */
  readonly join: readonly JoinMapping[]
  /** Columns that tell one person from the others; the first that exists counts. */
  readonly person: readonly NamedColumn[]
  /** Whether the person of a row is the head. */
  readonly headIf: RowCondition | null
  /** `members`: each row is a member. `details`: more about members that another table brings, by `person`. */
  readonly role: 'members' | 'details'
  /** Whether this means every other table with one of the join columns. There may be none. */
  readonly optional: boolean
}

/** Columns of a roster, and as many of the records' table that hold the same values; their key if none are named. */
export interface JoinMapping {
  readonly child: readonly NamedPart[]
  readonly parent: readonly NamedColumn[] | null
}

/** How one fact is read from one row. */
export interface FactMapping {
  readonly fact: string
  /** Each once, in the order in which their cells are handed over; those of wide repeats hold `{n}`. */
  readonly columns: readonly ColumnMapping[]
  /**
   * Makes the fact's reading from the readings of the columns, in their order; `null`: the cell of the one column is the fact. A fault of
   * a cell is not reported twice: the fact is then a gap without a fault.
   */
  readonly compute: Compute | null
}

export type Compute = (cells: readonly Reading[]) => Reading

export interface ColumnMapping extends NamedColumn {
  /** The declaration of the fact, or of a column in an expression, with the type that the expression uses it as; a number has the unit of the fact. */
  readonly declaration: FactDeclaration
  readonly options: CellOptions
}

/** A yes/no about a row. */
export interface RowCondition {
  readonly columns: readonly ColumnMapping[]
  test(cells: readonly Reading[]): Truth
}
