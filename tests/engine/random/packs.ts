import fc from 'fast-check'
import { decimal } from '../../../src/base/decimal.js'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import { loadPackText } from '../../../src/engine/load-pack.js'
import { childrenOf } from '../../../src/lang/dependencies.js'
import type { Expression } from '../../../src/lang/expression.js'
import type { Pack } from '../../../src/lang/pack.js'
import { printExpression } from '../../../src/lang/print.js'
import {
  CODES,
  DERIVED_NUMBERS,
  MEMBER_CODES,
  MEMBER_NUMBERS,
  MEMBER_YES_NO,
  NUMBERS,
  numberExpression,
  YES_NO,
  yesNoExpression,
} from './expressions.js'

/** One way to a derived value, before it is written down. */
export type SourceSketch = 'given' | Expression | { readonly of: Expression; readonly within: Expression }

export interface CriterionSketch {
  readonly id: string
  readonly met: Expression
  readonly appliesIf: Expression | null
  readonly since: string | null
  readonly advisory: boolean
}

export interface RowSketch {
  readonly when: 'any unmet' | 'all met'
  readonly criteria: readonly string[]
  readonly outcome: string
}

export interface TableSketch {
  readonly rows: readonly RowSketch[]
  readonly otherwise: string
}

interface Bounds {
  readonly min: number | null
  readonly max: number | null
}

interface ParameterSketch extends Bounds {
  readonly values: readonly { readonly from: string; readonly to: string | null; readonly value: number }[]
}

/** A pack before it is written down: expressions as trees, so that they can be turned around and cut. */
export interface PackSketch {
  readonly asOf: string | null
  readonly hasDate: boolean
  /** Whether `size` is the size of the roster; it is a fact, or derived from these sources. */
  readonly hasSize: boolean
  readonly size: readonly SourceSketch[] | null
  readonly parameters: { readonly [name: string]: ParameterSketch }
  readonly numbers: { readonly [name: string]: Bounds }
  readonly memberNumbers: { readonly [name: string]: Bounds }
  readonly since: { readonly age: boolean; readonly years: boolean }
  readonly derived: {
    readonly [name: string]: Bounds & { readonly sources: readonly SourceSketch[] }
  }
  readonly criteria: readonly CriterionSketch[]
  readonly selector: boolean
  readonly tables: readonly TableSketch[]
  readonly output: Expression
}

export const DATES = ['2014-01-01', '2016-02-29', '2018-07-01', '2020-01-01'] as const
const OUTCOMES = ['register', 'monitor', 'keep', 'pass'] as const
export const STATUS_CODES = ['none', 'listed', 'left'] as const

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

/** Random packs, most of which load. */
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
    selector: fc.boolean(),
    output: fc.oneof(numberExpression('CNY', 1), fc.constantFrom(named('net'), named('wages'))),
  })
  .map(({ criteria: { criteria: all, tables }, ...rest }) => ({ ...rest, criteria: all, tables }))

/** Names that an expression reads. */
function namesIn(e: Expression): string[] {
  const roster = e.kind === 'count' || e.kind === 'sum' || e.kind === 'every' || e.kind === 'some'
  const own = e.kind === 'name' || e.kind === 'member' ? [e.name] : roster ? ['members'] : []
  return [...own, ...childrenOf(e).flatMap(namesIn)]
}

const expressionsIn = (source: SourceSketch): Expression[] =>
  source === 'given'
    ? []
    : 'of' in source && 'within' in source
      ? [source.of, source.within]
      : [source as Expression]

const citation = { source: 's', evidence: 'verified' }

/** The pack file as data, without what nothing reads. */
export function packData(sketch: PackSketch): object {
  const derivedSources: { [name: string]: readonly SourceSketch[] } = Object.fromEntries(
    Object.entries(sketch.derived).map(([name, { sources }]) => [name, sources]),
  )
  if (sketch.size !== null) derivedSources.size = sketch.size
  const used = new Set<string>()
  const visit = (name: string) => {
    if (used.has(name)) return
    used.add(name)
    for (const source of derivedSources[name] ?? []) for (const each of expressionsIn(source)) read(each)
  }
  const read = (e: Expression) => namesIn(e).forEach(visit)
  for (const { met, appliesIf } of sketch.criteria) {
    read(met)
    if (appliesIf !== null) read(appliesIf)
  }
  read(sketch.output)
  visit('size')
  const isUsed = ([name]: readonly [string, unknown]) => used.has(name)
  const hasMembers = [...used].some((name) => name === 'members')
  return {
    language: 1,
    pack: 'random',
    title: 'Random',
    version: '1.0.0',
    ...(sketch.asOf === null ? {} : { as_of: sketch.asOf }),
    record: {
      name: 'household',
      id: 'household_id',
      ...(sketch.hasDate ? { date: 'survey_date' } : {}),
      ...(sketch.hasSize ? { size: 'size' } : {}),
    },
    sources: { s: { title: 'Source' } },
    pillars: { p: 'Pillar' },
    parameters: Object.fromEntries(
      Object.entries({ ...sketch.parameters, tolerance: TOLERANCE })
        .filter(isUsed)
        .map(([name, each]) => [name, parameterData(name, each)]),
    ),
    facts: {
      household: {
        household_id: { type: 'text' },
        survey_date: { type: 'date' },
        ...(sketch.selector
          ? { status: { type: 'code', codes: Object.fromEntries(STATUS_CODES.map((each) => [each, each])) } }
          : {}),
        ...Object.fromEntries(
          Object.entries(sketch.numbers)
            .filter(isUsed)
            .map(([name, range]) => [name, { type: typeOf(name), unit: unitOf(name), ...some(range) }]),
        ),
        ...(sketch.size === null ? { size: { type: 'count', unit: 'person', min: 1 } } : {}),
        ...Object.fromEntries(
          YES_NO.filter((name) => used.has(name)).map((name) => [name, { type: 'yes_no' }]),
        ),
        ...codesData(CODES, used),
      },
      ...(hasMembers ? { member: memberData(sketch, used) } : {}),
    },
    derived: {
      ...(sketch.size === null
        ? {}
        : { size: { type: 'count', unit: 'person', min: 1, sources: sketch.size.map(sourceData) } }),
      ...Object.fromEntries(
        Object.entries(sketch.derived)
          .filter(isUsed)
          .map(([name, { sources, ...range }]) => [
            name,
            {
              ...(isIn(DERIVED_NUMBERS, name) ? { unit: 'CNY', ...some(range) } : {}),
              sources: sources.map(sourceData),
            },
          ]),
      ),
    },
    criteria: sketch.criteria.map(({ id, met, appliesIf, since, advisory }) => ({
      id,
      pillar: 'p',
      title: id,
      reason: `not ${id}`,
      met: printExpression(met),
      ...(appliesIf === null ? {} : { applies_if: printExpression(appliesIf) }),
      ...(since === null ? {} : { since }),
      ...(advisory ? { advisory } : {}),
      ...citation,
    })),
    decisions: sketch.selector
      ? {
          by: 'status',
          ...Object.fromEntries(STATUS_CODES.map((each, index) => [each, tableData(sketch.tables[index])])),
        }
      : { table: tableData(sketch.tables[0]) },
    outputs: {
      a: { of: printExpression(sketch.output), per: 'size', step: 0.01 },
      b: { of: printExpression(sketch.output), step: 1 },
    },
  }
}

const TOLERANCE: ParameterSketch = {
  min: 0,
  max: null,
  values: [
    { from: '2014-01-01', to: null, value: 0.5 },
    { from: '2018-07-01', to: null, value: 1 },
  ],
}

const PARAMETER_UNITS: { readonly [name: string]: string } = {
  line: 'CNY',
  tolerance: 'CNY',
  few: 'person',
  rate: 'ratio',
  adult: 'year',
  per_head: 'CNY/person',
}

const isIn = (names: readonly string[], name: string) => names.includes(name)
const some = ({ min, max }: Bounds) => ({
  ...(min === null ? {} : { min }),
  ...(max === null ? {} : { max }),
})
const unitOf = (name: string) => (name === 'heads' ? 'person' : name === 'share' ? 'ratio' : 'CNY')
const typeOf = (name: string) => (name === 'heads' ? 'count' : name === 'share' ? 'number' : 'money')

const codesData = (declared: Readonly<Record<string, readonly string[]>>, used: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(declared)
      .filter(([name]) => used.has(name))
      .map(([name, codes]) => [
        name,
        { type: 'code', codes: Object.fromEntries(codes.map((each) => [each, each])) },
      ]),
  )

function memberData({ memberNumbers, since }: PackSketch, used: ReadonlySet<string>) {
  const units = Object.entries(MEMBER_NUMBERS).flatMap(([unit, names]) =>
    names.map((name) => [name, unit] as const),
  )
  return {
    birth_date: { type: 'date' },
    ...Object.fromEntries(
      units
        .filter(([name]) => used.has(name))
        .map(([name, unit]) => [
          name,
          {
            type: 'number',
            unit,
            ...some(memberNumbers[name] ?? { min: null, max: null }),
            ...((name === 'age' && since.age) || (name === 'years' && since.years)
              ? { completed_years_since: 'birth_date' }
              : {}),
          },
        ]),
    ),
    ...Object.fromEntries(
      MEMBER_YES_NO.filter((name) => used.has(name)).map((name) => [name, { type: 'yes_no' }]),
    ),
    ...codesData(MEMBER_CODES, used),
  }
}

const parameterData = (name: string, { values, ...range }: ParameterSketch) => ({
  title: name,
  unit: PARAMETER_UNITS[name],
  ...some(range),
  values: values.map(({ from, to, value }) => ({ from, ...(to === null ? {} : { to }), value, ...citation })),
})

const sourceData = (source: SourceSketch) =>
  source === 'given'
    ? 'given'
    : 'within' in source
      ? { of: printExpression(source.of), within: printExpression(source.within) }
      : printExpression(source)

const tableData = (sketch: TableSketch | undefined) =>
  sketch === undefined
    ? []
    : [
        ...sketch.rows.map(({ when, criteria: ids, outcome }) =>
          Object.fromEntries([
            ['when', `${when} of [${ids.join(', ')}]`],
            ['then', outcome],
          ]),
        ),
        { otherwise: sketch.otherwise },
      ]

export const packText = (sketch: PackSketch): string => JSON.stringify(packData(sketch))

const DRY: Expression = { kind: 'name', name: 'dry', id: 0 }

/** The sketch with a plain yes/no in the place of each condition that says the same of everybody. */
function withoutConstants(sketch: PackSketch, faults: readonly Diagnostic[]): PackSketch {
  const refused = faults
    .filter(({ code }) => code === 'constant' || code === 'reads-no-fact')
    .map(({ message }) => message)
  const isRefused = (what: string) => refused.some((message) => message.startsWith(what))
  return {
    ...sketch,
    criteria: sketch.criteria.map((each) => ({
      ...each,
      met: isRefused(`\`met\` of \`${each.id}\``) || isRefused(`criterion \`${each.id}\``) ? DRY : each.met,
      appliesIf: isRefused(`\`applies_if\` of \`${each.id}\``) ? null : each.appliesIf,
    })),
  }
}

/** A pack with the sketch it was read from. */
export interface RandomPack {
  readonly pack: Pack
  readonly sketch: PackSketch
}

/** What the loader makes of a sketch, from text as of any pack. */
export const loaded = (sketch: PackSketch) => loadPackText('random.yaml', packText(sketch))

/** Random packs, read from text as any pack is; a pack whose conditions were refused as constant is mended. */
export const randomPack: fc.Arbitrary<RandomPack> = packSketch.map((drawn) => {
  let sketch = drawn
  for (;;) {
    const reading = loaded(sketch)
    if ('pack' in reading) return { pack: reading.pack, sketch }
    const mended = withoutConstants(sketch, reading.faults)
    if (packText(mended) === packText(sketch))
      throw new Error(
        `a random pack does not load: ${reading.faults.map(({ message }) => message).join('; ')}`,
      )
    sketch = mended
  }
})
