import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Assessors } from '../../engine/assessors.js'
import type { Pack } from '../../lang/pack.js'
import {
  isMissed,
  type Measure,
  type Measures,
  type Minimum,
  minimumSentence,
} from '../../report/test/summary.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { coverageOf } from '../../testing/coverage/coverage.js'
import { mutate } from '../../testing/mutation/mutation.js'
import type { TestRequest } from './request.js'

/** What the cases of a pack show of it and which faults they would notice, as far as it is asked for. */
export function measuresOf(
  pack: Pack,
  cases: readonly TestCase[],
  request: TestRequest,
  { assess }: Assessors,
): Measures {
  const coverage = request.coverage ? coverageOf(pack, cases) : null
  const mutation = request.mutate ? mutate(pack, cases, assess) : null
  return { coverage, mutation, gates: gatesOf(request, coverage?.percent, mutation?.percent) }
}

/** Where nothing can be measured, because something fails. */
export const notMeasured = (request: TestRequest): Measures => ({
  coverage: null,
  mutation: null,
  gates: gatesOf(request),
})

/** The measures that are asked for. */
export const askedOf = ({ coverage, mutate: mutation }: TestRequest): Measure[] => [
  ...(coverage ? ['coverage' as const] : []),
  ...(mutation ? ['mutation' as const] : []),
]

function gatesOf({ coverageMin, mutateMin }: TestRequest, coverage?: number, mutation?: number): Minimum[] {
  const gate = (measure: Measure, least: number | null, percent: number | undefined): Minimum[] =>
    least === null ? [] : [{ measure, least, percent: percent ?? null }]
  return [...gate('coverage', coverageMin, coverage), ...gate('mutation', mutateMin, mutation)]
}

/** What is said of the minimums that are not reached. */
export const missedMinimums = (place: string, { gates }: Measures): Diagnostic[] =>
  gates.filter(isMissed).map((gate) => ({
    code: 'gate-tripped',
    severity: 'error',
    message: minimumSentence(place, gate),
    help: say('gate-tripped.help.holes'),
    at: null,
  }))
