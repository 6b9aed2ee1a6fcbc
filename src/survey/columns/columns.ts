import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Column } from '../files/row.js'
import { foldName, lastSegment } from './column-names.js'
import { type DoubtedPath, type HeaderMeaning, resolveColumns } from './column-rules.js'
import type { PathFacts } from './last-part.js'
import { meaningOf } from './name-matching.js'

export { foldName } from './column-names.js'
export { findColumn } from './find-column.js'
export { namesOf } from './name-matching.js'

/** What the headers of one file mean, or the keys of its records or members, collected as they come. */
export interface Columns {
  /** For each fact the columns that mean it by the strongest rule. More than one is a fault. */
  readonly used: ReadonlyMap<string, readonly Column[]>
  /** The first headers, a few hundred at most, in their order. */
  readonly headers: readonly string[]
  /** Headers that may mean several facts. */
  readonly unclear: ReadonlyMap<string, readonly string[]>
  /** Headers that mean nothing to the pack, by folded name, as they are first typed. */
  readonly unused: ReadonlyMap<string, string>
  /** Folded names of unused headers that occur twice in a table. */
  readonly repeated: ReadonlySet<string>
  /** Unused headers that end in the name of a fact, by folded name: why they may be about something else. */
  readonly doubted: ReadonlyMap<string, DoubtedPath>
  /** The headers of facts that are known by the last part of their path alone. */
  readonly lastParts: ReadonlyMap<string, string>
  readonly blank: number
  /** Whether there were more names than are remembered. What the others mean is not known. */
  readonly isFull: boolean
  /** Notes a header of a table. */
  addHeader(header: string, index: number): void
  /** Notes a key of a record; it may come any number of times. */
  noteKey(key: string): void
  /** Notes a key and says which fact it means so far; `members` for the roster. Ask once all keys of a record are noted. */
  addKey(key: string): string | null
}

/** The key of the roster, as the rule language names it. No fact can have this name. */
export const MEMBERS = 'members'

/** What of a pack bears on headers of records that end in the name of a fact. */
export function pathFactsOf(pack: Pack): PathFacts {
  const { record, asOf } = pack
  const year = asOf === null ? null : Number(asOf.slice(0, 4))
  const yearly = [...columnsOf(pack)].flatMap(([name, { unit }]) => (unit?.get('year') === -1 ? [name] : []))
  return {
    size: record.size,
    years: year === null ? [] : [year, year - 1].map(String),
    yearly: new Set(yearly),
  }
}

/** The most headers that are listed and names that are known, because a hostile file may bring any number. */
const REMEMBERED = { headers: 500, names: 20_000 }

/**
 * Starts with no column. Where there is a roster, the key `members` of a record counts as a column of that name; a table cannot
 * hold one, and its header `members` is unused.
 */
export function collectColumns(
  declarations: ReadonlyMap<string, FactDeclaration>,
  hasRoster: boolean,
  paths: PathFacts | null = null,
): Columns {
  const names = noNames(declarations, hasRoster, paths)
  return {
    get used() {
      return meaningsSoFar(names).used
    },
    get unclear() {
      return meaningsSoFar(names).unclear
    },
    get unused() {
      return meaningsNow(names).unused
    },
    get repeated() {
      return meaningsNow(names).repeated
    },
    get doubted() {
      return meaningsNow(names).doubted
    },
    get lastParts() {
      return meaningsNow(names).lastParts
    },
    get blank() {
      return names.blank
    },
    get isFull() {
      return names.isFull
    },
    headers: names.headers,
    addHeader: (header, index) => noteName(names, header, index),
    noteKey: (key) => noteKey(names, key),
    addKey: (key) => factOfKey(names, key),
  }
}

type Meanings = ReturnType<typeof resolveColumns>

/** The names that have come, with what is known of their meanings. */
interface Names {
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly hasRoster: boolean
  readonly paths: PathFacts | null
  readonly named: HeaderMeaning[]
  readonly headers: string[]
  /** Keys that have come. */
  readonly keys: Set<string>
  /** What keys mean as long as `meanings` stay. */
  readonly facts: Map<string, string | null>
  /** What comes before the last segments that may mean facts, with and without the mark behind it. */
  readonly groups: Set<string>
  blank: number
  isFull: boolean
  meanings: Meanings | null
  /** Whether names have come since that mean nothing and change the meaning of no other. */
  isStale: boolean
}

const noNames = (
  declarations: Names['declarations'],
  hasRoster: boolean,
  paths: PathFacts | null,
): Names => ({
  declarations,
  hasRoster,
  paths,
  named: [],
  headers: [],
  keys: new Set(),
  facts: new Map(),
  groups: new Set(),
  blank: 0,
  isFull: false,
  meanings: null,
  isStale: false,
})

function noteName(names: Names, header: string, index: number): void {
  const folded = foldName(header)
  if (folded === '') {
    names.blank += 1
    return
  }
  if (names.headers.length < REMEMBERED.headers) names.headers.push(header)
  if (names.named.length >= REMEMBERED.names) {
    names.isFull = true
    return
  }
  const isRoster = index < 0 && names.hasRoster && folded === MEMBERS
  const meaning = isRoster
    ? ({ strength: 'name', facts: [MEMBERS] } as const)
    : meaningOf(header, names.declarations)
  const column: HeaderMeaning = { header, index, folded, meaning }
  names.named.push(column)
  names.isStale = true
  if (!changesMeanings(names, column)) return
  names.facts.clear()
  names.meanings = null
}

/** Whether a name means something, or may take the meaning of another. Remembers the group of a last segment that means a fact. */
function changesMeanings({ groups }: Names, { folded, meaning }: HeaderMeaning): boolean {
  const segment = lastSegment(folded)
  const group = segment === null ? '' : segment.group + segment.mark
  if (meaning === null && !groups.has(folded) && !groups.has(group)) return false
  if (segment !== null && meaning?.strength === 'last-segment') groups.add(segment.group).add(group)
  return true
}

function noteKey(names: Names, key: string): void {
  if (names.keys.has(key)) return
  if (names.keys.size < REMEMBERED.names) names.keys.add(key)
  noteName(names, key, -1)
}

function factOfKey(names: Names, key: string): string | null {
  const known = names.facts.get(key)
  if (known !== undefined) return known
  noteKey(names, key)
  const fact = meaningsSoFar(names).factOf(key)
  if (names.keys.has(key)) names.facts.set(key, fact)
  return fact
}

/** What the names mean. Names that change the meaning of no other may be left out. */
const meaningsSoFar = (names: Names): Meanings => names.meanings ?? meaningsNow(names)

function meaningsNow(names: Names): Meanings {
  if (names.meanings === null || names.isStale) names.meanings = resolveColumns(names.named, names.paths)
  names.isStale = false
  return names.meanings
}
