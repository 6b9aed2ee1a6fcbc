import { judge, verdictOf } from '../../engine/judge.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Pack } from '../../lang/pack.js'
import { expressionsOfCriterion, factsReadBy } from '../../lang/reads.js'
import { type Assignment, assign, blankRecord, factsToSet, variablesFor } from './candidates.js'
import { choicesOf } from './choices.js'

/** A combination of verdicts, with a record that has them. */
export interface Combination {
  readonly asOf: string | null
  /** Code of the selector; the empty text where there is none. */
  readonly code: string
  readonly unmet: ReadonlySet<string>
  readonly witness: readonly Assignment[]
}

/** What candidate records show of a pack. */
export interface Shown {
  readonly combinations: readonly Combination[]
  /** How many records were tried. */
  readonly tried: number
}

/** Beyond this many records in one group of criteria, every n-th is tried. */
const MOST_RECORDS = 30_000

/** With more combinations than this, only two groups at a time are combined. */
const MOST_COMBINATIONS = 60_000

/**
 * The combinations of verdicts that candidate records have, on every date on which something changes, and others that somebody has shown.
 * Each has its first witness.
 */
export function combinationsOf(pack: Pack, others: readonly Combination[] = []): Shown {
  const found = new Map<string, Combination>()
  let tried = others.length
  const note = (combinations: readonly Combination[]) => {
    for (const each of combinations) {
      const key = JSON.stringify([each.code, [...each.unmet].sort()])
      if (!found.has(key)) found.set(key, each)
    }
  }
  for (const asOf of datesOf(pack)) {
    const parts = groupsOf(pack).map((group) => partsOf(pack, asOf, group))
    for (const each of parts) tried += each.tried
    note(
      combinationsOn(
        pack,
        asOf,
        parts.map((part) => part.found),
      ),
    )
  }
  note(others)
  return { combinations: [...found.values()], tried }
}

/** The pack's own date first, then every date on which a parameter or a criterion takes effect. */
function datesOf(pack: Pack): (string | null)[] {
  const dates = new Set<string>()
  for (const parameter of pack.parameters.values()) for (const { from } of parameter.values) dates.add(from)
  for (const { since } of pack.criteria) if (since !== null) dates.add(since)
  const others = [...dates].filter((date) => date !== pack.asOf).sort()
  return pack.asOf === null ? (others.length > 0 ? others : [null]) : [pack.asOf, ...others]
}

/** One combination of verdicts of a group of criteria that share facts. */
interface Part {
  readonly code: string | null
  readonly unmet: readonly string[]
  readonly witness: readonly Assignment[]
}

function combinationsOn(pack: Pack, asOf: string | null, parts: readonly (readonly Part[])[]): Combination[] {
  const { by } = pack.decisions
  const total = parts.reduce((product, part) => product * part.length, 1)
  const combinations = total <= MOST_COMBINATIONS ? joined(parts, asOf) : [...pairsAmong(parts, asOf)]
  return by === null ? combinations : combinations.filter((each) => each.code !== '')
}

/** Every choice of one part from each group, the last group fastest. */
const joined = (parts: readonly (readonly Part[])[], asOf: string | null): Combination[] =>
  [...choicesOf(parts.toReversed(), MOST_COMBINATIONS)].map((chosen) => combined(chosen.toReversed(), asOf))

/** The parts of a combination as one; `others` take the place of those with the same index. */
function combined(
  parts: readonly Part[],
  asOf: string | null,
  others: ReadonlyMap<number, Part> = NONE,
): Combination {
  const all = () => parts.map((part, index) => others.get(index) ?? part)
  const unmet = new Set<string>()
  let code = ''
  for (const part of all()) {
    for (const id of part.unmet) unmet.add(id)
    code = part.code ?? code
  }
  return {
    asOf,
    code,
    unmet,
    // Of many criteria there are more combinations than their records would fit into memory.
    get witness() {
      return all().flatMap((part) => part.witness)
    },
  }
}

const NONE: ReadonlyMap<number, Part> = new Map()

/**
 * Combinations in which every group has as few unmet criteria as possible, but for one or two groups, which take each of their parts.
 * Groups that choose the table take each of theirs.
 */
function* pairsAmong(parts: readonly (readonly Part[])[], asOf: string | null): Generator<Combination> {
  const sound = parts.map((part) => {
    const least = Math.min(...part.map(({ unmet }) => unmet.length))
    return isChoosing(part) ? part : part.filter(({ unmet }) => unmet.length === least).slice(0, 1)
  })
  for (const chosen of choicesOf(sound, MOST_COMBINATIONS)) {
    const others = parts.flatMap((part, group) =>
      isChoosing(part)
        ? []
        : part.flatMap((each) => (each === chosen[group] ? [] : [[group, each] as const])),
    )
    yield combined(chosen, asOf)
    for (const [index, one] of others.entries()) {
      yield combined(chosen, asOf, new Map([one]))
      for (const two of others.slice(index + 1))
        if (two[0] !== one[0]) yield combined(chosen, asOf, new Map([one, two]))
    }
  }
}

const isChoosing = (part: readonly Part[]) => part.some(({ code }) => code !== null)

interface Group {
  /** What a candidate record sets. */
  readonly facts: Set<string>
  /** All that its criteria can read. Many criteria read member facts, but few set them, so those do not count. */
  readonly reads: Set<string>
  readonly criteria: Set<string>
}

/** The groups of criteria that share facts; the selector's fact is in a group too. */
function groupsOf(pack: Pack): Group[] {
  const { by } = pack.decisions
  let groups: Group[] =
    by === null ? [] : [{ facts: new Set([by]), reads: new Set([by]), criteria: new Set() }]
  for (const criterion of pack.criteria) {
    if (criterion.advisory) continue
    const expressions = expressionsOfCriterion(criterion)
    const facts = factsToSet(pack, expressions)
    const others = [...factsReadBy(pack, expressions)].filter((name) => !name.startsWith('members'))
    const reads = [...facts, ...others]
    const shared = groups.filter((group) => reads.some((name) => group.reads.has(name)))
    const merged: Group = {
      facts: new Set([...shared.flatMap((group) => [...group.facts]), ...facts]),
      reads: new Set([...shared.flatMap((group) => [...group.reads]), ...reads]),
      criteria: new Set([...shared.flatMap((group) => [...group.criteria]), criterion.id]),
    }
    groups = [...groups.filter((group) => !shared.includes(group)), merged]
  }
  return groups
}

function partsOf(pack: Pack, asOf: string | null, group: Group): { found: Part[]; tried: number } {
  const variables = variablesFor(pack, group.facts, asOf)
  const criteria = pack.criteria.filter((each) => group.criteria.has(each.id))
  const { by } = pack.decisions
  const blank = blankRecord(pack)
  const parts = new Map<string, Part>()
  let tried = 0
  for (const witness of choicesOf(
    variables.map(({ values }) => values),
    MOST_RECORDS,
  )) {
    tried += 1
    const evaluation = createEvaluation(pack, assign(blank, witness), asOf)
    const verdicts = criteria.map(
      (criterion) => [criterion.id, verdictOf(judge(evaluation, criterion))] as const,
    )
    if (verdicts.some(([, verdict]) => verdict === 'unknown')) continue
    const unmet = verdicts.flatMap(([id, verdict]) => (verdict === 'unmet' ? [id] : []))
    const chosen = witness.find((each) => each.fact === by)
    const code = chosen !== undefined && 'value' in chosen ? String(chosen.value) : null
    const key = JSON.stringify([code, unmet])
    if (!parts.has(key)) parts.set(key, { code, unmet, witness })
  }
  return { found: [...parts.values()], tried }
}
