import type { Derived, Pack } from '../../lang/pack.js'
import { derivedReadBy, expressionsOfCriterion } from '../../lang/reads.js'
import { takesAway } from '../changes/checks.js'

/**
 * The part of a pack that its decisions depend on: the criteria that tables name, the checks that take facts away, and the derived
 * values that these read. The rest of a pack made from two others need not fit together.
 */
export function decidingPart(pack: Pack): Pack {
  const rows = [...pack.decisions.tables.values()].flat()
  const named = new Set(rows.flatMap(({ when }) => (when.kind === 'otherwise' ? [] : when.criteria)))
  const criteria = pack.criteria.filter(({ id }) => named.has(id))
  const checks = pack.checks.filter(takesAway)
  const read = [...criteria.flatMap(expressionsOfCriterion), ...checks.map(({ when }) => when)]
  const derived = new Map<string, Derived>()
  const keep = (name: string): void => {
    const value = pack.derived.get(name)
    if (value === undefined || derived.has(name)) return
    derived.set(name, value)
    for (const inner of derivedReadBy(pack, value.sources)) keep(inner)
  }
  for (const e of read)
    for (const name of derivedReadBy(pack, [{ kind: 'expression', expression: e }])) keep(name)
  if (pack.record.size !== null) keep(pack.record.size)
  return { ...pack, criteria, derived, checks, outputs: [] }
}
