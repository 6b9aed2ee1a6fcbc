import type { ChalkInstance } from 'chalk'
import type { Pack } from '../../lang/pack.js'
import type { InputFile } from '../../survey/files/data-file.js'

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
  readonly inputs: readonly InputFile[]
  /** The mapping by which they were read. */
  readonly mapping: { readonly file: string; readonly sha256: string } | null
  readonly width: number
  readonly paint: ChalkInstance
}
