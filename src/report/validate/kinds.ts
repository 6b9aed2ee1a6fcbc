import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import type { ColumnCount } from './columns.js'
import type { DataFinding } from './examined.js'
import { createTally, NO_CELLS, type OpenTally, type Tally } from './tally.js'

/** What was found of one kind: one code, or check, in one column of one file. */
export interface FindingKind extends Tally {
  /** The first of them. */
  readonly diagnostic: Diagnostic
  /** How many cells it is about, where one finding stands for a whole column. */
  readonly cells: number | null
  /** How many rows or cells there are in all; `null` where it is about a file. */
  readonly of: number | null
}

/** How many rows of each sort a file has. */
export interface RowCounts {
  /** Rows of records, by file. */
  readonly records: ReadonlyMap<string, number>
  /** Rows of rosters, by file. */
  readonly members: ReadonlyMap<string, number>
}

/** Counts findings by kind; memory grows with kinds, not with rows. */
export function countKinds() {
  const kinds = new Map<string, { readonly first: DataFinding; readonly tally: OpenTally }>()
  return {
    add(finding: DataFinding) {
      const key = keyOf(finding)
      const kind = kinds.get(key) ?? { first: finding, tally: createTally() }
      if (kind.tally.count === 0) kinds.set(key, kind)
      kind.tally.add(finding.diagnostic.at?.line ?? null)
    },
    /** The gravest first, then those with most cells or rows, then as they came. */
    finish: (rows: RowCounts, columns: readonly ColumnCount[]): FindingKind[] =>
      [...kinds.values()]
        .map(({ first, tally }): FindingKind => {
          const { count, lines } = tally
          return { diagnostic: first.diagnostic, count, lines, ...extent(first, count, rows, columns) }
        })
        .sort(
          (a, b) => RANKS[a.diagnostic.severity] - RANKS[b.diagnostic.severity] || touched(b) - touched(a),
        ),
  }
}

const RANKS: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

/** Cells or rows that are wrong. */
export const touched = ({ cells, count }: Pick<FindingKind, 'cells' | 'count'>): number => cells ?? count

/** Findings about a file differ by their words. Findings about rows are one kind whatever the cell says. */
function keyOf({ diagnostic: { code, check, severity, message, at }, about }: DataFinding): string {
  const field = at !== null && 'field' in at ? at.field : null
  const words = about === 'file' && field === null ? message : null
  return JSON.stringify([code, severity, check, at?.file, field, about, words])
}

/** Codes of findings that stand once for all cells of a column. */
const OF_COLUMNS: readonly string[] = ['missing-code', 'suspect-column']

function extent(
  { diagnostic: { code, at }, about }: DataFinding,
  count: number,
  rows: RowCounts,
  columns: readonly ColumnCount[],
): Pick<FindingKind, 'cells' | 'of'> & Partial<Pick<FindingKind, 'lines'>> {
  if (at === null || !('field' in at)) return { cells: null, of: null }
  const column = columns.find(({ file, field }) => file === at.file && field === at.field)
  const records = rows.records.get(at.file) ?? 0
  const members = rows.members.get(at.file) ?? 0
  if (about === 'file') {
    const { count: cells, lines } = column?.readAsSuspect ?? NO_CELLS
    const isTold = column !== undefined && cells > 0 && OF_COLUMNS.includes(code)
    return isTold ? { cells, of: column.rows, lines } : { cells: null, of: null }
  }
  const isMember = about === 'member' || (about === 'record' && code !== 'check' && column?.isMember)
  const all = isMember || records === 0 ? members || (column?.rows ?? 0) : records
  // Rows of a roster that were not joined are in no column, and yet their cells have findings.
  return { cells: null, of: Math.max(all, count) }
}
