import { expect, it } from 'vitest'
import { folderOf } from '../../survey/files/open.js'
import { households } from '../run.js'
import { runHere } from '../run-here.js'

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  assess: ['assess', 'a.csv'],
  validate: ['validate', 'a.csv'],
  inspect: ['inspect', 'a.csv'],
  test: ['test', 'cn-village-exit'],
  diff: ['diff', 'cn-2020', 'cn-2020-income-first', 'a.csv'],
}

it.each<[string, string]>([
  ['inspect', 'list.html'],
  ['assess', 'list.xlsx'],
  ['assess', 'LIST.PDF'],
  ['assess', 'list.csv.gz'],
  ['assess', 'list.xml'],
  ['validate', 'list.ndjson'],
  ['validate', 'list.docx'],
  ['inspect', 'list.csv'],
  ['inspect', 'mapping.yaml'],
  ['test', 'list.htm'],
  ['test', 'list.csv'],
  ['diff', 'list.tsv'],
])('tpa %s -o %s is no table under that name', async (command, name) => {
  const folder = folderOf({ 'a.csv': households({}) })
  const refused = await runHere(folder, [...(COMMANDS[command] ?? []), '-o', name])
  expect(refused.code).toBe(2)
  expect(refused.err).toContain(`\`-o ${name}\`: this command writes no`)
  const said = await runHere(folder, [...(COMMANDS[command] ?? []), '-o', name, '-f', 'table', '-q'])
  expect(said.code).toBe(0)
})

it.each(['list.txt', 'list', 'list.log', 'v1.2'])(
  'a name that asks for no format is a table: %s',
  async (name) => {
    const folder = folderOf({ 'a.csv': households({}) })
    expect((await runHere(folder, ['assess', 'a.csv', '-o', name, '-q'])).code).toBe(0)
  },
)
