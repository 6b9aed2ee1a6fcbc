import { ZERO } from '../base/decimal.js'
import { pointOf } from '../base/range.js'
import { isClosed } from '../base/value.js'
import { childrenOf } from '../lang/expression/children.js'
import type { Expression, RosterForm } from '../lang/expression/expression.js'
import type { Derived, FactDeclaration } from '../lang/pack.js'
import { type Fact, isSaid } from '../lang/record.js'
import {
  type BoundMember,
  type Evaluation,
  isMember,
  isSizeInConflict,
  UNKNOWN_MEMBER,
} from './evaluation.js'
import { knownCells } from './facts-behind.js'
import {
  type Bindings,
  deriveValue,
  evaluate,
  isIn,
  rangeOf,
  rowsBound,
  sizeWithoutRoster,
  truthOf,
} from './interpret.js'
import { memberValue, yearsOf } from './member.js'
import { compareRanks } from './pack-order.js'

/** Something that keeps a value open. */
export interface Gap {
  /** `wage_income`, `members`, `members[2].in_school`, `poverty_line`. */
  readonly name: string
  /** True if no answer settles it: a conflict, a parameter without a value, a figure that is only rounded. */
  readonly blocked: boolean
  /** True if the file has the column or roster for the answer. */
  readonly present: boolean
}

export type Gaps = ReadonlyMap<string, Gap>

const NONE: Gaps = new Map()

const single = (name: string, blocked: boolean, present: boolean): Gaps =>
  new Map([[name, { name, blocked, present }]])

export const unionOfGaps = (sets: Iterable<Gaps>): Gaps => {
  const union = new Map<string, Gap>()
  for (const set of sets) for (const [name, gap] of set) union.set(name, gap)
  return union
}

/** The gaps that keep an expression open; none if it is closed. It closes if those that are not blocked are answered and the others are settled. */
export function gapsOf(evaluation: Evaluation, e: Expression, bound: Bindings = []): Gaps {
  if (isClosed(evaluate(evaluation, e, bound))) return NONE
  switch (e.kind) {
    case 'name':
    case 'member':
      return gapsOfName(evaluation, e, bound)
    case 'if':
      return gapsOfChoice(evaluation, e, bound)
    case 'count':
    case 'sum':
    case 'every':
    case 'some':
      return gapsOfRoster(evaluation, e, bound)
    default:
      return unionOfGaps(childrenOf(e).map((child) => gapsOf(evaluation, child, bound)))
  }
}

function gapsOfChoice(evaluation: Evaluation, e: Expression & { kind: 'if' }, bound: Bindings): Gaps {
  const condition = truthOf(evaluation, e.condition, bound)
  if (condition !== 'open') return gapsOf(evaluation, condition ? e.yes : e.no, bound)
  return unionOfGaps([e.condition, e.yes, e.no].map((part) => gapsOf(evaluation, part, bound)))
}

function gapsOfName(evaluation: Evaluation, e: Expression, bound: Bindings): Gaps {
  const reference = evaluation.pack.tables.references[e.id]
  switch (reference?.kind) {
    case 'fact':
      return gapsOfFact(evaluation, reference.name)
    case 'derived':
      return gapsOfDerived(evaluation, reference.name)
    case 'parameter':
      return single(reference.name, true, true)
    case 'member':
      return gapsOfMember(evaluation, bound[reference.depth] ?? UNKNOWN_MEMBER, reference.name)
    case undefined:
      return NONE
  }
}

/** The gap of a fact of the record; none if it is known. */
export function gapsOfFact(evaluation: Evaluation, name: string): Gaps {
  if (isSizeInConflict(evaluation, name)) return single(name, true, true)
  return gapOfCell(name, evaluation.record.facts.get(name))
}

const gapOfCell = (name: string, fact: Fact | undefined): Gaps =>
  fact?.kind === 'known'
    ? NONE
    : single(name, fact?.reason === 'conflicting', fact !== undefined && fact.reason !== 'absent')

function gapsOfMember(evaluation: Evaluation, member: BoundMember, name: string): Gaps {
  const declaration = evaluation.pack.memberFacts?.get(name)
  if (declaration === undefined || member.row === null) return NONE
  const path = `members[${member.number}]`
  if (memberValue(evaluation, member, name).conflicting) return single(`${path}.${name}`, true, true)
  const given = { gaps: gapOfCell(`${path}.${name}`, member.row.facts.get(name)), known: 0, isGiven: true }
  const since = declaration.completedYearsSince
  if (since === null) return given.gaps
  const date = member.row.facts.get(since)
  const years = {
    gaps: gapsOfYears(evaluation, member, declaration, `${path}.${since}`),
    known: date?.kind === 'known' ? 1 : 0,
    isGiven: false,
  }
  return bestSource(evaluation, [given, years])
}

function gapsOfYears(
  evaluation: Evaluation,
  member: BoundMember,
  declaration: FactDeclaration,
  path: string,
): Gaps {
  if (yearsOf(evaluation, member, declaration) !== null) return NONE
  const date = member.row?.facts.get(declaration.completedYearsSince ?? '')
  const gaps = gapOfCell(path, date)
  return evaluation.asOf === null ? unionOfGaps([gaps, gapOfDate(evaluation)]) : gaps
}

/** The gap that an unreadable record date leaves. */
export const gapOfDate = (evaluation: Evaluation): Gaps =>
  single(evaluation.pack.record.date ?? 'as_of', true, true)

/** The gaps of derived values that were found already: a value that is read twice would else double the work of each that builds on it. */
const derivedGaps = new WeakMap<Evaluation, Map<string, Gaps>>()

/** The gaps of the easiest source of a derived value; the value itself if its sources conflict or are all rounded. */
function gapsOfDerived(evaluation: Evaluation, name: string): Gaps {
  const derived = evaluation.pack.derived.get(name)
  if (derived === undefined) return NONE
  const found = derivedGaps.get(evaluation) ?? new Map<string, Gaps>()
  derivedGaps.set(evaluation, found)
  const known = found.get(name)
  if (known !== undefined) return known
  const candidates = deriveValue(evaluation, name).conflicting ? [] : candidateSources(evaluation, derived)
  const gaps = candidates.length === 0 ? single(name, true, true) : bestSource(evaluation, candidates)
  found.set(name, gaps)
  return gaps
}

interface Candidate {
  readonly gaps: Gaps
  /** How many known cells the source reads. */
  readonly known: number
  readonly isGiven: boolean
}

function candidateSources(evaluation: Evaluation, derived: Derived): Candidate[] {
  const candidates: Candidate[] = []
  for (const source of derived.sources) {
    if (source.kind === 'rounded') continue
    if (source.kind === 'given') {
      candidates.push({
        gaps: gapOfCell(derived.name, evaluation.record.facts.get(derived.name)),
        known: 0,
        isGiven: true,
      })
    } else {
      candidates.push({
        gaps: gapsOf(evaluation, source.expression),
        known: knownCells(evaluation.pack, evaluation.record, source),
        isGiven: false,
      })
    }
  }
  return candidates
}

/**
 * The gaps of the best source. The order: sources without blocked gaps, then those whose columns are all in the file, then those with the
 * fewest gaps, then those that a check took away, then those with the most known cells, then as listed, `given` last.
 */
function bestSource({ takenAway }: Evaluation, candidates: readonly Candidate[]): Gaps {
  const rank = ({ gaps, known, isGiven }: Candidate): number[] => {
    const all = [...gaps.values()]
    return [
      Number(all.some((gap) => gap.blocked)),
      Number(!all.every((gap) => gap.present)),
      all.length,
      Number(!all.some(({ name }) => takenAway.has(name))),
      -known,
      Number(isGiven),
    ]
  }
  const ranked = candidates.map((candidate) => ({ candidate, rank: rank(candidate) }))
  ranked.sort((a, b) => compareRanks(a.rank, b.rank))
  return ranked[0]?.candidate.gaps ?? NONE
}

/** Gaps of a roster expression: those of the rows that keep it open, those of the roster itself, and those of a missing row. */
function gapsOfRoster(evaluation: Evaluation, e: RosterForm, bound: Bindings): Gaps {
  const { roster, pack } = evaluation
  const ofMissing = () =>
    unionOfGaps(childrenOf(e).map((each) => gapsOf(evaluation, each, [...bound, UNKNOWN_MEMBER])))
  if (roster.kind === 'gap') {
    const own = single('members', roster.reason === 'conflicting', roster.reason !== 'absent')
    return unionOfGaps([own, ofMissing()])
  }
  const ofRows = rowsBound(evaluation, bound).map((inner) => gapsOfRow(evaluation, e, inner))
  if (roster.length === 'right') return unionOfGaps(ofRows)
  const size = single(pack.record.size ?? 'members', true, true)
  return unionOfGaps([...ofRows, size, roster.length === 'short' ? ofMissing() : NONE])
}

function gapsOfRow(evaluation: Evaluation, e: RosterForm, inner: Bindings): Gaps {
  const isInIt = isIn(evaluation, e.of, inner)
  const isOutOfIt = isInIt === false || (isInIt === 'open' && isSameWithout(evaluation, e, inner))
  if (isOutOfIt) return NONE
  const body = e.kind === 'count' ? [] : [e.kind === 'sum' ? e.each : e.satisfies]
  const open = isInIt === 'open' ? [...e.of.where, ...body] : body
  const ofPresence = isMember(evaluation, inner) === 'open' ? [gapOfLength(evaluation)] : []
  return unionOfGaps([...open.map((each) => gapsOf(evaluation, each, inner)), ...ofPresence])
}

/** What says how many of the rows are members in which nothing stands: the size, else the members themselves. */
function gapOfLength(evaluation: Evaluation): Gaps {
  const { size } = evaluation.pack.record
  const fact = evaluation.record.facts.get(size ?? '')
  if (size === null || fact === undefined) return single('members', false, true)
  const isBlocked = sizeWithoutRoster(evaluation)?.conflicting || isSizeInConflict(evaluation, size)
  if (isBlocked && isSaid(fact)) return single(size, true, true)
  return fact.kind === 'known' ? single('members', false, true) : gapOfCell(size, fact)
}

/** True if a row changes nothing even if it is in the roster: it satisfies `every`, fails `some`, or adds 0 to the sum. */
function isSameWithout(evaluation: Evaluation, e: RosterForm, inner: Bindings): boolean {
  switch (e.kind) {
    case 'count':
      return false
    case 'sum':
      return pointOf(rangeOf(evaluation, e.each, inner))?.eq(ZERO) ?? false
    case 'every':
      return truthOf(evaluation, e.satisfies, inner) === true
    case 'some':
      return truthOf(evaluation, e.satisfies, inner) === false
  }
}
