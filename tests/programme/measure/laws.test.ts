import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { compare, type Quotient, significantDigits, toNumber } from '../../../src/base/quotient.js'
import { assessRecord } from '../../../src/engine/assess.js'
import type { CaseRecord, Fact } from '../../../src/lang/record.js'
import { type Figure, figuresOf } from '../../../src/programme/measure/figures.js'
import { createMeasureFold, type Drawn } from '../../../src/programme/measure/fold.js'
import * as intervals from '../../../src/programme/measure/interval.js'
import { boundsOf, figuresOfRecords, judgedBy, recordsOf } from './measured.js'

beforeAll(intervals.loadIntervals)

const judged = await judgedBy('rules/cn-2020')
const { pack, asked, programme } = judged
const records = await recordsOf(judged, ['fixtures/danyang.csv'])

const BLANKED = [
  'wage_income',
  'transfer_income',
  'food_secure',
  'clothing_secure',
  'housing_grade',
  'water_minutes',
  'insured_members',
  'registration_status',
  'risk',
  'main_cause',
]
const BLANK: Fact = { kind: 'gap', reason: 'blank' }

const without = (record: CaseRecord, names: readonly string[]): CaseRecord => ({
  ...record,
  facts: new Map([...record.facts].map(([name, fact]) => [name, names.includes(name) ? BLANK : fact])),
})

const runs = 40 * Number(process.env.TPA_FUZZ ?? 1)

const textOf = (figures: readonly Figure[]) =>
  figures.map(({ by, group, figure, counted, cases, least, most }) =>
    [
      by,
      group,
      figure,
      counted,
      cases,
      ...[least, most].map((end) => end && significantDigits(end, 20)),
    ].join(' '),
  )

const isInside = (inner: Quotient | null, outer: Quotient | null, side: 'least' | 'most'): boolean => {
  if (outer === null || inner === null) return outer === null
  const order = compare(inner, outer)
  return side === 'least' ? order >= 0 : order <= 0
}

const households = fc.uniqueArray(fc.integer({ min: 0, max: records.length - 1 }), {
  minLength: 1,
  maxLength: 8,
})

test('an answer that comes in shrinks every interval, and it stays inside', () => {
  fc.assert(
    fc.property(households, fc.subarray(BLANKED, { minLength: 1 }), fc.nat(), (places, names, pick) => {
      const whole = places.flatMap((place) => records[place] ?? [])
      const answered = names[pick % names.length] ?? ''
      const rest = names.filter((name) => name !== answered)
      const [before, after] = [names, rest].map((blank) =>
        figuresOfRecords(judged, [
          ...whole.slice(1),
          ...whole.slice(0, 1).map((record) => without(record, blank)),
        ]),
      )
      for (const [at, outer] of (before ?? []).entries()) {
        const inner = after?.[at]
        if (outer.cases !== 'all' || inner === undefined || /unsettled$/.test(outer.figure)) continue
        const told = `${outer.figure} in ${outer.counted} after ${answered}`
        // A share among the poor is not there while nobody can be poor, and may come with an answer only where somebody may be.
        if (outer.least === null && outer.most === null && inner.least === null) continue
        if (inner.least === null && inner.most === null) continue
        expect(isInside(inner.least, outer.least, 'least'), told).toBe(true)
        expect(isInside(inner.most, outer.most, 'most'), told).toBe(true)
      }
    }),
    { numRuns: runs },
  )
})

test('with every answer all figures but gaps without a floor are points', () => {
  const known = records.filter((record) => assessRecord(asked, record, { asOf: null }).possible.length === 0)
  const whole = known.filter(({ facts }) =>
    BLANKED.slice(0, 7).every((name) => facts.get(name)?.kind === 'known'),
  )
  expect(whole.length).toBeGreaterThan(50)
  for (const { figure, least, most } of figuresOfRecords(judged, whole.slice(0, 60))) {
    if (/^key|floored$|unsettled$/.test(figure) || least === null || most === null) continue
    expect([figure, compare(least, most)]).toEqual([figure, 0])
  }
})

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(records.slice(0, 120), { minLength: 120, maxLength: 120 }),
      (shuffled) => {
        const by = [['village'], ['registration_status']]
        expect(textOf(figuresOfRecords(judged, shuffled, by))).toEqual(
          textOf(figuresOfRecords(judged, records.slice(0, 120), by)),
        )
      },
    ),
    { numRuns: 3 },
  )
})

/** The figures of a sample in which each household stands for some, drawn by villages. */
function sampled(drawnOf: (place: number) => Drawn): Figure[] {
  const fold = createMeasureFold(pack, programme, { by: [['village']], isSample: true })
  for (const [place, record] of records.slice(0, 200).entries())
    fold.add(assessRecord(asked, record, { asOf: null }), drawnOf(place))
  const design = fold.design()
  if (design === null) throw new Error('a sample has a design')
  return fold
    .groups()
    .flatMap((group) => figuresOf({ pack, programme, sample: { design, intervals } }, group))
}

const village = (place: number) =>
  String(records[place]?.facts.get('village')?.kind === 'known' ? place % 9 : 0)

test('weights times a constant change no ratio and no error of one', () => {
  const drawn =
    (times: bigint) =>
    (place: number): Drawn => ({
      weight: (BigInt(place % 7) + 1n) * 10n ** 9n * times,
      stratum: place % 2 === 0 ? 'a' : 'b',
      unit: village(place),
      unitsOf: null,
      householdsOf: null,
    })
  const [once, thrice] = [sampled(drawn(1n)), sampled(drawn(3n))]
  let errors = 0
  for (const [at, figure] of once.entries()) {
    const other = thrice[at]
    if (figure.unit !== 'ratio' || other === undefined) continue
    expect(textOf([other])).toEqual(textOf([figure]))
    if (figure.errorLeast === null) continue
    errors += figure.errorLeast > 0 ? 1 : 0
    expect(other.errorLeast).toBeCloseTo(figure.errorLeast, 10)
    expect(other.low ?? 0).toBeCloseTo(figure.low ?? 0, 10)
  }
  expect(errors).toBeGreaterThan(20)
})

test('a full count of units and households has no error, and a part of them has one', () => {
  const drawn =
    (units: number) =>
    (place: number): Drawn => ({
      weight: 10n ** 9n,
      stratum: '',
      unit: village(place),
      unitsOf: units,
      householdsOf: null,
    })
  for (const { errorLeast } of sampled(drawn(9))) expect(errorLeast ?? 0).toBeCloseTo(0, 12)
  expect(sampled(drawn(90)).some(({ errorLeast }) => (errorLeast ?? 0) > 0.001)).toBe(true)
})

test('the interval of a figure covers both of its ends', () => {
  for (const { figure, least, most, low, high } of sampled((place) => ({
    weight: 10n ** 9n,
    stratum: '',
    unit: village(place),
    unitsOf: null,
    householdsOf: null,
  }))) {
    if (least === null || most === null || low === null || high === null) continue
    expect([figure, toNumber(least) >= low - 1e-9, toNumber(most) <= high + 1e-9]).toEqual([
      figure,
      true,
      true,
    ])
  }
})

/** Records of these incomes and sizes, of which nothing else of the income is known. */
function withIncomes(rows: readonly (readonly [income: string, size: string])[]): CaseRecord[] {
  const found = records.map(({ facts }) => facts.get('household_size')).find((fact) => fact?.kind === 'known')
  if (found?.kind !== 'known' || typeof found.value !== 'object') throw new Error('a size is known')
  const zero = found.value.times(0)
  const number = (text: string): Fact => ({ kind: 'known', value: zero.plus(text) })
  const [base] = records
  if (base === undefined) throw new Error('there are records')
  const parts = ['wage_income', 'business_income', 'property_income', 'transfer_income', 'business_expense']
  return rows.map(([income, size], at) => {
    const facts = new Map(base.facts)
    for (const name of [...parts, 'income_per_capita']) facts.set(name, BLANK)
    facts.set('net_income', number(income))
    facts.set('household_size', number(size))
    return { ...base, id: `H${at}`, facts, members: null }
  })
}

test.each<[string, readonly (readonly [string, string])[], { readonly [name: string]: string }]>([
  [
    // Per head 2,000, 3,000, 4,000 and 5,000; on the line is not below it.
    'four households around the line',
    [
      ['2000', '1'],
      ['6000', '2'],
      ['12000', '3'],
      ['20000', '4'],
    ],
    { p0: '0.3', p1: '0.1', p2: '0.0375' },
  ],
  [
    'a loss, which without a floor is more than the whole line',
    [
      ['-2000', '1'],
      ['5000', '1'],
    ],
    { p0: '0.5', p1: '0.75', p2: '1.125', 'p1.floored': '0.5', 'p2.floored': '0.5' },
  ],
])('the line of 4,000: %s', (_, rows, expected) => {
  const figures = figuresOfRecords(judged, withIncomes(rows))
  for (const [name, value] of Object.entries(expected))
    expect([name, boundsOf(figures, name, 'persons')]).toEqual([name, value])
})
