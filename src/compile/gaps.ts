import { childrenOf } from '../lang/expression/children.js'
import type { Expression } from '../lang/expression/expression.js'
import type { Derived, DerivedSource } from '../lang/pack.js'
import { expressionsOf, factsReadBy } from '../lang/reads.js'
import { derivedOperand } from './derived.js'
import { operandOf, truthIn } from './expressions.js'
import type { GapNames } from './gap-names.js'
import {
  bestOf,
  chosenGaps,
  type GapSet,
  noGaps,
  oneGap,
  type SourceGaps,
  unionOf,
  whereOpen,
} from './gap-sets.js'
import type { Scope } from './scope.js'

/** A scope that writes gaps too. */
export interface GapScope extends Scope {
  readonly names: GapNames
  readonly gaps: Map<number, GapSet>
  readonly derivedGaps: Map<string, GapSet>
}

/** The gaps that keep an expression open, as the interpreter finds them; none if it is closed. */
export function gapSetOf(scope: GapScope, e: Expression): GapSet {
  const written = scope.gaps.get(e.id)
  if (written !== undefined) return written
  const set = whereOpen(scope.w, operandOf(scope, e), gapsOfOpen(scope, e))
  scope.gaps.set(e.id, set)
  return set
}

function gapsOfOpen(scope: GapScope, e: Expression): GapSet {
  const union = (parts: readonly Expression[]) =>
    parts.map((part) => gapSetOf(scope, part)).reduce((a, b) => unionOf(scope.w, a, b), noGaps(scope.names))
  switch (e.kind) {
    case 'name':
      return gapsOfName(scope, e)
    case 'if': {
      const condition = truthIn(scope, e.condition)
      const [yes, no] = [gapSetOf(scope, e.yes), gapSetOf(scope, e.no)]
      if (condition.isKnown) return chosenGaps(scope.w, condition.code, yes, no)
      const all = union([e.condition, e.yes, e.no])
      const chosen = chosenGaps(scope.w, `${condition.code} === 2`, yes, no)
      return chosenGaps(scope.w, `${condition.code} === 3`, all, chosen)
    }
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return unionOf(scope.w, oneGap(scope.names, 'members'), union(childrenOf(e)))
    default:
      return union(childrenOf(e))
  }
}

function gapsOfName(scope: GapScope, e: Expression): GapSet {
  const reference = scope.pack.tables.references[e.id]
  switch (reference?.kind) {
    case 'fact':
      return gapOfSlot(scope, reference.name)
    case 'derived':
      return gapsOfDerived(scope, reference.name)
    case 'parameter':
      return scope.period.inForce.has(reference.name)
        ? noGaps(scope.names)
        : oneGap(scope.names, reference.name)
    case 'member':
    case undefined:
      return noGaps(scope.names)
  }
}

/** The gap of a column; none if it is known. */
function gapOfSlot(scope: GapScope, name: string): GapSet {
  const index = scope.table.byName.get(name)?.index ?? -1
  const none = noGaps(scope.names)
  switch (scope.states[index]) {
    case 'gap':
      return oneGap(scope.names, name)
    case 'either':
      return chosenGaps(scope.w, `g[${index}] === 0`, none, oneGap(scope.names, name))
    default:
      return none
  }
}

function gapsOfDerived(scope: GapScope, name: string): GapSet {
  const written = scope.derivedGaps.get(name)
  if (written !== undefined) return written
  const derived = scope.pack.derived.get(name)
  if (derived === undefined) throw new Error(`a checked pack names no unknown derived value: ${name}`)
  const sources = derived.sources.flatMap((source) => gapsOfSource(scope, derived, source) ?? [])
  const set = sources.length === 0 ? oneGap(scope.names, name) : bestOf(scope.w, sources)
  scope.derivedGaps.set(name, whereOpen(scope.w, derivedOperand(scope, name, operandOf), set))
  return scope.derivedGaps.get(name) ?? set
}

/** The gaps of a source; `null` for a rounded one, which is never chosen. */
function gapsOfSource(scope: GapScope, derived: Derived, source: DerivedSource): SourceGaps | null {
  switch (source.kind) {
    case 'rounded':
      return null
    case 'given':
      return { gaps: gapOfSlot(scope, derived.name), known: '0', isGiven: true }
    case 'expression':
      return {
        gaps: gapSetOf(scope, source.expression),
        known: knownCells(scope, expressionsOf(source)),
        isGiven: false,
      }
  }
}

/** The number of known cells that expressions read. */
function knownCells({ pack, table, states }: Scope, expressions: readonly Expression[]): string {
  const slots = [...factsReadBy(pack, expressions)].flatMap((name) => table.byName.get(name)?.index ?? [])
  const known = slots.filter((index) => states[index] === 'known').length
  const perhaps = slots.filter((index) => states[index] === 'either')
  return [`${known}`, ...perhaps.map((index) => `(g[${index}] === 0 ? 1 : 0)`)].join(' + ')
}
