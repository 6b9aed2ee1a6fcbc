import type { ChalkInstance } from 'chalk'

/** What the reports of a test run know beside the summary. */
export interface TestContext {
  /** Version of tpa. */
  readonly tpa: string
  readonly width: number
  readonly paint: ChalkInstance
  /** Files without a failure are not listed. */
  readonly quiet: boolean
}
