import type { Decimal } from '../../base/decimal.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import type { Expectation } from './expectation.js'

/** One case: a record, the day and parameters under which it is judged, and what must come of it. */
export interface TestCase {
  /** Unique among the cases of a pack; a row's is `table: row`. */
  readonly name: string
  /** The file of cases as results name it. */
  readonly file: string
  /** Where the case, or its row, begins, from 1. */
  readonly line: number
  /** Where the case is from, or why it matters. */
  readonly about: string | null
  readonly record: CaseRecord
  /** What reading the record said of its cells. */
  readonly diagnostics: readonly Diagnostic[]
  /** `null` for the record's own date, else the pack's. */
  readonly asOf: string | null
  /** Parameters that the case holds at another value, on every date. */
  readonly parameters: ReadonlyMap<string, Decimal>
  /** The pack with these parameters. */
  readonly pack: Pack
  readonly expect: Expectation
}
