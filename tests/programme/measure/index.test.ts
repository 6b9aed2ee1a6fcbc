import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Quotient, quotient, significantDigits } from '../../../src/base/quotient.js'
import type { Truth } from '../../../src/base/truth.js'
import { bestRatio } from '../../../src/programme/measure/best-ratio.js'
import type { Cell, Counts } from '../../../src/programme/measure/cells.js'
import { sumsOf, valueOfEnd } from '../../../src/programme/measure/evaluate.js'
import type { FigureRule } from '../../../src/programme/measure/figure.js'
import { indexFigures } from '../../../src/programme/measure/index-figures.js'
import type { Index } from '../../../src/programme/policy/programme.js'

const CITATION = { source: 'x', evidence: 'unverified', quote: null, note: null } as const

const indexOf = (weights: readonly number[], cutoff: number, denominator: number): Index => ({
  title: '',
  labels: {},
  weights: new Map(weights.map((weight, at) => [`c${at}`, weight])),
  cutoff,
  denominator,
  citation: CITATION,
})

interface Household {
  readonly unmet: readonly Truth[]
  readonly persons: number
}

const WEIGHT = 10n ** 9n

/** Households as cells hold them, one kind each. */
function cellOf(households: readonly Household[]): Cell {
  const counts = households.map(({ unmet, persons }, id): [number, Counts] => {
    const kind = { id, weight: WEIGHT, size: null, inForce: null, proposed: [], marks: [], poor: [], unmet }
    return [id, { kind, households: 1, persons, squares: persons ** 2, sizes: null }]
  })
  return { counts: new Map(counts), gaps: new Map(), endless: [], lineless: [] }
}

function ends(
  index: Index,
  households: readonly Household[],
  name: string,
): [Quotient | null, Quotient | null] {
  const cell = cellOf(households)
  const rule = indexFigures(index, [...cell.counts.values()]).find(
    ({ name: own, counted, cases }) => own === name && counted === 'persons' && cases === 'all',
  )
  const at = (side: 'least' | 'most') => {
    const end = (rule as FigureRule)[side]
    return end && valueOfEnd(end, sumsOf(end, 'persons', [cell]))
  }
  return [at('least'), at('most')]
}

/** Every way to fill in what is open. */
function completions(households: readonly Household[]): boolean[][][] {
  return households.reduce<boolean[][][]>(
    (all, { unmet }) => {
      const own = unmet.reduce<boolean[][]>(
        (some, truth) =>
          (truth === 'open' ? [false, true] : [truth]).flatMap((is) => some.map((each) => [...each, is])),
        [[]],
      )
      return all.flatMap((before) => own.map((each) => [...before, each]))
    },
    [[]],
  )
}

/** The figures of one completion; `null` where nobody is poor. */
function plainly(index: Index, households: readonly Household[], unmet: readonly (readonly boolean[])[]) {
  const weights = [...index.weights.values()]
  let [all, poor, score] = [0, 0, 0]
  const parts = weights.map(() => 0)
  const censored = weights.map(() => 0)
  for (const [at, { persons }] of households.entries()) {
    const own = weights.reduce((sum, weight, place) => sum + (unmet[at]?.[place] ? weight : 0), 0)
    all += persons
    if (own < index.cutoff) continue
    poor += persons
    score += persons * own
    for (const [place, weight] of weights.entries())
      if (unmet[at]?.[place]) {
        parts[place] = (parts[place] ?? 0) + persons * weight
        censored[place] = (censored[place] ?? 0) + persons
      }
  }
  const over = (a: number, b: number) => (b === 0 ? null : quotient(BigInt(a), BigInt(b)))
  return new Map<string, Quotient | null>([
    ['h', over(poor, all)],
    ['a', over(score, poor * index.denominator)],
    ['m0', over(score, all * index.denominator)],
    ...weights.flatMap((_, place): [string, Quotient | null][] => [
      [`censored.c${place}`, over(censored[place] ?? 0, all)],
      [`contribution.c${place}`, over(parts[place] ?? 0, score)],
    ]),
  ])
}

const truth: fc.Arbitrary<Truth> = fc.constantFrom<Truth>(true, false, 'open', 'open')

const some = fc
  .integer({ min: 1, max: 4 })
  .chain((criteria) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: criteria, maxLength: criteria }),
      cutoffPart: fc.integer({ min: 1, max: 100 }),
      households: fc.array(
        fc.record({
          unmet: fc.array(truth, { minLength: criteria, maxLength: criteria }),
          persons: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  )
  .filter(
    ({ households }) =>
      households.flatMap(({ unmet }) => unmet).filter((each) => each === 'open').length <= 9,
  )

const runs = 60 * Number(process.env.TPA_FUZZ ?? 1)

test('bounds of H, A, M0, censored headcounts and contributions are exactly what trying every completion gives', () => {
  fc.assert(
    fc.property(some, ({ weights, cutoffPart, households }) => {
      const denominator = weights.reduce((sum, weight) => sum + weight, 0)
      const index = indexOf(weights, Math.max(1, Math.ceil((denominator * cutoffPart) / 100)), denominator)
      const all = completions(households).map((unmet) => plainly(index, households, unmet))
      for (const name of all[0]?.keys() ?? []) {
        const values = all.flatMap((each) => each.get(name) ?? [])
        const sorted = values.sort(compare)
        const [least, most] = ends(index, households, name)
        const text = (end: Quotient | null | undefined) => (end == null ? null : significantDigits(end, 12))
        expect([name, text(least), text(most)]).toEqual([name, text(sorted[0]), text(sorted.at(-1))])
      }
    }),
    { numRuns: runs },
  )
})

test('four persons, four equal indicators, two of four makes poor', () => {
  const index = indexOf([1, 1, 1, 1], 2, 4)
  const scores = [0, 2, 4, 1]
  const households = scores.map((score) => ({ unmet: [0, 1, 2, 3].map((at) => at < score), persons: 1 }))
  const text = (name: string) => ends(index, households, name).map((end) => end && significantDigits(end, 9))
  expect(text('h')).toEqual(['0.5', '0.5'])
  expect(text('a')).toEqual(['0.75', '0.75'])
  expect(text('m0')).toEqual(['0.375', '0.375'])
})

test('a score exactly at the cutoff is poor, where doubles would fall short', () => {
  const index = indexOf([1, 7, 2], 8, 10)
  const [least] = ends(index, [{ unmet: [true, true, false], persons: 1 }], 'h')
  expect(0.1 + 0.7).toBeLessThan(0.8)
  expect(least && significantDigits(least, 9)).toBe('1')
})

describe('bestRatio', () => {
  test('is null where nothing can stand below', () => {
    const kind = { id: 1 }
    expect(bestRatio([{ kind, times: 3n, options: [{ above: 0, below: 0 }] }], 'most')).toBeNull()
    expect(bestRatio([], 'least')).toBeNull()
  })

  test('A is not the quotient of the ends of M0 and H', () => {
    const index = indexOf([1, 1, 2], 2, 4)
    const households = [
      { unmet: [true, true, 'open'] as Truth[], persons: 1 },
      { unmet: ['open', 'open', false] as Truth[], persons: 3 },
    ]
    const [least, most] = ends(index, households, 'a').map((end) => end && significantDigits(end, 9))
    expect([least, most]).toEqual(['0.5', '1'])
  })
})
