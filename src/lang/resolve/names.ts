import type { LoadContext } from '../context.js'
import type { Declarations } from '../declare/declarations.js'
import type { Reference } from '../pack.js'
import type { Path } from '../shape/places.js'
import { BROKEN, type Type, typeOfFact } from './type.js'

/** What a name stands for, its type (`null` for what expressions may not read), and where it is declared. */
export interface Named {
  readonly reference: Reference | null
  readonly type: Type | null
  readonly path: Path
}

/** What names may stand for. */
export interface Names {
  /** Facts of the record, derived values and parameters. */
  readonly record: ReadonlyMap<string, Named>
  /** Facts of a member; `null` where the pack has no roster. */
  readonly members: ReadonlyMap<string, Named> | null
}

/** Every name with what it stands for; what was refused stands for a value that fits everywhere. */
export function namesOf(context: LoadContext, declarations: Declarations): Names {
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
    names.set(name, { reference: { kind: 'parameter', name }, type: { kind: 'number', unit }, path })
  }
  const members = new Map<string, Named>()
  for (const [name, fact] of memberFacts ?? [])
    members.set(name, { reference: null, type: typeOfFact(fact), path: ['facts', 'member', name] })
  for (const section of ['parameters', 'facts', 'derived']) {
    for (const name of context.refused.names(section)) {
      const refused: Named = { reference: null, type: BROKEN, path: [section] }
      if (!names.has(name)) names.set(name, refused)
      if (section === 'facts' && !members.has(name)) members.set(name, refused)
    }
  }
  return { record: names, members: memberFacts === null ? null : members }
}
