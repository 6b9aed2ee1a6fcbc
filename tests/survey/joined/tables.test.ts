import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { Mapping } from '../../../src/survey/mapping/mapping.js'
import { inlineRows, workbookOf } from '../files/archive.js'
import { fileOf, folderOf } from '../files/open.js'
import { faultsOf, membersOf, readAll, recordsOf, type WholeReading } from '../read.js'
import { samplePack } from '../sample-pack.js'

/** A mapping of the sample pack from its text. */
function mappingOf(text: string): Mapping {
  const reading = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), samplePack)
  if ('mapping' in reading) return reading.mapping
  throw new Error(reading.faults.map(({ message }) => message).join('\n'))
}

/** Files of one folder, read by a mapping. */
const readFiles = (mapping: string, files: Readonly<Record<string, string>>) =>
  readAll([folderOf(files)], { mapping: mappingOf(mapping) })

const rejectsOf = ({ rows }: WholeReading) =>
  rows.flatMap((row) => (row.kind === 'rejected' ? [[row.file.split('/').at(-1), row.line, row.code]] : []))

const MAIN_AND_ROSTER = `households: { file: main.csv, key: id, match: names }
rosters: [{ file: roster.csv, key: id, person: pid, match: names }]
`

describe('a key that a spreadsheet has destroyed', () => {
  it('is no id: its rows are rejected, and no member joins them', async () => {
    const reading = await readFiles(MAIN_AND_ROSTER, {
      'main.csv': 'id,household_size\n4.40981E+17,2\nH1,1\n4.40981E+17,2\n',
      'roster.csv': 'id,pid,age\n4.40981E+17,1,3\nH1,2,4\n',
    })
    expect(reading.ledger).toMatchObject({ read: 3, assessed: 1, rejected: 2 })
    expect(rejectsOf(reading)).toEqual([
      ['main.csv', 2, 'destroyed-id'],
      ['main.csv', 4, 'destroyed-id'],
      ['roster.csv', 2, 'orphan-member'],
    ])
  })

  it('puts no persons of different households together', async () => {
    const reading = await readFiles('households: { one_row_per: person, key: id, match: names }\n', {
      'main.csv': 'id,age\n4.40981E+17,1\n4.40981E+17,2\nH1,3\n',
    })
    expect(reading.ledger).toMatchObject({ read: 1, assessed: 1 })
    expect(rejectsOf(reading)).toEqual([
      ['main.csv', 2, 'destroyed-id'],
      ['main.csv', 3, 'destroyed-id'],
    ])
  })
})

describe('a table that is not read, beside tables that lack a fact which would be assumed', () => {
  const mapping = 'households: { file: main.csv, key: id, match: names }\n'
  const main = 'id,household_size\nH1,1\n'
  const faults = (other: string) =>
    faultsOf([folderOf({ 'main.csv': main, 'other.csv': other })], { mapping: mappingOf(mapping) })

  it.each([
    ['says the fact under its name', 'id,risk\nH1,yes\n'],
    ['says it at the end of a path', 'id,g1/risk\nH1,yes\n'],
    ['says it in other letters', 'id;RISK \nH1;yes\n'],
    ['says it and holds no row', 'id,risk\n'],
  ])('%s: the run stops', async (_, other) => {
    expect(await faults(other)).toMatchObject([
      {
        code: 'near-column',
        severity: 'error',
        message: expect.stringContaining('`risk`'),
        at: { file: expect.stringMatching(/other\.csv$/) },
      },
    ])
  })

  it.each([
    ['says other facts', 'id,household_size\nH1,3\n'],
    ['says something near it alone', 'id,risk_of_flood\nH1,yes\n'],
    ['is no text', 'id,risk\n\u0000\u0000'],
  ])('%s: the run goes on', async (_, other) => {
    const reading = await readFiles(mapping, { 'main.csv': main, 'other.csv': other })
    expect(reading.ledger).toMatchObject({ read: 1 })
  })

  it('may speak where every table that is read says the fact', async () => {
    const reading = await readFiles(mapping, {
      'main.csv': 'id,risk\nH1,no\n',
      'other.csv': 'id,risk\nH1,yes\n',
    })
    expect(reading.ledger).toMatchObject({ read: 1 })
  })
})

it('persons of whom none has a key are a file without ids, not one without rows', async () => {
  const mapping = mappingOf('households: { one_row_per: person, key: id, match: names }\n')
  const faults = await faultsOf([fileOf('main.csv', 'id,age\n,1\n ,2\n')], { mapping })
  expect(faults).toMatchObject([
    { code: 'no-id', message: 'no household has an id: `id` is empty in all rows' },
  ])
})

it.each([
  ['close', 'H1,2\nH1,2\nH2,1\n'],
  ['far apart', 'H1,2\nH2,1\nH1,2\n'],
])('rows of one id have the same members, however %s they stand', async (_, rows) => {
  const reading = await readFiles(MAIN_AND_ROSTER, {
    'main.csv': `id,household_size\n${rows}`,
    'roster.csv': 'id,pid,age\nH1,1,30\nH1,2,31\nH2,3,32\n',
  })
  const held = reading.rows.flatMap((row) => (row.kind === 'held' ? [row.fingerprint] : []))
  expect(held).toHaveLength(2)
  expect(new Set(held).size).toBe(1)
})

describe('several files of households', () => {
  const mapping = `households: { file: "h*.csv", key: id, match: names }
rosters: [{ file: roster.csv, join: { parent: uuid }, person: pid, match: names }]
`
  const roster = 'parent,pid,age\nu1,1,30\nu2,2,40\n'

  it('may have their columns in another order', async () => {
    const reading = await readFiles(mapping, {
      'h1.csv': 'id,uuid,household_size\nH1,u1,1\n',
      'h2.csv': 'household_size,id,uuid\n1,H2,u2\n',
      'roster.csv': roster,
    })
    expect(recordsOf(reading).map((record) => [record.id, membersOf(record)])).toMatchObject([
      ['H1', [{ age: '30' }]],
      ['H2', [{ age: '40' }]],
    ])
  })

  it('all need the column that a roster points at', async () => {
    const files = { 'h1.csv': 'id,uuid\nH1,u1\n', 'h2.csv': 'id\nH2\n', 'roster.csv': roster }
    const faults = await faultsOf([folderOf(files)], { mapping: mappingOf(mapping) })
    expect(faults.map(({ code, message }) => [code, message])).toEqual([
      ['unknown-column', 'the file has no one column `uuid`, which the roster points at'],
    ])
  })
})

describe('cells of a roster that must be held in memory', () => {
  it('may be longer than any block of it', async () => {
    const reading = await readFiles(MAIN_AND_ROSTER, {
      'main.csv': 'id,household_size\nH1,2\nH2,1\n',
      'roster.csv': `id,pid,age\nH2,1,30\nH1,${'x'.repeat(5_000_000)},31\nH1,3,32\n`,
    })
    expect(recordsOf(reading).map(membersOf)).toMatchObject([[{ age: '31' }, { age: '32' }], [{ age: '30' }]])
  })

  it('keep to their columns where a workbook writes NUL', async () => {
    const main = inlineRows([['id'], ['H1'], ['H2']])
    const roster = inlineRows([
      ['id', 'member_id', 'age'],
      ['H2', 'a_x0000_b', '30'],
      ['H1', 'c', '31'],
    ])
    const sheets = [
      { name: 'main', rows: main },
      { name: 'roster', rows: roster },
    ]
    const mapping = mappingOf(`households: { file: "#main", key: id, match: names }
rosters: [{ file: "#roster", key: id, match: names }]
`)
    const reading = await readAll([fileOf('a.xlsx', workbookOf({ sheets }))], { mapping })
    expect(recordsOf(reading).map(membersOf)).toMatchObject([
      [{ member_id: 'c', age: '31' }],
      [{ member_id: 'a_x0000_b', age: '30' }],
    ])
  })
})

describe('rows of no table', () => {
  const tables = `households: { file: main.csv, key: id, match: names, rows_if: kind = "h" }
rosters: [{ file: %, key: id, match: names, rows_if: kind = "m" }]
`
  const straysOf = ({ diagnostics }: WholeReading) =>
    diagnostics.flatMap(({ code, message, at }) =>
      code === 'stray-rows' && at && 'field' in at ? [[at.file.split('/').at(-1), message]] : [],
    )

  it('are told, whatever else cannot be read in their file', async () => {
    const reading = await readFiles(tables.replace('%', 'main.csv'), {
      'main.csv': 'kind,id,age\nh,H1,\nm,H1,30\nx,H1,1\nH1\nH1,1\n',
    })
    expect(straysOf(reading)).toEqual([['main.csv', '1 row belongs to no table that the mapping names']])
  })

  it('are told of a roster that has a file of its own', async () => {
    const reading = await readFiles(tables.replace('%', 'roster.csv'), {
      'main.csv': 'kind,id\nh,H1\n',
      'roster.csv': 'kind,id,age\nm,H1,30\ncow,H1,1\ncow,H1,2\n',
    })
    expect(straysOf(reading)).toEqual([['roster.csv', '2 rows belong to no table that the mapping names']])
  })
})

describe('members beside each other in one row', () => {
  const wide = `households: { file: main.csv, key: id, person: "pid_{n}", members: { age: "age_{n}" } }
`

  it('are found by the details of another table', async () => {
    const details =
      'rosters: [{ file: roster.csv, key: id, person: pid, role: details, facts: { in_school: school } }]\n'
    const reading = await readFiles(wide + details, {
      'main.csv': 'id,pid_1,age_1,pid_2,age_2\nH1,a,30,b,9\n',
      'roster.csv': 'id,pid,school\nH1,b,yes\n',
    })
    expect(recordsOf(reading).map(membersOf)).toMatchObject([
      [
        { age: '30', in_school: 'gap blank' },
        { age: '9', in_school: 'yes' },
      ],
    ])
  })

  it('of whom one stands in two rows are unknown in both', async () => {
    const reading = await readFiles(wide, {
      'main.csv': 'id,pid_1,age_1,pid_2,age_2\nH1,a,30,b,9\nH2,b,9,,\nH3,c,1,,\n',
    })
    expect(recordsOf(reading).map((record) => record.members?.kind)).toEqual(['gap', 'gap', 'rows'])
    expect(reading.diagnostics).toMatchObject([{ code: 'repeated-person', at: { line: 2 } }])
  })
})

it('members of a household that has more than any household are unknown, and it is still read', async () => {
  const reading = await readFiles(MAIN_AND_ROSTER, {
    'main.csv': 'id\nH1\nH2\n',
    'roster.csv': `id,pid,age\nH2,1,30\n${Array.from({ length: 10_001 }, (_, at) => `H1,${at},9`).join('\n')}\n`,
  })
  expect(recordsOf(reading).map((record) => record.members?.kind)).toEqual(['gap', 'rows'])
  expect(reading.diagnostics).toMatchObject([{ code: 'too-many-members', at: { line: 2 } }])
})

it('a member of whom the table of details says nothing left that blank; the file does have the column', async () => {
  const mapping = `${MAIN_AND_ROSTER.trimEnd().slice(0, -1)}, { file: details.csv, key: id, person: pid, role: details, match: names }]
`
  const reading = await readFiles(mapping, {
    'main.csv': 'id\nH1\n',
    'roster.csv': 'id,pid,age\nH1,1,30\nH1,2,9\n',
    'details.csv': 'id,pid,in_school\nH1,2,yes\n',
  })
  expect(recordsOf(reading).map(membersOf)).toMatchObject([
    [{ in_school: 'gap blank' }, { in_school: 'yes' }],
  ])
})
