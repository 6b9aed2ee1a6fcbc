import type { Assessment, Finding } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { SurveyContext } from '../context.js'
import type { Summary } from './summary.js'

/** One assessed record. What only some formats need is worked out when it is asked for. */
export interface AssessedCase {
  readonly assessment: Assessment
  /** The cells of `--keep`, in its order. */
  readonly kept: readonly string[]
  findings(): readonly Finding[]
  /** The same case gives the same id. */
  id(): string
}

/** What a report knows before the first record. */
export interface AssessContext extends SurveyContext {
  readonly pack: Pack
  /** Headers of the columns to copy. */
  readonly keep: readonly string[]
  /** Cells of CSV are written as they are, formulas included. */
  readonly raw: boolean
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
  /** CSV is written with one line a comparison. */
  readonly long: boolean
  /** The findings that records in JSON show. */
  readonly findings: FindingsShown
}

/** Which findings of a record are shown. */
export const FINDINGS_SHOWN = ['all', 'unmet', 'none'] as const
export type FindingsShown = (typeof FINDINGS_SHOWN)[number]

/** A report writes text at the start, for each record and at the end; every part may be left out. */
export interface Report {
  start?(): string
  record?(each: AssessedCase): string
  end?(summary: Summary): string
}
