import { describe, expect, it } from 'vitest'
import { describeRange } from '../../src/base/range.js'
import { deriveValue } from '../../src/engine/interpret.js'
import { valueInWords } from '../../src/engine/sentences.js'
import { createEvaluation } from '../../src/engine/taken-away.js'
import { assess, assessCells, type Cells, gap, smallPack, smallRecord } from './small.js'

const pack = smallPack({
  as_of: '2020-12-31',
  size: 'size',
  parameters: {
    line: { unit: 'CNY/person', values: [{ from: '2020-01-01', value: 10 }] },
    tolerance: { unit: 'CNY/person', min: 0, values: [{ from: '2020-01-01', value: 1 }] },
  },
  facts: {
    wages: { type: 'money', unit: 'CNY', min: 0 },
    gifts: { type: 'money', unit: 'CNY', min: 0, max: 5 },
    a_head: { type: 'money', unit: 'CNY/person', labels: { en: 'Income a head' } },
    taught: { type: 'count', unit: 'person', min: 0 },
    children: { type: 'count', unit: 'person', min: 0 },
  },
  member: { in_school: { type: 'yes_no' } },
  derived: {
    size: { type: 'count', unit: 'person', min: 1, sources: ['given', 'count(members)'] },
    income: {
      type: 'money',
      unit: 'CNY',
      max: 1000,
      sources: ['given', 'wages + gifts', { of: 'a_head * size', within: 'tolerance * size' }],
    },
    schooled: { sources: ['every m in members satisfies m.in_school', 'taught >= children'] },
  },
  criteria: { income: 'income >= line * size', school: 'schooled' },
})

const derived = (name: string, cells: Cells, members?: readonly Cells[]) => {
  const { value, conflicting } = deriveValue(
    createEvaluation(pack, smallRecord(pack, cells, members), '2020-12-31'),
    name,
  )
  return [valueInWords(value), conflicting]
}

describe('a derived value is where its sources and its own range meet', () => {
  it.each<[string, Cells, string, boolean]>([
    ['nothing known: what the sources can be, within its own range', {}, '0 to 1000', false],
    ['the column alone', { income: 70 }, '70', false],
    ['the sum alone', { wages: 60, gifts: 2 }, '62', false],
    ['the sum with a part that has a range', { wages: 60 }, '60 to 65', false],
    ['a rounded figure alone', { a_head: 20, size: 3 }, '57 to 63', false],
    ['a rounded figure and a part', { a_head: 20, size: 3, wages: 60 }, '60 to 63', false],
    ['a rounded figure and the column inside it', { a_head: 20, size: 3, income: 61 }, '61', false],
    ['at the end of what rounding allows', { a_head: 20, size: 3, income: 63 }, '63', false],
    ['just beyond what rounding allows', { a_head: 20, size: 3, income: '63.01' }, 'at most 1000', true],
    ['column and sum agree', { income: 62, wages: 60, gifts: 2 }, '62', false],
    ['column and sum differ', { income: 62, wages: 60, gifts: 3 }, 'at most 1000', true],
    ['column below what the parts can be', { income: 59, wages: 60 }, 'at most 1000', true],
    ['the sum beyond its own range', { wages: 1001 }, 'at most 1000', true],
  ])('%s', (_, cells, value, conflicting) => {
    expect(derived('income', cells)).toEqual([value, conflicting])
  })
  it.each<[string, Cells, readonly Cells[] | undefined, string, boolean]>([
    ['neither form', {}, undefined, 'open', false],
    ['the count form', { taught: 2, children: 2 }, undefined, 'yes', false],
    ['the roster form', {}, [{ in_school: false }], 'no', false],
    ['both agree', { taught: 1, children: 2 }, [{ in_school: false }], 'no', false],
    ['one is open', { taught: 2, children: 2 }, [{}], 'yes', false],
    ['both differ', { taught: 2, children: 2 }, [{ in_school: false }], 'open', true],
  ])('yes or no: %s', (_, cells, members, value, conflicting) => {
    expect(derived('schooled', cells, members)).toEqual([value, conflicting])
  })
  it('a size that the roster contradicts is any size, and its column is not believed', () => {
    expect(derived('size', { size: 3 }, [{}, {}])).toEqual(['1 or more', true])
    expect(derived('size', {}, [{}, {}])).toEqual(['2', false])
  })
})

describe('conflicts are warnings that say what each side says, and where', () => {
  const warnings = (cells: Cells, members?: readonly Cells[]) =>
    assessCells(pack, cells, members).diagnostics.map(({ code, severity, message, at }) => ({
      code,
      severity,
      message,
      field: at && 'field' in at ? at.field : null,
    }))
  it.each<[string, Cells, readonly Cells[] | undefined, string, string]>([
    [
      'column and sum',
      { income: 62, wages: 60, gifts: 3 },
      undefined,
      '`income` is in conflict: its own column says 62, `wages + gifts` gives 63',
      'income|wages|gifts',
    ],
    [
      'column and a sum of which a part is missing',
      { income: 59, wages: 60 },
      undefined,
      '`income` is in conflict: its own column says 59, `wages + gifts` gives 60 to 65',
      'income|wages',
    ],
    [
      'a sum beyond the range of the value',
      { wages: 1001 },
      undefined,
      '`income` is in conflict: it must be at most 1000, `wages + gifts` gives 1001 to 1006',
      'wages',
    ],
    [
      'column and rounded figure',
      { income: 70, a_head: 20, size: 3 },
      undefined,
      '`income` is in conflict: its own column says 70, `a_head * size` (rounded) gives 57 to 63',
      'income|a_head|size',
    ],
    [
      'roster form and count form',
      { taught: 2, children: 2 },
      [{ in_school: false }],
      '`schooled` is in conflict: `every m in members satisfies m.in_school` gives no, `taught >= children` gives yes',
      'taught|children',
    ],
    ['size and roster', { size: 3 }, [{}, {}], '`size` is 3, but there are 2 members', 'size'],
  ])('%s', (_, cells, members, message, field) => {
    expect(warnings(cells, members)).toEqual([{ code: 'conflict', severity: 'warning', message, field }])
  })
  it('the columns are named as in the file', () => {
    const record = {
      ...smallRecord(pack, { income: 70, a_head: 20, size: 3 }),
      headers: new Map([['a_head', '人均纯收入']]),
    }
    const [warning] = assess(pack, record).diagnostics
    expect(warning?.at).toMatchObject({ field: 'income|人均纯收入|size' })
  })
  it('a conflict blocks; no answer is asked for', () => {
    const { decision, needs, blocked } = assessCells(pack, {
      income: 20,
      wages: 60,
      size: 3,
      taught: 1,
      children: 1,
    })
    expect([decision, needs, blocked]).toEqual(['verify', [], ['income']])
  })
})

describe('outputs', () => {
  const outputs = smallPack({
    as_of: '2020-12-31',
    facts: {
      total: { type: 'money', unit: 'CNY', max: 90 },
      heads: { type: 'count', unit: 'person', min: 1 },
      few: { type: 'count', unit: 'person', min: 1, max: 4 },
      any: { type: 'yes_no' },
    },
    criteria: { any: 'any' },
    outputs: {
      to_cent: { of: 'total', per: 'heads' },
      to_yuan: { of: 'total', per: 'heads', step: 1 },
      to_half: { of: 'total', step: 0.5 },
      to_hundred: { of: 'total', step: 100 },
      a_head: { of: 'total', per: 'few', step: 1 },
    },
  })
  const seen = (cells: Cells) =>
    Object.fromEntries(
      [...assessCells(outputs, cells).outputs].map(([name, range]) => [name, describeRange(range)]),
    )

  it.each<[Cells, Readonly<Record<string, string>>]>([
    [
      { total: 10, heads: 3 },
      { to_cent: '3.33', to_yuan: '3', to_half: '10', to_hundred: '0' },
    ],
    [
      { total: 20, heads: 3 },
      { to_cent: '6.67', to_yuan: '7' },
    ],
    [
      { total: -20, heads: 3 },
      { to_cent: '-6.67', to_yuan: '-7' },
    ],
    [
      { total: '0.5', heads: 1 },
      { to_yuan: '1', to_half: '0.5' },
    ],
    [
      { total: '-0.5', heads: 1 },
      { to_yuan: '-1', to_half: '-0.5' },
    ],
    [{ total: '0.005', heads: 1 }, { to_cent: '0.01' }],
    [{ total: '-0.005', heads: 1 }, { to_cent: '-0.01' }],
    [{ total: '0.25', heads: 1 }, { to_half: '0.5' }],
    [{ total: '0.2499', heads: 1 }, { to_half: '0' }],
    [{ total: 50, heads: 1 }, { to_hundred: '100' }],
    [{ total: -50, heads: 1 }, { to_hundred: '-100' }],
    // 1/7 is 0.142857…: rounded once, from the exact quotient.
    [{ total: 1, heads: 7 }, { to_cent: '0.14' }],
    [{ total: 45, heads: 1000 }, { to_cent: '0.05' }],
    [{ total: '44.999999999', heads: 10000 }, { to_cent: '0' }],
    [{ total: 10 }, { to_cent: '0 to 10', to_yuan: '0 to 10', a_head: '3 to 10' }],
    [{ total: -10 }, { to_cent: '-10 to 0', a_head: '-10 to -3' }],
    [{ heads: 4 }, { to_cent: 'at most 22.5', to_yuan: 'at most 23', to_half: 'at most 90' }],
    [{}, { to_cent: 'at most 90', to_half: 'at most 90', a_head: 'at most 90' }],
    [{ total: 0 }, { to_cent: '0', a_head: '0' }],
  ])('of %o', (cells, expected) => {
    expect(seen(cells)).toMatchObject(expected)
  })
})

describe('checks of the pack', () => {
  const checked = smallPack({
    as_of: '2020-12-31',
    facts: {
      sales: { type: 'money', unit: 'CNY', min: 0 },
      costs: { type: 'money', unit: 'CNY', min: 0 },
      any: { type: 'yes_no' },
    },
    criteria: { any: 'any' },
    checks: [
      {
        id: 'no-costs',
        when: 'sales > 0',
        unless: 'costs > 0',
        severity: 'warning',
        message: 'sales without costs',
      },
      { id: 'no-sales', when: 'sales <= 0', severity: 'error', message: 'nothing sold' },
    ],
  })
  const fired = (cells: Cells) => assessCells(checked, cells).diagnostics.map(({ message }) => message)
  it.each<[Cells, readonly string[]]>([
    [{ sales: 5, costs: 0 }, ['sales without costs']],
    [{ sales: 5 }, ['sales without costs']],
    [{ sales: 5, costs: 1 }, []],
    [{ costs: 0 }, []],
    [{ sales: 0 }, ['nothing sold']],
    [{ sales: gap('refused') }, []],
  ])('with %o: %o', (cells, messages) => {
    expect(fired(cells)).toEqual(messages)
  })
  it('say severity, place and the condition', () => {
    expect(assessCells(checked, { sales: 0 }).diagnostics).toEqual([
      {
        code: 'check',
        check: 'no-sales',
        severity: 'error',
        message: 'nothing sold',
        why: 'check `no-sales` of small: sales <= 0',
        at: { file: 'small.csv', line: 2, field: null },
      },
    ])
  })
})
