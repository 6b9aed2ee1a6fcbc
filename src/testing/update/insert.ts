import { entryOf, type Tree, type TreeMapping } from '../../base/tree/tree.js'
import type { SeenValue } from '../cases/compare.js'
import { type Edit, indentOf, isFlow, lineBreakOf, lineEnd, textEnd } from './edit.js'
import { nameText, valueText } from './yaml-value.js'

/** Members of an expectation, by the names that mismatches have. */
export type Members = ReadonlyMap<string, SeenValue>

const EXPECT = 'expect'

/** Gives a row expectations of its own beside those that it has; `null` where what it has stands elsewhere, as behind an alias. */
export function insertMembers(text: string, row: Tree, members: Members): Edit[] | null {
  if (row.kind !== 'mapping') return null
  const groups = grouped(members)
  const expect = entryOf(row, EXPECT)?.value
  if (expect === undefined) return insertEntries(text, row, [`${EXPECT}: ${mappingText(groups)}`])
  if (!isOwn(row, expect)) return null
  const entries: string[] = []
  const edits: (Edit[] | null)[] = []
  for (const [key, value] of groups) {
    const standing = entryOf(expect, key)?.value
    if (typeof value === 'string') entries.push(`${key}: ${value}`)
    else if (standing === undefined) entries.push(`${key}: ${mappingText(value)}`)
    else edits.push(isOwn(expect, standing) ? insertEntries(text, standing, linesOf(value)) : null)
  }
  if (entries.length > 0) edits.push(insertEntries(text, expect, entries))
  return edits.every((each) => each !== null) ? edits.flat() : null
}

type Groups = Map<string, string | Map<string, string>>

/** `verdicts.income` under `verdicts`, all else by itself. */
function grouped(members: Members): Groups {
  const groups: Groups = new Map()
  for (const [name, value] of members) {
    const [, group, key] = /^(verdicts|outputs)\.(.*)$/s.exec(name) ?? []
    if (group === undefined || key === undefined) {
      groups.set(name, valueText(value))
      continue
    }
    const found = groups.get(group)
    const own = found instanceof Map ? found : new Map<string, string>()
    groups.set(group, own.set(key, valueText(value)))
  }
  return groups
}

const linesOf = (entries: ReadonlyMap<string, string>) =>
  [...entries].map(([key, value]) => `${nameText(key)}: ${value}`)

function mappingText(entries: Groups): string {
  const written = [...entries].map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : `{ ${linesOf(value).join(', ')} }`}`,
  )
  return `{ ${written.join(', ')} }`
}

const isOwn = (outer: Tree, inner: Tree): inner is TreeMapping =>
  inner.kind === 'mapping' && inner.start >= outer.start && inner.end <= outer.end

/** Entries behind those of a mapping; before them where a comment or an alias ends it. */
function insertEntries(text: string, mapping: TreeMapping, entries: readonly string[]): Edit[] | null {
  const [first] = mapping.entries
  const last = mapping.entries.at(-1)
  if (first === undefined || last === undefined) return null
  if (isFlow(text, mapping)) {
    const inside = text.slice(0, mapping.end - 1)
    const at = inside.trimEnd().length
    if (text.slice(last.key.end, at).includes('#'))
      return [put(first.key.start, entries.map((entry) => `${entry}, `).join(''))]
    return [put(at, `${inside.charAt(at - 1) === ',' ? '' : ','} ${entries.join(', ')}`)]
  }
  const indent = indentOf(text, first.key.start)
  const end = textEnd(text, mapping)
  if (end === null)
    return [put(first.key.start, entries.map((entry) => `${entry}${lineBreakOf(text)}${indent}`).join(''))]
  return [put(lineEnd(text, end), entries.map((entry) => `${lineBreakOf(text)}${indent}${entry}`).join(''))]
}

const put = (at: number, text: string): Edit => ({ start: at, end: at, text })
