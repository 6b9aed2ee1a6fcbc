import type { Decimal } from '../../base/decimal.js'
import type { TextPlace } from '../../base/diagnostic.js'
import { asOfDate } from '../../engine/assess.js'
import type { Evaluation } from '../../engine/evaluation.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Pack } from '../../lang/pack.js'
import type { TestCase } from '../cases/test-case.js'
import type { CandidateRecord } from './candidates.js'
import { type OfferedCase, offerCase } from './case.js'
import { type Aim, aimsOf } from './items.js'

/** One thing that some case should show. */
export interface CoverageItem {
  /** `criteria.income.unmet`, `decisions.none.0`, `parameters.poverty_line.2020-01-01`. */
  readonly id: string
  readonly what: string
  /** The line of the pack. */
  readonly place: TextPlace
  readonly hit: boolean
  /** A case that shows it, to paste under `cases:`; only if no case does. */
  readonly hole?: { readonly witness: string }
}

export interface Coverage {
  /** In pack order, without what no candidate record can show. */
  readonly items: readonly CoverageItem[]
  /** Ids of what no candidate record can show. */
  readonly unreachable: readonly string[]
  /** To one place, rounded down; 100 only if nothing is missing. */
  readonly percent: number
}

/** What the cases of a pack show, and a case to paste for each thing that none shows. */
export function coverageOf(pack: Pack, cases: readonly TestCase[]): Coverage {
  const evaluations = cases.map(evaluationOfCase)
  const items: CoverageItem[] = []
  const unreachable: string[] = []
  for (const aim of aimsOf(pack)) {
    const { id, what, place } = aim
    if (evaluations.some((evaluation) => aim.isShownBy(evaluation))) {
      items.push({ id, what, place, hit: true })
      continue
    }
    const offered = holeOf(pack, aim)
    if (offered === null) unreachable.push(id)
    else items.push({ id, what, place, hit: false, hole: { witness: offered.text } })
  }
  return { items, unreachable, percent: percentOf(items.filter(({ hit }) => hit).length, items.length) }
}

/** A share in percent to one place, rounded down. A share of nothing is 100. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10

function evaluationOfCase({ pack, record, asOf }: TestCase): Evaluation {
  return createEvaluation(pack, record, asOfDate(pack, record, asOf).asOf)
}

/** A candidate record that shows what is missing, also after it was written as a case and read back; `null` if none does. */
function holeOf(pack: Pack, aim: Aim): OfferedCase | null {
  for (const candidate of nearestFirst(pack, aim)) {
    const offered = offerCase(pack, aim.what, candidate, aim.criteria)
    if (offered !== null && aim.isShownBy(evaluationOfCase(offered.case))) return offered
  }
  return null
}

/** After this many candidates the search for one nearer to the threshold ends. */
const MOST_LOOKED_AT = 1_000

/** Candidates that show the aim: first the one nearest to the threshold on the first date, then all in order. */
function* nearestFirst(pack: Pack, aim: Aim): Generator<CandidateRecord> {
  const shown = function* () {
    for (const candidate of aim.candidates()) {
      const evaluation = createEvaluation(pack, candidate.record, candidate.asOf)
      if (aim.isShownBy(evaluation)) yield { candidate, distance: aim.distance(evaluation) }
    }
  }
  let nearest: { candidate: CandidateRecord; distance: Decimal | null } | null = null
  let looked = 0
  for (const each of shown()) {
    nearest ??= each
    looked += 1
    if (nearest.distance === null || each.candidate.asOf !== nearest.candidate.asOf) break
    if (each.distance?.lt(nearest.distance)) nearest = each
    if (looked >= MOST_LOOKED_AT) break
  }
  if (nearest === null) return
  yield nearest.candidate
  for (const { candidate } of shown()) yield candidate
}
