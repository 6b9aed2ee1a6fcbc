import type { ChalkInstance } from 'chalk'

/** What the reports of a check know beside its result. */
export interface CheckContext {
  /** Version of tpa. */
  readonly tpa: string
  readonly width: number
  readonly paint: ChalkInstance
  /** Only errors are shown. */
  readonly quiet: boolean
  /** Notes are shown, not only counted. */
  readonly notes: boolean
}
