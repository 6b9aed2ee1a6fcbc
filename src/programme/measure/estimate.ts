import { type Quotient, toNumber } from '../../base/quotient.js'
import type { Cell } from './cells.js'
import { squaresOf, sumsOf, valueOfEnd } from './evaluate.js'
import type { Counted, End } from './figure.js'

/** A sampling unit of the first stage. */
export interface SamplingUnit {
  readonly key: string
  readonly stratum: string
  /** How many such units the stratum has in the population; `null` where they are taken as without end. */
  readonly unitsOf: number | null
  /** How many households the unit has in the population; `null` where all of its households were taken, or nobody says. */
  readonly householdsOf: number | null
  /** How many of its households the file has. */
  readonly households: number
}

/** How households were drawn. */
export interface Design {
  /** In the order of their keys, by bytes. */
  readonly units: readonly SamplingUnit[]
}

/** The estimate of one end of a figure. */
export interface Estimate {
  /** `null` where nothing stands below. */
  readonly value: Quotient | null
  /** The standard error; `null` where it cannot be told. */
  readonly error: number | null
  /** Degrees of freedom: units less strata, of those with records of the group. */
  readonly df: number
  readonly units: number
  /** Strata with one unit, or with one household of several in a unit, for want of which there is no standard error. */
  readonly lonely: readonly string[]
}

/**
 * A ratio or a total over a group of a sample by Taylor linearisation, with the finite population at both stages: the group is a domain, so that
 * units without a record of it count as nothing. `V = Σ (1 − f) n/(n−1) Σ (u − ū)² + Σ f Σ (1 − m/M) m/(m−1) Σ (u − ū)²` (Cochran 1977,
 * chapters 6 and 11; the same as R's survey).
 */
export function estimate(
  end: End,
  counted: Counted,
  cells: ReadonlyMap<string, Cell>,
  design: Design,
): Estimate {
  const sums = sumsOf(end, counted, cells.values())
  const value = valueOfEnd(end, sums)
  const present = design.units.filter(({ key }) => cells.has(key))
  const df = present.length - new Set(present.map(({ stratum }) => stratum)).size
  const about = { value, df, units: present.length }
  if (value === null) return { ...about, error: null, lonely: [] }
  const ratio = end.below === null ? 0 : toNumber(value)
  const below = end.below === null ? 1 : toNumber(sums.below)
  const parts = design.units.map((unit) =>
    partOf(unit, { end, counted, cell: cells.get(unit.key), ratio, below }),
  )
  const { variance, lonely } = varianceOf(parts)
  return { ...about, error: lonely.length > 0 ? null : Math.sqrt(variance), lonely }
}

/** If all units of the strata that a group is in were drawn, and all of their households. */
export function isTakenWhole({ units }: Design, cells: ReadonlyMap<string, Cell>): boolean {
  const strata = groupedBy(units, ({ stratum }) => stratum)
  return [...strata.values()].every((own) => {
    const present = own.filter(({ key }) => cells.has(key))
    const [{ unitsOf } = { unitsOf: null }] = own
    if (present.length === 0) return true
    return (
      unitsOf !== null &&
      own.length >= unitsOf &&
      present.every(({ households, householdsOf }) => householdsOf === null || households >= householdsOf)
    )
  })
}

/** The variance of a sum over sampling units, and the strata that show none because of a single unit, or of a single household in a unit of several. */
export function varianceOf(parts: readonly LinearisedUnit[]): { variance: number; lonely: string[] } {
  const lonely: string[] = []
  let variance = 0
  for (const [stratum, own] of groupedBy(parts, (part) => part.stratum)) {
    const of = own[0]?.unitsOf ?? null
    const f = of === null ? 0 : Math.min(own.length / of, 1)
    if (own.length > 1) variance += (1 - f) * own.length * spread(own.map(({ u }) => u))
    else if (f < 1 && own.some(({ isPresent }) => isPresent)) lonely.push(stratum)
    if (f === 0) continue
    if (own.some(({ second }) => second === null)) lonely.push(stratum)
    for (const { second } of own) variance += f * (second ?? 0)
  }
  return { variance: Math.max(variance, 0), lonely: [...new Set(lonely)] }
}

/** What a unit adds to the linearised figure. */
export interface LinearisedUnit extends Pick<SamplingUnit, 'stratum' | 'unitsOf'> {
  /** If it has records of the group. */
  readonly isPresent: boolean
  readonly u: number
  /** Its part of the variance of the second stage, before the share of the first; `null` where one household of several shows none. */
  readonly second: number | null
}

interface PartOptions {
  readonly end: End
  readonly counted: Counted
  readonly cell: Cell | undefined
  readonly ratio: number
  readonly below: number
}

function partOf(unit: SamplingUnit, { end, counted, cell, ratio, below }: PartOptions): LinearisedUnit {
  const { stratum, unitsOf } = unit
  if (cell === undefined) return { stratum, unitsOf, isPresent: false, u: 0, second: 0 }
  const own = sumsOf(end, counted, [cell])
  const u = (toNumber(own.above) - (end.below === null ? 0 : ratio * toNumber(own.below))) / below
  const { households: m, householdsOf: of } = unit
  if (of === null || m >= of) return { stratum, unitsOf, isPresent: true, u, second: 0 }
  if (m < 2) return { stratum, unitsOf, isPresent: true, u, second: null }
  const squares = squaresOf(end, counted, cell, ratio) / below ** 2
  return {
    stratum,
    unitsOf,
    isPresent: true,
    u,
    second: (1 - m / of) * (m / (m - 1)) * Math.max(squares - u ** 2 / m, 0),
  }
}

/** Σ (x − x̄)² / (n − 1). */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

function groupedBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) {
    const group = groups.get(keyOf(each))
    if (group === undefined) groups.set(keyOf(each), [each])
    else group.push(each)
  }
  return groups
}
