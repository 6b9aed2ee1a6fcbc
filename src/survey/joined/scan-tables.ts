import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { ownIdColumn } from '../checks/own-ids.js'
import { whyNoJoin } from '../checks/why-no-join.js'
import { findColumn } from '../columns/columns.js'
import { countsOfAll } from '../doubts/cell-counts.js'
import type { Entry, ReadingOptions } from '../files/data-file.js'
import { inputFault } from '../files/input.js'
import type { BoundKey, BoundRecords, KeyPart } from '../mapping/bound-columns.js'
import { keyText, positionsOfKey } from '../mapping/key-text.js'
import type { Mapping, RosterMapping } from '../mapping/mapping.js'
import type { IdTable } from '../records/repeated-ids.js'
import { columnsBeside } from '../signs/person/group-columns.js'
import { nameColumns } from '../signs/person/person-list.js'
import { keyColumns } from '../signs/person/said-of-person.js'
import { asMeant } from './as-meant.js'
import { type BoundTables, bindTables } from './bind-tables.js'
import { labelFaults } from './label-faults.js'
import { positionsOf } from './mapped-facts.js'
import { createIndexes, type RecordIndexes } from './record-indexes.js'
import { personTables, type RosterScan, scanRoster } from './roster.js'
import { columnsKept, type RosterTable } from './roster-rows.js'
import { type ScannedRecords, scanRecords } from './scan-records.js'
import { chooseTables, type UnusedTable } from './tables.js'
import { columnsOfGroups, columnsOfPersons, namedColumns, unnamedColumns } from './unused-columns.js'

/** A roster that has been read once, and the column of the records that its rows point at. */
export interface ScannedRoster {
  readonly mapping: RosterMapping
  readonly roster: RosterScan
  readonly parent: BoundKey | null
  readonly headers: readonly string[]
  readonly headerLine: number
}

/** Every table of a run, read once. */
export interface ScannedTables {
  readonly records: readonly ScannedRecords[]
  readonly rosters: readonly ScannedRoster[]
  readonly indexes: RecordIndexes
  readonly unused: readonly UnusedTable[]
}

/** Opens the tables of a mapping, finds their columns and reads each once. Faults stop the run. */
export async function scanTables(
  pack: Pack,
  mapping: Mapping,
  entries: readonly Entry[],
  flags: ReadingOptions,
  ids: IdTable,
): Promise<{ scanned: ScannedTables } | { faults: readonly Diagnostic[] }> {
  const choosing = await chooseTables(pack, mapping, entries, flags)
  if ('faults' in choosing) return choosing
  const { records, rosters, unused } = choosing.chosen
  const binding = bindTables(pack, mapping, records, rosters)
  if ('faults' in binding) return binding
  const bound = await asMeant(binding.bound)
  const labels = labelFaults(bound)
  if (labels.length > 0) return { faults: labels }
  const indexes = createIndexes(
    bound.rosters.map(({ bound: { join } }) => join?.parent ?? null),
    records[0]?.file ?? '',
  )
  const pointing = parentsOf(bound)
  if ('faults' in pointing) return pointing
  const scans = await scanAll(pack, bound, pointing.parents, mapping, { ids, indexes })
  ids.seal()
  const scannedRosters = await scanRosters(pack, bound, indexes)
  const scanned = { ...withCommonDoubts(scans, scannedRosters), indexes, unused }
  const faults = [...indexes.faults, ...faultsOf(pack, scanned), ...(await unjoined(pack, scanned))]
  return faults.length > 0 ? { faults } : { scanned }
}

/** Doubts are about a column in all tables that hold it. */
function withCommonDoubts(
  records: readonly ScannedRecords[],
  rosters: readonly ScannedRoster[],
): Pick<ScannedTables, 'records' | 'rosters'> {
  const all = countsOfAll([
    ...records.map(({ collected }) => collected),
    ...rosters.map(({ roster }) => roster.collected),
  ])
  return {
    records: records.map((each) => ({ ...each, doubts: each.collected.found(all) })),
    rosters: rosters.map((each) => ({
      ...each,
      roster: { ...each.roster, doubts: each.roster.collected.found(all) },
    })),
  }
}

/** The columns in each table of records that rosters point at. */
function parentsOf({
  records,
  rosters,
}: BoundTables): { parents: ReadonlyMap<string, BoundKey>[] } | { faults: Diagnostic[] } {
  const wanted = rosters.flatMap(({ bound: { join } }) => join?.parent ?? [])
  const faults: Diagnostic[] = []
  const parents = records.map(({ table }) => {
    const found = new Map<string, BoundKey>()
    for (const { header, parts } of wanted) {
      const own = parts.flatMap((part): KeyPart[] => {
        if ('sheet' in part) return [part]
        const column = findColumn(table.headers, part.header)
        if ('column' in column) return [column.column]
        faults.push(noParent(table.file, part.header))
        return []
      })
      found.set(header, { header, parts: own })
    }
    return found
  })
  const told = new Map(faults.map((fault) => [JSON.stringify([fault.at, fault.message]), fault]))
  return told.size > 0 ? { faults: [...told.values()] } : { parents }
}

const noParent = (file: string, header: string): Diagnostic =>
  inputFault(
    'unknown-column',
    file,
    say('unknown-column.parent', { column: header }),
    say('unknown-column.help.parent'),
  )

async function scanAll(
  pack: Pack,
  bound: BoundTables,
  parents: readonly ReadonlyMap<string, BoundKey>[],
  { records }: Mapping,
  { ids, indexes }: { readonly ids: IdTable; readonly indexes: RecordIndexes },
) {
  const scans: ScannedRecords[] = []
  for (const [at, { table, bound: columns }] of bound.records.entries()) {
    const beside = besideMembers(pack, columns, table.headers)
    const found = {
      file: table.data,
      headers: table.headers,
      headerLine: table.line,
      bound: columns,
      cells: records.cells,
      oneRowPer: records.oneRowPer,
      unused: unnamedColumns(pack, table.headers, columns),
      parents: parents[at] ?? new Map(),
      beside,
      ownId: ownIdColumn(pack, table.headers, records.oneRowPer === 'person' ? null : columns.key),
      ofPersons:
        records.oneRowPer === 'person'
          ? columnsOfPersons(table.headers, namedColumns({ ...columns, headIf: null }))
          : columnsOfGroups(beside),
      names:
        records.oneRowPer === 'person' && columns.person === null
          ? nameColumns(table.headers, positionsOf(columns.facts, null))
          : null,
    }
    scans.push(await scanRecords(pack, found, ids, indexes))
  }
  return scans
}

function besideMembers({ memberFacts }: Pack, bound: BoundRecords, headers: readonly string[]) {
  const groups = bound.repeats.map(({ number, person, facts }) => ({
    number,
    columns: positionsOf(facts, person),
  }))
  const taken = new Set([
    ...positionsOfKey(bound.key),
    ...positionsOf(bound.facts, null),
    ...groups.flatMap(({ columns }) => columns),
  ])
  return columnsBeside(headers, groups, taken, memberFacts ?? new Map())
}

async function scanRosters(pack: Pack, bound: BoundTables, indexes: RecordIndexes): Promise<ScannedRoster[]> {
  const scans: ScannedRoster[] = []
  const persons = personTables()
  for (const { mapping, table, bound: columns } of bound.rosters) {
    const { join, person } = columns
    if (join === null) continue
    const records = indexes.indexOf(join.parent)
    const scanned: RosterTable = {
      file: table.data,
      bound: columns,
      child: join.child,
      cells: mapping.cells,
      records: records.index,
      near: records.near,
      repeats: records.repeats,
      ...columnsKept(table.headers, columns, mapping.role),
      keys: keyColumns(
        table.headers,
        positionsOfKey(join.child),
        mapping.role === 'members' ? (person?.index ?? -1) : -1,
      ),
    }
    const roster = await scanRoster(pack, scanned, persons.of(mapping, table.headers))
    scans.push({ mapping, roster, parent: join.parent, headers: table.headers, headerLine: table.line })
  }
  persons.seal()
  return scans
}

/** Tables without records, and records without keys. */
function faultsOf(pack: Pack, { records }: ScannedTables): Diagnostic[] {
  const name = recordName(pack)
  const faults: Diagnostic[] = []
  for (const { table, records: count, withKey, broken } of records) {
    const { file } = table.file
    if (count + broken.count === 0) {
      const message = say('no-records.table', { name })
      faults.push(inputFault('no-records', file, message, say('no-records.help.rows')))
    } else if (count === 0) {
      const message = say('no-records.rows', { why: broken.first })
      const help = say('no-records.help.check')
      faults.push(inputFault('no-records', file, message, help))
    } else if (withKey === 0) {
      const key =
        table.bound.key === null || table.bound.key === 'row' ? say('key.word') : table.bound.key.header
      const message = say('no-id.key', { name, column: key })
      const help = say('no-id.help.key-column')
      faults.push(inputFault('no-id', file, message, help))
    }
  }
  return faults
}

/** Rosters without a row that finds its record. */
async function unjoined(pack: Pack, { records, rosters }: ScannedTables): Promise<Diagnostic[]> {
  const faults: Diagnostic[] = []
  for (const { roster, parent, headers } of rosters) {
    const { ledger, table } = roster
    if (ledger.joined > 0 || ledger.orphaned === 0) continue
    const { child, file, cells } = table
    const names = { name: recordName(pack), child: child.header, parent: parent?.header ?? say('key.word') }
    const advice = await whyNoJoin({
      file,
      headers,
      child: child.header,
      keyOf: (row) => keyText(child, row, cells),
      find: table.records.find,
      near: table.near,
      records: records.map(({ table: { file, headers } }) => ({ file, headers })),
      record: pack.record.name,
    })
    faults.push({ ...inputFault('no-join', ledger.file, say('no-join', names), ''), ...advice })
  }
  return faults
}
