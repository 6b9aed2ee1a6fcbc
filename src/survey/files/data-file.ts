import type { Diagnostic } from '../../base/diagnostic.js'
import type { Encoding } from './encodings.js'
import type { SourceRow } from './row.js'
import type { CutRow } from './table.js'

/** What a file of records can be. */
export type Format = 'csv' | 'yaml' | 'json' | 'ndjson' | 'xlsx'

export const DELIMITERS = [',', ';', '\t', '|'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** How a file must be read. `null`: found out from the file. */
export interface ReadingOptions {
  /** Of text; a workbook is always read as one. */
  readonly format: Format | null
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  /** Rows that make up the header, 1 where nothing is said; the parts of a column are joined with ` / `. */
  readonly headerRows: number | null
  /** Rows above the header, blank ones counted. `null`: none, and what looks like a title is a fault. */
  readonly titleRows: number | null
  /** Rows below the header that are not data. Hashtags of HXL are found by themselves and do not count. */
  readonly labelRows: number | null
  /** Whether a list that says of itself that it is a part is read all the same. */
  readonly partial?: boolean
  /** Whether cells that a row of a text lacks at its end are blank. */
  readonly shortRows?: boolean
}

export const PLAIN_READING: ReadingOptions = {
  format: null,
  encoding: null,
  delimiter: null,
  headerRows: null,
  titleRows: null,
  labelRows: null,
}

/** A file on disk, or stdin, as results list it. */
export interface InputFile {
  readonly file: string
  readonly bytes: number
  /** Of all its bytes, in hexadecimal. */
  readonly sha256: string
  /** `binary` for archives and workbooks. */
  readonly encoding: string
}

/** Rows that are not data: titles and remarks above the header, labels below it. */
export interface BesideRows {
  readonly titles: readonly CutRow[]
  readonly labels: readonly CutRow[]
}

/** A table or list of records that has been looked at and can be read. */
export interface DataFile {
  /** As results name it: `main.csv`, `export.zip/main.csv`, `list.xlsx#Sheet1`; `-` for stdin. */
  readonly file: string
  readonly format: Format
  readonly encoding: Encoding
  readonly delimiter: Delimiter | null
  /** The file on disk that holds it; one object for all entries of an archive. */
  readonly input: InputFile
  /** The sum of the bytes that `rows` reports. */
  readonly bytes: number
  readonly remarks: readonly Diagnostic[]
  /** The first rows below the header, where nothing is said of labels there and the file is a table. */
  readonly first?: readonly CutRow[]
  /** Rows beside the table, as far as they are known not to be data. */
  readonly beside?: BesideRows
  /** Whether cells are merged over several rows. */
  readonly hasMerges?: boolean
  /**
   * The rows in batches, from the first, as often as wanted. Throws an error that `diagnosticOf` understands if the file breaks or has changed.
   * @param onBytes gets the number of bytes read since its last call.
   */
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<SourceRow[]>
}

export type Container = 'file' | 'folder' | 'zip' | 'workbook'

/** One of the things that an operand holds: itself, an entry of a zip or folder, a sheet of a workbook. */
export interface Entry {
  /** As results name it. */
  readonly name: string
  /** For patterns: `main.csv`, `sub/main.csv`, a sheet's name behind `#`: `list.xlsx#Sheet1`. */
  readonly path: string
  /** The innermost thing that holds it. */
  readonly container: Container
  /** `null`: nothing that can be read, such as a picture; `open` then gives a fault that says so. */
  readonly format: Format | null
  /** Why a sheet of a workbook is read only where somebody names it. */
  readonly unseen?: 'hidden' | 'empty'
  /** Why a member of an archive is never looked at. */
  readonly left?: string
  /** Reads the whole of a text once, or the first rows of a sheet. */
  open(reading: ReadingOptions): Promise<OpenedFile>
}

export type OpenedFile = { readonly file: DataFile } | { readonly faults: readonly Diagnostic[] }
