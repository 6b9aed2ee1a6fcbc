import { csvReport } from './csv.js'
import { jsonReport } from './json.js'
import { markdownReport } from './markdown.js'
import { ndjsonReport } from './ndjson.js'
import type { FormatName, Report, ReportContext } from './report.js'
import { tableReport } from './table.js'

/** Every format of an assessment; a new one is one file and one line here. */
export const FORMATS: Record<FormatName, (context: ReportContext) => Report> = {
  table: tableReport,
  json: jsonReport,
  ndjson: ndjsonReport,
  csv: csvReport,
  markdown: markdownReport,
}
