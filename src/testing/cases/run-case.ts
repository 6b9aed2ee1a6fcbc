import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import { withParameters } from '../../lang/set-parameters.js'
import { type Mismatch, mismatches } from './compare.js'
import type { TestCase } from './test-case.js'

/** The result of a case. It passes if there is no mismatch. */
export interface CaseResult {
  readonly case: TestCase
  readonly mismatches: readonly Mismatch[]
  readonly assessment: Assessment
  /** The criteria to explain: those that a mismatch is about, in pack order. */
  readonly criteria: readonly string[]
}

/**
 * Judges the record of a case under its own pack, and compares all that the case expects. `assess` is the interpreter, or gives the same
 * answers.
 */
export function runCase(testCase: TestCase, assess = assessRecord): CaseResult {
  const { pack, record, asOf } = testCase
  return comparedCase(testCase, assess(pack, record, { asOf }))
}

/** Compares all that a case expects with what judging its record has given. */
export function comparedCase(testCase: TestCase, assessment: Assessment): CaseResult {
  const { pack } = testCase
  const found = [...mismatches(testCase, pack, assessment)]
  const differing = criteriaOf(assessment, found)
  const criteria = pack.criteria.map(({ id }) => id).filter((id) => differing.has(id))
  return { case: testCase, mismatches: found, assessment, criteria }
}

/** True if a case would pass under another version of its pack that has the same facts. The case holds its parameters there too. */
export function passes(testCase: TestCase, pack: Pack, assess = assessRecord): boolean {
  const held = withParameters(pack, testCase.parameters)
  const assessment = assess(held, testCase.record, { asOf: testCase.asOf })
  return mismatches(testCase, held, assessment).next().done === true
}

/** The criteria behind mismatches: those that are named. Else those behind the decision, or those that keep it open. */
function criteriaOf(assessment: Assessment, found: readonly Mismatch[]): ReadonlySet<string> {
  const named = found.flatMap(({ criterion }) => criterion ?? [])
  if (named.length > 0) return new Set(named)
  const inReasons = found.flatMap(({ of, expected, got }) => {
    if (of === 'reasons') return onlyInOne(namesOf(expected), namesOf(got))
    return of === 'not_reasons' ? namesOf(expected).filter((id) => namesOf(got).includes(id)) : []
  })
  if (inReasons.length > 0) return new Set(inReasons)
  if (found.every(({ of }) => !OF_DECISION.has(of))) return new Set()
  return new Set(assessment.reasons.length > 0 ? assessment.reasons : assessment.gaps.keys())
}

const OF_DECISION = new Set(['decision', 'possible', 'needs', 'blocked'])

const namesOf = (seen: Mismatch['got']): readonly string[] => (Array.isArray(seen) ? seen : [])

const onlyInOne = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((name) => !b.includes(name)),
  ...b.filter((name) => !a.includes(name)),
]
