import type { ChalkInstance } from 'chalk'
import type { Assessment, Finding } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { InputFile } from '../../survey/files/data-file.js'
import type { Summary } from './summary.js'

export type FormatName = 'table' | 'json' | 'ndjson' | 'csv' | 'markdown'

/** One assessed record with what only some formats need, worked out when asked for. */
export interface AssessedCase {
  readonly assessment: Assessment
  /** The cells of `--keep`, in its order. */
  readonly kept: readonly string[]
  findings(): readonly Finding[]
  /** The same case gives the same id. */
  id(): string
}

/** What a report knows before the first record. */
export interface ReportContext {
  readonly pack: Pack
  /** Version of tpa. */
  readonly tpa: string
  readonly inputs: readonly InputFile[]
  /** The mapping by which they were read. */
  readonly mapping: { readonly file: string; readonly sha256: string } | null
  /** Headers of the columns to copy. */
  readonly keep: readonly string[]
  /** Kept cells are written as they are, formulas included. */
  readonly raw: boolean
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly paint: ChalkInstance
}

/** A report writes text at the start, for each record and at the end; every part may be left out. */
export interface Report {
  start?(): string
  record?(each: AssessedCase): string
  end?(summary: Summary): string
}
