import type { Decimal } from '../base/decimal.js'
import { between, calculate, compareValues, oneOf } from '../base/operators.js'
import {
  addRanges,
  maxOfRanges,
  minOfRanges,
  negateRange,
  point,
  type Range,
  subtractRanges,
} from '../base/range.js'
import { and, not, or, type Truth } from '../base/truth.js'
import { codeValue, hullOfValues, numberValue, truthValue, type Value } from '../base/value.js'
import type { Expression, NumberForm, RosterExpression, TruthForm } from '../lang/expression/expression.js'
import type { Derived, DerivedSource } from '../lang/pack.js'
import {
  type BoundMember,
  type DerivedState,
  type Evaluation,
  isMember,
  isSizeInConflict,
  openValue,
  UNKNOWN_MEMBER,
  valueOfFact,
} from './evaluation.js'
import { sourcesWithoutRoster } from './facts-behind.js'
import { meetAll, memberValue } from './member.js'
import { countOfMembers, everyMember, type SeenMember, someMember, sumOfMembers } from './roster.js'

/** The members bound so far, outermost first. */
export type Bindings = readonly BoundMember[]

const NOBODY: Bindings = []

/** All that an expression can still be. This is the meaning of the rule language; every other engine is checked against it. */
export function evaluate(evaluation: Evaluation, e: Expression, bound: Bindings = NOBODY): Value {
  if (bound.length > 0) return compute(evaluation, e, bound)
  const known = evaluation.values[e.id]
  if (known !== undefined) return known
  const value = compute(evaluation, e, bound)
  evaluation.values[e.id] = value
  return value
}

export function truthOf(evaluation: Evaluation, e: Expression, bound: Bindings = NOBODY): Truth {
  const value = evaluate(evaluation, e, bound)
  if (value.kind !== 'truth') throw new Error(`a yes/no was checked to stand here, not a ${value.kind}`)
  return value.truth
}

export function rangeOf(evaluation: Evaluation, e: Expression, bound: Bindings = NOBODY): Range {
  const value = evaluate(evaluation, e, bound)
  if (value.kind !== 'number') throw new Error(`a number was checked to stand here, not a ${value.kind}`)
  return value.range
}

function compute(evaluation: Evaluation, e: Expression, bound: Bindings): Value {
  switch (e.kind) {
    case 'text':
      return codeValue([e.text])
    case 'name':
    case 'member':
      return named(evaluation, e, bound)
    case 'if':
      return choice(evaluation, e, bound)
    case 'number':
    case 'negate':
    case 'arithmetic':
    case 'min':
    case 'max':
    case 'count':
    case 'sum':
      return numberValue(computeNumber(evaluation, e, bound))
    case 'not':
    case 'and':
    case 'or':
    case 'comparison':
    case 'between':
    case 'one-of':
    case 'every':
    case 'some':
      return truthValue(computeTruth(evaluation, e, bound))
  }
}

function computeNumber(evaluation: Evaluation, e: NumberForm, bound: Bindings): Range {
  switch (e.kind) {
    case 'number':
      return point(e.value)
    case 'negate':
      return negateRange(rangeOf(evaluation, e.operand, bound))
    case 'arithmetic':
      return calculate(e.operator, rangeOf(evaluation, e.left, bound), rangeOf(evaluation, e.right, bound))
    case 'min':
      return e.items.map((item) => rangeOf(evaluation, item, bound)).reduce(minOfRanges)
    case 'max':
      return e.items.map((item) => rangeOf(evaluation, item, bound)).reduce(maxOfRanges)
    case 'count':
      return count(evaluation, e, bound)
    case 'sum':
      return sum(evaluation, e, bound)
  }
}

function computeTruth(evaluation: Evaluation, e: TruthForm, bound: Bindings): Truth {
  const truth = (part: Expression) => truthOf(evaluation, part, bound)
  const range = (part: Expression) => rangeOf(evaluation, part, bound)
  const value = (part: Expression) => evaluate(evaluation, part, bound)
  switch (e.kind) {
    case 'not':
      return not(truth(e.operand))
    case 'and':
      return and(truth(e.left), truth(e.right))
    case 'or':
      return or(truth(e.left), truth(e.right))
    case 'comparison':
      return compareValues(e.operator, value(e.left), value(e.right))
    case 'between':
      return between(range(e.operand), range(e.low), range(e.high), e.lowIncluded, e.highIncluded)
    case 'one-of':
      return oneOf(value(e.operand), e.items.map(value))
    case 'every':
    case 'some':
      return every(evaluation, e, bound)
  }
}

function choice(evaluation: Evaluation, e: Expression & { kind: 'if' }, bound: Bindings): Value {
  const condition = truthOf(evaluation, e.condition, bound)
  if (condition === true) return evaluate(evaluation, e.yes, bound)
  if (condition === false) return evaluate(evaluation, e.no, bound)
  return hullOfValues(evaluate(evaluation, e.yes, bound), evaluate(evaluation, e.no, bound))
}

function named(evaluation: Evaluation, e: Expression, bound: Bindings): Value {
  const reference = evaluation.pack.tables.references[e.id]
  switch (reference?.kind) {
    case 'fact':
      return factValue(evaluation, reference.name)
    case 'derived':
      return deriveValue(evaluation, reference.name).value
    case 'parameter':
      return numberValue(evaluation.parameter(reference.name).range)
    case 'member':
      return memberValue(evaluation, bound[reference.depth] ?? UNKNOWN_MEMBER, reference.name).value
    case undefined:
      throw new Error('a checked pack leaves no name unresolved')
  }
}

/** The value of a fact of the record. A given size is open if the roster has another length. */
export function factValue(evaluation: Evaluation, name: string): Value {
  const declaration = evaluation.pack.facts.get(name)
  if (declaration === undefined) throw new Error(`a checked pack names no unknown fact: ${name}`)
  return isSizeInConflict(evaluation, name)
    ? openValue(declaration)
    : valueOfFact(declaration, evaluation.record.facts.get(name))
}

/** A derived value: what all its sources and its own range have in common. */
export function deriveValue(evaluation: Evaluation, name: string): DerivedState {
  const known = evaluation.derived.get(name)
  if (known !== undefined) return known
  const derived = evaluation.pack.derived.get(name)
  if (derived === undefined) throw new Error(`a checked pack names no unknown derived value: ${name}`)
  const state = isSizeInConflict(evaluation, name)
    ? { value: openValue(derived.declaration), conflicting: true }
    : meetAll(
        derived.declaration,
        derived.sources.map((source) => sourceValue(evaluation, derived, source)),
      )
  evaluation.derived.set(name, state)
  return state
}

/** What one source of a derived value allows. */
export function sourceValue(evaluation: Evaluation, derived: Derived, source: DerivedSource): Value {
  switch (source.kind) {
    case 'given':
      return valueOfFact(derived.declaration, evaluation.record.facts.get(derived.name))
    case 'expression':
      return evaluate(evaluation, source.expression)
    case 'rounded': {
      const of = rangeOf(evaluation, source.of)
      const within = rangeOf(evaluation, source.within)
      return numberValue({ lo: subtractRanges(of, within).lo, hi: addRanges(of, within).hi })
    }
  }
}

/** The most members that a missing roster can have: the upper end of the size, or its declared upper end if its sources conflict. */
function mostMembers(evaluation: Evaluation): Decimal | null {
  const value = sizeWithoutRoster(evaluation)?.value
  return value?.kind === 'number' ? value.range.hi : null
}

/** The size by all that does not go over the roster; `null` if the pack has none. */
export function sizeWithoutRoster(evaluation: Evaluation): DerivedState | null {
  const { pack } = evaluation
  const { size } = pack.record
  if (size === null) return null
  const derived = pack.derived.get(size)
  if (derived === undefined) return { value: factValue(evaluation, size), conflicting: false }
  const says = sourcesWithoutRoster(pack, derived).map((source) => sourceValue(evaluation, derived, source))
  return meetAll(derived.declaration, says)
}

/** Says if the member that was bound last is in the filtered roster. */
export function isIn(evaluation: Evaluation, of: RosterExpression, bound: Bindings): Truth {
  return of.where.reduce<Truth>(
    (truth, condition) => and(truth, truthOf(evaluation, condition, bound)),
    isMember(evaluation, bound),
  )
}

/** The bindings with each row of the roster added. */
export function rowsBound(evaluation: Evaluation, bound: Bindings): Bindings[] {
  const { roster } = evaluation
  return roster.kind === 'gap' ? [] : roster.rows.map((row, index) => [...bound, { row, number: index + 1 }])
}

/** The rows of the roster, each with how far it belongs to the filtered one, and with what an expression is for it. */
function seen<T>(
  evaluation: Evaluation,
  of: RosterExpression,
  bound: Bindings,
  look: (inner: Bindings) => T,
): SeenMember<T>[] {
  return rowsBound(evaluation, bound).map((inner) => ({
    isMember: isIn(evaluation, of, inner),
    says: look(inner),
  }))
}

function every(evaluation: Evaluation, e: Expression & { kind: 'every' | 'some' }, bound: Bindings): Truth {
  const rows = seen(evaluation, e.of, bound, (inner) => truthOf(evaluation, e.satisfies, inner))
  return e.kind === 'every' ? everyMember(evaluation.roster, rows) : someMember(evaluation.roster, rows)
}

function count(evaluation: Evaluation, e: Expression & { kind: 'count' }, bound: Bindings): Range {
  const rows = seen(evaluation, e.of, bound, () => null)
  return countOfMembers(evaluation.roster, rows, () => mostMembers(evaluation))
}

function sum(evaluation: Evaluation, e: Expression & { kind: 'sum' }, bound: Bindings): Range {
  const { roster } = evaluation
  const rows = seen(evaluation, e.of, bound, (inner) => rangeOf(evaluation, e.each, inner))
  return sumOfMembers(roster, rows, () => rangeOf(evaluation, e.each, [...bound, UNKNOWN_MEMBER]))
}
