import { equalValues, isClosed } from '../../base/value.js'
import { type Evaluation, UNKNOWN_MEMBER } from '../../engine/evaluation.js'
import { type Bindings, evaluate, truthOf } from '../../engine/interpret.js'
import { childrenOf, isRosterForm } from '../../lang/expression/children.js'
import type { Expression, RosterForm } from '../../lang/expression/expression.js'
import type { Derived, DerivedSource } from '../../lang/pack.js'
import { expressionsOf } from '../../lang/reads.js'

/** A pack and a changed one, with all that their expressions can ever be. */
export interface Pair {
  readonly before: Evaluation
  readonly after: Evaluation
  /** True if an expression reads what was changed, so that it may say something else although it stands in both. */
  reads(e: Expression): boolean
}

/**
 * True if it is proved that two expressions have one value and the same gaps for every record. They are one expression, or both always have
 * one and the same value, or differ in a part that is always true where all must be, or only in parts that are proved equal in this way.
 */
export function isSameExpression(pair: Pair, a: Expression, b: Expression, bound: Bindings = []): boolean {
  if (a === b && !pair.reads(a)) return true
  if (isSameConstant(pair, a, b, bound) || isNeutralDropped(pair, a, b, bound)) return true
  if (isRosterForm(a) && isRosterForm(b) && isNeutralFilterDropped(pair, a, b, bound)) return true
  if (!isSameForm(a, b)) return false
  const reference = pair.before.pack.tables.references[a.id]
  if (a === b && reference?.kind === 'derived') return isSameDerived(pair, reference.name)
  const inner = isRosterForm(a) ? [...bound, UNKNOWN_MEMBER] : bound
  return areAllSame(childrenOf(a), childrenOf(b), (x, y) => isSameExpression(pair, x, y, inner))
}

/** True if each source of a derived value is proved to be the same. */
function isSameDerived(pair: Pair, name: string): boolean {
  const [before, after] = [pair.before, pair.after].map(({ pack }) => pack.derived.get(name))
  return before !== undefined && after !== undefined && areSameSources(pair, before, after)
}

export const areSameSources = (pair: Pair, before: Derived, after: Derived): boolean =>
  before.sources.length === after.sources.length &&
  before.sources.every((source, index) => isSameSource(pair, source, after.sources[index]))

const isSameSource = (pair: Pair, a: DerivedSource, b: DerivedSource | undefined): boolean =>
  a === b && a.kind === 'given'
    ? true
    : b !== undefined &&
      areAllSame(expressionsOf(a), expressionsOf(b), (x, y) => isSameExpression(pair, x, y))

const areAllSame = (
  a: readonly Expression[],
  b: readonly Expression[],
  isSame: (a: Expression, b: Expression) => boolean,
): boolean =>
  a.length > 0 &&
  a.length === b.length &&
  a.every((each, index) => {
    const other = b[index]
    return other !== undefined && isSame(each, other)
  })

function isSameConstant({ before, after }: Pair, a: Expression, b: Expression, bound: Bindings): boolean {
  const [one, other] = [evaluate(before, a, bound), evaluate(after, b, bound)]
  return isClosed(one) && equalValues(one, other)
}

/** `p and q` is `q` where `p` is always true, and `p or q` where it is always false. */
function isNeutralDropped(pair: Pair, a: Expression, b: Expression, bound: Bindings): boolean {
  if ((a.kind !== 'and' && a.kind !== 'or') || (a.left !== b && a.right !== b) || pair.reads(b)) return false
  return truthOf(pair.before, a.left === b ? a.right : a.left, bound) === (a.kind === 'and')
}

function isNeutralFilterDropped(pair: Pair, a: RosterForm, b: RosterForm, bound: Bindings): boolean {
  const [before, after] = [a.of.where, b.of.where]
  const index = before.findIndex((each, at) => each !== after[at])
  const dropped = before[index]
  if (dropped === undefined || before.length !== after.length + 1 || pair.reads(b)) return false
  return truthOf(pair.before, dropped, [...bound, UNKNOWN_MEMBER]) === true
}

/** True if two expressions differ at most in their parts. */
function isSameForm(a: Expression, b: Expression): boolean {
  const own = (e: Expression) =>
    Object.entries(e).filter(([key, value]) => key !== 'id' && typeof value !== 'object')
  return JSON.stringify(own(a)) === JSON.stringify(own(b))
}
