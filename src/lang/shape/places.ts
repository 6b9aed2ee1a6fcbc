import type { Span } from '../../base/source.js'
import type { Tree, TreeEntry, TreeMapping } from '../../base/tree/tree.js'

/** The way to a value of a pack file: keys, and positions in lists from 0. */
export type Path = readonly (string | number)[]

/** The places of the values and keys of a pack file. A path that leads nowhere gives the last place on its way. */
export interface Places {
  /** The place of a single value; of its key if the value is empty, a list or a mapping. */
  value(path: Path): Span
  /** The place of the key, or of the first entry of an item of a list. */
  key(path: Path): Span
  /** The source text of a single value, or the empty text. */
  text(path: Path): string
  /** The keys of a mapping in the order of the file. */
  names(path: Path): readonly string[]
}

/** The entries of a mapping in the order of the file. JavaScript does not keep it for keys such as `1`. */
export function entriesOf<T>(
  places: Places,
  path: Path,
  mapping: { readonly [key: string]: T } | undefined,
): [string, T][] {
  if (mapping === undefined) return []
  return places.names(path).flatMap((name): [string, T][] => {
    const value = Object.hasOwn(mapping, name) ? mapping[name] : undefined
    return value === undefined ? [] : [[name, value]]
  })
}

interface Found {
  readonly value: Tree | null
  readonly key: Span
}

export function createPlaces(root: Tree): Places {
  const entries = new WeakMap<TreeMapping, ReadonlyMap<string, TreeEntry>>()
  const entryOf = (mapping: TreeMapping, key: string): TreeEntry | undefined => {
    const known = entries.get(mapping) ?? new Map(mapping.entries.map((entry) => [entry.key.text, entry]))
    entries.set(mapping, known)
    return known.get(key)
  }
  const step = (from: Tree, part: string | number): Found | null => {
    if (from.kind === 'mapping') return entryOf(from, String(part)) ?? null
    const item = from.kind === 'sequence' ? from.items[Number(part)] : undefined
    return item === undefined ? null : { value: item, key: headOf(item) }
  }
  const find = (path: Path): Found => {
    let found: { value: Tree; key: Span } = { value: root, key: headOf(root) }
    for (const part of path) {
      const next = step(found.value, part)
      if (next === null || next.value === null) return { value: null, key: found.key }
      found = { value: next.value, key: next.key }
    }
    return found
  }
  return {
    value(path) {
      const { value, key } = find(path)
      return value?.kind === 'scalar' && value.end > value.start ? value : key
    },
    key: (path) => find(path).key,
    text(path) {
      const { value } = find(path)
      return value?.kind === 'scalar' ? value.text : ''
    },
    names(path) {
      const { value } = find(path)
      return value?.kind === 'mapping' ? value.entries.map((entry) => entry.key.text) : []
    },
  }
}

/** The place that stands for a whole value: a single value itself, the first entry of a mapping, the first item of a list. */
function headOf(tree: Tree): Span {
  if (tree.kind === 'scalar') return tree
  const first = tree.kind === 'sequence' ? tree.items[0] : undefined
  if (first !== undefined) return headOf(first)
  const entry = tree.kind === 'mapping' ? tree.entries[0] : undefined
  if (entry === undefined) return tree
  return entry.value.kind === 'scalar'
    ? { start: entry.key.start, end: Math.max(entry.key.end, entry.value.end) }
    : entry.key
}
