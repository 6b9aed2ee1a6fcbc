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
  /** From the readings of the columns to the fact's; `null`: the one column's cell is the fact. */
  readonly compute: Compute | null
}

export interface BoundCondition {
  readonly columns: readonly BoundColumn[]
  test(cells: readonly Reading[]): Truth
}

/** Members that stand beside each other in one row: those of one number. */
export interface BoundRepeat {
  readonly number: number
  readonly person: Column | null
  /** Without the facts for which the file has no column of this number. */
  readonly facts: readonly BoundFact[]
}

export interface BoundTable {
  readonly rowsIf: BoundCondition | null
  readonly facts: readonly BoundFact[]
  readonly person: Column | null
  readonly headIf: BoundCondition | null
  /** Columns that the mapping names and the table lacks, or has twice; with any there, the table cannot be read by the mapping. */
  readonly faults: readonly Diagnostic[]
}

export interface BoundRecords extends BoundTable {
  readonly key: Column | 'row' | null
  readonly interviewIf: BoundCondition | null
  /** Of the row's person, where a row is one. */
  readonly members: readonly BoundFact[]
  /** By number, ascending; empty but for wide repeats. */
  readonly repeats: readonly BoundRepeat[]
}

export interface BoundRoster extends BoundTable {
  /** `parent` is a column of the records' table; `null` stands for their key. Without a pair that both tables have, `null`. */
  readonly join: { readonly child: Column; readonly parent: Column | null } | null
}
