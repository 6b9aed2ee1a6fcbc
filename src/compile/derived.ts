import { sourcesWithoutRoster } from '../engine/facts-behind.js'
import type { Expression } from '../lang/expression/expression.js'
import type { Derived, DerivedSource } from '../lang/pack.js'
import { slotOperand, unknownOperand } from './names.js'
import { constantRange, meetOf, type NumberCode, negated, sumOfNumbers } from './numbers.js'
import type { Operand, Scope } from './scope.js'
import { meetOfTruths } from './truths.js'
import { type CodeWriter, isLiteral } from './writer.js'

/** Gives the operand of an expression. */
type Look = (scope: Scope, e: Expression) => Operand

/** A derived value: what all its sources and its own range have in common. If that is nothing, the interpreter judges the record. */
export function derivedOperand(scope: Scope, name: string, look: Look): Operand {
  const written = scope.derived.get(name)
  if (written !== undefined) return written
  const derived = scope.pack.derived.get(name)
  if (derived === undefined) throw new Error(`a checked pack names no unknown derived value: ${name}`)
  const operand = meetAll(scope, derived, derived.sources, look)
  scope.derived.set(name, operand)
  return operand
}

const meetAll = (scope: Scope, derived: Derived, sources: readonly DerivedSource[], look: Look): Operand =>
  sources
    .map((source) => sourceOperand(scope, derived, source, look))
    .reduce((a, b) => meetOfTwo(scope, a, b), unknownOperand(scope, derived.declaration))

function meetOfTwo({ w }: Scope, a: Operand, b: Operand): Operand {
  if (a.kind === 'number' && b.kind === 'number') return meetOf(w, a, b)
  if (a.kind === 'truth' && b.kind === 'truth') return meetOfTruths(w, a, b)
  throw new Error(`a ${a.kind} and a ${b.kind} do not meet`)
}

function sourceOperand(scope: Scope, derived: Derived, source: DerivedSource, look: Look): Operand {
  switch (source.kind) {
    case 'given':
      return slotOperand(scope, derived.name)
    case 'expression':
      return look(scope, source.expression)
    case 'rounded':
      return roundedOperand(scope, look(scope, source.of), look(scope, source.within))
  }
}

/** Everything from `of - within` to `of + within`. */
function roundedOperand({ w }: Scope, of: Operand, within: Operand): NumberCode {
  if (of.kind !== 'number' || within.kind !== 'number') throw new Error('a rounded source is a number')
  const low = sumOfNumbers(w, of, negated(w, within))
  const high = sumOfNumbers(w, of, within)
  const bound = Math.max(low.bound, high.bound)
  return { ...low, hi: high.hi, hiOpen: high.hiOpen, bound, isNonNegative: false }
}

/** The number of members of a missing roster: from 0 to the upper end of the size. */
export function countOfUnseen(scope: Scope, look: Look): NumberCode {
  const most = mostMembers(scope, look)
  return { ...most, lo: '0', loOpen: false, isNonNegative: true }
}

/** The sum over any number of members with summands in a range. It is not below 0 if no summand is negative, and not above 0 if none is positive. */
export function sumOfUnseen(w: CodeWriter, each: NumberCode): NumberCode {
  const end = (code: string, sign: '>=' | '<=', infinite: string) => {
    if (!isLiteral(code)) return w.keep(`(${code} ${sign} 0 ? 0 : ${infinite})`)
    return (sign === '>=' ? Number(code) >= 0 : Number(code) <= 0) ? '0' : infinite
  }
  const lo = end(each.lo, '>=', '-Infinity')
  const hi = end(each.hi, '<=', 'Infinity')
  const shape = { kind: 'number' as const, places: each.places, bound: 0, isNonNegative: lo === '0' }
  return { ...shape, lo, hi, loOpen: lo !== '0', hiOpen: hi !== '0' }
}

function mostMembers(scope: Scope, look: Look): NumberCode {
  const { size } = scope.pack.record
  if (size === null) return constantRange(0, Number.POSITIVE_INFINITY, 0)
  const derived = scope.pack.derived.get(size)
  const value =
    derived === undefined
      ? slotOperand(scope, size)
      : meetAll(scope, derived, sourcesWithoutRoster(scope.pack, derived), look)
  if (value.kind !== 'number') throw new Error('a size is a number')
  return value
}
