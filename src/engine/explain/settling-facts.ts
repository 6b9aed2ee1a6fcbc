import { type Decimal, decimal, ONE, placesOf, roundToStep } from '../../base/decimal.js'
import { contains } from '../../base/range.js'
import type { FactDeclaration, Pack } from '../../lang/pack.js'
import type { Known } from '../../lang/record.js'
import { assessRecord } from '../assess.js'
import type { Assessment } from '../assessment.js'
import { declarationOf, numbersLeft, withAnswer } from '../possible-answers.js'
import { turningValues } from './turning-points.js'

/** One missing fact, and the decision that each answer to it leads to. All else stays as it is. */
export interface SettlingFact {
  readonly fact: string
  /**
   * `when` is an answer (`yes`, `B`), a turning point (`transfer_income ≥ 300.00`) or `else`. Empty if answers cannot be listed, as for a
   * roster.
   */
  readonly answers: readonly { readonly when: string; readonly leadsTo: string }[]
}

/** The settling facts of an assessment: one for every fact in `needs`, in their order. */
export function settlingFactsOf(pack: Pack, assessment: Assessment): SettlingFact[] {
  return assessment.needs.map((fact) => {
    const declaration = declarationOf(pack, fact)
    const decide = (value: Known) => decisionWith(pack, assessment, fact, value)
    if (declaration === null || declaration.type === 'text' || declaration.type === 'date')
      return { fact, answers: [] }
    if (declaration.type === 'yes_no')
      return {
        fact,
        answers: [true, false].map((value) => ({ when: value ? 'yes' : 'no', leadsTo: decide(value) })),
      }
    if (declaration.type === 'code')
      return { fact, answers: declaration.codes.map(({ code }) => ({ when: code, leadsTo: decide(code) })) }
    return {
      fact,
      answers: numberAnswers(
        fact,
        { ...declaration, range: numbersLeft(assessment.record, fact, declaration) },
        turningValues(pack, assessment.record, assessment.asOf, fact),
        decide,
      ),
    }
  })
}

function decisionWith(pack: Pack, assessment: Assessment, fact: string, value: Known): string {
  const option = assessment.asOfFrom === 'option' ? assessment.asOf : null
  return assessRecord(pack, withAnswer(assessment.record, fact, value), { asOf: option }).decision
}

interface Stretch {
  readonly from: Decimal
  to: Decimal
  readonly leadsTo: string
}

function numberAnswers(
  fact: string,
  declaration: FactDeclaration,
  turning: readonly Decimal[],
  decide: (value: Known) => string,
): SettlingFact['answers'] {
  const stretches = stretchesOf(declaration, turning, decide)
  const places = placesOf(declaration.step)
  const text = (value: Decimal) => value.toFixed(places)
  const last = stretches.length - 1
  if (last === 0) return [{ when: 'any number', leadsTo: stretches[0]?.leadsTo ?? '' }]
  if (last === 1) {
    const [below, above] = stretches
    return [
      { when: `${fact} ≥ ${text(above?.from ?? ONE)}`, leadsTo: above?.leadsTo ?? '' },
      { when: 'else', leadsTo: below?.leadsTo ?? '' },
    ]
  }
  return stretches.map(({ from, to, leadsTo }, index) => {
    if (index === 0) return { when: `${fact} ≤ ${text(to)}`, leadsTo }
    if (index === last) return { when: `${fact} ≥ ${text(from)}`, leadsTo }
    return {
      when: from.eq(to) ? `${fact} = ${text(from)}` : `${fact} from ${text(from)} to ${text(to)}`,
      leadsTo,
    }
  })
}

const FAR = decimal('1000000000000')

/** Stretches of values that lead to one decision, ascending. Each border is found to the step by halving. */
function stretchesOf(
  declaration: FactDeclaration,
  turning: readonly Decimal[],
  decide: (value: Known) => string,
): Stretch[] {
  const { range, step } = declaration
  const ends = [range.lo ?? FAR.times(decimal(-1)), range.hi ?? FAR]
    .map((end) => roundToStep(end, step))
    .filter((end) => contains(range, end))
  const probes = [...ends, ...turning].sort((a, b) => a.cmp(b))
  const stretches: Stretch[] = []
  for (const value of probes) {
    const leadsTo = decide(value)
    const before = stretches[stretches.length - 1]
    if (before === undefined) stretches.push({ from: value, to: value, leadsTo })
    else if (before.leadsTo === leadsTo) before.to = value
    else {
      const border = borderBetween(before.to, value, step, (middle) => decide(middle) === before.leadsTo)
      before.to = border
      stretches.push({ from: border.plus(step), to: value, leadsTo })
    }
  }
  return stretches
}

/** The last value for which the test holds, in whole steps from `low`. The test holds at `low` and not at `high`. */
function borderBetween(
  low: Decimal,
  high: Decimal,
  step: Decimal,
  holds: (value: Decimal) => boolean,
): Decimal {
  let [from, to] = [low, high]
  while (to.minus(from).gt(step)) {
    const middle = from.plus(roundToStep(to.minus(from).times(decimal('0.5')), step))
    if (middle.lte(from) || middle.gte(to)) break
    if (holds(middle)) from = middle
    else to = middle
  }
  return from
}
