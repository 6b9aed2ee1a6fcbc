import { advise } from '../../base/advice.js'
import type { DiagnosticCode } from '../../base/codes.js'
import type { CsvStyle } from '../../base/csv-text.js'
import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { type PlainSentence, say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import type { HeldRow, RejectedRow } from './rows.js'

/** The header of the file of rejected and held rows. */
export const REJECTS_HEADER = ['file', 'line', 'code', 'field', 'message', 'raw']

/** One rejected or held row as a line of CSV; `raw` is the row as it is in its file. */
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
export const heldMessage = (id: string): string => say('duplicate-id.row', { id: short(id) })

/** What is wrong with a row from which no record can be read. */
export function rejectedRow(
  { isMember, file, line, code, field, message, isShort }: RejectedRow,
  severity: Severity,
): Diagnostic {
  const help = HELP[code]
  const advice = isShort === true ? complete() : help === undefined ? {} : { help: say(help) }
  return {
    code,
    severity,
    message: say(isMember ? 'rejected.roster' : 'rejected', { why: message }),
    ...advice,
    at: { file, line, field },
  }
}

/** For a row with fewer cells than the header. */
const complete = () => advise({ flag: '--short-rows' }, (flag) => say('ragged-row.help.short', { flag }))

const HELP: Partial<Record<DiagnosticCode, PlainSentence>> = {
  'bad-bytes': 'bad-bytes.help.row',
  'ragged-row': 'ragged-row.help',
  'stray-quote': 'stray-quote.help',
  'missing-id': 'missing-id.help',
  'orphan-member': 'orphan-member.help',
}
