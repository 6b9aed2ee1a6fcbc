import type { Diagnostic } from '../base/diagnostic.js'
import type { Pack } from '../lang/pack.js'
import type { Measures } from '../report/test-summary.js'
import { coverageOf } from '../testing/coverage.js'
import { mutate } from '../testing/mutation.js'
import type { TestCase } from '../testing/test-case.js'
import type { TestRequest } from './test-request.js'

/** What the cases of a pack show of it and which faults they would notice, as far as it is asked for. */
export const measuresOf = (pack: Pack, cases: readonly TestCase[], request: TestRequest): Measures => ({
  coverage: request.coverage ? coverageOf(pack, cases) : null,
  mutation: request.mutate ? mutate(pack, cases) : null,
})

/** The gates of `--coverage-min` and `--mutate-min` that trip. */
export function trippedMeasures(
  place: string,
  { coverage, mutation }: Measures,
  request: TestRequest,
): Diagnostic[] {
  const tripped: Diagnostic[] = []
  const gate = (what: string, percent: number | undefined, least: number | null, flag: string) => {
    if (percent === undefined || least === null || percent >= least) return
    tripped.push({
      code: 'gate-tripped',
      severity: 'error',
      message: `${what} of ${place} is ${percent}%, below ${flag} ${least}`,
      help: 'the report offers a case for each hole',
      at: null,
    })
  }
  gate('coverage', coverage?.percent, request.coverageMin, '--coverage-min')
  gate('mutation', mutation?.percent, request.mutateMin, '--mutate-min')
  return tripped
}
