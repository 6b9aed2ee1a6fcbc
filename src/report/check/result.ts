import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { Programme } from '../../programme/policy/programme.js'
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
  /** `null` where no programme goes with the pack. */
  readonly programme: CheckedProgramme | null
}

/** What came of the programme that goes with a pack. */
export interface CheckedProgramme {
  /** `null` where it does not load. */
  readonly programme: Programme | null
  readonly diagnostics: readonly Diagnostic[]
}

/** All that was found about a pack and its programme, as far as both load. */
export const foundIn = ({ diagnostics, programme }: CheckedPack): readonly Diagnostic[] => [
  ...diagnostics,
  ...(programme?.programme == null ? [] : programme.diagnostics),
]

/** The faults of a pack, or of its programme, that does not load. */
export const loadFaults = ({ pack, diagnostics, programme }: CheckedPack): readonly Diagnostic[] => [
  ...(pack === null ? diagnostics : []),
  ...(programme?.programme === null ? programme.diagnostics : []),
]
