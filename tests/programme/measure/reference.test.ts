import { beforeAll, describe, expect, test } from 'vitest'
import {
  clopperPearson,
  loadIntervals,
  quantileOfBeta,
  quantileOfT,
  wilson,
} from '../../../src/programme/measure/interval.js'
import { isNear, keptOf } from './estimates.js'

beforeAll(loadIntervals)

/** What quantiles by halving lose. */
const PART = 1e-9

const near = (found: number | null, expected: string) =>
  expect([expected, isNear(String(found), expected, PART)], String(found)).toEqual([expected, true])

const parts = (group: string): [number, number] => {
  const [first = Number.NaN, second = Number.NaN] = group.split('/').map(Number)
  return [first, second]
}

describe('as R has it', () => {
  test.each(keptOf('clopper-pearson'))(
    'the interval of Clopper and Pearson: $group',
    ({ group, low, high }) => {
      const found = clopperPearson(...parts(group))
      near(found.low, low)
      near(found.high, high)
    },
  )

  test.each(keptOf('wilson'))('the interval of Wilson: $group', ({ group, low, high }) => {
    const found = wilson(...parts(group))
    near(found.low, low)
    near(found.high, high)
  })

  test.each(keptOf('t'))('the quantile of t with $df degrees of freedom', ({ figure, df, value }) => {
    near(quantileOfT(Number(figure), df === 'Inf' ? Number.POSITIVE_INFINITY : Number(df)), value)
  })

  test.each(keptOf('beta'))('the quantile of beta at $figure of $group', ({ figure, group, value }) => {
    near(quantileOfBeta(Number(figure), ...parts(group)), value)
  })
})
