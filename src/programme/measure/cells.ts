import type { Decimal } from '../../base/decimal.js'
import type { Range } from '../../base/range.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Programme } from '../policy/programme.js'
import { ASKED, CENTS } from './asked.js'
import type { Kind, KindOfRecord } from './kinds.js'
import { WholeSum } from './sums.js'

/** Records of one kind. Persons are those of records of known size; `squares` adds the squares of their sizes. */
export interface Counts {
  readonly kind: Kind
  households: number
  persons: number
  squares: number
  /** Of households whose book is open, how many have each number of persons; else `null`. */
  readonly sizes: Map<number, number> | null
}

/** What is missing to a line in households of one size that need the same, in hundredths of the currency. */
export interface GapSums {
  readonly line: number
  readonly weight: bigint
  readonly size: number
  /** What all members together need. */
  readonly needed: bigint
  readonly least: Amounts
  readonly most: Amounts
  /** The same where an income below the floor counts as the floor; `null` without a floor. */
  readonly floored: { readonly least: Amounts; readonly most: Amounts } | null
}

/** A sum, and the sums of second and fourth powers. */
export interface Amounts {
  readonly sum: WholeSum
  readonly squares: WholeSum
  readonly fourths: WholeSum
}

/** Everything that is counted of the records of one group, or of one sampling unit in it. */
export interface Cell {
  readonly counts: ReadonlyMap<number, Counts>
  readonly gaps: ReadonlyMap<string, GapSums>
  /** For each line the households below it whose income has no lower end. */
  readonly endless: readonly number[]
  /** For each line the households that may be below it and need nobody knows how much. */
  readonly lineless: readonly number[]
}

/** Adds records to cells. */
export function createCells(programme: Programme) {
  const lines = programme.lines.map(({ id }, line) => ({
    line,
    income: ASKED.income(id),
    needed: ASKED.needed(id),
  }))
  const floor = programme.incomeFloor === null ? null : cents(programme.incomeFloor)
  return {
    open: (): OpenCell => ({
      counts: new Map(),
      gaps: new Map(),
      endless: lines.map(() => 0),
      lineless: lines.map(() => 0),
    }),
    add(cell: OpenCell, assessment: Assessment, { kind, persons }: KindOfRecord): void {
      addCounts(cell, kind, persons)
      if (kind.size !== null || persons === 0) return
      for (const { line, income, needed } of lines) {
        const poor = kind.poor[line]
        if (poor === false || poor === undefined) continue
        const has = assessment.outputs.get(income)
        const needs = pointCents(assessment.outputs.get(needed))
        if (needs === null || needs <= 0 || has === undefined) {
          cell.lineless[line] = (cell.lineless[line] ?? 0) + 1
          continue
        }
        addGaps(cell, { line, kind, persons, needs, has, poor: poor === true, floor })
      }
    },
  }
}

/** A cell that still grows. */
export interface OpenCell {
  readonly counts: Map<number, Counts>
  readonly gaps: Map<string, GapSums>
  readonly endless: number[]
  readonly lineless: number[]
}

function addCounts({ counts }: OpenCell, kind: Kind, persons: number): void {
  let count = counts.get(kind.id)
  if (count === undefined) {
    count = {
      kind,
      households: 0,
      persons: 0,
      squares: 0,
      sizes: kind.proposed.length > 1 ? new Map() : null,
    }
    counts.set(kind.id, count)
  }
  count.households += 1
  count.persons += persons
  count.squares += persons * persons
  count.sizes?.set(persons, (count.sizes.get(persons) ?? 0) + 1)
}

interface Shortfall {
  readonly line: number
  readonly kind: Kind
  readonly persons: number
  /** In hundredths. */
  readonly needs: number
  readonly has: Range
  readonly poor: boolean
  readonly floor: number | null
}

function addGaps(cell: OpenCell, { line, kind, persons, needs, has, poor, floor }: Shortfall): void {
  const key = `${line};${kind.weight};${persons};${needs}`
  let sums = cell.gaps.get(key)
  if (sums === undefined) {
    const { weight } = kind
    const floored = floor === null ? null : { least: amounts(), most: amounts() }
    sums = { line, weight, size: persons, needed: BigInt(needs), least: amounts(), most: amounts(), floored }
    cell.gaps.set(key, sums)
  }
  const [most, least] = [has.lo === null ? null : cents(has.lo), has.hi === null ? null : cents(has.hi)]
  const lowest = floor === null ? 0 : floor * persons
  if (poor && least !== null) {
    addAmount(sums.least, needs - least)
    if (sums.floored !== null) addAmount(sums.floored.least, needs - Math.max(least, lowest))
  }
  if (most === null) cell.endless[line] = (cell.endless[line] ?? 0) + 1
  else addAmount(sums.most, needs - most)
  if (sums.floored !== null) addAmount(sums.floored.most, needs - Math.max(most ?? lowest, lowest))
}

const amounts = (): Amounts => ({ sum: new WholeSum(), squares: new WholeSum(), fourths: new WholeSum() })

function addAmount({ sum, squares, fourths }: Amounts, missing: number): void {
  if (missing <= 0) return
  sum.add(missing)
  squares.addProduct(missing, missing)
  fourths.addProduct(missing * missing, missing * missing)
}

/** An amount in hundredths; the questions are rounded to them. */
const cents = (amount: Decimal): number => Math.round(amount.toNumber() * CENTS)

const pointCents = (range: Range | undefined): number | null =>
  range?.lo == null || range.hi === null || !range.lo.eq(range.hi) ? null : cents(range.lo)
