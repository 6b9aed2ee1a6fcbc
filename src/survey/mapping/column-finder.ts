import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { listedNames, short } from '../../base/wording.js'
import { findColumn } from '../columns/columns.js'
import type { Column } from '../files/row.js'
import type { NamedColumn } from './mapping.js'
import { inFileOrder } from './mapping-file.js'

/** A table by its name and its headers. */
export interface TableHead {
  readonly file: string
  readonly headers: readonly string[]
}

/** Finds columns of one table, and collects faults for those that it does not find. */
export interface ColumnFinder {
  readonly head: TableHead
  readonly faults: readonly Diagnostic[]
  /** The column. One that is missing or occurs twice is reported and gives `null`. */
  find(named: NamedColumn): Column | null
  /** The column, if there is exactly one; else `null`, without a fault. */
  peek(named: Pick<NamedColumn, 'header'>): Column | null
  /** Whether there is one or several. */
  has(named: NamedColumn): boolean
  /** Reports that none of these columns exists. */
  missing(named: readonly NamedColumn[]): null
  ambiguous(named: NamedColumn, headers: readonly string[]): null
  take(faults: readonly Diagnostic[]): void
}

const LISTED = 12

export function columnFinder(head: TableHead): ColumnFinder {
  const search: Search = { head, found: new Map(), faults: new Map() }
  return {
    head,
    get faults() {
      return inFileOrder([...search.faults.values()])
    },
    find(named) {
      const result = resultOf(search, named.header)
      if ('column' in result) return result.column
      return 'none' in result ? tellMissing(search, [named]) : tellAmbiguous(search, named, result.ambiguous)
    },
    peek({ header }) {
      const result = resultOf(search, header)
      return 'column' in result ? result.column : null
    },
    has: ({ header }) => !('none' in resultOf(search, header)),
    missing: (named) => tellMissing(search, named),
    ambiguous: (named, headers) => tellAmbiguous(search, named, headers),
    take(others) {
      for (const fault of others) tell(search, fault, `${head.file}\n${fault.message}`)
    },
  }
}

/** What has been looked for in one table, and the faults. */
interface Search {
  readonly head: TableHead
  readonly found: Map<string, ReturnType<typeof findColumn>>
  /** Each fault once, by what it is about. */
  readonly faults: Map<string, Diagnostic>
}

function resultOf({ head, found }: Search, header: string): ReturnType<typeof findColumn> {
  const result = found.get(header) ?? findColumn(head.headers, header)
  found.set(header, result)
  return result
}

function tell({ faults }: Search, fault: Diagnostic, key: string): null {
  if (!faults.has(key)) faults.set(key, fault)
  return null
}

function tellMissing(search: Search, named: readonly NamedColumn[]): null {
  const [first] = named
  if (first === undefined) return null
  const { file } = search.head
  const names = named.map(({ header }) => header)
  return tell(
    search,
    {
      code: 'unknown-column',
      severity: 'error',
      message:
        names.length === 1
          ? say('unknown-column.in', { file, column: short(first.header) })
          : say('unknown-column.none', { file, columns: listedNames(names, LISTED) }),
      help: helpFor(search, names),
      at: first.at,
    },
    names.join('\n'),
  )
}

function tellAmbiguous(search: Search, { header, at }: NamedColumn, candidates: readonly string[]): null {
  return tell(
    search,
    {
      code: 'ambiguous-column',
      severity: 'error',
      message: say('ambiguous-column.in', {
        file: search.head.file,
        count: candidates.length,
        column: short(header),
      }),
      help: say('ambiguous-column.help.in-full', { columns: listedNames(candidates, LISTED) }),
      at,
    },
    header,
  )
}

function helpFor(search: Search, names: readonly string[]): string {
  const { headers } = search.head
  for (const name of names) {
    const result = resultOf(search, name)
    if ('none' in result && result.none !== null) return result.none
  }
  const near = names
    .map((name) => didYouMean(name.replaceAll('{n}', '1'), headers))
    .find((each) => each !== undefined)
  return (
    near ??
    (headers.length === 0
      ? say('unknown-column.help.none')
      : say('unknown-column.help.columns', { columns: listedNames(headers, LISTED) }))
  )
}
