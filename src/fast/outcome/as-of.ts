import { dayNumber, type Periods } from '../../compile/periods.js'
import type { AsOfSource } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { AsOfCount } from '../../report/assess/count/as-of-count.js'
import type { Layout } from '../../survey/records/column-layout.js'
import type { SlotRow } from '../read/slot-row.js'

/** A date as the report writes it: a text, or, where that is `null`, the bytes of a chunk from one place up to another. */
export interface DateCell {
  text: string | null
  start: number
  end: number
}

/** The dates on which records are judged, one after another. */
export interface AsOfDates {
  /** The date of the record just read, as the report writes it. */
  readonly cell: DateCell
  /** Records that say no date of their own: its text and period, and whether that is so of all. */
  readonly usual: { readonly text: string; readonly period: number; readonly isForAll: boolean }
  /** The period in which that date lies. */
  periodOf(row: SlotRow): number
  /** Counts the record just asked for. */
  count(): void
  /** Counts many records that the loop judged: those with the usual date, and those with days of their own. */
  countMany(usual: number, dated: number, firstDay: number, lastDay: number): void
  /** Counts a record that was judged elsewhere. */
  countOther(asOf: string | null, from: AsOfSource): void
  counts(): AsOfCount
}

/** The date of records that say none, and where it comes from. */
interface UsualDate {
  readonly text: string
  readonly day: number | null
  readonly period: number
  readonly isForAll: boolean
  readonly from: AsOfSource
}

interface Dating {
  readonly periods: Periods
  readonly usual: UsualDate
  readonly cell: DateCell
  readonly counted: Record<AsOfSource, number>
  /** The record just asked for has the usual date; some record so far had. */
  isUsual: boolean
  isUsualUsed: boolean
  /** The ends of the days so far. */
  first: number
  last: number
  /** The day just met, and its period. */
  day: number
  period: number
}

/** A record is judged on the date of the option, else on its own, else on the pack's. */
export function createAsOfDates(
  pack: Pack,
  periods: Periods,
  layout: Pick<Layout, 'facts'>,
  option: string | null,
): AsOfDates {
  const usual = usualDate(pack, periods, layout, option)
  const cell: DateCell = { text: usual.text, start: 0, end: 0 }
  const dating: Dating = {
    periods,
    usual,
    cell,
    counted: { option: 0, record: 0, pack: 0 },
    isUsual: true,
    isUsualUsed: false,
    first: Number.POSITIVE_INFINITY,
    last: 0,
    day: 0,
    period: 0,
  }
  return {
    cell,
    usual,
    periodOf: (row) => periodOf(dating, row),
    count: () => count(dating),
    countMany: (many, dated, firstDay, lastDay) => countMany(dating, many, dated, firstDay, lastDay),
    countOther: (asOf, from) => countOther(dating, asOf, from),
    counts: () => countsOf(dating),
  }
}

function usualDate(
  pack: Pack,
  periods: Periods,
  { facts }: Pick<Layout, 'facts'>,
  option: string | null,
): UsualDate {
  const missing = facts.find(({ name, column }) => name === pack.record.date && column === null)?.missing
  const assumed = missing?.kind === 'known' ? String(missing.value) : null
  const forAll = option ?? assumed
  const date = forAll ?? pack.asOf
  const day = date === null ? null : dayNumber(date)
  return {
    text: date ?? '',
    day,
    period: day === null ? periods.dateless : periods.periodOf(day),
    isForAll: forAll !== null,
    from: option !== null ? 'option' : assumed !== null ? 'record' : 'pack',
  }
}

function periodOf(dating: Dating, row: SlotRow): number {
  const { usual, cell, periods } = dating
  dating.isUsual = row.day === 0 || usual.isForAll
  if (dating.isUsual) {
    cell.text = usual.text
    return usual.period
  }
  cell.text = row.dayStart >= 0 ? null : row.dayText
  cell.start = row.dayStart
  cell.end = row.dayEnd
  if (row.day !== dating.day) {
    dating.day = row.day
    dating.period = periods.periodOf(row.day)
  }
  return dating.period
}

function count(dating: Dating): void {
  if (dating.isUsual) {
    dating.counted[dating.usual.from] += 1
    dating.isUsualUsed = true
  } else {
    dating.counted.record += 1
    widen(dating, dating.day, dating.day)
  }
}

function countMany(dating: Dating, many: number, dated: number, firstDay: number, lastDay: number): void {
  dating.counted[dating.usual.from] += many
  if (many > 0) dating.isUsualUsed = true
  dating.counted.record += dated
  if (dated > 0) widen(dating, firstDay, lastDay)
}

function countOther(dating: Dating, asOf: string | null, from: AsOfSource): void {
  dating.counted[from] += 1
  const day = asOf === null ? null : dayNumber(asOf)
  if (day !== null) widen(dating, day, day)
}

function widen(dating: Dating, first: number, last: number): void {
  if (first < dating.first) dating.first = first
  if (last > dating.last) dating.last = last
}

function countsOf(dating: Dating): AsOfCount {
  const { usual, counted } = dating
  if (usual.day !== null && dating.isUsualUsed) widen(dating, usual.day, usual.day)
  const { first, last } = dating
  return { ...counted, first: last === 0 ? null : dateOf(first), last: last === 0 ? null : dateOf(last) }
}

const dateOf = (day: number): string => {
  const text = String(day).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
