import type { DiagnosticCode } from '../../base/codes.js'
import type { CsvStyle } from '../../base/csv-text.js'
import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import type { HeldRow, RejectedRow } from './rows.js'

/** The header of the file of rejected and held rows. */
export const REJECTS_HEADER = ['file', 'line', 'code', 'field', 'message', 'raw']

/** One rejected or held row as a line of CSV; `raw` is the row as it stands in its file. */
export function rejectsLine(row: RejectedRow | HeldRow, { line }: CsvStyle): string {
  const { code, field, message } = row.kind === 'rejected' ? row : heldAs(row)
  return line([row.file, String(row.line), code, field ?? '', message, row.raw])
}

const heldAs = (row: HeldRow) => ({
  code: 'duplicate-id',
  field: row.field,
  message: heldMessage(row.id),
})

/** What is wrong with a row that is held. */
export const heldMessage = (id: string): string => `\`${short(id)}\` stands in more than one row`

/** What is wrong with a row from which no record can be read. */
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
