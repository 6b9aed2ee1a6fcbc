import { chosenSet, constantTruth, isConstant, knownTruth, type TruthCode, truthSet } from './truths.js'
import { type CodeWriter, literal } from './writer.js'

/** A code in generated code: the set of what it can still be, one bit for each code of its own list. */
export interface CodeSet {
  readonly kind: 'code'
  readonly list: readonly string[]
  readonly code: string
  /** True if only one code is possible, for any record. */
  readonly isOne: boolean
}

/** The most bits of a 32-bit integer that are used. */
export const MOST_CODES = 30

/** The set of all codes of a list; 0 if they are too many, which is refused. */
export const allCodes = (list: readonly string[]): number =>
  list.length > MOST_CODES ? 0 : 2 ** list.length - 1

export function codeSet(w: CodeWriter, list: readonly string[], code: string, isOne: boolean): CodeSet {
  if (list.length > MOST_CODES) w.refusals.push('more codes than bits')
  return { kind: 'code', list, code: w.keep(code), isOne }
}

/** Both sets over one list of codes. */
function overOneList(w: CodeWriter, a: CodeSet, b: CodeSet): [CodeSet, CodeSet] {
  const list = [...new Set([...a.list, ...b.list])]
  return [moved(w, a, list), moved(w, b, list)]
}

function moved(w: CodeWriter, a: CodeSet, list: readonly string[]): CodeSet {
  const byShift = new Map<number, number>()
  for (const [index, code] of a.list.entries()) {
    const shift = list.indexOf(code) - index
    byShift.set(shift, (byShift.get(shift) ?? 0) + 2 ** index)
  }
  const parts = [...byShift].map(([shift, bits]) => {
    const part = byShift.size === 1 ? a.code : `(${a.code} & ${literal(bits)})`
    return shift === 0 ? part : shift > 0 ? `(${part} << ${shift})` : `(${part} >> ${-shift})`
  })
  return codeSet(w, list, parts.join(' | '), a.isOne)
}

/** Says if two codes are the same. */
export function equalCodes(w: CodeWriter, left: CodeSet, right: CodeSet): TruthCode {
  const [a, b] = overOneList(w, left, right)
  if (a.isOne && b.isOne) return knownTruth(w, `${a.code} === ${b.code}`)
  return truthSet(
    w,
    `((${a.code} & ${b.code}) === 0 ? 1 : ${a.code} === ${b.code} && (${a.code} & (${a.code} - 1)) === 0 ? 2 : 3)`,
  )
}

/** Says if a code is one of the items. One that can only be among them is. */
export function oneOfCodes(w: CodeWriter, operand: CodeSet, items: readonly CodeSet[]): TruthCode {
  const all = [...new Set([operand, ...items].flatMap((each) => each.list))]
  if (all.length > MOST_CODES) {
    w.refusals.push('more codes than bits')
    return constantTruth('open')
  }
  const { list, code } = moved(w, operand, all)
  const sets = items.map((item) => moved(w, item, list))
  const any = w.keep(sets.map((each) => each.code).join(' | '))
  if (operand.isOne && sets.every((each) => each.isOne)) return knownTruth(w, `(${code} & ${any}) !== 0`)
  const certain = w.keep(
    sets
      .map((each) =>
        each.isOne ? each.code : `((${each.code} & (${each.code} - 1)) === 0 ? ${each.code} : 0)`,
      )
      .join(' | '),
  )
  return truthSet(w, `((${code} & ~${certain}) === 0 ? 2 : (${code} & ${any}) === 0 ? 1 : 3)`)
}

/** One of two codes, or both, as far as a condition is known. */
export function chosenCode(w: CodeWriter, condition: TruthCode, yes: CodeSet, no: CodeSet): CodeSet {
  const [a, b] = overOneList(w, yes, no)
  const isOne = condition.isKnown && a.isOne && b.isOne
  const code = isConstant(condition, 'open') ? `${a.code} | ${b.code}` : chosenSet(condition, a.code, b.code)
  return codeSet(w, a.list, code, isOne)
}
