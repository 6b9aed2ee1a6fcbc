import type { DiagnosticLog } from '../../base/diagnostic.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Survey } from '../../survey/records/options.js'
import type { Targets } from '../output.js'
import type { AbsentColumns } from './absent-columns.js'
import type { Fold } from './fold.js'
import type { Report } from './report.js'

/** What a run has counted and found when all rows are read. */
export interface Gathered extends Targets<Report> {
  readonly log: DiagnosticLog
  readonly fold: Fold
  readonly absent: AbsentColumns
  readonly engine: EngineCounts
}

/** What a run says about its files when all rows are read. */
export type SurveyEnd = Pick<Survey, 'assumed' | 'ledger' | 'rosters'>
