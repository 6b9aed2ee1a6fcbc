import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isClosed } from '../../../src/base/value.js'
import type { Finding, Reason } from '../../../src/engine/assessment.js'
import { explainCriterion } from '../../../src/engine/explain/explain.js'
import { findingsOf } from '../../../src/engine/explain/findings.js'
import { settlingFactsOf } from '../../../src/engine/explain/settling-facts.js'
import { reasonInWords, valueInWords } from '../../../src/engine/sentences.js'
import { randomCase } from '../random/records.js'
import { holds } from '../random/runs.js'
import { assess, type Cells, gap, smallPack, smallRecord } from '../small.js'

const money = { type: 'money', unit: 'CNY/year', min: 0 }
const yesNo = { type: 'yes_no' }

const pack = smallPack({
  as_of: '2020-12-31',
  date: true,
  size: 'size',
  parameters: {
    line: {
      unit: 'CNY/person/year',
      min: 0,
      values: [
        { from: '2014-01-01', value: 2800 },
        { from: '2020-01-01', value: 4000 },
      ],
    },
    young: { unit: 'year', values: [{ from: '2010-01-01', value: 6 }] },
    grown: { unit: 'year', values: [{ from: '2012-01-01', value: 16 }] },
    tolerance: { unit: 'CNY/person/year', min: 0, values: [{ from: '2014-01-01', value: 1 }] },
  },
  facts: {
    wages: { ...money, labels: { en: 'Wages' } },
    gifts: money,
    a_head: { type: 'money', unit: 'CNY/person/year' },
    grade: { type: 'code', codes: { A: 'a', B: 'b', C: 'c' } },
    repaired: yesNo,
    farms: yesNo,
    watered: yesNo,
    taught: { type: 'count', unit: 'person', min: 0 },
    children: { type: 'count', unit: 'person', min: 0 },
  },
  member: {
    age: { type: 'number', unit: 'year', min: 0, max: 120 },
    in_school: { ...yesNo, labels: { en: 'In school' } },
  },
  derived: {
    size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)'] },
    net: {
      unit: 'CNY/year',
      sources: ['given', 'wages + gifts', { of: 'a_head * size', within: 'tolerance * size' }],
    },
    schooled: {
      sources: [
        'every m in members satisfies not(m.age in [young..grown)) or m.in_school',
        'taught >= children',
      ],
    },
  },
  criteria: {
    income: 'net >= line * size',
    housing: 'grade in ("A", "B") or repaired',
    water: { met: 'watered', applies_if: 'farms' },
    school: 'schooled',
    young_ones: 'some m in members satisfies m.age < young',
    later: { met: 'watered', since: '2022-01-01' },
    advice: { met: 'watered', advisory: true },
  },
  decisions: {
    table: [
      Object.fromEntries([
        ['when', 'any unmet of [income, housing, water, school, young_ones, later]'],
        ['then', 'poor'],
      ]),
      { otherwise: 'fine' },
    ],
  },
})

function findings(
  cells: Cells,
  members?: readonly Cells[],
  headers: Readonly<Record<string, string>> = {},
): Map<string, Finding> {
  const record = { ...smallRecord(pack, cells, members), headers: new Map(Object.entries(headers)) }
  return new Map(findingsOf(pack, assess(pack, record)).map((each) => [each.criterion, each]))
}

const readable = (reason: Reason) => ({
  ...reason,
  observed: valueInWords(reason.observed),
  threshold: reason.threshold && valueInWords(reason.threshold),
  margin: reason.margin?.toFixed() ?? null,
})

const because = (
  id: string,
  cells: Cells,
  members?: readonly Cells[],
  headers?: Readonly<Record<string, string>>,
) => {
  const finding = findings(cells, members, headers).get(id)
  return [finding?.verdict, ...(finding?.because.map(readable) ?? [])]
}

const ROW = { file: 'small.csv', line: 2 }

describe('a finding says what was compared with what', () => {
  it('a sum that misses the line, by how much, since when the line holds and in which cells it was read', () => {
    expect(because('income', { wages: 11000, gifts: 700, size: 3 })).toEqual([
      'unmet',
      {
        expression: 'net >= line * size',
        observed: '11700',
        threshold: '12000',
        margin: '-300',
        unit: 'CNY/year',
        effectiveFrom: '2020-01-01',
        gap: null,
        gapField: null,
        checks: [],
        at: { ...ROW, field: expect.stringMatching(/^wages\|gifts/) },
      },
    ])
  })
  it('exactly at the line the margin is 0, and columns are named as in the file', () => {
    expect(because('income', { net: 12000, size: 3 }, undefined, { net: '纯收入' })).toEqual([
      'met',
      expect.objectContaining({ margin: '0', at: { ...ROW, field: expect.stringMatching(/^纯收入/) } }),
    ])
  })
  it('on an earlier date the earlier line, with its own date', () => {
    expect(because('income', { net: 12000, size: 3, survey_date: '2016-05-05' })).toEqual([
      'met',
      expect.objectContaining({ threshold: '8400', margin: '3600', effectiveFrom: '2014-01-01' }),
    ])
  })
  it('a missing part: no margin, why it is missing, and the cell in which the answer would stand', () => {
    expect(because('income', { wages: 3000, gifts: gap('refused'), size: 3 })).toEqual([
      'unknown',
      {
        expression: 'net >= line * size',
        observed: '3000 or more',
        threshold: '12000',
        margin: null,
        unit: 'CNY/year',
        effectiveFrom: '2020-01-01',
        gap: 'refused',
        gapField: 'gifts',
        checks: [],
        at: { ...ROW, field: 'gifts' },
      },
    ])
  })
  it('a line that is not in force', () => {
    expect(because('income', { net: 3000, size: 3, survey_date: '2013-05-05' })).toEqual([
      'unknown',
      expect.objectContaining({ threshold: '0 or more', effectiveFrom: null, gap: 'not_in_force' }),
    ])
  })
  it('a range whose end is open, for one who is inside as far as is known', () => {
    const limited = smallPack({
      facts: { wages: money, least: money, most: money },
      criteria: { inside: 'wages in [least..most]' },
    })
    const [finding] = findingsOf(
      limited,
      assess(limited, smallRecord(limited, { wages: 5, least: 1, most: gap('refused') })),
    )
    expect(finding?.because.map(readable)).toEqual([
      expect.objectContaining({
        expression: 'wages in [least..most]',
        observed: '5',
        threshold: null,
        gap: 'refused',
        gapField: 'most',
        checks: [],
      }),
    ])
  })
  it('a conflict', () => {
    expect(because('income', { net: 5000, wages: 9000, size: 3 })).toEqual([
      'unknown',
      expect.objectContaining({ observed: 'anything', gap: 'conflicting' }),
    ])
  })
  it('a figure that is only rounded is open without a missing cell', () => {
    expect(
      because('income', {
        a_head: 4000,
        size: 3,
        net: gap('absent'),
        wages: gap('absent'),
        gifts: gap('absent'),
      }),
    ).toEqual([
      'unknown',
      expect.objectContaining({ observed: '11997 to 12003', threshold: '12000', margin: null }),
    ])
  })
})

describe('a finding names only what decided it', () => {
  it.each<[string, Cells, unknown[]]>([
    [
      'the part of an `or` that holds',
      { grade: 'A', repaired: false },
      ['met', ['grade in ("A", "B")', 'A', 'grade']],
    ],
    [
      'both parts of an `or` that fail',
      { grade: 'C', repaired: false },
      ['unmet', ['grade in ("A", "B")', 'C', 'grade'], ['repaired', 'no', 'repaired']],
    ],
    ['the open part of an open `or`', { grade: 'C' }, ['unknown', ['repaired', 'open', 'repaired']]],
    [
      'a code that may still be several',
      { repaired: false },
      ['unknown', ['grade in ("A", "B")', 'A or B or C', 'grade']],
    ],
  ])('%s', (_, cells, [verdict, ...reasons]) => {
    const seen = findings(cells).get('housing')
    expect([
      seen?.verdict,
      ...(seen?.because.map((each) => [each.expression, valueInWords(each.observed), each.at?.field]) ?? []),
    ]).toEqual([verdict, ...reasons])
  })
  it.each<[string, Cells, string, readonly string[]]>([
    ['that it does not apply', { farms: false }, 'not_applicable', ['farms: no']],
    ['that it is met, not that it applies', { farms: true, watered: true }, 'met', ['watered: yes']],
    ['that it is unmet', { farms: true, watered: false }, 'unmet', ['watered: no']],
    ['both where both are open', {}, 'unknown', ['farms: open', 'watered: open']],
  ])('of a criterion with `applies_if`: %s', (_, cells, verdict, reasons) => {
    const seen = findings(cells).get('water')
    expect([
      seen?.verdict,
      seen?.because.map((each) => `${each.expression}: ${valueInWords(each.observed)}`),
    ]).toEqual([verdict, reasons])
  })
  it('the rows that decide, with their numbers and lines', () => {
    const rows = [{ age: 40 }, { age: 9, in_school: false }, { age: 12, in_school: true }]
    expect(because('school', {}, rows)).toEqual([
      'unmet',
      {
        expression: 'members[2].age in [young..grown)',
        observed: '9',
        threshold: null,
        margin: null,
        unit: 'year',
        effectiveFrom: '2012-01-01',
        gap: null,
        gapField: null,
        checks: [],
        at: { file: 'small.csv', line: 11, field: 'members.age' },
      },
      {
        expression: 'members[2].in_school',
        observed: 'no',
        threshold: null,
        margin: null,
        unit: null,
        effectiveFrom: null,
        gap: null,
        gapField: null,
        checks: [],
        at: { file: 'small.csv', line: 11, field: 'members.in_school' },
      },
    ])
  })
  it('the rows that keep it open', () => {
    expect(because('school', {}, [{ age: 40 }, { age: 9 }])).toEqual([
      'unknown',
      expect.objectContaining({
        expression: 'members[2].in_school',
        gap: 'blank',
        gapField: 'members.in_school',
        checks: [],
        at: { file: 'small.csv', line: 11, field: 'members.in_school' },
      }),
      expect.objectContaining({ expression: 'taught >= children', gap: 'blank' }),
    ])
  })
  it('the count form where there is no roster', () => {
    expect(because('school', { taught: 1, children: 2 })).toEqual([
      'unmet',
      {
        expression: 'taught >= children',
        observed: '1',
        threshold: '2',
        margin: '-1',
        unit: 'person',
        effectiveFrom: null,
        gap: null,
        gapField: null,
        checks: [],
        at: { ...ROW, field: 'taught' },
      },
    ])
  })
  it('the expression itself where no row decides', () => {
    expect(because('young_ones', { size: 2 })).toEqual([
      'unknown',
      expect.objectContaining({
        expression: 'some m in members satisfies m.age < young',
        observed: 'open',
        gap: 'blank',
        gapField: 'members',
        checks: [],
        at: { ...ROW, field: 'members' },
      }),
    ])
  })
  it('that it does not apply yet', () => {
    expect(because('later', { survey_date: '2021-12-31' })).toEqual([
      'not_applicable',
      {
        expression: 'since 2022-01-01',
        observed: 'no',
        threshold: null,
        margin: null,
        unit: null,
        effectiveFrom: '2022-01-01',
        gap: null,
        gapField: null,
        checks: [],
        at: null,
      },
    ])
  })
  it('advisory criteria among the others, with source and message', () => {
    const seen = findings({ watered: false, wages: 11000, gifts: 700, size: 3 })
    expect(seen.get('advice')).toMatchObject({ advisory: true, verdict: 'unmet' })
    expect(seen.get('income')).toMatchObject({
      advisory: false,
      source: { source: 'paper', title: 'The paper', evidence: 'verified', quote: null, note: null },
      message:
        'Title of income: unmet, no income. net >= line * size: 11700 against 12000 CNY/year (300 below)',
    })
    expect([...seen.keys()]).toEqual(pack.criteria.map(({ id }) => id))
  })
  it('an unknown one asks for its gaps by their labels', () => {
    const rows = [{ age: 9 }]
    expect(findings({ gifts: 1, size: 1 }, rows).get('income')?.message).toBe(
      'Title of income: unknown, because of wages',
    )
    expect(findings({}, rows).get('school')?.message).toBe(
      'Title of school: unknown, because of in school of member 1',
    )
  })
})

describe('of any record', () => {
  it('findings, trees and settlers agree with the assessment', () => {
    holds(
      fc.property(randomCase, (drawn) => {
        for (const record of drawn.records) {
          const assessment = assess(drawn.pack, record, drawn.asOf)
          const seen = findingsOf(drawn.pack, assessment)
          expect(seen.map(({ criterion, verdict }) => [criterion, verdict])).toEqual([...assessment.verdicts])
          for (const finding of seen) {
            expect(finding.because.length, finding.message).toBeGreaterThan(0)
            const isOpen = finding.because.some(
              ({ observed, gap: why }) => !isClosed(observed) || why !== null,
            )
            if (finding.verdict === 'unknown') expect(isOpen, finding.message).toBe(true)
            expect(explainCriterion(drawn.pack, assessment, finding.criterion).note).toBe(finding.verdict)
          }
          expect(settlingFactsOf(drawn.pack, assessment).map(({ fact }) => fact)).toEqual(assessment.needs)
        }
      }),
      30,
    )
  })
})

describe('a finding names cells', () => {
  const amounts = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, money]))
  const costs = smallPack({
    as_of: '2020-12-31',
    parameters: {
      line: { unit: 'CNY/year', values: [{ from: '2014-01-01', value: 100 }] },
      cap: { unit: 'CNY/year', values: [{ from: '2014-01-01', value: 10 }] },
    },
    facts: { ...amounts('income', 'care', 'shelter', 'rent'), owns: yesNo },
    derived: {
      net: { ...money, min: undefined, sources: ['income - care - min(shelter, cap)'] },
      home: { ...money, sources: ['if owns then shelter else rent'] },
    },
    criteria: { low: 'net <= line', cheap: 'home <= line', cheaper: 'income + home <= line' },
  })
  const cellsOf = (cells: Cells, id: string) => {
    const assessment = assess(costs, smallRecord(costs, cells))
    const [reason] = findingsOf(costs, assessment).find(({ criterion }) => criterion === id)?.because ?? []
    return [reason?.at?.field ?? null, reason?.gap ?? null, reason?.gapField ?? null]
  }
  it.each<[string, Cells, string, (string | null)[]]>([
    [
      'that decide, and the blank one that cannot change it',
      { income: 50, care: 0 },
      'low',
      ['income|care', 'blank', 'shelter'],
    ],
    [
      'that are blank, where these keep it open',
      { income: 105, care: 0 },
      'low',
      ['shelter', 'blank', 'shelter'],
    ],
    [
      'that are blank and those that were refused apart',
      { income: 5, care: gap('refused') },
      'low',
      ['income', 'refused', 'care'],
    ],
    [
      'none of them blank where all are known',
      { income: 50, care: 0, shelter: 1 },
      'low',
      ['income|care|shelter', null, null],
    ],
    [
      'of the branch that was taken',
      { owns: true, shelter: 5, rent: 7 },
      'cheap',
      ['shelter|owns', null, null],
    ],
    ['of the other branch', { owns: false, shelter: 5, rent: 7 }, 'cheap', ['rent|owns', null, null]],
    [
      'of both branches where either may be taken',
      { shelter: 5, rent: 7 },
      'cheap',
      ['shelter|rent', 'blank', 'owns'],
    ],
    [
      'of a branch inside a sum',
      { owns: true, income: 1, shelter: 5, rent: 7 },
      'cheaper',
      ['income|shelter|owns', null, null],
    ],
  ])('%s', (_, cells, id, expected) => {
    const sorted = (field: string | null) => field?.split('|').sort().join('|') ?? null
    const [at = null, ...rest] = cellsOf(cells, id)
    expect([sorted(at), ...rest]).toEqual([sorted(expected[0] ?? null), ...expected.slice(1)])
  })
})

describe('a unit is read as a person says it', () => {
  it.each([
    ['person', 4, '4 persons'],
    ['person', 1, '1 person'],
    ['minute', 0, '0 minutes'],
    ['CNY/person/year', 4000, '4000 CNY/person/year'],
    ['mu', 3, '3 mu'],
  ])('%s, %d', (unit, value, text) => {
    const pack = smallPack({
      as_of: '2020-12-31',
      parameters: { limit: { unit, values: [{ from: '2014-01-01', value }] } },
      facts: { amount: { type: 'number', unit } },
      criteria: { k: 'amount >= limit' },
    })
    const assessment = assess(pack, smallRecord(pack, { amount: 2 }))
    const [reason] = findingsOf(pack, assessment)[0]?.because ?? []
    expect(reason && reasonInWords(reason)).toContain(`: 2 against ${text}`)
  })
})
