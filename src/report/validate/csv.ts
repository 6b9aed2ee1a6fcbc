import { csvRow, EXCEL_CSV, PLAIN_CSV } from '../../base/csv-text.js'
import { guarded } from '../assess/csv.js'
import { shownFile } from '../text/shown-file.js'
import type { ValidateContext, ValidateReport } from './report.js'

/** One line for each finding, written at once. */
export function validateCsv({ excel }: ValidateContext): ValidateReport {
  const { start, lineBreak, text } = excel ? EXCEL_CSV : PLAIN_CSV
  const row = (cells: readonly string[]) => csvRow(cells) + lineBreak
  return {
    start: () => start + row(['file', 'line', 'id', 'field', 'code', 'severity', 'message']),
    finding({ diagnostic: { at, code, severity, message }, record }) {
      const field = at !== null && 'field' in at ? (at.field ?? '') : ''
      const place = [guarded(at === null ? '' : shownFile(at.file)), String(at?.line ?? '')]
      return row([...place, text(record ?? ''), guarded(field), code, severity, guarded(message)])
    },
  }
}
