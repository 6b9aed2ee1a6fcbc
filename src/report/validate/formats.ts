import type { Formats } from '../format.js'
import type { ValidateContext, ValidateReport } from './report.js'

/** Every format of a validation; a new one is one file and one line here. */
export const VALIDATE_FORMATS = {
  table: async () => (await import('./table.js')).validateTable,
  json: async () => (await import('./json.js')).validateJson,
  csv: async () => (await import('./csv.js')).validateCsv,
  markdown: async () => (await import('./markdown.js')).validateMarkdown,
  github: async () => (await import('./github.js')).validateGithub,
} satisfies Formats<(context: ValidateContext) => ValidateReport>

export type ValidateFormat = keyof typeof VALIDATE_FORMATS
