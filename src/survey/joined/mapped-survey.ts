import type { FindingSink } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Fact } from '../../lang/record.js'
import { findColumn } from '../columns/columns.js'
import type { ColumnDoubts } from '../doubts/column-doubts.js'
import type { BoundFact } from '../mapping/bound-columns.js'
import { type Assumptions, memberPath, missingFact } from '../records/assume.js'
import type { OpenLedger, RosterLedger } from '../records/ledger.js'
import type { IdTable } from '../records/repeated-ids.js'
import type { Row } from '../records/rows.js'
import { mapFacts, rowTest } from './mapped-facts.js'
import { type MappedRecords, readMappedRows } from './mapped-rows.js'
import type { JoinedRoster, OpenRoster } from './members.js'
import { valueIn } from './record-rows.js'
import { readRoster } from './roster-rows.js'
import type { ScannedRecords } from './scan-records.js'
import type { ScannedRoster, ScannedTables } from './scan-tables.js'

/** Tables that have been read once, with how their cells become facts. */
export interface MappedTables {
  readonly records: readonly MappedRecords[]
  readonly rosters: readonly (JoinedRoster & Pick<ScannedRoster, 'parent'>)[]
  readonly scanned: ScannedTables
  /** Facts that are assumed in any table, such as `risk`. */
  readonly assumed: ReadonlySet<string>
}

/** How the cells of scanned tables become facts. */
export function mapTables(
  pack: Pack,
  scanned: ScannedTables,
  assumptions: Assumptions,
  keep: readonly string[],
): MappedTables {
  const assumed = new Set<string>()
  /** Facts of members that stand in a table of their own: who has no row there left them blank. */
  const detailed = new Set(
    scanned.rosters
      .filter(({ mapping }) => mapping.role === 'details')
      .flatMap(({ roster }) => roster.table.bound.facts.map(({ fact }) => fact)),
  )
  const readers = (
    declarations: ReadonlyMap<string, FactDeclaration>,
    bound: readonly BoundFact[],
    prefix: string,
    doubts: ReadonlyMap<string, ColumnDoubts>,
    placeOf: (index: number) => number,
  ) => {
    const said = new Set(bound.map(({ fact }) => fact))
    const missingOf = (name: string): Fact => {
      if (prefix !== '' && detailed.has(name)) return { kind: 'gap', reason: 'blank' }
      const missing = missingFact(prefix + name, assumptions)
      if (!said.has(name) && missing.kind === 'known' && name !== pack.record.id) assumed.add(prefix + name)
      return missing
    }
    return mapFacts(declarations.values(), bound, missingOf, placeOf, (name) => doubts.get(prefix + name))
  }
  const memberFacts = pack.memberFacts ?? new Map<string, FactDeclaration>()
  const inPlace = (index: number) => index
  const records = scanned.records.map((scan): MappedRecords => {
    const { bound, headers, cells, oneRowPer } = scan.table
    const repeats = bound.repeats.map(({ number, person, facts }) => ({
      number,
      facts: readers(memberFacts, facts, memberPath(''), scan.doubts, inPlace),
      person: person?.index ?? -1,
      cells: [
        ...(person === null ? [] : [{ index: person.index, options: cells }]),
        ...facts.flatMap(({ columns }) =>
          columns.map(({ column: { index }, options }) => ({ index, options })),
        ),
      ],
    }))
    const isPerson = oneRowPer === 'person'
    return {
      scan,
      facts: readers(columnsOf(pack), bound.facts, '', scan.doubts, inPlace),
      members: isPerson ? readers(memberFacts, bound.members, memberPath(''), scan.doubts, inPlace) : [],
      repeats,
      isInterview: rowTest(bound.interviewIf),
      kept: keep.map((header) => positionOf(headers, header)),
      headers: headersOf(pack, scan, scanned.rosters),
    }
  })
  const rosters = scanned.rosters.map(({ mapping: { role }, roster, parent }) => {
    const { bound, kept } = roster.table
    const facts = readers(memberFacts, bound.facts, memberPath(''), roster.doubts, (at) => kept.indexOf(at))
    return { roster, role, parent, facts }
  })
  return { records, rosters, scanned, assumed }
}

function positionOf(headers: readonly string[], header: string): number {
  const found = findColumn(headers, header)
  return 'column' in found ? found.column.index : -1
}

/** Under which header each fact stands; of an expression all its columns. */
function headersOf(pack: Pack, { table }: ScannedRecords, rosters: readonly ScannedRoster[]) {
  const headers = new Map<string, string>()
  const add = (facts: readonly BoundFact[], prefix: string) => {
    for (const { fact, columns } of facts) {
      const names = columns.map(({ column }) => column.header).join('|')
      if (names !== '' && !headers.has(prefix + fact)) headers.set(prefix + fact, names)
    }
  }
  const { bound } = table
  if (bound.key !== null && bound.key !== 'row') headers.set(pack.record.id, bound.key.header)
  add(bound.facts, '')
  add(bound.members, memberPath(''))
  for (const { facts } of bound.repeats) add(facts, memberPath(''))
  for (const { roster } of rosters) add(roster.table.bound.facts, memberPath(''))
  return headers
}

/** What one pass over the tables shares. */
interface Pass {
  readonly pack: Pack
  readonly ids: IdTable
  readonly ledger: OpenLedger
  readonly persons: Map<string, RosterLedger>
  /** Lines of rows with details about nobody, by file. */
  readonly lost: Map<string, Set<number>>
  readonly found: FindingSink
  onBytes(bytes: number): void
}

/** Every record in input order with its members, then the rows of rosters that found none. */
export async function* readMapped(tables: MappedTables, pass: Pass): AsyncGenerator<Row> {
  const rosters: OpenRoster[] = []
  try {
    for (const { parent, ...joined } of tables.rosters) {
      const { index } = tables.scanned.indexes.indexOf(parent)
      rosters.push({
        ...joined,
        cursor: await joined.roster.open(),
        numberOf: (table, record) => index.find(valueIn(table, parent, record)),
      })
    }
    for (const records of tables.records) yield* readMappedRows({ ...pass, rosters }, records, pass.found)
  } finally {
    for (const { cursor } of rosters) await cursor.close()
  }
  for (const { roster } of tables.rosters)
    yield* lostRows(pass.pack, roster, pass.lost.get(roster.table.file.file) ?? new Set())
}

/** The rows of a roster that belong to no record that was read, or to no member of it, and those that cannot be read. */
async function* lostRows(
  { record }: Pack,
  { table, ledger }: JoinedRoster['roster'],
  lost: ReadonlySet<number>,
): AsyncGenerator<Row> {
  if (ledger.orphaned + ledger.rejected + lost.size === 0) return
  const { file } = table.file
  const lostRow = { kind: 'rejected', isMember: true, file, kept: null } as const
  const orphan = (line: number, field: string | null, message: string, raw: () => string): Row => ({
    ...lostRow,
    ...{ line, code: 'orphan-member', field, message, raw: raw() },
  })
  for await (const batch of readRoster(table)) {
    for (const each of batch) {
      switch (each.fate) {
        case 'rejected': {
          const { line, code, message, raw } = each.row
          yield { ...lostRow, line, code, field: null, message, raw: raw() }
          break
        }
        case 'orphaned': {
          const { header } = table.child
          const what = each.key === '' ? 'is blank' : `\`${short(each.key)}\` is of none`
          const message = `the member has no ${record.name}: \`${header}\` ${what}`
          yield orphan(each.row.line, header, message, each.row.raw)
          break
        }
        case 'joined':
          if (lost.has(each.row.line)) {
            const message = `no member of the ${record.name} has the id of this row`
            yield orphan(each.row.line, table.bound.person?.header ?? null, message, each.raw)
          }
      }
    }
  }
}
