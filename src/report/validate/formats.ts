import { pageVoices } from '../../base/say/say.js'
import type { Formats } from '../format.js'
import type { ValidateContext, ValidateReport } from './report.js'

/** Every format of a validation; a new one is one file and one line here. */
export const VALIDATE_FORMATS = {
  table: async () => (await import('./table.js')).validateTable,
  json: async () => (await import('./json.js')).validateJson,
  csv: async () => (await import('./csv.js')).validateCsv,
  markdown: async () => (await import('./markdown.js')).validateMarkdown,
  html: async () => {
    const { validateHtml } = await import('./html.js')
    const voices = await pageVoices()
    return (context: ValidateContext) => validateHtml(context, voices)
  },
  github: async () => (await import('./github.js')).validateGithub,
} satisfies Formats<(context: ValidateContext) => ValidateReport>

export type ValidateFormat = keyof typeof VALIDATE_FORMATS
