import type { Diagnostic, FindingSink } from '../base/diagnostic.js'
import type { Entry } from './files/data-file.js'
import { checkMapped } from './joined/check-mapped.js'
import { type MappedTables, mapTables } from './joined/map-tables.js'
import { readMapped } from './joined/mapped-survey.js'
import { type ScannedTables, scanTables } from './joined/scan-tables.js'
import type { Mapping } from './mapping/mapping.js'
import { readAssumptions } from './records/assume.js'
import { assumedList } from './records/column-layout.js'
import { openLedger, type RosterLedger } from './records/ledger.js'
import type { Survey, SurveyOptions } from './records/options.js'
import { createIdTable, type IdTable } from './records/repeated-ids.js'
import { countBytes } from './records/rows.js'

/** Opens the tables of a mapping, joins their rosters, and reads each once. */
export async function openByMapping(
  options: SurveyOptions,
  mapping: Mapping,
  entries: readonly Entry[],
): Promise<{ survey: Omit<Survey, 'close'> } | { faults: readonly Diagnostic[] }> {
  const { pack, assume, keep, reading } = options
  const ids = createIdTable()
  const stated = readAssumptions(pack, assume, mapping.assumes)
  if ('faults' in stated) return stated
  const scanning = await scanTables(pack, mapping, entries, reading, ids)
  if ('faults' in scanning) return scanning
  const { scanned } = scanning
  const { faults, remarks } = checkMapped(pack, mapping, scanned, stated.assumptions, keep, ids)
  if (faults.length > 0) return { faults }
  const tables = mapTables(pack, scanned, stated.assumptions, keep)
  const survey = {
    ...readAgain(options, tables, ids, remarks),
    inputs: inputsOf(scanned),
    mapping: { file: mapping.file, sha256: mapping.sha256 },
    assumed: assumedList([tables.assumed], stated.assumptions),
  }
  return { survey }
}

const inputsOf = ({ records, rosters }: ScannedTables): Survey['inputs'] => {
  const tables = [...records.map(({ table }) => table), ...rosters.map(({ roster }) => roster.table)]
  return [...new Set(tables.map(({ file }) => file.input))]
}

/** Reads the rows each time they are asked for. The ledgers belong to the last time. */
function readAgain(
  { pack, onProgress }: SurveyOptions,
  tables: MappedTables,
  ids: IdTable,
  remarks: readonly Diagnostic[],
): Pick<Survey, 'rows' | 'ledger' | 'rosters'> {
  let counts = newCounts()
  const total = tables.records.reduce((sum, { scan }) => sum + scan.table.file.bytes, 0)
  async function* rows(found: FindingSink) {
    counts = newCounts()
    const { ledger } = counts
    const onBytes = countBytes(total, () => ledger.read(), onProgress)
    for (const remark of remarks) found.add(remark)
    yield* readMapped(tables, { pack, ids, ...counts, found, onBytes })
    onBytes(0)
  }
  return {
    rows,
    ledger: () => counts.ledger.close(),
    rosters: () => [
      ...counts.persons.values(),
      ...tables.scanned.rosters.map(({ roster: { ledger } }) =>
        withLost(ledger, counts.lost.get(ledger.file)?.size ?? 0),
      ),
    ],
  }
}

const newCounts = () => ({
  ledger: openLedger(),
  persons: new Map<string, RosterLedger>(),
  lost: new Map<string, Set<number>>(),
})

/** Counts rows that found their record, but no member that they are about, as orphaned. */
const withLost = (ledger: RosterLedger, lost: number): RosterLedger => ({
  ...ledger,
  joined: ledger.joined - lost,
  orphaned: ledger.orphaned + lost,
})
