import type { Diagnostic } from '../../base/diagnostic.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { nearColumns } from '../checks/near-columns.js'
import { foldName } from '../columns/columns.js'
import type { BoundFact } from '../mapping/bound-columns.js'
import type { Mapping } from '../mapping/mapping.js'
import { type Assumptions, memberPath } from '../records/assume.js'
import type { ScannedTables } from './scan-tables.js'

/** Unused columns nearly named like a fact that no column gives: if the fact would be assumed, or if columns are found by name. */
export function nearNames(
  pack: Pack,
  mapping: Mapping,
  { records, rosters }: ScannedTables,
  assumptions: Assumptions,
): Diagnostic[] {
  const ofMembers = new Set([
    ...rosters.flatMap(({ roster }) => roster.table.bound.facts.map(({ fact }) => fact)),
    ...records.flatMap(({ table: { bound } }) =>
      [...bound.members, ...bound.repeats.flatMap(({ facts }) => facts)].map(({ fact }) => fact),
    ),
  ])
  const named = [
    ...records.map(({ table: { file, headers, headerLine, bound } }): NamedTable => {
      const { byName } = mapping.records
      const said = new Set([pack.record.id, ...bound.facts.map(({ fact }) => fact)])
      const all = [...bound.facts, ...bound.members, ...bound.repeats.flatMap(({ facts }) => facts)]
      const head = { file: file.file, headers, headerLine }
      return { head, declarations: columnsOf(pack), prefix: '', said, bound: all, byName }
    }),
    ...rosters.map(({ mapping: { byName }, roster: { table }, headers, headerLine }): NamedTable => {
      const declarations = pack.memberFacts ?? new Map<string, FactDeclaration>()
      const head = { file: table.file.file, headers, headerLine }
      const { facts } = table.bound
      return { head, declarations, prefix: memberPath(''), said: ofMembers, bound: facts, byName }
    }),
  ]
  return named.flatMap((table) => nearNamesIn(table, assumptions, `map it in ${mapping.file}`))
}

/** A table whose unused columns may be meant for facts. */
interface NamedTable {
  readonly head: { readonly file: string; readonly headers: readonly string[]; readonly headerLine: number }
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly prefix: string
  /** Facts that a column gives. */
  readonly said: ReadonlySet<string>
  /** What is read from the table. */
  readonly bound: readonly BoundFact[]
  /** Whether other columns are found by their names. */
  readonly byName: boolean
}

function nearNamesIn(
  { head, declarations, prefix, said, bound, byName }: NamedTable,
  assumptions: Assumptions,
  remedy: string,
): Diagnostic[] {
  const taken = new Set(bound.flatMap(({ columns }) => columns.map(({ column }) => column.header)))
  const unused = new Map(
    head.headers.filter((header) => !taken.has(header)).map((header) => [foldName(header), header]),
  )
  const columns = { used: said, unused }
  const { near } = nearColumns(head, declarations, columns, prefix, assumptions, remedy)
  return near.filter(({ severity }) => byName || severity === 'error')
}
