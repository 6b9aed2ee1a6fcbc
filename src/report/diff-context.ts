import type { ChalkInstance } from 'chalk'
import type { Input } from '../data/survey.js'
import type { Pack } from '../lang/pack.js'

/** A pack with the operand by which it was named, an absolute path cut to its last part. */
export interface DiffSide {
  readonly place: string
  readonly pack: Pack
}

/** What the reports of a comparison know beside its summary. */
export interface DiffContext {
  readonly old: DiffSide
  readonly new: DiffSide
  /** Version of tpa. */
  readonly tpa: string
  readonly inputs: readonly Input[]
  readonly width: number
  readonly paint: ChalkInstance
}
