import { not, type Truth } from '../../base/truth.js'
import type { Index } from '../policy/programme.js'
import { bestRatio, type Option } from './best-ratio.js'
import { share } from './book-figures.js'
import type { Counts } from './cells.js'
import type { Counted, End, FigureRule } from './figure.js'
import type { Kind } from './kinds.js'

/** The least and the greatest of some scores. */
interface Ends {
  readonly least: number
  readonly most: number
}

/** What scores a kind can still have, in units of the index's denominator. */
interface Scores {
  /** With all that is open met, and with all unmet. */
  readonly all: Ends
  /** Of those of at least the cutoff; `null` where there is none. */
  readonly poor: Ends | null
  readonly mustBePoor: boolean
  /** The same for each criterion, where it is unmet and where it is not. */
  readonly withIt: readonly (Ends | null)[]
  readonly withoutIt: readonly (Ends | null)[]
}

/**
 * The dual-cutoff index (Alkire and Foster 2011): poor is whose weighted unmet criteria reach the cutoff. H is the share of the poor, A their mean
 * score, M0 = H × A; a criterion's censored headcount is the share of those poor in whom it is unmet, its contribution its part of M0.
 * Criteria that share a gap count as if each could turn by itself, so that bounds may be wider than what can happen.
 */
export function indexFigures(index: Index, counts: readonly Counts[]): FigureRule[] {
  const scoresOf = createScores(index)
  return [
    ...rulesOver(index, counts, scoresOf),
    ...rulesOver(
      index,
      counts.filter(({ kind }) => isComplete(kind)),
      scoresOf,
    ).map(onlyComplete),
  ]
}

function rulesOver(index: Index, counts: readonly Counts[], scoresOf: (kind: Kind) => Scores): FigureRule[] {
  return (['persons', 'households'] as const).flatMap((counted) => {
    const known = counted === 'persons' ? counts.filter(({ kind }) => kind.size === null) : counts
    return [
      share('h', counted, (kind) => isPoor(scoresOf(kind))),
      ratio('a', counted, known, (kind) => optionsOfA(scoresOf(kind)), index.denominator),
      adjusted(index, counted, scoresOf),
      ...[...index.weights.keys()].flatMap((id, place) => [
        share(`censored.${id}`, counted, (kind) => isCensored(scoresOf(kind), place)),
        ratio(`contribution.${id}`, counted, known, (kind) => optionsOfPart(index, scoresOf(kind), place), 1),
      ]),
    ]
  })
}

/** The same figure over the records in which nothing that the index needs is open. */
function onlyComplete(rule: FigureRule): FigureRule {
  const end = (own: End | null): End | null =>
    own && {
      ...own,
      above: (kind) => (isComplete(kind) ? own.above(kind) : 0),
      below: (kind) => (isComplete(kind) ? (own.below?.(kind) ?? 1) : 0),
    }
  return { ...rule, cases: 'complete', least: end(rule.least), most: end(rule.most) }
}

/** If nothing that the index needs is open. */
const isComplete = ({ size, unmet }: Kind): boolean => size === null && !unmet.includes('open')

function createScores({ weights, cutoff }: Index): (kind: Kind) => Scores {
  const known = new Map<string, Scores>()
  const list = [...weights.values()]
  return ({ unmet }) => {
    const key = unmet.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const scores = scoresOfPattern(unmet, list, cutoff)
    known.set(key, scores)
    return scores
  }
}

function scoresOfPattern(unmet: readonly Truth[], weights: readonly number[], cutoff: number): Scores {
  const reached = reachable(unmet, weights)
  const poor = endsFrom(reached, cutoff)
  const alone = (place: number, turned: Truth) =>
    unmet[place] === not(turned) ? null : endsFrom(reachable(unmet.with(place, turned), weights), cutoff)
  return {
    all: endsFrom(reached, 0) ?? { least: 0, most: 0 },
    poor,
    mustBePoor: poor !== null && reached.findIndex(Boolean) >= cutoff,
    withIt: unmet.map((_, place) => alone(place, true)),
    withoutIt: unmet.map((_, place) => alone(place, false)),
  }
}

/** For each score if some filling in of what is open has it. */
function reachable(unmet: readonly Truth[], weights: readonly number[]): boolean[] {
  let reached = [true]
  for (const [place, truth] of unmet.entries()) {
    if (truth === false) continue
    const weight = weights[place] ?? 0
    const next = Array.from({ length: reached.length + weight }, () => false)
    for (const [score, is] of reached.entries()) {
      if (!is) continue
      next[score + weight] = true
      if (truth === 'open') next[score] = true
    }
    reached = next
  }
  return reached
}

function endsFrom(reached: readonly boolean[], cutoff: number): Ends | null {
  const least = reached.indexOf(true, cutoff)
  return least < 0 ? null : { least, most: reached.lastIndexOf(true) }
}

const isPoor = ({ mustBePoor, poor }: Scores): Truth => (mustBePoor ? true : poor !== null ? 'open' : false)

/** M0 with all that is open met, and with all unmet. */
function adjusted(
  { cutoff, denominator }: Index,
  counted: Counted,
  scoresOf: (kind: Kind) => Scores,
): FigureRule {
  const end = (side: 'least' | 'most'): End => ({
    above: (kind) => {
      const score = scoresOf(kind).all[side]
      return score >= cutoff ? score : 0
    },
    below: () => 1,
    under: denominator,
    gaps: null,
  })
  return {
    name: 'm0',
    unit: 'ratio',
    counted,
    cases: 'all',
    least: end('least'),
    most: end('most'),
    open: [],
    optionsOf: null,
    spread: 'index',
  }
}

function isCensored({ mustBePoor, withIt, withoutIt }: Scores, place: number): Truth {
  if (withIt[place] == null) return false
  return mustBePoor && withoutIt[place] == null ? true : 'open'
}

/** The score of a poor household over 1; nothing where it need not be poor. */
const optionsOfA = ({ mustBePoor, poor }: Scores): readonly Option[] => [
  ...(poor === null ? [] : [poor.least, poor.most].map((above) => ({ above, below: 1 }))),
  ...(mustBePoor ? [] : [NOT_POOR]),
]

/** What one criterion adds to the score of a poor household, over that score. */
function optionsOfPart(
  { weights }: Index,
  { mustBePoor, withIt, withoutIt }: Scores,
  place: number,
): readonly Option[] {
  const weight = [...weights.values()][place] ?? 0
  const options = (ends: Ends | null | undefined, above: number) =>
    ends == null ? [] : [ends.least, ends.most].map((below) => ({ above, below }))
  return [
    ...options(withIt[place], weight),
    ...options(withoutIt[place], 0),
    ...(mustBePoor ? [] : [NOT_POOR]),
  ]
}

const NOT_POOR: Option = { above: 0, below: 0 }

/** A ratio whose ends are searched for over all that each kind can still be; both ends are `null` where nothing can stand below. */
function ratio(
  name: string,
  counted: Counted,
  counts: readonly Counts[],
  optionsOf: (kind: Kind) => readonly Option[],
  under: number,
): FigureRule {
  const weighted = counts.map((each) => ({
    kind: each.kind,
    times: each.kind.weight * BigInt(counted === 'households' ? each.households : each.persons),
    options: optionsOf(each.kind),
  }))
  const end = (side: 'least' | 'most'): End | null => {
    const chosen = bestRatio(weighted, side)
    if (chosen === null) return null
    const optionOf = (kind: Kind) => chosen.get(kind.id) ?? NOT_POOR
    return {
      above: (kind) => optionOf(kind).above,
      below: (kind) => optionOf(kind).below,
      under,
      gaps: null,
    }
  }
  return {
    name,
    unit: 'ratio',
    counted,
    cases: 'all',
    least: end('least'),
    most: end('most'),
    open: [],
    optionsOf,
    spread: 'index',
  }
}
