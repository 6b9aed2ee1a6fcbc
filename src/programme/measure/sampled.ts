import { toNumber } from '../../base/quotient.js'
import type { Cell, Counts } from './cells.js'
import { type Design, type Estimate, estimate, isTakenWhole } from './estimate.js'
import { type Counted, type End, type FigureRule, timesOf } from './figure.js'
import type { Interval } from './interval.js'

/** The functions of intervals, which are loaded only where there is a sample. */
export type Intervals = typeof import('./interval.js')

export interface Sample {
  readonly design: Design
  readonly intervals: Intervals
}

/** Errors of a figure at both ends, and an interval over both. */
export function sampled(
  { design, intervals }: Sample,
  { cells }: { readonly cells: ReadonlyMap<string, Cell> },
  rule: FigureRule,
  counts: readonly Counts[],
) {
  const at = (end: End | null) => end && estimate(end, rule.counted, cells, design)
  const least = at(rule.least)
  const most = isPoint(rule, counts, cells) ? least : at(rule.most)
  const { df = 0, units = 0 } = least ?? most ?? {}
  const lonely = [...new Set([...(least?.lonely ?? []), ...(most?.lonely ?? [])])]
  const isWhole = isTakenWhole(design, cells)
  const intervalAt = (found: Estimate | null, end: End | null) =>
    intervalOf(intervals, rule, found, isWhole, end === null ? 0 : householdsIn(end, rule.counted, counts))
  const low = intervalAt(least, rule.least)
  const high = most === least ? low : intervalAt(most, rule.most)
  const isBlind = (found: Estimate | null) => found !== null && found.value !== null && found.error === 0
  const unseen = rule.unit === 'ratio' && !isWhole && (isBlind(least) || isBlind(most))
  return {
    errorLeast: least?.error ?? null,
    errorMost: most?.error ?? null,
    low: low.low,
    high: high.high,
    units,
    df,
    notes: [
      ...(lonely.length > 0 ? (['one_unit_in_a_stratum'] as const) : []),
      ...(unseen ? (['no_variance_seen'] as const) : []),
    ],
    lonely: lonely.filter((stratum) => stratum !== ''),
  }
}

/** If both ends are the same at every kind, so that one estimate is enough. */
function isPoint(
  { least, most }: FigureRule,
  counts: readonly Counts[],
  cells: ReadonlyMap<string, Cell>,
): boolean {
  if (least === null || most === null) return false
  const isSame = counts.every(
    ({ kind }) => least.above(kind) === most.above(kind) && least.below?.(kind) === most.below?.(kind),
  )
  if (!isSame || least.gaps === null || most.gaps === null) return isSame
  const { of, line } = least.gaps
  for (const { gaps } of cells.values())
    for (const sums of gaps.values()) {
      const [one, other] = [of(sums), most.gaps.of(sums)]
      if (sums.line !== line) continue
      if (one.sum.total() !== other.sum.total() || one.squares.total() !== other.squares.total()) return false
    }
  return true
}

/** The households that stand below a figure. */
function householdsIn(end: End, counted: Counted, counts: readonly Counts[]): number {
  let sum = 0
  for (const each of counts)
    if (timesOf(counted, each) > 0 && (end.below?.(each.kind) ?? 1) > 0) sum += each.households
  return sum
}

const NONE: Interval = { low: null, high: null }

function intervalOf(
  intervals: Intervals,
  rule: FigureRule,
  found: Estimate | null,
  isWhole: boolean,
  households: number,
): Interval {
  if (found === null || found.value === null) return NONE
  const { error, df, units } = found
  const value = toNumber(found.value)
  if (rule.spread !== 'proportion' || isWhole) return cut(rule, intervals.intervalOfIndex(value, error, df))
  return intervals.intervalOfProportion({ value, error, df, households, units: Math.min(units, households) })
}

/** Shares end at 0 and 1. */
const cut = ({ spread, unit }: FigureRule, { low, high }: Interval): Interval => ({
  low: low === null ? null : spread !== 'open' || unit !== 'ratio' ? Math.max(low, 0) : low,
  high: high === null ? null : spread !== 'open' ? Math.min(high, 1) : high,
})
