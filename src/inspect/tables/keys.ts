import { shortName } from '../../base/wording.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { FORM_KEYS, KEY_COLUMNS } from '../../survey/signs/tool-columns.js'
import type { ColumnProfile } from '../columns/column.js'
import type { InspectedTable, Join, KeyFinding, TableRole } from './inspected-table.js'
import { repeatedKey } from './roles.js'
import { isUniqueHeader } from './unique-headers.js'

/** The column that tells the records of a table apart: found by its name, by tables that point at it, by its values. */
export function findKey({ table, role }: TableRole, joins: readonly Join[], pack: Pack): KeyFinding {
  const key = role === 'persons' ? repeated(table, pack) : role === 'block' ? ofBlock(table, pack) : null
  const found = key ?? uniqueKey(table, joins, pack)
  const { column } = found
  if (column === null || isUniqueHeader(table, table.tally.headers[column] ?? '')) return found
  const why = `the table has several columns \`${shortName(table.tally.headers[column] ?? '')}\``
  return { column: null, isCertain: false, why }
}

function repeated(table: InspectedTable, pack: Pack): KeyFinding | null {
  const own = repeatedKey(table, pack)
  if (own === null) return null
  return { column: own.column, isCertain: true, why: `\`${own.header}\` stands in several rows, ${own.why}` }
}

/** Where one table holds the rows of several forms, as in exports of REDCap, the id of the record stands in each row, in the first column. */
function ofBlock({ profiles, tally }: InspectedTable, pack: Pack): KeyFinding | null {
  const names = [...FORM_KEYS, ...ownNames(pack)]
  const found = profiles.find(({ header }) => names.includes(foldName(header))) ?? profiles[0]
  if (found === undefined || found.filled < tally.rows) return null
  const isNamed = names.includes(foldName(found.header))
  return {
    column: found.index,
    isCertain: isNamed,
    why: `\`${shortName(found.header)}\` stands in every row`,
  }
}

function uniqueKey(table: InspectedTable, joins: readonly Join[], pack: Pack): KeyFinding {
  const { profiles, tally } = table
  const pointed = joins.find(({ parent }) => parent === table)
  const named = ownNames(pack)
  const ranked = [
    ...profiles.filter(({ header }) => named.includes(foldName(header))),
    ...KEY_COLUMNS.flatMap((name) => profiles.filter(({ header }) => plainHeader(header) === name)),
  ]
  const usable = [...new Set(ranked)].filter((each) => each.unique !== null && each.destroyed === 0)
  const joined = pointed === undefined ? undefined : profiles[pointed.parentColumn]
  const best = usable.find((each) => each === joined) ?? joinedKey(joined) ?? usable[0]
  if (best !== undefined) {
    const points = best === joined ? `; ${pointed?.child.name} points at it` : ''
    return { column: best.index, isCertain: true, why: `${uniqueWords(best, tally.rows)}${points}` }
  }
  const other = profiles.find(
    (each) => each.unique !== null && each.type === 'id' && each.destroyed === 0 && !each.personal,
  )
  if (other !== undefined)
    return {
      column: other.index,
      isCertain: false,
      why: `${uniqueWords(other, tally.rows)}; its name is none that tpa knows for a key`,
    }
  return { column: null, isCertain: false, why: whyNone(ranked[0], pack) }
}

const joinedKey = (joined: ColumnProfile | undefined) =>
  joined !== undefined && joined.unique !== null && joined.destroyed === 0 ? joined : undefined

const ownNames = (pack: Pack): string[] => {
  const id = columnsOf(pack).get(pack.record.id)
  return id === undefined ? [] : namesOf(id).map(foldName)
}

const uniqueWords = ({ header, unique }: ColumnProfile, rows: number): string =>
  unique === 'all'
    ? `\`${shortName(header)}\` is filled in all ${rows} rows, each value once`
    : `\`${shortName(header)}\` is filled in all ${rows} rows, each value once among those that were compared`

function whyNone(named: ColumnProfile | undefined, { record }: Pack): string {
  if (named === undefined) return `no column with the name of an id tells one ${record.name} from another`
  const { header, blank, destroyed } = named
  const name = `\`${shortName(header)}\``
  if (destroyed > 0) return `a spreadsheet has cut the digits of ${destroyed} cells of ${name}`
  return blank > 0 ? `${name} is blank in ${blank} rows` : `values of ${name} stand in several rows`
}
