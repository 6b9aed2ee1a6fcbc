import type { Options } from './options.js'

/** A run of the bench. */
export interface Bench {
  readonly options: Options
  /** Where files are written. */
  readonly folder: string
  /** Says on stderr what is done now. */
  say(text: string): void
}
