import type { CellPlace, Diagnostic } from '../../base/diagnostic.js'
import type { Tree } from '../../base/tree/tree.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Fact } from '../../lang/record.js'
import { cellReader, nestedReader, type Reading } from '../cells/cell.js'
import { PLAIN_CELLS } from '../cells/options.js'
import { type Columns, MEMBERS } from '../columns/columns.js'
import { withDoubts } from '../doubts/column-doubts.js'
import type { Column } from '../files/row.js'
import type { TableColumns } from '../signs/record/row-role.js'
import { type Assumptions, assumedText, memberPath, missingFact } from './assume.js'
import type { ScannedColumns } from './first-pass.js'
import { tableColumns } from './table-columns.js'

/** How the cells of one file become facts. */
export interface Layout {
  readonly file: string
  readonly id: Column
  /** What tells records from totals and repeated headers. */
  readonly table: TableColumns
  readonly facts: readonly FactColumn[]
  /** `null` where the pack has no member facts. */
  readonly members: { readonly column: Column | null; readonly facts: readonly FactColumn[] } | null
  readonly headers: ReadonlyMap<string, string>
  /** Facts that are assumed for every record of the file, such as `risk`. */
  readonly assumed: ReadonlySet<string>
}

/** Where one fact is in a file, and how its cells are read. */
export interface FactColumn {
  readonly name: string
  /** `null` if the file does not have the column; then every record has `missing`. */
  readonly column: Column | null
  readonly missing: Fact
  readonly personal: boolean
  read(text: string): Reading
  /** Reads a list or mapping in the place of a value. */
  readNested(tree: Tree | undefined): Reading
}

/** Reports what is wrong with a cell, and where. */
export type ReportFault = (
  fault: Pick<Diagnostic, 'code' | 'message' | 'why' | 'help'>,
  at: CellPlace,
) => void

/** The layout of a file whose columns have been checked. */
export function layoutOf(pack: Pack, scan: ScannedColumns, assumptions: Assumptions): Layout {
  const [id] = scan.columns.used.get(pack.record.id) ?? []
  if (id === undefined) throw new Error('a file without ids has passed the checks')
  const headers = new Map<string, string>()
  const assumed = new Set<string>()

  function factColumn(
    declaration: FactDeclaration,
    path: string,
    columns: Columns,
    prefix: string,
  ): FactColumn {
    const { name, personal } = declaration
    const column = columns.used.get(name)?.[0] ?? null
    if (column !== null) headers.set(path, prefix + column.header)
    const missing = missingFact(path, assumptions)
    if (column === null && missing.kind === 'known') assumed.add(path)
    const read = cellReader(declaration, withDoubts(PLAIN_CELLS, scan.doubts.get(path)))
    return { name, column, missing, personal, read, readNested: nestedReader(declaration, read) }
  }

  const facts = [...columnsOf(pack).values()].map((each) => factColumn(each, each.name, scan.columns, ''))
  const roster = scan.columns.used.get(MEMBERS)?.[0] ?? null
  const rosterFacts = roster === null ? [] : [...(pack.memberFacts?.values() ?? [])]
  const members = pack.memberFacts && {
    column: roster,
    facts: rosterFacts.map((each) =>
      factColumn(each, memberPath(each.name), scan.memberColumns, memberPath('')),
    ),
  }
  return {
    file: scan.file,
    id,
    table: { ...tableColumns(pack, scan), ids: [id] },
    facts,
    members,
    headers,
    assumed,
  }
}

/** What is assumed in any of the files, in pack order: `risk=no`. */
export function assumedList(assumed: readonly ReadonlySet<string>[], assumptions: Assumptions): string[] {
  const list: string[] = []
  for (const [name, value] of assumptions.values) {
    if (assumed.some((names) => names.has(name))) list.push(assumedText(name, value))
  }
  return list
}
