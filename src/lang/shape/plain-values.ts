import { say } from '../../base/say/say.js'
import { isNull, type Tree } from '../../base/tree/tree.js'
import type { FaultList } from '../fault-list.js'

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/**
 * A tree as JavaScript values, only to check its shape. Plain numerals, `true`, `false` and nothing become those; all else is text. Exact
 * numbers are read from the source text later.
 */
export function plainValues(tree: Tree): unknown {
  if (tree.kind === 'sequence') return tree.items.map(plainValues)
  if (tree.kind === 'mapping')
    return Object.fromEntries(tree.entries.map(({ key, value }) => [key.text, plainValues(value)]))
  if (!tree.plain) return tree.text
  if (isNull(tree)) return null
  if (tree.text === 'true' || tree.text === 'false') return tree.text === 'true'
  return NUMBER.test(tree.text) ? Number(tree.text) : tree.text
}

/** Refuses the key `__proto__`, which JavaScript treats in its own way, and leaves it out wherever it stands. */
export function withoutProto(list: FaultList, tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree
  if (tree.kind === 'sequence') return { ...tree, items: tree.items.map((item) => withoutProto(list, item)) }
  const entries = tree.entries.flatMap(({ key, value }) => {
    if (key.text !== '__proto__') return [{ key, value: withoutProto(list, value) }]
    list.fault('shape', key, say('shape.proto'))
    return []
  })
  return { ...tree, entries }
}
