import type { CellPlace } from '../../base/diagnostic.js'
import { equalRanges, meet, point, type Range } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import {
  type Fact,
  factOfRange,
  type GapReason,
  isSaid,
  knownText,
  type Member,
  type Roster,
  rosterOfRows,
} from '../../lang/record.js'
import { idText } from '../cells/missing.js'
import type { ReportFault } from '../records/column-layout.js'
import { MOST_MEMBERS, nothingOfMembers, tooManyMembers } from '../records/facts.js'
import { type MappedFact, readFacts } from './mapped-facts.js'
import type { RawRecord, RecordsTable } from './record-rows.js'
import { type RosterCursor, type RosterScan, whoIn } from './roster.js'
import type { RosterCells } from './roster-store.js'

/** A roster, and how its cells become facts of members. */
export interface JoinedRoster {
  readonly roster: RosterScan
  readonly role: 'members' | 'details'
  readonly facts: readonly MappedFact[]
}

/** A joined roster while the records are read. */
export interface OpenRoster extends JoinedRoster {
  readonly cursor: RosterCursor
  /** The record's number in the column that the roster points at. */
  numberOf(table: RecordsTable, record: RawRecord): number
}

/** A row about a member, from any table. */
export interface MemberRow extends RosterCells {
  readonly file: string
  readonly facts: readonly MappedFact[]
  /** The person's id; empty where none is declared. */
  readonly person: string
  /** The header of a column without a fact, where that alone says that there is somebody. */
  readonly countedBy?: string
}

const gap = (reason: GapReason): Roster => ({ kind: 'gap', reason })

/** What the rosters have of one record. */
export interface MemberRows {
  readonly members: readonly MemberRow[]
  readonly details: readonly MemberRow[]
  /** Whether a row that cannot be read belongs to the record. */
  readonly isBroken: boolean
  /** Whether one of its persons is in another row too. */
  readonly isRepeated: boolean
}

/** The rows that the rosters have for a record, in the order of the mapping. */
export async function rowsOf(
  rosters: readonly OpenRoster[],
  table: RecordsTable,
  record: RawRecord,
): Promise<MemberRows> {
  const members: MemberRow[] = []
  const details: MemberRow[] = []
  let isBroken = false
  let isRepeated = false
  for (const { roster, role, facts, cursor, numberOf } of rosters) {
    const number = numberOf(table, record)
    if (number < 0) continue
    isBroken ||= roster.broken.has(number)
    for (const row of await cursor.rowsOf(number)) {
      if (role === 'details' && row.maybe) continue
      const person = roster.person < 0 ? '' : idText(row.cells[roster.person] ?? '', roster.table.cells)
      const who = whoIn(roster.table, roster.person, number, row.cells)
      isRepeated ||= role === 'members' && who !== '' && roster.persons.repeats(who)
      const found = { ...row, file: roster.table.file.file, facts, person }
      if (role === 'members') members.push(found)
      else details.push(found)
    }
  }
  return { members, details, isBroken, isRepeated }
}

/**
 * The members of a record from its rows. What makes them doubtful is reported, and the list is then a gap.
 * @param onLost is called with each row that is about nobody
 */
export function rosterFrom(
  rows: MemberRows,
  at: CellPlace,
  report: ReportFault,
  onLost: (detail: MemberRow) => void,
): Roster {
  if (rows.members.length > MOST_MEMBERS) {
    report(tooManyMembers(rows.members.length), at)
    return gap('invalid')
  }
  const members = rows.members.map(
    (row): OpenMember => ({ row, facts: memberFacts(row, report), places: new Map(), isSaid: false }),
  )
  addDetails(members, rows.details, report, onLost)
  if (rows.isRepeated) {
    report(
      {
        code: 'repeated-person',
        message: say('repeated-person'),
        help: say('repeated-person.help'),
      },
      at,
    )
    return gap('suspect')
  }
  if (rows.isBroken) return gap('invalid')
  if (members.length > 0 && members.every(isMaybe)) {
    report(nothingOfMembers(), at)
    return gap('blank')
  }
  if (members.length === 0) {
    report({ code: 'no-members', message: say('no-members'), help: say('no-members.help') }, at)
    return gap('blank')
  }
  const sure = members.filter((each) => !isMaybe(each))
  return rosterOfRows(sure.map(memberFrom), members.filter(isMaybe).map(memberFrom))
}

const isMaybe = ({ row, isSaid }: OpenMember) => row.maybe === true && !isSaid

function memberFrom({ row, facts, places }: OpenMember): Member {
  const { line, file, countedBy } = row
  return { facts, line, file, places, ...(countedBy === undefined ? {} : { countedBy }) }
}

/** A cell of a row that may not be a person, such as a 0, is not an answer. */
function memberFacts({ facts, cells, file, line, maybe }: MemberRow, report: ReportFault): Map<string, Fact> {
  const read = readFacts(facts, cells, (fault, field) => report(fault, { file, line, field }))
  if (maybe)
    for (const [name, fact] of read)
      if (isSaid(fact) && !(fact.kind === 'known' && fact.assumed))
        read.set(name, { kind: 'gap', reason: 'suspect' })
  return read
}

/** A member while its facts are put together. */
interface OpenMember {
  readonly row: MemberRow
  readonly facts: Map<string, Fact>
  readonly places: Map<string, { readonly file: string; readonly line: number }>
  /** Whether details are about this member. */
  isSaid: boolean
}

/** Adds what other tables say of the members, by their person's id. */
function addDetails(
  members: readonly OpenMember[],
  details: readonly MemberRow[],
  report: ReportFault,
  onLost: (detail: MemberRow) => void,
): void {
  const byPerson = new Map<string, OpenMember[]>()
  for (const member of members) {
    const { person } = member.row
    const same = byPerson.get(person) ?? []
    same.push(member)
    if (person !== '') byPerson.set(person, same)
  }
  for (const detail of details) {
    const about = byPerson.get(detail.person) ?? []
    if (about.length === 0) {
      onLost(detail)
      continue
    }
    const said = memberFacts(detail, report)
    for (const one of about) {
      const { facts, places } = one
      one.isSaid = true
      for (const { name, source } of detail.facts) {
        const more = said.get(name)
        if (source === null || more === undefined) continue
        const before = facts.get(name)
        const both = agreed(before, more, () => tellDifference(name, detail, report))
        if (both !== before) places.set(name, { file: detail.file, line: detail.line })
        facts.set(name, both)
      }
    }
  }
}

const tellDifference = (name: string, { file, line }: MemberRow, report: ReportFault): void =>
  report(
    {
      code: 'conflict',
      message: say('conflict.member', { fact: name }),
      help: say('conflict.help.rows'),
    },
    { file, line, field: name },
  )

/** Which of two facts counts: a known value goes before a gap, and what cannot be right goes before both. */
const STRENGTH: Readonly<Record<GapReason | 'known', number>> = {
  absent: 0,
  blank: 1,
  not_asked: 2,
  dont_know: 3,
  refused: 4,
  range: 5,
  known: 6,
  invalid: 7,
  suspect: 8,
  not_in_force: 9,
  conflicting: 10,
}

/** What two cells say of one fact, in any order. Values or ranges with nothing in common are a gap `conflicting`. */
export function agreed(first: Fact | undefined, second: Fact, onDifference: () => void): Fact {
  if (first === undefined) return second
  const [a, b] = [strengthOf(first), strengthOf(second)]
  const [own, other] = [numbersIn(first), numbersIn(second)]
  if (own !== null && other !== null && (first.kind === 'gap' || second.kind === 'gap'))
    return agreedRange(own, other, first, second) ?? conflicting(onDifference)
  if (a !== b || first.kind === 'gap' || second.kind === 'gap') return a >= b ? first : second
  if (knownText(first.value) === knownText(second.value)) return first
  return conflicting(onDifference)
}

function conflicting(onDifference: () => void): Fact {
  onDifference()
  return { kind: 'gap', reason: 'conflicting' }
}

/** The numbers that a cell says; what is only assumed says none. */
function numbersIn(fact: Fact): Range | null {
  if (fact.kind === 'gap') return fact.range ?? null
  return typeof fact.value === 'object' && !fact.assumed ? point(fact.value) : null
}

/** What two cells have in common of which one says a range, as one of them says it if it does; `null` if there is nothing. */
function agreedRange(own: Range, other: Range, first: Fact, second: Fact): Fact | null {
  const both = meet(own, other)
  if (both === null) return null
  if (equalRanges(both, own)) return first
  return equalRanges(both, other) ? second : factOfRange(both)
}

const strengthOf = (fact: Fact): number =>
  fact.kind === 'gap' ? STRENGTH[fact.reason] : fact.assumed ? STRENGTH.absent : STRENGTH.known
