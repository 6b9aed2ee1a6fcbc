import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decimal, decimal, roundToStep } from '../../../src/base/decimal.js'
import { contains } from '../../../src/base/range.js'
import { settlingFactsOf } from '../../../src/engine/explain/settling-facts.js'
import { declarationOf, withAnswer } from '../../../src/engine/possible-answers.js'
import type { Pack } from '../../../src/lang/pack.js'
import type { CaseRecord, Known } from '../../../src/lang/record.js'
import { chanceFrom } from '../random/chance.js'
import { randomCase } from '../random/records.js'
import { holds } from '../random/runs.js'
import { assess, type Cells, gap, type SmallPack, smallPack, smallRecord } from '../small.js'

const money = { type: 'money', unit: 'CNY', min: 0 }
const yesNo = { type: 'yes_no' }

const BASE = {
  as_of: '2020-12-31',
  size: 'size',
  parameters: {
    line: { unit: 'CNY/person', min: 0, values: [{ from: '2020-01-01', value: 4000 }] },
    upper: { unit: 'CNY/person', min: 0, values: [{ from: '2020-01-01', value: 6000 }] },
    adult: { unit: 'year', values: [{ from: '2020-01-01', value: 16 }] },
    minutes: { unit: 'minute', values: [{ from: '2020-01-01', value: 20 }] },
    warm: { unit: 'point', values: [{ from: '2020-01-01', value: -5 }] },
    tolerance: { unit: 'CNY/person', min: 0, values: [{ from: '2020-01-01', value: 1 }] },
  },
  facts: {
    wages: money,
    gifts: money,
    costs: { ...money, max: 5000 },
    a_head: { type: 'money', unit: 'CNY/person' },
    walk: { type: 'number', unit: 'minute', min: 0, max: 600, step: 0.1 },
    cold: { type: 'number', unit: 'point', step: 0.5 },
    size: { type: 'count', unit: 'person', min: 1 },
    safe: yesNo,
    grade: { type: 'code', codes: { A: 'a', B: 'b', C: 'c' } },
  },
  member: { age: { type: 'number', unit: 'year', min: 0, max: 120 }, in_school: yesNo },
} satisfies Partial<SmallPack>

const settlers = (pack: Pack, record: CaseRecord) =>
  settlingFactsOf(pack, assess(pack, record)).map(({ fact, answers }) => ({
    fact,
    answers: answers.map(({ when, leadsTo }) => `${when}: ${leadsTo}`),
  }))

/** The decision where one fact has this value. */
const decisionAt = (pack: Pack, record: CaseRecord, fact: string, value: Known) =>
  assess(pack, withAnswer(record, fact, value)).decision

describe('what each answer to a missing fact leads to', () => {
  const income = smallPack({
    ...BASE,
    derived: {
      net: {
        type: 'money',
        unit: 'CNY',
        sources: ['given', 'wages + gifts - costs', { of: 'a_head * size', within: 'tolerance * size' }],
      },
    },
    criteria: { income: 'net >= line * size' },
  })
  const above = smallPack({ ...BASE, criteria: { income: 'wages + gifts > line * size' } })
  const both = smallPack({
    ...BASE,
    criteria: { income: 'wages >= line * size', near: 'wages >= upper * size' },
    decisions: {
      table: [
        Object.fromEntries([
          ['when', 'any unmet of [income]'],
          ['then', 'register'],
        ]),
        Object.fromEntries([
          ['when', 'any unmet of [near]'],
          ['then', 'monitor'],
        ]),
        { otherwise: 'pass' },
      ],
    },
  })

  it('a missing part of an income: from where on the line is reached', () => {
    const record = smallRecord(income, { size: 3, wages: 9000, costs: 0, net: gap('absent') })
    expect(settlers(income, record)).toEqual([
      { fact: 'gifts', answers: ['gifts ≥ 3000.00: fine', 'else: poor'] },
    ])
    expect(decisionAt(income, record, 'gifts', decimal('3000'))).toBe('fine')
    expect(decisionAt(income, record, 'gifts', decimal('2999.99'))).toBe('poor')
  })
  it('a cost works the other way round', () => {
    const record = smallRecord(income, { size: 3, wages: 9000, gifts: '4000.5', net: gap('absent') })
    expect(settlers(income, record)).toEqual([
      { fact: 'costs', answers: ['costs ≥ 1000.51: poor', 'else: fine'] },
    ])
    expect(decisionAt(income, record, 'costs', decimal('1000.50'))).toBe('fine')
    expect(decisionAt(income, record, 'costs', decimal('1000.51'))).toBe('poor')
  })
  it('above the line is one step more than at it', () => {
    const record = smallRecord(above, { size: 3, wages: 9000 })
    expect(settlers(above, record)).toEqual([
      { fact: 'gifts', answers: ['gifts ≥ 3000.01: fine', 'else: poor'] },
    ])
    expect(decisionAt(above, record, 'gifts', decimal('3000.01'))).toBe('fine')
    expect(decisionAt(above, record, 'gifts', decimal('3000'))).toBe('poor')
  })
  it('two thresholds give three stretches', () => {
    const record = smallRecord(both, { size: 2 })
    expect(settlers(both, record)).toEqual([
      {
        fact: 'wages',
        answers: [
          'wages ≤ 7999.99: register',
          'wages from 8000.00 to 11999.99: monitor',
          'wages ≥ 12000.00: pass',
        ],
      },
    ])
    const seen = ['7999.99', '8000', '11999.99', '12000'].map((value) =>
      decisionAt(both, record, 'wages', decimal(value)),
    )
    expect(seen).toEqual(['register', 'monitor', 'monitor', 'pass'])
  })
  it('a single value between two stretches is named as such', () => {
    const exact = smallPack({ ...BASE, criteria: { at_the_line: 'wages = line * size' } })
    const record = smallRecord(exact, { size: 1 })
    expect(settlers(exact, record)).toEqual([
      { fact: 'wages', answers: ['wages ≤ 3999.99: poor', 'wages = 4000.00: fine', 'wages ≥ 4000.01: poor'] },
    ])
  })
  it('a column of its own, within what a rounded figure leaves', () => {
    const record = smallRecord(income, { size: 3, a_head: 4000, wages: gap('absent') })
    expect(settlers(income, record)).toEqual([
      {
        fact: 'net',
        answers: [
          'net ≤ 11996.99: verify',
          'net from 11997.00 to 11999.99: poor',
          'net from 12000.00 to 12003.00: fine',
          'net ≥ 12003.01: verify',
        ],
      },
    ])
    const seen = ['11996.99', '11997', '11999.99', '12000', '12003', '12003.01'].map((value) =>
      decisionAt(income, record, 'net', decimal(value)),
    )
    expect(seen).toEqual(['verify', 'poor', 'poor', 'fine', 'fine', 'verify'])
  })
  it('the size of the household', () => {
    const record = smallRecord(both, { wages: 20000 })
    expect(settlers(both, record)).toEqual([
      { fact: 'size', answers: ['size ≤ 3: pass', 'size from 4 to 5: monitor', 'size ≥ 6: register'] },
    ])
    const seen = [3, 4, 5, 6].map((value) => decisionAt(both, record, 'size', decimal(value)))
    expect(seen).toEqual(['pass', 'monitor', 'monitor', 'register'])
  })
  it('a number with steps of a tenth and ends', () => {
    const water = smallPack({ ...BASE, criteria: { near: 'walk <= minutes' } })
    expect(settlers(water, smallRecord(water, {}))).toEqual([
      { fact: 'walk', answers: ['walk ≥ 20.1: poor', 'else: fine'] },
    ])
  })
  it('a number below 0', () => {
    const heating = smallPack({ ...BASE, criteria: { warm: 'cold >= warm' } })
    expect(settlers(heating, smallRecord(heating, {}))).toEqual([
      { fact: 'cold', answers: ['cold ≥ -5.0: fine', 'else: poor'] },
    ])
  })
  it('where no answer to this one alone decides, any number leads to the same', () => {
    const record = smallRecord(above, { size: 3 })
    expect(settlers(above, record)).toEqual([
      { fact: 'wages', answers: ['wages ≥ 12000.01: fine', 'else: verify'] },
      { fact: 'gifts', answers: ['gifts ≥ 12000.01: fine', 'else: verify'] },
    ])
    const two = smallPack({
      ...BASE,
      criteria: { safe: 'safe', income: 'wages >= 0 * size and costs < wages' },
    })
    expect(
      settlers(two, smallRecord(two, { size: 1, costs: 5 })).map(({ fact, answers }) => [fact, answers]),
    ).toEqual([
      ['wages', ['wages ≥ 5.01: verify', 'else: poor']],
      ['safe', ['yes: verify', 'no: poor']],
    ])
  })
  it('yes and no', () => {
    const safe = smallPack({ ...BASE, criteria: { safe: 'not(safe) or grade = "A"' } })
    expect(settlers(safe, smallRecord(safe, { grade: 'B' }))).toEqual([
      { fact: 'safe', answers: ['yes: poor', 'no: fine'] },
    ])
  })
  it('codes, each of them', () => {
    const house = smallPack({ ...BASE, criteria: { house: 'grade in ("A", "B")' } })
    expect(settlers(house, smallRecord(house, {}))).toEqual([
      { fact: 'grade', answers: ['A: fine', 'B: fine', 'C: poor'] },
    ])
  })
  it('facts of members, by their row', () => {
    const school = smallPack({
      ...BASE,
      criteria: { school: 'every m in members satisfies m.age >= adult or m.in_school' },
    })
    const record = smallRecord(school, {}, [{ age: 40 }, { age: 15 }, { in_school: false }])
    expect(settlers(school, record)).toEqual([
      { fact: 'members[2].in_school', answers: ['yes: verify', 'no: poor'] },
      { fact: 'members[3].age', answers: ['members[3].age ≥ 16: verify', 'else: poor'] },
    ])
    const one = smallRecord(school, {}, [{ age: 40 }, { in_school: false }])
    expect(settlers(school, one)).toEqual([
      { fact: 'members[2].age', answers: ['members[2].age ≥ 16: fine', 'else: poor'] },
    ])
    expect(decisionAt(school, one, 'members[2].age', decimal(16))).toBe('fine')
    expect(decisionAt(school, one, 'members[2].age', decimal(15))).toBe('poor')
  })
  it('a roster has no answers to list', () => {
    const school = smallPack({ ...BASE, criteria: { school: 'every m in members satisfies m.in_school' } })
    expect(settlers(school, smallRecord(school, {}))).toEqual([{ fact: 'members', answers: [] }])
  })
  it('answers are judged on the date that the run was given', () => {
    const pack = smallPack({
      ...BASE,
      as_of: '2030-01-01',
      parameters: {
        line: {
          unit: 'CNY',
          min: 0,
          values: [
            { from: '2020-01-01', value: 10 },
            { from: '2025-01-01', value: 99 },
          ],
        },
      },
      criteria: { income: 'wages >= line' },
    })
    const assessment = assess(pack, smallRecord(pack, {}), '2021-01-01')
    expect(settlingFactsOf(pack, assessment).map(({ answers }) => answers)).toEqual([
      [
        { when: 'wages ≥ 10.00', leadsTo: 'fine' },
        { when: 'else', leadsTo: 'poor' },
      ],
    ])
  })
  it('turning points behind `if`, `min`, `max` and products are found', () => {
    const cells: readonly (readonly [met: string, cells: Cells, answers: readonly string[]])[] = [
      ['min(wages, gifts) >= line * size', { size: 1, gifts: 5000 }, ['wages ≥ 4000.00: fine', 'else: poor']],
      ['max(wages, gifts) >= line * size', { size: 1, gifts: 5 }, ['wages ≥ 4000.00: fine', 'else: poor']],
      [
        '(if safe then wages else gifts) >= line * size',
        { size: 1, safe: true },
        ['wages ≥ 4000.00: fine', 'else: poor'],
      ],
      [
        '(if wages > gifts then wages else 0) >= line * size',
        { size: 1, gifts: 5000 },
        ['wages ≥ 5000.01: fine', 'else: poor'],
      ],
      [
        'wages in [line * size..upper * size)',
        { size: 1 },
        ['wages ≤ 3999.99: poor', 'wages from 4000.00 to 5999.99: fine', 'wages ≥ 6000.00: poor'],
      ],
      ['wages + wages + wages >= line * size', { size: 1 }, ['wages ≥ 1333.34: fine', 'else: poor']],
      ['-wages <= gifts - line * size', { size: 1, gifts: 1000 }, ['wages ≥ 3000.00: fine', 'else: poor']],
    ]
    for (const [met, values, answers] of cells) {
      const pack = smallPack({ ...BASE, criteria: { it: met } })
      expect([met, settlers(pack, smallRecord(pack, values))]).toEqual([met, [{ fact: 'wages', answers }]])
    }
  })
})

describe('of any record', () => {
  it('a settler says what each number leads to, but where two kinks meet', () => {
    let facts = 0
    const wrong: string[] = []
    holds(
      fc.property(randomCase, fc.nat(1_000_000), (drawn, seed) => {
        const chance = chanceFrom(seed)
        for (const record of drawn.records) {
          for (const { fact, answers } of settlingFactsOf(
            drawn.pack,
            assess(drawn.pack, record, drawn.asOf),
          )) {
            const declaration = declarationOf(drawn.pack, fact)
            if (declaration === null || declaration.unit === null) continue
            facts += 1
            for (let probe = 0; probe < 8; probe++) {
              const value = roundToStep(decimal(chance(40) - 15).times('0.5'), declaration.step)
              if (!contains(declaration.range, value)) continue
              const seen = assess(drawn.pack, withAnswer(record, fact, value), drawn.asOf).decision
              if (seen !== leadsTo(answers, value))
                wrong.push(`${fact} ${value} ${seen} ${JSON.stringify(answers)}`)
            }
          }
        }
      }),
      50,
    )
    expect(facts).toBeGreaterThan(20)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(facts / 2000)
  })
})

/** What the answers of a settler say of one number. */
function leadsTo(answers: readonly { when: string; leadsTo: string }[], value: Decimal): string | undefined {
  return answers.find(({ when }) => {
    const [, sign, from, to] = / (≤|≥|=|from) (\S+)(?: to (\S+))?$/.exec(when) ?? []
    if (from === undefined) return when === 'any number' || when === 'else'
    if (sign === '≤') return value.lte(from)
    return sign === '≥' ? value.gte(from) : value.gte(from) && value.lte(to ?? from)
  })?.leadsTo
}
