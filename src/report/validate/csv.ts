import { csvStyle } from '../../base/csv-text.js'
import { shownFile } from '../text/shown-file.js'
import type { ValidateContext, ValidateReport } from './report.js'

/** One line for each finding, written at once. */
export function validateCsv({ excel }: ValidateContext): ValidateReport {
  const { start, line } = csvStyle({ excel })
  return {
    start: () => start + line(['file', 'line', 'id', 'field', 'code', 'severity', 'message']),
    finding({ diagnostic: { at, code, severity, message }, record }) {
      const field = at !== null && 'field' in at ? (at.field ?? '') : ''
      const place = [at === null ? '' : shownFile(at.file), String(at?.line ?? '')]
      return line([...place, record ?? '', field, code, severity, message], (cell) => cell === place.length)
    },
  }
}
