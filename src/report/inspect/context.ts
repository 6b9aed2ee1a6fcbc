import type { ReportContext } from '../context.js'

/** What a report of an inspection needs beside it. */
export interface InspectContext extends ReportContext {
  /** Whether every column is shown. */
  readonly allColumns: boolean
  /** The operands and options as they would be typed again. */
  readonly typed: string
  /** The mapping that was written. */
  readonly written: string | null
}
