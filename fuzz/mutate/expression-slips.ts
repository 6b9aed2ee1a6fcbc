import { type Chance, oneOf } from '../../tests/engine/random/chance.js'

/** Names that may stand for each other: what they name has one type and one unit. */
export type Alike = ReadonlyMap<string, readonly string[]>

type Change = (text: string, alike: Alike, chance: Chance) => string

/** One of the places that a pattern finds, changed. */
function atOne(pattern: RegExp, change: (found: string, chance: Chance) => string): Change {
  return (text, _, chance) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const { 0: word, index } = oneOf(found, chance)
    return text.slice(0, index) + change(word, chance) + text.slice(index + word.length)
  }
}

const COMPARISONS = ['<', '<=', '>', '>=', '=', '!=']

const anotherName: Change = (text, alike, chance) =>
  atOne(/\b[a-z][a-z0-9_]+\b(?!\()/g, (name) => oneOf(alike.get(name) ?? [name], chance))(text, alike, chance)

/** Changes after which an expression still has its type and its unit. */
const SAME_TYPE: readonly Change[] = [
  atOne(/<=|>=|!=|[<>=]/g, (_, chance) => oneOf(COMPARISONS, chance)),
  atOne(/\b(?:and|or)\b/g, (word) => (word === 'and' ? 'or' : 'and')),
  atOne(/(?<= )[+-](?= )/g, (sign) => (sign === '+' ? '-' : '+')),
  atOne(/\b(?:every|some)\b/g, (word) => (word === 'every' ? 'some' : 'every')),
  anotherName,
  anotherName,
]

const OF_NUMBERS: readonly Change[] = [
  (text) => `min(${text}, ${text})`,
  (text) => `max(${text}, ${text})`,
  (text) => `(${text}) + (${text}) - (${text})`,
]

const OF_TRUTHS: readonly Change[] = [
  (text) => `not(${text})`,
  (text) => `(${text}) and (${text})`,
  (text) => `(${text}) or not(${text})`,
  (text) => `if ${text} then ${text} else not(${text})`,
]

/** A slip of the hand in an expression that a person could make and not see. */
export function expressionSlip(text: string, isTruth: boolean, alike: Alike, chance: Chance): string {
  const draw = chance(5)
  return oneOf(draw > 0 ? SAME_TYPE : isTruth ? OF_TRUTHS : OF_NUMBERS, chance)(text, alike, chance)
}

const WORDS = [
  'and',
  'or',
  'not(',
  ')',
  '(',
  '*',
  '/',
  '+',
  ' in ',
  '..',
  '[',
  'if ',
  ' then ',
  '0',
  '1e9',
  '"',
  'x.y',
  'members',
  ' constructor',
  'toString ',
  '\u0000',
  '',
]

/** A slip that mostly makes the expression no expression any more. */
export const roughExpressionSlip = (text: string, chance: Chance): string => {
  const at = chance(text.length + 1)
  return text.slice(0, at) + oneOf(WORDS, chance) + text.slice(at + chance(3))
}
