import { type Decimal, decimal } from '../../../src/base/decimal.js'
import { contains, type Range } from '../../../src/base/range.js'
import type { FactDeclaration, Pack } from '../../../src/lang/pack.js'

/** The date some days later. Rosters and dates of packs are within a century of today, so `Date` is safe here. */
export function daysFrom(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Numbers at which something may turn: the ends of the range, the values of parameters, and the line for this many heads. */
export function thresholds(pack: Pack, { range, unit }: FactDeclaration, size: number): Decimal[] {
  const key = unit === null ? '' : [...unit.keys()].join()
  const values = [...pack.parameters.values()].flatMap((parameter) => {
    const own = [...parameter.unit.keys()].join()
    if (own === key) return parameter.values.map((each) => each.value)
    return key === 'CNY' && own === 'CNY,person' ? parameter.values.map((each) => each.value.times(size)) : []
  })
  const ends = [range.lo, range.hi].flatMap((end) => (end === null ? [] : [end]))
  return [...values, ...values, ...ends, ...[0, 1, 2, 5].map((each) => decimal(each))]
}

/** The nearest number that a cell of this fact may have. */
export function into({ range, type }: FactDeclaration, wanted: Decimal): Decimal {
  const whole = type === 'count' ? decimal(wanted.toFixed(0)) : wanted
  if (contains(range, whole)) return whole
  return (range.lo?.gt(whole) ? range.lo : range.hi) ?? whole
}

/** The birth date of somebody who completes these years on the day, the day after or the day before. */
export const birthFor = (asOf: string | null, years: number, days: number): string => {
  const day = asOf ?? '2020-06-15'
  const year = Number(day.slice(0, 4)) - years
  const sameDay = `${year}${day.slice(4)}`
  return daysFrom(day.endsWith('02-29') && year % 4 !== 0 ? `${year}-03-01` : sameDay, -days)
}

/** A number in a range, for a fact of this declaration, or `null` where the range holds none that a cell may have. */
export function someIn(declaration: FactDeclaration, range: Range, wanted: Decimal): Decimal | null {
  const near = into({ ...declaration, range }, wanted)
  const fits = contains(range, near) && contains(declaration.range, near)
  return fits && (declaration.type !== 'count' || near.mod(decimal(1)).eq(0)) ? near : null
}
