import type { Expression } from '../../lang/expression/expression.js'
import type { Pack } from '../../lang/pack.js'
import { expressionsOf, expressionsOfCriterion, readsOf } from '../../lang/reads.js'
import type { Change } from '../changes/change.js'
import { takesAway } from '../changes/checks.js'

/**
 * What changes between two packs can reach: derived values by name, criteria as `criteria.water`, checks as `checks.one-head`, and
 * `decisions`. It follows what either pack reads, so it holds for every pack between them.
 */
export interface Reaches {
  /** What a change alters and all that reads it directly; `null` if that may be everything. */
  direct(change: Change): ReadonlySet<string> | null
  /** The same with all that follows from it. */
  whole(change: Change): ReadonlySet<string> | null
  readersOf(name: string): ReadonlySet<string>
}

export function createReaches(old: Pack, changed: Pack): Reaches {
  const readers = readersIn([old, changed])
  const nowhere: ReadonlySet<string> = new Set()
  const everywhere = new Set(
    [old, changed].flatMap(({ record, decisions }) => [record.date, record.size, decisions.by]),
  )
  const readersOf = (name: string) => readers.get(name) ?? nowhere
  // If a check takes away something that everything depends on, everything depends on what the check reads.
  const isOpen = [old, changed].some(({ checks }) =>
    checks.some(({ gap }) => gap.some((name) => everywhere.has(name))),
  )
  const direct = ({ alters }: Change) => {
    if (alters === null || isOpen || everywhere.has(alters)) return null
    const isLeaf = [old, changed].some(({ parameters, facts }) => parameters.has(alters) || facts.has(alters))
    return new Set([...(isLeaf || alters.startsWith('members.') ? [] : [alters]), ...readersOf(alters)])
  }
  const whole = (change: Change) => {
    const reached = direct(change)
    // The loop also visits names that are added while it runs.
    for (const name of reached ?? []) for (const reader of readersOf(name)) reached?.add(reader)
    return reached
  }
  return { direct: kept(direct), whole: kept(whole), readersOf }
}

function readersIn(packs: readonly Pack[]): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>()
  for (const pack of packs) {
    const note = (node: string, e: Expression) => {
      for (const name of namesIn(packs, pack, e)) {
        const known = readers.get(name) ?? new Set()
        readers.set(name, known.add(node))
      }
    }
    for (const criterion of pack.criteria)
      for (const e of expressionsOfCriterion(criterion)) note(`criteria.${criterion.id}`, e)
    for (const { name, sources } of pack.derived.values())
      for (const e of sources.flatMap(expressionsOf)) note(name, e)
    for (const { id, when } of pack.checks.filter(takesAway)) note(`checks.${id}`, when)
  }
  for (const check of packs.flatMap(({ checks }) => checks)) {
    const taken = check.gap.flatMap((name) => [
      ...(packs.some(({ derived }) => derived.has(name)) ? [name] : []),
      ...(readers.get(name) ?? []),
    ])
    const known = readers.get(`checks.${check.id}`) ?? []
    if (taken.length > 0) readers.set(`checks.${check.id}`, new Set([...known, ...taken]))
  }
  return readers
}

/** What an expression reads directly. An expression over the roster can depend on every fact of members, and on what gives the size. */
function namesIn(packs: readonly Pack[], pack: Pack, e: Expression): string[] {
  return readsOf(pack, e).flatMap((read) => {
    if (read !== 'members') return [read.kind === 'member' ? `members.${read.name}` : read.name]
    return packs.flatMap((each) => [
      'members',
      ...[...(each.memberFacts?.keys() ?? [])].map((name) => `members.${name}`),
      ...sizeNames(packs, each),
    ])
  })
}

function sizeNames(packs: readonly Pack[], { record }: Pack): string[] {
  const { size } = record
  if (size === null) return []
  const sources = packs.flatMap((pack) =>
    (pack.derived.get(size)?.sources ?? []).flatMap(expressionsOf).flatMap((e) => readsOf(pack, e)),
  )
  return [
    size,
    ...sources.flatMap((read) => (read === 'members' || read.kind === 'member' ? [] : [read.name])),
  ]
}

function kept<Result>(find: (change: Change) => Result): (change: Change) => Result {
  const found = new Map<Change, Result>()
  return (change) => {
    const known = found.get(change)
    if (known !== undefined) return known
    const result = find(change)
    found.set(change, result)
    return result
  }
}
