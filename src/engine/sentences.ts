import { digits, ONE, ZERO } from '../base/decimal.js'
import { describeRange, pointOf } from '../base/range.js'
import type { Value } from '../base/value.js'
import type { Check, Criterion, Pack } from '../lang/pack.js'
import type { Reason, Verdict } from './assessment.js'
import type { TakenAway } from './evaluation.js'

/** A value for a sentence: `3`, `3 or more`, `yes`, `open`, `B or C`. */
export function valueInWords(value: Value): string {
  switch (value.kind) {
    case 'number':
      return describeRange(value.range)
    case 'truth':
      return value.truth === 'open' ? 'open' : value.truth ? 'yes' : 'no'
    case 'code':
      return value.codes.join(' or ')
  }
}

/** One sentence for a person: the criterion, its verdict, and the values that decided it. */
export function findingSentence(
  pack: Pack,
  criterion: Criterion,
  verdict: Verdict,
  because: readonly Reason[],
  gaps: readonly string[],
  takenAway: TakenAway,
): string {
  switch (verdict) {
    case 'met':
      return `${criterion.title}: met. ${because.map(reasonInWords).join('; ')}`
    case 'unmet':
      return `${criterion.title}: unmet, ${criterion.reason}. ${because.map(reasonInWords).join('; ')}`
    case 'not_applicable':
      return `${criterion.title}: does not apply. ${because.map(reasonInWords).join('; ')}`
    case 'unknown':
      return `${criterion.title}: unknown, because of ${gaps.map((gap) => gapInWords(pack, gap, takenAway)).join(', ')}`
  }
}

/** `net_income >= income_line: 11700 against 12000 CNY/year (300 below)` */
export function reasonInWords(reason: Reason): string {
  const { expression, observed, threshold, margin, unit } = reason
  if (threshold === null) return `${expression}: ${valueInWords(observed)}${unitInWords(observed, unit)}`
  const apart =
    margin === null
      ? ''
      : margin.eq(ZERO)
        ? ' (exactly at it)'
        : margin.gt(ZERO)
          ? ` (${digits(margin)} above)`
          : ` (${digits(margin.abs())} below)`
  return `${expression}: ${valueInWords(observed)} against ${valueInWords(threshold)}${unitInWords(threshold, unit)}${apart}`
}

/** Words among the units, which have a plural; others are signs (`CNY/year`). */
const COUNTED = new Set([
  ...['person', 'household', 'village', 'year', 'month', 'day', 'hour', 'minute'],
  ...['metre', 'kilometre', 'litre', 'point'],
])

/** The unit behind a number: ` persons`, ` minute` behind 1. */
function unitInWords(value: Value, unit: string | null): string {
  if (unit === null || value.kind !== 'number') return ''
  const one = pointOf(value.range)?.eq(ONE) ?? false
  return ` ${unit}${COUNTED.has(unit) && !one ? 's' : ''}`
}

/** `check one-head: there is not one head`, for all checks that took a fact away. */
export const checksInWords = (checks: readonly Check[]): string =>
  checks.map(({ id, message }) => `check ${id}: ${message}`).join('; ')

/** A gap by its label, with the checks that made it. */
function gapInWords(pack: Pack, gap: string, takenAway: TakenAway): string {
  const checks = takenAway.get(gap)
  const name = gapByName(pack, gap)
  return checks === undefined ? name : `${name} (${checksInWords(checks)})`
}

/** The label of a gap, else its title or name: `transfer income`, `members[2].in_school`. */
function gapByName(pack: Pack, gap: string): string {
  const [, row, member] = /^members\[(\d+)\]\.(.+)$/.exec(gap) ?? []
  const fact =
    member === undefined
      ? (pack.facts.get(gap) ?? pack.derived.get(gap)?.declaration)
      : pack.memberFacts?.get(member)
  const label = fact?.labels.en
  if (label === undefined) return pack.parameters.get(gap)?.title ?? gap
  return row === undefined ? label.toLowerCase() : `${label.toLowerCase()} of member ${row}`
}
