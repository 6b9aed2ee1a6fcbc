import { describe, expect, test } from 'vitest'
import { DISTINCT } from '../../../src/inspect/columns/column-tally.js'
import { columnsOfText } from '../inspected.js'

/** A table of an id and one column. */
const column = (header: string, cells: readonly string[]) =>
  `${['id', ...cells.map((_, at) => `r-${at}`)].map((id, at) => `${id},${quoted(at === 0 ? header : (cells[at - 1] ?? ''))}`).join('\n')}\n`

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const times = (count: number, ...cells: readonly string[]) =>
  Array<readonly string[]>(count).fill(cells).flat()

async function found(header: string, cells: readonly string[]) {
  const profile = (await columnsOfText(column(header, cells))).get(header)
  if (profile === undefined) throw new Error('the column is there')
  return profile
}

describe('the type of a column', () => {
  test.each<[type: string, header: string, cells: readonly string[]]>([
    ['empty', 'x', ['', '', '']],
    ['empty', 'x', ['NULL', '', 'n/a']],
    ['yes/no', 'x', ['yes', 'no', 'yes', 'dnk']],
    ['yes/no', 'x', ['是', '否', '']],
    ['yes/no', 'x', ['1', '2', '2', '1']],
    ['yes/no', 'x', ['0', '1', '1']],
    ['number', 'x', ['1', '1', '1']],
    ['number', 'x', ['1', '2', '3', '1']],
    ['number', 'x', ['1.5', '２', '-3']],
    ['number', 'x', ['yes', ...times(30, '4', '5', '6')]],
    ['money', 'wage_income_x', ['1,200', '300']],
    ['money', '年支出', ['1200', '300']],
    ['date', 'x', ['2020-08-19T11:41:34.523+03:00', '2020-08-20']],
    ['date', 'x', ['5/2/2023', '6/2/2023']],
    ['date', 'x', ['2020年8月19日', '2020年8月20日']],
    ['date', 'interview_date', ['44861.3735', '44862']],
    ['id', 'x', ['3f0e5c1a-77b1-4d52-9a1e-0c1d2e3f4a51', '3f0e5c1a-77b1-4d52-9a1e-0c1d2e3f4a52']],
    ['id', '户编号', ['4301', '4302', '4303']],
    ['select-multiple', 'x', ["['radio' ;  'table']", "['radio']", "['bed' ;  'radio']"]],
    ['select-multiple', 'x', ['1 3 5', '1 3', '3 5', '1', '5 1']],
    ['code', 'x', ['pump', 'well', 'pump', 'well', 'pump']],
    ['text', 'x', ['a long answer', 'another one', 'a third', 'and a fourth']],
  ])('%s: %s of %j', async (type, header, cells) => {
    expect((await found(header, cells)).type).toBe(type)
  })

  test('a question that is split is one of several choices, and so are its parts', async () => {
    const columns = await columnsOfText('id,q,q/a,q/b\n1,a b,1,1\n2,b,0,1\n3,,,\n')
    expect([...columns].map(([header, { type }]) => [header, type])).toEqual([
      ['id', 'id'],
      ['q', 'select-multiple'],
      ['q/a', 'choice'],
      ['q/b', 'choice'],
    ])
  })
})

describe('how many values a column has', () => {
  test.each([DISTINCT - 1, DISTINCT, DISTINCT + 1])('%d different ones', async (count) => {
    const cells = Array.from({ length: count }, (_, at) => `value ${at}`)
    const { distinct, unique, filled, blank } = await found('x', [...cells, ''])
    expect({ distinct, filled, blank }).toEqual({
      distinct: { count: Math.min(count, DISTINCT), isMore: count > DISTINCT },
      filled: count,
      blank: 1,
    })
    expect(unique).toBe(null)
    expect((await found('x', cells)).unique).toBe('all')
    expect((await found('x', [...cells, 'value 0'])).unique).toBe(null)
  })

  test('the values of a column of few stand by how often they come', async () => {
    expect((await found('x', ['b', 'a', 'b', 'b', 'a', ''])).values).toEqual([
      { value: 'b', count: 3 },
      { value: 'a', count: 2 },
    ])
  })
})

describe('cells that may be no answer', () => {
  const missing = async (header: string, cells: readonly string[]) =>
    (await found(header, cells)).missing.map(({ cell, count, kind, isCertain }) => [
      cell,
      count,
      kind,
      isCertain,
    ])
  test('words, with what they mostly mean', async () => {
    expect(await missing('x', ['NULL', '##N/A##', 'dnk', 'dnk', '拒答', '不详', '-', '7'])).toEqual([
      ['NULL', 1, 'blank', true],
      ['##N/A##', 1, 'blank', true],
      ['dnk', 2, 'dont_know', false],
      ['拒答', 1, 'refused', false],
      ['不详', 1, 'dont_know', false],
      ['-', 1, 'blank', false],
    ])
  })
  test('a number in many cells of an amount, and not in few', async () => {
    const amounts = times(10, '120', '340', '560')
    expect(await missing('income', [...amounts, ...times(5, '999')])).toEqual([['999', 5, null, false]])
    expect(await missing('income', [...amounts, ...times(2, '999')])).toEqual([])
  })
  test('a number far from all others of a column, and not one among them', async () => {
    expect(await missing('rooms', [...times(10, '1', '2'), ...times(5, '99')])).toEqual([
      ['99', 5, null, false],
    ])
    expect(await missing('rooms', [...times(10, '1', '2'), ...times(5, '-88')])).toEqual([
      ['-88', 5, null, false],
    ])
    expect(await missing('age', [...times(10, '70', '80'), ...times(5, '88')])).toEqual([])
  })
})

describe('how numbers are written', () => {
  test.each<[cells: readonly string[], written: object]>([
    [['1200', '3.5'], { kind: 'plain' }],
    [['1,234,567', '1,200'], { kind: 'certain', style: { decimal: '.', thousands: ',' } }],
    [['1.234,50', '12'], { kind: 'certain', style: { decimal: ',', thousands: '.' } }],
    [['12,5', '1200'], { kind: 'certain', style: { decimal: ',', thousands: null } }],
    [["1'200", '3.25'], { kind: 'certain', style: { decimal: '.', thousands: "'" } }],
    [['1,234', '5,678'], { kind: 'open' }],
    [['6.300', '1.250'], { kind: 'open' }],
    [['1,234.5', '1.234,5'], { kind: 'mixed' }],
  ])('%j', async (cells, written) => {
    expect((await found('wage_income_x', cells)).numbers).toMatchObject(written)
  })
})

describe('how days are written', () => {
  test.each<[cells: readonly string[], written: object]>([
    [['2020-08-19', '2020/8/19', 'Aug 27, 2019'], { kind: 'plain' }],
    [['13/2/2023', '5/2/2023'], { kind: 'certain', order: 'dmy' }],
    [['2/13/2023', '5/2/2023'], { kind: 'certain', order: 'mdy' }],
    [['17-Nov-16', '4-Apr-17'], { kind: 'certain', order: 'dmy' }],
    [['5/2/2023', '6/3/2023'], { kind: 'open', orders: ['dmy', 'mdy'] }],
    [['13/2/2023', '2/13/2023'], { kind: 'mixed' }],
  ])('%j', async (cells, written) => {
    expect((await found('x', cells)).dates).toMatchObject(written)
  })
  test('as spreadsheets count them', async () => {
    expect((await found('start_date', ['44861.37', '44862'])).dates).toEqual({ kind: 'serial' })
  })
})

describe('ids that a spreadsheet has cut', () => {
  test('are counted, and are no key', async () => {
    const { destroyed, personal } = await found('身份证号', ['4.40981E+17', '440981199001011234'])
    expect({ destroyed, personal }).toEqual({ destroyed: 1, personal: true })
  })
})

test('hostile cells take no longer than others', async () => {
  const hostile = ['[', ' ', '1', 'a-', 'f', '1,', '1 ', '"', '1e', '.0'].map((part) => part.repeat(50_000))
  const { type } = await found('x', hostile)
  expect(type).toBe('text')
})
