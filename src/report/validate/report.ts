import type { ChalkInstance } from 'chalk'
import type { Pack } from '../../lang/pack.js'
import type { InputFile } from '../../survey/files/data-file.js'
import type { DataFinding } from './examined.js'
import type { ValidateSummary } from './summary.js'

export type ValidateFormat = 'table' | 'json' | 'csv' | 'markdown' | 'github'

/** What a report knows before the first row. */
export interface ValidateContext {
  readonly pack: Pack
  /** Version of tpa. */
  readonly tpa: string
  readonly inputs: readonly InputFile[]
  /** The mapping by which they were read. */
  readonly mapping: { readonly file: string; readonly sha256: string } | null
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
  readonly width: number
  readonly paint: ChalkInstance
}

/** A report writes text at the start, for each finding and at the end; every part may be left out. */
export interface ValidateReport {
  start?(): string
  finding?(each: DataFinding): string
  end?(summary: ValidateSummary): string
}
