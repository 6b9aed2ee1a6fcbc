import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import { inlineRows, workbookOf } from '../../survey/files/archive.js'
import { readAll, recordsOf } from '../../survey/read.js'
import { inspected, PACK, written } from '../inspected.js'

const HEADER = ['no', 'village', 'household_size', 'net_income']

const sheet = (name: string, ...rows: string[]) => ({
  name,
  rows: inlineRows([HEADER, ...rows.map((row) => row.split(','))]),
})

const workbook = (...sheets: ReturnType<typeof sheet>[]) =>
  written({
    'list.xlsx': workbookOf({
      sheets: sheets.map((each) => ({ ...each, rows: each.rows.replace('>no<', '>hhid<') })),
    }),
  })

/** The ids that an assessment by the proposed mapping reads. */
async function idsOf({ folder, paths }: ReturnType<typeof workbook>): Promise<readonly string[]> {
  const { mapping } = await inspected(paths)
  const path = `${folder}/m.yaml`
  writeFileSync(path, mapping ?? '')
  const loaded = await loadMapping(path, PACK)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return recordsOf(await readAll(paths, { pack: PACK, mapping: loaded.mapping })).map(({ id }) => id)
}

describe('sheets with the same columns', () => {
  it.each([
    [
      ['1,E,3,30000', '2,E,3,30000', '3,E,2,500'],
      ['1,W,3,3000', '2,W,3,3000'],
    ],
    [
      ['1,E,3,30000', '2,E,3,30000'],
      ['1,W,3,30000', '2,W,3,30000'],
    ],
    [
      ['2,E,3,30000', '1,E,1,30000'],
      ['1,W,3,30000', '3,W,1,30000', '4,W,2,9'],
    ],
  ])('whose numbers begin anew are one table, with the sheet in the key', async (east, west) => {
    const files = workbook(sheet('East', ...east), sheet('West', ...west))
    const ids = await idsOf(files)
    const numbers = (rows: readonly string[], name: string) =>
      rows.map((row) => `${name}|${row.split(',')[0]}`)
    expect(ids).toEqual([...numbers(east, 'East'), ...numbers(west, 'West')])
  })

  it('whose ids are all different are one table with a plain key', async () => {
    const files = workbook(sheet('East', 'E1,E,3,30000', 'E2,E,3,30000'), sheet('West', 'W1,W,3,3000'))
    expect(await idsOf(files)).toEqual(['E1', 'E2', 'W1'])
  })

  it('with the same ids and other values are a question', async () => {
    const files = workbook(
      sheet('2023', 'H1,E,3,30000', 'H2,E,3,30000'),
      sheet('2024', 'H1,E,3,300', 'H2,E,3,30000'),
    )
    const { decisions, roles } = await inspected(files.paths)
    expect(decisions.filter((each) => each.includes('is meant'))).toEqual([
      'whether 2024 is meant, or 2023: it has ids of 2023, and other values beside them',
    ])
    expect(roles.map(({ role }) => role)).toEqual(['records', 'other'])
  })

  it('are named by one pattern, or a person is asked', async () => {
    const files = workbook(sheet('East', 'E1,E,3,30000'), sheet('West', 'W1,W,3,3000'))
    const other = {
      name: 'Wards',
      rows: inlineRows([
        ['ward', 'head'],
        ['A', 'B'],
      ]),
    }
    const three = written({
      'list.xlsx': workbookOf({ sheets: [sheet('East', 'E1,E,3,30000'), sheet('Wa', 'W1,W,3,3000'), other] }),
    })
    const asked = async (paths: readonly string[]) =>
      (await inspected(paths)).decisions.filter((each) => each.startsWith('how to name'))
    expect(await asked(files.paths)).toEqual([])
    expect(await asked(three.paths)).toEqual([
      'how to name 2 tables of households and no other: the mapping reads `list.xlsx#East` alone; `file` takes one pattern',
    ])
  })

  it('that are copies are read once, without a question', async () => {
    const rows = ['H1,E,3,30000', 'H2,E,3,30000']
    const files = workbook(sheet('a', ...rows), sheet('b', ...rows))
    const { decisions, roles } = await inspected(files.paths)
    expect(decisions.join()).not.toContain('is meant')
    expect(roles[1]?.why).toBe('it has the rows of a')
  })
})
