import type { Expression } from '../lang/expression/expression.js'
import type { Pack } from '../lang/pack.js'
import { expressionsOf, expressionsOfCriterion, readsOf } from '../lang/reads.js'

/** All that can keep a criterion of a pack open, one bit for each, in the order of results. */
export interface GapNames {
  readonly names: readonly string[]
  readonly byName: ReadonlyMap<string, number>
  /** The number of 32-bit words of a set. */
  readonly words: number
  /** The gap that an unreadable date leaves. */
  readonly date: string
  /** Those that no answer settles, for any record. */
  readonly blocked: ReadonlySet<string>
}

export function gapNamesOf(pack: Pack): GapNames {
  const read = namesRead(pack)
  const date = pack.record.date ?? 'as_of'
  const dated = pack.criteria.some(({ since }) => since !== null) ? [date] : []
  const facts = [...pack.facts.keys()].filter((name) => read.has(name) || dated.includes(name))
  const parameters = [...pack.parameters.keys()].filter((name) => read.has(name))
  const derived = [...pack.derived.keys()].filter((name) => read.has(name))
  const names = [
    ...dated.filter((name) => !pack.facts.has(name)),
    ...parameters,
    ...facts,
    ...(read.has('members') ? ['members'] : []),
    ...derived,
  ]
  const rounded = derived.filter((name) =>
    pack.derived.get(name)?.sources.every(({ kind }) => kind === 'rounded'),
  )
  return {
    names,
    byName: new Map(names.map((name, index) => [name, index])),
    words: Math.max(1, Math.ceil(names.length / 32)),
    date,
    blocked: new Set([...dated, ...parameters, ...rounded]),
  }
}

/** All names that criteria and selector can depend on, also through derived values. */
function namesRead({ criteria, derived, decisions, tables }: Pack): Set<string> {
  const read = new Set<string>()
  const visit = (e: Expression): void => {
    for (const each of readsOf({ derived, tables }, e)) {
      const name = each === 'members' ? each : each.kind === 'member' ? null : each.name
      if (name === null || read.has(name)) continue
      read.add(name)
      for (const part of derived.get(name)?.sources.flatMap(expressionsOf) ?? []) visit(part)
    }
  }
  for (const e of criteria.flatMap(expressionsOfCriterion)) visit(e)
  if (decisions.by !== null) read.add(decisions.by)
  return read
}
