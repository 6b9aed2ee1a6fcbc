import type { Column } from '../files/row.js'
import { lastSegment, withoutStars } from './column-names.js'
import { lastPartDoubts, type PathFacts } from './last-part.js'
import { type Meaning, STRENGTHS } from './name-matching.js'

/** A header with what it may mean. */
export interface HeaderMeaning extends Column {
  readonly folded: string
  readonly meaning: Meaning | null
}

/** A header that ends in the name of a fact and may be about something else. */
export interface DoubtedPath {
  readonly fact: string
  readonly why: string
}

/**
 * Which columns of a file are used: for each fact those that mean it by the strongest rule. The others are unused.
 * @param paths what bears on headers that end in the name of a fact; `null`: they are not doubted
 */
export function resolveColumns(columns: readonly HeaderMeaning[], paths: PathFacts | null = null) {
  const { meanings, doubted } = settledMeanings(columns, paths)
  const strongest = new Map<string, number>()
  for (const meaning of meanings) {
    const [fact] = meaning?.facts ?? []
    if (meaning === null || fact === undefined) continue
    const strength = STRENGTHS.indexOf(meaning.strength)
    strongest.set(fact, Math.min(strength, strongest.get(fact) ?? strength))
  }
  const used = new Map<string, Column[]>()
  const unclear = new Map<string, readonly string[]>()
  const unused = new Map<string, string>()
  const repeated = new Set<string>()
  const factOf = new Map<string, string>()
  const lastParts = new Map<string, string>()
  for (const [at, { header, index, folded }] of columns.entries()) {
    const { strength, facts } = meanings[at] ?? { strength: 'name', facts: [] }
    const [fact] = facts
    if (fact === undefined || strongest.get(fact) !== STRENGTHS.indexOf(strength)) {
      if (unused.has(folded)) repeated.add(folded)
      else unused.set(folded, header)
      continue
    }
    if (facts.length > 1) unclear.set(header, facts)
    if (strength === 'last-segment') lastParts.set(fact, header)
    factOf.set(header, fact)
    used.set(fact, [...(used.get(fact) ?? []), { header, index }])
  }
  const found = { used, unclear, unused, repeated, doubted, lastParts }
  return { ...found, factOf: (header: string) => factOf.get(header) ?? null }
}

/** What each header means by itself, without paths that are not groups or are in doubt. */
function settledMeanings(columns: readonly HeaderMeaning[], paths: PathFacts | null) {
  const isGroup = groupsOf(columns)
  const doubted = new Map<string, DoubtedPath>()
  const doubtOf =
    paths === null || columns.every(({ meaning }) => meaning?.strength !== 'last-segment')
      ? () => null
      : lastPartDoubts(
          columns.filter(({ folded, header }) => isGroup(folded, header)),
          paths,
        )
  const askedTimes = countedFacts(columns.filter(({ meaning }) => meaning?.strength === 'question'))
  const meanings = columns.map(({ folded, header, meaning }) => {
    // What is asked several times is asked of several persons, plots or years.
    if (meaning?.strength === 'question')
      return meaning.facts.some((fact) => (askedTimes.get(fact) ?? 0) > 1) ? null : meaning
    if (meaning?.strength !== 'last-segment') return meaning
    if (!isGroup(folded, header)) return null
    const [fact = ''] = meaning.facts
    const why = doubtOf(folded, fact)
    if (why === null) return meaning
    doubted.set(folded, { fact, why })
    return null
  })
  return { meanings, doubted }
}

function countedFacts(columns: readonly HeaderMeaning[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const fact of columns.flatMap(({ meaning }) => meaning?.facts ?? []))
    times.set(fact, (times.get(fact) ?? 0) + 1)
  return times
}

/**
 * Whether the part before the last segment of a header is a group of questions. It is not if it is a column itself: with a column
 * `problems`, `problems/risk` is a choice. A hyphen or point may belong to a name (`non-risk`). It ends a group only if another header
 * is in that group too, or if the question's name has several words, and never if the header has spaces.
 */
function groupsOf(columns: readonly HeaderMeaning[]): (folded: string, header: string) => boolean {
  const names = new Set(columns.map(({ folded }) => folded))
  const inGroup = new Map<string, Set<string>>()
  for (const { folded } of columns) {
    const segment = lastSegment(folded)
    if (segment === null) continue
    const group = segment.group + segment.mark
    inGroup.set(group, (inGroup.get(group) ?? new Set()).add(segment.name))
  }
  return (folded, header) => {
    const segment = lastSegment(folded)
    if (segment === null || names.has(segment.group)) return false
    if (segment.mark === '/' || segment.mark === ':') return true
    const shared = (inGroup.get(segment.group + segment.mark)?.size ?? 0) > 1
    return !/\s/.test(withoutStars(header)) && (shared || segment.name.includes('_'))
  }
}
