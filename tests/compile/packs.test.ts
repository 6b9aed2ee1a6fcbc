import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Decimal, decimal } from '../../src/base/decimal.js'
import { SHIPPED_PACKS } from '../../src/base/shipped.js'
import type { FastJudge } from '../../src/engine/assessors.js'
import { loadPack } from '../../src/engine/load-pack.js'
import { columnsOf, type Pack } from '../../src/lang/pack.js'
import type { CaseRecord, Fact, Known } from '../../src/lang/record.js'
import { loadSuites } from '../../src/testing/cases/suite.js'
import { chanceFrom, oneOf } from '../engine/random/chance.js'
import { readAll, recordsOf } from '../survey/read.js'
import { allWays, type Count, newCount, sameAssessment } from './same.js'

const DANYANG = fileURLToPath(new URL('../../fixtures/danyang.csv', import.meta.url))
const PACKS = readdirSync(SHIPPED_PACKS).sort()

async function shipped(id: string): Promise<Pack> {
  const loaded = await loadPack(join(SHIPPED_PACKS, id))
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.pack
}

/** The record without rows of members. */
const withoutRows = (record: CaseRecord): CaseRecord => ({
  ...record,
  members: record.members && { kind: 'gap', reason: 'absent' },
})

/** Days in each period of the packs that come with tpa, the first and last of some. */
const DAYS = [
  '2010-06-30',
  '2013-12-31',
  '2014-01-01',
  '2016-07-01',
  '2019-12-31',
  '2020-01-01',
  '2026-02-28',
]

const judgedOfDescribed = ({ judged, unexplained }: Count) => judged / (judged + unexplained)

describe('the compiled engine on the packs that come with tpa', () => {
  it.each(PACKS)('says of all cases of %s what the interpreter says', async (id) => {
    const suites = await loadSuites(await shipped(id), join(SHIPPED_PACKS, id))
    if ('faults' in suites) throw new Error('the cases load')
    const engines = new Map<Pack, FastJudge[]>()
    const count = newCount()
    for (const [index, { pack, record, asOf }] of suites.cases.entries()) {
      const day = DAYS[index % DAYS.length] ?? null
      const own = engines.get(pack) ?? allWays(pack)
      engines.set(pack, own)
      for (const each of [record, withoutRows(record)])
        for (const option of [asOf, day]) sameAssessment(pack, own, each, option, count)
    }
    expect(count.judged).toBeGreaterThan(1.5 * suites.cases.length)
    expect(judgedOfDescribed(count)).toBe(1)
  })

  it.each(['cn-2020', 'cn-2020-income-first', 'cn-guizhou-monitoring'])(
    'says of a survey under %s what the interpreter says, whole and with 30 gaps in 100 cells',
    async (id) => {
      const pack = await shipped(id)
      const records = recordsOf(await readAll([DANYANG], { pack }))
      const engines = allWays(pack)
      const whole = newCount()
      for (const record of records) sameAssessment(pack, engines, record, null, whole)
      expect(whole.judged).toBeGreaterThan(1.5 * records.length)
      expect(judgedOfDescribed(whole)).toBeGreaterThan(0.95)
      expect(whole.judged / (engines.length * records.length)).toBeGreaterThan(0.8)

      const chance = chanceFrom(7)
      const gap = (): Fact => ({
        kind: 'gap',
        reason: oneOf(['blank', 'refused', 'absent', 'conflicting'], chance),
      })
      const thinned = newCount()
      for (const record of records) {
        const facts = [...record.facts].map(([name, fact]): [string, Fact] => [
          name,
          chance(100) < 30 ? gap() : fact,
        ])
        sameAssessment(
          pack,
          engines,
          { ...record, facts: new Map(facts) },
          oneOf([null, ...DAYS], chance),
          thinned,
        )
      }
      expect(thinned.open).toBeGreaterThan(0.75 * records.length)
      expect(judgedOfDescribed(thinned)).toBeGreaterThan(0.95)
    },
  )
})

describe('the compiled engine at the boundary', () => {
  const CENT = decimal('0.01')

  const recordOf = (pack: Pack, cells: { readonly [name: string]: Known }): CaseRecord => ({
    id: 'h',
    file: 'h.csv',
    line: 2,
    headers: new Map(),
    members: { kind: 'gap', reason: 'absent' },
    facts: new Map(
      [...columnsOf(pack).keys()].map((name): [string, Fact] => {
        const value = cells[name]
        return [name, value === undefined ? { kind: 'gap', reason: 'blank' } : { kind: 'known', value }]
      }),
    ),
  })

  const SOUND = {
    registration_status: 'none',
    food_secure: true,
    clothing_secure: true,
    housing_grade: 'A',
    housing_remedy: 'none',
    water_minutes: decimal(5),
    water_shortage: false,
    water_quality_safe: true,
    electricity: true,
    risk: true,
    school_age_children: decimal(0),
    school_age_enrolled: decimal(0),
  } satisfies { readonly [name: string]: Known }

  it('is exact fen by fen around the lines, for up to 30 persons, by total, by parts and per head', async () => {
    const pack = await shipped('cn-2020')
    const engines = allWays(pack)
    const count = newCount()
    const around = (value: Decimal, step: Decimal) =>
      [-2, -1, 0, 1, 2].map((times) => value.plus(step.times(times)))
    for (let persons = 1; persons <= 30; persons++) {
      const size = decimal(persons)
      const base = { ...SOUND, household_size: size, insured_members: size }
      for (const line of ['4000', '6000'].map(decimal)) {
        for (const total of around(line.times(size), CENT)) {
          const given = recordOf(pack, { ...base, net_income: total })
          const parts = recordOf(pack, {
            ...base,
            business_income: decimal(0),
            property_income: decimal('0.01'),
            wage_income: total,
            transfer_income: decimal('0.02'),
            business_expense: decimal('0.03'),
          })
          for (const each of [given, parts]) sameAssessment(pack, engines, each, '2020-12-31', count)
        }
        for (const head of [
          ...around(line, CENT),
          ...around(line.plus(1), CENT),
          ...around(line.minus(1), CENT),
        ])
          sameAssessment(
            pack,
            engines,
            recordOf(pack, { ...base, income_per_capita: head }),
            '2020-12-31',
            count,
          )
      }
    }
    expect(count).toMatchObject({ told: 0, unexplained: 0 })
    expect(count.open).toBeGreaterThan(150)
    expect(count.settled).toBeGreaterThan(1500)
  })

  it('is exact for figures per head that end in a half, and for incomes up to 10^12 fen', async () => {
    const pack = await shipped('cn-2020')
    // The check that asks for a second look at high incomes would hand all of them over.
    const silent = { ...pack, checks: [] }
    const engines = allWays(silent)
    const count = newCount()
    const odd = [1, 3, 7, 12, 13, 29, 30]
    for (const persons of odd)
      for (const fen of [
        '0.01',
        '0.05',
        '0.06',
        '1.35',
        '12345.67',
        '9999999999.99',
        '10000000000',
        '-0.05',
        '-7.77',
      ])
        for (const times of [1, persons, 2 * persons + 1]) {
          const size = decimal(persons)
          const base = { ...SOUND, household_size: size, insured_members: size }
          const income = decimal(fen).times(times)
          sameAssessment(
            silent,
            engines,
            recordOf(silent, { ...base, net_income: income }),
            '2020-12-31',
            count,
          )
          sameAssessment(
            silent,
            engines,
            recordOf(silent, { ...base, income_per_capita: income }),
            '2016-01-01',
            count,
          )
        }
    expect(count).toMatchObject({ told: 0, unexplained: 0 })
    expect(count.judged).toBe(engines.length * 2 * odd.length * 9 * 3)
  })

  it('hands over what a double does not hold', async () => {
    const pack = await shipped('cn-2020')
    const engines = allWays({ ...pack, checks: [] })
    const of = (cells: { readonly [name: string]: Known }) =>
      engines.map((assess) =>
        assess(recordOf(pack, { ...SOUND, household_size: decimal(3), ...cells }), { asOf: null }),
      )
    expect(of({ net_income: decimal('9999999999999.99') })).toEqual(Array(3).fill(expect.anything()))
    for (const cells of [
      { net_income: decimal('99999999999999.99') },
      { net_income: decimal('0.001') },
      { income_per_capita: decimal('9999999999999.99'), household_size: decimal(999) },
      { household_size: decimal('3.5') },
      { household_size: decimal(0) },
      { housing_grade: 'E' },
    ])
      expect(of(cells)).toEqual(Array(3).fill(null))
  })

  it('compares a share of persons exactly', async () => {
    const pack = await shipped('cn-village-exit')
    const engines = allWays(pack)
    const count = newCount()
    for (const region of ['east', 'west'])
      for (const rural of [1, 7, 50, 99, 1033, 123_456, 10_000_001])
        for (const away of [-1, 0, 1]) {
          const poor = Math.max(0, Math.round(rural * (region === 'west' ? 0.03 : 0.02)) + away)
          const cells = {
            region,
            rural_persons: decimal(rural),
            poor_persons: decimal(Math.min(poor, rural)),
          }
          sameAssessment(pack, engines, recordOf(pack, cells), '2020-01-01', count)
        }
    expect(count).toMatchObject({ told: 0, unexplained: 0, judged: engines.length * 2 * 7 * 3 })
  })
})
