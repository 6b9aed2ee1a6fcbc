import type { Diagnostic } from '../base/diagnostic.js'
import type { Pack } from '../lang/pack.js'
import type { CaseRecord } from '../lang/record.js'
import { type AssessOptions, asOfDate } from './assess.js'
import { recordDiagnostics } from './checks.js'
import type { TakenAway } from './evaluation.js'
import { createEvaluation } from './taken-away.js'

/** What the checks of a pack find in a record; its assessment says the same. */
export interface Examination {
  /** Conflicts and the pack's checks that fired; their severity is the pack's. */
  readonly diagnostics: readonly Diagnostic[]
  /** What counts as unknown because a check fired. */
  readonly takenAway: TakenAway
}

/** Runs the pack's checks on one record, and finds values with conflicting sources. Nothing is decided. */
export function examineRecord(pack: Pack, record: CaseRecord, options: AssessOptions): Examination {
  const { asOf } = asOfDate(pack, record, options.asOf)
  const evaluation = createEvaluation(pack, record, asOf)
  return { diagnostics: recordDiagnostics(evaluation), takenAway: evaluation.takenAway }
}
