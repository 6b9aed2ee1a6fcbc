import type { Diagnostic, FindingSink } from '../base/diagnostic.js'
import type { Member } from './files/data-file.js'
import { checkMapped } from './joined/check-mapped.js'
import { mapTables, readMapped } from './joined/mapped-survey.js'
import { scanTables } from './joined/scan-tables.js'
import type { Mapping } from './mapping/mapping.js'
import { readAssumptions } from './records/assume.js'
import { assumedList } from './records/column-layout.js'
import type { RosterLedger } from './records/ledger.js'
import { openLedger } from './records/ledger.js'
import type { Survey, SurveyOptions } from './records/options.js'
import { createIdTable } from './records/repeated-ids.js'
import { countBytes } from './records/rows.js'

/** Opens the tables of a mapping, joins their rosters, and reads each once. */
export async function openByMapping(
  { pack, assume, keep, reading, onProgress }: SurveyOptions,
  mapping: Mapping,
  members: readonly Member[],
): Promise<{ survey: Omit<Survey, 'close'> } | { faults: readonly Diagnostic[] }> {
  const ids = createIdTable()
  const stated = readAssumptions(pack, assume)
  if ('faults' in stated) return stated
  const scanning = await scanTables(pack, mapping, members, reading, ids)
  if ('faults' in scanning) return scanning
  const { scanned } = scanning
  const { faults, remarks } = checkMapped(pack, mapping, scanned, stated.assumptions, keep)
  if (faults.length > 0) return { faults }
  const tables = mapTables(pack, scanned, stated.assumptions, keep)
  let ledger = openLedger()
  let persons = new Map<string, RosterLedger>()
  let lost = new Map<string, Set<number>>()
  const total = tables.records.reduce((sum, { scan }) => sum + scan.table.file.bytes, 0)
  async function* rows(found: FindingSink) {
    ledger = openLedger()
    persons = new Map()
    lost = new Map()
    const counted = ledger
    const onBytes = countBytes(total, () => counted.read(), onProgress)
    for (const remark of remarks) found.add(remark)
    yield* readMapped(tables, { pack, ids, ledger, persons, lost, found, onBytes })
    onBytes(0)
  }
  const files = [
    ...scanned.records.map(({ table }) => table),
    ...scanned.rosters.map(({ roster }) => roster.table),
  ]
  const survey = {
    inputs: [...new Set(files.map(({ file }) => file.input))],
    mapping: { file: mapping.file, sha256: mapping.sha256 },
    assumed: assumedList([tables.assumed], stated.assumptions),
    rows,
    ledger: () => ledger.close(),
    rosters: () => [
      ...persons.values(),
      ...scanned.rosters.map(({ roster: { ledger } }) => withLost(ledger, lost.get(ledger.file)?.size ?? 0)),
    ],
  }
  return { survey }
}

/** Rows that found a record and in it nobody whom they are about. */
const withLost = (ledger: RosterLedger, lost: number): RosterLedger => ({
  ...ledger,
  joined: ledger.joined - lost,
  orphaned: ledger.orphaned + lost,
})
