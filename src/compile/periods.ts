import { isDate } from '../base/date.js'
import { placesOf } from '../base/decimal.js'
import { valueInForce } from '../engine/evaluation.js'
import type { Pack, Parameter } from '../lang/pack.js'
import { atPlaces, MOST_PLACES } from './exact-places.js'

/** A parameter in generated code: a column of the table of periods. */
export interface ParameterColumn {
  readonly name: string
  readonly index: number
  readonly places: number
  /** All that it could be if none is in force; infinite if no end is declared. */
  readonly min: number
  readonly max: number
  /** The largest absolute value in any period, and if no value is below 0. */
  readonly bound: number
  readonly isNonNegative: boolean
}

/** The parameters in force and the criteria in time; the same on all days of a period. */
export interface PeriodClass {
  readonly inForce: ReadonlySet<string>
  /** Criteria that do not apply yet. */
  readonly tooEarly: ReadonlySet<string>
  /** True for records whose date cannot be read. */
  readonly isDateless: boolean
}

/** Time, cut on every day on which a parameter or a criterion begins or ends. */
export interface Periods {
  readonly parameters: ReadonlyMap<string, ParameterColumn>
  /** A row of parameters for each period; NaN if none is in force. */
  readonly values: Float64Array
  readonly classes: readonly PeriodClass[]
  /** The class of each period. */
  readonly classOf: readonly number[]
  /** The period of records whose date cannot be read. */
  readonly dateless: number
  /** The first day of each dated period. The first period has all days before the second. */
  readonly days: readonly number[]
  /** The period of a day; a day is a number such as 20201231. */
  periodOf(day: number): number
}

/** `2020-12-31` as 20201231, or `null` if the text is not a date. */
export const dayNumber = (date: string): number | null =>
  isDate(date)
    ? Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8))
    : null

/** The periods of a pack, or the reason why its parameters have none. */
export function periodsOf(pack: Pack): Periods | { readonly refused: string } {
  const parameters = new Map<string, ParameterColumn>()
  for (const parameter of pack.parameters.values()) {
    const column = columnOf(parameter, parameters.size)
    if (column === null) return { refused: `the values of \`${parameter.name}\`` }
    parameters.set(parameter.name, column)
  }
  const starts = startsOf(pack)
  const dates: (string | null)[] = [...starts.map(({ date }) => date), null]
  const values = new Float64Array(dates.length * parameters.size).fill(Number.NaN)
  const classes: PeriodClass[] = []
  const known = new Map<string, number>()
  const classOf = dates.map((date, period) => {
    for (const { name, index, places } of parameters.values()) {
      const inForce = inForceOn(pack, name, date)
      if (inForce !== null)
        values[period * parameters.size + index] = atPlaces(inForce.value, places) ?? Number.NaN
    }
    const own = classOn(pack, date)
    const key = JSON.stringify([[...own.inForce], [...own.tooEarly], own.isDateless])
    const found = known.get(key) ?? classes.push(own) - 1
    known.set(key, found)
    return found
  })
  const days = starts.map(({ day }) => day)
  return {
    parameters,
    values,
    classes,
    classOf,
    dateless: starts.length,
    days,
    periodOf: (day) => lastUpTo(days, day),
  }
}

function columnOf({ name, range, values }: Parameter, index: number): ParameterColumn | null {
  const numbers = values.map(({ value }) => value)
  const ends = [range.lo, range.hi].flatMap((end) => (end === null ? [] : [end]))
  const places = Math.max(0, ...[...numbers, ...ends].map(placesOf))
  const whole = numbers.map((value) => atPlaces(value, places))
  const min = range.lo === null ? -Infinity : atPlaces(range.lo, places)
  const max = range.hi === null ? Infinity : atPlaces(range.hi, places)
  const exact = whole.flatMap((value) => (value === null ? [] : [value]))
  if (places > MOST_PLACES || min === null || max === null || exact.length < whole.length) return null
  const bound = Math.max(0, ...exact.map(Math.abs))
  return { name, index, places, min, max, bound, isNonNegative: exact.every((value) => value >= 0) }
}

const inForceOn = (pack: Pack, name: string, date: string | null) => {
  const parameter = pack.parameters.get(name)
  return parameter === undefined ? null : valueInForce(parameter, date)
}

/** The first day of each dated period, as a number and as a date that lies in it. The first period starts before every date. */
function startsOf(pack: Pack): { day: number; date: string }[] {
  const first = { day: 0, date: '0000-00-00' }
  const found = new Map([[first.day, first]])
  const note = (date: string | null, isPast: boolean) => {
    const day = date === null ? null : dayNumber(date)
    if (date === null || day === null) return
    // `~` sorts after every digit, so this text lies after the day itself.
    found.set(day + Number(isPast), { day: day + Number(isPast), date: isPast ? `${date}~` : date })
  }
  for (const { values } of pack.parameters.values())
    for (const { from, to } of values) {
      note(to, true)
      note(from, false)
    }
  for (const { since } of pack.criteria) note(since, false)
  return [...found.values()].sort((a, b) => a.day - b.day)
}

const classOn = (pack: Pack, date: string | null): PeriodClass => ({
  inForce: new Set([...pack.parameters.keys()].filter((name) => inForceOn(pack, name, date) !== null)),
  tooEarly: new Set(
    pack.criteria.filter(({ since }) => since !== null && date !== null && date < since).map(({ id }) => id),
  ),
  isDateless: date === null,
})

/** The last period that starts on the day or before; the first one has all days before the second. */
function lastUpTo(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((days[middle] as number) <= day) low = middle
    else high = middle - 1
  }
  return low
}
