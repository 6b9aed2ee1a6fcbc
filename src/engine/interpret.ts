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
import type { Expression, RosterExpression } from '../lang/expression/expression.js'
import type { Derived, DerivedSource, Pack } from '../lang/pack.js'
import { expressionsOf, factsReadBy } from '../lang/reads.js'
import {
  type BoundMember,
  type DerivedState,
  type Evaluation,
  isSizeInConflict,
  openValue,
  UNKNOWN_MEMBER,
  valueOfFact,
} from './evaluation.js'
import { meetAll, memberValue } from './member.js'
import { countOfMembers, everyMember, type SeenMember, someMember, sumOfMembers } from './roster.js'

/** The members bound so far, outermost first. */
export type Bindings = readonly BoundMember[]

const NOBODY: Bindings = []

/** What an expression can still be. This is the meaning of the rule language; every other engine is checked against it. */
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
  const truth = (part: Expression) => truthOf(evaluation, part, bound)
  const range = (part: Expression) => rangeOf(evaluation, part, bound)
  switch (e.kind) {
    case 'number':
      return numberValue(point(e.value))
    case 'text':
      return codeValue([e.text])
    case 'name':
    case 'member':
      return named(evaluation, e, bound)
    case 'negate':
      return numberValue(negateRange(range(e.operand)))
    case 'not':
      return truthValue(not(truth(e.operand)))
    case 'and':
      return truthValue(and(truth(e.left), truth(e.right)))
    case 'or':
      return truthValue(or(truth(e.left), truth(e.right)))
    case 'arithmetic':
      return numberValue(calculate(e.operator, range(e.left), range(e.right)))
    case 'comparison':
      return truthValue(
        compareValues(e.operator, evaluate(evaluation, e.left, bound), evaluate(evaluation, e.right, bound)),
      )
    case 'between':
      return truthValue(between(range(e.operand), range(e.low), range(e.high), e.lowIncluded, e.highIncluded))
    case 'one-of':
      return truthValue(
        oneOf(
          evaluate(evaluation, e.operand, bound),
          e.items.map((item) => evaluate(evaluation, item, bound)),
        ),
      )
    case 'if':
      return choice(evaluation, e, bound)
    case 'min':
      return numberValue(e.items.map(range).reduce(minOfRanges))
    case 'max':
      return numberValue(e.items.map(range).reduce(maxOfRanges))
    case 'count':
      return numberValue(
        countOfMembers(
          evaluation.roster,
          seen(evaluation, e.of, bound, () => null),
          () => mostMembers(evaluation),
        ),
      )
    case 'sum':
      return numberValue(sum(evaluation, e, bound))
    case 'every':
    case 'some':
      return truthValue(every(evaluation, e, bound))
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

/** The value of a fact of the record; the size given is no value where the roster has another length. */
export function factValue(evaluation: Evaluation, name: string): Value {
  const declaration = evaluation.pack.facts.get(name)
  if (declaration === undefined) throw new Error(`a checked pack names no unknown fact: ${name}`)
  return isSizeInConflict(evaluation, name)
    ? openValue(declaration)
    : valueOfFact(declaration, evaluation.record.facts.get(name))
}

/** A derived value: where all its sources and its own range meet. */
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

/** Sources of a derived size that do not go over the roster, which itself asks for the size. */
const sizeSources = new WeakMap<Derived, readonly DerivedSource[]>()

function withoutRoster(pack: Pack, size: Derived): readonly DerivedSource[] {
  const kept = sizeSources.get(size)
  if (kept !== undefined) return kept
  const sources = size.sources.filter((source) => !factsReadBy(pack, expressionsOf(source)).has('members'))
  sizeSources.set(size, sources)
  return sources
}

/** The most members that a missing roster can have: the size's upper end, the declared one where its sources are in conflict. */
function mostMembers(evaluation: Evaluation): Decimal | null {
  const { pack } = evaluation
  const { size } = pack.record
  if (size === null) return null
  const derived = pack.derived.get(size)
  const value =
    derived === undefined
      ? factValue(evaluation, size)
      : meetAll(
          derived.declaration,
          withoutRoster(pack, derived).map((source) => sourceValue(evaluation, derived, source)),
        ).value
  return value.kind === 'number' ? value.range.hi : null
}

/** Whether a member is in the filtered roster. */
export function isIn(evaluation: Evaluation, of: RosterExpression, bound: Bindings): Truth {
  return of.where.reduce<Truth>((truth, condition) => and(truth, truthOf(evaluation, condition, bound)), true)
}

/** Each row of the roster as a binding added to those there are. */
export function rowsBound(evaluation: Evaluation, bound: Bindings): Bindings[] {
  const { roster } = evaluation
  return roster.kind === 'gap' ? [] : roster.rows.map((row, index) => [...bound, { row, number: index + 1 }])
}

/** The rows of the roster with how far each belongs to the filtered one, and what an expression is for it. */
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

function sum(evaluation: Evaluation, e: Expression & { kind: 'sum' }, bound: Bindings): Range {
  const { roster } = evaluation
  const rows = seen(evaluation, e.of, bound, (inner) => rangeOf(evaluation, e.each, inner))
  return sumOfMembers(roster, rows, () => rangeOf(evaluation, e.each, [...bound, UNKNOWN_MEMBER]))
}
