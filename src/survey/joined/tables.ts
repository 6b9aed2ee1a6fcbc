import type { Diagnostic } from '../../base/diagnostic.js'
import { listedNames } from '../../base/wording.js'
import type { DataFile, Member, ReadingOptions } from '../files/data-file.js'
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

/** Which tables a mapping takes for what. */
export interface ChosenTables {
  readonly records: readonly OpenTable[]
  readonly rosters: readonly { readonly mapping: RosterMapping; readonly table: OpenTable }[]
  /** Names of files and sheets that nothing is read from. */
  readonly ignored: readonly string[]
}

/** What flags say about the reading of every file; each wins over the mapping. */
export type ReadingFlags = ReadingOptions

/** Opens the tables that a mapping names among the files, folders, archives and workbooks of a run. */
export async function chooseTables(
  mapping: Mapping,
  members: readonly Member[],
  flags: ReadingFlags,
): Promise<{ chosen: ChosenTables } | { faults: Diagnostic[] }> {
  const faults: Diagnostic[] = []
  const openings = new Map<string, Promise<OpenTable | null>>()
  const tables = members.filter(({ format }) => format === 'csv' || format === 'xlsx')
  const open = (member: Member, { reading }: TableMapping): Promise<OpenTable | null> => {
    const options = withFlags(reading, flags)
    const key = JSON.stringify([member.name, options])
    const known = openings.get(key) ?? openTable(member, options, faults)
    openings.set(key, known)
    return known
  }
  const openAll = async (list: readonly Member[], table: TableMapping) =>
    (await Promise.all(list.map((member) => open(member, table)))).filter((each) => each !== null)
  const matching = ({ file }: TableMapping) =>
    tables.filter(({ path }) => file === null || fileMatches(file, path))

  const { records, rosters } = mapping
  const named = rosters.filter(({ optional }) => !optional)
  const others = rosters.filter(({ optional }) => optional)
  const found: { mapping: RosterMapping; table: OpenTable }[] = []
  const taken = new Set<string>()
  for (const roster of named) {
    const own = matching(roster)
    if (own.length === 0) faults.push(noTable(roster, tables))
    for (const table of await openAll(own, roster)) {
      found.push({ mapping: roster, table })
      taken.add(table.file)
    }
  }
  const left = matching(records).filter(({ name }) => records.file !== null || !taken.has(name))
  const isShared = left.length === 0 && records.rowsIf !== null
  const candidates = isShared ? matching(records) : left
  const heads = await openAll(candidates, records)
  const own: OpenTable[] = []
  for (const table of heads) {
    const roster = others.find((each) => isMeant(each, table) && hasJoin(each, table))
    if (roster === undefined) own.push(table)
    else found.push({ mapping: roster, table })
  }
  if (faults.length > 0) return { faults }
  if (own.length === 0) return { faults: [noTable(records, tables)] }
  if (records.file === null && own.length > 1) return { faults: [whichTable(records, own)] }
  const used = new Set([...own, ...found.map(({ table }) => table)].map(({ file }) => file))
  const ignored = members.map(({ name }) => name).filter((name) => !used.has(name))
  return { chosen: { records: own, rosters: found, ignored } }
}

const isMeant = ({ file }: TableMapping, table: OpenTable) => file === null || fileMatches(file, table.file)

const withFlags = (reading: ReadingOptions, flags: ReadingFlags): ReadingOptions => ({
  format: flags.format ?? reading.format,
  encoding: flags.encoding ?? reading.encoding,
  delimiter: flags.delimiter ?? reading.delimiter,
  headerRows: flags.headerRows ?? reading.headerRows,
  titleRows: flags.titleRows ?? reading.titleRows,
  labelRows: flags.labelRows ?? reading.labelRows,
})

async function openTable(
  member: Member,
  options: ReadingOptions,
  faults: Diagnostic[],
): Promise<OpenTable | null> {
  const opening = await member.open(options)
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

const noTable = ({ file, at }: TableMapping, tables: readonly Member[]): Diagnostic => {
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

const namesOf = (tables: readonly Member[]) => tables.map(({ path }) => path)
