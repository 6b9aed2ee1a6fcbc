import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { orList } from '../../base/wording.js'
import { type Column, clean } from '../files/row.js'
import { foldForR, foldName, foldPath, isFromR, withoutBrackets } from './column-names.js'

export type FoundColumn =
  | { readonly column: Column }
  /** The headers that the same rule takes for the wanted one. */
  | { readonly ambiguous: readonly string[] }
  /** "did you mean …?", where a header is near. */
  | { readonly none: string | null }

/**
 * Finds a column by its header, by the first of these rules that any header fulfils: the same text; the same except for case, width and
 * spaces; the same path, with any mark between its groups; the name that R makes of it; the same except for a unit in brackets at the
 * end; the last part of a path.
 */
export function findColumn(headers: readonly string[], wanted: string): FoundColumn {
  for (const isWanted of RULES.map((rule) => rule(wanted, headers))) {
    const found = headers.flatMap((header, index) => (isWanted(header) ? [{ header, index }] : []))
    const [column] = found
    if (column === undefined) continue
    return found.length === 1 ? { column } : { ambiguous: found.map(({ header }) => header) }
  }
  const parts = headers.filter((header) => isPartly(header, wanted))
  return {
    none:
      parts.length > 0
        ? say('names.meant', { names: orList(parts.slice(0, 3)) })
        : (didYouMean(wanted, headers) ?? null),
  }
}

type Rule = (wanted: string, headers: readonly string[]) => (header: string) => boolean

const RULES: readonly Rule[] = [
  (wanted) => (header) => header === wanted,
  (wanted) => {
    const folded = foldName(wanted)
    return (header) => foldName(header) === folded
  },
  (wanted) => {
    const path = foldPath(foldName(wanted))
    return (header) => path.includes('/') && foldPath(foldName(header)) === path
  },
  (wanted) => {
    const rewritten = foldForR(wanted)
    return (header) => isFromR(clean(header)) && foldForR(header) === rewritten
  },
  (wanted) => {
    const folded = foldName(wanted)
    return (header) => {
      const parts = withoutBrackets(header)
      return parts !== null && !SCALED.test(parts.inside) && foldName(parts.name) === folded
    }
  },
  (wanted, headers) => {
    const names = new Set(headers.map(foldName))
    return (header) => {
      const group = groupBefore(header, wanted)
      return (
        group !== null && !names.has(group.name) && (/[/:]/.test(group.mark) || !/\s/.test(clean(header)))
      )
    }
  },
]

/** A unit in brackets that multiplies the number: then another column is meant. */
const SCALED = /[万千百亿%‰]|thousand|million|lakh|crore|'000/i

/** Whether a header ends in the wanted name, or is that name with brackets after it: near enough to ask. */
const isPartly = (header: string, wanted: string): boolean =>
  groupBefore(header, wanted) !== null || foldName(withoutBrackets(header)?.name ?? '') === foldName(wanted)

/** The path before the wanted name at the end of a header, with the mark between; `null` also for one of several repeats. */
function groupBefore(header: string, wanted: string): { name: string; mark: string } | null {
  const [path, last] = [foldName(header), foldName(wanted)]
  if (last === '' || path.length < last.length + 2 || !path.endsWith(last)) return null
  const before = path.slice(0, -last.length)
  const mark = before.slice(-1)
  const name = before.slice(0, -1)
  return /[/.:-]/.test(mark) && !/\[\d+\]/.test(name) ? { name, mark } : null
}
