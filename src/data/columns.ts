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
  const headers: string[] = []
  const used = new Map<string, Column[]>()
  const unclear = new Map<string, readonly string[]>()
  const unused = new Map<string, string>()
  const repeated = new Set<string>()
  let blank = 0

  function meet(header: string, index: number): string | null {
    const folded = foldName(header)
    const meant = hasRoster && index < 0 && folded === MEMBERS ? [MEMBERS] : (names.get(folded) ?? [])
    const [fact = null] = meant
    if (headers.length < REMEMBERED && folded !== '') headers.push(header)
    if (meant.length > 1) unclear.set(header, meant)
    if (fact !== null) {
      const columns = used.get(fact)
      if (columns === undefined) used.set(fact, [{ header, index }])
      else columns.push({ header, index })
    } else if (folded === '') {
      blank += 1
    } else if (unused.has(folded)) {
      repeated.add(folded)
    } else if (unused.size < REMEMBERED) {
      unused.set(folded, header)
    }
    return fact
  }

  return {
    headers,
    used,
    unclear,
    unused,
    repeated,
    get blank() {
      return blank
    },
    addHeader: (header, index) => void meet(header, index),
    addKey(key) {
      const known = keys.get(key)
      if (known !== undefined) return known
      const fact = meet(key, -1)
      if (fact !== null || keys.size < REMEMBERED) keys.set(key, fact)
      return fact
    },
  }
}

/** Every folded name, label and alias with the facts it can mean; a fact's own name means that fact alone. */
function indexNames(
  declarations: ReadonlyMap<string, FactDeclaration>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const [name, declaration] of declarations) {
    for (const other of namesOf(declaration)) {
      const folded = foldName(other)
      const facts = names.get(folded) ?? []
      if (!facts.includes(name)) names.set(folded, [...facts, name])
    }
  }
  for (const name of declarations.keys()) names.set(foldName(name), [name])
  return names
}

/** Under which names a column is recognised. */
export const namesOf = (declaration: FactDeclaration): string[] => [
  declaration.name,
  ...Object.values(declaration.labels),
  ...declaration.aliases,
]
