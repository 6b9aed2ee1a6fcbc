import type { Declarations } from '../declare/declarations.js'
import type { Reference } from '../pack.js'
import type { Path } from '../shape/places.js'
import { type Type, typeOfFact, typeOfUnit } from './type.js'

/** The type of a fact of a member, and its path. The type is `null` if expressions may not read the fact. */
export interface MemberNamed {
  readonly type: Type | null
  readonly path: Path
}

/** The same for a fact of the record, a derived value or a parameter, with the reference that the name stands for. */
export interface Named extends MemberNamed {
  readonly reference: Reference
}

/** All that names may stand for. */
export interface Names {
  /** Facts of the record, derived values and parameters. */
  readonly record: Map<string, Named>
  /** Facts of a member; `null` if the pack has no roster. */
  readonly members: ReadonlyMap<string, MemberNamed> | null
}

/** Every declared name with what it stands for. */
export function declaredNames(declarations: Declarations): Names {
  const { group, facts, memberFacts, derived, parameters } = declarations
  const names = new Map<string, Named>()
  for (const [name, fact] of facts) {
    const path = ['facts', group, name]
    names.set(name, { reference: { kind: 'fact', name }, type: typeOfFact(fact), path })
  }
  for (const [name, each] of derived)
    names.set(name, { reference: { kind: 'derived', name }, type: typeOfFact(each), path: ['derived', name] })
  for (const [name, { unit }] of parameters) {
    const path = ['parameters', name]
    names.set(name, { reference: { kind: 'parameter', name }, type: typeOfUnit(unit), path })
  }
  if (memberFacts === null) return { record: names, members: null }
  const members = new Map<string, MemberNamed>()
  for (const [name, fact] of memberFacts)
    members.set(name, { type: typeOfFact(fact), path: ['facts', 'member', name] })
  return { record: names, members }
}
