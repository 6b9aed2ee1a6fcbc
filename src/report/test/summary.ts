import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import type { Coverage } from '../../testing/coverage/coverage.js'
import type { MutationResult } from '../../testing/mutation/mutation.js'
import type { RewrittenCase } from '../../testing/update/update.js'
import { engineWords } from '../text/ledger.js'
import { grouped } from '../text/numbers.js'
import { listed, parted } from '../text/words.js'

/** What came of one pack: it does not load, its cases cannot be read, or they were run. */
export interface TestedPack {
  /** The pack as it was named or found; of an absolute path only the last part. */
  readonly place: string
  /** `null` where it does not load. */
  readonly pack: Pack | null
  /** Why it does not load, or why its cases cannot be read. */
  readonly faults: readonly Diagnostic[]
  /** Results of the cases that were run, in the order of files and lines. */
  readonly results: readonly CaseResult[]
  /** Cases that were not run because one before them failed. */
  readonly notRun: readonly TestCase[]
  readonly measures: Measures
}

export type Measure = 'coverage' | 'mutation'

/** What was measured of the cases of a pack; `null` where it was not asked for. */
export interface Measures {
  readonly coverage: Coverage | null
  readonly mutation: MutationResult | null
  readonly gates: readonly Minimum[]
}

/** The least percentage of a measure that the user asks for. */
export interface Minimum {
  readonly measure: Measure
  readonly least: number
  /** `null` where nothing was measured, because something fails. */
  readonly percent: number | null
}

export const isMissed = ({ percent, least }: Minimum): boolean => percent !== null && percent < least

/** `coverage of rules/cn-2020 is 45.4%, below --coverage-min 90` */
export const minimumSentence = (place: string, { measure, percent, least }: Minimum): string =>
  say('test.minimum', {
    measure: say(`test.${measure}`),
    place,
    percent: percent ?? '',
    option: GATE_OPTIONS[measure],
    least,
  })

const GATE_OPTIONS: Record<Measure, string> = { coverage: '--coverage-min', mutation: '--mutate-min' }

/** What was asked for and not done. */
export interface LeftOut {
  /** Cases whose names do not hold the text of `--filter`. */
  readonly filtered: number
  /** Measures that wait until nothing fails. */
  readonly unmeasured: readonly Measure[]
}

export const NOTHING_LEFT_OUT: LeftOut = { filtered: 0, unmeasured: [] }

/** What `--update` has done. */
export interface Rewriting {
  /** In the order of packs, files and lines. */
  readonly rewritten: readonly RewrittenCase[]
  /** Why cases that fail are left as they are. */
  readonly left: ReadonlyMap<TestCase, string>
  /** Files that are written. */
  readonly files: number
}

/** The cases of one file. */
export interface TestedFile {
  readonly file: string
  readonly results: readonly CaseResult[]
  readonly failed: number
  readonly notRun: readonly TestCase[]
}

export interface TestSummary extends LeftOut {
  readonly packs: readonly (TestedPack & { readonly files: readonly TestedFile[] })[]
  readonly cases: number
  /** Failed cases in the order of packs, files and lines. */
  readonly failures: readonly CaseResult[]
  /** Packs that do not load. */
  readonly unloaded: number
  /** Packs whose cases cannot be read. */
  readonly unread: number
  /** Cases that were not run because one before them failed. */
  readonly afterFailure: number
  /** Gates that trip. */
  readonly tripped: number
  /** Which engine judged how often; `null` where nobody asked for one. */
  readonly engine: EngineCounts | null
  /** `null` where nobody asked that expectations be rewritten. */
  readonly rewriting: Rewriting | null
}

/** Counts once what every report shows. */
export function summariseTests(
  packs: readonly TestedPack[],
  leftOut: LeftOut,
  engine: EngineCounts | null = null,
  rewriting: Rewriting | null = null,
): TestSummary {
  const results = packs.flatMap((each) => each.results)
  return {
    ...leftOut,
    packs: packs.map((each) => ({ ...each, files: filesOf(each) })),
    cases: results.length,
    failures: results.filter(isFailure),
    unloaded: packs.filter(({ pack }) => pack === null).length,
    unread: packs.filter(({ pack, faults }) => pack !== null && faults.length > 0).length,
    afterFailure: packs.flatMap(({ notRun }) => notRun).length,
    tripped: packs.flatMap(({ measures }) => measures.gates.filter(isMissed)).length,
    engine,
    rewriting,
  }
}

export const isFailure = ({ mismatches }: CaseResult): boolean => mismatches.length > 0

/** True where nothing is wrong. */
export const isGreen = ({ failures, unloaded, unread, tripped }: TestSummary): boolean =>
  failures.length + unloaded + unread + tripped === 0

function filesOf({ results, notRun }: TestedPack): TestedFile[] {
  const names = new Set([...results.map((result) => result.case), ...notRun].map(({ file }) => file))
  return [...names].map((file) => {
    const own = results.filter((result) => result.case.file === file)
    const left = notRun.filter((each) => each.file === file)
    return { file, results: own, failed: own.filter(isFailure).length, notRun: left }
  })
}

/** Whether any case of a file was run. */
export const isRun = ({ results }: TestedFile): boolean => results.length > 0

/** `2 of 362 cases fail; the cases of 1 pack cannot be read` */
export function totalSentence(summary: TestSummary): string {
  const { cases, failures, unloaded, unread, filtered, afterFailure, tripped, unmeasured } = summary
  const parts: string[] = []
  const casesOf = (count: number) => say('test.cases', { count: grouped(count) })
  if (failures.length > 0)
    parts.push(say('test.failed', { failed: grouped(failures.length), cases: casesOf(cases) }))
  else if (cases > 0)
    parts.push(cases === 1 ? say('test.case-passes') : say('test.cases-pass', { cases: casesOf(cases) }))
  if (unread > 0) parts.push(say('test.unread', { packs: say('test.packs', { count: grouped(unread) }) }))
  if (unloaded > 0) parts.push(say('test.unloaded', { count: grouped(unloaded) }))
  if (tripped > 0) parts.push(say('test.tripped', { count: grouped(tripped) }))
  if (afterFailure > 0) parts.push(say('test.after-failure', { cases: casesOf(afterFailure) }))
  if (filtered > 0) parts.push(say('test.filtered', { cases: casesOf(filtered) }))
  if (unmeasured.length > 0) parts.push(unmeasuredWords(unmeasured))
  if (summary.rewriting !== null) parts.push(rewritingWords(summary.rewriting))
  if (summary.engine !== null) parts.push(engineWords(summary.engine))
  return parted(parts)
}

function unmeasuredWords(unmeasured: readonly Measure[]): string {
  const measures = listed(
    unmeasured.map((measure) => say(`test.${measure}`)),
    'and',
  )
  return unmeasured.length === 1
    ? say('test.unmeasured', { measure: measures })
    : say('test.unmeasured.both', { measures })
}

/** `3 expectations of 2 cases rewritten in 1 file` */
function rewritingWords({ rewritten, files }: Rewriting): string {
  const members = rewritten.reduce((sum, { result }) => sum + result.mismatches.length, 0)
  if (members === 0) return say('test.rewritten.none')
  return say('test.rewritten', {
    expectations: say('test.expectations', { count: grouped(members) }),
    cases: say('test.cases', { count: grouped(rewritten.length) }),
    files: say('count.files', { count: grouped(files) }),
  })
}
