import type { GapReason } from '../../lang/record.js'
import { foldName } from '../columns.js'
import type { Column } from '../row.js'

/** Encodings that a survey file can be in. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1256',
  'windows-874',
] as const

/** How a file is to be read where its own look is not enough; `null`: found out from the file. */
export interface ReadingOptions {
  readonly format: 'csv' | 'yaml' | 'json' | 'ndjson' | 'xlsx' | null
  readonly encoding: (typeof ENCODINGS)[number] | null
  readonly delimiter: ',' | ';' | '\t' | '|' | null
  readonly headerRows: number | null
  readonly titleRows: number | null
  readonly labelRows: number | null
}

/** What is said of the cells of one column. */
export interface CellOptions {
  readonly missing: ReadonlyMap<string, GapReason | 'value'>
  readonly yesNo: ReadonlyMap<string, boolean> | null
  readonly codes: ReadonlyMap<string, string> | null
  readonly numbers: {
    readonly decimal: '.' | ','
    readonly thousands: ',' | '.' | ' ' | "'" | null
  } | null
  readonly dates: 'ymd' | 'dmy' | 'mdy' | 'excel' | null
  readonly choices: readonly string[] | null
  readonly suspects: ReadonlySet<string>
}

export const PLAIN_CELLS: CellOptions = {
  missing: new Map(),
  yesNo: null,
  codes: null,
  numbers: null,
  dates: null,
  choices: null,
  suspects: new Set(),
}

export type FoundColumn =
  | { readonly column: Column }
  | { readonly ambiguous: readonly string[] }
  /** "did you mean …?", where a header is near. */
  | { readonly none: string | null }

/** Finds a column by its header: the same text, the same folded, the last part of a path where that is unique. */
export function findColumn(headers: readonly string[], wanted: string): FoundColumn {
  const folded = foldName(wanted)
  const tests: ((header: string) => boolean)[] = [
    (header) => header === wanted,
    (header) => foldName(header) === folded,
    (header) =>
      /[/.:-]/.test(header.charAt(header.length - wanted.length - 1)) && foldName(header).endsWith(folded),
  ]
  for (const test of tests) {
    const found = headers.flatMap((header, index) => (test(header) ? [{ header, index }] : []))
    const [column] = found
    if (column !== undefined)
      return found.length === 1 ? { column } : { ambiguous: found.map(({ header }) => header) }
  }
  return { none: null }
}
