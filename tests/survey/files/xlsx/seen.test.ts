import { describe, expect, it, test } from 'vitest'
import { runHere } from '../../../cli/run-here.js'
import { inlineRows, type SheetText, workbookOf } from '../archive.js'
import { folderOf } from '../open.js'

const table = (...ids: readonly string[]) =>
  inlineRows([['household_id', 'household_size'], ...ids.map((id) => [id, '3'])])
const LIST: SheetText = { name: '农户', rows: table('A', 'B') }
const OLD: SheetText = { name: 'Old', rows: table('X'), state: 'hidden' }
const DEEP: SheetText = { name: 'Deep', rows: table('Y'), state: 'veryHidden' }
const EMPTY: SheetText = { name: 'Sheet2', rows: '' }
const BLANK: SheetText = { name: 'Sheet3', rows: inlineRows([['', '']]) }

const assess = (sheets: readonly SheetText[], ...args: string[]) =>
  runHere(folderOf({ 'list.xlsx': workbookOf({ sheets }), 'm.yaml': MAPPING }), [
    'assess',
    ...args,
    '-f',
    'csv',
  ])

const MAPPING = 'mapping: 1\nhouseholds:\n  key: household_id\n  match: names\n'
const idsOf = (out: string) =>
  out
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0])

describe('a sheet that nobody sees', () => {
  it.each<[string, readonly SheetText[]]>([
    ['hidden, before the visible one', [OLD, LIST]],
    ['hidden, behind it', [LIST, OLD]],
    ['very hidden', [DEEP, LIST, OLD]],
    ['empty', [EMPTY, LIST, BLANK]],
  ])('%s: the visible one is read, by names and by a mapping', async (_, sheets) => {
    for (const more of [[], ['-m', 'm.yaml']]) {
      const { out, err } = await assess(sheets, 'list.xlsx', ...more)
      expect(idsOf(out)).toEqual(['A', 'B'])
      for (const { name, state } of sheets)
        expect(new RegExp(`list.xlsx#${name}  warning.(?:hidden-sheet|ignored-files)`).test(err)).toBe(
          state !== undefined,
        )
    }
  })

  test('is read where it is named', async () => {
    const sheets = [LIST, OLD]
    const named = await assess(sheets, 'list.xlsx#Old')
    expect(idsOf(named.out)).toEqual(['X'])
    expect(named.err).not.toContain('hidden')
    expect(idsOf((await assess(sheets, 'list.xlsx#农户')).out)).toEqual(['A', 'B'])
  })

  test('is read where there is no other', async () => {
    expect(idsOf((await assess([OLD], 'list.xlsx')).out)).toEqual(['X'])
  })

  test('a sheet that is not there is told with those that are', async () => {
    const { code, err } = await assess([LIST, OLD], 'list.xlsx#New')
    expect(code).toBe(2)
    expect(err).toContain('the file has no sheet `New`')
    expect(err).toContain('there is `农户`, `Old`')
  })

  test('two visible sheets are a question', async () => {
    const { code, err } = await assess([LIST, { name: 'B', rows: table('C') }, OLD], 'list.xlsx')
    expect(code).toBe(2)
    expect(err).toContain('the workbook has 2 sheets')
  })
})

test('rows that a filter hides are read and told', async () => {
  const rows = table('A', 'B', 'C').replace(/<row>(?=<c t="inlineStr"><is><t>[BC])/g, '<row hidden="1">')
  for (const more of [[], ['-m', 'm.yaml']]) {
    const { out, err } = await assess([{ name: 'S', rows }], 'list.xlsx', ...more)
    expect(idsOf(out)).toEqual(['A', 'B', 'C'])
    expect(err).toContain('list.xlsx#S:3  warning[hidden-rows]  2 rows are hidden in the sheet')
  }
})
