import { describe, expect, it } from 'vitest'
import { assessRecord } from '../../../src/engine/assess.js'
import { lazyCase } from '../../../src/report/assess/lazy-case.js'
import { recordJson } from '../../../src/report/assess/record-json.js'
import { shippedPack } from '../../fast/read/packs.js'
import { readText, recordsOf } from '../../survey/read.js'

const pack = await shippedPack('cn-2020')

async function judged(text: string, at: number, asOf: string | null = null) {
  const record = recordsOf(await readText('a.csv', text, { pack }))[at]
  if (record === undefined) throw new Error('no such record')
  return recordJson(pack, lazyCase(pack, assessRecord(pack, record, { asOf }))) as Record<string, unknown>
}

const minutes = (cells: readonly string[]) =>
  `household_id,water_minutes\n${cells.map((cell, at) => `H${at},${cell}`).join('\n')}\n`
const ROWS = [...Array.from({ length: 30 }, (_, at) => String(2 + at)), '999', '999', '999.0', '998']

describe('what only the column of a cell puts in doubt', () => {
  it('stands in the record with how many cells of the column hold the same', async () => {
    const of = ROWS.length
    const suspect = { fact: 'water_minutes', by: 'column', of }
    expect((await judged(minutes(ROWS), 30)).suspects).toEqual([{ ...suspect, cells: 3 }])
    expect((await judged(minutes(ROWS), 32)).suspects).toEqual([{ ...suspect, cells: 3 }])
    expect((await judged(minutes(ROWS), 33)).suspects).toEqual([{ ...suspect, cells: 1 }])
    expect((await judged(minutes(ROWS), 0)).suspects).toEqual([])
  })

  it('does not where the cell stands alone, so that a part may be judged otherwise', async () => {
    expect((await judged(minutes(['12', '666']), 1)).suspects).toEqual(
      (await judged(minutes(['12', '13']), 1)).suspects,
    )
  })
})

describe('a record without a day', () => {
  const dated = (date: string) => `household_id,survey_date\nH1,${date}\n`

  it.each([
    ['2563-06-01', ['survey_date']],
    ['1900-01-00', ['survey_date']],
    ['soon', ['survey_date']],
    ['2013-12-31', ['survey_date']],
    ['2014-01-01', []],
    ['', []],
  ])('asks for the date: `%s`', async (date, asked) => {
    expect((await judged(dated(date), 0)).ask).toEqual(asked)
    expect((await judged(dated(date), 0, '2020-01-01')).ask).toEqual([])
  })
})
