import type { ArithmeticOperator, ComparisonOperator } from '../expression/expression.js'

/** What a word does: it joins two conditions, begins a form such as `if … then … else`, stands inside one, or is none of these. */
type WordRole = 'connective' | 'form' | 'inside' | 'other'

/** Every word of the language. No fact, derived value or parameter may be named like one. */
export const WORDS = {
  and: 'connective',
  or: 'connective',
  not: 'other',
  in: 'inside',
  if: 'form',
  then: 'inside',
  else: 'inside',
  every: 'form',
  some: 'form',
  satisfies: 'inside',
  for: 'inside',
  return: 'inside',
  count: 'form',
  sum: 'form',
  min: 'form',
  max: 'form',
  members: 'other',
  given: 'other',
  true: 'other',
  false: 'other',
  null: 'other',
} as const satisfies Readonly<Record<string, WordRole>>

export type Word = keyof typeof WORDS

export const RESERVED: ReadonlySet<string> = new Set(Object.keys(WORDS))

/** The words with a role, in the order of the list. */
export const wordsOf = (role: WordRole): Word[] =>
  (Object.keys(WORDS) as Word[]).filter((word) => WORDS[word] === role)

type OperatorRole = 'sum' | 'product' | 'comparison'

/** Every operator that is written as a sign. */
const SIGNS: Readonly<Record<ArithmeticOperator | ComparisonOperator, OperatorRole>> = {
  '+': 'sum',
  '-': 'sum',
  '*': 'product',
  '=': 'comparison',
  '!=': 'comparison',
  '<': 'comparison',
  '<=': 'comparison',
  '>': 'comparison',
  '>=': 'comparison',
}

/** The operators of a role, in the order of the list. */
export const signsOf = (role: OperatorRole): string[] =>
  Object.entries(SIGNS).flatMap(([sign, own]) => (own === role ? [sign] : []))
