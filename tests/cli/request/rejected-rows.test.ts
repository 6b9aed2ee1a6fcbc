import { describe, expect, it } from 'vitest'
import { folderOf } from '../../survey/files/open.js'
import { households } from '../run.js'
import { runHere } from '../run-here.js'

const withIds = (...ids: readonly string[]): string =>
  households(...ids.map((household_id) => ({ household_id })))

const REFUSED = `mapping: 1
households:
  key: household_id
  interview_if: consent = "yes"
  match: names
`

const COMMANDS: readonly (readonly string[])[] = [
  ['assess', 'a.csv', '--allow-rejects'],
  ['validate', 'a.csv', '--allow-rejects'],
  ['diff', 'cn-2020', 'cn-2020-income-first', 'a.csv'],
]

describe.each(COMMANDS)('tpa %s', (...command) => {
  const run = (files: Record<string, string>, ...more: string[]) =>
    runHere(folderOf(files), [...command, ...more])

  it.each<[string, string, string]>([
    ['more than half are held', withIds('A', 'A', 'A', 'B'), '3 of 4 households share an id'],
    ['more than half of many are held', withIds(...Array(2000).fill('A'), 'B'), '2000 of 2001'],
    ['no row can be read', withIds('1.23E+15', '4.4E+17'), 'none of 2 households could be read'],
  ])('says that nothing was judged where %s', async (_, text, words) => {
    const { code, err } = await run({ 'a.csv': text })
    expect(err).toContain(`error[nothing-judged]  ${words}`)
    expect(code).toBe(1)
  })

  it.each<[string, string, readonly string[]]>([
    ['half are held', withIds('A', 'A', 'C', 'B'), []],
    ['one can be read', withIds('1.23E+15', '4.4E+17', 'A'), []],
    ['everybody refused', 'household_id,consent\nA,no\nB,no\n', ['-m', 'm.yaml']],
  ])('passes where %s', async (_, text, more) => {
    const { err } = await run({ 'a.csv': text, 'm.yaml': REFUSED }, ...more)
    expect(err).not.toContain('nothing-judged')
  })
})
