import { digits } from '../../base/decimal.js'
import { hasThreePlaces } from '../../survey/cells/number.js'
import { type NumberStyle, readNumber } from '../../survey/cells/number-style.js'

/** How the numbers of a column are written. */
export type WrittenNumbers =
  /** Plain digits, perhaps with a decimal point. */
  | { readonly kind: 'plain' }
  /** All numbers can be read in this style, and no other style gives other numbers. */
  | { readonly kind: 'certain'; readonly style: NumberStyle; readonly example: string }
  /** Several styles can read all numbers, with different results. */
  | { readonly kind: 'open'; readonly styles: readonly NumberStyle[]; readonly example: string }
  /** No style can read them all. */
  | { readonly kind: 'mixed'; readonly example: string }

export interface NumberMarks {
  /** Whether a cell is a number in any style. A number is noted. */
  note(cell: string, count: number): boolean
  written(): WrittenNumbers
}

/** Plain first, then without thousands, so that the shortest of equal styles is proposed. */
const STYLES: readonly NumberStyle[] = [
  { decimal: '.', thousands: null },
  { decimal: ',', thousands: null },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: ' ' },
  { decimal: ',', thousands: "'" },
]

/** The most numbers with marks that are kept, to be read again at the end. */
const KEPT = 60

const NUMBER_LIKE = /^[+\-\u2212]?(?=[.,' \u2019]*\d)[\d.,' \u2019]+(?:e[+-]?\d+)?$/i

export function numberMarks(): NumberMarks {
  const reads = STYLES.map(() => 0)
  const kept = new Set<string>()
  let marked = 0
  let threePlaces = 0
  return {
    note(cell, count) {
      if (/^[+-]?\d{1,15}$/.test(cell)) return true
      if (cell.length > 40 || !NUMBER_LIKE.test(cell)) return false
      const fits = STYLES.map((style) => 'value' in readNumber(cell, style))
      if (!fits.includes(true)) return false
      marked += count
      if (hasThreePlaces(cell)) threePlaces += count
      for (const [at, isRead] of fits.entries()) if (isRead) reads[at] = (reads[at] ?? 0) + count
      if (kept.size < KEPT) kept.add(cell)
      return true
    },
    written() {
      const [example = ''] = kept
      const able = STYLES.filter((_, at) => marked > 0 && reads[at] === marked)
      const [first] = able
      const allThree = threePlaces === marked && threePlaces > 0
      if (marked === 0) return { kind: 'plain' }
      if (first === undefined) return { kind: 'mixed', example }
      const isPlain = first.decimal === '.' && first.thousands === null
      if (isPlain && !allThree) return { kind: 'plain' }
      const meant = able.filter((style, at) => able.findIndex((each) => sameIn(kept, style, each)) === at)
      if (meant.length === 1) return { kind: 'certain', style: first, example }
      return { kind: 'open', styles: meant, example }
    },
  }
}

const sameIn = (cells: ReadonlySet<string>, one: NumberStyle, other: NumberStyle): boolean =>
  [...cells].every((cell) => valueIn(cell, one) === valueIn(cell, other))

function valueIn(cell: string, style: NumberStyle): string | null {
  const reading = readNumber(cell, style)
  return 'value' in reading ? digits(reading.value) : null
}
