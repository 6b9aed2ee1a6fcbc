import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { keyRank } from '../../survey/signs/key/key-words.js'
import { childColumns, type InspectedTable, type Join, parentColumns } from './inspected-table.js'

/** Whether two tables have the same columns, in any order. */
export function sameShape(one: InspectedTable, two: InspectedTable): boolean {
  const headers = new Set(two.tally.headers.map(foldName))
  return (
    one.tally.headers.length === two.tally.headers.length &&
    one.tally.headers.every((each) => headers.has(foldName(each)))
  )
}

/** Whether two tables hold records of the same kind: they have the same columns, and ids that do not repeat in either. */
export function areAlike(one: InspectedTable, two: InspectedTable, pack: Pack): boolean {
  if (!sameShape(one, two)) return false
  return idColumn(one, pack) !== null && idColumn(two, pack) !== null
}

/** Whether a table is a copy of another, as a file that was saved from a sheet. */
export function isCopy(one: InspectedTable, two: InspectedTable): boolean {
  if (one.tally.rows !== two.tally.rows || !sameShape(one, two)) return false
  return one.tally.headers.every((header, at) => {
    const other = columnOf(two, header)
    const [own, same] = [one.tally.columns[at], two.tally.columns[other]]
    if (own === undefined || same === undefined || own.filled !== same.filled) return false
    return (
      own.sample.values.size === same.sample.values.size &&
      [...own.sample.values].every(([hash, { count }]) => same.sample.values.get(hash)?.count === count)
    )
  })
}

/** Whether most ids of a table are those of another with the same columns, and no numbers that begin anew in each. */
export function isOtherVersion(one: InspectedTable, two: InspectedTable, pack: Pack): boolean {
  const at = idColumn(one, pack)
  const column = at === null ? -1 : columnOf(two, one.tally.headers[at] ?? '')
  const [own, other] = [one.tally.columns[at ?? -1], two.tally.columns[column]]
  if (at === null || own === undefined || other === undefined) return false
  const shared = valuesShared(own.sample, other.sample)
  return shared * 2 > Math.min(own.sample.values.size, other.sample.values.size) && !isCounter(two, column)
}

/**
 * Whether a roster was saved in several files: of the tables with these columns, copies left out, no two have rows of one record, or else they
 * have those of other persons.
 */
export function isPart(
  join: Join,
  joins: readonly Join[],
  areCut: (one: Join, two: Join) => boolean,
): boolean {
  const { child, parent } = join
  return joins
    .filter((each) => each.parent === parent && each.child !== child && sameShape(each.child, child))
    .every((each) => isCopy(each.child, child) || keysShared(join, each) === 0 || areCut(join, each))
}

/** How many records, of those whose keys are kept, have rows in both tables; all if the tables point at them by other columns. */
export function keysShared(one: Join, two: Join): number {
  const isSame = JSON.stringify(parentColumns(one)) === JSON.stringify(parentColumns(two))
  const [own, other] = [keysOf(one), keysOf(two)]
  return isSame && own !== null && other !== null ? valuesShared(own, other) : Number.POSITIVE_INFINITY
}

/** The keys by which the rows of a child point at those of its parent. */
function keysOf(join: Join): Sample | null {
  const { child, childColumn, beside } = join
  if (beside === undefined) return child.tally.columns[childColumn]?.sample ?? null
  const columns = JSON.stringify(childColumns(join))
  return child.together.find((each) => JSON.stringify(each.columns) === columns)?.sample ?? null
}

/** Tables that share ids with the first, and if that is only because each counts from 1. */
export function sameIds(
  main: InspectedTable,
  others: readonly InspectedTable[],
  column: number,
): { readonly tables: readonly InspectedTable[]; readonly areCounters: boolean } {
  const own = main.tally.columns[column]
  const at = (table: InspectedTable) => columnOf(table, main.tally.headers[column] ?? '')
  const tables = others.filter((table) => {
    const other = table.tally.columns[at(table)]
    return own !== undefined && other !== undefined && valuesShared(own.sample, other.sample) > 0
  })
  return { tables, areCounters: [main, ...tables].every((table) => isCounter(table, at(table))) }
}

/** The column that has the name of an id; `null` where none has, or its values repeat. */
function idColumn({ profiles }: InspectedTable, pack: Pack): number | null {
  const id = columnsOf(pack).get(pack.record.id)
  const names = id === undefined ? [] : namesOf(id).map(foldName)
  const found =
    profiles.find(({ header }) => names.includes(foldName(header))) ??
    profiles.find(({ header }) => keyRank(header, pack.record.name) !== null)
  return found === undefined || found.unique === null ? null : found.index
}

/** Whether a column counts the rows of its table, as the numbers of households in a village do. */
function isCounter({ tally }: InspectedTable, column: number): boolean {
  const found = tally.columns[column]
  if (found === undefined || found.kinds.numbers !== found.filled || found.range === null) return false
  return found.range.low <= 1 && found.range.high <= tally.rows * 1.2 + 1
}

const columnOf = ({ tally }: InspectedTable, header: string): number =>
  tally.headers.findIndex((each) => foldName(each) === foldName(header))

type Sample = InspectedTable['tally']['columns'][number]['sample']

export function valuesShared(one: Sample, two: Sample): number {
  let shared = 0
  for (const hash of one.values.keys()) if (two.values.has(hash)) shared += 1
  return shared
}
