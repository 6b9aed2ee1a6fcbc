import { isNull, type Tree } from '../../base/tree.js'

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/**
 * A tree as JavaScript values, only to check its shape: plain numerals, `true`, `false` and nothing become those, all else is text.
 * What a number is exactly is read from its source text afterwards.
 */
export function toPlain(tree: Tree): unknown {
  if (tree.kind === 'sequence') return tree.items.map(toPlain)
  if (tree.kind === 'mapping')
    return Object.fromEntries(tree.entries.map(({ key, value }) => [key.text, toPlain(value)]))
  if (!tree.plain) return tree.text
  if (isNull(tree)) return null
  if (tree.text === 'true' || tree.text === 'false') return tree.text === 'true'
  return NUMBER.test(tree.text) ? Number(tree.text) : tree.text
}
