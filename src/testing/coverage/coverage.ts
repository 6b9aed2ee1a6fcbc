import type { Decimal } from '../../base/decimal.js'
import type { TextPlace } from '../../base/diagnostic.js'
import { asOfDate } from '../../engine/assess.js'
import type { Evaluation } from '../../engine/evaluation.js'
import { createEvaluation } from '../../engine/taken-away.js'
import type { Pack } from '../../lang/pack.js'
import type { TestCase } from '../cases/test-case.js'
import type { CandidateRecord } from './candidates.js'
import { namesOnce, type OfferedCase, offerCase } from './case.js'
import { type Aim, aimsOf } from './items.js'
import { evaluationAround, recordsAround } from './records-around.js'

/** One thing that some case should show. */
export interface CoverageItem {
  /** `criteria.income.unmet`, `decisions.none.0`, `parameters.poverty_line.2020-01-01`. */
  readonly id: string
  readonly what: string
  /** The line of the pack. */
  readonly place: TextPlace
  readonly hit: boolean
  /** Only if no case shows it: one that does, to paste under `cases:`, or `null` if none was found. */
  readonly hole?: { readonly witness: string | null }
}

export interface Coverage {
  /** In pack order, without what no record can show. */
  readonly items: readonly CoverageItem[]
  /** Ids of what no record can show, by proof. */
  readonly unreachable: readonly string[]
  /** To one place, rounded down; 100 only if nothing is missing. */
  readonly percent: number
}

/** What the cases of a pack show, and a case to paste for each thing that none shows. */
export function coverageOf(pack: Pack, cases: readonly TestCase[]): Coverage {
  const evaluations = cases.map(evaluationOfCase)
  const items: CoverageItem[] = []
  const unreachable: string[] = []
  const nameOnce = namesOnce()
  for (const aim of aimsOf(pack)) {
    const { id, what, place } = aim
    if (evaluations.some((evaluation) => aim.isShownBy(evaluation))) {
      items.push({ id, what, place, hit: true })
      continue
    }
    if (aim.isPossible())
      items.push({
        id,
        what,
        place,
        hit: false,
        hole: { witness: holeOf(pack, aim, nameOnce(what))?.text ?? null },
      })
    else unreachable.push(id)
  }
  return { items, unreachable, percent: percentOf(items.filter(({ hit }) => hit).length, items.length) }
}

/** A share in percent to one place, rounded down. A share of nothing is 100. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.floor((part * 1000) / whole) / 10

function evaluationOfCase({ pack, record, asOf }: TestCase): Evaluation {
  return createEvaluation(pack, record, asOfDate(pack, record, asOf).asOf)
}

/** A record that shows what is missing, also after it was written as a case and read back; `null` if none was found. */
function holeOf(pack: Pack, aim: Aim, name: string): OfferedCase | null {
  for (const candidate of candidatesOf(pack, aim)) {
    const offered = offerCase(pack, name, candidate, aim.criteria)
    if (offered !== null && aim.isShownBy(evaluationOfCase(offered.case))) return offered
  }
  return null
}

/** Candidates of the aim, then records around all that the pack asks for. */
function* candidatesOf(pack: Pack, aim: Aim): Generator<CandidateRecord> {
  yield* nearestFirst(pack, aim)
  for (const candidate of recordsAround(pack, pack.asOf))
    if (aim.isShownBy(evaluationAround(pack, candidate))) yield candidate
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
