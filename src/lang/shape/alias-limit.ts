import type { Source } from '../../base/source.js'
import type { Tree } from '../../base/tree/tree.js'

/** What aliases may add to a pack, in values; an honest one repeats a citation or a list of codes. */
const ALLOWANCE = 10_000

/** Whether aliases stand for so many values that checking them takes long; without aliases every value takes a character at least. */
export function exceedsAliasLimit(source: Source, tree: Tree): boolean {
  let left = source.text.length + ALLOWANCE
  const open: Tree[] = [tree]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    left -= 1
    if (left < 0) return true
    if (next.kind === 'sequence') for (const item of next.items) open.push(item)
    if (next.kind === 'mapping') for (const { value } of next.entries) open.push(value)
  }
  return false
}
