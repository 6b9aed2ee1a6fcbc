import type { VerdictSet } from '../engine/assessment.js'
import type { Criterion } from '../lang/pack.js'
import { truthIn } from './expressions.js'
import { chosenGaps, type GapSet, noGaps, oneGap, unionOf } from './gap-sets.js'
import { type GapScope, gapSetOf } from './gaps.js'
import type { Scope } from './scope.js'
import { asSet, constantTruth, isConstant, type TruthCode } from './truths.js'
import { isLiteral } from './writer.js'

/** The verdicts still possible, as bits. */
const MET = 1
const UNMET = 2
const NOT_APPLICABLE = 4

/** The bits of one criterion, and the number of criteria in one word. */
const BITS = 3
const CRITERIA_IN_ONE_WORD = 10

/** The number of words for the verdicts of all criteria. */
export const verdictWords = (criteria: number): number =>
  Math.max(1, Math.ceil(criteria / CRITERIA_IN_ONE_WORD))

/** The verdicts that a criterion can still take, read from the words of all. */
export function verdictSet(words: Int32Array, criterion: number): VerdictSet {
  const bits =
    (words[Math.floor(criterion / CRITERIA_IN_ONE_WORD)] ?? 0) >> ((criterion % CRITERIA_IN_ONE_WORD) * BITS)
  return {
    met: (bits & MET) !== 0,
    unmet: (bits & UNMET) !== 0,
    notApplicable: (bits & NOT_APPLICABLE) !== 0,
  }
}

/** Code for the words of all criteria. */
export function verdictCodes(scope: Scope): readonly string[] {
  const { criteria } = scope.pack
  return Array.from({ length: verdictWords(criteria.length) }, (_, word) => {
    const from = word * CRITERIA_IN_ONE_WORD
    const parts = criteria
      .slice(from, from + CRITERIA_IN_ONE_WORD)
      .map((criterion, index) => shifted(bitsOf(scope, criterion), index * BITS))
    return parts.length === 0 ? '0' : parts.join(' | ')
  })
}

const shifted = (code: string, by: number) =>
  isLiteral(code) ? String(Number(code) << by) : by === 0 ? code : `(${code} << ${by})`

const appliesIn = (scope: Scope, { appliesIf }: Criterion): TruthCode =>
  appliesIf === null ? constantTruth(true) : truthIn(scope, appliesIf)

function bitsOf(scope: Scope, criterion: Criterion): string {
  const { w, period } = scope
  if (period.tooEarly.has(criterion.id)) return String(NOT_APPLICABLE)
  const applies = appliesIn(scope, criterion)
  const met = metBits(scope, truthIn(scope, criterion.met))
  const never = criterion.since !== null && period.isDateless ? NOT_APPLICABLE : 0
  const whenApplies = never === 0 ? met : w.keep(`${met} | ${never}`)
  if (isConstant(applies, true)) return whenApplies
  if (isConstant(applies, false)) return String(NOT_APPLICABLE)
  if (applies.isKnown) return w.keep(`(${applies.code} ? ${whenApplies} : ${NOT_APPLICABLE})`)
  return w.keep(`(${applies.code} & 2 ? ${whenApplies} : 0) | (${applies.code} & 1 ? ${NOT_APPLICABLE} : 0)`)
}

/** A yes as `met`, a no as `unmet`: the two bits of a yes/no in the other order. */
function metBits({ w }: Scope, met: TruthCode): string {
  if (met.isKnown) return w.keep(`(${met.code} ? ${MET} : ${UNMET})`)
  const set = asSet(w, met)
  return set === '3' ? set : w.keep(`(${set} >> 1) | ((${set} & 1) << 1)`)
}

/** What keeps a criterion open. */
export function gapSetOfCriterion(scope: GapScope, criterion: Criterion): GapSet {
  const { w, names, period } = scope
  const none = noGaps(names)
  if (period.tooEarly.has(criterion.id)) return none
  const date = criterion.since !== null && period.isDateless ? oneGap(names, names.date) : none
  const applies = appliesIn(scope, criterion)
  const ofMet = gapSetOf(scope, criterion.met)
  const whenApplies = applies.isKnown
    ? chosenGaps(w, applies.code, ofMet, none)
    : chosenGaps(w, `${applies.code} === 1`, none, ofMet)
  const ofApplies = criterion.appliesIf === null ? none : gapSetOf(scope, criterion.appliesIf)
  return unionOf(w, date, unionOf(w, ofApplies, whenApplies))
}
