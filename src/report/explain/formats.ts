import type { ReportContext } from '../context.js'
import type { Formats } from '../format.js'
import type { Explanation } from './explanation.js'

/** Writes a whole explanation. */
export type ExplainReport = (explanation: Explanation, context: ReportContext) => string

/** Every format of an explanation; a new one is one file and one line here. */
export const EXPLAIN_FORMATS = {
  table: async () => (await import('./table.js')).explainTable,
  json: async () => (await import('./json.js')).explainJson,
  markdown: async () => (await import('./markdown.js')).explainMarkdown,
} satisfies Formats<ExplainReport>

export type ExplainFormat = keyof typeof EXPLAIN_FORMATS
