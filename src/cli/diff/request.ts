import type { Engine } from '../../engine/assessment.js'
import type { DiffFormat } from '../../report/diff/formats.js'
import type { ReadingRequest } from '../request/reading.js'

/** What the user asked for, as typed. */
export interface DiffRequest extends ReadingRequest {
  readonly old: string
  readonly new: string
  readonly files: readonly string[]
  readonly format: DiffFormat | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  readonly by: string | null
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  readonly failOn: readonly string[]
  /** Where the result is written without ids. */
  readonly accept: string | null
  /** A file that `accept` wrote. */
  readonly baseline: string | null
  /** `null` leaves it to tpa. */
  readonly engine: Engine | null
  readonly quiet: boolean
}
