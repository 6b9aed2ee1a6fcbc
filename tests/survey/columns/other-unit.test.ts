import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { columnsOf } from '../../../src/lang/pack.js'
import { otherUnit } from '../../../src/survey/columns/other-unit.js'
import { runHere } from '../../cli/run-here.js'
import { shippedPack } from '../../fast/read/packs.js'
import { folderOf } from '../files/open.js'

const facts = columnsOf(await shippedPack('cn-2020'))

describe('the unit that a header names', () => {
  it.each<[string, string, number | null | 'own']>([
    ['家庭纯收入（万元）', 'net_income', 10_000],
    ['家庭年纯收入(万元/年)', 'net_income', 10_000],
    ['net income (thousand yuan)', 'net_income', 1000],
    ['net income (千元)', 'net_income', 1000],
    ['工资性收入（元/月）', 'wage_income', 12],
    ['wage income [yuan per month]', 'wage_income', 12],
    ['工资性收入（百元/月）', 'wage_income', 1200],
    ['net income (USD)', 'net_income', null],
    ['net income (US$/year)', 'net_income', null],
    ['取水时间（小时）', 'water_minutes', null],
    ['家庭收入（万元） / 家庭纯收入', 'net_income', 10_000],
    ['家庭收入（万元） / 家庭纯收入（元）', 'net_income', 'own'],
    ['家庭纯收入（元）', 'net_income', 'own'],
    ['家庭纯收入（元/年）', 'net_income', 'own'],
    ['家庭纯收入（2020年）', 'net_income', 'own'],
    ['家庭纯收入', 'net_income', 'own'],
    ['取水时间（分钟）', 'water_minutes', 'own'],
    ['是否缺水（户）', 'water_shortage', 'own'],
  ])('%s: %s', (header, fact, factor) => {
    const found = otherUnit(header, facts.get(fact)?.unit ?? null)
    expect(found === null ? 'own' : found.factor).toBe(factor)
  })
})

test('advice about another unit, followed to the letter, reads the money that the file means', async () => {
  const text = '户编号,家庭人口,家庭纯收入（万元）\n1,3,3.5\n2,2,0.5\n'
  const folder = folderOf({ 'a.csv': text })
  const first = await runHere(folder, ['assess', 'a.csv', '-f', 'csv'])
  expect(first.err).not.toContain('rename')
  expect(
    first.out
      .split('\n')
      .slice(1, 3)
      .map((row) => row.split(',')[1]),
  ).toEqual(['verify', 'verify'])
  const [, line = ''] = /say it in a mapping:\s+`([^`]+)`/.exec(first.err.replace(/\n\s+/g, ' ')) ?? []
  const mapping = `mapping: 1\nhouseholds:\n  key: 户编号\n  match: names\n  facts:\n    ${line}\n`
  const followed = folderOf({ 'a.csv': text, 'm.yaml': mapping })
  const { out } = await runHere(followed, ['assess', 'a.csv', '-m', 'm.yaml', '-f', 'json'])
  const incomes = JSON.parse(out).households.map((each: { outputs: object }) => each.outputs)
  expect(incomes).toMatchObject([{ net_income: 35_000 }, { net_income: 5000 }])
})

describe('a unit that stands beside the table', () => {
  const rows = 'a,户编号,家庭人口,家庭纯收入\nx,1,3,3.5\nx,2,2,0.5\n'
  const below = rows.replace('\n', '\n,,人,万元\n')
  const tables: readonly [string, string, readonly string[], string][] = [
    ['a title', `核查表（单位：万元、人）,,,\n${rows}`, ['--title-rows', '1'], 'title_rows: 1'],
    ['a remark', `,,,单位：万元\n${rows}`, ['--title-rows', '1'], 'title_rows: 1'],
    ['a row of units', below, ['--label-rows', '1'], 'label_rows: 1'],
    [
      'a group',
      `a,户编号,家庭人口,收入（万元）,\n,,,家庭纯收入,其中：\n${rows.slice(rows.indexOf('\n') + 1).replaceAll(/\n(?=.)|\n$/g, ',\n')}`,
      ['--header-rows', '2'],
      'header_rows: 2',
    ],
  ]

  it.each(tables)('is told, and nothing is read in the unit of the fact: %s', async (_, text, flags) => {
    const folder = folderOf({ 'a.csv': text })
    const { code, out, err } = await runHere(folder, ['assess', 'a.csv', ...flags, '-f', 'csv'])
    expect(err).toContain('[other-unit]')
    expect(err).toContain('万元')
    if (code === 2) expect(out).toBe('')
    else
      expect(
        out
          .split('\n')
          .slice(1, 3)
          .map((row) => row.split(',')[1]),
      ).toEqual(['verify', 'verify'])
  })

  it.each(tables)('is proposed by inspect, and the advised line reads it: %s', async (_, text, __, said) => {
    const folder = folderOf({ 'a.csv': text })
    await runHere(folder, ['inspect', 'a.csv', '--write', 'm.yaml'])
    const proposed = readFileSync(join(folder, 'm.yaml'), 'utf8')
    expect(proposed).toContain(said)
    expect(proposed).toMatch(/# net_income: \{ value: amount \* 10000/)
    writeFileSync(join(folder, 'n.yaml'), proposed.replace('# net_income:', 'net_income:'))
    const { out } = await runHere(folder, ['assess', 'a.csv', '-m', 'n.yaml', '-f', 'json'])
    const incomes = JSON.parse(out).households.map((each: { outputs: object }) => each.outputs)
    expect(incomes).toMatchObject([{ net_income: 35_000 }, { net_income: 5000 }])
  })

  it('is a warning where a mapping names the column, and nothing where the title says the own unit', async () => {
    const mapping =
      'mapping: 1\nhouseholds:\n  key: 户编号\n  title_rows: 1\n  facts: { net_income: 家庭纯收入 }\n'
    const runWith = async (unit: string) => {
      const folder = folderOf({ 'a.csv': `单位：${unit},,,\n${rows}`, 'm.yaml': mapping })
      return runHere(folder, ['assess', 'a.csv', '-m', 'm.yaml', '-f', 'csv'])
    }
    const warned = await runWith('万元')
    expect(warned.code).toBe(0)
    expect(warned.err).toMatch(/warning\[other-unit\]/)
    for (const unit of ['元', '石寨镇人民政府', '元、人'])
      expect((await runWith(unit)).err, unit).not.toContain('other-unit')
  })
})
