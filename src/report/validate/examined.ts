import type { Diagnostic } from '../../base/diagnostic.js'
import type { TakenAway } from '../../engine/evaluation.js'
import type { Row } from '../../survey/records/rows.js'

/** One thing that was found, and what it is about. */
export interface DataFinding {
  readonly diagnostic: Diagnostic
  /** A file or one of its columns; a record; a row that is not a record; a row of a roster that belongs to no record. */
  readonly about: 'file' | 'record' | 'row' | 'member'
  /** The id of the record as it may be shown; `null` where there is none. */
  readonly record: string | null
}

/** A row with all that was found about it; without a row, what was found about files. */
export interface Examined {
  readonly row: Row | null
  readonly findings: readonly DataFinding[]
  /** Facts that the pack's checks take away. */
  readonly takenAway: TakenAway
}
