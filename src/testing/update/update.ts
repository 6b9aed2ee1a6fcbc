import { positionOf } from '../../base/source.js'
import type { SeenValue } from '../cases/compare.js'
import { type CaseResult, comparedCase } from '../cases/run-case.js'
import type { TestCase } from '../cases/test-case.js'
import { draftUpdate } from './draft.js'
import { rereadSuites } from './reread.js'
import { siteOf, type Users, usersBySite } from './sites.js'
import type { TestedSuites, Wanted } from './tested-suites.js'
import { whyLeft } from './why-left.js'

/** Where a member of an expectation stands, and how many cases expect what stands there. */
export interface Place {
  readonly line: number
  readonly cases: number
}

/** A case whose expectations are rewritten: its mismatches say what was expected, and what is expected now. */
export interface RewrittenCase {
  readonly result: CaseResult
  /** Where each member stands now, by its name. */
  readonly places: ReadonlyMap<string, Place>
}

/** The result of rewriting expectations. Nothing has been written yet. */
export interface SuiteUpdate {
  /** New texts by file, without a mark at their start. */
  readonly texts: ReadonlyMap<string, string>
  /** For each pack its cases and results after it. */
  readonly packs: readonly { readonly cases: readonly TestCase[]; readonly results: readonly CaseResult[] }[]
  readonly rewritten: readonly RewrittenCase[]
  /** Why cases that fail are left as they are, in the order of packs, files and lines. */
  readonly left: ReadonlyMap<TestCase, string>
}

/**
 * Makes expectations say what their cases now give. A case is rewritten whole or left. A member that several cases share is rewritten in
 * its place if all of them give the same; else a row gets its own.
 */
export function updateSuites(packs: readonly TestedSuites[]): SuiteUpdate {
  const results = packs.flatMap((each) => each.results)
  const left = new Map<TestCase, string>()
  for (const result of results) {
    const why = whyLeft(result)
    if (why !== null) left.set(result.case, why)
  }
  for (;;) {
    const wanted = wantedOf(results, left)
    const draft = draftUpdate(packs, wanted)
    const reading = draft.left.size > 0 ? draft : rereadSuites(packs, draft.texts, wanted)
    if (!('cases' in reading)) for (const [each, why] of reading.left) left.set(each, why)
    else return updated(packs, draft.texts, reading.cases, { wanted, left })
  }
}

/** What came of the cases that differ and are not left. */
function wantedOf(results: readonly CaseResult[], left: ReadonlyMap<TestCase, string>): Wanted {
  const wanted = new Map<TestCase, ReadonlyMap<string, SeenValue>>()
  for (const { case: each, mismatches } of results) {
    if (mismatches.length === 0 || left.has(each)) continue
    wanted.set(each, new Map(mismatches.flatMap(({ of, got }) => (got === null ? [] : [[of, got]]))))
  }
  return wanted
}

function updated(
  packs: readonly TestedSuites[],
  texts: ReadonlyMap<string, string>,
  cases: ReadonlyMap<TestCase, TestCase>,
  { wanted, left }: { readonly wanted: Wanted; readonly left: ReadonlyMap<TestCase, string> },
): SuiteUpdate {
  const now = (each: TestCase) => cases.get(each) ?? each
  const after = packs.map((each) => ({ ...each, cases: each.cases.map(now) }))
  const users = usersBySite(after)
  const results = packs.flatMap((each) => each.results).filter((result) => wanted.has(result.case))
  return {
    texts,
    packs: after.map((each) => ({
      cases: each.cases,
      results: each.results.map((result) => comparedCase(now(result.case), result.assessment)),
    })),
    rewritten: results.map((result) => {
      const changed = { ...result, case: now(result.case) }
      return { result: changed, places: placesOf(changed, users) }
    }),
    left: new Map(
      packs.flatMap(({ cases: inOrder }) =>
        inOrder.flatMap((each): [TestCase, string][] => {
          const why = left.get(each)
          return why === undefined ? [] : [[now(each), why]]
        }),
      ),
    ),
  }
}

function placesOf({ case: each, mismatches }: CaseResult, users: Users): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { of } of mismatches) {
    const site = siteOf(each.origin, of)
    if (site === null) continue
    const { line } = positionOf(each.origin.suite.source, site.value.start)
    places.set(of, { line, cases: new Set(users.at(each, site).map((user) => user.case)).size })
  }
  return places
}
