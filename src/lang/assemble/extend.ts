import { entryOf, type Tree, type TreeEntry, type TreeMapping } from '../../base/tree/tree.js'
import type { FaultList } from '../fault-list.js'
import { BY_ID, BY_NAME, OWN_KEYS } from '../shape/extending-keys.js'

/** A pack with all that it takes over from the packs it extends, nearest first. */
export function extendAll(list: FaultList, child: Tree, ancestors: readonly Tree[]): Tree {
  const [parent, ...others] = ancestors
  return parent === undefined ? child : extend(list, child, extendAll(list, parent, others))
}

/**
 * Lays a pack over its parent. Parameters, facts, derived values, criteria, tables and checks replace those with the same name as a whole,
 * or are added after them. The declaration of the record cannot change.
 */
function extend(list: FaultList, child: Tree, parent: Tree): Tree {
  if (child.kind !== 'mapping' || parent.kind !== 'mapping') return child
  const entries: TreeEntry[] = child.entries.filter(
    ({ key }) => !isMerged(key.text) || entryOf(parent, key.text) === undefined,
  )
  const record = entryOf(child, 'record')
  if (record !== undefined) {
    list.fault('shape', record.key, 'a pack that extends another cannot change `record`', {
      why: 'both must judge the same records',
      help: 'write a pack of its own instead',
    })
  }
  for (const inherited of parent.entries) {
    const name = inherited.key.text
    if (OWN_KEYS.has(name)) continue
    const own = name === 'record' ? undefined : entryOf(child, name)
    if (own === undefined) entries.push(inherited)
    else if (isMerged(name))
      entries.push({ key: own.key, value: mergeSection(name, own.value, inherited.value) })
  }
  return { ...child, entries }
}

const isMerged = (name: string) =>
  name === 'record' || BY_NAME.has(name) || BY_ID.has(name) || name === 'facts' || name === 'units'

function mergeSection(name: string, own: Tree, inherited: Tree): Tree {
  if (own.kind === 'mapping' && inherited.kind === 'mapping') {
    if (name === 'decisions') return mergeDecisions(own, inherited)
    return name === 'facts' ? mergeFacts(own, inherited) : mergeNames(own, inherited)
  }
  if (own.kind === 'sequence' && inherited.kind === 'sequence') {
    if (name === 'units') return { ...own, items: [...inherited.items, ...own.items] }
    return { ...own, items: mergeIds(own.items, inherited.items) }
  }
  return own
}

/** What stands twice in the pack itself stands twice in the result, where it is refused as in any pack. */
function mergeIds(own: readonly Tree[], inherited: readonly Tree[]): Tree[] {
  const left = [...own]
  const replaced = inherited.map((item) => {
    const id = idOf(item)
    const at = id === null ? -1 : left.findIndex((each) => idOf(each) === id)
    return at < 0 ? item : (left.splice(at, 1)[0] ?? item)
  })
  return [...replaced, ...left]
}

/** A pack whose decisions are chosen in another way than its parent's takes none of their tables. */
function mergeDecisions(own: TreeMapping, inherited: TreeMapping): TreeMapping {
  const isOneTable = entryOf(own, 'table') !== undefined
  const wasOneTable = entryOf(inherited, 'table') !== undefined
  const changes = wasOneTable ? entryOf(own, 'by') !== undefined && !isOneTable : isOneTable
  return changes ? own : mergeNames(own, inherited)
}

function mergeNames(own: TreeMapping, inherited: TreeMapping): TreeMapping {
  const replaced = inherited.entries.map((entry) => entryOf(own, entry.key.text) ?? entry)
  return {
    ...own,
    entries: [...replaced, ...own.entries.filter(({ key }) => entryOf(inherited, key.text) === undefined)],
  }
}

/** Facts stand in groups; they are replaced or added inside their group. */
function mergeFacts(own: TreeMapping, inherited: TreeMapping): TreeMapping {
  const groups = mergeNames(own, inherited)
  const entries = groups.entries.map(({ key, value }): TreeEntry => {
    const parent = entryOf(inherited, key.text)?.value
    const isBoth = value !== parent && value.kind === 'mapping' && parent?.kind === 'mapping'
    return { key, value: isBoth ? mergeNames(value, parent) : value }
  })
  return { ...groups, entries }
}

const idOf = (item: Tree): string | null => {
  const id = item.kind === 'mapping' ? entryOf(item, 'id')?.value : undefined
  return id?.kind === 'scalar' ? id.text : null
}

/** The same tree with every place moved by an offset. A value that aliases repeat stays one object. */
export function shiftTree(root: Tree, by: number): Tree {
  const moved = new Map<Tree, Tree>()
  const shift = (tree: Tree): Tree => {
    const known = moved.get(tree)
    if (known !== undefined) return known
    const result = shifted(tree)
    moved.set(tree, result)
    return result
  }
  const place = <T extends Tree>(tree: T): T => ({ ...tree, start: tree.start + by, end: tree.end + by })
  const shifted = (tree: Tree): Tree => {
    if (tree.kind === 'scalar') return place(tree)
    if (tree.kind === 'sequence') return { ...place(tree), items: tree.items.map(shift) }
    return {
      ...place(tree),
      entries: tree.entries.map(({ key, value }) => ({ key: place(key), value: shift(value) })),
    }
  }
  return shift(root)
}
