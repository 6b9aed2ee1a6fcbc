import { knownCode } from '../../survey/cells/missing-codes.js'
import { unwrapText } from '../../survey/cells/text.js'
import { bothNumbers, groupsNear, NO_NUMBERS, type OtherNumbers } from '../../survey/doubts/answer-codes.js'
import { kindOf } from './cell-kind.js'
import { dateOrders, type WrittenDates } from './date-orders.js'
import { noAnswerWord } from './missing-words.js'
import { numberMarks, type WrittenNumbers } from './number-marks.js'
import { buildSample, type ValueSample } from './value-sample.js'

/** The most distinct values that are counted one by one. */
export const DISTINCT = 100

/** The most distinct choices that are noted. */
const CHOICES = 60

/** Counts of the cells of a column by kind. Words for no answer are not counted here. */
export interface KindCounts {
  numbers: number
  days: number
  yesNo: number
  ids: number
  personal: number
  destroyed: number
  /** Cells with several choices. */
  several: number
  /** Cells that may be days as spreadsheets count them. */
  serials: number
  bracketed: number
}

/** What one pass over a table learns of a column. */
export interface ColumnTally {
  readonly filled: number
  readonly blank: number
  /** The first `DISTINCT` values, each with its count. */
  readonly values: ReadonlyMap<string, number>
  /** Whether there are more values than those. */
  readonly hasMore: boolean
  readonly kinds: KindCounts
  /** Words for no answer, and numbers that surveys write for it, as they stand. */
  readonly words: ReadonlyMap<string, number>
  readonly codes: ReadonlyMap<string, number>
  /** The range of all numbers that are not such a code. */
  readonly range: { readonly low: number; readonly high: number } | null
  readonly others: OtherNumbers
  readonly longest: number
  readonly choices: ReadonlySet<string>
  readonly numbers: WrittenNumbers
  readonly dates: WrittenDates
  readonly sample: ValueSample
}

export interface TallyBuilder {
  /** @param beside cells of the same row that are kept with a value seen first */
  add(text: string, beside: readonly string[]): void
  tally(): ColumnTally
}

interface Seen {
  count: number
  readonly beside: readonly string[]
}

export function tallyColumn(): TallyBuilder {
  const seen = new Map<string, Seen>()
  const cells = newCells()
  let filled = 0
  let blank = 0
  let hasMore = false
  return {
    add(text, beside) {
      const cell = unwrapText(text)
      if (cell === '') {
        blank += 1
        return
      }
      filled += 1
      const known = seen.get(cell)
      if (known !== undefined) known.count += 1
      else if (seen.size < DISTINCT) seen.set(cell, { count: 1, beside })
      else {
        hasMore = true
        noteCell(cells, cell, 1, beside)
      }
    },
    tally() {
      for (const [cell, { count, beside }] of seen) noteCell(cells, cell, count, beside)
      const values = new Map([...seen].map(([cell, { count }]) => [cell, count]))
      return { filled, blank, values, hasMore, ...tallied(cells) }
    },
  }
}

/** What is counted of all cells. */
interface Cells {
  readonly kinds: KindCounts
  readonly words: Map<string, number>
  readonly codes: Map<string, number>
  readonly choices: Set<string>
  readonly marks: ReturnType<typeof numberMarks>
  readonly orders: ReturnType<typeof dateOrders>
  readonly sample: ReturnType<typeof buildSample>
  longest: number
  range: { low: number; high: number } | null
  others: OtherNumbers
}

const newCells = (): Cells => ({
  kinds: {
    numbers: 0,
    days: 0,
    yesNo: 0,
    ids: 0,
    personal: 0,
    destroyed: 0,
    several: 0,
    serials: 0,
    bracketed: 0,
  },
  words: new Map(),
  codes: new Map(),
  choices: new Set(),
  marks: numberMarks(),
  orders: dateOrders(),
  sample: buildSample(),
  longest: 0,
  range: null,
  others: NO_NUMBERS,
})

const tallied = ({ marks, orders, sample, ...counts }: Cells) => ({
  ...counts,
  sample: sample.sample(),
  numbers: marks.written(),
  dates: orders.written(),
})

function noteCell(cells: Cells, cell: string, count: number, beside: readonly string[]): void {
  const { kinds, words, codes, marks, sample } = cells
  sample.add(cell, count, beside)
  cells.longest = Math.max(cells.longest, cell.length)
  if (noAnswerWord(cell) !== null) {
    words.set(cell, (words.get(cell) ?? 0) + count)
    return
  }
  const code = knownCode(cell)
  if (code !== null) codes.set(code, (codes.get(code) ?? 0) + count)
  if (/^[+-]?\d+$/.test(cell) ? marks.note(cell, count) : noteMarked(cells, cell, count)) {
    if (code === null) noteNumber(cells, cell, count)
    else kinds.numbers += count
  }
  noteKinds(cells, cell, count)
}

function noteNumber(cells: Cells, cell: string, count: number): void {
  const { kinds, range } = cells
  kinds.numbers += count
  const value = Number(cell)
  if (Number.isNaN(value)) return
  cells.range = { low: Math.min(range?.low ?? value, value), high: Math.max(range?.high ?? value, value) }
  cells.others = bothNumbers(cells.others, { count, greatest: value, near: groupsNear(value) })
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(cell)) kinds.serials += count
}

/** Whether it is a number. A day is not a number with marks: `5.2.2023`. */
function noteMarked({ kinds, marks, orders }: Cells, cell: string, count: number): boolean {
  if (!/^[+-]?\d+\.\d+$/.test(cell) && orders.note(cell, count)) {
    kinds.days += count
    return false
  }
  return marks.note(cell, count)
}

function noteKinds({ kinds, choices }: Cells, cell: string, count: number): void {
  const kind = kindOf(cell)
  if (kind.yesNo) kinds.yesNo += count
  if (kind.id) kinds.ids += count
  if (kind.personal) kinds.personal += count
  if (kind.destroyed) kinds.destroyed += count
  if (kind.choices === null) {
    if (choices.size <= CHOICES && cell.length <= 40) choices.add(cell)
    return
  }
  kinds.several += count
  if (cell.startsWith('[')) kinds.bracketed += count
  for (const choice of kind.choices) if (choices.size <= CHOICES) choices.add(choice)
}
