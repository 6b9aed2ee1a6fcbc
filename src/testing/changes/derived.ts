import { say } from '../../base/say/say.js'
import type { Derived, Pack } from '../../lang/pack.js'
import { altered, type Change, declaration } from './change.js'
import {
  type Aspect,
  allNames,
  changedWords,
  factAspects,
  sourcesKey,
  sourceText,
  withEntry,
  withoutEntry,
} from './words.js'

/** Differences in the sources and the range of derived values. */
export function derivedChanges(old: Pack, changed: Pack): Change[] {
  return allNames(old.derived, changed.derived).flatMap((name): Change[] => {
    if (isRecast(old, changed, name)) return []
    const [before, after] = [old.derived.get(name), changed.derived.get(name)]
    const apply = (pack: Pack): Pack => ({
      ...pack,
      derived: after === undefined ? withoutEntry(pack.derived, name) : withEntry(pack.derived, name, after),
    })
    if (before === undefined || after === undefined)
      return declaration('derived', name, before && sourcesText(before), after && sourcesText(after), apply)
    return altered('derived', name, derivedAspects(old, before), derivedAspects(changed, after), apply)
  })
}

const sourcesText = ({ sources }: Derived) => sources.map(sourceText).join(' | ')

const derivedAspects = (pack: Pack, derived: Derived): Aspect[] => [
  {
    name: 'aspect.from',
    text: sourcesText(derived),
    key: sourcesKey(pack, derived.sources),
    parts: derived.sources.map(sourceText),
  },
  ...factAspects(derived.declaration),
]

type Kind = 'parameter' | 'fact' | 'derived'

function kindOf(pack: Pack, name: string): Kind | null {
  if (pack.parameters.has(name)) return 'parameter'
  if (pack.facts.has(name)) return 'fact'
  return pack.derived.has(name) ? 'derived' : null
}

/** True if a name is a quantity of both packs, and of different kinds. */
export function isRecast(old: Pack, changed: Pack, name: string): boolean {
  const [before, after] = [kindOf(old, name), kindOf(changed, name)]
  return before !== null && after !== null && before !== after
}

/** The change of a name that was a fact and is now derived, or the like. All that reads it then reads the new thing. */
export function recasts(old: Pack, changed: Pack): Change[] {
  const names = new Set([...old.parameters.keys(), ...old.facts.keys(), ...old.derived.keys()])
  return [...names].flatMap((name): Change[] => {
    const [before, after] = [kindOf(old, name), kindOf(changed, name)]
    if (before === null || after === null || before === after) return []
    const [was, is] = [say(`change.kind.${before}`), say(`change.kind.${after}`)]
    return [
      {
        id: `names.${name}`,
        kind: 'changed',
        words: changedWords(name, was, is),
        before: was,
        after: is,
        decisive: true,
        alters: null,
        apply: (pack) => recast(pack, changed, name, after),
      },
    ]
  })
}

function recast(pack: Pack, changed: Pack, name: string, kind: Kind): Pack {
  const moved = <T>(own: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): ReadonlyMap<string, T> => {
    const value = other.get(name)
    return value === undefined ? withoutEntry(own, name) : withEntry(own, name, value)
  }
  const references = pack.tables.references.map((each) =>
    each !== undefined && each.kind !== 'member' && each.name === name ? { kind, name } : each,
  )
  return {
    ...pack,
    parameters: moved(pack.parameters, changed.parameters),
    facts: moved(pack.facts, changed.facts),
    derived: moved(pack.derived, changed.derived),
    tables: { ...pack.tables, references },
  }
}
