import { tablesAgree } from '../../engine/decide.js'
import type { Expression } from '../../lang/expression/expression.js'
import type { Criterion, Derived, Pack } from '../../lang/pack.js'
import { expressionsOf, expressionsOfCriterion, factsReadBy } from '../../lang/reads.js'
import { dayBeside } from '../coverage/dates.js'
import { takingChecks } from '../prove/checks-as-criteria.js'
import { criteriaBehind, dependsOn } from '../prove/comparisons.js'
import { everOpen, verdictsEver } from '../prove/ever.js'
import type { Mutant } from './mutant.js'
import { hasSameValue } from './notices.js'
import { areSameSources, isSameExpression, type Pair } from './same-expression.js'

/**
 * True if it is proved that no record gets another decision, verdict, need or reason under a mutant than under its pack. False says
 * nothing: there may be such a record, or none.
 */
export function isEquivalent(pack: Pack, mutant: Mutant): boolean {
  const { touched } = mutant
  switch (touched.kind) {
    case 'table':
      return isTableSame(pack, mutant.pack, touched.code)
    case 'criterion':
      return isCriterionSame(pack, mutant.pack, touched.id)
    case 'derived':
      return isDerivedSame(pack, mutant.pack, touched.through.derived)
    case 'parameter':
      return isParameterSame(pack, mutant.pack, touched.name)
    case 'check':
      return isCheckSame(pack, mutant.pack, touched.id)
  }
}

const pairOf = (pack: Pack, changed: Pack, reads: Pair['reads']): Pair => ({
  before: everOpen(pack),
  after: everOpen(changed),
  reads,
})

const isTableSame = (pack: Pack, changed: Pack, code: string): boolean =>
  tablesAgree(
    pack.decisions.tables.get(code) ?? [],
    changed.decisions.tables.get(code) ?? [],
    verdictsEver(pack),
  )

function isCriterionSame(pack: Pack, changed: Pack, id: string): boolean {
  const [before, after] = [pack, changed].map(({ criteria }) => criteria.find((each) => each.id === id))
  if (before === undefined || after === undefined || before.since !== after.since) return false
  return isSameCriterion(
    pairOf(pack, changed, () => false),
    before,
    after,
  )
}

const isSameCriterion = (pair: Pair, before: Criterion, after: Criterion): boolean =>
  isSameExpression(pair, before.met, after.met) &&
  (before.appliesIf === null ||
    after.appliesIf === null ||
    isSameExpression(pair, before.appliesIf, after.appliesIf))

function isDerivedSame(pack: Pack, changed: Pack, name: string): boolean {
  if (!canMatter(pack, 'derived', name)) return true
  const [before, after] = [pack.derived.get(name), changed.derived.get(name)]
  if (before === undefined || after === undefined || bearsOnSize(pack, 'derived', name)) return false
  const pair = pairOf(pack, changed, (e) => dependsOn(pack, e, 'derived', name))
  // What a source reads can decide which source is asked for.
  return (
    readsOfSources(pack, before) === readsOfSources(changed, after) && areSameSources(pair, before, after)
  )
}

const readsOfSources = (pack: Pack, { sources }: Derived): string =>
  JSON.stringify(sources.map((source) => [...factsReadBy(pack, expressionsOf(source))].sort()))

function isParameterSame(pack: Pack, changed: Pack, name: string): boolean {
  if (!canMatter(pack, 'parameter', name)) return true
  const end = endOfDifference(pack, changed, name)
  if (end === 'no day') return true
  if (bearsOnSize(pack, 'parameter', name)) return false
  const reads = (e: Expression) => dependsOn(pack, e, 'parameter', name)
  const pair = pairOf(pack, changed, reads)
  const isLater = ({ since }: Criterion) => since !== null && end !== null && since >= end
  return (
    takingChecks(pack).every(({ when }) => isSameExpression(pair, when, when)) &&
    pack.criteria.every((each) => isLater(each) || isSameCriterion(pair, each, each))
  )
}

/** The first day after all on which a parameter has another value in one pack than in the other; `null` if there is none. */
function endOfDifference(pack: Pack, changed: Pack, name: string): string | null | 'no day' {
  const values = [pack, changed].flatMap((each) => each.parameters.get(name)?.values ?? [])
  const days = values.flatMap(({ from, to }) => [from, ...(to === null ? [] : [dayBeside(to, 1)])])
  const sorted = [...new Set(days)].flatMap((day) => (day === null ? [] : [day])).sort()
  const last = sorted.findLastIndex((day) => !hasSameValue(pack, changed, name, day))
  return last < 0 ? 'no day' : (sorted[last + 1] ?? null)
}

function isCheckSame(pack: Pack, changed: Pack, id: string): boolean {
  const [before, after] = [pack, changed].map(({ checks }) => checks.find((each) => each.id === id))
  if (before === undefined || after === undefined) return false
  const read = new Set([...readByVerdicts(pack), pack.decisions.by, pack.record.date, pack.record.size])
  // The number of rows meets the size, whatever is read of the members themselves.
  const areMembersRead =
    pack.record.size !== null || [...read].some((each) => each?.startsWith('members') === true)
  const isRead = (name: string) => read.has(name) || (name === 'members' && areMembersRead)
  const isDropped = (name: string) => !after.gap.includes(name)
  if (before.gap.some((name) => isDropped(name) && isRead(name))) return false
  return isSameExpression(
    pairOf(pack, changed, () => false),
    before.when,
    after.when,
  )
}

const readByVerdicts = (pack: Pack): Set<string> =>
  factsReadBy(pack, [...pack.criteria.flatMap(expressionsOfCriterion), ...expressionsOfSize(pack)])

const expressionsOfSize = ({ record, derived }: Pack): Expression[] =>
  (derived.get(record.size ?? '')?.sources ?? []).flatMap(expressionsOf)

/** True if the number of members, which every roster goes by, can depend on a derived value or a parameter. */
const bearsOnSize = (pack: Pack, kind: 'derived' | 'parameter', name: string): boolean =>
  (kind === 'derived' && name === pack.record.size) ||
  expressionsOfSize(pack).some((e) => dependsOn(pack, e, kind, name))

/** False if no verdict can depend on a derived value or a parameter, directly or by a check that takes facts away. */
const canMatter = (pack: Pack, kind: 'derived' | 'parameter', name: string): boolean =>
  bearsOnSize(pack, kind, name) ||
  criteriaBehind(pack, kind, name).length > 0 ||
  takingChecks(pack).some(({ when }) => dependsOn(pack, when, kind, name))
