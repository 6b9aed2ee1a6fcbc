import { say } from '../../base/say/say.js'
import { andMore, listedNames, shortName } from '../../base/wording.js'
import { recordName, recordNames } from '../../lang/labels.js'
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
import { keyTogether, personsTogether } from './together-key.js'
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
  return found.column === null || found.beside !== undefined || others.length === 0
    ? found
    : amongTables(main, others, found, found.column, joins)
}

/** The same if several tables hold records. If each table counts from 1, the sheet tells equal ids apart, unless a roster points at them, because its rows have no such sheet. */
function amongTables(
  { table }: TableRole,
  others: readonly InspectedTable[],
  found: KeyFinding,
  column: number,
  joins: readonly Join[],
): KeyFinding {
  const { tables, areCounters } = sameIds(table, others, column)
  const [first] = tables
  if (first === undefined) return found
  const header = `\`${shortName(table.tally.headers[column] ?? '')}\``
  const more = tables.length - 1
  const places = {
    column: header,
    table: table.name,
    others: more > 0 ? andMore([first.name], more) : first.name,
  }
  const isJoined = joins.some(({ parent, isOneToOne }) => parent === table && !isOneToOne)
  return areCounters && !isJoined
    ? { ...found, withSheet: true, why: say('key.counters', places) }
    : { ...found, isCertain: false, why: say('key.shared', places) }
}

function ownKey({ table, role }: TableRole, joins: readonly Join[], pack: Pack): KeyFinding {
  const events = role === 'persons' ? null : findEvents(table, pack)
  if (events !== null) return ofEvents(table, events)
  const key = role === 'persons' ? repeated(table, pack) : role === 'block' ? ofBlock(table, pack) : null
  const found = key ?? uniqueKey(table, joins, pack)
  const { column, beside = [] } = found
  const parts = column === null ? [] : [...beside, column]
  const doubled = parts.find((at) => !isUniqueHeader(table, table.tally.headers[at] ?? ''))
  if (doubled === undefined) return found
  const why = say('key.several', { column: shortName(table.tally.headers[doubled] ?? '') })
  return { column: null, isCertain: false, why }
}

function ofEvents({ profiles }: InspectedTable, { key, header, times }: Events): KeyFinding {
  const name = `\`${shortName(profiles[key]?.header ?? '')}\``
  const why = say('key.events', { column: name, event: shortName(header) })
  return { column: key, isCertain: true, why, events: { header, times } }
}

function repeated(table: InspectedTable, pack: Pack): KeyFinding | null {
  const own = repeatedKey(table, pack)
  if (own === null) return null
  const together = personsTogether(table, own.column, pack)
  if (together !== null) return together
  const words = say('key.repeated', { column: shortName(own.header), why: own.why })
  if (own.isCertain) return { column: own.column, isCertain: true, why: words }
  const why = say('key.persons-or-repeats', { words, name: recordName(pack) })
  return { column: own.column, isCertain: false, why }
}

/** Where one table holds the rows of several forms, as in exports of REDCap, the id of the record is in each row, in the first column. */
function ofBlock({ profiles, tally }: InspectedTable, pack: Pack): KeyFinding | null {
  const names = [...FORM_KEYS, ...ownNames(pack)]
  const found = profiles.find(({ header }) => names.includes(foldName(header))) ?? profiles[0]
  if (found === undefined || found.filled < tally.rows) return null
  const isNamed = names.includes(foldName(found.header))
  return {
    column: found.index,
    isCertain: isNamed,
    why: say('key.every', { column: shortName(found.header) }),
  }
}

function uniqueKey(table: InspectedTable, joins: readonly Join[], pack: Pack): KeyFinding {
  const { profiles, tally } = table
  const pointed = joins.find(({ parent, beside }) => parent === table && beside === undefined)
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
    const words = uniqueWords(best, tally.rows)
    const why =
      best === joined && pointed !== undefined
        ? say('key.pointed', { words, table: pointed.child.name })
        : words
    return { column: best.index, isCertain: true, why }
  }
  const nearly =
    (pointed === undefined ? keyTogether(table, true, pack) : null) ??
    nearlyUnique(table, [...new Set(ranked)], pack) ??
    uniqueWhereFilled(
      table,
      ranked.filter(({ header }) => named.includes(foldName(header))),
    )
  const found = nearly ?? (pointed === undefined ? keyTogether(table, false, pack) : null)
  if (found !== null) return found
  const other = profiles.find(
    (each) => each.unique !== null && each.type === 'id' && each.destroyed === 0 && !each.personal,
  )
  if (other !== undefined)
    return {
      column: other.index,
      isCertain: false,
      why: say('key.other-name', { words: uniqueWords(other, tally.rows) }),
    }
  return { column: null, isCertain: false, why: ofPersons(whyNone(ranked[0], pack), tally.headers, pack) }
}

/** Columns with usual names of a key, the best first. */
const namedAsKey = (profiles: readonly ColumnProfile[], { record }: Pack): ColumnProfile[] =>
  profiles
    .map((profile) => ({ profile, rank: keyRank(profile.header, record.name) ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ profile }) => profile)

/**
 * The shares of rows whose value must be in no other row and be whole, for a column that is a key but for mistakes. A column with the name
 * of a key is better than the place of a row down to the second: what occurs twice is held, where by its place it would be judged twice.
 */
const NEARLY = [0.98, 0.5]

/** The least share of rows in which such a column is filled. */
const FILLED = 0.98

function nearlyUnique(
  { tally }: InspectedTable,
  named: readonly ColumnProfile[],
  pack: Pack,
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
    const words = isWhole(sample) ? `${again}` : say('key.compared', { again, of })
    const rows =
      values.length === 0 ? words : say('key.values', { rows: words, values: listedNames(values, LISTED) })
    const why = [
      say('key.nearly', { column: shortName(header), rows }),
      ...(blank === 0 ? [] : [say('key.nearly.blank', { blank })]),
      ...(destroyed === 0 ? [] : [say('key.nearly.cut', { destroyed })]),
      say('key.nearly.held', { plural: recordNames(pack) }),
    ].join(say('remarks.item'))
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
    const why = say('key.where-filled', { column: shortName(header), blank, rows: tally.rows })
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
    ? say('key.unique', { column: shortName(header), rows })
    : say('key.unique-compared', { column: shortName(header), rows })

/** If rows may be persons, their places are not ids of records. */
function ofPersons(why: string, headers: readonly string[], pack: Pack): string {
  const header = relationColumn(headers)
  return header === null
    ? why
    : say('key.may-be-persons', { why, column: shortName(header), name: recordName(pack) })
}

function whyNone(named: ColumnProfile | undefined, pack: Pack): string {
  if (named === undefined) return say('key.none', { name: recordName(pack) })
  const { header, blank, destroyed } = named
  const name = `\`${shortName(header)}\``
  if (destroyed > 0) return say('key.cut', { destroyed, column: name })
  return blank > 0 ? say('key.blank', { column: name, blank }) : say('key.not-unique', { column: name })
}
