import type { KnownJoin, RankedColumn } from './tools/tool.js'
import { TOOLS } from './tools/tools.js'

const ALL = Object.values(TOOLS)

/** What tools call the key of a table, the best first. Headers here are as `plainHeader` makes them. */
export const KEY_COLUMNS: readonly string[] = namesByRank(ALL.flatMap(({ keys = [] }) => keys))

/** The same for tools that write the rows of several forms into one table. */
export const FORM_KEYS: readonly string[] = namesByRank(
  ALL.flatMap(({ keys = [], instrument }) => (instrument === undefined ? [] : keys)),
)

/** Columns that say to which of several forms a row belongs. */
export const INSTRUMENT_COLUMNS: readonly string[] = ALL.flatMap(({ instrument }) => instrument ?? [])

/** The columns by which tools join the rows of two tables, the best first. */
export const KNOWN_JOINS: readonly KnownJoin[] = eachOnce(
  byRank(ALL.flatMap(({ joins = [] }) => joins)),
  ({ child, parent }) => `${child}\n${parent}`,
)

/** How tables are joined by the places of their rows. */
export const PLACE_JOINS = ALL.flatMap(({ placeJoin }) => placeJoin ?? [])

/** What tools call the column that tells persons apart: `first` goes before the words that any survey may use, `last` after them. */
export const PERSON_COLUMNS: { readonly first: readonly string[]; readonly last: readonly string[] } = {
  first: personsOf(1),
  last: personsOf(2),
}

/** Whether a tool writes the id of a row of a roster under this header. */
export const isRosterId = (header: string): boolean =>
  ALL.some(({ rosterIds }) => rosterIds?.test(header) === true)

/** Columns in which tools write the day of the interview. */
export const DAY_COLUMNS: ReadonlySet<string> = new Set(ALL.flatMap(({ days = [] }) => days))

/** True if a tool fills in the column of this header even if nobody answered. The header is given as written. */
export const isSystemHeader = (header: string): boolean =>
  ALL.some(({ system }) => system?.test(header) === true)

/** What tools write into a cell that has no answer. */
export const BLANK_CELLS: readonly string[] = ALL.flatMap(({ blanks = [] }) => blanks)

function namesByRank(columns: readonly RankedColumn[]): readonly string[] {
  return [...new Set(byRank(columns).map(({ header }) => header))]
}

function personsOf(rank: RankedColumn['rank']): readonly string[] {
  return ALL.flatMap(({ persons = [] }) => persons.flatMap((each) => (each.rank === rank ? each.header : [])))
}

function byRank<T extends { readonly rank: number }>(each: readonly T[]): T[] {
  return [...each].sort((a, b) => a.rank - b.rank)
}

function eachOnce<T>(all: readonly T[], key: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [key(each), each])).values()]
}
