import { asOfDate, assessRecord, selectorCodes } from '../../engine/assess.js'
import type { Verdict, VerdictSet } from '../../engine/assessment.js'
import { firingChecks } from '../../engine/checks.js'
import { decide, type Outcome } from '../../engine/decide.js'
import { type Evaluation, valueInForce } from '../../engine/evaluation.js'
import { deriveValue } from '../../engine/interpret.js'
import { gapsOfCriterion, judge, verdictOf } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { withParameters } from '../../lang/set-parameters.js'
import { passes } from '../cases/run-case.js'
import type { TestCase } from '../cases/test-case.js'
import { takingChecks } from '../prove/checks-as-criteria.js'
import { criteriaBehind, dependsOn } from '../prove/comparisons.js'
import type { Mutant } from './mutant.js'

/** A record with its results under its pack, as far as they were worked out. */
export interface JudgedRecord {
  readonly record: CaseRecord
  readonly asOf: string | null
  /** Parameters that are held at another value. */
  readonly parameters: TestCase['parameters']
  readonly evaluation: Evaluation
  readonly sets: Map<string, VerdictSet>
  readonly gaps: Map<string, string>
}

export interface JudgedCase extends JudgedRecord {
  readonly case: TestCase
}

export function judgedCase(testCase: TestCase): JudgedCase {
  const { pack, record, parameters } = testCase
  const { asOf } = asOfDate(pack, record, testCase.asOf)
  return { case: testCase, ...judgedRecord(record, createEvaluation(pack, record, asOf), parameters) }
}

export const judgedRecord = (
  record: CaseRecord,
  evaluation: Evaluation,
  parameters: TestCase['parameters'] = new Map(),
): JudgedRecord => ({
  record,
  asOf: evaluation.asOf,
  parameters,
  evaluation,
  sets: new Map(),
  gaps: new Map(),
})

/**
 * True if a case that passes fails under a mutant. All is judged again only if the part that the mutant changes has another result for the
 * record. This is enough because a verdict depends only on its criterion, its derived values and its parameters, and a decision only on
 * verdicts.
 */
export const notices = (judged: JudgedCase, pack: Pack, mutant: Mutant, assess = assessRecord): boolean =>
  isTouched(judged, pack, mutant) && !passes(judged.case, mutant.pack, assess)

function isTouched(judged: JudgedRecord, pack: Pack, mutant: Mutant): boolean {
  const { touched } = mutant
  switch (touched.kind) {
    case 'parameter':
      return (
        !judged.parameters.has(touched.name) && !hasSameValue(pack, mutant.pack, touched.name, judged.asOf)
      )
    case 'criterion':
      return isVerdictTouched(judged, mutant.pack, touched.id, under(judged, mutant.pack))
    case 'derived':
      return isDerivedTouched(judged, pack, mutant.pack, touched.through.derived)
    case 'table':
      return !decidesSame(judged, mutant.pack)
    case 'check':
      return saidByChecks(judged.evaluation) !== saidByChecks(under(judged, mutant.pack))
  }
}

/** The checks that fire and the facts that they take away, as one text. */
export const saidByChecks = (evaluation: Evaluation): string =>
  [...firingChecks(evaluation).map(({ id }) => id), ...evaluation.takenAway.keys()].join()

export function hasSameValue(a: Pack, b: Pack, name: string, asOf: string | null): boolean {
  const [before, after] = [a, b].map((pack) => {
    const parameter = pack.parameters.get(name)
    return parameter === undefined ? null : (valueInForce(parameter, asOf)?.value.toFixed() ?? null)
  })
  return before === after
}

const under = ({ record, parameters, asOf }: JudgedRecord, pack: Pack): Evaluation =>
  createEvaluation(withParameters(pack, parameters), record, asOf)

function setOf(judged: JudgedRecord, criterion: Criterion): VerdictSet {
  const set = judged.sets.get(criterion.id) ?? judge(judged.evaluation, criterion)
  judged.sets.set(criterion.id, set)
  return set
}

function gapsText(judged: JudgedRecord, criterion: Criterion): string {
  const text = judged.gaps.get(criterion.id) ?? gapsIn(judged.evaluation, criterion)
  judged.gaps.set(criterion.id, text)
  return text
}

/** The gaps that keep a criterion open, as one text. */
export const gapsIn = (evaluation: Evaluation, criterion: Criterion): string =>
  [...gapsOfCriterion(evaluation, criterion).values()]
    .map(({ name, blocked }) => `${name} ${blocked}`)
    .sort()
    .join()

function isVerdictTouched(judged: JudgedRecord, mutated: Pack, id: string, changed: Evaluation): boolean {
  const before = judged.evaluation.pack.criteria.find((each) => each.id === id)
  const after = mutated.criteria.find((each) => each.id === id)
  return before === undefined || after === undefined || !saysSame(judged, before, after, changed)
}

/**
 * Gives a test that is false only for records that get the same decision, verdicts and needs under a mutant, whatever outputs and
 * diagnostics say.
 */
export function canTell(pack: Pack, mutant: Mutant): (judged: JudgedRecord) => boolean {
  const { touched } = mutant
  if (touched.kind === 'table') return (judged) => !decidesSame(judged, mutant.pack)
  const name =
    touched.kind === 'derived' ? touched.through.derived : touched.kind === 'parameter' ? touched.name : ''
  const isParameter = touched.kind === 'parameter'
  const kind = isParameter ? 'parameter' : 'derived'
  const behind =
    touched.kind === 'criterion' ? [touched.id] : criteriaBehind(pack, kind, name).map(({ id }) => id)
  const hasChecks = takingChecks(mutant.pack).length + takingChecks(pack).length > 0
  return (judged) => {
    if (isParameter && hasSameValue(pack, mutant.pack, name, judged.asOf)) return false
    const changed = under(judged, mutant.pack)
    return (
      behind.some((id) => isVerdictTouched(judged, mutant.pack, id, changed)) ||
      (hasChecks && saidByChecks(judged.evaluation) !== saidByChecks(changed))
    )
  }
}

function saysSame(judged: JudgedRecord, before: Criterion, after: Criterion, changed: Evaluation): boolean {
  const [a, b] = [setOf(judged, before), judge(changed, after)]
  if (!sameSets(a, b)) return false
  return verdictOf(a) !== 'unknown' || gapsText(judged, before) === gapsIn(changed, after)
}

export const sameSets = (a: VerdictSet, b: VerdictSet): boolean =>
  a.met === b.met && a.unmet === b.unmet && a.notApplicable === b.notApplicable

function isDerivedTouched(judged: JudgedRecord, pack: Pack, mutated: Pack, name: string): boolean {
  if (isShown(pack, name)) return true
  const changed = under(judged, mutated)
  const [a, b] = [deriveValue(judged.evaluation, name), deriveValue(changed, name)]
  if (a.conflicting !== b.conflicting) return true
  return criteriaBehind(pack, 'derived', name).some(
    (criterion) => !saysSame(judged, criterion, criterion, changed),
  )
}

/** True if not only criteria use a derived value: also an output, a check, the conflicts of another value, or the size. */
function isShown(pack: Pack, name: string): boolean {
  const read = [
    ...pack.outputs.flatMap(({ of, per }) => (per === null ? [of] : [of, per])),
    ...pack.checks.flatMap(({ when, unless }) => (unless === null ? [when] : [when, unless])),
  ]
  const own = [...pack.derived.values()].flatMap(({ sources }) =>
    sources.flatMap((source) =>
      source.kind === 'expression'
        ? [source.expression]
        : source.kind === 'rounded'
          ? [source.of, source.within]
          : [],
    ),
  )
  return pack.record.size === name || [...read, ...own].some((e) => dependsOn(pack, e, 'derived', name))
}

function decidesSame(judged: JudgedRecord, mutated: Pack): boolean {
  const { evaluation } = judged
  const { pack } = evaluation
  const sets = new Map(pack.criteria.map((each) => [each.id, setOf(judged, each)]))
  const codes = selectorCodes(evaluation)
  if (!sameOutcome(decide(pack.decisions, codes, sets), decide(mutated.decisions, codes, sets))) return false
  const verdicts = new Map([...sets].map(([id, set]): [string, Verdict] => [id, verdictOf(set)]))
  return codes.every((code) => namedUnmet(pack, code, verdicts) === namedUnmet(mutated, code, verdicts))
}

const sameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.possible.join() === b.possible.join() &&
  a.turning.join() === b.turning.join() &&
  a.selectorTurns === b.selectorTurns

/** The unmet criteria that a table asks for: those that can be reasons. */
function namedUnmet({ decisions }: Pack, code: string, verdicts: ReadonlyMap<string, Verdict>): string {
  const rows = decisions.tables.get(code) ?? []
  const named = rows.flatMap(({ when }) => (when.kind === 'otherwise' ? [] : when.criteria))
  return [...new Set(named)]
    .filter((id) => verdicts.get(id) === 'unmet')
    .sort()
    .join()
}
