import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { inlineRows, workbookOf } from '../files/archive.js'
import { fileOf } from '../files/open.js'
import { factsText, factText, membersOf, readAll, recordsOf, type WholeReading } from '../read.js'
import { samplePack } from '../sample-pack.js'

function mappingOf(text: string) {
  const reading = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), samplePack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

const sheetOf = (lines: readonly string[], merges: readonly string[], prefix = '') =>
  fileOf(
    'a.xlsx',
    workbookOf({
      prefix,
      sheets: [{ name: 'S', rows: inlineRows(lines.map((line) => line.split(','))), merges }],
    }),
  )

const told = ({ diagnostics }: WholeReading) =>
  diagnostics.flatMap(({ code, at }) => {
    const field = at !== null && 'field' in at ? at.field : null
    return code.startsWith('merged') ? [field === null ? code : `${code} ${field}`] : []
  })

describe('a number or answer that is merged over households', () => {
  const header = 'household_id,village,household_size,electricity,note'

  it.each([
    ['a number', ['C2:C3'], ['1,V,4,yes,x', '2,V,,no,x', '3,W,2,yes,x'], ['gap suspect', 'gap suspect', '2']],
    [
      'one far down',
      ['C3:C4'],
      ['1,V,4,yes,x', '2,V,5,no,x', '3,W,,yes,x'],
      ['4', 'gap suspect', 'gap suspect'],
    ],
    [
      'two below each other',
      ['C2:C3', 'C4:C5'],
      ['1,,4', '2,,', '3,,6', '4,,'],
      Array(4).fill('gap suspect'),
    ],
    [
      'several columns wide',
      ['C2:E3'],
      ['1,V,4,,', '2,V,,,', '3,W,2,,'],
      ['gap suspect', 'gap suspect', '2'],
    ],
  ])('is in doubt in all of them: %s', async (_, merges, rows, sizes) => {
    const reading = await readAll([sheetOf([header, ...rows], merges)])
    expect(recordsOf(reading).map(({ facts }) => factText(facts.get('household_size')))).toEqual(sizes)
    expect(told(reading)).toContain('merged-answer household_size')
  })

  it('is none of a place, which holds for all', async () => {
    const reading = await readAll([sheetOf([header, '1,V,4,yes,x', '2,,3,no,x', '3,W,2,yes,x'], ['B2:B3'])])
    expect(recordsOf(reading).map(({ facts }) => factText(facts.get('village')))).toEqual(['V', 'V', 'W'])
    expect(told(reading)).toEqual(['merged-cells'])
  })

  it('is none above the header, beside it, or over blank rows', async () => {
    const merges = ['A1:A2', 'C3:C3', 'D2:E2', 'C4:C9']
    const reading = await readAll([sheetOf([header, '1,V,4,yes,x', '2,V,3,no,x', '3,W,2,yes,x'], merges)])
    expect(recordsOf(reading).map(({ facts }) => factText(facts.get('household_size')))).toEqual([
      '4',
      '3',
      '2',
    ])
    expect(told(reading)).toEqual([])
  })
})

describe('a list of persons with merged cells', () => {
  const lines = ['hh,pid,age,household_size,village', 'a,1,40,3,V', ',2,38,,', ',3,10,,', 'b,4,60,1,']
  const mapping = mappingOf('households: { key: hh, one_row_per: person, person: pid, match: names }\n')

  it.each(['', 'x:'])(
    'has its persons together, and what is merged within a household is said of it: %j',
    async (prefix) => {
      const merges = ['A2:A4', 'D2:D4', 'E2:E5']
      const reading = await readAll([sheetOf(lines, merges, prefix)], { mapping })
      expect(
        recordsOf(reading).map((record) => [record.id, membersOf(record), factsText(record)]),
      ).toMatchObject([
        ['a', [{ age: '40' }, { age: '38' }, { age: '10' }], { household_size: '3', village: 'V' }],
        ['b', [{ age: '60' }], { household_size: '1', village: 'V' }],
      ])
      expect(told(reading)).toEqual(['merged-cells'])
    },
  )

  it('knows no number that two households share', async () => {
    const reading = await readAll([sheetOf(lines, ['A2:A4', 'D2:D5'])], { mapping })
    expect(recordsOf(reading).map((record) => factsText(record).household_size)).toEqual([
      'gap suspect',
      'gap suspect',
    ])
  })
})

it('a merged cell over the whole sheet takes no more than its rows', async () => {
  const reading = await readAll([sheetOf(['household_id,household_size', '1,2', '2,3'], ['A2:XFD1048576'])])
  expect(recordsOf(reading).map(({ id }) => id)).toEqual(['1', '2'])
})
