import type { Quotient } from '../../base/quotient.js'
import type { Pack } from '../../lang/pack.js'
import type { Programme } from '../policy/programme.js'
import { bookFigures, shareFigures } from './book-figures.js'
import type { Cell, Counts } from './cells.js'
import { sumsOf, valueOfEnd } from './evaluate.js'
import type { Cases, Counted, End, FigureRule } from './figure.js'
import type { MeasuredGroup } from './fold.js'
import { indexFigures } from './index-figures.js'
import { lineFigures } from './line-figures.js'
import { type Sample, sampled } from './sampled.js'
import { withUnknownSizes } from './unknown-sizes.js'

/** Why a figure or its error is not there, or what it leaves out. */
export type FigureNote =
  | 'nobody_poor'
  | 'no_records'
  | 'open_income'
  | 'open_line'
  | 'open_size'
  | 'one_unit_in_a_stratum'
  | 'no_variance_seen'
  | 'no_population'
  | 'conflicting'
  | 'hidden'

/** One figure of one group, with its bounds. */
export interface Figure {
  readonly by: string
  readonly group: string
  readonly figure: string
  readonly unit: 'persons' | 'households' | 'ratio'
  readonly counted: Counted
  readonly cases: Cases
  /** The least and the most that it can be; `null` where that end is open. */
  readonly least: Quotient | null
  readonly most: Quotient | null
  /** Standard errors of both ends; `null` for a full count, and where they cannot be told. */
  readonly errorLeast: number | null
  readonly errorMost: number | null
  /** An interval of confidence that covers both ends. */
  readonly low: number | null
  readonly high: number | null
  /** Records of the group, and the persons in those of known size, without weights; `null` where a public result hides them. */
  readonly households: number | null
  readonly persons: number | null
  /** Sampling units and degrees of freedom; `null` for a full count. */
  readonly units: number | null
  readonly df: number | null
  readonly notes: readonly FigureNote[]
  /** Strata with one sampling unit, or with one household of several in a unit. */
  readonly lonely: readonly string[]
}

export interface FigureContext {
  readonly pack: Pack
  readonly programme: Programme
  readonly sample: Sample | null
}

/** Every figure of a group. */
export function figuresOf(context: FigureContext, group: MeasuredGroup): Figure[] {
  const merged = mergedCell([...group.cells.values()])
  const counts = [...merged.counts.values()]
  const rules = rulesFor(context, merged)
  const known = rules.map((rule) => figureOf(context, group, rule, counts))
  const { largestSize } = context.programme
  const filled = withUnknownSizes(rules, counts, largestSize?.persons ?? null)
  return [
    ...known,
    ...filled.map(
      ({ rule, least, most }): Figure => ({
        ...headOf(group, rule, counts),
        cases: 'with_unknown_sizes',
        least,
        most,
        ...NO_SAMPLE,
        notes: most === null ? ['open_size'] : [],
        lonely: [],
      }),
    ),
  ]
}

const NO_SAMPLE = { errorLeast: null, errorMost: null, low: null, high: null, units: null, df: null }

/** The rules of the figures that a pack and its programme give. */
function rulesFor({ pack, programme }: FigureContext, cell: Cell): FigureRule[] {
  const hasStatus = pack.decisions.by !== null && programme.books.some(({ inForce }) => inForce !== null)
  return [
    ...bookFigures(programme, hasStatus),
    sizeUnknown,
    ...shareFigures(programme, hasStatus),
    ...lineFigures(programme, cell),
    ...(programme.index === null ? [] : indexFigures(programme.index, [...cell.counts.values()])),
  ]
}

const countUnknown: End = { above: ({ size }) => (size === null ? 0 : 1), below: null, under: 1, gaps: null }

const sizeUnknown: FigureRule = {
  name: 'size_unknown',
  unit: 'households',
  counted: 'households',
  cases: 'all',
  least: countUnknown,
  most: countUnknown,
  open: [],
  optionsOf: null,
  spread: 'open',
}

const headOf = (
  { by, group }: MeasuredGroup,
  { name, unit, counted, cases }: FigureRule,
  counts: readonly Counts[],
) => ({
  by,
  group,
  figure: name,
  unit,
  counted,
  cases,
  households: counts.reduce((sum, { households }) => sum + households, 0),
  persons: counts.reduce((sum, { persons }) => sum + persons, 0),
})

function figureOf(
  context: FigureContext,
  group: MeasuredGroup,
  rule: FigureRule,
  counts: readonly Counts[],
): Figure {
  const { counted, open } = rule
  const cells = [...group.cells.values()]
  const valueAt = (end: End | null) => end && valueOfEnd(end, sumsOf(end, counted, cells))
  const [least, most] = [valueAt(rule.least), valueAt(rule.most)]
  const notes: FigureNote[] = open.map((what) => (what === 'income' ? 'open_income' : 'open_line'))
  if (least === null && rule.least === null) notes.push('nobody_poor')
  else if (least === null) notes.push('no_records')
  const head = { ...headOf(group, rule, counts), least, most }
  if (context.sample === null) return { ...head, ...NO_SAMPLE, notes, lonely: [] }
  const own = sampled(context.sample, group, rule, counts)
  return { ...head, ...own, notes: [...notes, ...own.notes] }
}

/** All that the sampling units of a group have together. */
export function mergedCell(cells: readonly Cell[]): Cell {
  const [first] = cells
  if (first !== undefined && cells.length === 1) return first
  const counts = new Map<number, Counts>()
  const [endless, lineless]: [number[], number[]] = [[], []]
  for (const cell of cells) {
    for (const [id, each] of cell.counts) {
      const sum = counts.get(id)
      if (sum === undefined) counts.set(id, { ...each, sizes: each.sizes && new Map(each.sizes) })
      else {
        sum.households += each.households
        sum.persons += each.persons
        sum.squares += each.squares
        for (const [size, times] of each.sizes ?? []) sum.sizes?.set(size, (sum.sizes.get(size) ?? 0) + times)
      }
    }
    for (const [line, count] of cell.endless.entries()) endless[line] = (endless[line] ?? 0) + count
    for (const [line, count] of cell.lineless.entries()) lineless[line] = (lineless[line] ?? 0) + count
  }
  return { counts, gaps: new Map(), endless, lineless }
}
