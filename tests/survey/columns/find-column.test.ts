import { describe, expect, it } from 'vitest'
import type { Unit } from '../../../src/lang/expression/unit.js'
import { columnsOf } from '../../../src/lang/pack.js'
import { collectColumns, findColumn } from '../../../src/survey/columns/columns.js'
import { faultsOfText, firstFact, readText } from '../read.js'
import { samplePack } from '../sample-pack.js'

const CNY_A_YEAR: Unit = new Map([
  ['CNY', 1],
  ['year', -1],
])

describe('a column that a mapping names', () => {
  it.each<[string, string[], string, string]>([
    ['the same text', ['age', 'Age'], 'Age', 'Age'],
    ['case, width and spaces', ['ＫＥＹ', 'x'], ' key ', 'ＫＥＹ'],
    ['full-width brackets', ['年龄（岁）', 'x'], '年龄(岁)', '年龄（岁）'],
    ['a full path', ['a/q', 'g1/g2/q'], 'g1/g2/q', 'g1/g2/q'],
    ['a full path, otherwise parted', ['a/q', 'g1-g2-q'], 'g1/g2/q', 'g1-g2-q'],
    ['the same text before the same path', ['g-q', 'g/q'], 'g/q', 'g/q'],
    ['the last segment over /', ['g1/g2/q', 'x'], 'q', 'g1/g2/q'],
    ['the last segment over -', ['g1-g2-q', 'x'], 'q', 'g1-g2-q'],
    ['the last segment over .', ['form.g.q', 'x'], 'q', 'form.g.q'],
    ['the last segment over :', ['g:q', 'x'], 'q', 'g:q'],
    ['the last two segments', ['g1/g2/q', 'g1/g3/q'], 'g2/q', 'g1/g2/q'],
    ['a name before a last segment', ['g1/q', 'q'], 'q', 'q'],
    ['R: X before _', ['X_uuid', 'x'], '_uuid', 'X_uuid'],
    ['R: points', ['SET.OF.x', 'x'], 'SET-OF-x', 'SET.OF.x'],
    ['R: a byte order mark', ['ï..X_uuid', 'x'], '_uuid', 'ï..X_uuid'],
    ['R: a byte order mark alone', ['ï..KEY', 'x'], 'KEY', 'ï..KEY'],
    ['R: spaces', ['Household.size', 'x'], 'Household size', 'Household.size'],
    ['a unit in brackets', ['工资性收入（元）', 'x'], '工资性收入', '工资性收入（元）'],
  ])('is found by %s', (_, headers, wanted, expected) => {
    expect(findColumn(headers, wanted)).toEqual({
      column: { header: expected, index: headers.indexOf(expected) },
    })
  })

  it.each<[string, string[], string, string[]]>([
    ['a header that stands twice', ['q', 'q'], 'q', ['q', 'q']],
    ['two folded headers', ['Q ', 'q'], 'Ｑ', ['Q ', 'q']],
    ['two paths', ['g1/q', 'g2/q'], 'q', ['g1/q', 'g2/q']],
    ['two units', ['收入（元）', '收入(人)'], '收入', ['收入（元）', '收入(人)']],
  ])('is ambiguous: %s', (_, headers, wanted, ambiguous) => {
    expect(findColumn(headers, wanted)).toEqual({ ambiguous })
  })

  it.each<[string, string[], string, string | null]>([
    ['nothing like it', ['a', 'b'], 'wage', null],
    ['a near name', ['wage_incom', 'b'], 'wage_income', 'did you mean `wage_incom`?'],
    ['a label with a hyphen', ['Non-wage income', 'b'], 'wage income', 'did you mean `Non-wage income`?'],
    ['a choice', ['problems', 'problems/risk'], 'risk', 'did you mean `problems/risk`?'],
    ['repeats', ['children[1]/name', 'children[2]/name'], 'name', null],
    ['ten thousands', ['收入（万元）', 'b'], '收入', 'did you mean `收入（万元）`?'],
    ['a part of a word', ['mileage', 'b'], 'age', null],
  ])('is not found: %s', (_, headers, wanted, none) => {
    expect(findColumn(headers, wanted)).toEqual({ none })
  })
})

describe('a header by itself', () => {
  it.each([
    ['g1/wage_income', 'wage_income'],
    ['g1/g2/工资性收入', 'wage_income'],
    ['hh-g-wage_income', 'wage_income'],
    ['form.wage_income', 'wage_income'],
    ['hh:Wage income', 'wage_income'],
    ['Wage.income', 'wage_income'],
    ['ï..wage_income', 'wage_income'],
  ])('`%s` is %s', async (header, fact) => {
    const reading = await readText('a.csv', `household_id,${header}\nH1,5\n`)
    expect(firstFact(reading, fact)).toBe('5')
    expect(reading.diagnostics.filter(({ code }) => code !== 'last-part')).toEqual([])
  })

  it.each([
    ['Non-wage income'],
    ['pre-risk'],
    ['wage.risk'],
    ['risk[1]/risk'],
    ['wage_income/'],
    ['mywage_income'],
  ])('`%s` is nothing', async (header) => {
    const reading = await readText('a.csv', `household_id,risk,wage_income,${header}\nH1,no,5,6\n`)
    expect(firstFact(reading, 'wage_income')).toBe('5')
    const alone = await readText('a.csv', `household_id,${header}\nH1,1\n`, {
      assume: new Map([['risk', 'no']]),
    })
    expect(firstFact(alone, 'wage_income')).toBe('gap absent')
    expect(firstFact(alone, 'risk')).toBe('no (assumed)')
    expect(alone.diagnostics).toHaveLength(1)
  })

  it('of one word is a last segment over a hyphen where its group holds another question', async () => {
    const reading = await readText('a.csv', 'meta-household_id,hh-risk,hh-other\nH1,yes,1\n')
    expect(firstFact(reading, 'risk')).toBe('yes')
  })

  it('of a choice is none of the fact of that name', async () => {
    const text = 'household_id,problems,problems/risk\nH1,risk,1\n'
    const reading = await readText('a.csv', text, { assume: new Map([['risk', 'no']]) })
    expect(firstFact(reading, 'risk')).toBe('no (assumed)')
  })

  it('by a stronger rule goes before others, which are unused', async () => {
    const text = 'household_id,g/wage_income,wage_income\nH1,1,2\n'
    const reading = await readText('a.csv', text)
    expect(firstFact(reading, 'wage_income')).toBe('2')
    expect(reading.diagnostics).toMatchObject([
      { code: 'unused-columns', message: 'sample does not use `g/wage_income`' },
    ])
  })

  it('is ambiguous beside another of the same strength', async () => {
    const faults = await faultsOfText('a.csv', 'household_id,Wage income,工资性收入\nH1,1,2\n')
    expect(faults).toMatchObject([
      {
        code: 'ambiguous-column',
        message: 'columns `Wage income`, `工资性收入` all mean `wage_income`',
      },
    ])
  })

  it('as a key of NDJSON is found by its path, ids and doubtful answers too', async () => {
    const lines = [1, 2, 1].map((risk, at) => `{"meta/household_id": "H${at % 2}", "g/risk": ${risk}}`)
    const reading = await readText('a.ndjson', `${lines.join('\n')}\n`)
    expect(reading.rows.map(({ kind }) => kind)).toEqual(['held', 'record', 'held'])
    expect(firstFact(reading, 'risk')).toBe('gap suspect')
  })
})

describe('a unit in brackets', () => {
  const facts = new Map(columnsOf(samplePack))
  const wage = facts.get('wage_income')
  if (wage === undefined) throw new Error('no fact')
  facts.set('wage_income', { ...wage, unit: CNY_A_YEAR })

  it.each([
    ['工资性收入（元）', true],
    ['工资性收入(元/年)', true],
    ['Wage income (CNY)', true],
    ['Wage income [CNY/year]', true],
    ['Wage income (yuan per year)', true],
    ['工资性收入（万元）', false],
    ['工资性收入（元/月）', false],
    ['Wage income (USD)', false],
    ['Wage income (monthly)', false],
    ['Wage income (2019)', false],
    ['Wage income ()', false],
  ])('`%s` is the fact of that unit: %s', (header, found) => {
    const columns = collectColumns(facts, false)
    columns.addHeader(header, 0)
    expect(columns.used.has('wage_income')).toBe(found)
    expect(columns.unused.size).toBe(found ? 0 : 1)
  })
})
