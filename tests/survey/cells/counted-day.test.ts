import { describe, expect, it } from 'vitest'
import type { DayRange } from '../../../src/lang/pack.js'
import { adviseCounted, countedDays } from '../../../src/survey/cells/counted-day.js'

const SURVEY: DayRange = { from: '2014-01-01', to: '2030-12-31' }
const BIRTH: DayRange = { from: null, to: null }

describe('a number that a program has made of a day', () => {
  it.each<[string, DayRange, readonly string[]]>([
    ['44062', SURVEY, ['spreadsheets 2020-08-19']],
    ['44062.5', SURVEY, ['spreadsheets 2020-08-19']],
    ['22146', SURVEY, ['stata 2020-08-19', 'r 2030-08-20']],
    ['18493', SURVEY, ['r 2020-08-19']],
    ['1597795200', SURVEY, ['unix 2020-08-19']],
    ['1597795200000', SURVEY, ['unix 2020-08-19']],
    ['13817174400', SURVEY, ['spss 2020-08-19']],
    ['19000', SURVEY, ['r 2022-01-08']],
    ['36526', SURVEY, []],
    ['36526', BIRTH, ['spreadsheets 2000-01-01']],
    ['22146', BIRTH, ['spreadsheets 1960-08-18', 'stata 2020-08-19', 'r 2030-08-20']],
    ['11000', BIRTH, ['spreadsheets 1930-02-11', 'stata 1990-02-12', 'r 2000-02-13']],
    ['20200819', SURVEY, []],
    ['3', BIRTH, []],
    ['-22146', SURVEY, []],
    ['04406', SURVEY, []],
  ])('%s in %j is %j', (cell, days, expected) => {
    expect(countedDays(cell, days).map(({ by, date }) => `${by} ${date}`)).toEqual(expected)
  })

  it('has a line to paste only where it can be no other day', () => {
    expect(adviseCounted(countedDays('44062', SURVEY), false)).toMatchObject({
      fix: { mapping: 'dates: excel' },
    })
    for (const [cell, days] of [
      ['22146', SURVEY],
      ['22146', BIRTH],
      ['18493', SURVEY],
      ['1597795200', SURVEY],
    ] as const)
      expect(adviseCounted(countedDays(cell, days), false)).not.toHaveProperty('fix')
  })

  it('is not told as a day where it is personal', () => {
    expect(adviseCounted(countedDays('22146', BIRTH), true).help).not.toMatch(/\d{4}-\d\d/)
  })
})
