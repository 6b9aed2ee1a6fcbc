import type { Tree } from '../../base/tree/tree.js'

/** Lists of mappings inside records, by their keys: how many records have one, the line of the first, and keys of their first items. */
export type SeenLists = Map<string, { readonly line: number; readonly keys: Set<string>; records: number }>

/** The most lists, and keys of each, that are noted. */
const MOST = { lists: 20, keys: 40 }

/** Notes what stands under a key that no fact is read from. */
export function noteList(lists: SeenLists, key: string, tree: Tree, line: number): void {
  const [first] = tree.kind === 'sequence' ? tree.items : []
  if (first?.kind !== 'mapping') return
  const list = lists.get(key) ?? { records: 0, line, keys: new Set() }
  if (list.records === 0 && lists.size < MOST.lists) lists.set(key, list)
  list.records += 1
  for (const each of first.entries) if (list.keys.size < MOST.keys) list.keys.add(each.key.text)
}
