import { type PlainSentence, say } from './say/say.js'

/** True if a text holds a long number, such as that of a person, a card or a telephone. A name holds none. */
export const isLongNumber = (text: string): boolean => /(?:\d[\s()-]{0,2}){10}/.test(text)

/** The name of a column as it may be shown; what may be somebody's number is not repeated. */
export const knownName = (header: string): string => (isLongNumber(header) ? '…' : header)

/** The same in a message. */
export const shortName = (header: string): string => short(knownName(header))

/** Names in backticks, at most `most` of them, and how many more there are. */
export function listedNames(names: readonly string[], most: number): string {
  const shown = inBackticks(names.slice(0, most).map(shortName))
  const count = names.length - most
  return count > 0 ? say('names.more', { names: shown, count }) : shown
}

/** a, b */
export const allOf = (words: readonly string[]): string => words.join(say('names.item'))

/** a or b */
export const anyOf = (words: readonly string[]): string => words.join(say('names.or'))

/** a, b and 3 more */
export const andMore = (words: readonly string[], more: number): string =>
  say('names.more', { names: allOf(words), count: more })

/** `a` or `b` */
export const orList = (names: readonly string[]): string => inBackticks(names.map(shortName), 'names.or')

/** Names as they are, each in backticks. */
export const inBackticks = (names: readonly string[], between: PlainSentence = 'names.item'): string =>
  names.map((name) => `\`${name}\``).join(say(between))

/** A name or cell in a message, on one line and at most 40 characters long. */
export function short(text: string): string {
  const letters = [...text.slice(0, 4 * LONGEST).replace(/\s+/g, ' ')]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('')
}

const LONGEST = 40
