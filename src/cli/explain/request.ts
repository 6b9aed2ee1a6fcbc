import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked `tpa explain` for, as typed. */
export interface ExplainRequest extends SurveyRequest {
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: 'table' | 'json' | 'markdown'
  readonly asOf: string | null
}
