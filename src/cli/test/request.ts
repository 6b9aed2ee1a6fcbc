import type { Engine } from '../../engine/assessment.js'
import type { TestFormat } from '../../report/test/formats.js'

/** What the user asked for, as typed. */
export interface TestRequest {
  readonly packs: readonly string[]
  readonly format: TestFormat | null
  readonly output: string | null
  /** `FORMAT=FILE` */
  readonly reports: readonly string[]
  /** Runs the cases whose names hold this text; `null` runs all. */
  readonly filter: string | null
  readonly failFast: boolean
  /** Whether expectations are rewritten where another thing came of a case. */
  readonly update: boolean
  readonly coverage: boolean
  /** The least percentage, `null` asks for none. */
  readonly coverageMin: number | null
  readonly mutate: boolean
  readonly mutateMin: number | null
  /** `null` leaves it to tpa. */
  readonly engine: Engine | null
  readonly quiet: boolean
}
