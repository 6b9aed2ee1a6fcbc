import type { WrittenDates } from './date-orders.js'
import type { WrittenNumbers } from './number-marks.js'

/** What a column seems to hold. */
export type ColumnType =
  | 'empty'
  | 'number'
  | 'money'
  | 'date'
  | 'yes/no'
  | 'code'
  | 'select-multiple'
  | 'choice'
  | 'id'
  | 'text'

/** A cell that may mean no answer; `kind` is what surveys mostly mean by it. */
export interface SuspectedMissing {
  readonly cell: string
  readonly count: number
  readonly kind: 'blank' | 'dont_know' | 'refused' | 'not_asked' | null
  /** Whether it never means anything else. */
  readonly isCertain: boolean
}

export interface ColumnProfile {
  readonly header: string
  /** In the table, from 0. */
  readonly index: number
  readonly type: ColumnType
  /** Cells of such a column are shown nowhere. */
  readonly personal: boolean
  readonly filled: number
  readonly blank: number
  readonly distinct: { readonly count: number; readonly isMore: boolean }
  /** The values, if there are few, the most frequent first; `null` for other columns and for personal ones. */
  readonly values: readonly { readonly value: string; readonly count: number }[] | null
  readonly range: { readonly low: number; readonly high: number } | null
  readonly missing: readonly SuspectedMissing[]
  readonly numbers: WrittenNumbers
  readonly dates: WrittenDates | { readonly kind: 'serial' }
  /** `all`: filled in all rows, and no value twice; `part`: the same, as far as a part of the values shows. */
  readonly unique: 'all' | 'part' | null
  /** The number of ids whose digits a spreadsheet has cut. */
  readonly destroyed: number
}
