import type { Engine } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { ReadingOptions } from '../../survey/files/data-file.js'
import type { Survey } from '../../survey/records/options.js'
import type { Progress } from '../../survey/records/rows.js'
import type { Targets } from '../output.js'
import type { FoldOptions } from './fold.js'
import type { AssessFormat } from './formats.js'
import type { Gathered, SurveyEnd } from './gathered.js'
import type { Report } from './report.js'

/** Which survey files are judged, how, and where the results go. */
export interface FilesTask {
  readonly pack: Pack
  readonly files: readonly string[]
  readonly reading: ReadingOptions
  readonly stdin: NodeJS.ReadableStream
  /** The date that stands for every record's own, or `null`. */
  readonly asOf: string | null
  readonly assume: ReadonlyMap<string, string>
  readonly fold: FoldOptions
  /** The formats that are written. */
  readonly formats: readonly AssessFormat[]
  /** Headers of the columns whose cells are copied. */
  readonly keep: readonly string[]
  /** Cells of CSV are written as they are, formulas included. */
  readonly raw: boolean
  /** CSV is written so that Excel opens it well. */
  readonly excel: boolean
  /** CSV is written with one line a comparison. */
  readonly long: boolean
  /** `null` leaves it to tpa. */
  readonly engine: Engine | null
  /** `null`: as many as there are cores, where it pays. */
  readonly threads: number | null
  /** Opens all outputs, and writes what comes before the first record. */
  open(about: Pick<Survey, 'inputs' | 'mapping'>): Promise<Targets<Report>>
  /** Throws away outputs that were opened and are not finished. */
  drop(): Promise<void>
  onProgress(state: Progress): void
}

/** What came of all files; `unwanted`: nobody reads the results any more. */
export type FilesJudged = { readonly end: SurveyEnd; readonly gathered: Gathered } | 'unwanted'
