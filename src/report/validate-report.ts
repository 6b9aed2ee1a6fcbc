import type { ChalkInstance } from 'chalk'
import type { Diagnostic } from '../base/diagnostic.js'
import type { InputFile } from '../data/files/data-file.js'
import type { Row } from '../data/survey-rows.js'
import type { Suspects } from '../engine/evaluation.js'
import type { Pack } from '../lang/pack.js'
import type { ValidateSummary } from './validate-summary.js'

export type ValidateFormat = 'table' | 'json' | 'csv' | 'markdown' | 'github'

/** One thing that was found, and what it is about. */
export interface Finding {
  readonly diagnostic: Diagnostic
  /** A file or a column of it; a record; a row that is no record; a row of a roster that is of no record. */
  readonly about: 'file' | 'record' | 'row' | 'member'
  /** The id of the record as it may be shown; `null` where there is none. */
  readonly record: string | null
}

/** A row with all that was found about it; without a row, what was found about files. */
export interface Examined {
  readonly row: Row | null
  readonly findings: readonly Finding[]
  /** What the pack's checks do not believe. */
  readonly suspects: Suspects
}

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
  finding?(each: Finding): string
  end?(summary: ValidateSummary): string
}
