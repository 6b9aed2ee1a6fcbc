import { describe, expect, it } from 'vitest'
import { otherMeaning } from '../../../src/survey/signs/other-meaning.js'
import { runHere } from '../../cli/run-here.js'
import { folderOf } from '../files/open.js'

describe('a word by which a header says something else than the name that it holds', () => {
  it.each<[string, string, string | null]>([
    ['是否不缺水', '是否缺水', '不'],
    ['是否无返贫致贫风险', '返贫致贫风险', '无'],
    ['未参保人数', '参保人数', '未'],
    ['人均工资性收入', '工资性收入', '人均'],
    ['月工资性收入', '工资性收入', '月'],
    ['2018年人均纯收入', '人均纯收入', '2018'],
    ['non_wage_income', 'wage_income', 'non'],
    ['monthly wage income', 'Wage income', 'monthly'],
    ['是否不愁吃？', '不愁吃', null],
    ['wage_incom', 'wage_income', null],
    ['notes on wage income', 'wage_income', null],
  ])('%s for %s: %s', (header, name, word) => {
    expect(otherMeaning(header, name)?.word ?? null).toBe(word)
  })

  it.each([
    ['是否不缺水', '不', ['是', '否']],
    ['未参保人数', '未', ['1', '0']],
    ['人均工资性收入', '人均', ['9000', '8000']],
  ])('is said where the column is not used, and by inspect: %s', async (header, word, [one, two]) => {
    const folder = folderOf({ 'a.csv': `户编号,家庭人口,${header}\n1,3,${one}\n2,2,${two}\n` })
    const { err: told } = await runHere(folder, ['assess', 'a.csv', '-f', 'csv'])
    expect(told.replace(/\n\s+/g, ' ')).toContain(`\`${word}\` may make it`)
    expect(told).not.toMatch(/did you mean/)
    const { out } = await runHere(folder, ['inspect', 'a.csv', '-f', 'json'])
    expect(out).toContain(`but \`${word}\` may make it`)
  })
})
