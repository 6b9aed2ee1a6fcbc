import type { Pack, SideTables } from '../../lang/pack.js'
import type { Change } from './change.js'
import { quantityChanges } from './quantities.js'
import { ruleChanges } from './rules.js'

/**
 * All changes in meaning: parameters first, then facts, derived values, criteria, decisions, checks and outputs. Titles, notes, citations,
 * layout and the order of declarations do not count, because they cannot turn a decision. To apply changes, load the packs with expression
 * ids that do not overlap.
 */
export const changesBetween = (old: Pack, changed: Pack): Change[] => [
  ...quantityChanges(old, changed),
  ...ruleChanges(old, changed),
]

/** The old pack with all that only the new one declares. It judges as before, and every set of changes can be applied to it. */
export function oldWithNew(old: Pack, changed: Pack, changes: readonly Change[]): Pack {
  const start: Pack = { ...old, tables: joinTables(old.tables, changed.tables) }
  return changes
    .filter(({ kind, decisive }) => kind === 'added' && !decisive)
    .reduce((pack, change) => change.apply(pack), start)
}

function joinTables(old: SideTables, changed: SideTables): SideTables {
  const references = [...old.references]
  for (const [id, reference] of changed.references.entries()) {
    if (reference === undefined) continue
    if (references[id] !== undefined) throw new Error('the expressions of two packs have ids in common')
    references[id] = reference
  }
  return {
    ...old,
    references,
    spans: new Map([...old.spans, ...changed.spans]),
    units: new Map([...old.units, ...changed.units]),
  }
}
