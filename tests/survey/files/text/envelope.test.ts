import { describe, expect, it } from 'vitest'
import { PLAIN_READING } from '../../../../src/survey/files/data-file.js'
import { faultsOfText, readText, recordsOf } from '../../read.js'

const json = (document: unknown) => JSON.stringify(document)
const ONE = { wage_income: '100', water_minutes: '5' }
const KOBO = [
  { _id: 1, _uuid: 'u1', 'hh/wage_income': '100', members: [{ 'members/age': '40' }] },
  { _id: 2, _uuid: 'u2', 'hh/wage_income': '200', members: [] },
]
const ODATA = [{ __id: 'uuid:1', __system: { submitterName: 'x' }, hh: { wage_income: 100, note: null } }]

describe('an answer of a server', () => {
  it.each<[string, unknown, readonly string[], string]>([
    ['of KoboToolbox', { count: 2, next: null, previous: null, results: KOBO }, ['u1', 'u2'], '_uuid'],
    ['of KoboToolbox without counts', { next: null, results: KOBO }, ['u1', 'u2'], '_uuid'],
    ['of OData, with groups', { '@odata.context': 'x', value: ODATA }, ['uuid:1'], '__id'],
    [
      'of CommCare',
      { meta: { total_count: 1, next: null }, objects: [{ id: 'c1', form: ONE }] },
      ['c1'],
      'id',
    ],
    [
      'of a server that wraps it',
      { code: 0, msg: 'ok', data: { total: 2, list: KOBO } },
      ['u1', 'u2'],
      '_uuid',
    ],
    ['of rows with their total', { success: true, rows: KOBO, total: 2 }, ['u1', 'u2'], '_uuid'],
    ['of data', { code: 200, data: KOBO }, ['u1', 'u2'], '_uuid'],
    ['of a server that wraps the list of the pack', { data: { households: KOBO } }, ['u1', 'u2'], '_uuid'],
    [
      'with a list of its own name',
      { status: 'ok', data: { families: KOBO, total: 2 } },
      ['u1', 'u2'],
      '_uuid',
    ],
    ['the last page', { count: 1, next: null, previous: null, results: [{ ...KOBO[0] }] }, ['u1'], '_uuid'],
  ])('%s: its list is read, told', async (_, document, ids, key) => {
    const reading = await readText('a.json', json(document))
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(ids)
    expect(recordsOf(reading)[0]?.facts.get('wage_income')).toMatchObject({ kind: 'known' })
    const told = reading.diagnostics.find(({ code }) => code === 'api-list')
    expect(told?.message).toContain(`their id is \`${key}\``)
  })

  it('records that bring the id of the pack keep it', async () => {
    const results = [{ _uuid: 'u1', 'hh/household_id': 'H1', 'hh/wage_income': 1 }]
    const reading = await readText('a.json', json({ count: 1, next: null, results }))
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['H1'])
    expect(reading.diagnostics.find(({ code }) => code === 'api-list')?.message).not.toContain('their id')
  })

  it.each<[string, unknown, string]>([
    ['a larger count', { count: 1206, next: null, results: KOBO }, '2 of 1,206 households are in this file'],
    [
      'a next page',
      { next: 'https://kf.example/?start=2', results: KOBO },
      'the list in `results` is a part: the answer says that there is more',
    ],
    [
      'a next link of OData',
      { '@odata.context': 'x', '@odata.nextLink': 'y', value: ODATA },
      'the list in `value` is a part: the answer says that there is more',
    ],
    [
      'a count of OData',
      { '@odata.context': 'x', '@odata.count': 5, value: ODATA },
      '1 of 5 households are in this file',
    ],
    [
      'a total of a server that wraps its list',
      { code: 0, data: { total: 140, pageNum: 1, records: KOBO } },
      '2 of 140 households are in this file',
    ],
    [
      'a count beside the list of the pack',
      { count: 9, households: [{ household_id: 'A', wage_income: 1 }] },
      '1 of 9 households are in this file',
    ],
    [
      'the greater of two counts',
      { code: 0, data: { count: 2, total: 250, list: KOBO } },
      '2 of 250 households are in this file',
    ],
    [
      'a word that there is more',
      { hasMore: true, households: [{ household_id: 'A', wage_income: 1 }] },
      'the list in `households` is a part: the answer says that there is more',
    ],
    [
      'that it was cut off',
      { truncated: true, results: KOBO },
      'the list in `results` is a part: the answer says that there is more',
    ],
    [
      'a next page beside the list of the pack',
      { next: '/2', households: [{ household_id: 'A', wage_income: 1 }] },
      'the list in `households` is a part: the answer says that there is more',
    ],
    [
      'a count beside a list of its own name',
      { data: { families: KOBO, total: 3 } },
      '2 of 3 households are in this file',
    ],
    [
      'a total of CommCare',
      { meta: { total_count: 7 }, objects: KOBO },
      '2 of 7 households are in this file',
    ],
  ])('%s stops the run, unless a part is asked for', async (_, document, message) => {
    const faults = await faultsOfText('a.json', json(document))
    expect(faults).toMatchObject([{ code: 'partial-list', message, fix: { flag: '--partial' } }])
    const part = await readText('a.json', json(document), { reading: { ...PLAIN_READING, partial: true } })
    expect(part.ledger.assessed).toBeGreaterThan(0)
  })

  it('lists beside the one that is read are told', async () => {
    const one = (id: string) => [{ household_id: id, wage_income: 1 }]
    const reading = await readText(
      'a.json',
      json({ households: one('A'), households_2: one('B'), note: 'x' }),
    )
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['A'])
    expect(reading.diagnostics.find(({ code }) => code === 'api-list')).toMatchObject({
      severity: 'warning',
      message: 'only the list `households` is read, not `households_2`',
    })
  })

  it.each<[string, unknown]>([
    ['a record with a list of results', { household_id: 'A', wage_income: 1, results: [{ a: 1 }] }],
    ['a record with a value', { household_id: 'A', wage_income: 1, value: [{ a: 1 }] }],
    ['a list under the name of the pack', { count: 1, households: [{ household_id: 'A', wage_income: 1 }] }],
    ['a record with data', { household_id: 'A', wage_income: 1, data: [{ a: 1 }] }],
    ['a record whose data has two lists', { household_id: 'A', data: { a: [{ b: 1 }], c: [{ d: 1 }] } }],
    [
      'a record with data and a list in it',
      { household_id: 'A', wage_income: 1, data: { list: [{ a: 1 }] } },
    ],
    ['a list of records', [{ household_id: 'A', wage_income: 1 }]],
  ])('%s is what it was', async (_, document) => {
    const reading = await readText('a.json', json(document))
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['A'])
    expect(reading.diagnostics.map(({ code }) => code)).not.toContain('api-list')
  })
})
