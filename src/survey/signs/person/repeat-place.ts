import { plainHeader } from '../../columns/plain-header.js'
import { PLACE_JOINS } from '../tool-columns.js'

/** A table with its first rows. */
export interface SampledTable {
  /** The name of its file or sheet. */
  readonly name: string
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/** Keys of ODK end in the repeats that hold a row: `uuid:1/members[2]`. */
const KEY = 'key'
const PARENT_KEY = 'parent_key'

/** True if a column holds keys of ODK: each part before a `/` is the key of the row's parent. */
export const holdsKeyPaths = (header: string): boolean => plainHeader(header) === PARENT_KEY

/** Of the tables of a run the one that the rows of a repeat belong to, if that is another repeat; `null` where they belong to records. */
export function outerRepeat(table: SampledTable, repeats: readonly SampledTable[]): SampledTable | null {
  const others = repeats.filter((each) => each !== table)
  const named = PLACE_JOINS.flatMap(({ table: column }) => cellsOf(table, column))
  const groups = cellsOf(table, PARENT_KEY).flatMap((key) => lastGroup(key) ?? [])
  return (
    others.find((other) => {
      const own = new Set(cellsOf(other, KEY).flatMap((key) => lastGroup(key) ?? []))
      return named.some((name) => isName(other, name)) || groups.some((group) => own.has(group))
    }) ?? null
  )
}

/** `members` of `uuid:1/members[2]`. */
const lastGroup = (key: string): string | null => /\/([^/[\]]+)\[\d+\]$/.exec(key.trim())?.[1] ?? null

/** Whether a table has this name. A workbook cuts names to 31 characters. */
const isName = ({ name }: SampledTable, wanted: string): boolean =>
  (/[^/#]+$/.exec(name)?.[0] ?? name).replace(/\.\w+$/, '') === wanted.slice(0, 31)

function cellsOf({ headers, sample }: SampledTable, column: string): string[] {
  const at = headers.findIndex((header) => plainHeader(header) === column)
  return at < 0 ? [] : sample.flatMap((cells) => (cells[at]?.trim() ? [cells[at] ?? ''] : []))
}
