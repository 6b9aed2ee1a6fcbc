import { assessRecord } from '../../engine/assess.js'
import { judge, verdictOf } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Check, Criterion, Pack } from '../../lang/pack.js'
import { readsOf } from '../../lang/reads.js'
import {
  type CandidateRecord,
  type Choice,
  candidateOf,
  candidatesFor,
  combinationsIn,
  type Way,
} from '../coverage/candidates.js'
import { datesOfCriterion, dayBeside } from '../coverage/dates.js'
import { asCriterion, criteriaReading, takingChecks } from '../prove/checks-as-criteria.js'
import { criteriaBehind, dependsOn, rootsOf } from '../prove/comparisons.js'
import type { Mutant } from './mutant.js'
import { gapsIn, hasSameValue, saidByChecks, sameSets } from './notices.js'

/** A candidate record for which a mutant gives another decision, verdict or need; `criteria` are those with another verdict or need. */
export interface TellingRecord extends CandidateRecord {
  readonly criteria: readonly string[]
}

/** True if a pack and its mutant have different results for a candidate. */
type Differs = (candidate: CandidateRecord) => boolean

/** The candidates that tell a mutant from its pack; none if it is equivalent. */
export function* tellingRecords(pack: Pack, mutant: Mutant, assess = assessRecord): Generator<TellingRecord> {
  const differs: Differs = (candidate) =>
    seen(assess, pack, candidate) !== seen(assess, mutant.pack, candidate)
  if (mutant.touched.kind === 'table') yield* tableDifferences(pack, mutant.touched.code, differs)
  for (const way of waysTo(pack, mutant)) yield* wayDifferences(pack, mutant, way, differs)
  for (const check of checksBehind(pack, mutant)) yield* checkDifferences(pack, mutant, check, differs)
}

/** The checks that can take other facts away under a mutant. */
function checksBehind(pack: Pack, { touched }: Mutant): Check[] {
  switch (touched.kind) {
    case 'criterion':
    case 'table':
      return []
    case 'check':
      return takingChecks(pack).filter(({ id }) => id === touched.id)
    case 'derived':
      return takingChecks(pack).filter(({ when }) =>
        dependsOn(pack, when, 'derived', touched.through.derived),
      )
    case 'parameter':
      return takingChecks(pack).filter(({ when }) => dependsOn(pack, when, 'parameter', touched.name))
  }
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
  for (const candidate of candidatesFor([pack, mutant.pack], way, datesFor(pack, mutant, criterion))) {
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

/** The criteria, and the sources of their derived values, that show a mutant. */
function waysTo(pack: Pack, { touched }: Mutant): Way[] {
  switch (touched.kind) {
    case 'table':
    case 'check':
      return []
    case 'criterion':
      return pack.criteria
        .filter(({ id }) => id === touched.id)
        .map((criterion) => ({ criterion, through: null }))
    case 'derived': {
      const { through } = touched
      return criteriaBehind(pack, 'derived', through.derived).map((criterion) => ({ criterion, through }))
    }
    case 'parameter': {
      const { name } = touched
      const roots = rootsOf(pack).filter(({ expression }) =>
        readsOf(pack, expression).some(
          (read) => read !== 'members' && read.kind === 'parameter' && read.name === name,
        ),
      )
      return roots.flatMap(({ criterion, through }): Way[] => {
        if (criterion !== null) return [{ criterion, through }]
        if (through === null) return []
        return criteriaBehind(pack, 'derived', through.derived).map((each) => ({ criterion: each, through }))
      })
    }
  }
}

function* wayDifferences(pack: Pack, mutant: Mutant, way: Way, differs: Differs): Generator<TellingRecord> {
  const { criterion } = way
  const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion
  for (const candidate of candidatesFor([pack, mutant.pack], way, datesFor(pack, mutant, criterion))) {
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

/** The dates on which another value is in force, if the mutant changes or moves a value; else all dates that matter to the criterion. */
function datesFor(pack: Pack, mutant: Mutant, criterion: Criterion): (string | null)[] {
  const { touched } = mutant
  const after = mutant.pack.criteria.find(({ id }) => id === criterion.id) ?? criterion
  const dates = [...datesOfCriterion(pack, criterion), ...datesOfCriterion(mutant.pack, after)]
  const beside = dates.flatMap((date) => (date === null ? [] : [dayBeside(date, -1), dayBeside(date, 1)]))
  if (touched.kind === 'parameter')
    return [...new Set([...dates, ...beside])].filter(
      (date) => !hasSameValue(pack, mutant.pack, touched.name, date),
    )
  return [...new Set(mutant.kind === 'effective-date' ? [...dates, ...beside] : dates)]
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

/** Decision, verdicts and needs of a candidate, as one text. */
function seen(assess: typeof assessRecord, pack: Pack, { record, asOf }: CandidateRecord): string {
  const { decision, possible, verdicts, needs, blocked } = assess(pack, record, { asOf })
  return JSON.stringify([decision, possible, [...verdicts], [...needs].sort(), [...blocked].sort()])
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
