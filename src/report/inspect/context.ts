import type { ChalkInstance } from 'chalk'

/** What a report of an inspection needs beside it. */
export interface InspectContext {
  readonly tpa: string
  readonly width: number
  readonly paint: ChalkInstance
  /** Whether every column is shown. */
  readonly allColumns: boolean
  /** The operands and options as they would be typed again. */
  readonly typed: string
  /** The mapping that was written. */
  readonly written: string | null
}
