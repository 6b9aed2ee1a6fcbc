/** Where things stand in the description of a column; addresses are 0 where there is nothing to write. */
export const COLUMN = {
  kind: 0,
  /** Four times the place of its cells in a row. */
  place: 4,
  isLast: 8,
  gap: 12,
  value: 16,
  places: 20,
  counts: 24,
  /** Of words that are known: the first, and the end of the last. */
  words: 28,
  wordsEnd: 32,
  date: 36,
  least: 40,
  most: 48,
  size: 56,
} as const

/** Counts of a column: cells that are not blank, those with a point, and bits of the words that came. */
export const COUNTS = { filled: 0, withPlaces: 4, seen: 8, size: 12 } as const

/** A word of up to fifteen bytes, padded with zeros, with its value and the bit that notes it. */
export const WORD = { bytes: 0, value: 16, bit: 20, size: 24, longest: 15 } as const

/** A date that was read: as 20201231, and where its cell starts and ends. */
export const DATE = { day: 0, start: 4, end: 8, size: 12 } as const

/** Kinds of columns; cells of any other are not looked at. */
export const KIND = { number: 1, word: 2, date: 3, text: 4, none: 5 } as const

/** Powers of ten and the numbers that surveys write for no answer, of up to three digits, a byte for each that is one. */
export const TABLES = { powers: 0, codes: 80, size: 1080, mostPlaces: 8, codesUpTo: 1000 } as const

/** So many columns have a bit in what is missed. */
export const COLUMNS_AT_ONCE = 31
