import { describe, expect, test } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { turningValues } from '../../src/engine/explain/turning-points.js'
import type { Pack } from '../../src/lang/pack.js'
import { coverageOf } from '../../src/testing/coverage/coverage.js'
import { mutantsOf } from '../../src/testing/mutation/mutants.js'
import { mutate } from '../../src/testing/mutation/mutation.js'
import { judgedCase } from '../../src/testing/mutation/notices.js'
import { tellingRecords } from '../../src/testing/mutation/telling-record.js'
import { blankRecord } from '../../src/testing/prove/candidates.js'
import { combinationsOfCases } from '../../src/testing/prove/case-combinations.js'
import { combinationsOf } from '../../src/testing/prove/combinations.js'
import { provePack } from '../../src/testing/prove/prove.js'
import { smallPack } from '../engine/small.js'
import { casesOf } from './example-pack.js'

const money = { type: 'money', unit: 'CNY', min: 0, step: 0.01 }
const dated = (unit: string, value: number) => ({ unit, values: [{ from: '2014-01-01', value }] })
const row = (when: string, outcome: string) =>
  Object.fromEntries([
    ['when', when],
    ['then', outcome],
  ])
const table = (criterion: string) => ({
  table: [row(`any unmet of [${criterion}]`, 'help'), { otherwise: 'none' }],
})

/** Three children make a large family. */
const LARGE_FAMILY = smallPack({
  as_of: '2020-12-31',
  size: 'size',
  parameters: { grown: dated('year', 18), many: dated('person', 3) },
  member: { age: { type: 'number', unit: 'year', min: 0, max: 120 } },
  derived: { size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)'] } },
  criteria: { small: 'count(members[age < grown]) < many' },
  decisions: table('small'),
})

/** Income behind a deduction, against a limit by size. */
const DEDUCTIONS = smallPack({
  as_of: '2020-12-31',
  parameters: {
    kept: dated('ratio', 0.8),
    free: dated('CNY', 204),
    one: dated('person', 1),
    limit_one: dated('CNY', 1255),
    limit_more: dated('CNY', 1704),
  },
  facts: { rent: money },
  member: { earned: money },
  size: 'size',
  derived: {
    size: { type: 'count', unit: 'person', min: 1, sources: ['count(members)'] },
    counted: { type: 'money', unit: 'CNY', sources: ['max(0, sum(members.earned) * kept - free - rent)'] },
    limit: {
      type: 'money',
      unit: 'CNY',
      sources: ['if size <= one then limit_one else limit_more'],
    },
  },
  criteria: { poor: 'counted > limit' },
  decisions: table('poor'),
})

describe('the search finds what a rule turns on', () => {
  test.each([
    ['families as large as it asks for', LARGE_FAMILY],
    ['exact incomes behind deductions', DEDUCTIONS],
  ])('%s', (_, pack: Pack) => {
    const { items } = coverageOf(pack, [])
    expect(items.filter(({ hole }) => hole?.witness == null).map(({ id }) => id)).toEqual([])
    const { survivors, notShown, equivalent } = mutate(pack, [])
    expect(survivors.length).toBeGreaterThan(10)
    expect(survivors.filter(({ witness }) => witness === null)).toEqual([])
    expect([...notShown, ...equivalent].map(({ id, words }) => `${id}: ${words}`)).toEqual([])
  })

  test('a value that runs through a deduction turns where it really does', () => {
    const record = {
      ...blankRecord(DEDUCTIONS),
      members: { kind: 'rows', rows: [{ facts: new Map(), line: null }] } as const,
    }
    const rentFree = {
      ...record,
      facts: new Map([...record.facts, ['rent', { kind: 'known', value: decimal(0) } as const]]),
    }
    const values = turningValues(DEDUCTIONS, rentFree, '2020-12-31', 'members[1].earned')
    // (1255 + 204) / 0.8
    expect(values.map(String)).toContain('1823.75')
  })
})

test('codes that a parameter chooses have no sides', () => {
  const pack = smallPack({
    as_of: '2020-12-31',
    parameters: { line: dated('CNY', 100) },
    facts: { wages: money, grade: { type: 'code', codes: { A: 'a', B: 'b' } } },
    criteria: { fits: '(if wages >= line then grade else "A") = "A"' },
    decisions: table('fits'),
  })
  expect(coverageOf(pack, []).items.filter(({ id }) => id.startsWith('criteria.fits.0.'))).toHaveLength(4)
})

describe('what is proved', () => {
  const pack = (met: string) =>
    smallPack({
      as_of: '2020-12-31',
      parameters: { none: dated('CNY', 0), line: dated('CNY', 100) },
      facts: { wages: money, safe: { type: 'yes_no' } },
      criteria: { ends: met },
      decisions: table('ends'),
    })

  test('a side on which no value of the declared range lies is not counted', () => {
    const { unreachable, items } = coverageOf(pack('wages > none and safe'), [])
    expect(unreachable).toEqual(['criteria.ends.0.below'])
    expect(items.filter(({ hit, hole }) => !hit && hole?.witness == null)).toEqual([])
  })
})

describe('what nobody shows and nobody proves', () => {
  // One pair of amounts alone makes it unmet.
  const pack = smallPack({
    as_of: '2020-12-31',
    parameters: { line: dated('CNY', 100), upper: dated('CNY', 150) },
    facts: { wages: money, gifts: money },
    criteria: { odd: 'not(wages + gifts = upper and wages = gifts + line)' },
    decisions: table('odd'),
  })
  const showing = 'cases: [{ name: a, given: { wages: 125, gifts: 25 }, expect: { EXPECTED } }]'
  const casesThat = (expected: string) => casesOf({ 'a.yaml': showing.replace('EXPECTED', expected) }, pack)

  test('is open', () => {
    const coverage = coverageOf(pack, [])
    expect(coverage.items.find(({ id }) => id === 'criteria.odd.unmet')).toMatchObject({
      hit: false,
      hole: { witness: null },
    })
    expect(coverage.unreachable).toEqual([])
    expect(provePack(pack).map(({ severity }) => severity)).toEqual(['note', 'note'])
  })

  test('is shown by a case of the pack, whatever it expects', async () => {
    const cases = await casesThat('diagnostics: []')
    expect(coverageOf(pack, cases).items.find(({ id }) => id === 'criteria.odd.unmet')?.hit).toBe(true)
    const shown = combinationsOf(pack, combinationsOfCases(pack, cases))
    expect(provePack(pack, shown)).toEqual([])
  })

  test('is told from a mutant by the record of such a case, and noticed by one that expects it', async () => {
    const [mutant] = mutantsOf(pack).filter(({ words }) => words === '`150` were `150.01`')
    if (mutant === undefined) throw new Error('the limit is not changed')
    const cases = await casesThat('diagnostics: []')
    const told = [...tellingRecords(pack, mutant, cases.map(judgedCase))]
    expect(told.map(({ record }) => record)).toContain(cases[0]?.record)
    const { killed } = mutate(pack, await casesThat('verdicts: { odd: unmet }'))
    expect(killed.map(({ id }) => id)).toContain(mutant.id)
  })
})
