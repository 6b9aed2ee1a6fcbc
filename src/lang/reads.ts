import { childrenOf, isRosterForm } from './expression/children.js'
import type { Expression } from './expression/expression.js'
import type { Criterion, DerivedSource, Pack, Reference } from './pack.js'

/** The expressions of one source of a derived value. */
export function expressionsOf(source: DerivedSource): readonly Expression[] {
  switch (source.kind) {
    case 'given':
      return []
    case 'expression':
      return [source.expression]
    case 'rounded':
      return [source.of, source.within]
  }
}

export const expressionsOfCriterion = ({ met, appliesIf }: Criterion): readonly Expression[] =>
  appliesIf === null ? [met] : [met, appliesIf]

/** Every expression of a pack. */
export const expressionsIn = (pack: Pack): Expression[] => [
  ...pack.criteria.flatMap(expressionsOfCriterion),
  ...[...pack.derived.values()].flatMap(({ sources }) => sources.flatMap(expressionsOf)),
  ...pack.checks.flatMap(({ when, unless }) => (unless === null ? [when] : [when, unless])),
  ...pack.outputs.flatMap(({ of, per }) => (per === null ? [of] : [of, per])),
]

type PackParts = Pick<Pack, 'derived' | 'tables'>

/** The names that an expression reads directly, in order of writing; `members` if it goes over the roster. */
export function readsOf(pack: PackParts, e: Expression): (Reference | 'members')[] {
  const reads: (Reference | 'members')[] = []
  const visit = (each: Expression): void => {
    const reference = pack.tables.references[each.id]
    if (reference !== undefined) reads.push(reference)
    if (isRosterForm(each)) reads.push('members')
    for (const child of childrenOf(each)) visit(child)
  }
  visit(e)
  return reads
}

/** The derived values that the sources of another one read directly. */
export function derivedReadBy(pack: PackParts, sources: readonly DerivedSource[]): Set<string> {
  const names = new Set<string>()
  for (const e of sources.flatMap(expressionsOf)) {
    for (const read of readsOf(pack, e))
      if (read !== 'members' && read.kind === 'derived') names.add(read.name)
  }
  return names
}

/** The facts and columns that an expression can depend on, also through derived values; `members` and `members.age` for the roster. */
export function factsReadBy(pack: PackParts, expressions: readonly Expression[]): Set<string> {
  const facts = new Set<string>()
  const seen = new Set<string>()
  const note = (read: Reference | 'members'): void => {
    if (read === 'members') facts.add('members')
    else if (read.kind === 'fact') facts.add(read.name)
    else if (read.kind === 'member') facts.add(`members.${read.name}`)
    else if (read.kind === 'derived') follow(read.name)
  }
  const follow = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const sources = pack.derived.get(name)?.sources ?? []
    if (sources.some((source) => source.kind === 'given')) facts.add(name)
    for (const each of sources.flatMap(expressionsOf)) for (const read of readsOf(pack, each)) note(read)
  }
  for (const each of expressions) for (const read of readsOf(pack, each)) note(read)
  return facts
}
