import { digits } from '../base/decimal.js'
import type { Assessment } from '../engine/assessment.js'
import type { Pack } from '../lang/pack.js'
import type { Fact, GapReason } from '../lang/record.js'
import { countDecisions, type DecisionCounts } from './decision-count.js'

/** The records that have one value of a fact, or one reason for having none. */
export interface Group extends DecisionCounts {
  readonly value: string | null
  readonly gap: GapReason | null
}

/** The facts by which a report can be grouped: places, and facts that are codes. */
export function groupingFacts(pack: Pack): string[] {
  const codes = [...pack.facts.values()].filter(({ type }) => type === 'code').map(({ name }) => name)
  return [...new Set([...pack.record.places, ...codes])].filter(
    (name) => pack.facts.get(name)?.personal === false,
  )
}

/** Counts decisions for each value of a fact: codes in declared order, other values by code unit, gaps last. */
export function createGroups(pack: Pack, fact: string) {
  const groups = new Map<string, Key & { readonly count: ReturnType<typeof countDecisions> }>()
  const codes = (pack.facts.get(fact)?.codes ?? []).map(({ code }) => code)
  return {
    add({ record, decision, size }: Assessment) {
      const key = groupOf(record.facts.get(fact))
      const name = key.value === null ? `?${key.gap}` : `=${key.value}`
      const group = groups.get(name) ?? { ...key, count: countDecisions(pack) }
      groups.set(name, group)
      group.count.add(decision, size)
    },
    finish: (): Group[] =>
      [...groups]
        .sort(([a, x], [b, y]) => rank(x, codes) - rank(y, codes) || (a < b ? -1 : 1))
        .map(([, { value, gap, count }]) => ({ value, gap, ...count.finish() })),
  }
}

interface Key {
  readonly value: string | null
  readonly gap: GapReason | null
}

/** The group to which a fact belongs. */
export function groupOf(fact: Fact | undefined): Key {
  if (fact === undefined || fact.kind === 'gap') return { value: null, gap: fact?.reason ?? 'absent' }
  return { value: typeof fact.value === 'object' ? digits(fact.value) : String(fact.value), gap: null }
}

function rank({ value }: Key, codes: readonly string[]): number {
  if (value === null) return codes.length + 1
  const at = codes.indexOf(value)
  return at < 0 ? codes.length : at
}
