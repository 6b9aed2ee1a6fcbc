import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { Programme } from '../policy/programme.js'
import { type Cell, createCells, type OpenCell } from './cells.js'
import type { Design, SamplingUnit } from './estimate.js'
import { groupOfRecord } from './groups.js'
import { createKinds } from './kinds.js'

/** How a household was drawn, as its row says. */
export interface Drawn {
  /** In 10⁻⁹. */
  readonly weight: bigint
  readonly stratum: string
  /** The sampling unit of the first stage inside its stratum. */
  readonly unit: string
  readonly unitsOf: number | null
  readonly householdsOf: number | null
}

/** The records of one group: each sampling unit by itself, one unit without a name for a full count. */
export interface MeasuredGroup {
  /** The facts of the group, as they were asked for; empty for the whole. */
  readonly by: string
  readonly group: string
  readonly cells: ReadonlyMap<string, Cell>
}

export interface MeasureOptions {
  /** Each a set of facts that nest. */
  readonly by: readonly (readonly string[])[]
  /** If the file is a sample. */
  readonly isSample: boolean
}

/** More groups than this are refused. */
export const MOST_GROUPS = 1_000_000

export interface MeasureFold {
  /** Adds a record; false where there would be too many groups. */
  add(assessment: Assessment, drawn: Drawn | null): boolean
  /** Groups by fact in the order asked for, then by name; the whole comes first. */
  groups(): readonly MeasuredGroup[]
  /** `null` for a full count. */
  design(): Design | null
}

const ONE_UNIT = 10n ** 9n

/** Counts records by kind, one by one; memory grows with groups, sampling units and kinds, not with records. */
export function createMeasureFold(
  pack: Pack,
  programme: Programme,
  { by, isSample }: MeasureOptions,
): MeasureFold {
  const kinds = createKinds(pack, programme)
  const cells = createCells(programme)
  const cellIn = (units: Map<string, OpenCell>, unit: string) => found(units, unit, cells.open)
  const whole = new Map<string, OpenCell>()
  const sets = by.map((facts) => ({ facts, groups: new Map<string, Map<string, OpenCell>>() }))
  const units = new Map<string, SamplingUnit & { households: number }>()
  return {
    add(assessment, drawn) {
      const unit = drawn === null ? '' : `${drawn.stratum}\t${drawn.unit}`
      if (drawn !== null) noteUnit(units, unit, drawn)
      const kind = kinds.of(assessment, drawn?.weight ?? ONE_UNIT)
      cells.add(cellIn(whole, unit), assessment, kind)
      for (const { facts, groups } of sets) {
        const name = groupOfRecord(facts, programme.places, assessment.record)
        const group = found(groups, name, () => new Map<string, OpenCell>())
        cells.add(cellIn(group, unit), assessment, kind)
      }
      return sets.every(({ groups }) => groups.size <= MOST_GROUPS)
    },
    groups: () => [
      { by: '', group: '', cells: whole },
      ...sets.flatMap(({ facts, groups }) =>
        [...groups]
          .sort(([a], [b]) => inBytes(a, b))
          .map(([group, own]) => ({ by: facts.join(), group, cells: own })),
      ),
    ],
    design: () => (isSample ? { units: [...units.values()].sort((a, b) => inBytes(a.key, b.key)) } : null),
  }
}

function found<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function noteUnit(
  units: Map<string, SamplingUnit & { households: number }>,
  key: string,
  { stratum, unitsOf, householdsOf }: Drawn,
): void {
  const unit = units.get(key)
  if (unit === undefined) units.set(key, { key, stratum, unitsOf, householdsOf, households: 1 })
  else unit.households += 1
}

/** The order of UTF-8 bytes, which is that of code points. */
function inBytes(a: string, b: string): number {
  const [x, y] = [a[Symbol.iterator](), b[Symbol.iterator]()]
  for (;;) {
    const [p, q] = [x.next(), y.next()]
    if (p.done || q.done) return (p.done ? 0 : 1) - (q.done ? 0 : 1)
    const difference = (p.value.codePointAt(0) ?? 0) - (q.value.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
}
