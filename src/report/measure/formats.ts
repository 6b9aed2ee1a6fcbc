import { pageVoices } from '../../base/say/say.js'
import type { Formats } from '../format.js'
import type { MeasureContext, MeasureReport } from './report.js'

/** Every format of measures; a new one is one file and one line here. */
export const MEASURE_FORMATS = {
  table: async () => (await import('./table.js')).measureTable,
  json: async () => (await import('./json.js')).measureJson,
  csv: async () => (await import('./csv.js')).measureCsv,
  ndjson: async () => (await import('./ndjson.js')).measureNdjson,
  markdown: async () => (await import('./markdown.js')).measureMarkdown,
  html: async () => {
    const { measureHtml } = await import('./html.js')
    const voices = await pageVoices()
    return (context: MeasureContext) => measureHtml(context, voices)
  },
} satisfies Formats<(context: MeasureContext) => MeasureReport>

export type MeasureFormat = keyof typeof MEASURE_FORMATS
