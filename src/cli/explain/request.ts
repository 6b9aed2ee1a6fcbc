import type { ExplainFormat } from '../../report/explain/formats.js'
import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked `tpa explain` for, as typed. */
export interface ExplainRequest extends SurveyRequest {
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: ExplainFormat
  readonly asOf: string | null
}
