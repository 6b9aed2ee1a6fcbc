import type { LoggedKinds } from '../../base/diagnostic.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { AsOfCount } from '../../report/assess/count/as-of-count.js'
import type { CellCounts } from '../../survey/doubts/cell-counts.js'
import type { CodeCount } from '../../survey/doubts/code-columns.js'
import type { WhyBroken } from '../../survey/files/row.js'
import type { Ledger } from '../../survey/records/ledger.js'
import type { IdSpan } from '../read/ascending-ids.js'
import type { ByteFile } from '../read/byte-file.js'
import type { HeldPlace } from './reader-rows.js'
import type { Tally } from './tally.js'

/** Where a chunk starts in its file: the byte, the line, and the number of its first row, from 0. */
export interface ChunkPlace {
  from: number
  line: number
  row: number
}

/** Where a row stands that will be read again. */
export interface RowPlace {
  readonly from: number
  readonly line: number
}

/** A row that will be read again, and the file where it stands. */
export interface RowOf extends RowPlace {
  readonly file: ByteFile
}

/** What a chunk of rows came to. */
export interface ChunkResult {
  /** Rows of any kind, and the lines and bytes that they take. */
  readonly rows: number
  readonly lines: number
  readonly bytes: number
  readonly ledger: Ledger
  readonly engine: Readonly<EngineCounts>
  /** What was found of rows and cells that do not read, of conflicts and checks. */
  readonly found: LoggedKinds
  readonly failedChecks: number
  readonly holds: readonly HeldPlace[]
  /** Lines of the file of rejected and held rows. */
  readonly rejects: string
  /** The first records that are listed, and all that are shown where these are few. */
  readonly listed: readonly RowPlace[]
  readonly shown: readonly RowPlace[]
  readonly learned: Learned | null
  /** How much of the output is written. */
  readonly written: number
}

/** What must be known of a file before anything in it is decided. */
export interface Learned {
  readonly records: number
  readonly withId: number
  readonly broken: number
  readonly firstBroken: WhyBroken | null
  readonly ids: IdSpan
  readonly columns: ReadonlyMap<string, CellCounts>
  /** Codes in unused columns. */
  readonly codes: ReadonlyMap<string, CodeCount>
}

/** What a run over many chunks came to. */
export interface RunCount {
  readonly tally: Tally
  readonly asOf: AsOfCount
  /** What was counted of plain cells, whose order does not matter. */
  readonly columns: ReadonlyMap<string, CellCounts>
}
