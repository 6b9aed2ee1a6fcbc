import { pageVoices } from '../../base/say/say.js'
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
  html: async () => {
    const { explainHtml } = await import('./html.js')
    const voices = await pageVoices()
    return (explanation: Explanation, context: ReportContext) => explainHtml(explanation, context, voices)
  },
} satisfies Formats<ExplainReport>

export type ExplainFormat = keyof typeof EXPLAIN_FORMATS
