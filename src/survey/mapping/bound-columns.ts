import type { Diagnostic } from '../../base/diagnostic.js'
import type { Truth } from '../../base/truth.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { Reading } from '../cells/cell.js'
import type { CellOptions } from '../cells/options.js'
import type { Column } from '../files/row.js'
import type { Compute } from './mapping.js'

/** A column of a file with how its cells are read. */
export interface BoundColumn {
  readonly column: Column
  readonly declaration: FactDeclaration
  readonly options: CellOptions
}

/** A fact with the columns of a file that say it. */
export interface BoundFact {
  readonly fact: string
  readonly columns: readonly BoundColumn[]
  /** Makes the fact's reading from the readings of the columns; `null`: the cell of the one column is the fact. */
  readonly compute: Compute | null
}

export interface BoundCondition {
  readonly columns: readonly BoundColumn[]
  test(cells: readonly Reading[]): Truth
}

/** One of several members that are beside each other in one row. */
export interface BoundRepeat {
  readonly number: number
  readonly person: Column | null
  /** Without the facts for which the file has no column of this number. */
  readonly facts: readonly BoundFact[]
}

/** What makes up a key: one column, or several parts. `header` names them all. */
export interface BoundKey {
  readonly header: string
  readonly parts: readonly KeyPart[]
}

/** A column, or the name of the sheet. */
export type KeyPart = Column | { readonly sheet: string }

export interface BoundTable {
  readonly rowsIf: BoundCondition | null
  readonly facts: readonly BoundFact[]
  readonly person: Column | null
  readonly headIf: BoundCondition | null
  /** Faults for columns that the mapping names and the table lacks or has twice. With any, the table cannot be read by the mapping. */
  readonly faults: readonly Diagnostic[]
}

export interface BoundRecords extends BoundTable {
  readonly key: BoundKey | 'row' | null
  readonly interviewIf: BoundCondition | null
  /** Facts of the row's person, if a row is a person. */
  readonly members: readonly BoundFact[]
  /** By number, ascending; only wide repeats have any. */
  readonly repeats: readonly BoundRepeat[]
}

export interface BoundRoster extends BoundTable {
  /** `parent` is of the records' table; `null` stands for their key. The join is `null` if the tables have no pair of columns. */
  readonly join: { readonly child: BoundKey; readonly parent: BoundKey | null } | null
}
