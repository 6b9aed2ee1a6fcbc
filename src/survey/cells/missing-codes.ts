/** Codes of one family are written beside each other: 96 refused, 98 not known, 99 no answer. */
export interface CodeFamily {
  readonly codes: readonly number[]
  /** Whether such a sum of money is common. */
  readonly isSum: boolean
  /** Of common sums those that are gifts for luck, which come together: 66 and 88. */
  readonly gifts?: readonly number[]
}

/** Positive numbers that surveys write for no answer. */
export const FAMILIES: readonly CodeFamily[] = [
  { codes: [66, 77, 88], isSum: true, gifts: [66, 88] },
  { codes: [96, 97, 98, 99], isSum: true },
  { codes: [444, 666, 777, 888], isSum: true, gifts: [666, 888] },
  { codes: [996, 997, 998, 999], isSum: false },
  { codes: [9996, 9997, 9998, 9999], isSum: false },
  { codes: [99_996, 99_997, 99_998, 99_999], isSum: false },
  { codes: [999_996, 999_997, 999_998, 999_999], isSum: false },
]

/** The numbers that stand alone, and those that count as one because they stand so close: 66, 77, 88, 96 to 99, 444 … */
export const CODE_GROUPS: readonly (readonly number[])[] = FAMILIES.flatMap(({ codes }) =>
  codes.every((code, at) => code === (codes[0] ?? 0) + at) ? [codes] : codes.map((code) => [code]),
)

const POSITIVE = FAMILIES.flatMap(({ codes }) => codes)
const SMALL = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Numbers that surveys write for no answer: those above, their negatives, -1 to -9, and the -999999999 of Survey Solutions. */
export const MISSING_CODES: readonly string[] = [
  ...POSITIVE.map(String),
  ...[...SMALL, ...POSITIVE].map((code) => `-${code}`),
  '-999999999',
]

const KNOWN = new Set(MISSING_CODES)

export const isKnownCode = (cell: string): boolean => KNOWN.has(cell)

/** The code that a cell is, also as `999.0`, or `null`. */
export function knownCode(cell: string): string | null {
  if (!/^(?:-[1-9]|[4-9])/.test(cell)) return null
  const code = cell.replace(/\.0{1,9}$/, '')
  return KNOWN.has(code) ? code : null
}
