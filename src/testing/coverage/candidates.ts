import type { Expression } from '../../lang/expression/expression.js'
import type { Criterion, DerivedSource, Pack } from '../../lang/pack.js'
import { expressionsOf, expressionsOfCriterion, readsOf } from '../../lang/reads.js'
import type { CaseRecord, Fact, Known, Member } from '../../lang/record.js'
import { blankRecord, variablesFor } from '../prove/candidates.js'
import { takingChecks } from '../prove/checks-as-criteria.js'
import { choicesOf } from '../prove/choices.js'
import { type Combination, combinationsOf } from '../prove/combinations.js'
import { dependsOn, type Through } from '../prove/comparisons.js'
import { OPEN_FACT, rostersFor } from './rosters.js'

/** What a candidate record says of one fact, or of the roster; `null` leaves it blank. */
export type Choice =
  | { readonly fact: string; readonly value: Known | null }
  | { readonly fact: 'members'; readonly rows: readonly Member[] | null }

/** A record to try, on a date. */
export interface CandidateRecord {
  readonly asOf: string | null
  readonly chosen: readonly Choice[]
  readonly record: CaseRecord
}

/** The criterion to look at, and the source of a derived value through which it must get its verdict. */
export interface Way {
  readonly criterion: Criterion
  readonly through: Through | null
}

const BLANK: Fact = { kind: 'gap', reason: 'blank' }

export function candidateOf(pack: Pack, asOf: string | null, chosen: readonly Choice[]): CandidateRecord {
  const blank = blankRecord(pack)
  const facts = new Map(blank.facts)
  let { members } = blank
  for (const each of chosen) {
    if (!('rows' in each))
      facts.set(each.fact, each.value === null ? BLANK : { kind: 'known', value: each.value })
    else if (each.rows !== null) members = { kind: 'rows', rows: each.rows }
  }
  return { asOf, chosen, record: { ...blank, facts, members } }
}

/** A record of a case as a candidate; what a case cannot say, such as an answer that was refused, is blank. */
export function candidateOfRecord(record: CaseRecord, asOf: string | null): CandidateRecord {
  const chosen = [...record.facts].flatMap(([fact, said]): Choice[] => {
    if (said.kind === 'known') return said.assumed ? [] : [{ fact, value: said.value }]
    return said.reason === 'absent' ? [] : [{ fact, value: null }]
  })
  const { members } = record
  if (members?.kind === 'rows') chosen.push({ fact: 'members', rows: members.rows })
  else if (members !== null && members.reason !== 'absent') chosen.push({ fact: 'members', rows: null })
  return { asOf, chosen, record }
}

/** Beyond this many candidates on one date, every n-th is tried. */
const MOST = 1_000

/**
 * Candidate records for a criterion on dates: thresholds with their neighbours, codes, yes and no, and gaps. They set only the facts along
 * the way. On each date those without a gap come first.
 */
export function* candidatesFor(
  pack: Pack,
  way: Way,
  dates: readonly (string | null)[],
): Generator<CandidateRecord> {
  const facts = factsAlong(pack, way)
  for (const asOf of dates) {
    const choices = [...facts].map((fact) => choicesFor(pack, way, fact, facts, asOf))
    for (const isOpen of [false, true]) {
      for (const chosen of choicesOf(choices, MOST)) {
        const hasGap = chosen.some((each) => ('rows' in each ? isOpenRoster(each.rows) : each.value === null))
        if (hasGap === isOpen) yield candidateOf(pack, asOf, chosen)
      }
    }
  }
}

const isOpenRoster = (rows: readonly Member[] | null) =>
  rows === null || rows.some((row) => [...row.facts.values()].some((fact) => fact === OPEN_FACT))

/** The facts to set for a way: those of the source that it leads through, else those of the easiest source. */
function factsAlong(pack: Pack, { criterion, through }: Way): Set<string> {
  const facts = new Set<string>()
  const visited = new Set<string>()
  const follow = (expressions: readonly Expression[]): void => {
    for (const read of expressions.flatMap((each) => readsOf(pack, each))) {
      if (read === 'members') facts.add('members')
      else if (read.kind === 'fact') facts.add(read.name)
      else if (read.kind === 'derived' && !visited.has(read.name)) {
        visited.add(read.name)
        const way = wayOfDerived(pack, read.name, through)
        if (way === 'given') facts.add(read.name)
        else follow(way)
      }
    }
  }
  follow(expressionsOfCriterion(criterion))
  return facts
}

function wayOfDerived(pack: Pack, name: string, through: Through | null): readonly Expression[] | 'given' {
  const sources = pack.derived.get(name)?.sources ?? []
  const forced =
    through?.derived === name
      ? sources[through.source]
      : sources.find((source) =>
          expressionsOf(source).some(
            (e) => through !== null && dependsOn(pack, e, 'derived', through.derived),
          ),
        )
  if (forced !== undefined) return expressionsOf(forced)
  if (sources.some(({ kind }) => kind === 'given')) return 'given'
  // If the way leads over the roster, all that the roster can tell is read from it. Else the sources would contradict each other.
  const isOverRoster = through !== null && goesOverRoster(pack, sourceOf(pack, through))
  const easy = sources.find((source) => goesOverRoster(pack, source) === isOverRoster) ?? sources[0]
  return easy === undefined ? [] : expressionsOf(easy)
}

const sourceOf = (pack: Pack, { derived, source }: Through): DerivedSource | undefined =>
  pack.derived.get(derived)?.sources[source]

const goesOverRoster = (pack: Pack, source: DerivedSource | undefined): boolean =>
  source !== undefined && expressionsOf(source).some((e) => readsOf(pack, e).includes('members'))

const choicesKept = new WeakMap<Pack, Map<string, readonly Choice[]>>()

function choicesFor(
  pack: Pack,
  way: Way,
  fact: string,
  facts: ReadonlySet<string>,
  asOf: string | null,
): readonly Choice[] {
  if (fact === 'members')
    return keptChoices(pack, ['members', way.criterion.id, way.through, asOf], () =>
      rosterChoices(pack, way, asOf),
    )
  const others = [...facts].filter((name) => name !== 'members').sort()
  const known = keptChoices(pack, [others, asOf], () => knownChoices(pack, others, asOf))
  return [...known.filter((each) => each.fact === fact), { fact, value: null }]
}

function keptChoices(pack: Pack, key: readonly unknown[], work: () => Choice[]): readonly Choice[] {
  const kept = choicesKept.get(pack) ?? new Map<string, readonly Choice[]>()
  choicesKept.set(pack, kept)
  const text = JSON.stringify(key)
  const choices = kept.get(text) ?? work()
  kept.set(text, choices)
  return choices
}

const knownChoices = (pack: Pack, facts: readonly string[], asOf: string | null): Choice[] =>
  variablesFor(pack, facts, asOf).flatMap((variable) =>
    variable.values.flatMap((each): Choice[] => ('rows' in each ? [] : [each])),
  )

const rosterChoices = (pack: Pack, way: Way, asOf: string | null): Choice[] =>
  rostersFor(pack, memberFactsRead(pack, way), asOf).map((rows) => ({ fact: 'members', rows }))

function memberFactsRead(pack: Pack, { criterion, through }: Way): Set<string> {
  const names = new Set<string>()
  const visited = new Set<string>()
  const follow = (expressions: readonly Expression[]): void => {
    for (const read of expressions.flatMap((each) => readsOf(pack, each))) {
      if (read === 'members') continue
      if (read.kind === 'member') names.add(read.name)
      if (read.kind !== 'derived' || visited.has(read.name)) continue
      visited.add(read.name)
      const way = wayOfDerived(pack, read.name, through)
      if (way !== 'given') follow(way)
    }
  }
  follow(expressionsOfCriterion(criterion))
  // A check that can take one of these away must be made to fire, and not to fire.
  for (const { when, gap } of takingChecks(pack))
    if (gap.some((name) => name.startsWith('members.') && names.has(name.slice('members.'.length))))
      follow([when])
  return names
}

const combinationsKept = new WeakMap<Pack, readonly Combination[]>()

/** The combinations of verdicts of a pack, worked out once. */
export function combinationsIn(pack: Pack): readonly Combination[] {
  const kept = combinationsKept.get(pack) ?? combinationsOf(pack).combinations
  combinationsKept.set(pack, kept)
  return kept
}
