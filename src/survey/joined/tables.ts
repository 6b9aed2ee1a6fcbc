import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import { recordNames } from '../../lang/labels.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { Entry, ReadingOptions } from '../files/data-file.js'
import { type OpenTable, openTable } from '../files/open-table.js'
import { hasJoin } from '../mapping/bind.js'
import { fileMatches } from '../mapping/file-pattern.js'
import type { Mapping, RosterMapping, TableMapping } from '../mapping/mapping.js'
import { saysOfPersons } from '../signs/person/person-words.js'
import { outerRepeat, type SampledTable } from '../signs/person/repeat-place.js'

/** A file or sheet that is not read; `why` where its rows look as if they were meant. */
export interface UnusedTable {
  readonly name: string
  readonly why: string | null
  /** Whether nobody would take it for a table. */
  readonly isLeft?: true
  /** Of a table that anybody can see. */
  readonly headers?: readonly string[]
}

/** Which tables a mapping uses as records and as rosters. */
export interface ChosenTables {
  readonly records: readonly OpenTable[]
  readonly rosters: readonly { readonly mapping: RosterMapping; readonly table: OpenTable }[]
  readonly unused: readonly UnusedTable[]
}

/** Opens the tables that a mapping names among the files, folders, archives and workbooks of a run. */
export async function chooseTables(
  pack: Pack,
  mapping: Mapping,
  entries: readonly Entry[],
  flags: ReadingOptions,
): Promise<{ chosen: ChosenTables } | { faults: Diagnostic[] }> {
  const tables = entries.filter(
    (entry) => (entry.format === 'csv' || entry.format === 'xlsx') && isSeen(mapping, entry),
  )
  const choice: Choice = { tables, flags, faults: [], forms: [], openings: new Map() }
  const { faults } = choice
  const rosters = await namedRosters(choice, mapping)
  const taken = new Set(rosters.map(({ table }) => table.file))
  const { records, repeats } = await recordsAndRepeats(choice, mapping, taken)
  const why = new Map(
    repeats.map((each) => [
      each,
      pack.memberFacts === null ? null : whyNoMembers(each, repeats, recordNames(pack), pack.memberFacts),
    ]),
  )
  rosters.push(...repeats.filter((each) => why.get(each) === null))
  if (faults.length > 0) return { faults }
  if (records.length === 0)
    return { faults: choice.forms.length > 0 ? choice.forms : [noTable(mapping.records, tables)] }
  if (mapping.records.file === null && records.length > 1)
    return { faults: [whichTable(mapping.records, records)] }
  const used = new Set([...records, ...rosters.map(({ table }) => table)].map(({ file }) => file))
  const left = entries.filter(({ name }) => !used.has(name))
  const unused = await withHeaders(unusedAmong(left, choice, why), choice)
  return { chosen: { records, rosters, unused } }
}

/** No run looks at the headers of more tables that it does not read. */
const MOST_LOOKED_AT = 200

async function withHeaders(
  unused: readonly UnusedTable[],
  { tables, flags }: Choice,
): Promise<UnusedTable[]> {
  const entries = new Map(tables.slice(0, MOST_LOOKED_AT).map((entry) => [entry.name, entry]))
  return Promise.all(
    unused.map(async (each) => {
      const entry = entries.get(each.name)
      if (entry === undefined || each.isLeft === true) return each
      const opened = await openTable(entry, flags, { faults: [], forms: [] })
      return opened === null ? each : { ...each, headers: opened.headers }
    }),
  )
}

function unusedAmong(
  entries: readonly Entry[],
  { forms }: Choice,
  why: ReadonlyMap<ChosenRoster, string | null>,
): UnusedTable[] {
  const ofRepeats = new Map([...why].map(([{ table }, words]) => [table.file, words]))
  const ofForms = new Set(forms.map(({ at }) => at?.file))
  return entries.map(({ name, unseen, left }) => ({
    name,
    ...(left === undefined ? {} : { isLeft: true }),
    why:
      left ??
      ofRepeats.get(name) ??
      (unseen === 'hidden'
        ? say('ignored-files.hidden-sheet')
        : ofForms.has(name)
          ? say('ignored-files.form')
          : null),
  }))
}

/** The tables of records, and those of repeats that the mapping does not name but by their join. */
async function recordsAndRepeats(
  choice: Choice,
  mapping: Mapping,
  taken: ReadonlySet<string>,
): Promise<{ records: OpenTable[]; repeats: ChosenRoster[] }> {
  const records: OpenTable[] = []
  const repeats: ChosenRoster[] = []
  for (const table of await openAll(choice, recordTables(choice, mapping.records, taken), mapping.records)) {
    const roster = mapping.rosters.find(
      (each) => each.optional && isMeant(each, table) && hasJoin(each, table),
    )
    if (roster === undefined) records.push(table)
    else repeats.push({ mapping: roster, table })
  }
  return { records, repeats }
}

/** Why the rows of a repeat that the mapping does not name are not members; `null` if they are. */
function whyNoMembers(
  { mapping: { role }, table }: ChosenRoster,
  repeats: readonly ChosenRoster[],
  plural: string,
  memberFacts: ReadonlyMap<string, FactDeclaration>,
): string | null {
  const sampled = (each: OpenTable): SampledTable => ({ ...each, name: each.file })
  const all = new Map(repeats.map((each) => [each.table, sampled(each.table)]))
  const outer = role === 'members' ? outerRepeat(all.get(table) ?? sampled(table), [...all.values()]) : null
  if (outer !== null) return say('ignored-files.outer', { table: outer.name, plural })
  return saysOfPersons(table.headers, table.file, memberFacts) ? null : say('ignored-files.no-persons')
}

/** True if a sheet must be read: a hidden or empty one only if the mapping names it, without `*`. */
const isSeen = ({ records, rosters }: Mapping, { path, unseen }: Entry): boolean =>
  unseen === undefined ||
  [records, ...rosters].some(({ file }) => file !== null && !file.includes('*') && fileMatches(file, path))

/** The tables of a run while their roles are being found. */
interface Choice {
  readonly tables: readonly Entry[]
  readonly flags: ReadingOptions
  readonly faults: Diagnostic[]
  readonly forms: Diagnostic[]
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

function openOnce(choice: Choice, entry: Entry, options: ReadingOptions): Promise<OpenTable | null> {
  const { openings } = choice
  const key = JSON.stringify([entry.name, options])
  const known = openings.get(key) ?? openTable(entry, options, choice)
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

const LISTED = 12

const noTable = ({ file, at }: TableMapping, tables: readonly Entry[]): Diagnostic => {
  return {
    code: 'missing-table',
    severity: 'error',
    message: file === null ? say('missing-table.left') : say('missing-table', { pattern: file }),
    help:
      tables.length === 0
        ? say('missing-table.help.none')
        : say('missing-table.help', { names: listedNames(namesOf(tables), LISTED) }),
    at,
  }
}

const whichTable = ({ at }: TableMapping, tables: readonly OpenTable[]): Diagnostic => ({
  code: 'missing-table',
  severity: 'error',
  message: say('missing-table.which', {
    names: listedNames(
      tables.map(({ file }) => file),
      LISTED,
    ),
  }),
  help: say('missing-table.help.file'),
  at,
})

const namesOf = (tables: readonly Entry[]) => tables.map(({ path }) => path)
