import type { CellPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Truth } from '../../base/truth.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord, Fact, Roster } from '../../lang/record.js'
import type { ReportFault } from '../records/column-layout.js'
import { MEMBER_ID, repeatsMember } from '../records/repeated-members.js'
import { type MappedFact, readFacts } from './mapped-facts.js'
import { agreed, type OpenRoster, rosterFrom, rowsOf } from './members.js'
import { type MappedRepeat, personRows, repeatedRows } from './own-members.js'
import { personKeys, type RawRecord } from './record-rows.js'
import type { RosterCells } from './roster-store.js'
import type { ScannedRecords } from './scan-records.js'

/** A table of records, and how its rows become records. */
export interface MappedRecords {
  readonly scan: ScannedRecords
  readonly facts: readonly MappedFact[]
  /** Facts of the row's person. */
  readonly members: readonly MappedFact[]
  readonly repeats: readonly MappedRepeat[]
  readonly isInterview: (cells: readonly string[]) => Truth
  /** Positions of the columns that are kept; -1 if the table lacks one. */
  readonly kept: readonly number[]
  readonly headers: ReadonlyMap<string, string>
}

/** What a record is made from beside its own row. */
export interface RecordSources {
  readonly pack: Pack
  readonly rosters: readonly OpenRoster[]
  /** Lines of rows with details about nobody, by file. */
  readonly lost: Map<string, Set<number>>
}

/** One record: its facts and its members. What is wrong with their cells is reported. */
export async function mappedRecord(
  sources: RecordSources,
  records: MappedRecords,
  row: RawRecord,
  report: ReportFault,
): Promise<CaseRecord> {
  const { file } = records.scan.table.file
  const { key, line } = row
  const { pack } = sources
  const at = { file, line, field: null }
  const facts = factsOf(records, row, report)
  facts.set(pack.record.id, { kind: 'known', value: key })
  return {
    id: key,
    file,
    line,
    facts,
    members: pack.memberFacts === null ? null : await membersOf(sources, records, row, at, report),
    headers: records.headers,
  }
}

/** The facts of a record from its row; if each row is a person, from all its rows together. */
function factsOf({ facts, scan }: MappedRecords, row: RawRecord, report: ReportFault): Map<string, Fact> {
  const { file } = scan.table.file
  const read = ({ line, cells }: RosterCells) =>
    readFacts(facts, cells, (fault, field) => report(fault, { file, line, field }))
  const [first, ...others] = row.persons
  const found = read(first ?? row)
  for (const other of others) {
    for (const [name, fact] of read(other)) {
      const tell = () =>
        report(
          {
            code: 'conflict',
            message: say('conflict.rows', { fact: name }),
            help: say('conflict.help.rows'),
          },
          { file, line: other.line, field: name },
        )
      found.set(name, agreed(found.get(name), fact, tell))
    }
  }
  return found
}

async function membersOf(
  { pack, rosters, lost }: RecordSources,
  records: MappedRecords,
  row: RawRecord,
  at: CellPlace,
  report: ReportFault,
): Promise<Roster> {
  const { table } = records.scan
  const own = [...personRows(table, records.members, row), ...repeatedRows(table, records.repeats, row)]
  const hasOwn = table.oneRowPer === 'person' || records.repeats.length > 0
  if (!hasOwn && !rosters.some(({ role }) => role === 'members')) return { kind: 'gap', reason: 'absent' }
  const joined = await rowsOf(rosters, table, row)
  const isPersonal = pack.memberFacts?.get(MEMBER_ID)?.personal ?? false
  const isRepeated = personKeys(table, row).some((id) => records.scan.persons.repeats(id))
  const rows = {
    ...joined,
    members: [...own, ...joined.members],
    isRepeated: joined.isRepeated || isRepeated,
    isBroken: joined.isBroken || records.scan.isBroken(row.key),
  }
  const members = rosterFrom(rows, at, report, ({ file, line }) => {
    lost.set(file, (lost.get(file) ?? new Set()).add(line))
  })
  return members.kind === 'rows' && repeatsMember(members.rows, isPersonal, at, report)
    ? { kind: 'gap', reason: 'suspect' }
    : members
}
