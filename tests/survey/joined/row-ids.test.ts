import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runHere } from '../../cli/run-here.js'
import { folderOf } from '../files/open.js'

const persons = '户主,家庭人口,姓名,与户主关系\n张甲,2,张甲,户主\n张甲,2,张乙,配偶\n李甲,1,李甲,户主\n'

it('persons without the id of their household are told where each of them is judged as one', async () => {
  const folder = folderOf({ 'a.csv': persons })
  const { out } = await runHere(folder, ['inspect', 'a.csv', '--write', 'm.yaml'])
  expect(readFileSync(join(folder, 'm.yaml'), 'utf8')).toContain('key: row')
  expect(out.replace(/\n\s+/g, ' ')).toContain('`与户主关系` may say that each row is a person')
  const { err } = await runHere(folder, ['assess', 'a.csv', '-m', 'm.yaml'])
  expect(err.replace(/\n\s+/g, ' ')).toMatch(/warning\[row-ids\] +column `与户主关系` may say/)
})

it('households without an id are told only that their places stand for it', async () => {
  const mapping = 'mapping: 1\nhouseholds: { key: row, match: names }\n'
  const folder = folderOf({ 'a.csv': '家庭人口,户主姓名\n2,张甲\n1,李甲\n', 'm.yaml': mapping })
  const { err } = await runHere(folder, ['assess', 'a.csv', '-m', 'm.yaml'])
  expect(err).toContain('[row-ids]')
  expect(err).not.toContain('is a person')
})
