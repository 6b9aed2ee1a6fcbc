import type { FormatName } from '../report/report.js'
import type { ReadingRequest } from './reading.js'

export const FORMAT_NAMES = [
  'table',
  'json',
  'ndjson',
  'csv',
  'markdown',
] as const satisfies readonly FormatName[]

/** What the user asked for, as typed. */
export interface AssessRequest extends ReadingRequest {
  readonly files: readonly string[]
  readonly rules: string | null
  readonly format: FormatName | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  readonly rejects: string | null
  readonly by: string | null
  readonly only: readonly string[]
  readonly keep: readonly string[]
  readonly raw: boolean
  readonly excel: boolean
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  /** Parameters held at one value. */
  readonly set: ReadonlyMap<string, string>
  readonly failOn: readonly string[]
  readonly allowRejects: boolean
  readonly quiet: boolean
}
