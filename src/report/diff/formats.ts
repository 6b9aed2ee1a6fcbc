import type { DiffContext } from './context.js'
import { diffCsv } from './csv.js'
import { diffJson } from './json.js'
import { diffMarkdown } from './markdown.js'
import type { DiffSummary } from './summary.js'
import { diffTable } from './table.js'

export type DiffFormatName = 'table' | 'json' | 'markdown' | 'csv'

/** Every format of a comparison; a new one is one file and one line here. */
export const DIFF_FORMATS: Record<DiffFormatName, (context: DiffContext, summary: DiffSummary) => string> = {
  table: diffTable,
  json: diffJson,
  markdown: diffMarkdown,
  csv: diffCsv,
}
