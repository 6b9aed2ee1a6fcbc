import type { LoadContext } from './context.js'
import type { Expression } from './expression.js'
import type { Derived, DerivedSource, Pack, Reference } from './pack.js'

/** The parts of an expression, in order of writing. */
export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'name':
    case 'member':
      return []
    case 'negate':
    case 'not':
      return [e.operand]
    case 'and':
    case 'or':
    case 'arithmetic':
    case 'comparison':
      return [e.left, e.right]
    case 'between':
      return [e.operand, e.low, e.high]
    case 'one-of':
      return [e.operand, ...e.items]
    case 'if':
      return [e.condition, e.yes, e.no]
    case 'min':
    case 'max':
      return e.items
    case 'count':
      return e.of.where
    case 'sum':
      return [...e.of.where, e.each]
    case 'every':
    case 'some':
      return [...e.of.where, e.satisfies]
  }
}

export const expressionsOf = (source: DerivedSource): readonly Expression[] =>
  source.kind === 'given'
    ? []
    : source.kind === 'expression'
      ? [source.expression]
      : [source.of, source.within]

type PackParts = Pick<Pack, 'derived' | 'tables'>

/** What an expression reads directly, in order of writing; `members` where it goes over the roster. */
export function readsOf(pack: PackParts, e: Expression): (Reference | 'members')[] {
  const own = pack.tables.references[e.id]
  const roster = e.kind === 'count' || e.kind === 'sum' || e.kind === 'every' || e.kind === 'some'
  return [
    ...(own === undefined ? [] : [own]),
    ...(roster ? ['members' as const] : []),
    ...childrenOf(e).flatMap((child) => readsOf(pack, child)),
  ]
}

/** Names of the facts and columns that an expression can depend on, through derived values too; `members` and `members.age` for the roster. */
export function factsReadBy(
  pack: PackParts,
  expressions: readonly Expression[],
  seen = new Set<string>(),
): Set<string> {
  const facts = new Set<string>()
  for (const read of expressions.flatMap((each) => readsOf(pack, each))) {
    if (read === 'members') facts.add('members')
    else if (read.kind === 'fact') facts.add(read.name)
    else if (read.kind === 'member') facts.add(`members.${read.name}`)
    else if (read.kind === 'derived' && !seen.has(read.name)) {
      seen.add(read.name)
      const derived = pack.derived.get(read.name)
      if (derived?.sources.some((source) => source.kind === 'given')) facts.add(read.name)
      for (const fact of factsReadBy(pack, derived?.sources.flatMap(expressionsOf) ?? [], seen))
        facts.add(fact)
    }
  }
  return facts
}

/** Reports derived values that need themselves. */
export function findCycles(context: LoadContext, pack: PackParts): void {
  const state = new Map<string, 'open' | 'done'>()
  const visit = (derived: Derived, trail: readonly string[]): void => {
    state.set(derived.name, 'open')
    for (const name of derivedReadBy(pack, derived)) {
      const next = pack.derived.get(name)
      if (next === undefined || state.get(name) === 'done') continue
      if (state.get(name) === undefined) visit(next, [...trail, name])
      else {
        const circle = [...trail.slice(trail.indexOf(name)), name].map((each) => `\`${each}\``).join(' → ')
        context.fault('cycle', context.places.key(['derived', name]), `${circle} is a circle`, {
          why: 'a derived value cannot depend on itself',
        })
      }
    }
    state.set(derived.name, 'done')
  }
  for (const derived of pack.derived.values()) if (!state.has(derived.name)) visit(derived, [derived.name])
}

const derivedReadBy = (pack: PackParts, derived: Derived): string[] =>
  derived.sources
    .flatMap(expressionsOf)
    .flatMap((e) =>
      readsOf(pack, e).flatMap((read) => (read !== 'members' && read.kind === 'derived' ? [read.name] : [])),
    )

/** Reports criteria, derived values and checks that depend on nothing recorded. */
export function unreadFaults(context: LoadContext, pack: Omit<Pack, 'hash'>): void {
  const refuse = (path: (string | number)[], what: string) =>
    context.fault('reads-no-fact', context.places.value(path), `${what} reads no fact`, {
      why: 'its answer would be the same for everybody',
    })
  const isIdle = (e: Expression) => e.id >= 0 && factsReadBy(pack, [e]).size === 0
  for (const [index, criterion] of pack.criteria.entries()) {
    if (isIdle(criterion.met)) refuse(['criteria', index, 'met'], `criterion \`${criterion.id}\``)
    if (criterion.appliesIf !== null && isIdle(criterion.appliesIf))
      refuse(['criteria', index, 'applies_if'], `\`applies_if\` of \`${criterion.id}\``)
  }
  for (const [index, check] of pack.checks.entries())
    if (isIdle(check.when)) refuse(['checks', index, 'when'], `check \`${check.id}\``)
}
