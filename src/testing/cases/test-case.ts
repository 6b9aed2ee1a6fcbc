import type { Decimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import type { Path } from '../../lang/shape/places.js'
import type { Expectation } from './expectation.js'
import type { SuiteFile } from './suite-file.js'

/** One case: a record, the day and parameters under which it is judged, and what it expects. */
export interface TestCase {
  /** Unique among the cases of a pack; that of a row is `table: row`. */
  readonly name: string
  /** The name of the file in results. */
  readonly file: string
  /** The line on which the case or its row begins, from 1. */
  readonly line: number
  /** The origin of the case, or why it matters. */
  readonly about: string | null
  readonly record: CaseRecord
  /** The diagnostics of reading the record. */
  readonly diagnostics: readonly Diagnostic[]
  /** `null` for the record's own date, else the pack's. */
  readonly asOf: string | null
  /** Parameters that the case holds at another value, on every date. */
  readonly parameters: ReadonlyMap<string, Decimal>
  /** The pack with these parameters. */
  readonly pack: Pack
  readonly expect: Expectation
  readonly origin: CaseOrigin
}

/** Where a case stands: its file as it was read, and the way to the case, or to its row, in it. */
export interface CaseOrigin {
  readonly suite: SuiteFile
  readonly path: Path
}
