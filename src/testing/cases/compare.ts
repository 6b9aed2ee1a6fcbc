import { equalRanges, type Range } from '../../base/range.js'
import { evaluationOf } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import { firingChecks } from '../../engine/checks.js'
import type { Pack } from '../../lang/pack.js'
import type { Expectation } from './expectation.js'
import type { TestCase } from './test-case.js'

/** A value, a list of names, or the range of a figure. */
export type SeenValue = string | readonly string[] | Range

/** One thing that differs from what the case expects. */
export interface Mismatch {
  /** The key of what is expected, as the case writes it: `decision`, `verdicts.income`, `not_reasons`. */
  readonly of: string
  /** The criterion whose verdict it is, else `null`. */
  readonly criterion: string | null
  readonly expected: SeenValue
  /** `null` if there is no such thing. */
  readonly got: SeenValue | null
}

/** Everything that is expected, under the names that mismatches have. */
export function expectedMembers(expect: Expectation): Map<string, SeenValue> {
  const members: [string, SeenValue | null][] = [
    ['decision', expect.decision],
    ['possible', expect.possible],
    ['reasons', expect.reasons],
    ['not_reasons', expect.notReasons],
    ['needs', expect.needs],
    ['blocked', expect.blocked],
    ...[...expect.verdicts].map(([id, verdict]): [string, SeenValue] => [`verdicts.${id}`, verdict]),
    ...[...expect.outputs].map(([name, range]): [string, SeenValue] => [`outputs.${name}`, range]),
    ['diagnostics', expect.diagnostics],
  ]
  return new Map(members.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** True if two values are the same to a case: the order of a list does not count. */
export function sameSeen(a: SeenValue, b: SeenValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if ('lo' in a || 'lo' in b) return 'lo' in a && 'lo' in b && equalRanges(a, b)
  return sameNames(a, b)
}

/** All that differs from what a case expects, one by one. Who asks only if there is any stops at the first. */
export function* mismatches(testCase: TestCase, pack: Pack, assessment: Assessment): Generator<Mismatch> {
  const { expect } = testCase
  if (expect.decision !== null && expect.decision !== assessment.decision)
    yield plain('decision', expect.decision, assessment.decision)
  for (const [id, verdict] of expect.verdicts) {
    const got = assessment.verdicts.get(id) ?? null
    if (got !== verdict) yield { of: `verdicts.${id}`, criterion: id, expected: verdict, got }
  }
  for (const key of ['possible', 'reasons', 'needs', 'blocked'] as const) {
    const expected = expect[key]
    if (expected !== null && !sameNames(expected, assessment[key]))
      yield plain(key, expected, assessment[key])
  }
  const { notReasons } = expect
  if (notReasons?.some((id) => assessment.reasons.includes(id)))
    yield plain('not_reasons', notReasons, assessment.reasons)
  for (const [name, range] of expect.outputs) {
    const got = assessment.outputs.get(name)
    if (got === undefined || !equalRanges(got, range)) yield plain(`outputs.${name}`, range, got ?? null)
  }
  yield* inDiagnostics(testCase, pack, assessment)
}

const plain = (of: string, expected: SeenValue, got: SeenValue | null): Mismatch => ({
  of,
  criterion: null,
  expected,
  got,
})

/** A cell that cannot be read must be expected, or the case would test something else than it says. */
function* inDiagnostics(
  { expect, diagnostics }: TestCase,
  pack: Pack,
  assessment: Assessment,
): Generator<Mismatch> {
  const unread = diagnostics.map(({ code }) => code)
  if (expect.diagnostics === null) {
    if (unread.length > 0) yield plain('diagnostics', [], unread)
    return
  }
  const judged = assessment.diagnostics.filter(({ code }) => code !== 'check').map(({ code }) => code)
  const checks = firingChecks(evaluationOf(pack, assessment)).map(({ id }) => id)
  const got = [...unread, ...judged, ...checks]
  if (!sameNames(expect.diagnostics, got)) yield plain('diagnostics', expect.diagnostics, got)
}

/** True if the names are the same, each as often, in any order. */
function sameNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const [x, y] = [[...a].sort(), [...b].sort()]
  return x.every((name, index) => name === y[index])
}
