import { type Decimal, digits } from '../../base/decimal.js'
import { pointOf, type Range } from '../../base/range.js'
import type { Scalar, Sequence, Tree, TreeMapping } from '../../base/tree/tree.js'
import type { SeenValue } from '../cases/compare.js'
import {
  type Edit,
  indentOf,
  isBare,
  isFlow,
  leavesIn,
  lineBreakOf,
  lineEnd,
  textEnd,
  withoutBreak,
} from './edit.js'
import { nameText, quoteAt, valueText } from './yaml-value.js'

/** Writes another value where one stands; `null` where a comment, an anchor or an alias would be lost. */
export function rewriteValue(text: string, tree: Tree, now: SeenValue): Edit[] | null {
  if (tree.kind === 'sequence' && Array.isArray(now)) return rewriteList(text, tree, now)
  if (typeof now === 'object' && 'lo' in now && tree.kind === 'mapping') {
    const ends = rewriteEnds(tree, now)
    if (ends !== null) return ends
  }
  return tree.kind === 'scalar' ? [rewriteScalar(text, tree, now)] : rewriteWhole(text, tree, valueText(now))
}

function rewriteScalar(text: string, tree: Scalar, now: SeenValue): Edit {
  const quote = quoteAt(text, tree.start)
  const written = typeof now === 'string' ? nameText(now, quote) : valueText(now)
  return { start: tree.start, end: withoutBreak(text, tree), text: written }
}

/** The ends of an open figure, each where it stands; `null` where another end has a bound now. */
function rewriteEnds(tree: TreeMapping, now: Range): Edit[] | null {
  const wanted = new Map<string, Decimal>()
  if (now.lo !== null) wanted.set('min', now.lo)
  if (now.hi !== null) wanted.set('max', now.hi)
  const isSameForm =
    tree.entries.length === wanted.size && tree.entries.every(({ key }) => wanted.has(key.text))
  if (pointOf(now) !== null || !isSameForm || leavesIn(tree) === null) return null
  return tree.entries.flatMap(({ key, value }) => {
    const end = wanted.get(key.text)
    return end === undefined || value.kind !== 'scalar' || value.text === digits(end)
      ? []
      : [{ start: value.start, end: value.end, text: digits(end) }]
  })
}

/** A list or mapping gone, and a value on one line in its place. */
function rewriteWhole(text: string, tree: Tree, written: string): Edit[] | null {
  const leaves = leavesIn(tree)
  const end = textEnd(text, tree)
  if (leaves === null || end === null || !isBare(text, tree, leaves, end)) return null
  if (isFlow(text, tree)) return [{ start: tree.start, end, text: written }]
  const start = text.slice(0, tree.start).trimEnd().length
  return text.charAt(start - 1) === ':' ? [{ start, end, text: ` ${written}` }] : null
}

/** Names that stay keep their place and form, those that are new come behind them. */
function rewriteList(text: string, tree: Sequence, now: readonly string[]): Edit[] | null {
  const added = [...now]
  const kept: Tree[] = []
  for (const item of tree.items) {
    const at = item.kind === 'scalar' ? added.indexOf(item.text) : -1
    if (at < 0) continue
    added.splice(at, 1)
    kept.push(item)
  }
  const [first] = tree.items
  if (now.length === 0 || first === undefined) return rewriteWhole(text, tree, valueText(now))
  const leaves = leavesIn(tree)
  const end = textEnd(text, tree)
  if (leaves === null || end === null) return null
  const quote = quoteAt(text, first.start)
  const names = added.map((name) => nameText(name, quote))
  if (!isBare(text, tree, leaves, end))
    return kept.length < tree.items.length ? null : addItems(text, tree, names)
  const last = leaves.at(-1) ?? first
  const pieces = [...kept.map((item) => text.slice(item.start, withoutBreak(text, item))), ...names]
  const joined = pieces.join(separatorIn(text, tree))
  return [{ start: first.start, end: withoutBreak(text, last), text: joined }]
}

function separatorIn(text: string, tree: Sequence): string {
  const [first, second] = tree.items
  if (!isFlow(text, tree)) return `${lineBreakOf(text)}${indentOf(text, tree.start)}- `
  return first === undefined || second === undefined ? ', ' : text.slice(first.end, second.start)
}

/** Names behind the last of a list with comments; what stands behind it on its line stays there. */
function addItems(text: string, tree: Sequence, names: readonly string[]): Edit[] | null {
  const last = tree.items.at(-1)
  if (last === undefined) return null
  const isInLine = isFlow(text, tree)
  const at = isInLine ? last.end : lineEnd(text, withoutBreak(text, last))
  const mark = isInLine ? ', ' : separatorIn(text, tree)
  return [{ start: at, end: at, text: names.map((name) => mark + name).join('') }]
}
