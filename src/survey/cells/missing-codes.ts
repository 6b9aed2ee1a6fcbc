const POSITIVE = ['77', '88', '97', '98', '99', '444', '666', '777', '888', '999', '9999', '99999', '999999']

/**
 * Numbers that surveys write for "no answer": those above, their negatives, and the -999999999 of Survey Solutions. -1 is not
 * among them, because a loss of 1 is as likely.
 */
export const MISSING_CODES: readonly string[] = [
  ...POSITIVE,
  ...POSITIVE.map((code) => `-${code}`),
  '-999999999',
]

const KNOWN = new Set(MISSING_CODES)

export const isKnownCode = (cell: string): boolean => KNOWN.has(cell)

/** The code that a cell is, also as `999.0`, or `null`. */
export function knownCode(cell: string): string | null {
  if (!/^-?[46-9]/.test(cell)) return null
  const code = cell.replace(/\.0{1,9}$/, '')
  return KNOWN.has(code) ? code : null
}
