import { type Decimal, ZERO } from '../../../base/decimal.js'
import type { Range } from '../../../base/range.js'
import { evaluationOf } from '../../../engine/assess.js'
import type { Assessment } from '../../../engine/assessment.js'
import { rangeOf } from '../../../engine/interpret.js'
import type { DatedValue, Pack } from '../../../lang/pack.js'
import type { IncomeLine } from './income-line.js'

/** Incomes are told apart at each twentieth of the line, from 0 to three times the line. */
export const STEPS = 20
export const LAST = 3 * STEPS

/** Records, and the persons in those of known size. */
export interface Share {
  readonly records: number
  readonly persons: Decimal
}

/** Records whose income is less than a number of twentieths of the line: at least, and at most. */
export interface IncomePoint {
  readonly steps: number
  readonly least: Share
  readonly most: Share
}

/** How many incomes lie below each step. */
export interface IncomeCounts {
  readonly of: IncomeLine
  readonly all: Share
  /** One for each step from 0 to the last. */
  readonly points: readonly IncomePoint[]
  /** Those that are certainly within a tenth of the line. */
  readonly near: Share
  /** The values of the line's parameters that were in force, by parameter. */
  readonly inForce: ReadonlyMap<string, readonly DatedValue[]>
}

/** The steps just below and just above the line. */
export const BELOW = STEPS - STEPS / 10
export const ABOVE = STEPS + STEPS / 10

/** Counts incomes by steps of the line; memory does not grow with records. */
export function countIncomes(pack: Pack, of: IncomeLine) {
  const [lowest, highest, all, near] = [places(), places(), openShare(), openShare()]
  const inForce = new Map(of.parameters.map((name) => [name, new Set<DatedValue>()]))
  return {
    add(assessment: Assessment) {
      const evaluation = evaluationOf(pack, assessment)
      const [low, high] = stepsReached(
        rangeOf(evaluation, of.income),
        rangeOf(evaluation, of.line),
        of.isOver,
      )
      const { size } = assessment
      for (const share of [lowest[low], highest[high], all]) share?.add(size)
      if (low > BELOW && high <= ABOVE) near.add(size)
      for (const [name, values] of inForce) {
        const value = evaluation.parameter(name).inForce
        if (value !== null) values.add(value)
      }
    },
    finish: (): IncomeCounts => ({
      of,
      all: all.finish(),
      points: pointsOf(lowest, highest),
      near: near.finish(),
      inForce: new Map(
        [...inForce].map(([name, values]) => [name, [...values].sort((a, b) => (a.from < b.from ? -1 : 1))]),
      ),
    }),
  }
}

/**
 * How many of the steps 0, 1/20 … 3 of the line an income reaches, by the least and by the most that it can be. That it does not reach the step 20 is
 * that the criterion is unmet.
 */
function stepsReached(income: Range, line: Range, isOver: boolean): readonly [number, number] {
  const isSound = line.lo?.gte(ZERO) ?? false
  const low = income.lo === null || !isSound ? 0 : reached(income.lo, line.hi, isOver)
  const high = income.hi === null || !isSound ? LAST + 1 : reached(income.hi, line.lo, isOver)
  return [low, high]
}

/** A line without an end is reached at its step 0 alone. */
function reached(income: Decimal, line: Decimal | null, isOver: boolean): number {
  const parts = income.times(STEPS)
  const reaches = (step: number) => {
    const needed = line === null ? (step === 0 ? ZERO : null) : line.times(step)
    return needed !== null && (isOver ? parts.gt(needed) : parts.gte(needed))
  }
  let [from, to] = [0, LAST + 1]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (reaches(middle)) from = middle + 1
    else to = middle
  }
  return from
}

/** An income that reaches `n` steps is below the step `n` and all after it. */
function pointsOf(lowest: readonly OpenShare[], highest: readonly OpenShare[]): IncomePoint[] {
  const [least, most] = [openShare(), openShare()]
  return Array.from({ length: LAST + 1 }, (_, steps): IncomePoint => {
    least.join(highest[steps])
    most.join(lowest[steps])
    return { steps, least: least.finish(), most: most.finish() }
  })
}

type OpenShare = ReturnType<typeof openShare>

const places = () => Array.from({ length: LAST + 2 }, openShare)

function openShare() {
  let [records, persons] = [0, ZERO]
  return {
    add(size: Decimal | null) {
      records += 1
      if (size !== null) persons = persons.plus(size)
    },
    join(other: { finish(): Share } | undefined) {
      const share = other?.finish()
      records += share?.records ?? 0
      persons = persons.plus(share?.persons ?? ZERO)
    },
    finish: (): Share => ({ records, persons }),
  }
}
