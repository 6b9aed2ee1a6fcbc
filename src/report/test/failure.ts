import { printable } from '../../base/inert-text.js'
import { describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import { hanging } from '../../base/text-width.js'
import type { Json } from '../../base/tree/json-text.js'
import type { Finding } from '../../engine/assessment.js'
import { explainCriterion } from '../../engine/explain/explain.js'
import { findingsOf } from '../../engine/explain/findings.js'
import type { Mismatch, SeenValue } from '../../testing/cases/compare.js'
import type { CaseResult } from '../../testing/cases/run-case.js'
import { reasonLine, sourceLine, VERDICT_MARKS, verdictWords } from '../explain/explanation.js'
import { createTreeText } from '../text/tree-text.js'
import { rangeJson } from '../text/value-json.js'
import { listed, whyWords } from '../text/words.js'

/** What was expected or came instead, in words: `register`, `income, medical`, `none`, `500 or more`. */
export function seenText(seen: SeenValue | null): string {
  if (seen === null) return say('test.nothing')
  if (typeof seen === 'string') return seen
  if ('lo' in seen) return describeRange(seen)
  return seen.length === 0 ? say('test.none') : seen.join(say('names.item'))
}

/** The same as JSON. */
export const seenJson = (seen: SeenValue | null): Json =>
  seen !== null && typeof seen === 'object' && 'lo' in seen ? rangeJson(seen) : seen

/** What was expected, in words: `none of income, medical` for reasons that must not be given. */
export const expectedText = ({ of, expected }: Mismatch): string =>
  of === 'not_reasons' ? say('test.none-of', { names: seenText(expected) }) : seenText(expected)

/** `decision: expected register, got not_eligible` */
export const mismatchLine = (mismatch: Mismatch): string =>
  say('test.mismatch', {
    member: mismatch.of,
    expected: expectedText(mismatch),
    got: seenText(mismatch.got),
  })

/** Why the decision came out so, where the case expects another decision, or another reason or need; else `null`. */
export function whyDecided({ case: { pack }, mismatches, assessment }: CaseResult): string | null {
  const isAsked = mismatches.some(({ of }) => OF_DECISION.has(of))
  return isAsked
    ? say('test.because', { decision: assessment.decision, why: whyWords(pack, assessment) })
    : null
}

const OF_DECISION = new Set(['decision', 'possible', 'reasons', 'not_reasons', 'needs', 'blocked'])

/** What was said about the cells of a case, where it expects other diagnostics. */
export const cellLines = ({ case: { diagnostics }, mismatches }: CaseResult): string[] =>
  mismatches.some(({ of }) => of === 'diagnostics')
    ? diagnostics.map(({ code, message, at }) =>
        say('test.diagnostic', {
          code,
          words: at !== null && 'field' in at && at.field !== null ? `${at.field} ${message}` : message,
        }),
      )
    : []

/** At most this many criteria are explained in full; more would hide the case. */
const EXPLAINED = 3

/** The findings of the criteria that a failure is about. */
export function findingsOfFailure({ case: { pack }, assessment, criteria }: CaseResult): Finding[] {
  return findingsOf(pack, assessment).filter(({ criterion }) => criteria.includes(criterion))
}

/** Up to this many failures are each explained down to cells and parameters; more trees would bury the failures. */
export const TREES = 3

/** The criteria that a failure is about, each with its verdict, what decided it and its source; on request with its tree. */
export function explanationLines(result: CaseResult, width: number, withTrees: boolean): string[] {
  const { case: testCase, assessment } = result
  const findings = findingsOfFailure(result)
  const tree = createTreeText(width - INDENT.length)
  const lines = findings.slice(0, EXPLAINED).flatMap((finding) => {
    const { criterion, verdict, because, source } = finding
    const [, ...branches] = withTrees ? tree(explainCriterion(testCase.pack, assessment, criterion)) : []
    return [
      `${VERDICT_MARKS[verdict]} ${criterion}  ${verdictWords(verdict)}`,
      ...because.flatMap((reason) =>
        hanging(INDENT, printable(reasonLine(testCase.pack, reason, assessment.record.file)), width),
      ),
      ...hanging(INDENT, printable(sourceLine(source)), width),
      ...branches.map((line) => INDENT + line),
    ]
  })
  const others = findings.slice(EXPLAINED).map(({ criterion }) => criterion)
  return others.length === 0
    ? lines
    : [...lines, ...hanging('', say('test.and-others', { names: listed(others, 'and') }), width)]
}

const INDENT = '    '
