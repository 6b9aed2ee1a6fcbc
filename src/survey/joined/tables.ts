import type { Diagnostic } from '../../base/diagnostic.js'
import { listedNames } from '../../base/wording.js'
import type { DataFile, Entry, ReadingOptions } from '../files/data-file.js'
import { inputFault } from '../files/input.js'
import { hasJoin } from '../mapping/bind.js'
import type { TableHead } from '../mapping/column-finder.js'
import { fileMatches } from '../mapping/file-pattern.js'
import type { Mapping, RosterMapping, TableMapping } from '../mapping/mapping.js'

/** A table that has been opened and whose header is known. */
export interface OpenTable extends TableHead {
  readonly data: DataFile
  readonly line: number
}

/** Which tables a mapping uses as records and as rosters. */
export interface ChosenTables {
  readonly records: readonly OpenTable[]
  readonly rosters: readonly { readonly mapping: RosterMapping; readonly table: OpenTable }[]
  /** Names of files and sheets that are not read. */
  readonly ignored: readonly string[]
}

/** Opens the tables that a mapping names among the files, folders, archives and workbooks of a run. */
export async function chooseTables(
  mapping: Mapping,
  entries: readonly Entry[],
  flags: ReadingOptions,
): Promise<{ chosen: ChosenTables } | { faults: Diagnostic[] }> {
  const tables = entries.filter(({ format }) => format === 'csv' || format === 'xlsx')
  const choice: Choice = { tables, flags, faults: [], openings: new Map() }
  const { faults } = choice
  const rosters = await namedRosters(choice, mapping)
  const taken = new Set(rosters.map(({ table }) => table.file))
  const candidates = recordTables(choice, mapping.records, taken)
  const records: OpenTable[] = []
  for (const table of await openAll(choice, candidates, mapping.records)) {
    const roster = mapping.rosters.find(
      (each) => each.optional && isMeant(each, table) && hasJoin(each, table),
    )
    if (roster === undefined) records.push(table)
    else rosters.push({ mapping: roster, table })
  }
  if (faults.length > 0) return { faults }
  if (records.length === 0) return { faults: [noTable(mapping.records, tables)] }
  if (mapping.records.file === null && records.length > 1)
    return { faults: [whichTable(mapping.records, records)] }
  const used = new Set([...records, ...rosters.map(({ table }) => table)].map(({ file }) => file))
  const ignored = entries.map(({ name }) => name).filter((name) => !used.has(name))
  return { chosen: { records, rosters, ignored } }
}

/** The tables of a run while their roles are being found. */
interface Choice {
  readonly tables: readonly Entry[]
  readonly flags: ReadingOptions
  readonly faults: Diagnostic[]
  /** Each table once for each way of reading it. */
  readonly openings: Map<string, Promise<OpenTable | null>>
}

type ChosenRoster = ChosenTables['rosters'][number]

/** The tables of rosters that must be there. */
async function namedRosters(choice: Choice, { rosters }: Mapping): Promise<ChosenRoster[]> {
  const found: ChosenRoster[] = []
  for (const mapping of rosters.filter(({ optional }) => !optional)) {
    const own = matching(choice, mapping)
    if (own.length === 0) choice.faults.push(noTable(mapping, choice.tables))
    for (const table of await openAll(choice, own, mapping)) found.push({ mapping, table })
  }
  return found
}

/** The tables that may hold records. A table of a roster is one of them only if `rows_if` says which of its rows are records. */
function recordTables(choice: Choice, records: TableMapping, taken: ReadonlySet<string>): readonly Entry[] {
  const all = matching(choice, records)
  const left = all.filter(({ name }) => records.file !== null || !taken.has(name))
  return left.length === 0 && records.rowsIf !== null ? all : left
}

const matching = ({ tables }: Choice, { file }: TableMapping): readonly Entry[] =>
  tables.filter(({ path }) => file === null || fileMatches(file, path))

/** The tables that can be opened. Faults of the others are kept. */
async function openAll(
  choice: Choice,
  entries: readonly Entry[],
  { reading }: TableMapping,
): Promise<OpenTable[]> {
  const options = withFlags(reading, choice.flags)
  const opened = await Promise.all(entries.map((entry) => openOnce(choice, entry, options)))
  return opened.filter((each) => each !== null)
}

function openOnce(
  { openings, faults }: Choice,
  entry: Entry,
  options: ReadingOptions,
): Promise<OpenTable | null> {
  const key = JSON.stringify([entry.name, options])
  const known = openings.get(key) ?? openTable(entry, options, faults)
  openings.set(key, known)
  return known
}

const isMeant = ({ file }: TableMapping, table: OpenTable) => file === null || fileMatches(file, table.file)

const withFlags = (reading: ReadingOptions, flags: ReadingOptions): ReadingOptions => ({
  format: flags.format ?? reading.format,
  encoding: flags.encoding ?? reading.encoding,
  delimiter: flags.delimiter ?? reading.delimiter,
  headerRows: flags.headerRows ?? reading.headerRows,
  titleRows: flags.titleRows ?? reading.titleRows,
  labelRows: flags.labelRows ?? reading.labelRows,
})

async function openTable(
  entry: Entry,
  options: ReadingOptions,
  faults: Diagnostic[],
): Promise<OpenTable | null> {
  const opening = await entry.open(options)
  if ('faults' in opening) {
    faults.push(...opening.faults)
    return null
  }
  const { file: data } = opening
  for await (const batch of data.rows()) {
    for (const row of batch) {
      if (row.kind === 'header') return { file: data.file, headers: row.headers, line: row.line, data }
      if (row.kind === 'fault') {
        faults.push(row.fault)
        return null
      }
    }
  }
  faults.push(
    inputFault('no-records', data.file, 'the file has no header', 'export it again, with its header'),
  )
  return null
}

const LISTED = 12

const noTable = ({ file, at }: TableMapping, tables: readonly Entry[]): Diagnostic => {
  const there = tables.length === 0 ? 'none is a table' : `there is ${listedNames(namesOf(tables), LISTED)}`
  return {
    code: 'missing-table',
    severity: 'error',
    message:
      file === null
        ? 'no file is left for this table'
        : `no file or sheet that was given matches \`${file}\``,
    help: `name the file beside the others, or correct the pattern: ${there}`,
    at,
  }
}

const whichTable = ({ at }: TableMapping, tables: readonly OpenTable[]): Diagnostic => ({
  code: 'missing-table',
  severity: 'error',
  message: `the mapping does not say which of ${listedNames(
    tables.map(({ file }) => file),
    LISTED,
  )} this table is`,
  help: 'add `file:` with the name of a file or sheet',
  at,
})

const namesOf = (tables: readonly Entry[]) => tables.map(({ path }) => path)
