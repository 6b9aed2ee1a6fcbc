import type { Source } from '../../base/source.js'
import type { Tree } from '../../base/tree/tree.js'

/** The number of values that aliases may add to a pack. An honest pack repeats a citation or a list of codes. */
const ALLOWANCE = 10_000

/** True if aliases stand for more values than the pack may have. Without aliases every value takes at least one character. */
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
