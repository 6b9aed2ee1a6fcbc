import { describe, expect, it, test } from 'vitest'
import { columnsOf } from '../../../../src/lang/pack.js'
import { otherUnit } from '../../../../src/survey/signs/unit/other-unit.js'
import { runHere } from '../../../cli/run-here.js'
import { shippedPack } from '../../../fast/read/packs.js'
import { folderOf } from '../../files/open.js'

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
