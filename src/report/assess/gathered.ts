import type { DiagnosticLog } from '../../base/diagnostic.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Survey } from '../../survey/records/options.js'
import type { Output } from '../output.js'
import type { AbsentColumns } from './absent-columns.js'
import type { Report } from './report.js'
import type { Fold } from './summary.js'

/** A report and where it goes. */
export interface Writer {
  readonly report: Report
  readonly output: Output
}

/** Everything that a run writes while rows go by. */
export interface Targets {
  readonly writers: readonly Writer[]
  /** For rejected and held rows. */
  readonly rejects: Output | null
}

/** What has gathered when all rows have gone by. */
export interface Gathered extends Targets {
  readonly log: DiagnosticLog
  readonly fold: Fold
  readonly absent: AbsentColumns
  readonly engine: EngineCounts
}

/** What a run says of its files when all rows have gone by. */
export type SurveyEnd = Pick<Survey, 'assumed' | 'ledger' | 'rosters'>
