export { type CellOptions, PLAIN_CELLS } from '../cell-options.js'
export { findColumn } from '../columns.js'

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
