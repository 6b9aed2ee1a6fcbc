import type { FactDeclaration } from '../../lang/pack.js'
import type { Column } from '../files/row.js'
import { foldName, lastSegment } from './column-names.js'
import { type NamedColumn, resolveColumns } from './column-rules.js'
import { meaningOf } from './name-matching.js'

export { foldName } from './column-names.js'
export { findColumn } from './find-column.js'
export { namesOf } from './name-matching.js'

/** What the headers of one file mean, or the keys of its records or members, collected as they come. */
export interface Columns {
  /** Under each fact the columns that mean it by the strongest rule that any does; more than one is a fault. */
  readonly used: ReadonlyMap<string, readonly Column[]>
  /** The first headers, a few hundred at most, in the order in which they come. */
  readonly headers: readonly string[]
  /** Headers that may mean several facts. */
  readonly unclear: ReadonlyMap<string, readonly string[]>
  /** Headers that mean nothing to the pack, by folded name, as typed first. */
  readonly unused: ReadonlyMap<string, string>
  /** Folded names of unused headers that stand twice in a table. */
  readonly repeated: ReadonlySet<string>
  readonly blank: number
  /** Whether there were more names than are remembered, so that nobody knows what the others mean. */
  readonly isFull: boolean
  /** Notes a header of a table. */
  addHeader(header: string, index: number): void
  /** Notes a key of a record, however often it comes. */
  noteKey(key: string): void
  /** Notes a key and says which fact it means so far; `members` for the roster. Best asked once all keys of a record are noted. */
  addKey(key: string): string | null
}

/** The key of the roster, as the rule language names it; no fact can be named so. */
export const MEMBERS = 'members'

/** Headers that can be listed and names that can be known, of all that a hostile file may bring. */
const REMEMBERED = { headers: 500, names: 20_000 }

/**
 * Starts with no column. Where there is a roster, the key `members` of a record counts as a column of that name; a table cannot
 * hold one, and its header `members` is unused.
 */
export function collectColumns(
  declarations: ReadonlyMap<string, FactDeclaration>,
  hasRoster: boolean,
): Columns {
  const named: NamedColumn[] = []
  const headers: string[] = []
  const seen = new Set<string>()
  const facts = new Map<string, string | null>()
  let blank = 0
  let isFull = false
  let resolved: ReturnType<typeof resolveColumns> | null = null
  /** Whether names came since that mean nothing, and bear on no other. */
  let isStale = false
  /** What stands before the last segments that may mean facts, with and without the mark behind it. */
  const groups = new Set<string>()

  function note(header: string, index: number): void {
    const folded = foldName(header)
    if (folded === '') {
      blank += 1
      return
    }
    if (headers.length < REMEMBERED.headers) headers.push(header)
    if (named.length >= REMEMBERED.names) {
      isFull = true
      return
    }
    const isRoster = index < 0 && hasRoster && folded === MEMBERS
    const meaning = isRoster
      ? ({ strength: 'name', facts: [MEMBERS] } as const)
      : meaningOf(header, declarations)
    named.push({ header, index, folded, meaning })
    isStale = true
    const segment = lastSegment(folded)
    const group = segment === null ? '' : segment.group + segment.mark
    if (meaning === null && !groups.has(folded) && !groups.has(group)) return
    if (segment !== null && meaning?.strength === 'last-segment') groups.add(segment.group).add(group)
    facts.clear()
    resolved = null
  }

  function noteKey(key: string): void {
    if (seen.has(key)) return
    if (seen.size < REMEMBERED.names) seen.add(key)
    note(key, -1)
  }

  /** What the names mean, where those that bear on no other may still be left out. */
  const bearing = () => resolved ?? now()

  const now = () => {
    if (resolved === null || isStale) resolved = resolveColumns(named)
    isStale = false
    return resolved
  }
  return {
    get used() {
      return bearing().used
    },
    get unclear() {
      return bearing().unclear
    },
    get unused() {
      return now().unused
    },
    get repeated() {
      return now().repeated
    },
    get blank() {
      return blank
    },
    get isFull() {
      return isFull
    },
    headers,
    addHeader: note,
    noteKey,
    addKey(key) {
      const known = facts.get(key)
      if (known !== undefined) return known
      noteKey(key)
      const fact = bearing().factOf(key)
      if (seen.has(key)) facts.set(key, fact)
      return fact
    },
  }
}
