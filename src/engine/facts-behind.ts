import type { Expression } from '../lang/expression/expression.js'
import type { Derived, DerivedSource, Pack } from '../lang/pack.js'
import { expressionsOf, factsReadBy, readsOf } from '../lang/reads.js'
import type { CaseRecord } from '../lang/record.js'

/** Keeps what depends only on a loaded pack and one of its parts, because every record asks for it. */
export function keptByPart<Part extends object, T>(
  make: (pack: Pack, part: Part) => T,
): (pack: Pack, part: Part) => T {
  const packs = new WeakMap<Pack, Map<Part, T>>()
  return (pack, part) => {
    const parts = packs.get(pack) ?? new Map<Part, T>()
    packs.set(pack, parts)
    const known = parts.get(part)
    if (known !== undefined) return known
    const made = make(pack, part)
    parts.set(part, made)
    return made
  }
}

/** Names of the facts and columns on which an expression can depend. */
export const factsBehind = keptByPart((pack, e: Expression) => [...factsReadBy(pack, [e])])

/** Names of the facts and columns on which a source of a derived value can depend. */
const factsBehindSource = keptByPart((pack, source: DerivedSource) => [
  ...factsReadBy(pack, expressionsOf(source)),
])

/** The parameters that are in an expression itself. */
export const parametersIn = keptByPart((pack, e: Expression) =>
  readsOf(pack, e).flatMap((read) => (read !== 'members' && read.kind === 'parameter' ? [read.name] : [])),
)

/** Sources of a derived size that do not go over the roster, which itself asks for the size. */
export const sourcesWithoutRoster = keptByPart((pack, { sources }: Derived) =>
  sources.filter((source) => !factsBehindSource(pack, source).includes('members')),
)

/** How many known cells of a record a source of a derived value can depend on. */
export function knownCells(pack: Pack, record: CaseRecord, source: DerivedSource): number {
  const rows = record.members?.kind === 'rows' ? record.members.rows : []
  let known = 0
  for (const name of factsBehindSource(pack, source)) {
    const member = /^members\.(.+)$/.exec(name)?.[1]
    if (member === undefined) known += record.facts.get(name)?.kind === 'known' ? 1 : 0
    else known += rows.filter((row) => row.facts.get(member)?.kind === 'known').length
  }
  return known
}
