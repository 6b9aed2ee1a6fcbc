import type { Pack } from '../../lang/pack.js'
import type { SurveyContext } from '../context.js'
import type { DataFinding } from './examined.js'
import type { ValidateSummary } from './summary.js'

/** What a report knows before the first row. */
export interface ValidateContext extends SurveyContext {
  readonly pack: Pack
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
}

/** A report writes text at the start, for each finding and at the end; every part may be left out. */
export interface ValidateReport {
  start?(): string
  finding?(each: DataFinding): string
  end?(summary: ValidateSummary): string
}
