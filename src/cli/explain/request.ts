import type { ReadingRequest } from '../request/reading.js'

/** What the user asked `tpa explain` for, as typed. */
export interface ExplainRequest extends ReadingRequest {
  readonly files: readonly string[]
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: 'table' | 'json' | 'markdown'
  readonly rules: string | null
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  /** Parameters held at one value. */
  readonly set: ReadonlyMap<string, string>
  readonly quiet: boolean
}
