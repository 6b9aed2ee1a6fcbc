import type { ValidateFormat } from '../../report/validate/formats.js'
import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked for, as typed. */
export interface ValidateRequest extends SurveyRequest {
  readonly format: ValidateFormat | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  readonly rejects: string | null
  /** A fact of the pack, or a header. */
  readonly by: string | null
  readonly excel: boolean
  readonly asOf: string | null
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
}
