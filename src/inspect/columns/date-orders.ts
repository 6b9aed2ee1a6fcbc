import type { DateOrder } from '../../survey/cells/options.js'
import { readDay } from '../../survey/cells/written-day.js'

/** How the days of a column are written. */
export type WrittenDates =
  /** Written with the year first: `2020-08-19`. */
  | { readonly kind: 'plain' }
  /** All are real days in this order, and in no other order. */
  | { readonly kind: 'certain'; readonly order: DateOrder; readonly example: string }
  /** All are real days in several orders. */
  | { readonly kind: 'open'; readonly orders: readonly DateOrder[]; readonly example: string }
  | { readonly kind: 'mixed'; readonly example: string }

export interface DateOrders {
  /** Whether a cell is a day in any order. A day is noted. */
  note(cell: string, count: number): boolean
  written(): WrittenDates
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const

const DAY_LIKE = /^(?=.*\d)[^\d]*\d{1,4}[^\d]+(?:\d|[a-z]{3})/i

export function dateOrders(): DateOrders {
  const reads = ORDERS.map(() => 0)
  let days = 0
  let plain = 0
  const kept = new Set<string>()
  return {
    note(cell, count) {
      if (cell.length > 40 || !DAY_LIKE.test(cell)) return false
      const isPlain = readDay(cell, null).kind === 'day'
      const fits = ORDERS.map((order) => readDay(cell, order).kind === 'day')
      if (!isPlain && !fits.includes(true)) return false
      days += count
      if (isPlain) plain += count
      else if (kept.size < KEPT) kept.add(cell)
      for (const [at, isRead] of fits.entries()) if (isRead) reads[at] = (reads[at] ?? 0) + count
      return true
    },
    written() {
      const [example = ''] = kept
      if (plain === days) return { kind: 'plain' }
      const able = ORDERS.filter((_, at) => reads[at] === days)
      const orders = able.filter((order, at) => able.findIndex((each) => areSame(kept, each, order)) === at)
      const [first, second] = orders
      if (first === undefined) return { kind: 'mixed', example }
      return second === undefined
        ? { kind: 'certain', order: first, example }
        : { kind: 'open', orders, example }
    },
  }
}

/** The most days that are kept, to be read again at the end. */
const KEPT = 60

/** Whether two orders give the same days, for example because months are names. */
const areSame = (cells: ReadonlySet<string>, one: DateOrder, other: DateOrder): boolean =>
  [...cells].every((cell) => dayIn(cell, one) === dayIn(cell, other))

function dayIn(cell: string, order: DateOrder): string | null {
  const day = readDay(cell, order)
  return day.kind === 'day' ? day.date : null
}
