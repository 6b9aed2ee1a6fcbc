import type { DiffContext } from './diff-context.js'
import { diffCsv } from './diff-csv.js'
import { diffJson } from './diff-json.js'
import { diffMarkdown } from './diff-markdown.js'
import type { DiffSummary } from './diff-summary.js'
import { diffTable } from './diff-table.js'

export type DiffFormatName = 'table' | 'json' | 'markdown' | 'csv'

/** Every format of a comparison; a new one is one file and one line here. */
export const DIFF_FORMATS: Record<DiffFormatName, (context: DiffContext, summary: DiffSummary) => string> = {
  table: diffTable,
  json: diffJson,
  markdown: diffMarkdown,
  csv: diffCsv,
}
