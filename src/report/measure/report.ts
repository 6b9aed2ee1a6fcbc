import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { JudgedArea } from '../../programme/measure/areas.js'
import type { Figure } from '../../programme/measure/figures.js'
import type { AreaRule, Programme } from '../../programme/policy/programme.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import type { SurveyContext } from '../context.js'

/** What a report knows before the first figure. */
export interface MeasureContext extends SurveyContext {
  readonly pack: Pack
  readonly programme: Programme
  /** The sets of facts of `--by`. */
  readonly by: readonly string[]
  /** If the file is a sample, with errors and intervals. */
  readonly isSample: boolean
  /** What judges places; with one of them, CSV and NDJSON list areas in place of figures. */
  readonly areas: readonly AreaRule[]
  /** Names of the facts of packs that judge places. */
  readonly areaFacts: readonly string[]
  /** The smallest count of households that is shown; `null` for a result that stays in the office. */
  readonly leastCell: number | null
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
}

/** What is known when all figures have been written. */
export interface MeasureEnd {
  readonly ledger: Ledger
  readonly rosters: readonly RosterLedger[]
  readonly assumed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A report writes text at the start, for the figures of each group, of the whole first, and at the end. */
export interface MeasureReport {
  start?(): string
  group?(figures: readonly Figure[]): string
  /** Comes behind the figures of its group. */
  area?(area: JudgedArea): string
  end?(end: MeasureEnd): string
}
