import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { keyRank, keyWord } from '../../survey/signs/key/key-words.js'
import { KNOWN_JOINS, PLACE_JOINS } from '../../survey/signs/tool-columns.js'
import type { KnownJoin, PlaceJoin } from '../../survey/signs/tools/tool.js'
import { isUniqueIn, repeatedRows, scaleOf } from '../columns/value-sample.js'
import type { InspectedTable, Join } from './inspected-table.js'
import { measureJoin, measureTogether } from './join-measure.js'
import { areAlike } from './same-columns.js'
import { togetherIn } from './together-key.js'
import { isUniqueHeader } from './unique-headers.js'

/** The strongest join of each table to each other table, in the order of the tables. Two tables that match row by row have a join in both directions. */
export function findJoins(tables: readonly InspectedTable[], pack: Pack): readonly Join[] {
  const pairs = tables.flatMap((child) =>
    tables.flatMap((parent) =>
      child === parent || areAlike(child, parent, pack) ? [] : [{ child, parent }],
    ),
  )
  const known = knownPairs(pack)
  const joins = pairs
    .map(({ child, parent }) => bestJoin(child, parent, known, pack.record.name))
    .filter((join) => join !== null)
  const joined = new Set(joins.map(({ child }) => child))
  const unjoined = pairs.filter(({ child }) => !joined.has(child))
  return [...joins, ...PLACE_JOINS.flatMap((known) => joinsByPlace(known, unjoined))]
}

/** Joins by row numbers. Each table counts its own rows, so only one of several parents is meant. */
function joinsByPlace(known: PlaceJoin, pairs: readonly Pick<Join, 'child' | 'parent'>[]): Join[] {
  const joins = pairs.flatMap(({ child, parent }) => joinBy(known, child, parent) ?? [])
  return joins.filter((join) => isMeant(join, joins, known.table))
}

/** Whether the parent is the one that is meant: the column `table` names it, else it is the first parent. */
function isMeant({ child, parent }: Join, joins: readonly Join[], table: string): boolean {
  const names = child.tally.columns[columnNamed(child, table) ?? -1]
  const own = joins.filter((join) => join.child === child)
  const named = own.find((join) =>
    [...(names?.values.keys() ?? [])].some((name) => isNamed(join.parent, name)),
  )
  return (named ?? own[0])?.parent === parent
}

/** Whether a table has this name. A workbook cuts names to 31 characters. */
const isNamed = ({ path }: InspectedTable, name: string): boolean =>
  (/[^/#]+$/.exec(path)?.[0] ?? path).replace(/\.\w+$/, '') === name.slice(0, 31)

/** The least share of rows that must find their parent, and the least number of values for a join by values. */
const LEAST = { share: 0.5, byValues: 0.9, values: 3 }

type Known = Pick<KnownJoin, 'child' | 'parent'>

function bestJoin(
  child: InspectedTable,
  parent: InspectedTable,
  known: readonly Known[],
  record: string,
): Join | null {
  for (const pair of known) {
    const join = joinBy(pair, child, parent)
    if (join !== null) return join
  }
  return joinByKeyWords(child, parent, record) ?? joinTogether(child, parent) ?? joinByValues(child, parent)
}

/** Joins by the columns that are the key of the parent together, where the child has columns of the same names. */
function joinTogether(child: InspectedTable, parent: InspectedTable): Join | null {
  const key = togetherIn(parent, true) ?? togetherIn(parent, false)
  if (key === null) return null
  const name = (table: InspectedTable) => (at: number) => namesIn(table).folded[at]
  const wanted = key.columns.map(name(parent))
  const own = child.together.find(
    ({ columns }) =>
      columns.length === wanted.length &&
      columns.every((at, part) => name(child)(at) === wanted[part]) &&
      columns.every((at) => isUniqueHeader(child, child.tally.headers[at] ?? '')),
  )
  const join = own === undefined ? null : measureTogether(child, own, parent, key)
  const least = key.isNamed ? LEAST.share : LEAST.byValues
  return join !== null && join.keyed > 0 && join.matched >= join.keyed * least ? join : null
}

/** Joins two columns that have the same usual name of a key, the best first: `HHID` and `hh_id`. */
function joinByKeyWords(child: InspectedTable, parent: InspectedTable, record: string): Join | null {
  const keysOf = ({ tally }: InspectedTable) =>
    tally.headers.flatMap((header) => {
      const rank = keyRank(header, record)
      return rank === null ? [] : [{ name: foldName(header), word: keyWord(header), rank }]
    })
  const parents = keysOf(parent)
  for (const own of keysOf(child).sort((a, b) => a.rank - b.rank)) {
    const other = parents.find(({ word }) => word === own.word)
    const join = other === undefined ? null : joinBy({ child: own.name, parent: other.name }, child, parent)
    if (join !== null) return join
  }
  return null
}

function joinBy(known: Known, child: InspectedTable, parent: InspectedTable): Join | null {
  const childColumn = columnNamed(child, known.child)
  const parentColumn = columnNamed(parent, known.parent)
  if (childColumn === undefined || parentColumn === undefined || !isNearlyUnique(parent, parentColumn))
    return null
  const join = measureJoin(child, childColumn, parent, parentColumn, 'known')
  return join.keyed > 0 && join.matched >= join.keyed * LEAST.share ? join : null
}

function knownPairs(pack: Pack): readonly Known[] {
  const id = columnsOf(pack).get(pack.record.id)
  const names = id === undefined ? [] : namesOf(id).map(foldName)
  return [...KNOWN_JOINS, ...names.map((name) => ({ child: name, parent: name }))]
}

/** The first column of this name, if a mapping can find it by its header. */
const columnNamed = (table: InspectedTable, name: string): number | undefined => {
  const at = namesIn(table).columns.get(name)
  return at === undefined || !isUniqueHeader(table, table.tally.headers[at] ?? '') ? undefined : at
}

interface Names {
  /** The first column of each name. */
  readonly columns: ReadonlyMap<string, number>
  readonly folded: readonly string[]
}

const namesKept = new WeakMap<InspectedTable, Names>()

/** The names of a table's columns, worked out once, because each table is compared with each other. */
function namesIn(table: InspectedTable): Names {
  const kept = namesKept.get(table)
  if (kept !== undefined) return kept
  const { headers } = table.tally
  const folded = headers.map(foldName)
  const columns = new Map<string, number>()
  for (const [at, header] of headers.entries())
    for (const name of [plainHeader(header), folded[at] ?? '']) if (!columns.has(name)) columns.set(name, at)
  const names = { columns, folded }
  namesKept.set(table, names)
  return names
}

/** Whether no value occurs twice. Blank cells do not count. */
const isUnique = ({ tally }: InspectedTable, column: number): boolean => {
  const found = tally.columns[column]
  return found !== undefined && isUniqueIn(found.sample)
}

/** The most rows whose key an earlier one holds, where a table is a parent all the same: a form that was sent twice, ids that a spreadsheet has cut. */
const MOST_AGAIN = 0.1

function isNearlyUnique({ tally }: InspectedTable, column: number): boolean {
  const found = tally.columns[column]
  if (found === undefined) return false
  const { again, of } = repeatedRows(found.sample)
  return of > 0 && again <= of * MOST_AGAIN
}

/** Joins tables by equal values in columns of the same name, or in any columns with long ids. */
function joinByValues(child: InspectedTable, parent: InspectedTable): Join | null {
  const joins: Join[] = []
  for (const [parentColumn, profile] of parent.profiles.entries()) {
    if (!isUniqueHeader(parent, profile.header)) continue
    const isId = profile.type === 'id' || isLeading(child, parent, parentColumn)
    if (!isId || !isUnique(parent, parentColumn)) continue
    for (const [childColumn, other] of child.profiles.entries()) {
      if (!isUniqueHeader(child, other.header)) continue
      const sameName = namesIn(child).folded[childColumn] === namesIn(parent).folded[parentColumn]
      const areLong = isLong(child, childColumn) && isLong(parent, parentColumn)
      const areCounters = isCounter(child, childColumn) && isCounter(parent, parentColumn)
      if (sameName ? areCounters && other.unique !== null : other.type !== 'id' || !areLong) continue
      const join = measureJoin(child, childColumn, parent, parentColumn, 'values')
      const values = child.tally.columns[childColumn]?.sample.values.size ?? 0
      if (values >= LEAST.values && join.matched >= join.keyed * LEAST.byValues) joins.push(join)
    }
  }
  return joins.sort((a, b) => rank(b) - rank(a))[0] ?? null
}

/** By the number of rows that find their parent; of equals long ids first, then columns of the same name. */
const rank = ({ child, parent, childColumn, parentColumn, matched }: Join): number =>
  matched * 4 +
  (isLong(child, childColumn) ? 2 : 0) +
  (child.tally.headers[childColumn] === parent.tally.headers[parentColumn] ? 1 : 0)

/** Whether both tables begin with the same columns up to this one, as tables of CSPro begin with the ids of a case. */
const isLeading = (child: InspectedTable, parent: InspectedTable, column: number): boolean =>
  parent.tally.headers.slice(0, column + 1).every((header, at) => child.tally.headers[at] === header)

/** Whether a column holds short numbers, which may only count rows. */
function isCounter({ tally }: InspectedTable, column: number): boolean {
  const found = tally.columns[column]
  return found !== undefined && found.kinds.numbers === found.filled && found.longest <= 9
}

/** Whether a column holds long ids, which do not match by chance. */
function isLong({ tally }: InspectedTable, column: number): boolean {
  const found = tally.columns[column]
  if (found === undefined || scaleOf(found.sample) > 4096) return false
  return found.longest >= 6 && found.kinds.numbers * 2 < found.filled
}
