import { decimal } from '../../base/decimal.js'
import type { Quotient } from '../../base/quotient.js'
import { point, type Range } from '../../base/range.js'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import { type FactDeclaration, type Pack, VERIFY } from '../../lang/pack.js'
import { type CaseRecord, type Fact, factOfRange } from '../../lang/record.js'
import type { AreaRule, Programme } from '../policy/programme.js'
import { isProposed } from './book-figures.js'
import type { Counts } from './cells.js'
import { type Figure, mergedCell } from './figures.js'
import type { MeasuredGroup } from './fold.js'
import { personsIn } from './incidence.js'
import type { AreaPopulation, Population } from './population.js'

/** An area as its pack judges it. */
export interface JudgedArea {
  /** What judged it. */
  readonly pack: Pack
  readonly by: string
  readonly group: string
  /** If the population has a row for it; without one nobody knows how many live there. */
  readonly hasPopulation: boolean
  readonly assessment: Assessment
  /** The fewest households that settle it if none of them is poor, and if all are; `null` where it is settled, or nobody can tell. */
  readonly toPass: number | null
  readonly toFail: number | null
}

/** What judges areas. */
export interface AreaJudge {
  readonly rule: AreaRule
  readonly pack: Pack
  readonly programme: Programme
  readonly population: Population
  readonly asOf: string | null
}

/** Judges an area by the bounds of its persons in the book. */
export function judgeArea(judge: AreaJudge, group: MeasuredGroup, figures: readonly Figure[]): JudgedArea {
  const { rule, population } = judge
  const area = population.of(group.by, group.group)
  const found = personsIn(figures, `proposed.${rule.book}`)
  const range = {
    lo: numberOf(found?.least ?? null),
    hi: least(numberOf(found?.most ?? null), area?.persons.hi?.toNumber() ?? null),
  }
  const decide = (poor: Ends) => assess(judge, group, area, poor)
  const assessment = decide(range)
  const open = assessment.decision === VERIFY ? openSizes(judge, group) : null
  return {
    pack: judge.pack,
    by: group.by,
    group: group.group,
    hasPopulation: area !== undefined,
    assessment,
    toPass:
      open && fewest(open, (sum) => decide({ ...range, hi: range.hi === null ? null : range.hi - sum })),
    toFail: open && fewest(open, (sum) => decide({ ...range, lo: (range.lo ?? 0) + sum })),
  }
}

interface Ends {
  readonly lo: number | null
  readonly hi: number | null
}

const numberOf = (end: Quotient | null): number | null => (end === null ? null : Number(end.over / end.under))

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

/** The record of an area, with the bounds as a range of its own pack's fact. */
function assess(
  { rule, pack, programme, asOf }: AreaJudge,
  { group }: MeasuredGroup,
  area: AreaPopulation | undefined,
  poor: Ends,
): Assessment {
  const facts = new Map<string, Fact>()
  for (const [name, declaration] of pack.facts) facts.set(name, factOf(declaration, area))
  const id = area?.id ?? group
  facts.set(pack.record.id, { kind: 'known', value: id })
  facts.set(
    rule.fact,
    contradicts(poor) ? { kind: 'gap', reason: 'conflicting' } : factOfRange(rangeOf(poor)),
  )
  facts.set(rule.size, area === undefined ? BLANK : factOfRange(area.persons))
  if (rule.region !== null) facts.set(rule.region, regionOf(programme, area?.province))
  const record: CaseRecord = {
    id,
    file: '',
    line: 0,
    facts,
    members: null,
    headers: new Map(),
  }
  return assessRecord(pack, record, { asOf })
}

const contradicts = ({ lo, hi }: Ends): boolean => lo !== null && hi !== null && lo > hi

const rangeOf = ({ lo, hi }: Ends): Range =>
  lo !== null && lo === hi
    ? point(decimal(lo))
    : { lo: lo === null ? null : decimal(lo), hi: hi === null ? null : decimal(hi) }

/** A place that the area is in; nothing else of the area is known. */
const factOf = ({ name }: FactDeclaration, area: AreaPopulation | undefined): Fact =>
  area?.facts.get(name) ?? { kind: 'gap', reason: 'absent' }

const BLANK: Fact = { kind: 'gap', reason: 'blank' }

/** The region of a province by any of its names. */
export function regionOf({ regions }: Programme, province: Fact | undefined): Fact {
  if (province?.kind !== 'known') return { kind: 'gap', reason: province?.reason ?? 'absent' }
  const name = String(province.value).trim().normalize('NFKC').toLowerCase()
  const region = regions.find(({ provinces }) => provinces.flat().some((each) => each.toLowerCase() === name))
  return region === undefined ? { kind: 'gap', reason: 'invalid' } : { kind: 'known', value: region.id }
}

/** Sizes of the households that may or may not be in the book, the largest first; `null` where one has no known size. */
function openSizes({ rule, programme }: AreaJudge, { cells }: MeasuredGroup): number[] | null {
  const place = programme.books.findIndex(({ id }) => id === rule.book)
  const open = [...mergedCell([...cells.values()]).counts.values()].filter(
    ({ kind }) => isProposed(kind, place) === 'open',
  )
  if (open.some(({ kind }) => kind.size !== null)) return null
  return open.flatMap(sizesOf).sort((a, b) => b - a)
}

const sizesOf = ({ sizes }: Counts): number[] =>
  [...(sizes ?? [])].flatMap(([size, times]) => Array.from({ length: times }, () => size))

/** The fewest of these households, the largest first, whose persons settle the area; `null` where not even all of them do. */
function fewest(sizes: readonly number[], decide: (persons: number) => Assessment): number | null {
  const sums: number[] = []
  for (const size of sizes) sums.push((sums.at(-1) ?? 0) + size)
  const settles = (count: number) => decide(sums[count - 1] ?? 0).decision !== VERIFY
  if (sums.length === 0 || !settles(sums.length)) return null
  let [low, high] = [1, sums.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (settles(middle)) high = middle
    else low = middle + 1
  }
  return low
}
