import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completedYears, isDate } from '../../src/base/date.js'

const text = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

describe('a date is one that the calendar has', () => {
  test.each(['2020-02-29', '2000-02-29', '2021-12-31', '0001-01-01', '9999-12-31'])('%s', (date) => {
    expect(isDate(date)).toBe(true)
  })

  test.each([
    '2021-02-29',
    '1900-02-29',
    '2020-02-30',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '0000-01-01',
    '2020-1-1',
    '20-01-01',
    '2020/01/01',
    '2020-01-01T00:00',
    ' 2020-01-01',
    '2020-01-01\n',
    '２０２０-01-01',
    '',
    '2020-01',
    '-2020-01-01',
  ])('%j is none', (date) => {
    expect(isDate(date)).toBe(false)
  })

  test('agrees with the calendar of the platform', () => {
    const [year, month, day] = [
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    ]
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const there = new Date(0)
        there.setUTCFullYear(y, m - 1, d)
        expect(isDate(text(y, m, d))).toBe(there.getUTCMonth() === m - 1 && there.getUTCDate() === d)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a child is as old as its completed years', () => {
  test.each([
    ['the day before the birthday', '2014-09-01', '2020-08-31', 5],
    ['the birthday', '2014-09-01', '2020-09-01', 6],
    ['the day after', '2014-09-01', '2020-09-02', 6],
    ['born on 29 February, 28 February', '2004-02-29', '2019-02-28', 14],
    ['born on 29 February, 1 March', '2004-02-29', '2019-03-01', 15],
    ['born on 29 February, in a leap year', '2004-02-29', '2020-02-29', 16],
    ['born on 29 February, the day before in a leap year', '2004-02-29', '2020-02-28', 15],
    ['born on 29 February, 28 February of 2100', '2004-02-29', '2100-02-28', 95],
    ['the day of birth', '2020-05-05', '2020-05-05', 0],
    ['not yet born', '2020-05-05', '2020-05-04', -1],
    ['the last day of a year', '2014-12-31', '2020-12-31', 6],
  ])('%s', (_, from, to, years) => {
    expect(completedYears(from, to)).toBe(years)
  })

  const days = fc.integer({ min: -20_000, max: 30_000 })
  const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

  test('agrees with counting birthdays day by day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5_000 }), fc.boolean(), (born, lived, leap) => {
        const from = leap ? '1992-02-29' : dateOf(born)
        const start = Date.parse(from) / 86_400_000
        let birthdays = 0
        for (let day = start + 1; day <= start + lived; day += 1) {
          const date = dateOf(day)
          const celebrated =
            from.slice(5) === '02-29' && !isDate(`${date.slice(0, 4)}-02-29`) ? '03-01' : from.slice(5)
          if (date.slice(5) === celebrated) birthdays += 1
        }
        expect(completedYears(from, dateOf(start + lived))).toBe(birthdays)
      }),
      { numRuns: 40 },
    )
  })

  test('nobody grows younger', () => {
    fc.assert(
      fc.property(days, days, (born, day) => {
        const [today, tomorrow] = [
          completedYears(dateOf(born), dateOf(day)),
          completedYears(dateOf(born), dateOf(day + 1)),
        ]
        expect(tomorrow - today === 0 || tomorrow - today === 1).toBe(true)
      }),
    )
  })
})
