import type { TakenAway } from '../../engine/evaluation.js'
import { memberPlace } from '../../engine/member.js'
import type { CaseRecord, Fact, GapReason, Member } from '../../lang/record.js'
import { createTally, NO_CELLS, type OpenTally, sumOfTallies, type Tally } from './tally.js'

/** What the cells of one column say, in one file. */
export interface ColumnCount {
  readonly file: string
  /** The header, or the headers of an expression. */
  readonly field: string
  /** `wage_income`, `members.age`, `members`. */
  readonly fact: string
  readonly isMember: boolean
  /** Records or members that were examined. */
  readonly rows: number
  /** Cells with a value that no check takes away. */
  readonly filled: number
  /** All other cells by the reason why they have no value; a value that a check takes away is `suspect`. */
  readonly gaps: ReadonlyMap<GapReason, Tally>
  /** Cells that were suspect when they were read, before any check. */
  readonly readAsSuspect: Tally
}

/** What is said in the columns of all files, and which facts a file has no column for. */
export interface ColumnCounts {
  readonly columns: readonly ColumnCount[]
  readonly absent: readonly { readonly file: string; readonly facts: readonly string[] }[]
}

interface Column {
  readonly file: string
  readonly field: string
  readonly fact: string
  readonly isMember: boolean
  rows: number
  filled: number
  readonly gaps: Map<GapReason, OpenTally>
  /** Values that only a check takes away. */
  readonly doubted: OpenTally
}

const MEMBERS = 'members'

/** What has been counted so far. */
interface Counts {
  /** By fact and file. */
  readonly columns: Map<string, Column>
  /** Facts without a column, by file. */
  readonly absent: Map<string, Set<string>>
}

/** Counts cells column by column, in the order in which facts come; memory grows with columns, not with rows. */
export function countColumns() {
  const counts: Counts = { columns: new Map(), absent: new Map() }
  return {
    add: (record: CaseRecord, takenAway: TakenAway) => addRecord(counts, record, takenAway),
    finish: (): ColumnCounts => ({
      columns: [...counts.columns.values()].map(finished),
      absent: [...counts.absent].map(([file, facts]) => ({ file, facts: [...facts] })),
    }),
  }
}

function addRecord(counts: Counts, record: CaseRecord, takenAway: TakenAway): void {
  const { file, line, facts, members } = record
  const add = (fact: Fact, name: string) =>
    addFact(counts, fact, name, record, { file, line, isMember: false, isDoubted: takenAway.has(name) })
  for (const [name, fact] of facts) add(fact, name)
  if (members === null) return
  add(members.kind === 'rows' ? { kind: 'known', value: true } : members, MEMBERS)
  if (members.kind === 'rows') addMembers(counts, record, members.rows, takenAway)
}

function addMembers(counts: Counts, record: CaseRecord, rows: readonly Member[], takenAway: TakenAway): void {
  for (const [index, member] of rows.entries()) {
    for (const [name, fact] of member.facts) {
      const isDoubted = takenAway.has(`${MEMBERS}[${index + 1}].${name}`)
      const place = { ...memberPlace(record, member, name), isMember: true, isDoubted }
      addFact(counts, fact, `${MEMBERS}.${name}`, record, place)
    }
  }
}

function addFact(counts: Counts, fact: Fact, path: string, { headers }: CaseRecord, place: Place): void {
  const { columns, absent } = counts
  const { file, line, isMember, isDoubted } = place
  const isMissing = fact.kind === 'gap' ? fact.reason === 'absent' : fact.assumed === true
  if (isMissing) {
    absent.set(file, (absent.get(file) ?? new Set()).add(path))
    return
  }
  const key = `${path}\0${file}`
  const column = columns.get(key) ?? newColumn(file, headers.get(path) ?? path, path, isMember)
  if (column.rows === 0) columns.set(key, column)
  column.rows += 1
  if (fact.kind === 'gap') tallyOf(column, fact.reason).add(line)
  else if (isDoubted) column.doubted.add(line)
  else column.filled += 1
}

interface Place {
  readonly file: string
  readonly line: number
  readonly isMember: boolean
  readonly isDoubted: boolean
}

const newColumn = (file: string, field: string, fact: string, isMember: boolean): Column => ({
  file,
  field,
  fact,
  isMember,
  rows: 0,
  filled: 0,
  gaps: new Map(),
  doubted: createTally(),
})

function tallyOf({ gaps }: Column, reason: GapReason): OpenTally {
  const tally = gaps.get(reason) ?? createTally()
  if (tally.count === 0) gaps.set(reason, tally)
  return tally
}

const finished = ({ gaps, doubted, ...column }: Column): ColumnCount => ({
  ...column,
  gaps: doubted.count === 0 ? gaps : withDoubted(gaps, doubted),
  readAsSuspect: gaps.get('suspect') ?? NO_CELLS,
})

const withDoubted = (gaps: ReadonlyMap<GapReason, Tally>, doubted: Tally): Map<GapReason, Tally> =>
  new Map([...gaps, ['suspect', sumOfTallies([gaps.get('suspect'), doubted])]])
