import { digits } from '../../base/decimal.js'
import type { FactType } from '../../lang/pack.js'
import type { ColumnDoubt } from '../../lang/record.js'
import { readNumber } from './number-style.js'
import type { CellOptions } from './options.js'
import { gapOf, type Reading } from './reading.js'
import { unwrapText } from './text.js'

const BLANK = gapOf('blank')

/** Stands in each row of a merged cell that may be said of only one of them. */
export const MERGED_ANSWER = '(merged-over-rows)'

const SUSPECT = gapOf('suspect')

/**
 * What a cell without an answer means: first declared cells, then suspected codes, then blank cells. `null` if the cell must be read.
 * Cells are compared as text, those of number facts by their value too: `-88.0` is `-88`.
 */
export function unansweredReader(type: FactType, options: CellOptions): (cell: string) => Reading | null {
  const numberIn = isNumber(type) ? (cell: string) => numberText(cell, options) : () => null
  const declared = byCell(options.missing, numberIn)
  const suspected = byCell(
    [...options.suspects].map((cell) => [cell, suspectOf(options.doubts?.get(cell))]),
    numberIn,
  )
  return (cell) => {
    const reason = declared(cell)
    if (reason !== undefined) return reason === 'value' ? null : gapOf(reason)
    if (cell === MERGED_ANSWER) return SUSPECT
    return suspected(cell) ?? (cell === '' ? BLANK : null)
  }
}

const suspectOf = (doubt: ColumnDoubt | undefined): Reading => ({
  fact: { kind: 'gap', reason: 'suspect', ...(doubt === undefined ? {} : { doubt }) },
  fault: null,
})

/** What is declared of cells without an answer. */
export type Blanks = Pick<CellOptions, 'missing'>

/** Whether a cell is empty or declared to mean no more than that, as `n/a` is in exports of Ona. */
export const isBlankCell = (cell: string, blanks: Blanks): boolean => idText(cell, blanks) === ''

/** A cell as an id; empty where it says nothing. */
export function idText(cell: string, { missing }: Blanks): string {
  const text = unwrapText(cell)
  return missing.get(text) === 'blank' ? '' : text
}

const isNumber = (type: FactType): boolean => type === 'money' || type === 'number' || type === 'count'

function byCell<T>(
  reasons: Iterable<readonly [string, T]>,
  numberIn: (cell: string) => string | null,
): (cell: string) => T | undefined {
  const texts = new Map<string, T>()
  const values = new Map<string, T>()
  for (const [text, reason] of reasons) {
    const cell = unwrapText(text)
    const value = numberIn(cell)
    texts.set(cell, reason)
    if (value !== null) values.set(value, reason)
  }
  return (cell) => texts.get(cell) ?? (values.size === 0 ? undefined : values.get(numberIn(cell) ?? ''))
}

/** The plain digits of a cell that is a number. */
function numberText(cell: string, { numbers }: CellOptions): string | null {
  const reading = readNumber(cell, numbers)
  return 'value' in reading ? digits(reading.value) : null
}
