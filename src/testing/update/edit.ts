import type { Span } from '../../base/source.js'
import type { Tree } from '../../base/tree/tree.js'

/** A piece of a text, and what takes its place. */
export interface Edit extends Span {
  readonly text: string
}

/** The text with all edits made, those at one place in the order given; `null` where two of them overlap. */
export function edited(text: string, edits: readonly Edit[]): string | null {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  let made = ''
  let done = 0
  for (const { start, end, text: piece } of inOrder) {
    if (start < done) return null
    made += text.slice(done, start) + piece
    done = end
  }
  return made + text.slice(done)
}

/** The single values and keys of a list or mapping, in the order of the text; `null` where one stands elsewhere, as behind an alias. */
export function leavesIn(tree: Tree): Span[] | null {
  const leaves: Span[] = []
  const open: Tree[] = [tree]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.start < tree.start || each.end > tree.end) return null
    if (each.kind === 'scalar') leaves.push(each)
    else if (each.kind === 'sequence') open.push(...each.items)
    else for (const { key, value } of each.entries) open.push(key, value)
  }
  return leaves.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** True for `[…]` and `{…}`. */
export const isFlow = (text: string, { start }: Span): boolean => /[[{]/.test(text.charAt(start))

/** Where a list or mapping ends in the text. What the parser calls the end of a block goes on over comments and blank lines. */
export function textEnd(text: string, tree: Tree): number | null {
  if (tree.kind === 'scalar' || isFlow(text, tree)) return tree.end
  const last = lastOf(tree)
  if (last === undefined || last.start < tree.start || last.end > tree.end) return null
  return last.kind === 'scalar' ? withoutBreak(text, last) : textEnd(text, last)
}

function lastOf(tree: Exclude<Tree, { kind: 'scalar' }>): Tree | undefined {
  if (tree.kind === 'sequence') return tree.items.at(-1)
  const entry = tree.entries.at(-1)
  const isEmpty = entry?.value.kind === 'scalar' && entry.value.start === entry.value.end
  return isEmpty ? { ...entry.key, end: entry.key.end + 1 } : entry?.value
}

/** The end of a single value without the line break that a block of text has at its end. */
export const withoutBreak = (text: string, { start, end }: Span): number =>
  start + text.slice(start, end).trimEnd().length

/**
 * True if nothing but marks of YAML and blanks stands between the values of a list or mapping that ends at `end`, and in a block behind the
 * last: no comment, anchor or tag would be lost with them.
 */
export function isBare(text: string, tree: Tree, leaves: readonly Span[], end: number): boolean {
  let at = tree.start
  let between = ''
  for (const leaf of leaves) {
    between += text.slice(at, leaf.start)
    at = Math.max(at, leaf.end)
  }
  const last = isFlow(text, tree) ? end : lineEnd(text, end)
  return /^[\s,:{}[\]-]*$/.test(between + text.slice(at, last))
}

/** The blanks that bring a line to the column of a place. */
export function indentOf(text: string, place: number): string {
  const start = text.lastIndexOf('\n', place - 1) + 1
  return ' '.repeat(place - start)
}

export const lineBreakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** The end of the line of a place, before its line break. */
export function lineEnd(text: string, place: number): number {
  const at = text.indexOf('\n', place)
  const end = at < 0 ? text.length : at
  return text.charAt(end - 1) === '\r' && end > place ? end - 1 : end
}
