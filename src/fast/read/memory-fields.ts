/** Counts of a column: cells that are not blank, those with a point, and bits of the words that came. */
export const COUNTS = { filled: 0, withPlaces: 4, seen: 8, size: 12 } as const

/** A date that was read: as 20201231, and where its cell starts and ends. */
export const DATE = { day: 0, start: 4, end: 8, size: 12 } as const

/** A byte for each number of up to three digits: 1 for those that surveys write for no answer. */
export const CODES_UP_TO = 1000

/** So many columns have a bit in what is missed. */
export const COLUMNS_AT_ONCE = 31
