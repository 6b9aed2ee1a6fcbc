import type { Format as SurveyFormat } from '../data/format.js'

/** What the user asked `tpa explain` for, as typed. */
export interface ExplainRequest {
  readonly files: readonly string[]
  readonly id: string | null
  /** A file with stored results. */
  readonly record: string | null
  readonly format: 'table' | 'json' | 'markdown'
  readonly rules: string | null
  readonly from: SurveyFormat | null
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  /** Parameters held at one value. */
  readonly set: ReadonlyMap<string, string>
  readonly quiet: boolean
}
