import type { Diagnostic } from '../../base/diagnostic.js'
import type { Ledgers } from '../../report/text/ledger.js'

/** How many rows of records and of members came to nothing. */
export function lostRows({ ledger, rosters }: Pick<Ledgers, 'ledger' | 'rosters'>): number {
  return rosters.reduce((sum, { orphaned, rejected }) => sum + orphaned + rejected, ledger.rejected)
}

export const orphanedRows = ({ rosters }: Pick<Ledgers, 'rosters'>): number =>
  rosters.reduce((sum, { orphaned }) => sum + orphaned, 0)

/** What trips the run where rows were lost; `file` is where they were written. */
export const rowsRejected = (count: number, file: string | null): Diagnostic => ({
  code: 'rejected-rows',
  severity: 'error',
  message: `${count} ${count === 1 ? 'row was' : 'rows were'} rejected`,
  help: `${file === null ? '`--rejects FILE` writes them out' : `they stand in \`${file}\``}; \`--allow-rejects\` lets the run pass without them`,
  at: null,
})
