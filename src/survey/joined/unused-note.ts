import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { knownName, listedNames } from '../../base/wording.js'
import { clean } from '../files/row.js'
import { columnsOfKey } from '../mapping/key-text.js'
import type { Mapping } from '../mapping/mapping.js'
import { isSystemHeader } from '../signs/tool-columns.js'
import type { ScannedTables } from './scan-tables.js'
import { namedColumns, namedInRoster, positionOf } from './unused-columns.js'

/** A table with the positions of the columns that the mapping names. */
interface NamedTable {
  readonly file: string
  readonly line: number
  readonly headers: readonly string[]
  /** If columns to be kept are taken from it. */
  readonly isKept: boolean
  readonly named: ReadonlySet<number>
}

const NAMES_LISTED = 8

/** The columns that a mapping does not name and no other message names, reported once for all tables. Those that tools fill in are left out. */
export function unusedNote(
  { file: mapping }: Mapping,
  scanned: ScannedTables,
  said: readonly Diagnostic[],
  keep: readonly string[],
): Diagnostic[] {
  const tables = tablesOf(scanned)
  const told = new Set(said.map(({ at }) => (at !== null && 'field' in at ? at.field : null)))
  const isTold = (header: string) => told.has(knownName(header)) || told.has(`members.${knownName(header)}`)
  const named = new Set(
    tables.flatMap(({ file, headers, named }) => [...named].map((at) => `${file}\n${headers[at]}`)),
  )
  const unused = tables.flatMap(({ file, headers, isKept }) => {
    const kept = new Set(isKept ? keep.map((header) => positionOf(headers, header)) : [])
    return headers.filter(
      (header, index) =>
        clean(header) !== '' &&
        !isSystemHeader(header) &&
        !isTold(header) &&
        !kept.has(index) &&
        !named.has(`${file}\n${header}`),
    )
  })
  if (unused.length === 0) return []
  const message = say('unused-columns.mapping', {
    mapping,
    columns: listedNames([...new Set(unused)], NAMES_LISTED),
  })
  const [first] = tables
  const isOne = tables.every(({ file }) => file === first?.file)
  const at = first === undefined || !isOne ? null : { file: first.file, line: first.line, field: null }
  return [{ code: 'unused-columns', severity: 'note', message, at }]
}

const tablesOf = ({ records, rosters }: ScannedTables): NamedTable[] => [
  ...records.map(({ table: { file, headers, headerLine, bound, parents } }) => ({
    file: file.file,
    line: headerLine,
    headers,
    isKept: true,
    named: new Set([
      ...namedColumns(bound),
      ...[...parents.values()].flatMap((key) => columnsOfKey(key).map(({ index }) => index)),
    ]),
  })),
  ...rosters.map(({ roster: { table }, headers, headerLine }) => ({
    file: table.file.file,
    line: headerLine,
    headers,
    isKept: false,
    named: namedInRoster(table.bound),
  })),
]
