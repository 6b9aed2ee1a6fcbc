import type { GapNames } from './gap-names.js'
import type { Operand } from './scope.js'
import { type CodeWriter, literal } from './writer.js'

/** A set of gaps in generated code: one 32-bit word for every 32 names. */
export type GapSet = readonly string[]

export const noGaps = ({ words }: GapNames): GapSet => Array.from({ length: words }, () => '0')

const isNone = (set: GapSet) => set.every((word) => word === '0')

/** The set of one gap. */
export function oneGap(names: GapNames, name: string): GapSet {
  const bit = names.byName.get(name)
  if (bit === undefined) throw new Error(`a gap without a place: ${name}`)
  return noGaps(names).map((none, word) => (word === bit >>> 5 ? literal((1 << (bit & 31)) | 0) : none))
}

export const unionOf = (w: CodeWriter, a: GapSet, b: GapSet): GapSet =>
  a.map((word, index) => {
    const other = b[index] ?? '0'
    if (word === other || other === '0') return word
    return word === '0' ? other : w.keep(`${word} | ${other}`)
  })

/** One of two sets, by a condition. */
export const chosenGaps = (w: CodeWriter, condition: string, yes: GapSet, no: GapSet): GapSet =>
  yes.map((word, index) => {
    const other = no[index] ?? '0'
    return word === other ? word : w.keep(`(${condition} ? ${word} : ${other})`)
  })

/** The set if the operand is open, else none. */
export function whereOpen(w: CodeWriter, operand: Operand, set: GapSet): GapSet {
  if (isNone(set)) return set
  const none = set.map(() => '0')
  switch (operand.kind) {
    case 'number':
      return operand.lo === operand.hi ? none : chosenGaps(w, `${operand.lo} !== ${operand.hi}`, set, none)
    case 'truth':
      return operand.isKnown
        ? none
        : operand.code === '3'
          ? set
          : chosenGaps(w, `${operand.code} === 3`, set, none)
    case 'code':
      return operand.isOne
        ? none
        : chosenGaps(w, `(${operand.code} & (${operand.code} - 1)) !== 0`, set, none)
  }
}

/** A source of a derived value: its gaps, the number of known cells that it reads, and if it is the value's own column. */
export interface SourceGaps {
  readonly gaps: GapSet
  readonly known: string
  readonly isGiven: boolean
}

/**
 * The gaps of the best source. The order: sources without blocked gaps, then those whose columns are all in the file, then those with the
 * fewest gaps, then those with the most known cells, then as listed, `given` last. `b` is the set of blocked gaps, `a` that of gaps in
 * columns that the file lacks.
 */
export function bestOf(w: CodeWriter, sources: readonly SourceGaps[]): GapSet {
  const [first, ...others] = sources
  if (first === undefined) throw new Error('no source to choose from')
  if (others.length === 0) return first.gaps
  let best = { gaps: first.gaps, rank: rankOf(w, first) }
  for (const source of others) {
    const rank = rankOf(w, source)
    const isBetter = w.keep(`${rank} < ${best.rank}`)
    best = {
      gaps: chosenGaps(w, isBetter, source.gaps, best.gaps),
      rank: w.keep(`(${isBetter} ? ${rank} : ${best.rank})`),
    }
  }
  return best.gaps
}

function rankOf(w: CodeWriter, { gaps, known, isGiven }: SourceGaps): string {
  const inAny = (mask: string) => gaps.map((word, index) => `(${word} & ${mask}[${index}])`).join(' | ')
  const isBlocked = `((${inAny('b')}) === 0 ? 0 : 2)`
  const isAbsent = `((${inAny('a')}) === 0 ? 0 : 1)`
  const count = gaps.map((word) => `bits(${word})`).join(' + ')
  return w.keep(
    `(((${isBlocked} + ${isAbsent}) * 2048 + ${count}) * 2048 + 2047 - (${known})) * 2 + ${isGiven ? 1 : 0}`,
  )
}
