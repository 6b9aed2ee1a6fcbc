import fc from 'fast-check'
import { decimal } from '../../../src/base/decimal.js'
import type { Expression } from '../../../src/lang/expression/expression.js'
import { numberExpression, someExpression, yesNoExpression } from './expressions.js'
import {
  type Bounds,
  type CheckSketch,
  type CriterionSketch,
  DATES,
  OUTCOMES,
  type PackSketch,
  type ParameterSketch,
  type SourceSketch,
  type TableSketch,
} from './sketch.js'
import { DERIVED_NUMBERS, NUMBERS } from './vocabulary.js'

const small = fc.integer({ min: -4, max: 12 }).map((n) => n / 2)
const whole = fc.integer({ min: 0, max: 4 })

const bounds = (min: fc.Arbitrary<number | null>, span: fc.Arbitrary<number | null>) =>
  fc
    .tuple(min, span)
    .map(([low, width]): Bounds => ({ min: low, max: width === null ? null : (low ?? 0) + width }))

const sometimes = <T>(arbitrary: fc.Arbitrary<T>, one: number): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: one })

/** Mostly from 0 without an end, sometimes from anywhere, sometimes with an end. */
const moneyBounds = bounds(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(-2, 1) },
  ),
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(3, 8) }),
)
const ratioBounds = bounds(fc.constantFrom(0, 0, 0, null), fc.constantFrom(1, 1, null))
const personBounds = bounds(fc.constant(0), fc.constantFrom(null, null, 5))

const parameter = (value: fc.Arbitrary<number>): fc.Arbitrary<ParameterSketch> =>
  fc
    .record({
      dates: fc.subarray([...DATES], { minLength: 1 }),
      values: fc.tuple(value, value, value, value),
      ends: fc.tuple(...DATES.map(() => fc.nat(5))),
      bounded: fc.constantFrom('neither', 'neither', 'min', 'both'),
    })
    .map(({ dates, values, ends, bounded }) => {
      const dated = dates.map((from, index) => ({
        from,
        // Sometimes a value ends before the next begins, or on its own first day.
        to: ends[index] === 5 ? from : ends[index] === 4 ? `${Number(from.slice(0, 4)) + 1}-06-30` : null,
        value: values[index] ?? 0,
      }))
      const all = dated.map((each) => each.value)
      return {
        values: dated,
        min: bounded === 'neither' ? null : Math.min(0, ...all),
        max: bounded === 'both' ? Math.max(...all) + 1 : null,
      }
    })

const parameters: fc.Arbitrary<PackSketch['parameters']> = fc.record({
  line: parameter(small),
  few: parameter(whole),
  rate: parameter(fc.constantFrom(0, 0.5, 1, 2)),
  adult: parameter(fc.constantFrom(1, 2, 16, 18)),
  per_head: parameter(fc.constantFrom(-1, 0, 1, 2, 2.5)),
})

/** The same number by other ways, some of them wrong: what a pack's author would list as sources. */
function numberSources(readable: number): fc.Arbitrary<readonly SourceSketch[]> {
  const parts = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .subarray([...NUMBERS.CNY.slice(0, 3), ...DERIVED_NUMBERS.slice(0, readable)], {
          minLength: 1,
          maxLength: 3,
        })
        .map(total),
    },
    { weight: 2, arbitrary: numberExpression('CNY', 2, readable) },
  )
  const within = fc.oneof(fc.constantFrom<Expression>(named('tolerance'), times('tolerance', 'rate'), zero))
  return fc
    .tuple(
      parts,
      fc.boolean(),
      sometimes(fc.constant('other'), 4),
      sometimes(numberExpression('CNY', 1, readable), 12),
      sometimes(fc.tuple(parts, within, fc.boolean()), 3),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([sum, isGiven, twice, wrong, rounded, turn]) => {
      const sources: SourceSketch[] = []
      if (isGiven) sources.push('given')
      if (rounded === null || !rounded[2]) sources.push(sum)
      if (twice !== null) sources.push(turned(sum))
      if (wrong !== null) sources.push(wrong)
      if (rounded !== null) sources.push({ of: rounded[2] ? rounded[0] : sum, within: rounded[1] })
      return rotate(sources, turn)
    })
}

function yesNoSources(numbers: number, yesNo: number): fc.Arbitrary<readonly SourceSketch[]> {
  const rosterForm = yesNoExpression(2, numbers, yesNo)
  const countForm = fc.constantFrom<Expression>(
    { kind: 'comparison', operator: '>=', left: named('heads'), right: named('few'), id: 0 },
    {
      kind: 'comparison',
      operator: '>=',
      left: named('heads'),
      right: { kind: 'count', of: { name: 'members', where: [named('fit')] }, id: 0 },
      id: 0,
    },
  )
  return fc
    .tuple(
      fc.boolean(),
      rosterForm,
      sometimes(countForm, 3),
      sometimes(yesNoExpression(0, numbers, yesNo), 10),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([isGiven, form, counted, other, turn]) => {
      const sources: SourceSketch[] = [form]
      if (counted !== null) sources.push(counted)
      if (other !== null) sources.push(other)
      if (isGiven) sources.push('given')
      return rotate(sources, turn)
    })
}

const rotate = <T>(list: readonly T[], by: number): readonly T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]

const named = (name: string): Expression => ({ kind: 'name', name, id: 0 })
const zero: Expression = { kind: 'number', value: decimal(0), id: 0 }
const times = (a: string, b: string): Expression => ({
  kind: 'arithmetic',
  operator: '*',
  left: named(a),
  right: named(b),
  id: 0,
})

/** `wages + gifts - costs` */
const total = (names: readonly string[]): Expression =>
  names.map(named).reduce((left, right) => ({
    kind: 'arithmetic',
    operator: right.kind === 'name' && right.name === 'costs' ? '-' : '+',
    left,
    right,
    id: 0,
  }))

/** The expression with the operands of a sum exchanged, or 0 added. */
const turned = (e: Expression): Expression =>
  e.kind === 'arithmetic' && e.operator !== '-'
    ? { ...e, left: e.right, right: e.left }
    : { kind: 'arithmetic', operator: '+', left: zero, right: e, id: 0 }

const MEMBERS: Expression = { kind: 'count', of: { name: 'members', where: [] }, id: 0 }

const sizeSources: fc.Arbitrary<PackSketch['size']> = fc.constantFrom<PackSketch['size']>(
  null,
  ['given', MEMBERS],
  ['given', MEMBERS],
  [MEMBERS, 'given'],
  ['given', MEMBERS, named('heads')],
  ['given', named('heads')],
  [MEMBERS],
)

function criterion(index: number): fc.Arbitrary<CriterionSketch> {
  return fc.record({
    id: fc.constant(`k${index}`),
    met: fc.oneof(
      { weight: 1, arbitrary: yesNoExpression(1) },
      { weight: 3, arbitrary: yesNoExpression(2) },
      { weight: 2, arbitrary: yesNoExpression(3) },
    ),
    appliesIf: sometimes(yesNoExpression(1), 3),
    since: sometimes(fc.constantFrom(...DATES), 5),
    advisory: index === 0 ? fc.constant(false) : fc.nat(7).map((n) => n === 7),
  })
}

function table(ids: readonly string[]): fc.Arbitrary<TableSketch> {
  const row = fc.record({
    when: fc.constantFrom('any unmet' as const, 'all met' as const),
    criteria: fc.shuffledSubarray([...ids], { minLength: 1 }),
    outcome: fc.constantFrom(...OUTCOMES),
  })
  return fc
    .record({ rows: fc.array(row, { minLength: 1, maxLength: 4 }), otherwise: fc.constantFrom(...OUTCOMES) })
    .filter(({ rows, otherwise }) => rows.some((each) => each.outcome !== otherwise))
}

const criteria = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const all = fc.tuple(...Array.from({ length: count }, (_, index) => criterion(index)))
  return all.chain((drawnCriteria) => {
    const ids = drawnCriteria.filter((each) => !each.advisory).map((each) => each.id)
    return fc.record({
      criteria: fc.constant(drawnCriteria),
      tables: fc.tuple(table(ids), table(ids), table(ids)),
    })
  })
})

const derivedNumber = (readable: number) =>
  fc
    .tuple(
      numberSources(readable),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant({ min: null, max: null }) },
        { weight: 1, arbitrary: moneyBounds },
      ),
    )
    .map(([sources, range]) => ({ ...range, sources }))
const derivedYesNo = (numbers: number, yesNo: number) =>
  yesNoSources(numbers, yesNo).map((sources) => ({ min: null, max: null, sources }))

const check = (index: number): fc.Arbitrary<CheckSketch> =>
  fc.record({
    id: fc.constant(`c${index}`),
    when: fc.oneof(
      { weight: 3, arbitrary: yesNoExpression(1) },
      { weight: 1, arbitrary: yesNoExpression(2) },
      { weight: 2, arbitrary: someExpression(1) },
    ),
    picks: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
  })

const checks: fc.Arbitrary<readonly CheckSketch[]> = fc
  .constantFrom(0, 1, 2, 3, 4)
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => check(index))))

/** Random packs; most of them load. */
export const packSketch: fc.Arbitrary<PackSketch> = fc
  .record({
    asOf: fc.constantFrom('2020-12-31', '2020-12-31', '2017-03-01', '2013-12-31', null),
    hasDate: fc.nat(3).map((n) => n > 0),
    hasSize: fc.nat(4).map((n) => n > 0),
    size: sizeSources,
    parameters,
    numbers: fc.record({
      wages: moneyBounds,
      gifts: moneyBounds,
      costs: moneyBounds,
      heads: personBounds,
      share: ratioBounds,
    }),
    memberNumbers: fc.record({
      pay: moneyBounds,
      part: ratioBounds,
      age: bounds(fc.constantFrom(0, 0, null), fc.constantFrom(null, 20, 120)),
      years: bounds(fc.constantFrom(0, null), fc.constant(null)),
    }),
    since: fc.record({ age: fc.nat(4).map((n) => n > 0), years: fc.boolean() }),
    derived: fc.record({
      net: derivedNumber(0),
      gross: derivedNumber(1),
      well: derivedYesNo(2, 0),
      sound: derivedYesNo(2, 1),
    }),
    criteria,
    checks,
    selector: fc.boolean(),
    output: fc.oneof(numberExpression('CNY', 1), fc.constantFrom(named('net'), named('wages'))),
  })
  .map(({ criteria: { criteria: all, tables }, ...rest }) => ({ ...rest, criteria: all, tables }))
