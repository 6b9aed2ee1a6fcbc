import type { InspectFormat } from '../../report/inspect/formats.js'
import type { ReadingOptions } from '../../survey/files/data-file.js'

/** What the command line asks of an inspection. */
export interface InspectRequest {
  readonly files: readonly string[]
  readonly rules: string | null
  readonly reading: ReadingOptions
  readonly format: InspectFormat | null
  readonly output: string | null
  /** Where the proposed mapping goes. */
  readonly write: string | null
  /** Whether a mapping that is there may be overwritten. */
  readonly force: boolean
  /** Whether every column is shown. */
  readonly columns: boolean
  readonly quiet: boolean
  /** Operands and options as they would be typed again before another command. */
  readonly typed: string
}
