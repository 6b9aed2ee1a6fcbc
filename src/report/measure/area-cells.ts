import { digits } from '../../base/decimal.js'
import type { Json } from '../../base/tree/json-text.js'
import type { Fact } from '../../lang/record.js'
import { knownText } from '../../lang/record.js'
import type { JudgedArea } from '../../programme/measure/areas.js'
import type { MeasureContext } from './report.js'

type Facts = Pick<MeasureContext, 'areaFacts'>

/** The columns of areas: the facts of the packs that judge them, so that the file can be judged by these packs as it is, and what came of it. */
export const areaColumns = ({ areaFacts }: Facts): string[] => [
  ...areaFacts,
  'by',
  'group',
  'decision',
  'possible',
  'to_pass',
  'to_fail',
]

/** One row an area. */
export function areaCells(
  { areaFacts }: Facts,
  { by, group, assessment, toPass, toFail }: JudgedArea,
): string[] {
  const { record, decision, possible } = assessment
  return [
    ...areaFacts.map((name) => factText(record.facts.get(name))),
    by,
    group,
    decision,
    possible.join('|'),
    count(toPass),
    count(toFail),
  ]
}

const count = (number: number | null): string => (number === null ? '' : String(number))

/** A value as a cell says it; a range as `55..63`. */
function factText(fact: Fact | undefined): string {
  if (fact === undefined) return ''
  if (fact.kind === 'known') return knownText(fact.value)
  if (fact.range === undefined) return ''
  const { lo, hi } = fact.range
  return `${lo === null ? '' : digits(lo)}..${hi === null ? '' : digits(hi)}`
}

/** An area with its facts; a range has both ends. */
export const areaJson = ({
  by,
  group,
  hasPopulation,
  assessment,
  toPass,
  toFail,
}: JudgedArea): {
  [name: string]: Json
} => ({
  by,
  group,
  facts: Object.fromEntries([...assessment.record.facts].map(([name, fact]) => [name, factJson(fact)])),
  decision: assessment.decision,
  possible: [...assessment.possible],
  needs: [...assessment.needs],
  to_pass: toPass,
  to_fail: toFail,
  ...(hasPopulation ? {} : { note: 'no_population' }),
})

function factJson(fact: Fact): Json {
  if (fact.kind === 'known') return fact.value
  return fact.range === undefined ? null : { min: fact.range.lo, max: fact.range.hi }
}
