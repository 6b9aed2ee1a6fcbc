import { digits, ZERO } from '../base/decimal.js'
import { describeRange, type Range } from '../base/range.js'
import { say } from '../base/say/say.js'
import type { Value } from '../base/value.js'
import {
  checkMessage,
  criterionReason,
  criterionTitle,
  factLabel,
  parameterTitle,
  unitName,
} from '../lang/labels.js'
import type { Check, Criterion, Pack } from '../lang/pack.js'
import type { Reason, Verdict } from './assessment.js'
import type { TakenAway } from './evaluation.js'

/** A value for a sentence: `3`, `3 or more`, `yes`, `open`, `B or C`. */
export function valueInWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return describeRange(value.range)
    case 'truth':
      return say(value.truth === 'open' ? 'value.open' : value.truth ? 'value.yes' : 'value.no')
    case 'code':
      return value.codes.join(say('list.or', { first: '', last: '' }))
  }
}

/** A range that a record says: `from 55 to 63`, `55 or more`. */
export const rangeInWords = ({ lo, hi }: Range): string =>
  lo === null || hi === null
    ? describeRange({ lo, hi })
    : say('range.from', { least: digits(lo), most: digits(hi) })

/** One sentence for a person: the criterion, its verdict, and the values that decided it. */
export function findingSentence(
  pack: Pack,
  criterion: Criterion,
  verdict: Verdict,
  because: readonly Reason[],
  gaps: readonly string[],
  takenAway: TakenAway,
): string {
  const title = criterionTitle(pack, criterion)
  const reasons = because.map(reasonInWords).join(say('remarks.item'))
  switch (verdict) {
    case 'met':
      return say('finding.met', { criterion: title, because: reasons })
    case 'unmet':
      return say('finding.unmet', {
        criterion: title,
        reason: criterionReason(pack, criterion),
        because: reasons,
      })
    case 'not_applicable':
      return say('finding.not_applicable', { criterion: title, because: reasons })
    case 'unknown':
      return say('finding.unknown', {
        criterion: title,
        gaps: gaps.map((gap) => gapInWords(pack, gap, takenAway)).join(say('names.item')),
      })
  }
}

/** `net_income >= income_line: 11700 against 12000 CNY/year (300 below)` */
export function reasonInWords(reason: Reason): string {
  const { observed, threshold, margin, unit, gap } = reason
  const expression = expressionInWords(reason.expression)
  if (threshold === null) return say('reason.seen', { expression, value: inUnit(observed, unit) })
  const isRange = gap === 'range' && observed.kind === 'number'
  const value = isRange ? rangeInWords(observed.range) : valueInWords(observed)
  const sides = { expression, value, threshold: inUnit(threshold, unit) }
  if (margin === null) return say('reason.against', sides)
  if (margin.eq(ZERO)) return say('reason.at', sides)
  return margin.gt(ZERO)
    ? say('reason.above', { ...sides, margin: digits(margin) })
    : say('reason.below', { ...sides, margin: digits(margin.abs()) })
}

/** What the day before which a criterion does not apply appears as among the comparisons. */
const expressionInWords = (expression: string): string =>
  expression.replace(/^since (\d{4}-\d\d-\d\d)$/, (_, day: string) => say('tree.since', { day }))

/** Words among the units, which may have a plural; others are signs (`CNY/year`). */
const COUNTED = [
  ...['person', 'household', 'village', 'year', 'month', 'day', 'hour', 'minute'],
  ...['metre', 'kilometre', 'litre', 'point'],
] as const

/** A value with its unit where it is a number: `3 persons`, `1 minute`, `300 CNY/year`. */
export function inUnit(value: Value, unit: string | null): string {
  const words = valueInWords(value)
  return unit === null || value.kind !== 'number' ? words : countedIn(unit, words)
}

/** Words of a number with its unit; the plural goes by the words themselves. */
export function countedIn(unit: string, words: string): string {
  const counted = COUNTED.find((each) => each === unit)
  return counted === undefined
    ? say('in.unit', { value: words, unit: unitName(unit) })
    : say(`in.${counted}`, { value: words })
}

/** `check one-head: there is not one head`, for all checks that took a fact away. */
export const checksInWords = (pack: Pack, checks: readonly Check[]): string =>
  checks
    .map((check) => say('reason.check', { check: check.id, words: checkMessage(pack, check) }))
    .join(say('remarks.item'))

/** A gap by its label, with the checks that made it. */
function gapInWords(pack: Pack, gap: string, takenAway: TakenAway): string {
  const checks = takenAway.get(gap)
  const fact = gapByName(pack, gap)
  return checks === undefined ? fact : say('finding.gap', { fact, checks: checksInWords(pack, checks) })
}

/** The label of a gap, else its title or name: `transfer income`, `members[2].in_school`. */
function gapByName(pack: Pack, gap: string): string {
  const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? []
  const fact =
    member === undefined
      ? (pack.facts.get(gap) ?? pack.derived.get(gap)?.declaration)
      : pack.memberFacts?.get(member)
  const label = fact === undefined ? undefined : factLabel(fact)
  if (label === undefined) return parameterTitle(pack, gap) ?? gap
  const words = label.toLowerCase()
  return row === undefined ? words : say('finding.of-member', { fact: words, row })
}
