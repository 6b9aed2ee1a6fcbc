import type { FindingSink } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { OpenLedger, RosterLedger } from '../records/ledger.js'
import type { IdTable } from '../records/repeated-ids.js'
import type { Row } from '../records/rows.js'
import type { MappedTables } from './map-tables.js'
import { readMappedRows } from './mapped-rows.js'
import type { JoinedRoster, OpenRoster } from './members.js'
import { valueIn } from './record-rows.js'
import { readRoster } from './roster-rows.js'

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

/** What is wrong with the key of a row that finds no record. */
function ofNobody(
  name: string,
  column: string,
  { key, near }: { readonly key: string; readonly near: number },
): string {
  if (key === '') return say('orphan-member.blank', { name, column })
  return say(near < 0 ? 'orphan-member' : 'orphan-member.near', { name, column, key: short(key) })
}

/** The rows of a roster that belong to no record, or to no member of their record, and those that cannot be read. */
async function* lostRows(
  pack: Pack,
  { table, ledger }: JoinedRoster['roster'],
  lost: ReadonlySet<number>,
): AsyncGenerator<Row> {
  if (ledger.orphaned + ledger.rejected + lost.size === 0) return
  const { file } = table.file
  const name = recordName(pack)
  const lostRow = { kind: 'rejected', isMember: true, file, kept: null } as const
  const orphan = (line: number, field: string | null, message: string, raw: () => string): Row => ({
    ...lostRow,
    line,
    code: 'orphan-member',
    field,
    message,
    raw: raw(),
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
          const message = ofNobody(name, header, each)
          yield orphan(each.row.line, header, message, each.row.raw)
          break
        }
        case 'joined':
          if (lost.has(each.row.line)) {
            const message = say('orphan-member.person', { name })
            yield orphan(each.row.line, table.bound.person?.header ?? null, message, each.raw)
          }
      }
    }
  }
}
