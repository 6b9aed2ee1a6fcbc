import type { ComparisonOperator } from '../lang/expression/expression.js'
import { aligned, isOne, type NumberCode } from './numbers.js'
import { andOf, constantTruth, knownTruth, notOf, orOf, type TruthCode, truthSet } from './truths.js'
import type { CodeWriter } from './writer.js'

/** A comparison of two numbers: true or false if all values still possible agree. */
export function compared(
  w: CodeWriter,
  operator: ComparisonOperator,
  a: NumberCode,
  b: NumberCode,
): TruthCode {
  switch (operator) {
    case '=':
      return equal(w, a, b)
    case '!=':
      return notOf(w, equal(w, a, b))
    case '<':
      return less(w, a, b)
    case '<=':
      return notOf(w, less(w, b, a))
    case '>':
      return less(w, b, a)
    case '>=':
      return notOf(w, less(w, a, b))
  }
}

function less(w: CodeWriter, left: NumberCode, right: NumberCode): TruthCode {
  const [a, b] = aligned(w, left, right)
  if (isOne(a) && isOne(b)) return knownTruth(w, `${a.lo} < ${b.lo}`)
  const yes = a.hi === 'Infinity' || b.lo === '-Infinity' ? '' : `${a.hi} < ${b.lo} ? 2 : `
  const no = a.lo === '-Infinity' || b.hi === 'Infinity' ? '' : `${a.lo} >= ${b.hi} ? 1 : `
  return yes === '' && no === '' ? constantTruth('open') : truthSet(w, `(${yes}${no}3)`)
}

function equal(w: CodeWriter, left: NumberCode, right: NumberCode): TruthCode {
  const [a, b] = aligned(w, left, right)
  if (isOne(a) && isOne(b)) return knownTruth(w, `${a.lo} === ${b.lo}`)
  return truthSet(
    w,
    `(${a.hi} < ${b.lo} || ${b.hi} < ${a.lo} ? 1 : ${a.lo} === ${a.hi} && ${b.lo} === ${b.hi} ? 2 : 3)`,
  )
}

/** Says if a number lies between two others. Each end may be included or not. */
export const betweenNumbers = (
  w: CodeWriter,
  x: NumberCode,
  low: NumberCode,
  high: NumberCode,
  isLowIncluded: boolean,
  isHighIncluded: boolean,
): TruthCode =>
  andOf(w, compared(w, isLowIncluded ? '<=' : '<', low, x), compared(w, isHighIncluded ? '<=' : '<', x, high))

/** Says if a number is one of others. */
export const oneOfNumbers = (w: CodeWriter, x: NumberCode, items: readonly NumberCode[]): TruthCode =>
  items.map((item) => equal(w, x, item)).reduce((a, b) => orOf(w, a, b))
