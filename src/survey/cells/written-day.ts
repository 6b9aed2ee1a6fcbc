import { dayOfSpreadsheet, isDate } from '../../base/date.js'
import type { DateOrder } from './options.js'

type Order = Exclude<DateOrder, 'excel'>

interface PossibleDay {
  readonly date: string
  readonly order: Order
}

/** What a text says of a day; `possible` holds each day that it can be, with an order that gives that day. */
export type WrittenDay =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'no-day' | 'no-date' }
  | { readonly kind: 'ambiguous'; readonly possible: readonly PossibleDay[] }

/** A longer text is not a date. The limit keeps the patterns quick on hostile cells. */
const LONGEST = 40

/**
 * Reads a day; a time after it is ignored. Without a declared order: a year of four digits first (`2020-08-19`, `2020/8/19`,
 * `2020年8月19日`, `20200819`), or an English name of a month with a year of four digits. Where the order is declared, years may have two digits:
 * 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999, as spreadsheets take them.
 */
export function readDay(cell: string, order: DateOrder | null): WrittenDay {
  if (cell.length > LONGEST) return { kind: 'no-date' }
  if (order === 'excel' && /^\d{1,7}(?:\.\d+)?$/.test(cell)) return dayOrNone(serialDay(cell))
  const { year, month, day } = (YEAR_FIRST.exec(cell) ?? CHINESE.exec(cell) ?? compactDay(cell))?.groups ?? {}
  if (year !== undefined) return dayOrNone(dateOf(year, month, day))
  const written = partsOf(cell)
  if (written === null) return { kind: 'no-date' }
  if (order !== null && order !== 'excel') return dayOrNone(inOrder(written, order))
  const possible = possibleDays(written)
  const [only] = possible
  if (only === undefined) return { kind: 'no-day' }
  return written.sure ? { kind: 'day', date: only.date } : { kind: 'ambiguous', possible }
}

function compactDay(cell: string): RegExpExecArray | null {
  const found = COMPACT.exec(cell)
  const { year, month, day } = found?.groups ?? {}
  return dateOf(year ?? '', month, day) === null ? null : found
}

const dayOrNone = (date: string | null): WrittenDay =>
  date === null ? { kind: 'no-day' } : { kind: 'day', date }

const PART_OF_DAY = '[上下]午|凌晨|早上|中午|晚上'
const CLOCK = String.raw`(?:(?:${PART_OF_DAY}) ?)?(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?`
const ZONE = String.raw`(?: ?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?`
const TIME = `(?:(?:T|,? +)${CLOCK}${ZONE})?$`

const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})${TIME}`,
  'i',
)
const CHINESE_DAY = /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]?/
const CHINESE_HOUR = / ?\d{1,2}[时点](?:\d{1,2}分)?(?:\d{1,2}秒)?$/
const CHINESE = new RegExp(`${CHINESE_DAY.source}(?:${CHINESE_HOUR.source}|${TIME})`, 'i')
/** Eight figures that begin with a year are not a day in any other order. */
const COMPACT = /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)$/
const IN_FIGURES = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})${TIME}`, 'i')
const NAME_SECOND = new RegExp(
  String.raw`^(\d{1,2})[-/. ]([a-z]{3,9})\.?(?:[-/]|,? )(\d{4}|\d{2})${TIME}`,
  'i',
)
/** As Stata writes a day: `19aug2020`. */
const NAME_WITHIN = /^(\d{1,2})([a-z]{3,9})(\d{4})$/i
const NAME_FIRST = new RegExp(
  String.raw`^([a-z]{3,9})\.?[-/ ](\d{1,2})(?:[-/]|,? ?)(\d{4}|\d{2})${TIME}`,
  'i',
)

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of a month by its English name, or by three letters or more of it. */
function monthOf(name: string): string | null {
  const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()))
  return index < 0 ? null : `${index + 1}`
}

/** The parts of a day as they stand. A day is sure if its month is a name and its year has four digits. */
interface Parts {
  readonly first: string
  readonly second: string
  readonly last: string
  /** The month, if it is a name; the other parts are day and year. */
  readonly month: string | null
  readonly sure: boolean
}

function partsOf(cell: string): Parts | null {
  const [, first = '', , second = '', last] = IN_FIGURES.exec(cell) ?? []
  if (last !== undefined) return { first, second, last, month: null, sure: false }
  const named = NAME_SECOND.exec(cell) ?? NAME_WITHIN.exec(cell)
  const leading = NAME_FIRST.exec(cell)
  const [day = '', name = '', year = ''] =
    named !== null ? named.slice(1, 4) : leading !== null ? [leading[2], leading[1], leading[3]] : []
  const month = name === '' ? null : monthOf(name)
  return month === null ? null : { first: day, second: month, last: year, month, sure: year.length === 4 }
}

function inOrder({ first, second, last, month }: Parts, order: Order): string | null {
  if (order === 'ymd' && last.length <= 2) return dateOf(first, second, last)
  if (order === 'ymd' && month === null) return null
  return month === null && order === 'mdy' ? dateOf(last, first, second) : dateOf(last, second, first)
}

const ORDERS: readonly Order[] = ['dmy', 'mdy', 'ymd']

function possibleDays(parts: Parts): PossibleDay[] {
  const found = new Map<string, PossibleDay>()
  for (const order of ORDERS) {
    const date = inOrder(parts, order)
    if (date !== null && !found.has(date)) found.set(date, { date, order })
  }
  return [...found.values()]
}

/** The last year that two digits mean: `29` is 2029, `30` is 1930. */
const PIVOT = 29

function dateOf(year: string, month = '', day = ''): string | null {
  if (year.length < 2) return null
  const century = year.length > 2 ? '' : Number(year) <= PIVOT ? '20' : '19'
  const date = `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

/** Before day 61 spreadsheets count a 29 February 1900, which did not exist. */
function serialDay(cell: string): string | null {
  const serial = Number.parseInt(cell, 10)
  const date = serial < 61 ? '' : dayOfSpreadsheet(serial)
  return isDate(date) ? date : null
}
