import type { ChalkInstance } from 'chalk'
import type { InputFile } from '../survey/files/data-file.js'

/** What the reports of every command know beside its result. */
export interface ReportContext {
  /** Version of tpa. */
  readonly tpa: string
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: ChalkInstance
  /** Where the page of the rules is, for links of pages; left out or `null` for none. */
  readonly rulesPage?: string | null
}

/** What reports on survey files know before the first record. */
export interface SurveyContext extends ReportContext {
  readonly inputs: readonly InputFile[]
  /** The mapping by which they were read. */
  readonly mapping: { readonly file: string; readonly sha256: string } | null
}
