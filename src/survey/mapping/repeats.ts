import { foldName, questionName } from '../columns/column-names.js'
import { memberNumber, NUMBER } from '../columns/member-number.js'
import type { BoundFact, BoundRepeat } from './bound-columns.js'
import type { ColumnFinder } from './column-finder.js'
import type { FactMapping, NamedColumn } from './mapping.js'
import { isNumbered } from './records.js'

/** The members that are in one row, by the numbers at `{n}` in the headers. */
export function repeatsOf(
  finder: ColumnFinder,
  person: readonly NamedColumn[],
  members: readonly FactMapping[],
  bind: (finder: ColumnFinder, mapping: FactMapping) => BoundFact | null,
): BoundRepeat[] {
  const found = new Map<NamedColumn, ReadonlyMap<number, string>>()
  const columns = [...person, ...members.flatMap((mapping) => mapping.columns)].filter(isNumbered)
  for (const column of columns) found.set(column, headersOf(finder, column))
  for (const mapping of members)
    for (const column of mapping.columns)
      if (isNumbered(column) && found.get(column)?.size === 0) finder.missing([column])
  const numbers = new Set([...found.values()].flatMap((headers) => [...headers.keys()]))
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const at = <C extends NamedColumn>(column: C): C | null => {
        if (!isNumbered(column)) return column
        const header = found.get(column)?.get(number)
        return header === undefined ? null : { ...column, header }
      }
      const own = person.map(at).find((each) => each !== null)
      return {
        number,
        person: own === undefined ? null : finder.find(own),
        facts: members.flatMap((mapping) => {
          const named = mapping.columns.map(at).filter((each) => each !== null)
          const isWhole = named.length === mapping.columns.length
          const bound = isWhole ? bind(finder, { ...mapping, columns: named }) : null
          return bound === null ? [] : [bound]
        }),
      }
    })
}

/**
 * The headers that a column with `{n}` stands for, by number: those of exactly that form, else those of questions, with the number of the
 * question before it, else those with a group before it. Two headers of one number are reported.
 */
function headersOf(finder: ColumnFinder, column: NamedColumn): ReadonlyMap<number, string> {
  const form = formOf(column.header)
  const headers = new Map<number, string>()
  const exactly = new RegExp(`^${form}$`, 'u')
  const inGroup = new RegExp(`^.*[/.:-]${form}$`, 'u')
  for (const [pattern, nameOf] of [
    [exactly, (header: string) => header],
    [exactly, (header: string) => questionName(header) ?? ''],
    [inGroup, (header: string) => header],
  ] as const) {
    for (const [number, candidates] of numbered(finder.head.headers, pattern, nameOf)) {
      const [first] = candidates
      if (first === undefined || headers.has(number)) continue
      if (candidates.length > 1) finder.ambiguous(column, candidates)
      headers.set(number, first)
    }
  }
  return headers
}

function numbered(
  headers: readonly string[],
  pattern: RegExp,
  nameOf: (header: string) => string,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const header of headers) {
    const number = memberNumber(pattern.exec(foldName(nameOf(header)))?.[1] ?? '')
    if (number === null) continue
    found.set(number, [...(found.get(number) ?? []), header])
  }
  return found
}

/** A pattern for folded headers. If `{n}` occurs twice, both must be the same number. */
function formOf(header: string): string {
  const [head = '', ...rest] = foldName(header.replaceAll('{n}', MARK)).split(MARK).map(escaped)
  return `${head}(${NUMBER})${rest.join('(?:\\1)')}`
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Stands for `{n}` while the rest of a header is folded, because folding does not change it. */
const MARK = '\u0000'
