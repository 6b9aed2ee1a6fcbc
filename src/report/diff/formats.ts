import { pageVoices } from '../../base/say/say.js'
import type { Formats } from '../format.js'
import type { DiffContext } from './context.js'
import type { DiffSummary } from './summary.js'

/** Writes a whole comparison. */
export type DiffReport = (context: DiffContext, summary: DiffSummary) => string

/** Every format of a comparison; a new one is one file and one line here. */
export const DIFF_FORMATS = {
  table: async () => (await import('./table.js')).diffTable,
  json: async () => (await import('./json.js')).diffJson,
  markdown: async () => (await import('./markdown.js')).diffMarkdown,
  html: async () => {
    const { diffHtml } = await import('./html.js')
    const voices = await pageVoices()
    return (context: DiffContext, summary: DiffSummary) => diffHtml(context, summary, voices)
  },
  csv: async () => (await import('./csv.js')).diffCsv,
} satisfies Formats<DiffReport>

export type DiffFormat = keyof typeof DIFF_FORMATS
