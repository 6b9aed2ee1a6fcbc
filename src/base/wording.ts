/** Names in backticks, at most `most` of them, and how many more there are. */
export function listedNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => `\`${short(name)}\``)
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ')
}

/** `a` or `b` */
export const orList = (names: readonly string[]): string =>
  names.map((name) => `\`${short(name)}\``).join(' or ')

/** A name or cell in a message, on one line and at most 40 characters long. */
export function short(text: string): string {
  const letters = [...text.slice(0, 4 * LONGEST).replace(/\s+/g, ' ')]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

const LONGEST = 40
