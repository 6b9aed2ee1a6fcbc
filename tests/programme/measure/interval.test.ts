import { beforeAll, describe, expect, test } from 'vitest'
import { type LinearisedUnit, varianceOf } from '../../../src/programme/measure/estimate.js'
import {
  clopperPearson,
  effectiveSize,
  intervalOfIndex,
  intervalOfProportion,
  loadIntervals,
  quantileOfBeta,
  quantileOfT,
  wilson,
} from '../../../src/programme/measure/interval.js'
import { keptOf } from './estimates.js'

beforeAll(loadIntervals)

describe('quantiles are those of tables', () => {
  test.each([
    [0.975, 1, 12.7062047362],
    [0.975, 2, 4.30265272975],
    [0.975, 14, 2.14478668792],
    [0.975, 197, 1.97207903375],
    [0.95, 5, 2.01504837333],
    [0.025, 14, -2.14478668792],
    [0.975, Number.POSITIVE_INFINITY, 1.95996398454],
    [0.5, 3, 0],
  ])('t at %d with %d degrees of freedom', (probability, df, expected) => {
    expect(quantileOfT(probability, df)).toBeCloseTo(expected, 6)
  })

  test.each([
    [0.025, 1, 40, 0.00063275],
    [0.5, 2, 2, 0.5],
    [0.975, 0.5, 0.5, 0.998458667],
    [0.025, 1e-3, 1e-3, 0],
  ])('beta at %d of %d and %d', (probability, a, b, expected) => {
    expect(quantileOfBeta(probability, a, b)).toBeCloseTo(expected, 7)
  })
})

test.each([
  [5, 443, [0.0036746, 0.0261416], [0.0048304, 0.0261459]],
  [18, 200, [0.0542143, 0.1385082], [0.0576874, 0.1377657]],
  [1, 40, [0.0006327, 0.1315859], [0.0044268, 0.1288136]],
  [0, 30, [0, 0.1157033], [0, 0.1135134]],
])('%d of %d, by Clopper and Pearson and by Wilson', (x, n, exact, score) => {
  for (const [found, expected] of [
    [clopperPearson(x, n), exact],
    [wilson(x, n), score],
  ] as const) {
    expect(found.low).toBeCloseTo(expected[0] ?? 0, 6)
    expect(found.high).toBeCloseTo(expected[1] ?? 0, 6)
  }
})

/** Values of a mean and a variance: half of them above by as much as the others are below. */
function spreadOut(n: number, mean: number, variance: number): number[] {
  const reach = Math.sqrt(((n - 1) * variance) / n)
  return Array.from({ length: n }, (_, at) => mean + (at % 2 === 0 ? reach : -reach))
}

test('a stratified mean: api00 of apistrat, from the sums that its documentation gives', () => {
  const strata = [
    { of: 4421, n: 100, mean: 674.43, variance: 15687.4192929 },
    { of: 755, n: 50, mean: 625.82, variance: 11947.0893878 },
    { of: 1018, n: 50, mean: 636.6, variance: 13824.8571429 },
  ]
  const all = strata.reduce((sum, { of }) => sum + of, 0)
  const mean = strata.reduce((sum, stratum) => sum + stratum.of * stratum.mean, 0) / all
  const units = strata.flatMap(({ of, n, mean: own, variance }, stratum) =>
    spreadOut(n, own, variance).map((y): LinearisedUnit => {
      const u = ((of / n) * (y - mean)) / all
      return { stratum: String(stratum), unitsOf: of, isPresent: true, u, second: 0 }
    }),
  )
  const [byR] = keptOf('apistrat', 'mean')
  expect(mean).toBeCloseTo(Number(byR.value), 6)
  expect(Math.sqrt(varianceOf(units).variance)).toBeCloseTo(Number(byR.se), 6)
})

const APICLUS1: readonly (readonly [number, number])[] = [
  [13, 9372],
  [34, 22508],
  [4, 2077],
  [13, 8593],
  [16, 11369],
  [2, 1116],
  [1, 551],
  [4, 1888],
  [12, 9111],
  [21, 13761],
  [9, 6386],
  [11, 7359],
  [37, 20394],
  [2, 905],
  [4, 2493],
]

test('a mean over clusters of one stage: apiclus1', () => {
  const schools = APICLUS1.reduce((sum, [m]) => sum + m, 0)
  const mean = APICLUS1.reduce((sum, [, total]) => sum + total, 0) / schools
  const units = APICLUS1.map(([m, total]): LinearisedUnit => {
    return { stratum: '', unitsOf: 757, isPresent: true, u: (total - mean * m) / schools, second: 0 }
  })
  const [byR] = keptOf('apiclus1', 'mean')
  expect(mean).toBeCloseTo(Number(byR.value), 7)
  const { variance } = varianceOf(units)
  expect(Math.sqrt(variance)).toBeCloseTo(Number(byR.se), 7)
  const { low, high } = intervalOfIndex(mean, Math.sqrt(variance), Number(byR.df))
  expect(low).toBeCloseTo(Number(byR.low), 6)
  expect(high).toBeCloseTo(Number(byR.high), 6)
})

test.each([
  ['apiclus1', 183, 15],
  ['apiclus2', 126, 40],
  ['apistrat', 200, 200],
])('a proportion, at the effective number of households: awards in %s', (data, households, units) => {
  const [byR] = keptOf(data, 'proportion')
  const [value, error, df] = [byR.value, byR.se, byR.df].map(Number) as [number, number, number]
  const { low, high } = intervalOfProportion({ value, error, df, households, units })
  expect(low).toBeCloseTo(Number(byR.low), 9)
  expect(high).toBeCloseTo(Number(byR.high), 9)
})

test('awards in apiclus1 say as much as 160 households', () => {
  const awards = { value: 0.7103825, error: 0.0330183, df: 14, households: 183, units: 15 }
  expect(effectiveSize(awards)).toBeCloseTo(159.709, 1)
})

test('3 of 150 drawn of 600: the finite population and the interval', () => {
  const p = 3 / 150
  const units = Array.from({ length: 150 }, (_, at): LinearisedUnit => {
    return { stratum: '', unitsOf: 600, isPresent: true, u: ((at < 3 ? 1 : 0) - p) / 150, second: 0 }
  })
  const error = Math.sqrt(varianceOf(units).variance)
  expect(error).toBeCloseTo(0.0099, 4)
  const { low, high } = intervalOfProportion({ value: p, error, df: 149, households: 150, units: 150 })
  expect(low).toBeCloseTo(0.0054, 4)
  expect(high).toBeCloseTo(0.0506, 4)
})

test('three villages of ten, with 0, 0 and 3 wrong, say nothing', () => {
  const p = 3 / 30
  const units = [0, 0, 3].map((wrong): LinearisedUnit => {
    return { stratum: '', unitsOf: null, isPresent: true, u: (wrong - p * 10) / 30, second: 0 }
  })
  const error = Math.sqrt(varianceOf(units).variance)
  expect(error).toBeCloseTo(0.1, 10)
  const { low, high } = intervalOfProportion({ value: p, error, df: 2, households: 30, units: 3 })
  expect(low).toBeLessThan(0.0001)
  expect(high).toBeCloseTo(0.884, 3)
})

test('none of 30 in three villages: as many as there are villages', () => {
  const { low, high } = intervalOfProportion({ value: 0, error: 0, df: 2, households: 30, units: 3 })
  expect(low).toBe(0)
  expect(high).toBeCloseTo(0.708, 3)
})

test('a stratum with one unit has no standard error, and is named', () => {
  const unit = (stratum: string, u: number): LinearisedUnit => {
    return { stratum, unitsOf: 10, isPresent: true, u, second: 0 }
  }
  expect(varianceOf([unit('a', 1), unit('a', 2), unit('b', 1)]).lonely).toEqual(['b'])
  expect(varianceOf([{ ...unit('b', 1), unitsOf: 1 }]).lonely).toEqual([])
  expect(varianceOf([{ ...unit('b', 0), isPresent: false }]).lonely).toEqual([])
})

test('one household of several in a unit shows no variance inside it', () => {
  const unit = (u: number, second: number | null): LinearisedUnit => {
    return { stratum: 'a', unitsOf: 10, isPresent: true, u, second }
  }
  expect(varianceOf([unit(1, null), unit(2, 0.5), unit(3, null)]).lonely).toEqual(['a'])
  // Without a finite population the first stage alone counts.
  expect(varianceOf([unit(1, null), unit(2, 0.5)].map((own) => ({ ...own, unitsOf: null }))).lonely).toEqual(
    [],
  )
})

test('a full count has no error', () => {
  const units = [1, 2, 3].map((u): LinearisedUnit => {
    return { stratum: '', unitsOf: 3, isPresent: true, u, second: 0 }
  })
  expect(varianceOf(units).variance).toBe(0)
})
