import { validateCsv } from './csv.js'
import { validateGithub } from './github.js'
import { validateJson } from './json.js'
import { validateMarkdown } from './markdown.js'
import type { ValidateContext, ValidateFormat, ValidateReport } from './report.js'
import { validateTable } from './table.js'

/** Every format of a validation; a new one is one file and one line here. */
export const VALIDATE_FORMATS: Record<ValidateFormat, (context: ValidateContext) => ValidateReport> = {
  table: validateTable,
  json: validateJson,
  csv: validateCsv,
  markdown: validateMarkdown,
  github: validateGithub,
}
