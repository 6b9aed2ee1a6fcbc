/** Whether a text holds the number of a person, a card or a telephone, as no name does. */
export const isLongNumber = (text: string): boolean => /(?:\d[\s()-]{0,2}){10}/.test(text)

/** The name of a column as it may be shown; what may be somebody's number is not repeated. */
export const knownName = (header: string): string => (isLongNumber(header) ? '…' : header)

/** The same in a message. */
export const shortName = (header: string): string => short(knownName(header))

/** Names in backticks, at most `most` of them, and how many more there are. */
export function listedNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => `\`${shortName(name)}\``)
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ')
}

/** `a` or `b` */
export const orList = (names: readonly string[]): string =>
  names.map((name) => `\`${shortName(name)}\``).join(' or ')

/** A name or cell in a message, on one line and at most 40 characters long. */
export function short(text: string): string {
  const letters = [...text.slice(0, 4 * LONGEST).replace(/\s+/g, ' ')]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

const LONGEST = 40
