import type { Diagnostic } from '../../base/diagnostic.js'
import type { TakenAway } from '../../engine/evaluation.js'
import type { Row } from '../../survey/records/rows.js'

/** One thing that was found, and what it is about. */
export interface DataFinding {
  readonly diagnostic: Diagnostic
  /** A file or a column of it; a record; a row that is no record; a row of a roster that is of no record. */
  readonly about: 'file' | 'record' | 'row' | 'member'
  /** The id of the record as it may be shown; `null` where there is none. */
  readonly record: string | null
}

/** A row with all that was found about it; without a row, what was found about files. */
export interface Examined {
  readonly row: Row | null
  readonly findings: readonly DataFinding[]
  /** What the pack's checks do not believe. */
  readonly takenAway: TakenAway
}
