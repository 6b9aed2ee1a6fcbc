import { type Json, jsonText } from '../../base/tree/json-text.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import { findingJson } from '../assess/record-json.js'
import { diagnosticJson } from '../diagnostics/json.js'
import { engineJson, packJson } from '../text/run-json.js'
import type { TestContext } from './context.js'
import { coverageJson } from './coverage.js'
import { findingsOfFailure, seenJson } from './failure.js'
import { mutationJson } from './mutation.js'
import { rewritingJson } from './rewriting.js'
import { isFailure, isMissed, isRun, type Minimum, type TestSummary } from './summary.js'

/** Changes to this form are additive. */
const TEST_SCHEMA = 'tpa/test@1'

/** Everything that was run, each case on a line of its own. If the text is printed in a log, GitHub takes no line for a command. */
export function testJson(summary: TestSummary, { tpa }: TestContext): string {
  const { cases, failures, filtered, afterFailure } = summary
  const counts = {
    cases,
    passed: cases - failures.length,
    failed: failures.length,
    filtered,
    not_run: afterFailure,
  }
  const packs = summary.packs.map(({ place, pack, faults, files, measures }) => {
    const { coverage, mutation, gates } = measures
    const measured = {
      ...(coverage === null ? {} : { coverage: coverageJson(coverage) }),
      ...(mutation === null ? {} : { mutation: mutationJson(mutation) }),
      ...(gates.length === 0 ? {} : { gates: gates.map(gateJson) }),
    }
    const head = { place, pack: pack && packJson(pack), diagnostics: faults.map(diagnosticJson), ...measured }
    const listed = files.filter(isRun).map(({ file, results, failed }) => {
      const inFile = { file, cases: results.length, passed: results.length - failed, failed }
      return withList(
        inFile,
        'results',
        results.map((result) => jsonText(caseJson(result))),
      )
    })
    return withList(head, 'files', listed)
  })
  const { rewriting } = summary
  const update = rewriting === null ? {} : { update: rewritingJson(rewriting) }
  const whole = withList({ schema: TEST_SCHEMA, tpa, ...counts, ...update }, 'packs', packs).replaceAll(
    '##[',
    '#\\u0023[',
  )
  const { engine } = summary
  return engine === null ? `${whole}\n` : `${whole.slice(0, -1)},${jsonText(engineJson(engine)).slice(1)}\n`
}

/** An object whose last member is a list of texts that are JSON already. */
function withList(head: Json, name: string, items: readonly string[]): string {
  const list = items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`
  return `${jsonText(head).slice(0, -1)},${jsonText(name)}:${list}}`
}

function caseJson(result: CaseResult): Json {
  const { case: testCase, mismatches, assessment } = result
  const { name, line, about } = testCase
  return {
    name,
    line,
    about,
    passed: !isFailure(result),
    decision: assessment.decision,
    as_of: assessment.asOf,
    mismatches: mismatches.map(({ of, expected, got }) => ({
      of,
      expected: seenJson(expected),
      got: seenJson(got),
    })),
    findings: findingsOfFailure(result).map(findingJson),
  }
}

/** `passed` is `null` where nothing was measured. */
const gateJson = (gate: Minimum): Json => {
  const { measure, least, percent } = gate
  return { measure, least, percent, passed: percent === null ? null : !isMissed(gate) }
}
