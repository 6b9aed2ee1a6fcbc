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
  /** The pack that the mapping says it is for. */
  readonly pack: string | null
  readonly records: RecordsMapping
  readonly rosters: readonly RosterMapping[]
}

/** A column as a mapping names it, with where it does. */
export interface NamedColumn {
  readonly header: string
  readonly at: TextPlace
  /** A preset names columns that not every export has. */
  readonly optional?: true
}

export interface TableMapping {
  /** A pattern over names of files and sheets (`fileMatches`); `null`: the only one. */
  readonly file: string | null
  /** Where `file` stands, else the head of the table's entry. */
  readonly at: TextPlace
  readonly reading: ReadingOptions
  /** Rows for which this is false belong to another table; where it is open the row stays. */
  readonly rowsIf: RowCondition | null
  /** Facts that are not mapped are found by the pack's names, labels and aliases. */
  readonly byName: boolean
  /** What is said of the cells of the whole table; for facts found by name. */
  readonly cells: CellOptions
  /** In the order of the file; in a table of persons or a roster those of a member stand in `members`, of a roster alone here. */
  readonly facts: readonly FactMapping[]
}

export interface RecordsMapping extends TableMapping {
  /** Columns, the first that exists counts; `row` makes `file:line` the id. */
  readonly key: readonly NamedColumn[] | 'row'
  readonly oneRowPer: 'record' | 'person'
  /** Rows for which this is false are no interviews; where it is open the row is one. */
  readonly interviewIf: RowCondition | null
  /** Columns that tell one person of a record from the others, the first that exists counts; with `{n}` in wide repeats. */
  readonly person: readonly NamedColumn[]
  /** Whether the person of a row is the head; in tables with a row a person only. */
  readonly headIf: RowCondition | null
  /** Facts of a member: of the row's person, or of wide repeats, whose columns hold `{n}`. */
  readonly members: readonly FactMapping[]
}

export interface RosterMapping extends TableMapping {
  /** Pairs of columns, strongest first; the first pair whose columns both exist counts. */
  readonly join: readonly JoinMapping[]
  /** Columns that tell one person from the others, the first that exists counts. */
  readonly person: readonly NamedColumn[]
  /** Whether the person of a row is the head. */
  readonly headIf: RowCondition | null
  /** `members`: each row is a member. `details`: more about members that another table brings, by `person`. */
  readonly role: 'members' | 'details'
  /** Whether this is every other table that has one of the join columns; there may be none. */
  readonly optional: boolean
}

/** A column of a roster that holds what a column of the records' table holds, their key where none is named. */
export interface JoinMapping {
  readonly child: NamedColumn
  readonly parent: NamedColumn | null
}

/** How one fact is read from one row. */
export interface FactMapping {
  readonly fact: string
  /** Each once, in the order of reading; those of wide repeats hold `{n}`. */
  readonly columns: readonly ColumnMapping[]
  /**
   * From the readings of the columns, in their order, to the fact's; `null`: the one column's cell is the fact. A fault of a cell is not
   * told again: the reading that comes of it is a gap without one.
   */
  readonly compute: Compute | null
}

export type Compute = (cells: readonly Reading[]) => Reading

export interface ColumnMapping extends NamedColumn {
  /** The fact's own, or one of the type that an expression takes the column for; a number has the unit of the fact it goes into. */
  readonly declaration: FactDeclaration
  readonly options: CellOptions
}

/** A yes/no about a row. */
export interface RowCondition {
  readonly columns: readonly ColumnMapping[]
  test(cells: readonly Reading[]): Truth
}
