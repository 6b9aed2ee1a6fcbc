import { createLog, type DiagnosticLog } from '../../base/diagnostic.js'
import type { CompiledPack } from '../../compile/compile.js'
import type { EngineCounts } from '../../engine/assessment.js'
import { type AbsentColumns, createAbsentColumns } from '../../report/assess/absent-columns.js'
import { createFold, type Fold, type FoldOptions } from '../../report/assess/fold.js'
import type { CodeCount } from '../../survey/doubts/code-columns.js'
import type { CollectedDoubts } from '../../survey/doubts/column-doubts.js'
import type { WhyBroken } from '../../survey/files/row.js'
import { type OpenLedger, openLedger } from '../../survey/records/ledger.js'
import type { RowOf } from '../outcome/chunk-result.js'
import { createRepeatedIds, type RepeatedIds } from './repeated-ids.js'

/** What is known of a file when all its rows have been looked at. */
export interface LookedAt {
  readonly doubts: CollectedDoubts
  /** Codes in unused columns. */
  codes: ReadonlyMap<string, CodeCount>
  records: number
  withId: number
  broken: { count: number; first: WhyBroken | null }
}

/** The result of one pass over all files. */
export interface Pass {
  readonly log: DiagnosticLog
  readonly fold: Fold
  readonly absent: AbsentColumns
  readonly ledger: OpenLedger
  readonly engine: EngineCounts
  readonly ids: RepeatedIds
  /** True if another pass is needed, whatever this one gives. */
  needsSecondPass: boolean
  /** By the order of the files. */
  readonly looked: LookedAt[]
  /** The first records that are listed, and all that are shown where they are few. */
  readonly listed: RowOf[]
  readonly shown: RowOf[]
}

/** A pass that has not begun. */
export const newPass = ({ pack }: CompiledPack, options: FoldOptions): Pass => ({
  log: createLog(),
  fold: createFold(pack, options),
  absent: createAbsentColumns(pack),
  ledger: openLedger(),
  engine: { compiled: 0, interpreted: 0 },
  ids: createRepeatedIds(),
  needsSecondPass: false,
  looked: [],
  listed: [],
  shown: [],
})
