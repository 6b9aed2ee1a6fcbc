import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { workbookOf } from '../files/archive.js'
import { fileOf, folderOf } from '../files/open.js'
import { membersOf, readAll, readText, recordsOf, type WholeReading } from '../read.js'
import { samplePack } from '../sample-pack.js'

const idsOf = (reading: WholeReading) => recordsOf(reading).map(({ id }) => id)
const codesOf = (reading: WholeReading) => reading.diagnostics.map(({ code }) => code)
const rejectsOf = ({ rows }: WholeReading) =>
  rows.flatMap((row) => (row.kind === 'rejected' ? [[row.line, row.code, row.message]] : []))

function mappingOf(text: string) {
  const reading = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), samplePack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

const table = (...ids: string[]) => `household_id,household_size\n${ids.map((id) => `${id},1\n`).join('')}`

describe('`.0` behind ids', () => {
  it.each([
    [['101.0', '102.0', '103.0']],
    [['101.0', '', '103.0']],
    [['0012.0', '7.0']],
    [['101.0', '合计', '103.0']],
  ])('falls off where all end in it: %j', async (ids) => {
    const reading = await readText('a.csv', table(...ids))
    expect(idsOf(reading)).toEqual(ids.filter((id) => id.endsWith('.0')).map((id) => id.slice(0, -2)))
    expect(codesOf(reading)).toContain('float-id')
  })

  it.each([
    [['101.0', '102', '103.0']],
    [['1.0', '1.1', '2.0']],
    [['v1.0', 'v2.0']],
    [['101.00', '102.00']],
    [['102', '101.0']],
  ])('stays where one does not: %j', async (ids) => {
    const reading = await readText('a.csv', table(...ids))
    expect(idsOf(reading)).toEqual(ids)
    expect(codesOf(reading)).not.toContain('float-id')
  })

  it('makes ids of two files the same', async () => {
    const files = [fileOf('a.csv', table('101.0', '102.0')), fileOf('b.csv', table('102', '103'))]
    const reading = await readAll(files)
    expect(idsOf(reading)).toEqual(['101', '103'])
    expect(reading.ledger).toMatchObject({ duplicates: 2 })
  })

  it.each([
    ['101.0', '101'],
    ['101', '101.0'],
    ['101.0', '101.0'],
  ])('is no hindrance for members: %s, %s', async (own, child) => {
    const mapping = mappingOf(`households: { file: main.csv, key: id, match: names }
rosters: [{ file: roster.csv, key: hh, match: names }]
`)
    const files = folderOf({
      'main.csv': `id,household_size\n${own},2\n`,
      'roster.csv': `hh,age\n${child},30\n${child},4\n`,
    })
    const reading = await readAll([files], { mapping })
    expect(recordsOf(reading).map((record) => [record.id, membersOf(record)])).toMatchObject([
      ['101', [{ age: '30' }, { age: '4' }]],
    ])
  })

  it('falls off each part of a key', async () => {
    const mapping = mappingOf('households: { key: { all: [a, b] }, match: names }\n')
    const reading = await readAll([fileOf('a.csv', 'a,b,household_size\n1.0,x,2\n2.0,2.0,2\n')], { mapping })
    expect(idsOf(reading)).toEqual(['1|x', '2|2.0'])
  })
})

describe('a day among the ids of a workbook', () => {
  const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`
  const workbook = (...ids: string[]) =>
    workbookOf({
      cellXfs: '<xf/><xf numFmtId="14"/>',
      sheets: [
        {
          name: 'S',
          rows: [text('household_id'), ...ids]
            .map((id, at) => `<row>${id}${at === 0 ? text('household_size') : '<c><v>1</v></c>'}</row>`)
            .join(''),
        },
      ],
    })
  const day = '<c s="1"><v>43902</v></c>'

  it('is no id', async () => {
    const reading = await readAll([fileOf('a.xlsx', workbook(day, text('3-13')))])
    expect(idsOf(reading)).toEqual(['3-13'])
    expect(rejectsOf(reading)).toEqual([
      [2, 'destroyed-id', 'a spreadsheet has turned an id into a day: `2020-03-12`'],
    ])
  })

  it('is one where it is written as a text', async () => {
    const reading = await readAll([fileOf('a.xlsx', workbook(text('2020-03-12'), text('2020-03-13')))])
    expect(idsOf(reading)).toEqual(['2020-03-12', '2020-03-13'])
  })

  it('is no id by a mapping either, and no part of one where other ids stand in its column', async () => {
    const key = (written: string) => mappingOf(`households: { key: ${written}, match: names }\n`)
    const own = { mapping: key('household_id') }
    const part = { mapping: key('{ all: [{ sheet: true }, household_id] }') }
    const mixed = fileOf('a.xlsx', workbook(day, text('3-13')))
    const all = fileOf('a.xlsx', workbook(day, day.replace('43902', '43903')))
    expect(idsOf(await readAll([mixed], own))).toEqual(['3-13'])
    expect(idsOf(await readAll([mixed], part))).toEqual(['S|3-13'])
    expect(idsOf(await readAll([all], part))).toEqual(['S|2020-03-12', 'S|2020-03-13'])
  })
})

it.each(['4.4E+17', '4.40981E+17', '1E+10', '4,4e+17'])('%s is no id', async (id) => {
  const reading = await readText('a.csv', `household_id;household_size\n${id};1\nH1;1\n`)
  expect(idsOf(reading)).toEqual(['H1'])
  expect(rejectsOf(reading)).toMatchObject([[2, 'destroyed-id', expect.stringContaining('rounded number')]])
})
