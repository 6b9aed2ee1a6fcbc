import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { Mapping } from '../../../src/survey/mapping/mapping.js'
import { inlineRows, workbookOf } from '../files/archive.js'
import { fileOf, folderOf } from '../files/open.js'
import { faultsOf, membersOf, readAll, recordsOf, type WholeReading } from '../read.js'
import { samplePack } from '../sample-pack.js'

function mappingOf(text: string): Mapping {
  const reading = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), samplePack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

const readFiles = (mapping: string, files: Readonly<Record<string, string>>) =>
  readAll([folderOf(files)], { mapping: mappingOf(mapping) })

const rejectsOf = ({ rows }: WholeReading) =>
  rows.flatMap((row) => (row.kind === 'rejected' ? [[row.line, row.code, row.field]] : []))

const sizes = (reading: WholeReading) =>
  recordsOf(reading).map((record) => {
    const members = membersOf(record)
    return [record.id, Array.isArray(members) ? members.length : null]
  })

const HOUSEHOLDS = 'cluster,number,household_size\n1,1,3\n1,2,2\n2,1,4\n'
const MEMBERS = 'cluster,number,age\n1,1,40\n1,1,38\n1,1,10\n1,2,50\n1,2,48\n2,1,60\n2,1,58\n2,1,9\n2,1,8\n'

describe('a key of several columns', () => {
  it.each([
    ['the same key', 'key: { all: [cluster, number] }'],
    ['pairs of columns', 'join: { all: [{ cluster: cluster }, { number: number }] }'],
    ['the pairs the other way round', 'join: { all: [{ number: number }, { cluster: cluster }] }'],
  ])('joins its members by %s', async (_, join) => {
    const reading = await readFiles(
      `households: { file: hh.csv, key: { all: [cluster, number] }, match: names }
rosters: [{ file: hl.csv, ${join}, match: names }]
`,
      { 'hh.csv': HOUSEHOLDS, 'hl.csv': MEMBERS },
    )
    expect(sizes(reading)).toEqual([
      ['1|1', 3],
      ['1|2', 2],
      ['2|1', 4],
    ])
    expect(recordsOf(reading)[0]?.headers.get('household_id')).toBe('cluster|number')
    expect(rejectsOf(reading)).toEqual([])
  })

  it('is written so that no two keys are alike, and blank or destroyed where one of its parts is', async () => {
    const reading = await readFiles('households: { key: { all: [a, b] }, match: names }\n', {
      'hh.csv': 'a,b,household_size\nx|y,z,1\nx,y|z,1\n"x\\",|z,1\nx, ,1\n,z,1\n4.4E+17,1,1\n合计,,3\n',
    })
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['x\\|y|z', 'x|y\\|z', 'x\\\\|\\|z'])
    expect(rejectsOf(reading)).toEqual([
      [5, 'missing-id', 'a|b'],
      [6, 'missing-id', 'a|b'],
      [7, 'destroyed-id', 'a|b'],
    ])
    expect(reading.ledger).toMatchObject({ read: 6, total_rows: 1 })
  })

  it('puts persons together, also those that stand apart', async () => {
    const reading = await readFiles(
      'households: { key: { all: [cluster, number] }, one_row_per: person, match: names }\n',
      { 'hl.csv': 'cluster,number,age\n1,1,40\n2,1,60\n1,1,38\n1,2,50\n' },
    )
    expect(sizes(reading)).toEqual([
      ['1|1', 2],
      ['2|1', 1],
      ['1|2', 1],
    ])
  })

  it('holds households of one key, whatever stands in one of its columns', async () => {
    const reading = await readFiles('households: { key: { all: [cluster, number] }, match: names }\n', {
      'hh.csv': `${HOUSEHOLDS}1,2,5\n`,
    })
    expect(reading.ledger).toMatchObject({ read: 4, assessed: 2, duplicates: 2 })
  })

  it('makes members unknown where a row of one of them cannot be cut', async () => {
    const reading = await readFiles(
      `households: { file: hh.csv, key: { all: [cluster, number] }, match: names }
rosters: [{ file: hl.csv, key: { all: [cluster, number] }, match: names }]
`,
      { 'hh.csv': HOUSEHOLDS, 'hl.csv': `${MEMBERS}1,2,3,4\n9,2,1,5\n` },
    )
    expect(sizes(reading)).toEqual([
      ['1|1', 3],
      ['1|2', null],
      ['2|1', null],
    ])
  })

  it('names the columns that are missing', async () => {
    const mapping = mappingOf('households: { key: { all: [cluster, nummer] }, match: names }\n')
    const faults = await faultsOf([fileOf('hh.csv', HOUSEHOLDS)], { mapping })
    expect(faults).toMatchObject([{ code: 'unknown-column', help: 'did you mean `number`?' }])
  })

  it('must be one that a roster points at as a whole', async () => {
    const mapping = mappingOf(`households: { file: hh.csv, key: { all: [cluster, number] }, match: names }
rosters: [{ file: hl.csv, join: { cluster: cluster }, match: names }]
`)
    const faults = await faultsOf([folderOf({ 'hh.csv': HOUSEHOLDS, 'hl.csv': MEMBERS })], { mapping })
    expect(faults.map(({ code }) => code)).toEqual(['ambiguous-column'])
  })
})

describe('a key with the name of the sheet', () => {
  const rows = (...ids: string[]) => inlineRows([['no', 'household_size'], ...ids.map((id) => [id, '1'])])
  const mapping = 'households: { file: "*", key: { all: [{ sheet: true }, no] }, match: names }\n'

  it('tells numbers apart that begin anew in each sheet', async () => {
    const sheets = [
      { name: 'East | 1', rows: rows('1', '2') },
      { name: 'West', rows: rows('1', '') },
    ]
    const reading = await readAll([fileOf('list.xlsx', workbookOf({ sheets }))], {
      mapping: mappingOf(mapping),
    })
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['East \\| 1|1', 'East \\| 1|2', 'West|1'])
    expect(rejectsOf(reading)).toEqual([[3, 'missing-id', 'sheet|no']])
  })

  it('has the name of a file in its place', async () => {
    const reading = await readFiles(mapping, {
      'east.csv': 'no,household_size\n1,1\n',
      'west.csv': 'no,household_size\n1,1\n',
    })
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['east|1', 'west|1'])
  })
})

describe('a list of keys', () => {
  const remarks = async (key: string, text: string) => {
    const reading = await readFiles(`households: { key: ${key}, match: names }\n`, { 'hh.csv': text })
    return reading.diagnostics.filter(({ code }) => code === 'other-key')
  }

  it('says which column it took where another exists too', async () => {
    expect(await remarks('[a, b]', 'a,b,household_size\n1,1,1\n2,1,1\n')).toMatchObject([
      { severity: 'note', message: 'the id is `a` alone; `b` exists too and is not asked' },
    ])
  })

  it.each(['[a, b]', '[x, a, b]'])('warns where ids repeat, with the line to write: %s', async (key) => {
    const told = await remarks(key, 'a,b,household_size\n1,1,1\n1,2,1\n')
    expect(told).toMatchObject([{ severity: 'warning', fix: { mapping: 'key: { all: ["a", "b"] }' } }])
    const [fix] = told.map((each) => each.fix)
    const line = fix !== undefined && 'mapping' in fix ? fix.mapping : ''
    const reading = await readFiles(`households: { ${line}, match: names }\n`, {
      'hh.csv': 'a,b,household_size\n1,1,1\n1,2,1\n',
    })
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['1|1', '1|2'])
  })

  it.each(['a', '[a]', '[a, x]', '{ all: [a, b] }'])('says nothing of %s', async (key) => {
    expect(await remarks(key, 'a,b,household_size\n1,1,1\n1,2,1\n')).toEqual([])
  })
})
