import type { Truth } from '../base/truth.js'
import type { CodeWriter } from './writer.js'

/** A yes/no in generated code. If it is known, the code is a boolean; else it is what it can still be: 1 for no, 2 for yes, 3 for both. */
export interface TruthCode {
  readonly kind: 'truth'
  readonly isKnown: boolean
  readonly code: string
}

const known = (code: string): TruthCode => ({ kind: 'truth', isKnown: true, code })
const set = (code: string): TruthCode => ({ kind: 'truth', isKnown: false, code })

const TRUE = known('true')
const FALSE = known('false')
const OPEN = set('3')

export const constantTruth = (truth: Truth): TruthCode => (truth === 'open' ? OPEN : truth ? TRUE : FALSE)

export const knownTruth = (w: CodeWriter, code: string): TruthCode => known(w.keep(code))
export const truthSet = (w: CodeWriter, code: string): TruthCode => set(w.keep(code))

export const isConstant = (a: TruthCode, truth: Truth): boolean => a.code === constantTruth(truth).code

/** What it can be, as a set, even if it is known. */
export function asSet(w: CodeWriter, a: TruthCode): string {
  if (!a.isKnown) return a.code
  return a.code === 'true' ? '2' : a.code === 'false' ? '1' : w.keep(`(${a.code} ? 2 : 1)`)
}

export function notOf(w: CodeWriter, a: TruthCode): TruthCode {
  if (isConstant(a, 'open')) return a
  if (isConstant(a, true)) return FALSE
  if (isConstant(a, false)) return TRUE
  return a.isKnown ? knownTruth(w, `!${a.code}`) : truthSet(w, `(${a.code} >> 1) | ((${a.code} & 1) << 1)`)
}

export function andOf(w: CodeWriter, a: TruthCode, b: TruthCode): TruthCode {
  if (isConstant(a, false) || isConstant(b, false)) return FALSE
  if (isConstant(a, true)) return b
  if (isConstant(b, true)) return a
  if (a.isKnown && b.isKnown) return knownTruth(w, `${a.code} && ${b.code}`)
  const [x, y] = [asSet(w, a), asSet(w, b)]
  return truthSet(w, `(${x} & ${y} & 2) | ((${x} | ${y}) & 1)`)
}

export function orOf(w: CodeWriter, a: TruthCode, b: TruthCode): TruthCode {
  if (isConstant(a, true) || isConstant(b, true)) return TRUE
  if (isConstant(a, false)) return b
  if (isConstant(b, false)) return a
  if (a.isKnown && b.isKnown) return knownTruth(w, `${a.code} || ${b.code}`)
  const [x, y] = [asSet(w, a), asSet(w, b)]
  return truthSet(w, `((${x} | ${y}) & 2) | (${x} & ${y} & 1)`)
}

/** What both have in common. If that is nothing, the interpreter judges the record. */
export function meetOfTruths(w: CodeWriter, a: TruthCode, b: TruthCode): TruthCode {
  if (isConstant(a, 'open')) return b
  if (isConstant(b, 'open')) return a
  const [one, other] = a.isKnown ? [a, b] : [b, a]
  if (one.isKnown && other.isKnown) {
    w.stop(`${one.code} !== ${other.code}`)
    return one
  }
  const both = w.keep(`${asSet(w, one)} & ${asSet(w, other)}`)
  w.stop(`${both} === 0`)
  return one.isKnown ? one : set(both)
}

/** One of two yes/no values, or both, as far as a condition is known. */
export function chosenTruth(w: CodeWriter, condition: TruthCode, yes: TruthCode, no: TruthCode): TruthCode {
  if (yes.code === no.code && yes.isKnown === no.isKnown) return yes
  if (condition.isKnown && yes.isKnown && no.isKnown)
    return knownTruth(w, `(${condition.code} ? ${yes.code} : ${no.code})`)
  return truthSet(w, chosenSet(condition, asSet(w, yes), asSet(w, no)))
}

/** The union of two sets if a condition is open, else the one that it chooses. */
export const chosenSet = (condition: TruthCode, yes: string, no: string): string =>
  condition.isKnown
    ? `(${condition.code} ? ${yes} : ${no})`
    : `(${condition.code} & 2 ? ${yes} : 0) | (${condition.code} & 1 ? ${no} : 0)`
