import { say } from '../../base/say/say.js'
import { recordName, recordNames, recordWords } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { foldName, namesOf } from '../../survey/columns/columns.js'
import { keyRank } from '../../survey/signs/key/key-words.js'
import { isNamedForPersons, isOfThings } from '../../survey/signs/person/person-words.js'
import { INSTRUMENT_COLUMNS } from '../../survey/signs/tool-columns.js'
import { mayFit } from '../columns/fact-fit.js'
import { isUniqueIn } from '../columns/value-sample.js'
import type { AreCut } from './cut-rosters.js'
import { findEvents } from './events.js'
import type { InspectedTable, Join, TableRole } from './inspected-table.js'
import { ownSizes } from './join-measure.js'
import { namesPersons, openMembers, sharedPerson } from './more-members.js'
import { personColumn } from './person-column.js'
import { isCopy, isOtherVersion, isPart, sameShape } from './same-columns.js'
import { isUniqueHeader } from './unique-headers.js'

/** The column that says to which of several forms a row belongs, as in exports of REDCap; `null` if there is none that an expression can name. */
export function instrumentColumn(table: InspectedTable): number | null {
  const { headers } = table.tally
  const at = headers.findIndex((header) => INSTRUMENT_COLUMNS.includes(header.toLowerCase()))
  return at < 0 || !isUniqueHeader(table, headers[at] ?? '') ? null : at
}

/** The role of each table in a mapping, in the order of the tables. */
export function findRoles(
  tables: readonly InspectedTable[],
  joins: readonly Join[],
  areCut: AreCut,
  pack: Pack,
): TableRole[] {
  const main = mainTable(tables.filter(isTable), joins, pack)
  if (main === null) return tables.map((table) => other(table, whyNotMapped(table, pack), null))
  const role = mainRole(main, pack)
  const members = bestMembers(main, joins, pack)
  const used = [main, ...(members === null ? [] : [members.join.child]), ...tables]
  return tables.map((table) => {
    if (table === main) return role
    if (table.isHidden) return other(table, whyNotMapped(table, pack), null)
    const original = used.find((each) => each === table || isCopy(each, table))
    if (original !== undefined && original !== table)
      return other(table, say('role.copy', { table: original.name }), null)
    if (!isTable(table)) return other(table, whyNotMapped(table, pack), null)
    const join = joins.find((each) => each.child === table && each.parent === main) ?? null
    if (join === null)
      return sameShape(table, main) && !isChild(table, joins)
        ? isOtherVersion(table, main, pack)
          ? {
              ...other(table, say('role.version', { table: main.name }), null),
              isOpen: true,
            }
          : { ...role, table, why: say('role.same', { table: main.name }) }
        : other(table, whyUnjoined(table, joins, pack), null)
    return roleOfJoined(table, join, { main, members, joins, areCut, pack })
  })
}

interface Found {
  readonly main: InspectedTable
  readonly members: { readonly join: Join; readonly why: string } | null
  readonly joins: readonly Join[]
  readonly areCut: AreCut
  readonly pack: Pack
}

/** The role of a table whose rows find their record. */
function roleOfJoined(
  table: InspectedTable,
  join: Join,
  { main, members, joins, areCut, pack }: Found,
): TableRole {
  const alike = (one: InspectedTable) => other(table, say('inspect.same-columns', { table: one.name }), join)
  if (join.isOneToOne && sameShape(table, main)) return { ...alike(main), isOpen: true }
  if (join === members?.join)
    return { table, join, role: pack.memberFacts === null ? 'other' : 'members', why: members.why }
  const roster = members?.join.child
  if (roster !== undefined && sameShape(table, roster))
    return pack.memberFacts !== null && isPart(join, joins, areCut)
      ? { table, join, role: 'members', part: roster, why: say('role.same', { table: roster.name }) }
      : { ...alike(roster), isOpen: 'members' }
  const person = joins.find((each) => each.child === table && each.parent === roster)
  const header =
    person === undefined ? sharedPerson(table, roster, pack) : table.tally.headers[person.childColumn]
  if (header != null && roster !== undefined) {
    const why = say('role.details', { table: roster.name, column: header })
    return { table, join, role: 'details', why }
  }
  return { ...other(table, whyOther(join, pack), join), ...openMembers(table, join, pack) }
}

const isTable = ({ file, isHidden }: InspectedTable) =>
  !isHidden && (file.format === 'csv' || file.format === 'xlsx')

const other = (table: InspectedTable, why: string, join: Join | null): TableRole => ({
  table,
  why,
  join,
  role: 'other',
})

/** Whether the rows of a table belong to rows of another. Of two tables that match row by row, neither does. */
const isChild = (table: InspectedTable, joins: readonly Join[]) =>
  joins.some(({ child, parent, isOneToOne }) => {
    const back = joins.find((each) => each.child === parent && each.parent === child)
    return child === table && !(isOneToOne && back?.isOneToOne === true)
  })

/** Of the tables that point at no other, the one at which most tables point; of equals the one with the most facts, and then with the most rows. */
function mainTable(
  tables: readonly InspectedTable[],
  joins: readonly Join[],
  pack: Pack,
): InspectedTable | null {
  const roots = tables.filter((table) => !isChild(table, joins))
  const score = (table: InspectedTable) => {
    const children = joins.filter(({ parent }) => parent === table).length
    const facts = table.tally.hinted.filter(
      ({ hint, fit, of }) => of === 'record' && hint.isName && mayFit(fit),
    )
    const isInstrument = instrumentColumn(table) === null ? 0 : 1
    const isOfPersons = mainRole(table, pack).role === 'persons' ? 1 : 0
    return children * 1000 + isInstrument * 500 + isOfPersons * 100 + facts.length
  }
  const all = roots.length > 0 ? roots : tables
  return [...all].sort((a, b) => score(b) - score(a) || b.tally.rows - a.tally.rows)[0] ?? null
}

function mainRole(table: InspectedTable, pack: Pack): TableRole {
  const { name, plural } = recordWords(pack)
  const own = { table, join: null }
  const instrument = instrumentColumn(table)
  if (instrument !== null) {
    const header = table.tally.headers[instrument]?.toLowerCase()
    return { ...own, role: 'block', why: say('role.block', { plural, column: header ?? '' }) }
  }
  const keyed = pack.memberFacts === null ? null : repeatedKey(table, pack)
  if (keyed === null) return { ...own, role: 'records', why: say('role.records', { name }) }
  return { ...own, role: 'persons', why: say('role.persons', { name }) }
}

/** A key of records that is in several rows, if another column tells persons apart or holds facts of members. */
export function repeatedKey(
  table: InspectedTable,
  pack: Pack,
): { column: number; header: string; why: string; isCertain: boolean } | null {
  const id = pack.facts.get(pack.record.id)
  const names = (id === undefined ? [] : namesOf(id)).map(foldName)
  const isRepeated = (at: number) => {
    const sample = table.tally.columns[at]?.sample
    return sample !== undefined && sample.values.size > 0 && !isUniqueIn(sample)
  }
  const repeated = table.profiles.filter(({ index }) => isRepeated(index))
  const found =
    repeated.find(({ header }) => names.includes(foldName(header))) ??
    repeated.find((each) => keyRank(each.header, pack.record.name) !== null && hasMany(table, each.index))
  if (found === undefined) return null
  const { column, header } = { column: found.index, header: found.header }
  const person = personColumn(table, pack)
  if (person !== null && person !== column)
    return {
      column,
      header,
      why: say('role.person-column', { column: table.tally.headers[person] ?? '' }),
      isCertain: true,
    }
  if (table.listsPersons !== null)
    return table.listsPersons
      ? { column, header, why: say('role.different-persons'), isCertain: false }
      : null
  const facts = table.tally.hinted.filter(
    ({ of, hint, repeat }) => of === 'member' && hint.isName && repeat === null,
  )
  const [first] = facts
  if (first === undefined || !hasMany(table, column) || findEvents(table, pack) !== null) return null
  return { column, header, why: say('role.member-fact', { fact: first.hint.fact }), isCertain: true }
}

/** Whether a table has clearly more rows than a column has values. */
const hasMany = ({ tally }: InspectedTable, column: number): boolean =>
  tally.rows > (tally.columns[column]?.sample.values.size ?? 0) * 1.2

/** Of the tables that point at the main one, the one that most likely holds the members. */
function bestMembers(
  main: InspectedTable,
  joins: readonly Join[],
  pack: Pack,
): { join: Join; why: string } | null {
  let best: { join: Join; why: string; score: number } | null = null
  for (const join of joins) {
    const { child } = join
    if (join.parent !== main || join.isOneToOne || isOfThings(child.tally.headers, child.name)) continue
    const size = bestSize(join)
    const facts = child.tally.hinted.filter(
      ({ of, hint, fit }) => of === 'member' && hint.isName && mayFit(fit),
    )
    const likes = child.tally.hinted.filter(({ of, fit }) => of === 'member' && mayFit(fit))
    const isNamed = isNamedForPersons(child.name)
    const score =
      (size === null ? 0 : 4) +
      facts.length * 3 +
      (isNamed ? 2 : 0) +
      Math.min(likes.length, 1) +
      (namesPersons(child) ? NAMES : 0)
    if (score < 2 || score <= (best?.score ?? 0)) continue
    const why =
      size !== null
        ? say('role.size', {
            column: main.tally.headers[size.column] ?? '',
            equal: size.equal,
            compared: size.compared,
            plural: recordNames(pack),
          })
        : facts.length > 0
          ? say('role.has-fact', { fact: facts[0]?.hint.fact ?? '' })
          : say('role.named')
    best = { join, why, score }
  }
  return best
}

/** Counts as much as two facts of a member. */
const NAMES = 6

/** The column that holds the number of rows of a record, right in nearly all records that were compared. */
export function bestSize({ sizes }: Pick<Join, 'sizes'>): Join['sizes'][number] | null {
  const fitting = sizes.filter(({ equal, compared }) => compared >= 3 && equal * 100 >= compared * 90)
  return [...fitting].sort((a, b) => b.equal - a.equal)[0] ?? null
}

/** The same inside a table of persons. */
export const ownSize = (table: InspectedTable, key: number) => bestSize({ sizes: ownSizes(table, key) })

const whyNotMapped = ({ file, isHidden }: InspectedTable, pack: Pack): string =>
  isHidden
    ? say('ignored-files.hidden-sheet')
    : say('role.by-name', { format: file.format.toUpperCase(), name: recordName(pack) })

function whyUnjoined(table: InspectedTable, joins: readonly Join[], pack: Pack): string {
  const join = joins.find(({ child }) => child === table)
  return join === undefined
    ? say('role.no-join', { name: recordName(pack) })
    : say('role.outer', { table: join.parent.name, plural: recordNames(pack) })
}

const whyOther = ({ isOneToOne, parent }: Join, pack: Pack): string =>
  isOneToOne
    ? say('role.one-to-one', { table: parent.name, name: recordName(pack) })
    : say('role.no-members', { plural: recordNames(pack) })
