import type { Tree } from '../../base/tree/tree.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { type Columns, foldName } from '../columns/columns.js'
import { type CodeCount, type CodeWords, codeWordsOf, countCodes } from '../doubts/code-columns.js'
import { type RecordRow, scalarText } from '../files/row.js'
import {
  interviewColumn,
  OTHER_REFUSALS,
  REFUSALS,
  SYSTEM_COLUMNS,
} from '../signs/interview/interview-columns.js'
import { GONE_WORDS, YES } from '../signs/person/gone-members.js'
import { OTHER_UNIT_WORDS, unitColumn } from '../signs/unit-columns.js'
import { memberPath } from './assume.js'

/** Stand for cells that say that there was no interview, under the kind of their column; `otherwise` for consent in rarer words. */
export const NO_INTERVIEW = { consent: '#refused', otherwise: '#declined' } as const

/** The same in the column of a tool with this plain header: what one tool writes means nothing in the column of another. */
export const unusableIn = (header: string): string => `#unusable:${header}`

/** Stand for cells that say that somebody is not a member, or that answer yes. */
export const NO_MEMBER = { gone: '#gone', yes: '#yes' } as const

/** Stands for cells that name another unit than facts have. */
export const OTHER_UNIT = '#unit'

const known = new WeakMap<Pack, CodeWords>()

/** What is counted in unused columns. */
export function watchedWords(pack: Pack): CodeWords {
  const before = known.get(pack)
  if (before !== undefined) return before
  const others = new Map<string, readonly string[]>([
    ...[...SYSTEM_COLUMNS].map(([header, cells]) => [unusableIn(header), cells] as const),
    [NO_INTERVIEW.consent, REFUSALS],
    [NO_INTERVIEW.otherwise, OTHER_REFUSALS],
    [NO_MEMBER.gone, GONE_WORDS],
    [NO_MEMBER.yes, YES],
    [OTHER_UNIT, OTHER_UNIT_WORDS],
  ])
  const found = codeWordsOf(pack, others)
  known.set(pack, found)
  return found
}

/** A column that no fact is read from, and the name under which its cells are counted. */
export interface UnusedColumn {
  readonly index: number
  readonly name: string
}

interface Names {
  has(name: string): boolean
}

/** The unused columns of a table that may say that there was no interview, or the units of others, or, where the table lacks a fact that is assumed, may be it. */
export function unusedColumns(
  pack: Pack,
  headers: readonly string[],
  { used, unused }: { readonly used: Names; readonly unused: Names },
): UnusedColumn[] {
  const own = columnsOf(pack)
  const isLacking = watchedWords(pack).facts.some((fact) => own.has(fact) && !used.has(fact))
  return headers.flatMap((header, index) => {
    if (!isLacking && interviewColumn(header) === null && unitColumn(header) === null) return []
    const name = foldName(header)
    return unused.has(name) ? [{ index, name }] : []
  })
}

/** Counts the codes that are in unused columns while a file is looked through. */
export interface UnusedCodes {
  /** The cells of one row of a table. All its headers must be known. */
  noteCells(row: RecordRow, headers: readonly string[], columns: Columns): void
  /** One value of a record or a member. What its key means is known only at the end. */
  noteValue(prefix: string, key: string, value: Tree): void
  counts(): ReadonlyMap<string, CodeCount>
}

export function noteUnusedCodes(pack: Pack): UnusedCodes {
  const counted = countCodes(watchedWords(pack))
  const names = new Map<string, string>()
  let found: readonly UnusedColumn[] | null = null
  const nameOf = (path: string) => {
    const before = names.get(path)
    if (before !== undefined || names.size >= MOST_NAMES) return before
    const name = foldName(path)
    names.set(path, name)
    return name
  }
  return {
    noteCells({ content }, headers, columns) {
      if (content.kind !== 'cells') return
      found ??= unusedColumns(pack, headers, columns)
      for (const { index, name } of found) counted.note(name, content.cells[index] ?? '')
    },
    noteValue(prefix, key, value) {
      const text = scalarText(value)
      const name = text === null || text === '' ? undefined : nameOf(prefix + key)
      if (name !== undefined) counted.note(name, text ?? '')
    },
    counts: counted.counts,
  }
}

/** A hostile file may bring any number of keys; one with more stops the run. */
const MOST_NAMES = 20_000

/** The facts of members that a column is made of, by their own names; those of records where `prefix` is empty. */
export function madeOfFacts(
  made: ReadonlyMap<string, readonly string[]>,
  prefix: string,
): ReadonlyMap<string, readonly string[]> {
  const isOfMember = (path: string) => path.startsWith(memberPath(''))
  return new Map(
    [...made].flatMap(([name, paths]) => {
      if (!name.startsWith(prefix)) return []
      const facts = paths.filter((path) => isOfMember(path) === (prefix !== ''))
      return facts.length === 0
        ? []
        : [[name.slice(prefix.length), facts.map((path) => path.slice(prefix.length))]]
    }),
  )
}
