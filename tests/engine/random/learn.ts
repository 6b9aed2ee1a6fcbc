import { factBehind } from '../../../src/engine/possible-answers.js'
import { type Chance, shuffled } from './chance.js'
import { correctRoster, extendParameter, forceAge, forceDerived, setDate } from './correct.js'
import { fillGap } from './fill.js'
import { narrowed } from './ranges.js'
import { conflictsIn, dateOf, evaluationIn, gapsIn, type Situation } from './situation.js'

/** Whether any of the names stands for the as-of date. */
export const isDateGap = ({ pack }: Situation, name: string): boolean =>
  name === (pack.record.date ?? 'as_of')

/** Settles what no answer settles, by its name in `blocked`: a conflict, a parameter, a rounded figure, the date. */
export function settle(situation: Situation, name: string, chance: Chance): Situation | null {
  const { pack } = situation
  if (isDateGap(situation, name)) return dateOf(situation) === null ? setDate(situation, chance) : situation
  if (pack.parameters.has(name)) {
    const isInForce = evaluationIn(situation).parameter(name).inForce !== null
    return isInForce ? situation : extendParameter(situation, name, chance)
  }
  if (name === pack.record.size && conflictsIn(situation).has('members')) {
    const corrected = correctRoster(situation, chance)
    const isStill = corrected !== null && conflictsIn(corrected).has(name)
    return isStill ? forceDerived(corrected, name, chance) : corrected
  }
  if (pack.derived.has(name)) return forceDerived(situation, name, chance)
  return conflictsIn(situation).has(name)
    ? forceAge(situation, name, chance)
    : fillGap(situation, name, chance)
}

/** Learns one more thing, whether it is a gap to fill or something blocked to settle; what is no question any more changes nothing. */
export function learn(situation: Situation, name: string, chance: Chance): Situation | null {
  const { pack } = situation
  const conflicts = conflictsIn(situation)
  if (conflicts.has(name) || (name === pack.record.size && conflicts.has('members')))
    return settle(situation, name, chance)
  if (gapsIn(situation).includes(name)) {
    const fact = factBehind(situation.record, name)
    const isNarrowed = fact?.kind === 'gap' && fact.range !== undefined && chance(4) === 0
    return (isNarrowed ? narrowed(situation, name, chance) : null) ?? fillGap(situation, name, chance)
  }
  return pack.parameters.has(name) || isDateGap(situation, name) ? settle(situation, name, chance) : situation
}

/** Everything that can still be learnt of a situation, in random order: gaps to fill and what is blocked to settle. */
export function openQuestions(situation: Situation, chance: Chance): string[] {
  const { pack } = situation
  const asOf = dateOf(situation)
  const evaluation = evaluationIn(situation)
  const conflicts = [...conflictsIn(situation)].map((each) =>
    each === 'members' ? (pack.record.size ?? each) : each,
  )
  const parameters = [...pack.parameters.keys()].filter((name) => evaluation.parameter(name).inForce === null)
  const questions = new Set([...gapsIn(situation), ...conflicts, ...parameters])
  const ordered = shuffled([...questions], chance)
  return asOf === null ? [pack.record.date ?? 'as_of', ...ordered] : ordered
}
