import { digits } from '../../base/decimal.js'
import type { Assessment } from '../../engine/assessment.js'
import { placePath } from '../../engine/place-path.js'
import type { Pack } from '../../lang/pack.js'
import type { Fact, GapReason } from '../../lang/record.js'
import { type CriterionCount, countCriterion } from './count/criterion-count.js'
import { countDecisions, type DecisionCounts } from './count/decision-count.js'

/** The records that have one value of a fact, or one reason for having none. */
export interface Group extends DecisionCounts {
  readonly value: string | null
  readonly gap: GapReason | null
  /** The verdicts of each criterion, where a drawing asks for them. */
  readonly criteria: ReadonlyMap<string, CriterionCount> | null
}

/** The facts by which a report can be grouped: places, and facts that are codes. */
export function groupingFacts(pack: Pack): string[] {
  const codes = [...pack.facts.values()].filter(({ type }) => type === 'code').map(({ name }) => name)
  return [...new Set([...pack.record.places, ...codes])].filter(
    (name) => pack.facts.get(name)?.personal === false,
  )
}

/** Counts decisions for each value of a fact: codes in declared order, other values by code unit, gaps last. */
export function createGroups(pack: Pack, fact: string, withCriteria = false) {
  const groups = new Map<string, CountedGroup>()
  const criteriaOf = () =>
    withCriteria ? new Map(pack.criteria.map(({ id }) => [id, countCriterion()])) : null
  const codes = (pack.facts.get(fact)?.codes ?? []).map(({ code }) => code)
  const groupIn = groupFinder(pack, fact)
  const countOf = ({ value, gap }: GroupKey) => {
    const name = value === null ? `?${gap}` : `=${value}`
    const group = groups.get(name) ?? { value, gap, count: countDecisions(pack), criteria: criteriaOf() }
    groups.set(name, group)
    return group
  }
  return {
    add({ record, decision, size, verdicts }: Assessment) {
      const { count, criteria } = countOf(groupIn(record.facts))
      count.add(decision, size)
      for (const [id, own] of criteria ?? []) own.add(verdicts.get(id), [])
    },
    finish: (): Group[] =>
      [...groups]
        .sort(([a, x], [b, y]) => rank(x, codes) - rank(y, codes) || (a < b ? -1 : 1))
        .map(([, { value, gap, count, criteria }]) => ({
          value,
          gap,
          ...count.finish(),
          criteria: criteria && new Map([...criteria].map(([id, own]) => [id, own.finish()])),
        })),
  }
}

interface CountedGroup extends GroupKey {
  readonly count: ReturnType<typeof countDecisions>
  readonly criteria: ReadonlyMap<string, ReturnType<typeof countCriterion>> | null
}

/** The value of a fact, or why there is none. */
export interface GroupKey {
  readonly value: string | null
  readonly gap: GapReason | null
}

/** Finds the group of a record by a fact. A place is its whole path, so that two villages of one name are two. */
export function groupFinder(pack: Pack, fact: string): (facts: ReadonlyMap<string, Fact>) => GroupKey {
  const at = pack.record.places.indexOf(fact)
  const path = pack.record.places.slice(0, at + 1).filter((name) => pack.facts.get(name)?.personal === false)
  return (facts) => {
    const group = groupOf(facts.get(fact))
    return at < 0 || group.value === null ? group : { value: placePath(path, facts), gap: null }
  }
}

/** The group to which a fact belongs. */
export function groupOf(fact: Fact | undefined): GroupKey {
  if (fact === undefined || fact.kind === 'gap') return { value: null, gap: fact?.reason ?? 'absent' }
  return { value: typeof fact.value === 'object' ? digits(fact.value) : String(fact.value), gap: null }
}

function rank({ value }: GroupKey, codes: readonly string[]): number {
  if (value === null) return codes.length + 1
  const at = codes.indexOf(value)
  return at < 0 ? codes.length : at
}
