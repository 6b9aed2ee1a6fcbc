import type { Engine } from '../../engine/assessment.js'
import type { AssessFormat } from '../../report/assess/formats.js'
import type { FindingsShown } from '../../report/assess/report.js'
import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked for, as typed. */
export interface AssessRequest extends SurveyRequest {
  readonly format: AssessFormat | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  readonly rejects: string | null
  readonly by: string | null
  readonly only: readonly string[]
  readonly keep: readonly string[]
  readonly raw: boolean
  readonly excel: boolean
  readonly long: boolean
  /** If the result is for anybody: small counts stay hidden, and no household is listed. */
  readonly isPublic: boolean
  /** Where the page of the rules is; `null` for none. */
  readonly rulesPage: string | null
  readonly findings: FindingsShown
  readonly asOf: string | null
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  /** `null` leaves it to tpa. */
  readonly engine: Engine | null
  /** `null`: as many as there are cores, where it pays. */
  readonly threads: number | null
}
