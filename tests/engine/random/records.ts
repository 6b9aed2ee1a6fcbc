import fc from 'fast-check'
import { completedYears } from '../../../src/base/date.js'
import { type Decimal, decimal } from '../../../src/base/decimal.js'
import type { Value } from '../../../src/base/value.js'
import { asOfDate } from '../../../src/engine/assess.js'
import { deriveValue } from '../../../src/engine/interpret.js'
import { withFact } from '../../../src/engine/possible-answers.js'
import { createEvaluation } from '../../../src/engine/taken-away.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../../src/lang/pack.js'
import {
  type CaseRecord,
  type Fact,
  type GapReason,
  type Known,
  type Member,
  type Roster,
  rosterOfRows,
} from '../../../src/lang/record.js'
import { type RandomPack, randomPack } from './packs.js'
import { DATES } from './sketch.js'
import { birthFor, daysFrom, into, thresholds } from './values.js'

/** A cell before it is known for which fact and which pack: whether it is a gap, and which of the values that matter it has. */
interface CellSketch {
  /** The higher, the sooner a gap. */
  readonly chance: number
  readonly reason: GapReason
  readonly pick: number
  readonly nudge: number
}

interface RecordSketch {
  /** How many of a hundred cells are gaps. */
  readonly gaps: number
  readonly cells: readonly CellSketch[]
  readonly date: CellSketch
  readonly roster: CellSketch
  readonly rows: readonly (readonly CellSketch[])[]
}

/** Records of one file: a column that is absent is so in all of them. */
interface FileSketch {
  readonly absent: readonly number[]
  readonly asOf: string | null
  readonly records: readonly RecordSketch[]
}

const cell: fc.Arbitrary<CellSketch> = fc.record({
  chance: fc.nat(99),
  reason: fc.constantFrom<GapReason>(
    'blank',
    'blank',
    'blank',
    'dont_know',
    'refused',
    'not_asked',
    'invalid',
    'suspect',
  ),
  pick: fc.nat(59),
  nudge: fc.constantFrom(0, 0, -1, 1),
})

/** More cells than any pack of the vocabulary has columns. */
const COLUMNS = 20

const row = fc.tuple(...Array.from({ length: 7 }, () => cell))

const record: fc.Arbitrary<RecordSketch> = fc.record({
  gaps: fc.constantFrom(0, 15, 30, 45, 60),
  cells: fc.tuple(...Array.from({ length: COLUMNS }, () => cell)),
  date: cell,
  roster: cell,
  rows: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 12, arbitrary: fc.array(row, { minLength: 1, maxLength: 4 }) },
  ),
})

const fileOf = (least: number, most: number): fc.Arbitrary<FileSketch> =>
  fc.record({
    absent: fc.array(fc.nat(COLUMNS + 5), { maxLength: 5 }),
    asOf: fc.option(fc.constantFrom('2019-02-28', '2020-02-29', '2021-01-01'), { nil: null, freq: 6 }),
    records: fc.array(record, { minLength: least, maxLength: most }),
  })

/** A pack with the records of one file. */
export interface RandomCase extends RandomPack {
  readonly records: readonly CaseRecord[]
  /** The date that stands for every record's own, or `null`. */
  readonly asOf: string | null
}

const caseOf = (file: fc.Arbitrary<FileSketch>): fc.Arbitrary<RandomCase> =>
  fc.tuple(randomPack, file).map(([drawn, { absent, asOf, records }]) => ({
    ...drawn,
    asOf,
    records: records.map((each, index) => recordFrom(drawn.pack, each, index, absent, asOf)),
  }))

/** Random packs with random records: 0 to 60 of a hundred cells are gaps. */
export const randomCase: fc.Arbitrary<RandomCase> = caseOf(fileOf(1, 4))

/** The same with so many records for each pack. */
export const randomCaseOf = (records: number): fc.Arbitrary<RandomCase> => caseOf(fileOf(records, records))

const ABSENT: Fact = { kind: 'gap', reason: 'absent' }

function recordFrom(
  pack: Pack,
  sketch: RecordSketch,
  index: number,
  absent: readonly number[],
  option: string | null,
): CaseRecord {
  const columns = [...columnsOf(pack).values()]
  const isGap = ({ chance }: CellSketch) => chance >= 100 - sketch.gaps
  const gap = ({ reason }: CellSketch): Fact => ({ kind: 'gap', reason })
  const more = sketch.date.pick % (maybesIn(sketch) + 1)
  const size = sketch.rows.length === 0 ? 2 : sketch.rows.length + more
  let built: CaseRecord = {
    id: `h${index}`,
    file: 'random.csv',
    line: index + 2,
    facts: new Map(columns.map(({ name }) => [name, ABSENT])),
    members: null,
    headers: new Map(),
  }
  const put = (name: string, fact: Fact) => {
    built = withFact(built, name, fact)
  }
  put('household_id', { kind: 'known', value: `h${index}` })
  if (!absent.includes(COLUMNS + 1)) {
    const cell = sketch.date
    put('survey_date', cell.chance >= 85 ? gap(cell) : { kind: 'known', value: pickFrom(RECORD_DATES, cell) })
  }
  const { asOf } = asOfDate(pack, built, option)
  built = { ...built, members: rosterFrom(pack, sketch, absent, asOf) }
  for (const [position, declaration] of columns.entries()) {
    const { name, type } = declaration
    const cell = sketch.cells[position]
    if (type === 'text' || type === 'date' || cell === undefined || absent.includes(position)) continue
    put(
      name,
      isGap(cell)
        ? gap(cell)
        : { kind: 'known', value: valueFor(pack, built, asOf, declaration, cell, size) },
    )
  }
  return built
}

const pickFrom = <T>(list: readonly T[], { pick }: CellSketch): T => {
  const value = list[pick % list.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** On, just before and just after the dates on which parameters and criteria begin. */
const RECORD_DATES = [
  '2020-08-15',
  ...DATES.flatMap((date) => [date, daysFrom(date, -1)]),
  '2013-12-31',
  '2015-07-01',
  '2021-12-31',
]

function valueFor(
  pack: Pack,
  record: CaseRecord,
  asOf: string | null,
  declaration: FactDeclaration,
  cell: CellSketch,
  size: number,
): Known {
  if (declaration.name === 'size')
    return decimal(
      Math.max(1, pickFrom([size, size, size, size, size + 1, size - 1, size + 1, size - 1, size + 2], cell)),
    )
  if (pack.derived.has(declaration.name) && cell.pick % 5 > 0) {
    const { value } = deriveValue(createEvaluation(pack, record, asOf), declaration.name)
    const agreeing = within(value, cell)
    if (agreeing !== null) return agreeing
  }
  switch (declaration.type) {
    case 'yes_no':
      return cell.pick % 2 === 1
    case 'code':
      return pickFrom(declaration.codes, cell).code
    default:
      return numberFor(pack, declaration, cell, size)
  }
}

/** A value that the other sources of a derived value allow. */
function within(value: Value, cell: CellSketch): Known | null {
  if (value.kind === 'truth') return value.truth === 'open' ? cell.pick % 2 === 1 : value.truth
  if (value.kind !== 'number') return null
  const { lo, hi } = value.range
  return pickFrom([lo ?? hi, hi ?? lo], cell)
}

function numberFor(pack: Pack, declaration: FactDeclaration, cell: CellSketch, size: number): Decimal {
  const step = cell.nudge === 0 ? decimal(0) : decimal(cell.pick % 3 === 0 ? 1 : '0.5').times(cell.nudge)
  const wanted = pickFrom(thresholds(pack, declaration, size), cell).plus(
    declaration.type === 'count' ? decimal(cell.nudge) : step,
  )
  return into(declaration, wanted)
}

function rosterFrom(
  pack: Pack,
  { gaps, roster, rows }: RecordSketch,
  absent: readonly number[],
  asOf: string | null,
): Roster | null {
  if (pack.memberFacts === null) return null
  if (absent.includes(COLUMNS)) return { kind: 'gap', reason: 'absent' }
  if (roster.chance >= 100 - gaps / 2) return { kind: 'gap', reason: roster.reason }
  if (rows.length === 0) return { kind: 'gap', reason: 'blank' }
  const sure = rows.map((cells, index) => memberFrom(pack, cells, gaps, absent, asOf, index))
  const [first] = sure
  const facts = new Map([...(first?.facts ?? [])].map(([name, fact]) => [name, blankLike(fact)] as const))
  return rosterOfRows(
    sure,
    Array.from({ length: maybesIn({ roster }) }, () => ({ facts, line: null })),
  )
}

/** How many rows more there are in which nothing stands: in every third roster one or two. */
const maybesIn = ({ roster }: Pick<RecordSketch, 'roster'>): number =>
  [0, 0, 1, 0, 0, 2][roster.pick % 6] ?? 0

const blankLike = (fact: Fact): Fact =>
  fact.kind === 'gap' && fact.reason === 'absent' ? fact : { kind: 'gap', reason: 'blank' }

function memberFrom(
  pack: Pack,
  cells: readonly CellSketch[],
  gaps: number,
  absent: readonly number[],
  asOf: string | null,
  index: number,
): Member {
  const facts = new Map<string, Fact>()
  for (const [position, declaration] of [...(pack.memberFacts?.values() ?? [])].entries()) {
    const cell = cells[position]
    const { name } = declaration
    if (cell === undefined || absent.includes(COLUMNS + 2 + position)) facts.set(name, ABSENT)
    else if (cell.chance >= 100 - gaps) facts.set(name, { kind: 'gap', reason: cell.reason })
    else facts.set(name, { kind: 'known', value: memberValueFor(pack, declaration, cell, facts, asOf) })
  }
  return { facts, line: index + 100 }
}

function memberValueFor(
  pack: Pack,
  declaration: FactDeclaration,
  cell: CellSketch,
  facts: ReadonlyMap<string, Fact>,
  asOf: string | null,
): Known {
  if (declaration.type === 'date') return birthFor(asOf, pickFrom(AGES, cell), cell.nudge)
  if (declaration.type === 'yes_no') return cell.pick % 2 === 1
  if (declaration.type === 'code') return pickFrom(declaration.codes, cell).code
  const born = facts.get(declaration.completedYearsSince ?? '')
  if (born?.kind === 'known' && typeof born.value === 'string' && asOf !== null && cell.pick % 6 > 0)
    return into(declaration, decimal(completedYears(born.value, asOf)))
  return numberFor(pack, declaration, cell, 2)
}

const AGES = [16, 2, 1, 0, 18, 15, 17, 40, 3]
