import { fileMatches } from '../../survey/mapping/file-pattern.js'
import type { InspectedTable } from '../tables/inspected-table.js'
import type { Conclusions } from './inspection.js'

/**
 * The `file` of some tables in a mapping: the shortest pattern that means them and no other inspected table; else the name of the first.
 * `null` if no `file` is needed.
 */
export function filePattern(
  wanted: readonly InspectedTable[],
  { tables, unreadable }: Conclusions,
): string | null {
  if (wanted.length === 1 && tables.length === 1 && unreadable.length === 0) return null
  return exactPattern(wanted, tables) ?? wanted[0]?.path ?? null
}

/** Whether one pattern means all these tables and no other. */
export const haveOnePattern = (
  wanted: readonly InspectedTable[],
  { tables }: Pick<Conclusions, 'tables'>,
): boolean => exactPattern(wanted, tables) !== null

function exactPattern(wanted: readonly InspectedTable[], tables: readonly InspectedTable[]): string | null {
  const paths = wanted.map(({ path }) => path)
  const others = tables.filter((table) => !wanted.includes(table)).map(({ path }) => path)
  const isExact = (pattern: string) =>
    paths.every((path) => fileMatches(pattern, path)) && others.every((path) => !fileMatches(pattern, path))
  return patterns(paths).find(isExact) ?? null
}

function patterns(paths: readonly string[]): string[] {
  const [first = '', ...rest] = paths
  const sheet = first.includes('#') ? [first.slice(first.indexOf('#'))] : []
  if (rest.length === 0) return [...sheet, first.slice(first.lastIndexOf('/') + 1), first]
  const [head, tail] = [sharedStart(paths), sharedEnd(paths)]
  const ending = /\.\w+$/.exec(tail)?.[0]
  return [...sheet, ...(ending === undefined ? [] : [`*${ending}`, `${head}*${ending}`]), `${head}*${tail}`]
}

/** The beginning that all texts share. */
export function sharedStart(paths: readonly string[]): string {
  const [first = ''] = paths
  let length = 0
  while (length < first.length && paths.every((path) => path[length] === first[length])) length += 1
  return first.slice(0, length)
}

const sharedEnd = (paths: readonly string[]): string => reversed(sharedStart(paths.map(reversed)))

const reversed = (text: string) => [...text].reverse().join('')
