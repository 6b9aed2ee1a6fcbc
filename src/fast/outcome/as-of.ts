import { dayNumber, type Periods } from '../../compile/periods.js'
import type { AsOfSource } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { AsOfCount } from '../../report/assess/as-of-count.js'
import type { Layout } from '../../survey/records/column-layout.js'
import type { SlotRow } from '../read/fill-row.js'

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
  /** Counts records that were judged elsewhere as many at once: those with the usual date, and those with days of their own. */
  countMany(usual: number, dated: number, firstDay: number, lastDay: number): void
  /** Counts a record that was judged elsewhere. */
  countOther(asOf: string | null, from: AsOfSource): void
  counts(): AsOfCount
}

/** The option, else the record's own date, else the pack's. */
export function createAsOfDates(
  pack: Pack,
  periods: Periods,
  { facts }: Pick<Layout, 'facts'>,
  option: string | null,
): AsOfDates {
  const missing = facts.find(({ name, column }) => name === pack.record.date && column === null)?.missing
  const assumed = missing?.kind === 'known' ? String(missing.value) : null
  const one = option ?? assumed
  const usual = dayOf(one ?? pack.asOf)
  const usualFrom: AsOfSource = option !== null ? 'option' : assumed !== null ? 'record' : 'pack'
  const cell: DateCell = { text: usual.text, start: 0, end: 0 }
  const count = { option: 0, record: 0, pack: 0 }
  let isUsual = true
  let isUsualUsed = false
  let first = Number.POSITIVE_INFINITY
  let last = 0
  let day = 0
  let period = 0

  return {
    cell,
    usual: { ...usual, isForAll: one !== null },
    countMany(many, dated, firstDay, lastDay) {
      count[usualFrom] += many
      if (many > 0) isUsualUsed = true
      count.record += dated
      if (dated === 0) return
      first = Math.min(first, firstDay)
      last = Math.max(last, lastDay)
    },
    periodOf(row) {
      isUsual = row.day === 0 || one !== null
      if (isUsual) {
        cell.text = usual.text
        return usual.period
      }
      cell.text = row.dayStart >= 0 ? null : row.dayText
      cell.start = row.dayStart
      cell.end = row.dayEnd
      if (row.day !== day) {
        day = row.day
        period = periods.periodOf(day)
      }
      return period
    },
    count() {
      if (isUsual) {
        count[usualFrom] += 1
        isUsualUsed = true
      } else {
        count.record += 1
        if (day < first) first = day
        if (day > last) last = day
      }
    },
    countOther(asOf, from) {
      count[from] += 1
      const other = asOf === null ? null : dayNumber(asOf)
      if (other === null) return
      if (other < first) first = other
      if (other > last) last = other
    },
    counts() {
      const day = usual.day
      if (day !== null && isUsualUsed) {
        first = Math.min(first, day)
        last = Math.max(last, day)
      }
      return { ...count, first: last === 0 ? null : dateOf(first), last: last === 0 ? null : dateOf(last) }
    },
  }

  function dayOf(date: string | null) {
    const day = date === null ? null : dayNumber(date)
    return { text: date ?? '', day, period: day === null ? periods.dateless : periods.periodOf(day) }
  }
}

const dateOf = (day: number): string => {
  const text = String(day).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
