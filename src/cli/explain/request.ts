import type { ExplainFormat } from '../../report/explain/formats.js'
import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked `tpa explain` for, as typed. */
export interface ExplainRequest extends SurveyRequest {
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: ExplainFormat
  /** Where the page of the rules is; `null` for none. */
  readonly rulesPage: string | null
  readonly asOf: string | null
}
