import type { ReportContext } from '../context.js'

/** What the reports of a check know beside its result. */
export interface CheckContext extends ReportContext {
  /** Only errors are shown. */
  readonly quiet: boolean
  /** Notes are shown, not only counted. */
  readonly notes: boolean
}
