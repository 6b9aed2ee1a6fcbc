import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreement, lookThrough } from '../../bench/measure/agreement.js'
import { takeTurns } from '../../bench/measure/rounds.js'
import { ratiosOf, spreadOf } from '../../bench/measure/statistics.js'
import { rateTable } from '../../bench/measure/table.js'
import { readOptions } from '../../bench/options.js'
import { scratch } from '../cli/run.js'

test('the median of an odd and of an even count, with the least and the most', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
})

test('ratios are taken round by round', () => {
  expect(ratiosOf([2, 9], [1, 3])).toEqual([2, 3])
})

test('each round begins with the next way', async () => {
  const order: string[] = []
  const turn = (name: string) => ({ name, run: async () => order.push(name) })
  await takeTurns([turn('a'), turn('b')], 2, () => {})
  expect(order).toEqual(['a', 'b', 'b', 'a'])
})

test('a table gives medians, spread and ratios', () => {
  const table = rateTable(
    new Map([
      ['one', [100_000, 200_000, 123_456]],
      ['two', [1_000_000, 1_000_000, 1_234_560]],
    ]),
    (rate) => rate,
    { rounds: (all) => String(all.length) },
    'one',
  )
  expect(table.split('\n')).toEqual([
    '| way  |                    households/s | against one | rounds |',
    '|------|--------------------------------:|------------:|-------:|',
    '| one  |       123,000 (100,000–200,000) |           1 |      3 |',
    '| two  | 1,000,000 (1,000,000–1,230,000) | × 10 (5–10) |      3 |',
  ])
})

describe('results', () => {
  const looked = async (...texts: string[]) => {
    const files = scratch(Object.fromEntries(texts.map((text, at) => [`${at}.csv`, text])))
    return new Map(
      await Promise.all(
        texts.map(
          async (_, at) => [`way ${at}`, await lookThrough(join(files.folder, `${at}.csv`), 1)] as const,
        ),
      ),
    )
  }
  const RESULT = 'household_id,decision,x\nA,exit,1\nB,stable,2\n'

  test('that are the same are said to be', async () => {
    expect(agreement(await looked(RESULT, RESULT))).toEqual([
      'The results of way 0, way 1 are the same, byte for byte: 2 rows.',
    ])
  })

  test('that differ in a decision, or by a row, are told', async () => {
    const other = RESULT.replace('stable', 'monitor')
    expect(agreement(await looked(RESULT, other, `${RESULT}C,exit,3\n`))).toEqual([
      'way 1 DIFFERS from way 0: 2 rows; of 3 rows looked at, 1 have another decision.',
      'way 2 DIFFERS from way 0: 3 rows, not 2; of 3 rows looked at, 0 have another decision.',
    ])
  })
})

describe('options', () => {
  test('of a nation: its households, one round, tpa alone', () => {
    expect(readOptions(['--nation'])).toMatchObject({
      rows: 29_480_000,
      rounds: 1,
      parts: new Set(['files']),
      ways: new Set(['tpa']),
    })
  })

  test('--only names parts and ways', () => {
    expect(readOptions(['--only', 'files,tpa,duckdb'])).toMatchObject({
      parts: new Set(['files']),
      ways: new Set(['tpa', 'duckdb']),
    })
    expect(readOptions([])).toMatchObject({ rows: 1_000_000, rounds: 3, ways: null })
  })

  test.each([['--rows', '0'], ['--rows', 'many'], ['--round', '3'], ['more'], ['--only', 'files,duck']])(
    '%s %s is refused',
    (...args) => {
      expect(readOptions(args)).toEqual(expect.any(String))
    },
  )
})
