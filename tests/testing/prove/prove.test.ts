import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import { assessRecord } from '../../../src/engine/assess.js'
import type { Assessment } from '../../../src/engine/assessment.js'
import type { Pack } from '../../../src/lang/pack.js'
import { provePack } from '../../../src/testing/prove/prove.js'
import { type SmallPack, smallPack } from '../../engine/small.js'
import { readText, recordsOf } from '../../survey/read.js'

const money = { type: 'money', unit: 'CNY', min: 0 }
const yesNo = { type: 'yes_no' }
const row = (when: string, outcome: string) =>
  Object.fromEntries([
    ['when', when],
    ['then', outcome],
  ])

const BASE = {
  as_of: '2020-12-31',
  date: true,
  parameters: {
    line: { unit: 'CNY', min: 0, values: [{ from: '2014-01-01', value: 100 }] },
    upper: { unit: 'CNY', min: 0, values: [{ from: '2014-01-01', value: 150 }] },
    grown: { unit: 'year', values: [{ from: '2014-01-01', value: 16 }] },
  },
  facts: {
    wages: money,
    gifts: money,
    safe: yesNo,
    dry: yesNo,
    grade: { type: 'code', codes: { A: 'a', B: 'b', C: 'c' } },
    status: { type: 'code', codes: { none: 'n', listed: 'l' } },
  },
  member: { age: { type: 'number', unit: 'year', min: 0, max: 120 }, in_school: yesNo },
} satisfies Partial<SmallPack>

/** The code and message of each finding. */
const found = (pack: Pack): string[] => provePack(pack).map(({ code, message }) => `${code}: ${message}`)

/** What `assess` says of the records of a witness, read as a file is read. */
async function replayed(pack: Pack, finding: Diagnostic | undefined): Promise<Assessment[]> {
  const reading = await readText('witness.yaml', finding?.witness ?? '', { pack })
  return recordsOf(reading).map((record) => assessRecord(pack, record, { asOf: null }))
}

describe('a pack that keeps its promises', () => {
  it('has no findings: every row is reached, every criterion counts, worse never helps', () => {
    const pack = smallPack({
      ...BASE,
      derived: { income: { type: 'money', unit: 'CNY', sources: ['given', 'wages + gifts'] } },
      criteria: {
        income: 'income >= line',
        near: 'income >= upper',
        house: 'grade in ("A", "B")',
        school: 'every m in members satisfies m.age >= grown or m.in_school',
        water: { met: 'dry', applies_if: 'safe' },
      },
      decisions: {
        by: 'status',
        none: [
          row('any unmet of [income, house, school, water]', 'register'),
          row('any unmet of [near]', 'monitor'),
          { otherwise: 'pass' },
        ],
        listed: [row('all met of [income, house, school]', 'exit'), { otherwise: 'keep' }],
      },
      properties: [{ id: 'worse-never-helps', order: ['pass', 'monitor', 'register'] }],
    })
    expect(provePack(pack)).toEqual([])
  })
  it('a threshold in force only later, and a criterion that begins later, are looked at on their dates', () => {
    const pack = smallPack({
      ...BASE,
      as_of: '2013-01-01',
      criteria: { income: 'wages >= line', dry: { met: 'dry', since: '2022-01-01' } },
      decisions: {
        table: [
          row('any unmet of [income]', 'poor'),
          row('any unmet of [dry]', 'wet'),
          { otherwise: 'fine' },
        ],
      },
    })
    expect(provePack(pack)).toEqual([])
  })
})

describe('a row that nobody comes to', () => {
  it('is found where an earlier row takes everybody, with one of them', async () => {
    const pack = smallPack({
      ...BASE,
      criteria: { income: 'wages >= line', house: 'grade = "A"' },
      decisions: {
        table: [
          row('any unmet of [income, house]', 'poor'),
          row('any unmet of [house]', 'ruin'),
          { otherwise: 'fine' },
        ],
      },
    })
    const [finding, ...others] = provePack(pack)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'unreachable-row',
      severity: 'error',
      message: 'no household comes to the row for `ruin`',
      why: 'wherever it would fire, row 1 (`poor`) fires first',
    })
    const [shown] = await replayed(pack, finding)
    expect([shown?.decision, shown?.verdicts.get('house')]).toEqual(['poor', 'unmet'])
  })
  it('is found where its condition contradicts itself', () => {
    const pack = smallPack({
      ...BASE,
      criteria: { enough: 'wages >= line', little: 'wages < line' },
      decisions: {
        table: [
          row('all met of [enough, little]', 'both'),
          row('any unmet of [enough]', 'poor'),
          { otherwise: 'fine' },
        ],
      },
    })
    expect(found(pack)).toEqual([
      expect.stringMatching(/^unreachable-row: no candidate of \d+ comes to the row for `both`$/),
    ])
    expect(provePack(pack)[0]).toMatchObject({
      severity: 'note',
      why: 'candidates are some records of many: another one may show it',
    })
    expect(provePack(pack)[0]?.witness).toBeUndefined()
  })
  it('is found in the table of each code', () => {
    const pack = smallPack({
      ...BASE,
      criteria: { house: 'safe' },
      decisions: {
        by: 'status',
        none: [row('any unmet of [house]', 'register'), { otherwise: 'pass' }],
        listed: [
          row('any unmet of [house]', 'keep'),
          row('all met of [house]', 'exit'),
          { otherwise: 'keep' },
        ],
      },
    })
    expect(found(pack)).toEqual(['unreachable-row: no household comes to the row for `keep`'])
    expect(provePack(pack)[0]?.at).toMatchObject({ line: 1 })
  })
})

describe('a criterion that changes no decision', () => {
  it('is found where a list names it beside one that is always as bad, with one for whom it is unmet', async () => {
    const pack = smallPack({
      ...BASE,
      criteria: { income: 'wages >= line', near: 'wages >= upper', house: 'safe' },
      decisions: {
        table: [
          row('any unmet of [near, income]', 'poor'),
          row('any unmet of [house]', 'ruin'),
          { otherwise: 'fine' },
        ],
      },
    })
    const [finding, ...others] = provePack(pack)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'idle-criterion',
      severity: 'note',
      message: expect.stringMatching(/^for no candidate of \d+ criterion `income` changes the decision$/),
    })
    const [shown] = await replayed(pack, finding)
    expect([shown?.decision, shown?.verdicts.get('income')]).toEqual(['poor', 'unmet'])
  })
  it('is found where no table names it', () => {
    const pack = smallPack({
      ...BASE,
      criteria: { house: 'safe', water: 'dry', advice: { met: 'grade = "A"', advisory: true } },
      decisions: { table: [row('any unmet of [house]', 'poor'), { otherwise: 'fine' }] },
    })
    expect(found(pack)).toEqual(['idle-criterion: criterion `water` changes no decision'])
    expect(provePack(pack)[0]).toMatchObject({
      severity: 'error',
      help: 'name it in row 1 of the table, `any unmet of [house]`, which gives `poor`; or mark it `advisory: true`, or take it out',
    })
  })
  it('is found where its row gives what all later rows give', () => {
    const pack = smallPack({
      ...BASE,
      criteria: { house: 'safe', water: 'dry' },
      decisions: {
        table: [
          row('any unmet of [house]', 'poor'),
          row('any unmet of [water]', 'fine'),
          { otherwise: 'fine' },
        ],
      },
    })
    expect(provePack(pack)).toMatchObject([
      { code: 'idle-criterion', severity: 'error', help: expect.stringContaining('row 1 of the table') },
    ])
  })
})

describe('a promise that does not hold', () => {
  const pack = smallPack({
    ...BASE,
    criteria: { income: 'wages >= line', house: 'safe' },
    decisions: {
      table: [
        row('any unmet of [house]', 'pass'),
        row('any unmet of [income]', 'help'),
        { otherwise: 'pass' },
      ],
    },
    properties: [{ id: 'worse-never-helps', order: ['pass', 'help'] }],
  })
  it('is found, with who is better off and who is worse', () => {
    const [finding, ...others] = provePack(pack)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: 'property-broken',
      message: '`worse-never-helps` does not hold: `pass` goes to who is worse off than one who gets `help`',
    })
    expect(finding?.witness).toMatch(
      /^# help\n- household_id: .*\n# pass, with house unmet as well\n- household_id: /s,
    )
  })
  it('and both show it when they are read back', async () => {
    const [better, worse] = await replayed(pack, provePack(pack)[0])
    expect([better?.decision, worse?.decision]).toEqual(['help', 'pass'])
    const unmet = (each: Assessment | undefined) =>
      [...(each?.verdicts ?? [])].flatMap(([id, verdict]) => (verdict === 'unmet' ? [id] : []))
    expect([unmet(better), unmet(worse)]).toEqual([['income'], ['income', 'house']])
  })
})

describe('a pack of many criteria', () => {
  it.each([16, 20, 300])('has no findings where each of %i counts by itself', (count) => {
    const names = Array.from({ length: count }, (_, index) => `q${index}`)
    const pack = smallPack({
      as_of: '2020-12-31',
      facts: Object.fromEntries(names.map((name) => [name, yesNo])),
      criteria: Object.fromEntries(names.map((name, index) => [`k${index}`, name])),
    })
    expect(found(pack)).toEqual([])
  })
})

describe('what only households of a certain make show', () => {
  const persons = (value: number) => ({ unit: 'person', values: [{ from: '2014-01-01', value }] })
  it.each([
    ['as many members as a limit asks for', { many: persons(3) }, 'count(members[age < grown]) < many'],
    ['more of them', { many: persons(7) }, 'count(members[age < grown]) <= many'],
    [
      'some of one kind beside one of another',
      { many: persons(2), one: persons(1) },
      'not(count(members[age < grown]) >= many and count(members[age >= grown]) >= one)',
    ],
    ['nobody of a kind', { many: persons(4) }, 'count(members[in_school]) > many or count(members) <= many'],
  ])('%s', (_, parameters, met) => {
    const pack = smallPack({
      ...BASE,
      parameters: { ...BASE.parameters, ...parameters },
      criteria: { small: met },
      decisions: { table: [row('any unmet of [small]', 'allowance'), { otherwise: 'none' }] },
    })
    expect(provePack(pack)).toEqual([])
  })
  it('is a note where it is not found, never an error', () => {
    const pack = smallPack({
      ...BASE,
      criteria: { odd: 'not(wages + gifts = upper and wages = gifts + line)' },
      decisions: { table: [row('any unmet of [odd]', 'poor'), { otherwise: 'fine' }] },
    })
    expect(provePack(pack).map(({ severity }) => severity)).toEqual(['note', 'note'])
  })
})

describe('a witness', () => {
  it('holds together where two criteria read a value and one of its parts', async () => {
    const pack = smallPack({
      ...BASE,
      derived: { income: { type: 'money', unit: 'CNY', sources: ['given', 'wages + gifts'] } },
      criteria: { income: 'income >= line', wages: 'wages >= line' },
      // Who earns the line in wages alone has it in all.
      decisions: {
        table: [
          row('any unmet of [wages]', 'help'),
          row('any unmet of [income]', 'never'),
          { otherwise: 'pass' },
        ],
      },
    })
    expect(found(pack)).toContainEqual(
      expect.stringMatching(/^unreachable-row: no candidate of \d+ comes to the row for `never`$/),
    )
  })
  it('is looked for evenly where there are too many combinations to try them all', () => {
    const codes = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `c${index}`,
        { type: 'code', codes: { A: 'a', B: 'b', C: 'c' } },
      ]),
    )
    const names = Object.keys(codes)
    const pack = smallPack({
      as_of: '2020-12-31',
      facts: codes,
      criteria: {
        all: `c0 = "B" and (${names
          .slice(1)
          .map((name) => `${name} != "C"`)
          .join(' or ')})`,
      },
    })
    expect(found(pack)).toEqual([])
  })
  it('reads back where a code is not a plain word', async () => {
    const pack = smallPack({
      ...BASE,
      facts: {
        ...BASE.facts,
        grade: { type: 'code', codes: { 'A: sound': 'a', '- none': 'b', '#3, ruined': 'c' } },
      },
      criteria: { house: 'grade = "A: sound"', dry: 'dry' },
      decisions: {
        table: [
          row('any unmet of [house]', 'poor'),
          row('any unmet of [house]', 'ruin'),
          row('any unmet of [dry]', 'wet'),
          { otherwise: 'fine' },
        ],
      },
    })
    const [shown] = await replayed(pack, provePack(pack)[0])
    expect([shown?.decision, shown?.verdicts.get('house')]).toEqual(['poor', 'unmet'])
  })
  it('reads back with its members', async () => {
    const pack = smallPack({
      ...BASE,
      criteria: { school: 'every m in members satisfies m.age >= grown or m.in_school' },
      decisions: {
        table: [
          row('any unmet of [school]', 'poor'),
          row('any unmet of [school]', 'never'),
          { otherwise: 'fine' },
        ],
      },
    })
    const [shown] = await replayed(pack, provePack(pack)[0])
    expect([shown?.decision, shown?.verdicts.get('school')]).toEqual(['poor', 'unmet'])
  })
  it('stands on the date on which it holds', async () => {
    const pack = smallPack({
      ...BASE,
      as_of: '2015-01-01',
      criteria: { dry: { met: 'dry', since: '2022-01-01' }, house: 'safe' },
      decisions: {
        table: [
          row('any unmet of [house]', 'poor'),
          row('any unmet of [dry]', 'wet'),
          row('any unmet of [dry]', 'never'),
          { otherwise: 'fine' },
        ],
      },
    })
    const [shown] = await replayed(pack, provePack(pack)[0])
    expect([shown?.asOf, shown?.decision, shown?.verdicts.get('dry')]).toEqual(['2022-01-01', 'wet', 'unmet'])
  })
})
