import type { ReportContext } from '../context.js'

/** What the reports of an inspection know beside its result. */
export interface InspectContext extends ReportContext {
  /** Whether every column is shown. */
  readonly allColumns: boolean
  /** The operands and options as they would be typed again. */
  readonly typed: string
  /** The mapping that was written. */
  readonly written: string | null
}
