import type { FindingSink } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { InputFile, ReadingOptions } from '../files/data-file.js'
import type { Mapping } from '../mapping/mapping.js'
import type { Ledger, RosterLedger } from './ledger.js'
import type { Progress, Row } from './rows.js'

/** What is read, and how. */
export interface SurveyOptions {
  readonly pack: Pack
  /** Operands as typed; `-` is stdin. */
  readonly files: readonly string[]
  /** Says which columns hold which facts; `null`: columns are known by their names. */
  readonly mapping: Mapping | null
  /** How all files must be read. It goes before the mapping and what is found out from a file. */
  readonly reading: ReadingOptions
  /** A value, as typed, for a fact whose column a file lacks. */
  readonly assume: ReadonlyMap<string, string>
  /** Headers of the columns whose cells are copied. */
  readonly keep: readonly string[]
  readonly stdin: NodeJS.ReadableStream
  /** Called now and then while rows go out. */
  readonly onProgress?: (progress: Progress) => void
}

/** Survey files that have been read once and checked, and whose rows can now be read. */
export interface Survey {
  /** The files on disk, each once. */
  readonly inputs: readonly InputFile[]
  /** The mapping by which they are read. */
  readonly mapping: Pick<Mapping, 'file' | 'sha256'> | null
  /** What is assumed in any of the files, in pack order: `risk=no`. */
  readonly assumed: readonly string[]
  /** Every row in input order. What is found about a record comes before it. Throws an error that `diagnosticOf` understands if a file breaks or changes. */
  rows(found: FindingSink): AsyncIterable<Row>
  /** The ledger of the last reading of rows, complete once all are out. Throws if it does not add up. */
  ledger(): Ledger
  /** Of the files with rows of members, in the order in which they were named. */
  rosters(): readonly RosterLedger[]
  /** Releases what is held, for example the copy of stdin. */
  close(): Promise<void>
}
