/**
 * Counts of a column: cells that are not blank, cells with a point, a bit for each word that was seen, a bit for each group of codes near a
 * number, and the greatest number as it is in its slot.
 */
export const COUNTS = { filled: 0, withPlaces: 4, seen: 8, near: 12, greatest: 16, size: 24 } as const

/** The date of a row: as 20201231, and where its cell starts and ends. */
export const DATE = { day: 0, start: 4, end: 8, size: 12 } as const

/** The table of codes has a byte for each number of up to three digits: 1 for those that surveys write for no answer. */
export const CODES_UP_TO = 1000

/** How many columns share a word of marks, a bit for each. */
export const COLUMNS_AT_ONCE = 31
