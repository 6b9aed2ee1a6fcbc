import type { Decimal } from '../../base/decimal.js'
import { type TextPlace, textPlace } from '../../base/diagnostic.js'
import type { Span } from '../../base/source.js'
import { canBe } from '../../base/truth.js'
import type { Verdict } from '../../engine/assessment.js'
import { reachableRows } from '../../engine/decide.js'
import { type Evaluation, valueInForce } from '../../engine/evaluation.js'
import { factValue, truthOf } from '../../engine/interpret.js'
import { judge, verdictOf } from '../../engine/judge.js'
import type { Check, Criterion, Pack, TableRow } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { asCriterion, criteriaReading, takingChecks } from '../prove/checks-as-criteria.js'
import {
  criteriaBehind,
  distanceOf,
  type ParameterTest,
  parameterTestsOf,
  SIDES,
  type Side,
  sidesOf,
} from '../prove/comparisons.js'
import { everKnown, verdictsEver } from '../prove/ever.js'
import { type CandidateRecord, candidateOf, candidatesFor, combinationsIn, type Way } from './candidates.js'
import { datesOfCriterion } from './dates.js'
import { canBeOnSide, canTakeVerdict } from './possible.js'

/** Something that a suite should show: the test if a record shows it, and records that may. */
export interface Aim {
  readonly id: string
  /** In words: `income is unmet`. */
  readonly what: string
  readonly place: TextPlace
  isShownBy(evaluation: Evaluation): boolean
  /** The distance of a record that shows it from the threshold; `null` if there is none. */
  distance(evaluation: Evaluation): Decimal | null
  candidates(): Iterable<CandidateRecord>
  /** The criteria whose verdicts a case for it expects. */
  readonly criteria: readonly string[]
  /** False if it is proved that no record can show it. */
  isPossible(): boolean
}

/** All that a suite should show of a pack, in pack order: verdicts, rows, sides of comparisons, values in force, facts taken away. */
export const aimsOf = (pack: Pack): Aim[] => [
  ...pack.criteria.flatMap((criterion) => verdictAims(pack, criterion)),
  ...[...pack.decisions.tables].flatMap(([code, rows]) =>
    rows.map((_, row) => rowAim(pack, code, rows, row)),
  ),
  ...parameterTestsOf(pack).flatMap((test, index) => SIDES.map((side) => sideAim(pack, test, side, index))),
  ...valueAims(pack),
  ...takingChecks(pack).flatMap((check) => check.gap.map((name) => gapAim(pack, check, name))),
]

function verdictAims(pack: Pack, criterion: Criterion): Aim[] {
  const { id, appliesIf, since } = criterion
  const verdicts: Verdict[] = ['met', 'unmet', 'unknown']
  if (appliesIf !== null || since !== null) verdicts.push('not_applicable')
  return verdicts.map((verdict) => ({
    id: `criteria.${id}.${verdict}`,
    what: `${id} is ${verdict.replace('_', ' ')}`,
    place: declarationPlace(pack, `criteria.${id}`),
    isShownBy: (evaluation) => verdictOf(judge(evaluation, criterion)) === verdict,
    distance: () => null,
    candidates: () => candidatesFor(pack, { criterion, through: null }, datesOfCriterion(pack, criterion)),
    criteria: [id],
    isPossible: () => canTakeVerdict(pack, criterion, verdict),
  }))
}

function rowAim(pack: Pack, code: string, rows: readonly TableRow[], row: number): Aim {
  const table = code === '' ? 'table' : code
  const then = rows[row]?.then ?? ''
  const ofTable = code === '' ? '' : ` for ${code}`
  return {
    id: `decisions.${table}.${row}`,
    what: `row ${row + 1}${ofTable} fires and gives ${then}`,
    place: declarationPlace(pack, `decisions.${table}.${row}`),
    isShownBy: (evaluation) => codeOf(evaluation) === code && rowOf(evaluation, rows) === row,
    distance: () => null,
    *candidates() {
      for (const each of combinationsIn(pack))
        if (each.code === code) yield candidateOf(pack, each.asOf, each.witness)
    },
    criteria: [],
    isPossible: () => reachableRows(rows, verdictsEver(pack)).includes(row),
  }
}

/** The code of the selector, `null` if it is open. */
function codeOf(evaluation: Evaluation): string | null {
  const { by } = evaluation.pack.decisions
  if (by === null) return ''
  const value = factValue(evaluation, by)
  return value.kind === 'code' && value.codes.length === 1 ? (value.codes[0] ?? null) : null
}

/** The row that fires for every answer to come; `null` if that depends on an answer. */
function rowOf(evaluation: Evaluation, rows: readonly TableRow[]): number | null {
  const sets = new Map(evaluation.pack.criteria.map((each) => [each.id, judge(evaluation, each)]))
  for (const [index, { when }] of rows.entries()) {
    if (when.kind === 'otherwise') return index
    const verdicts = when.criteria.flatMap((id) => sets.get(id) ?? [])
    const isUnmet = verdicts.some((set) => verdictOf(set) === 'unmet')
    const noneIsUnmet = verdicts.every((set) => !set.unmet)
    if (when.kind === 'any-unmet' ? isUnmet : noneIsUnmet) return index
    if (when.kind === 'any-unmet' ? !noneIsUnmet : !isUnmet) return null
  }
  return null
}

function sideAim(pack: Pack, test: ParameterTest, side: Side, index: number): Aim {
  const { node, root, end, observed, threshold } = test
  const { criterion, through } = root
  const ways: Way[] =
    through === null
      ? criterion === null
        ? []
        : [{ criterion, through }]
      : criteriaBehind(pack, 'derived', through.derived).map((each) => ({ criterion: each, through }))
  const of = end === null ? '' : ` (${end} end)`
  return {
    id: `${criterion === null ? `derived.${through?.derived}` : `criteria.${criterion.id}`}.${index}.${side}`,
    what: `${printExpression(observed)} is ${side}${side === 'open' ? ' beside' : ''} ${printExpression(threshold)}${of} in ${criterion?.id ?? through?.derived}`,
    place: spanPlace(pack, pack.tables.spans.get(node.id)),
    isShownBy: (evaluation) =>
      (criterion === null || verdictOf(judge(evaluation, criterion)) !== 'not_applicable') &&
      sidesOf(evaluation, test).has(side),
    distance: (evaluation) => (side === 'open' ? null : distanceOf(evaluation, test)),
    *candidates() {
      for (const way of ways) yield* candidatesFor(pack, way, datesOfCriterion(pack, way.criterion))
    },
    criteria: ways.map((way) => way.criterion.id).slice(0, 1),
    isPossible: () => canBeOnSide(pack, test, side),
  }
}

function valueAims(pack: Pack): Aim[] {
  return [...pack.parameters.values()].flatMap((parameter) => {
    const [criterion] = criteriaBehind(pack, 'parameter', parameter.name)
    return parameter.values.map((value): Aim => {
      const { from } = value
      return {
        id: `parameters.${parameter.name}.${from}`,
        what: `${parameter.name} of ${from} is in force`,
        place: valuePlace(pack, parameter.name, from),
        isShownBy: (evaluation) => evaluation.parameter(parameter.name).inForce === value,
        distance: () => null,
        *candidates() {
          if (criterion === undefined) {
            const [column] = pack.facts.keys()
            if (column !== undefined) yield candidateOf(pack, from, [{ fact: column, value: null }])
          } else yield* candidatesFor(pack, { criterion, through: null }, [from])
        },
        criteria: criterion === undefined ? [] : [criterion.id],
        // A value is in force on its first day unless it ends before.
        isPossible: () => valueInForce(parameter, from) === value,
      }
    })
  })
}

function gapAim(pack: Pack, check: Check, name: string): Aim {
  const { id } = check
  const criterion = asCriterion(check)
  return {
    id: `checks.${id}.${name}`,
    what: `check ${id} takes ${name} away`,
    place: declarationPlace(pack, `checks.${id}`),
    isShownBy: ({ takenAway }) =>
      [...takenAway].some(
        ([path, checks]) =>
          path.replace(/^members\[\d+\]/, 'members') === name && checks.some((each) => each.id === id),
      ),
    distance: () => null,
    candidates: () => candidatesFor(pack, { criterion, through: null }, datesOfCriterion(pack, criterion)),
    criteria: criteriaReading(pack, check),
    isPossible: () => canBe(truthOf(everKnown(pack), check.when), true),
  }
}

export const spanPlace = (pack: Pack, span: Span | undefined): TextPlace =>
  textPlace(pack.tables.source, span ?? { start: 0, end: 1 })

export const declarationPlace = (pack: Pack, path: string): TextPlace =>
  spanPlace(pack, pack.tables.places.get(path))

/** The place of a dated value: its date, after the place of its parameter. */
export const valuePlace = (pack: Pack, name: string, from: string): TextPlace =>
  placeOfText(pack, `parameters.${name}`, from)

/** The first place of a text after the place of a declaration. */
export function placeOfText(pack: Pack, path: string, text: string): TextPlace {
  const { source, places } = pack.tables
  const start = places.get(path)?.start ?? 0
  const found = source.text.indexOf(text, start)
  return spanPlace(pack, found < 0 ? places.get(path) : { start: found, end: found + text.length })
}
