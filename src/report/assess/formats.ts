import { pageVoices } from '../../base/say/say.js'
import type { Formats } from '../format.js'
import type { AssessContext, Report } from './report.js'

/** Every format of an assessment; a new one is one file and one line here. */
export const ASSESS_FORMATS = {
  table: async () => (await import('./table.js')).tableReport,
  json: async () => (await import('./json.js')).jsonReport,
  ndjson: async () => (await import('./ndjson.js')).ndjsonReport,
  csv: async () => {
    const { csvReport } = await import('./csv.js')
    const { longReport } = await import('./long-csv.js')
    return (context: AssessContext) => (context.long ? longReport(context) : csvReport(context))
  },
  markdown: async () => (await import('./markdown.js')).markdownReport,
  html: async () => {
    const { htmlReport } = await import('./html.js')
    const voices = await pageVoices()
    return (context: AssessContext) => htmlReport(context, voices)
  },
} satisfies Formats<(context: AssessContext) => Report>

export type AssessFormat = keyof typeof ASSESS_FORMATS
