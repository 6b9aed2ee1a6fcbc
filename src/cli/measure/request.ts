import type { Engine } from '../../engine/assessment.js'
import type { MeasureFormat } from '../../report/measure/formats.js'
import type { SurveyRequest } from '../request/run-on-survey.js'

/** What the user asked for, as typed. */
export interface MeasureRequest extends SurveyRequest {
  /** The path of a programme; `null` for the one beside the pack. */
  readonly programme: string | null
  /** Sets of facts, each joined by commas. */
  readonly by: readonly string[]
  /** Headers of the columns that say how a household was drawn. */
  readonly weight: string | null
  readonly stratum: string | null
  readonly psu: string | null
  /** One header, or two joined by a comma for two stages. */
  readonly fpc: string | null
  /** A file of places with their persons. */
  readonly population: string | null
  readonly areas: boolean
  /** If the result is for anybody: small counts stay hidden. */
  readonly isPublic: boolean
  /** Where the page of the rules is; `null` for none. */
  readonly rulesPage: string | null
  readonly format: MeasureFormat | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  readonly rejects: string | null
  readonly excel: boolean
  readonly asOf: string | null
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  /** `null` leaves it to tpa. */
  readonly engine: Engine | null
}
