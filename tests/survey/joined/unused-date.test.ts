import { expect, it } from 'vitest'
import { runHere } from '../../cli/run-here.js'
import { folderOf } from '../files/open.js'

const text = '户编号,家庭人口,家庭纯收入,调查日期\n1,3,11000,2018.8\n2,2,7000,2018.9\n'

it('days that do not read are not silently those of the pack: a mapping that leaves them out is told', async () => {
  const folder = folderOf({ 'a.csv': text })
  await runHere(folder, ['inspect', 'a.csv', '--write', 'm.yaml'])
  const { err } = await runHere(folder, ['assess', 'a.csv', '-m', 'm.yaml'])
  expect(err.replace(/\n\s+/g, ' ')).toMatch(
    /warning\[near-column\] +column `调查日期` is not used, and there is no `survey_date`.*judged as of 2020-12-31/,
  )
  expect(err).toContain('`survey_date: "调查日期"`')
})

it('nothing is said where the mapping reads the day, or no column is named for it', async () => {
  const mapping = (facts: string) => `mapping: 1\nhouseholds:\n  key: 户编号\n  facts: { ${facts} }\n`
  for (const [file, facts] of [
    [text, 'survey_date: 调查日期'],
    [text.replace('调查日期', '到期'), 'household_size: 家庭人口'],
  ] as const) {
    const folder = folderOf({ 'a.csv': file, 'm.yaml': mapping(facts) })
    expect((await runHere(folder, ['assess', 'a.csv', '-m', 'm.yaml'])).err).not.toContain('near-column')
  }
})
