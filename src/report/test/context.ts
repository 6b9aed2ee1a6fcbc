import type { ReportContext } from '../context.js'

/** What the reports of a test run know beside the summary. */
export interface TestContext extends ReportContext {
  /** Files without a failure are left out. */
  readonly quiet: boolean
}
