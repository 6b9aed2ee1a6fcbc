import { slotValue } from '../../compile/record-slots.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type ByteColumn, PLAIN } from './byte-columns.js'

/** A word as the bytes of a cell, the first eight and the rest, the first byte the lowest; and its value in a slot. */
export interface PlainWord {
  readonly low: bigint
  readonly high: bigint
  readonly value: number
}

/** The usual words for yes and no, the most common first. */
const YES_NO = ['yes', 'no', '1', '0', 'true', 'false', 'y', 'n', '是', '否']

/** How many words of a column have a bit, and how many bytes of a word are compared. */
const MOST_WORDS = 31
export const LONGEST_WORD = 15

/** The words of a column, each with the value that the normal reader gives it. */
export function plainWords({ declaration, fact, slot, plain }: ByteColumn): PlainWord[] {
  if (slot === null || (plain !== PLAIN.yesNo && plain !== PLAIN.code)) return []
  const texts = plain === PLAIN.yesNo ? YES_NO : spellingsOf(declaration)
  return texts
    .flatMap((text) => {
      const bytes = Buffer.from(text)
      const { fact: said } = fact.read(text)
      const value = said.kind === 'known' ? slotValue(slot, said.value) : null
      if (value === null || bytes.length === 0 || bytes.length > LONGEST_WORD) return []
      const padded = Buffer.concat([bytes], 16)
      return [{ low: padded.readBigInt64LE(0), high: padded.readBigInt64LE(8), value }]
    })
    .slice(0, MOST_WORDS)
}

const spellingsOf = ({ codes }: FactDeclaration): string[] =>
  codes.flatMap(({ code, aliases }) => [code, ...aliases])
