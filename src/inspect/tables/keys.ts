import { listedNames, shortName } from '../../base/wording.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { plainHeader } from '../../survey/columns/plain-header.js'
import { keyRank } from '../../survey/signs/key/key-words.js'
import { relationColumn } from '../../survey/signs/person/person-list.js'
import { FORM_KEYS, KEY_COLUMNS } from '../../survey/signs/tool-columns.js'
import type { ColumnProfile } from '../columns/column.js'
import { isWhole, repeatedRows } from '../columns/value-sample.js'
import { type Events, findEvents } from './events.js'
import type { InspectedTable, Join, KeyFinding, TableRole } from './inspected-table.js'
import { repeatedKey } from './roles.js'
import { sameIds } from './same-columns.js'
import { isUniqueHeader } from './unique-headers.js'

/** The column that tells the records of a table apart: found by its name, by tables that point at it, by its values. */
export function findKey(
  main: TableRole,
  roles: readonly TableRole[],
  joins: readonly Join[],
  pack: Pack,
): KeyFinding {
  const found = ownKey(main, joins, pack)
  const others = roles.filter((each) => each !== main && each.role === main.role).map(({ table }) => table)
  return found.column === null || others.length === 0 ? found : amongTables(main, others, found, found.column)
}

/** The same where several tables hold records: ids that stand in two of them are told apart by the sheet if each counts from 1. */
function amongTables(
  { table }: TableRole,
  others: readonly InspectedTable[],
  found: KeyFinding,
  column: number,
): KeyFinding {
  const { tables, areCounters } = sameIds(table, others, column)
  const [first] = tables
  if (first === undefined) return found
  const header = `\`${shortName(table.tally.headers[column] ?? '')}\``
  const more = tables.length > 1 ? ` and ${tables.length - 1} more` : ''
  const words = `values of ${header} stand in ${table.name} and in ${first.name}${more}`
  return areCounters
    ? { ...found, withSheet: true, why: `${words}, because each counts from 1` }
    : { ...found, isCertain: false, why: `${words}; rows that share one are held` }
}

function ownKey({ table, role }: TableRole, joins: readonly Join[], pack: Pack): KeyFinding {
  const events = role === 'persons' ? null : findEvents(table, pack)
  if (events !== null) return ofEvents(table, events)
  const key = role === 'persons' ? repeated(table, pack) : role === 'block' ? ofBlock(table, pack) : null
  const found = key ?? uniqueKey(table, joins, pack)
  const { column } = found
  if (column === null || isUniqueHeader(table, table.tally.headers[column] ?? '')) return found
  const why = `the table has several columns \`${shortName(table.tally.headers[column] ?? '')}\``
  return { column: null, isCertain: false, why }
}

function ofEvents({ profiles }: InspectedTable, { key, header, times }: Events): KeyFinding {
  const name = `\`${shortName(profiles[key]?.header ?? '')}\``
  const why = `${name} stands in several rows, one for each \`${shortName(header)}\``
  return { column: key, isCertain: true, why, events: { header, times } }
}

function repeated(table: InspectedTable, pack: Pack): KeyFinding | null {
  const own = repeatedKey(table, pack)
  if (own === null) return null
  const words = `\`${shortName(own.header)}\` stands in several rows, ${own.why}`
  if (own.isCertain) return { column: own.column, isCertain: true, why: words }
  const { name } = pack.record
  const why = `${words}: either a row is a person, or one ${name} was sent more than once`
  return { column: own.column, isCertain: false, why }
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
    ...namedAsKey(profiles, pack),
  ]
  const usable = [...new Set(ranked)].filter((each) => each.unique !== null && each.destroyed === 0)
  const joined = pointed === undefined ? undefined : profiles[pointed.parentColumn]
  const best = usable.find((each) => each === joined) ?? joinedKey(joined) ?? usable[0]
  if (best !== undefined) {
    const points = best === joined ? `; ${pointed?.child.name} points at it` : ''
    return { column: best.index, isCertain: true, why: `${uniqueWords(best, tally.rows)}${points}` }
  }
  const nearly =
    nearlyUnique(table, [...new Set(ranked)], pack) ??
    uniqueWhereFilled(
      table,
      ranked.filter(({ header }) => named.includes(foldName(header))),
    )
  if (nearly !== null) return nearly
  const other = profiles.find(
    (each) => each.unique !== null && each.type === 'id' && each.destroyed === 0 && !each.personal,
  )
  if (other !== undefined)
    return {
      column: other.index,
      isCertain: false,
      why: `${uniqueWords(other, tally.rows)}; its name is none that tpa knows for a key`,
    }
  return { column: null, isCertain: false, why: whyNone(ranked[0], pack) + ofPersons(tally.headers, pack) }
}

/** Columns with usual names of a key, the best first. */
const namedAsKey = (profiles: readonly ColumnProfile[], { record }: Pack): ColumnProfile[] =>
  profiles
    .map((profile) => ({ profile, rank: keyRank(profile.header, record.name) ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ profile }) => profile)

/**
 * The shares of rows whose value must stand in no other row and be whole, for a column that is a key but for mistakes. A column with the name
 * of a key is better than the place of a row down to the second: what stands twice is held, where by its place it would be judged twice.
 */
const NEARLY = [0.98, 0.5]

/** The least share of rows in which such a column is filled. */
const FILLED = 0.98

function nearlyUnique(
  { tally }: InspectedTable,
  named: readonly ColumnProfile[],
  { record }: Pack,
): KeyFinding | null {
  for (const { share, profile } of NEARLY.flatMap((least) =>
    named.map((each) => ({ share: least, profile: each })),
  )) {
    const { header, index, filled, blank, destroyed, personal } = profile
    const sample = tally.columns[index]?.sample
    if (sample === undefined || filled < tally.rows * FILLED) continue
    const { again, of } = repeatedRows(sample)
    if (of === 0 || again + destroyed > of * (1 - share)) continue
    const values = personal ? [] : sample.repeated
    const listed = values.length === 0 ? '' : `: ${listedNames(values, LISTED)}`
    const words = isWhole(sample) ? `${again}` : `${again} of the ${of} compared`
    const blanks = blank === 0 ? '' : `; it is blank in ${blank}`
    const cut = destroyed === 0 ? '' : `; a spreadsheet has cut the digits of ${destroyed}`
    const why = `\`${shortName(header)}\` has a value of its own in all rows but ${words}${listed}${blanks}${cut}; such ${record.plural} are held until one is right`
    return { column: index, isCertain: false, why }
  }
  return null
}

/** The least share of rows in which a column without repeats is taken for the key; the others are totals, remarks, or rows that have lost it. */
const FILLED_AT_ALL = 0.2

/** A column that bears a name of the id is the key without a mapping too: rows without one are rejected or no records. By their places all would be judged. */
function uniqueWhereFilled({ tally }: InspectedTable, named: readonly ColumnProfile[]): KeyFinding | null {
  for (const { header, index, filled, blank, destroyed } of named) {
    const sample = tally.columns[index]?.sample
    if (sample === undefined || destroyed > 0 || blank === 0 || filled < tally.rows * FILLED_AT_ALL) continue
    const { again, of } = repeatedRows(sample)
    if (of < 2 || again > 0) continue
    const why = `each value of \`${shortName(header)}\` stands once, and it is blank in ${blank} of ${tally.rows} rows; those that are no totals are rejected`
    return { column: index, isCertain: false, why }
  }
  return null
}

const LISTED = 8

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

/** Where rows may be persons, their places are no ids of records. */
function ofPersons(headers: readonly string[], { record }: Pack): string {
  const header = relationColumn(headers)
  return header === null
    ? ''
    : `; column \`${shortName(header)}\` may say that each row is a person: then name what the rows of one ${record.name} share, with \`one_row_per: person\``
}

function whyNone(named: ColumnProfile | undefined, { record }: Pack): string {
  if (named === undefined) return `no column with the name of an id tells one ${record.name} from another`
  const { header, blank, destroyed } = named
  const name = `\`${shortName(header)}\``
  if (destroyed > 0) return `a spreadsheet has cut the digits of ${destroyed} cells of ${name}`
  return blank > 0 ? `${name} is blank in ${blank} rows` : `values of ${name} stand in several rows`
}
