import { addRanges, multiplyRanges, type Range, subtractRanges } from './range.js'
import { and, equal, less, lessOrEqual, not, type Truth } from './truth.js'
import type { Value } from './value.js'

/** `a = b`, `a < b` and so on, for two numbers or two codes; only `=` and `!=` compare codes. */
export function compareValues(operator: '=' | '!=' | '<' | '<=' | '>' | '>=', a: Value, b: Value): Truth {
  if (a.kind === 'code' && b.kind === 'code') {
    const same = equalCodes(a.codes, b.codes)
    return operator === '=' ? same : not(same)
  }
  if (a.kind !== 'number' || b.kind !== 'number') throw new Error(`cannot compare ${a.kind} with ${b.kind}`)
  switch (operator) {
    case '=':
      return equal(a.range, b.range)
    case '!=':
      return not(equal(a.range, b.range))
    case '<':
      return less(a.range, b.range)
    case '<=':
      return lessOrEqual(a.range, b.range)
    case '>':
      return less(b.range, a.range)
    case '>=':
      return lessOrEqual(b.range, a.range)
  }
}

function equalCodes(a: readonly string[], b: readonly string[]): Truth {
  const others = new Set(b)
  if (!a.some((code) => others.has(code))) return false
  return a.length === 1 && b.length === 1 ? true : 'open'
}

export function calculate(operator: '+' | '-' | '*', a: Range, b: Range): Range {
  switch (operator) {
    case '+':
      return addRanges(a, b)
    case '-':
      return subtractRanges(a, b)
    case '*':
      return multiplyRanges(a, b)
  }
}

/** Says if a number lies between two others. Each end may be included or not. */
export function between(
  x: Range,
  low: Range,
  high: Range,
  lowIncluded: boolean,
  highIncluded: boolean,
): Truth {
  return and(
    lowIncluded ? lessOrEqual(low, x) : less(low, x),
    highIncluded ? lessOrEqual(x, high) : less(x, high),
  )
}

/** Says if a value is one of the items. A code that can only be one of them is, even while it is open which one. */
export function oneOf(operand: Value, items: readonly Value[]): Truth {
  if (operand.kind === 'code') {
    const sets = items.flatMap((item) => (item.kind === 'code' ? [item.codes] : []))
    const certain = new Set(sets.flatMap((codes) => (codes.length === 1 ? codes : [])))
    if (operand.codes.every((code) => certain.has(code))) return true
    const any = new Set(sets.flat())
    return operand.codes.some((code) => any.has(code)) ? 'open' : false
  }
  const tests = items.map((item) => compareValues('=', operand, item))
  if (tests.includes(true)) return true
  return tests.every((test) => test === false) ? false : 'open'
}
