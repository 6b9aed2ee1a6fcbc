import type { Pack } from '../../lang/pack.js'
import type { SurveyContext } from '../context.js'

/** A pack with the operand that named it; of an absolute path only the last part. */
export interface DiffSide {
  readonly place: string
  readonly pack: Pack
}

/** What the reports of a comparison know beside its summary. */
export interface DiffContext extends SurveyContext {
  readonly old: DiffSide
  readonly new: DiffSide
}
