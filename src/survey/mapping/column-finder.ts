import type { Diagnostic } from '../../base/diagnostic.js'
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

/** Finds columns of one table, and keeps what is to be told of those that it does not find. */
export interface Finder {
  readonly head: TableHead
  readonly faults: readonly Diagnostic[]
  /** The column; one that is not there, or there twice, is told and gives `null`. */
  find(named: NamedColumn): Column | null
  /** The column where there is exactly one. */
  peek(named: Pick<NamedColumn, 'header'>): Column | null
  /** Whether there is one or several. */
  has(named: NamedColumn): boolean
  /** Tells that none of these columns is there. */
  missing(named: readonly NamedColumn[]): null
  ambiguous(named: NamedColumn, headers: readonly string[]): null
  take(faults: readonly Diagnostic[]): void
}

const LISTED = 12

export function finderOf(head: TableHead): Finder {
  const faults = new Map<string, Diagnostic>()
  const { file, headers } = head
  const found = new Map<string, ReturnType<typeof findColumn>>()
  const search = (header: string) => {
    const known = found.get(header) ?? findColumn(headers, header)
    found.set(header, known)
    return known
  }
  const tell = (fault: Diagnostic, key: string): null => {
    if (!faults.has(key)) faults.set(key, fault)
    return null
  }
  const finder: Finder = {
    head,
    get faults() {
      return inFileOrder([...faults.values()])
    },
    find(named) {
      const result = search(named.header)
      if ('column' in result) return result.column
      return 'none' in result ? finder.missing([named]) : finder.ambiguous(named, result.ambiguous)
    },
    peek({ header }) {
      const result = search(header)
      return 'column' in result ? result.column : null
    },
    has: ({ header }) => !('none' in search(header)),
    missing(named) {
      const [first] = named
      if (first === undefined) return null
      const names = named.map(({ header }) => header)
      return tell(
        {
          code: 'unknown-column',
          severity: 'error',
          message:
            names.length === 1
              ? `${file} has no column \`${short(first.header)}\``
              : `${file} has none of the columns ${listedNames(names, LISTED)}`,
          help: helpFor(names),
          at: first.at,
        },
        names.join('\n'),
      )
    },
    ambiguous({ header, at }, candidates) {
      return tell(
        {
          code: 'ambiguous-column',
          severity: 'error',
          message: `${file} has ${candidates.length} columns that \`${short(header)}\` can mean`,
          help: `write the header in full: ${listedNames(candidates, LISTED)}`,
          at,
        },
        header,
      )
    },
    take(others) {
      for (const fault of others) tell(fault, `${file}\n${fault.message}`)
    },
  }
  const helpFor = (names: readonly string[]): string => {
    for (const name of names) {
      const result = search(name)
      if ('none' in result && result.none !== null) return result.none
    }
    const near = names
      .map((name) => didYouMean(name.replaceAll('{n}', '1'), headers))
      .find((each) => each !== undefined)
    return near ?? (headers.length === 0 ? 'it has no columns' : `it has ${listedNames(headers, LISTED)}`)
  }
  return finder
}
