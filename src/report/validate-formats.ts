import { validateCsv } from './validate-csv.js'
import { validateGithub } from './validate-github.js'
import { validateJson } from './validate-json.js'
import { validateMarkdown } from './validate-markdown.js'
import type { ValidateContext, ValidateFormat, ValidateReport } from './validate-report.js'
import { validateTable } from './validate-table.js'

/** Every format of a validation; a new one is one file and one line here. */
export const VALIDATE_FORMATS: Record<ValidateFormat, (context: ValidateContext) => ValidateReport> = {
  table: validateTable,
  json: validateJson,
  csv: validateCsv,
  markdown: validateMarkdown,
  github: validateGithub,
}
