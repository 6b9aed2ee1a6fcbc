import { assessRecord } from '../../engine/assess.js'
import { judge, verdictOf } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Check, Pack } from '../../lang/pack.js'
import {
  type CandidateRecord,
  type Choice,
  candidateOf,
  candidateOfRecord,
  combinationsIn,
  type Way,
} from '../coverage/candidates.js'
import { evaluationAround, recordsAround } from '../coverage/records-around.js'
import { asCriterion, criteriaReading } from '../prove/checks-as-criteria.js'
import type { Mutant } from './mutant.js'
import {
  canTell,
  gapsIn,
  type JudgedCase,
  type JudgedRecord,
  judgedRecord,
  saidByChecks,
  sameSets,
} from './notices.js'
import { candidatesOfBoth, checksBehind, criteriaTouched, datesAround, waysTo } from './ways.js'

/** A candidate record for which a mutant gives another decision, verdict or need; `criteria` are those with another verdict or need. */
export interface TellingRecord extends CandidateRecord {
  readonly criteria: readonly string[]
}

/** True if a pack and its mutant have different results for a candidate. */
type Differs = (candidate: CandidateRecord) => boolean

/** Records that tell a mutant from its pack: candidates, then those of the pack's own cases, then others. None proves nothing. */
export function* tellingRecords(
  pack: Pack,
  mutant: Mutant,
  cases: readonly JudgedCase[] = [],
  assess = assessRecord,
): Generator<TellingRecord> {
  const differs: Differs = (candidate) =>
    seen(assess, pack, candidate) !== seen(assess, mutant.pack, candidate)
  yield* candidatesThatTell(pack, mutant, differs)
  const tells = canTell(pack, mutant)
  for (const judged of cases) {
    if (judged.parameters.size > 0 || !tells(judged)) continue
    const candidate = candidateOfRecord(judged.record, judged.asOf)
    if (differs(candidate)) yield { ...candidate, criteria: criteriaTouched(pack, mutant) }
  }
  for (const asOf of datesAround(pack, mutant))
    for (const candidate of recordsAround(pack, asOf))
      if (tells(judgedAround(pack, candidate)) && differs(candidate))
        yield { ...candidate, criteria: criteriaTouched(pack, mutant) }
}

const judgedKept = new WeakMap<CandidateRecord, JudgedRecord>()

/** The record judged once for all mutants of its pack. */
function judgedAround(pack: Pack, candidate: CandidateRecord): JudgedRecord {
  const judged =
    judgedKept.get(candidate) ?? judgedRecord(candidate.record, evaluationAround(pack, candidate))
  judgedKept.set(candidate, judged)
  return judged
}

function* candidatesThatTell(pack: Pack, mutant: Mutant, differs: Differs): Generator<TellingRecord> {
  if (mutant.touched.kind === 'table') yield* tableDifferences(pack, mutant.touched.code, differs)
  for (const way of waysTo(pack, mutant)) yield* wayDifferences(pack, mutant, way, differs)
  for (const check of checksBehind(pack, mutant)) yield* checkDifferences(pack, mutant, check, differs)
}

/** Candidates for which the check says something else under the mutant, and the decision, a verdict or a need differs. */
function* checkDifferences(
  pack: Pack,
  mutant: Mutant,
  check: Check,
  differs: Differs,
): Generator<TellingRecord> {
  const criterion = asCriterion(check)
  const through = mutant.touched.kind === 'derived' ? mutant.touched.through : null
  const way: Way = { criterion, through }
  for (const candidate of candidatesOfBoth(pack, mutant, way)) {
    const { record, asOf } = candidate
    const [before, after] = [pack, mutant.pack].map((each) =>
      saidByChecks(createEvaluation(each, record, asOf)),
    )
    if (before === after) continue
    for (const rest of [[], ...restsOf(pack)]) {
      const whole = withRest(pack, candidate, rest)
      if (differs(whole)) yield { ...whole, criteria: criteriaReading(pack, check) }
    }
  }
}

function* wayDifferences(pack: Pack, mutant: Mutant, way: Way, differs: Differs): Generator<TellingRecord> {
  const { criterion } = way
  const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion
  for (const candidate of candidatesOfBoth(pack, mutant, way)) {
    const { record, asOf } = candidate
    const evaluations = [
      createEvaluation(pack, record, asOf),
      createEvaluation(mutant.pack, record, asOf),
    ] as const
    const [a, b] = [judge(evaluations[0], criterion), judge(evaluations[1], after)]
    if (verdictOf(a) !== verdictOf(b)) {
      yield { ...candidate, criteria: [criterion.id] }
      continue
    }
    const isSame =
      sameSets(a, b) &&
      (verdictOf(a) !== 'unknown' || gapsIn(evaluations[0], criterion) === gapsIn(evaluations[1], after))
    if (isSame) continue
    for (const rest of [[], ...restsOf(pack)]) {
      const whole = withRest(pack, candidate, rest)
      if (differs(whole)) yield { ...whole, criteria: [criterion.id] }
    }
  }
}

/** The facts of the best record for each code of the selector: one with as few unmet criteria as possible. They complete a candidate. */
function restsOf(pack: Pack): (readonly Choice[])[] {
  const best = new Map<string, { unmet: number; witness: readonly Choice[] }>()
  for (const { code, unmet, witness } of combinationsIn(pack)) {
    const known = best.get(code)
    if (known === undefined || unmet.size < known.unmet) best.set(code, { unmet: unmet.size, witness })
  }
  return [...best.values()].map(({ witness }) => witness)
}

function withRest(pack: Pack, { asOf, chosen }: CandidateRecord, rest: readonly Choice[]): CandidateRecord {
  const own = new Set(chosen.map(({ fact }) => fact))
  return candidateOf(pack, asOf, [...chosen, ...rest.filter(({ fact }) => !own.has(fact))])
}

/** Decision, verdicts, reasons and needs of a candidate, as one text. */
function seen(assess: typeof assessRecord, pack: Pack, { record, asOf }: CandidateRecord): string {
  const { decision, possible, verdicts, reasons, needs, blocked } = assess(pack, record, { asOf })
  return JSON.stringify([decision, possible, [...verdicts], reasons, [...needs].sort(), [...blocked].sort()])
}

/** Combinations of verdicts with another decision, then those with a gap that makes another need. */
function* tableDifferences(pack: Pack, code: string, differs: Differs): Generator<TellingRecord> {
  const own = combinationsIn(pack).filter((each) => each.code === code)
  for (const { asOf, witness } of own) {
    const candidate = candidateOf(pack, asOf, witness)
    if (differs(candidate)) yield { ...candidate, criteria: [] }
  }
  for (const { asOf, witness } of own) {
    for (const { fact } of witness) {
      const chosen = witness.map((each): Choice => (each.fact === fact ? openChoice(fact) : each))
      const candidate = candidateOf(pack, asOf, chosen)
      if (differs(candidate)) yield { ...candidate, criteria: [] }
    }
  }
}

const openChoice = (fact: string): Choice =>
  fact === 'members' ? { fact: 'members', rows: null } : { fact, value: null }
