import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'

/** What came of one pack: it does not load, or what the proofs found. */
export interface CheckedPack {
  /** The pack as it was typed or found. */
  readonly place: string
  /** `null` where it does not load. */
  readonly pack: Pack | null
  readonly diagnostics: readonly Diagnostic[]
  /** What it changes in the pack that it extends; `null` where it extends none. */
  readonly changes: readonly Change[] | null
}
