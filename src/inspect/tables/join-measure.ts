import { isWhole, scaleOf, type ValueSample } from '../columns/value-sample.js'
import type { InspectedTable, Join, SizeMatch } from './inspected-table.js'
import type { Together } from './together.js'

/** Counts which rows of a child find a row of its parent, by the values that are kept of both. */
export function measureJoin(
  child: InspectedTable,
  childColumn: number,
  parent: InspectedTable,
  parentColumn: number,
  by: Join['by'],
): Join {
  const [own, other] = [child.tally.columns[childColumn], parent.tally.columns[parentColumn]]
  if (own === undefined || other === undefined) throw new Error('a join is between columns that exist')
  return { child, parent, childColumn, parentColumn, by, ...measured(own, other, parent) }
}

/** The values of a key, in rows that have one and others that have none. */
type KeyValues = Pick<Together, 'sample' | 'filled' | 'blank'>

/** The same by several columns of each table, the last of them a number that begins anew in each place. */
export function measureTogether(
  child: InspectedTable,
  own: Together,
  parent: InspectedTable,
  other: Together,
): Join {
  const [childColumn = -1, parentColumn = -1] = [own.columns.at(-1), other.columns.at(-1)]
  const beside = { child: own.columns.slice(0, -1), parent: other.columns.slice(0, -1) }
  const counts = measured(own, other, parent)
  return { child, parent, childColumn, parentColumn, beside, by: 'known', ...counts }
}

function measured(own: KeyValues, other: KeyValues, parent: InspectedTable) {
  const limit = Math.min(own.sample.limit, other.sample.limit)
  const scale = scaleOf({ limit })
  const rows = keptBelow(own.sample, limit)
  const keys = keptBelow(other.sample, limit)
  let matched = 0
  let kept = 0
  let most = 0
  for (const [hash, { count }] of rows) {
    kept += count
    if (keys.has(hash)) matched += count
    most = Math.max(most, count)
  }
  const withRows = [...keys.keys()].filter((hash) => rows.has(hash)).length
  const isExact = isWhole(own.sample) && isWhole(other.sample)
  const keyed = own.filled
  return {
    isExact,
    keyed,
    matched: isExact ? matched : kept === 0 ? 0 : Math.round((matched / kept) * keyed),
    unkeyed: own.blank,
    parents: other.filled,
    parentsWithRows: isExact ? withRows : Math.min(other.filled, Math.round(withRows * scale)),
    isOneToOne: most === 1,
    sizes: most > 1 ? sizesOf(parent, keys, rows) : [],
  }
}

type Kept = ReadonlyMap<number, { readonly count: number; readonly beside: readonly string[] }>

const keptBelow = ({ values, limit: own }: ValueSample, limit: number): Kept =>
  limit === own ? values : new Map([...values].filter(([hash]) => hash < limit))

function sizesOf(parent: InspectedTable, keys: Kept, rows: Kept): SizeMatch[] {
  return parent.tally.sizes.map((column, at) => {
    let equal = 0
    let compared = 0
    for (const [hash, { beside }] of keys) {
      const size = Number(beside[at] || Number.NaN)
      if (!Number.isInteger(size)) continue
      compared += 1
      if ((rows.get(hash)?.count ?? 0) === size) equal += 1
    }
    return { column, equal, compared }
  })
}

/** The same for a table in which each row is a member: for how many keys the size is the number of their rows. */
export function ownSizes(table: InspectedTable, keyColumn: number): SizeMatch[] {
  const values = table.tally.columns[keyColumn]?.sample.values ?? new Map()
  return sizesOf(table, values, values)
}
