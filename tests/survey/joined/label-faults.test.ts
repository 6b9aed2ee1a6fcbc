import { describe, expect, it } from 'vitest'
import { scratch } from '../../cli/run.js'

const MAIN = 'no,persons,income\nNumber,How many people,Income of a year\nA1,3,30000\nA2,2,2000\n'
const ROSTER = 'no,years,school\nHousehold,Age in years,Goes to school\nA1,40,no\nA2,30,yes\n'
const MAPPING = `mapping: 1
pack: cn-2020
households:
  file: main.csv
  key: no
  facts: { household_size: persons, net_income: income }
`
const WITH_ROSTER = `${MAPPING}rosters:\n  - file: roster.csv\n    key: no\n    facts: { age: years, in_school: school }\n`
/** The mapping with the line that is advised, for each file. */
const labelled = (mapping: string): string =>
  mapping
    .replace(/file: .*/g, '$&\n    label_rows: 1')
    .replace('    label_rows: 1\n  key', '  label_rows: 1\n  key')

describe('label rows of mapped tables', () => {
  it('one table takes the flag', async () => {
    const { here } = scratch({ 'main.csv': MAIN, 'm.yaml': MAPPING })
    const asked = await here(['assess', 'main.csv', '-m', 'm.yaml'])
    expect(asked.code).toBe(2)
    expect(asked.err).toContain('main.csv:2  error[label-rows]')
    expect(asked.err).toContain('say `--label-rows 1` if so, else `--label-rows 0`')
    const told = await here(['assess', 'main.csv', '-m', 'm.yaml', '--label-rows', '1', '-f', 'csv'])
    expect(told.out.match(/^A[12],/gm)).toEqual(['A1,', 'A2,'])
  })

  it('of several tables each says it in the mapping', async () => {
    const { here, write } = scratch({ 'main.csv': MAIN, 'roster.csv': ROSTER, 'm.yaml': WITH_ROSTER })
    const args = ['assess', 'main.csv', 'roster.csv', '-m', 'm.yaml', '-f', 'csv']
    const asked = await here(args)
    expect(asked.err.match(/\S+ {2}error\[label-rows\]/g)).toHaveLength(2)
    expect(asked.err).toContain('say `label_rows: 1` if so, else `label_rows: 0`')
    write('m.yaml', labelled(WITH_ROSTER))
    expect((await here(args)).out.match(/^A[12],/gm)).toEqual(['A1,', 'A2,'])
  })

  it('a table whose rows are told apart by a condition is not asked', async () => {
    const mapping = MAPPING.replace('  key: no', '  key: no\n  rows_if: income != ""')
    const { here } = scratch({ 'main.csv': MAIN, 'm.yaml': mapping })
    expect((await here(['assess', 'main.csv', '-m', 'm.yaml'])).err).not.toContain('label-rows')
  })
})
