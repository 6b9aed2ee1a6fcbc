import type { FactDeclaration, Parameter, RecordDeclaration } from '../pack.js'

/** Everything that a pack gives a name to, in the order of the file. */
export interface Declarations {
  readonly record: RecordDeclaration
  /** The key of the record's facts under `facts`. */
  readonly group: string
  readonly facts: ReadonlyMap<string, FactDeclaration>
  /** `null` where records have no roster. */
  readonly memberFacts: ReadonlyMap<string, FactDeclaration> | null
  readonly derived: ReadonlyMap<string, FactDeclaration>
  readonly parameters: ReadonlyMap<string, Parameter>
}
