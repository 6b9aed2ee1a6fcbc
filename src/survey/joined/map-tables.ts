import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Fact } from '../../lang/record.js'
import { cellReader } from '../cells/cell.js'
import type { ColumnDoubts } from '../doubts/column-doubts.js'
import type { BoundFact, BoundRecords } from '../mapping/bound-columns.js'
import { type Assumptions, memberPath, missingFact } from '../records/assume.js'
import { saidBeside, saidByFact } from '../signs/person/said-of-person.js'
import { type MappedFact, mapFacts, rowTest } from './mapped-facts.js'
import type { MappedRecords } from './mapped-record.js'
import type { JoinedRoster } from './members.js'
import type { MappedRepeat, RepeatCell } from './own-members.js'
import { bothHeld, type Held, type ScannedRecords } from './scan-records.js'
import type { ScannedRoster, ScannedTables } from './scan-tables.js'
import { positionOf } from './unused-columns.js'

/** Tables that have been read once, and how their cells become facts. */
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
  const facts: FactsOfTables = {
    pack,
    assumptions,
    detailed: detailedFacts(scanned.rosters),
    constant: constantColumns(scanned.records),
    assumed: new Set(),
  }
  const records = scanned.records.map(
    (scan): MappedRecords => ({
      ...mapRecords(facts, scan),
      kept: keep.map((header) => positionOf(scan.table.headers, header)),
      headers: headersOf(pack, scan, scanned.rosters),
    }),
  )
  const rosters = scanned.rosters.map((each) => mapRoster(facts, each))
  return { records, rosters, scanned, assumed: facts.assumed }
}

/** What the facts of all tables share. */
interface FactsOfTables {
  readonly pack: Pack
  readonly assumptions: Assumptions
  /** Facts of members from a table of details. A member without a row there left them blank. */
  readonly detailed: ReadonlySet<string>
  /** Columns without a fact that hold the same in every record. */
  readonly constant: ReadonlySet<string>
  /** Notes the facts that are assumed. */
  readonly assumed: Set<string>
}

const detailedFacts = (rosters: readonly ScannedRoster[]): ReadonlySet<string> =>
  new Set(
    rosters
      .filter(({ mapping }) => mapping.role === 'details')
      .flatMap(({ roster }) => roster.table.bound.facts.map(({ fact }) => fact)),
  )

function mapRecords(facts: FactsOfTables, scan: ScannedRecords): Omit<MappedRecords, 'kept' | 'headers'> {
  const { bound, oneRowPer } = scan.table
  return {
    scan,
    facts: recordFacts(facts, bound.facts, scan.doubts),
    members: oneRowPer === 'person' ? memberFacts(facts, bound.members, scan.doubts) : [],
    repeats: bound.repeats.map((repeat) => mapRepeat(facts, scan, repeat)),
    isInterview: rowTest(bound.interviewIf),
  }
}

/** The columns of one member of a record, where several members are in a row. */
function mapRepeat(
  of: FactsOfTables,
  { table, doubts }: ScannedRecords,
  { number, person, facts }: BoundRecords['repeats'][number],
): MappedRepeat {
  const read = facts.flatMap(({ columns }) =>
    columns.map(({ column, declaration, options }): RepeatCell => {
      const reader = cellReader(declaration, options)
      return {
        index: column.index,
        countedBy: null,
        isSure: true,
        says: (cell) => saidByFact(cell, options, reader),
      }
    }),
  )
  const says = (cell: string) => saidBeside(cell, number, table.cells)
  const id = person === null ? [] : [{ index: person.index, countedBy: null, isSure: true, says }]
  const beside = (table.beside.get(number) ?? [])
    .filter(({ header }) => !of.constant.has(header))
    .map(({ index, header, isSure }): RepeatCell => ({ index, countedBy: header, isSure, says }))
  return {
    facts: memberFacts(of, facts, doubts),
    person: person?.index ?? -1,
    cells: [...id, ...read, ...beside],
  }
}

/** Headers of columns that hold the same text in every record of a run of several records. */
function constantColumns(records: readonly ScannedRecords[]): ReadonlySet<string> {
  const all = new Map<string, Held>()
  for (const { held } of records)
    for (const [header, each] of held) all.set(header, bothHeld(all.get(header), each))
  return new Set(
    [...all].flatMap(([header, { text, records: count }]) => (text !== null && count > 1 ? [header] : [])),
  )
}

function mapRoster(facts: FactsOfTables, { mapping, roster, parent }: ScannedRoster) {
  const { bound, kept } = roster.table
  const placeOf = (index: number) => kept.indexOf(index)
  return {
    roster,
    role: mapping.role,
    parent,
    facts: memberFacts(facts, bound.facts, roster.doubts, placeOf),
  }
}

type Doubts = ReadonlyMap<string, ColumnDoubts>

const inPlace = (index: number) => index

function recordFacts(of: FactsOfTables, bound: readonly BoundFact[], doubts: Doubts): MappedFact[] {
  const said = namesOf(bound)
  const missingOf = (name: string): Fact => missingIn(of, said, name, '')
  return mapFacts(columnsOf(of.pack).values(), bound, missingOf, inPlace, (name) => doubts.get(name))
}

/** @param placeOf where a column of the table is in the cells that are handed over */
function memberFacts(
  of: FactsOfTables,
  bound: readonly BoundFact[],
  doubts: Doubts,
  placeOf: (index: number) => number = inPlace,
): MappedFact[] {
  const declarations = of.pack.memberFacts ?? new Map<string, FactDeclaration>()
  const said = namesOf(bound)
  const missingOf = (name: string): Fact =>
    of.detailed.has(name) ? { kind: 'gap', reason: 'blank' } : missingIn(of, said, name, memberPath(''))
  const doubtsOf = (name: string) => doubts.get(memberPath(name))
  return mapFacts(declarations.values(), bound, missingOf, placeOf, doubtsOf)
}

const namesOf = (bound: readonly BoundFact[]): ReadonlySet<string> => new Set(bound.map(({ fact }) => fact))

/** The fact of a row that does not give it. An assumption is noted if no column of the table gives the fact. */
function missingIn(
  { pack, assumptions, assumed }: FactsOfTables,
  said: ReadonlySet<string>,
  name: string,
  prefix: string,
): Fact {
  const missing = missingFact(prefix + name, assumptions)
  if (!said.has(name) && missing.kind === 'known' && name !== pack.record.id) assumed.add(prefix + name)
  return missing
}

/** The header of each fact; for an expression the headers of all its columns. */
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
