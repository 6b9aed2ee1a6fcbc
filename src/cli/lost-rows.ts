import type { DiagnosticCode } from '../base/codes.js'
import type { Diagnostic, Severity } from '../base/diagnostic.js'
import type { RejectedRow } from '../data/survey-rows.js'
import type { Ledgers } from '../report/headline.js'

/** What is said of a row that no record could be made of. */
export function rejectedRow(
  { isMember, file, line, code, field, message }: RejectedRow,
  severity: Severity,
): Diagnostic {
  const help = HELP[code]
  return {
    code,
    severity,
    message: `the row ${isMember ? 'of the roster ' : ''}is rejected: ${message}`,
    ...(help === undefined ? {} : { help }),
    at: { file, line, field },
  }
}

const HELP: Partial<Record<DiagnosticCode, string>> = {
  'bad-bytes': 'export the file again as UTF-8, or say with `--encoding` what it is',
  'ragged-row': 'quote cells that hold the sign between columns',
  'missing-id': 'give it one',
  'orphan-member': 'correct its key, or add the record that it belongs to',
}

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
