import { advise } from '../../base/advice.js'
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
  { isMember, file, line, code, field, message, isShort }: RejectedRow,
  severity: Severity,
): Diagnostic {
  const help = HELP[code]
  const advice = isShort === true ? COMPLETE : help === undefined ? {} : { help }
  return {
    code,
    severity,
    message: `the row ${isMember ? 'of the roster ' : ''}is rejected: ${message}`,
    ...advice,
    at: { file, line, field },
  }
}

/** For a row with fewer cells than the header. */
const COMPLETE = advise(
  { flag: '--short-rows' },
  (quoted) => `if blank cells at its end were left out, say ${quoted}; else complete it`,
)

const HELP: Partial<Record<DiagnosticCode, string>> = {
  'bad-bytes': 'export the file again as UTF-8, or say with `--encoding` what it is',
  'ragged-row': 'quote cells that hold the sign between columns',
  'stray-quote': 'put the whole cell in quotes and write a quote inside it as two: `"5"" pipe"`',
  'missing-id': 'give it one',
  'orphan-member': 'correct its key, or add the record that it belongs to',
}
