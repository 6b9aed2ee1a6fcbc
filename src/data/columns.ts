import type { FactDeclaration } from '../lang/pack.js'
import { type Column, clean } from './row.js'

/** A header, key or name as names are compared: trimmed, NFKC, lower-case, spaces as underscores. */
export const foldName = (name: string): string => clean(name).toLowerCase().replace(/\s+/g, '_')

/** What the headers of one file mean, or the keys of its records or members, collected as they come. */
export interface Columns {
  /** Under each fact every column that means it; more than one is a fault. */
  readonly used: ReadonlyMap<string, readonly Column[]>
  /** All headers in the order in which they come, a few hundred at most. */
  readonly headers: readonly string[]
  /** Headers that may mean several facts. */
  readonly unclear: ReadonlyMap<string, readonly string[]>
  /** Headers that mean nothing to the pack, by folded name, as typed first; a few hundred at most. */
  readonly unused: ReadonlyMap<string, string>
  /** Folded names of unused headers that stand twice in a table. */
  readonly repeated: ReadonlySet<string>
  readonly blank: number
  /** Notes a header of a table. */
  addHeader(header: string, index: number): void
  /** Notes a key of a record, however often it comes, and says which fact it means; `members` for the roster. */
  addKey(key: string): string | null
}

/** The key of the roster, as the rule language names it; no fact can be named so. */
export const MEMBERS = 'members'

/** Unused names that are remembered, of all that a hostile file may bring. */
const REMEMBERED = 500

/**
 * Starts with no column. Where there is a roster, the key `members` of a record counts as a column of that name; a table cannot
 * hold one, and its header `members` is unused.
 */
export function collectColumns(
  declarations: ReadonlyMap<string, FactDeclaration>,
  hasRoster: boolean,
): Columns {
  const names = indexNames(declarations)
  const keys = new Map<string, string | null>()
  const found = noColumns()
  const meaning = (folded: string) => names.get(folded) ?? []
  const keyMeaning = (folded: string) => (hasRoster && folded === MEMBERS ? [MEMBERS] : meaning(folded))
  return Object.assign(found, {
    addHeader: (header: string, index: number) => void note(found, header, index, meaning),
    addKey(key: string) {
      const known = keys.get(key)
      if (known !== undefined) return known
      const fact = note(found, key, -1, keyMeaning)
      if (fact !== null || keys.size < REMEMBERED) keys.set(key, fact)
      return fact
    },
  })
}

const noColumns = () => ({
  used: new Map<string, Column[]>(),
  headers: [] as string[],
  unclear: new Map<string, readonly string[]>(),
  unused: new Map<string, string>(),
  repeated: new Set<string>(),
  blank: 0,
})

function note(
  found: ReturnType<typeof noColumns>,
  header: string,
  index: number,
  meaning: (folded: string) => readonly string[],
): string | null {
  const folded = foldName(header)
  if (folded === '') {
    found.blank += 1
    return null
  }
  if (found.headers.length < REMEMBERED) found.headers.push(header)
  const facts = meaning(folded)
  const [fact] = facts
  if (fact === undefined) {
    if (found.unused.has(folded)) found.repeated.add(folded)
    else if (found.unused.size < REMEMBERED) found.unused.set(folded, header)
    return null
  }
  if (facts.length > 1) found.unclear.set(header, facts)
  const columns = found.used.get(fact)
  if (columns === undefined) found.used.set(fact, [{ header, index }])
  else columns.push({ header, index })
  return fact
}

const indexes = new WeakMap<ReadonlyMap<string, FactDeclaration>, ReadonlyMap<string, readonly string[]>>()

/** Every folded name, label and alias with the facts it can mean; a fact's own name means that fact alone. */
function indexNames(
  declarations: ReadonlyMap<string, FactDeclaration>,
): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(declarations)
  if (known !== undefined) return known
  const names = new Map<string, string[]>()
  for (const [name, declaration] of declarations) {
    for (const other of namesOf(declaration)) {
      const folded = foldName(other)
      const facts = names.get(folded) ?? []
      if (!facts.includes(name)) names.set(folded, [...facts, name])
    }
  }
  for (const name of declarations.keys()) names.set(foldName(name), [name])
  indexes.set(declarations, names)
  return names
}

/** Under which names a column is recognised. */
export const namesOf = (declaration: FactDeclaration): string[] => [
  declaration.name,
  ...Object.values(declaration.labels),
  ...declaration.aliases,
]
