import type { Diagnostic } from '../base/diagnostic.js'
import type { Pack } from '../lang/pack.js'
import type { Coverage } from '../testing/coverage.js'
import type { MutationResult } from '../testing/mutation.js'
import type { CaseResult } from '../testing/run-case.js'
import { counted } from './numbers.js'

/** What came of one pack: it does not load, its cases cannot be read, or they were run. */
export interface TestedPack {
  /** The pack as it was named or found, an absolute path cut to its last part. */
  readonly place: string
  /** `null` where it does not load. */
  readonly pack: Pack | null
  /** Why it does not load, or why its cases cannot be read. */
  readonly faults: readonly Diagnostic[]
  /** Of the cases that were run, in the order of files and lines. */
  readonly results: readonly CaseResult[]
  readonly measures: Measures
}

/** What was measured of the cases of a pack; `null` where it was not asked for. */
export interface Measures {
  readonly coverage: Coverage | null
  readonly mutation: MutationResult | null
}

export const NOT_MEASURED: Measures = { coverage: null, mutation: null }

/** Cases that were not run. */
export interface LeftOut {
  /** Because their names do not hold the text of `--filter`. */
  readonly filtered: number
  /** Because one before them failed. */
  readonly afterFailure: number
}

/** The cases of one file. */
export interface TestedFile {
  readonly file: string
  readonly results: readonly CaseResult[]
  readonly failed: number
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
}

/** Counts once what every report shows. */
export function summariseTests(packs: readonly TestedPack[], leftOut: LeftOut): TestSummary {
  const results = packs.flatMap((each) => each.results)
  return {
    ...leftOut,
    packs: packs.map((each) => ({ ...each, files: filesOf(each.results) })),
    cases: results.length,
    failures: results.filter(isFailure),
    unloaded: packs.filter(({ pack }) => pack === null).length,
    unread: packs.filter(({ pack, faults }) => pack !== null && faults.length > 0).length,
  }
}

export const isFailure = ({ mismatches }: CaseResult): boolean => mismatches.length > 0

/** Whether nothing is wrong. */
export const isGreen = ({ failures, unloaded, unread }: TestSummary): boolean =>
  failures.length + unloaded + unread === 0

function filesOf(results: readonly CaseResult[]): TestedFile[] {
  const files = new Map<string, CaseResult[]>()
  for (const result of results) {
    const { file } = result.case
    const known = files.get(file)
    if (known === undefined) files.set(file, [result])
    else known.push(result)
  }
  return [...files].map(([file, each]) => ({ file, results: each, failed: each.filter(isFailure).length }))
}

/** `2 of 362 cases fail; the cases of 1 pack cannot be read` */
export function totalSentence(summary: TestSummary): string {
  const { cases, failures, unloaded, unread, filtered, afterFailure } = summary
  const parts: string[] = []
  if (failures.length > 0)
    parts.push(
      `${failures.length} of ${counted(cases, 'case', 'cases')} ${failures.length === 1 ? 'fails' : 'fail'}`,
    )
  else if (cases > 0)
    parts.push(cases === 1 ? '1 case passes' : `all ${counted(cases, 'case', 'cases')} pass`)
  if (unread > 0) parts.push(`the cases of ${counted(unread, 'pack', 'packs')} cannot be read`)
  if (unloaded > 0) parts.push(`${counted(unloaded, 'pack does', 'packs do')} not load`)
  if (afterFailure > 0)
    parts.push(`${counted(afterFailure, 'case', 'cases')} not run after the first failure`)
  if (filtered > 0) parts.push(`${counted(filtered, 'case', 'cases')} left out by --filter`)
  return parts.join('; ')
}
