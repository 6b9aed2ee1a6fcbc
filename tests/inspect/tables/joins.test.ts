import { expect, test } from 'vitest'
import type { Inspection } from '../../../src/inspect/proposal/inspection.js'
import { inspected, written } from '../inspected.js'

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`

const look = (files: { readonly [name: string]: string }): Promise<Inspection> =>
  inspected(written(files).paths)

/** Roles and joins, in words. */
const told = ({ roles }: Inspection) =>
  roles.map(({ table, role, join }) => {
    if (join === null) return `${table.name} ${role}`
    const { childColumn, parentColumn, parent, matched, keyed, unkeyed, parentsWithRows, parents } = join
    const pair = `${table.tally.headers[childColumn]}=${parent.name}.${parent.tally.headers[parentColumn]}`
    return `${table.name} ${role} ${pair} ${matched}/${keyed}+${unkeyed} ${parentsWithRows}/${parents}`
  })

test('rows without their record, without a key, and records without rows are counted', async () => {
  const inspection = await look({
    'main.csv': rows('KEY,village', 'a,A', 'b,A', 'c,A'),
    'roster.csv': rows('PARENT_KEY,age', 'a,1', 'a,2', 'b,3', 'x,4', ',5'),
  })
  expect(told(inspection)).toEqual([
    'main.csv records',
    'roster.csv members PARENT_KEY=main.csv.KEY 3/4+1 2/3',
  ])
})

test('a join by equal values needs long ids, or ids of one name', async () => {
  const joined = await look({
    'a.csv': rows('uid,village', 'h-2020-001,A', 'h-2020-002,A', 'h-2020-003,A'),
    'b.csv': rows('hh_uid,age', 'h-2020-001,1', 'h-2020-001,2', 'h-2020-002,1', 'h-2020-003,7'),
  })
  expect(told(joined)).toEqual(['a.csv records', 'b.csv members hh_uid=a.csv.uid 4/4+0 3/3'])
  const chance = await look({
    'a.csv': rows('row_id,village', '1,A', '2,B', '3,A'),
    'b.csv': rows('code,age', '1,1', '2,2', '3,1'),
  })
  expect(told(chance)).toEqual(['a.csv records', 'b.csv other'])
})

test('rows that are only counted belong to nothing', async () => {
  const inspection = await look({
    'main.csv': rows('row_id,uuid', '1,h-2020-001', '2,h-2020-002', '3,h-2020-003'),
    'people.csv': rows(
      'row_id,uuid,age',
      '1,h-2020-001,4',
      '2,h-2020-001,5',
      '3,h-2020-002,6',
      '4,h-2020-003,6',
    ),
  })
  expect(told(inspection)).toEqual(['main.csv records', 'people.csv members uuid=main.csv.uuid 4/4+0 3/3'])
})

test('the size that a record states is the number of its rows, or is told to differ', async () => {
  const files = (sizes: readonly number[]) => ({
    'main.csv': rows('KEY,hh_size', ...sizes.map((size, at) => `k${at},${size}`)),
    'roster.csv': rows('PARENT_KEY,x', 'k0,1', 'k0,2', 'k1,1', 'k2,1', 'k2,2', 'k2,3'),
  })
  const right = await look(files([2, 1, 3]))
  expect(right.roles[1]).toMatchObject({ role: 'members', join: { sizes: [{ equal: 3, compared: 3 }] } })
  expect(right.facts.find(({ fact }) => fact === 'household_size')).toMatchObject({ status: 'found' })
  const wrong = await look(files([2, 4, 3]))
  expect(wrong.roles[1]).toMatchObject({ join: { sizes: [{ equal: 2, compared: 3 }] } })
  expect(wrong.facts.find(({ fact }) => fact === 'household_size')).toMatchObject({ status: 'maybe' })
})

test('details are about the persons of the table of members', async () => {
  const inspection = await look({
    'main.csv': rows('uuid,hh_size', 'h-2020-001,2', 'h-2020-002,1', 'h-2020-003,1'),
    'roster.csv': rows(
      'uuid,person_id,age',
      ...['h-2020-001,h-2020-001-1,4', 'h-2020-001,h-2020-001-2,5'],
      ...['h-2020-002,h-2020-002-1,6', 'h-2020-003,h-2020-003-1,6'],
    ),
    'school.csv': rows(
      'uuid,person_id,in_school',
      ...['h-2020-001,h-2020-001-1,yes', 'h-2020-001,h-2020-001-2,no'],
      ...['h-2020-002,h-2020-002-1,yes', 'h-2020-003,h-2020-003-1,yes'],
    ),
  })
  expect(inspection.roles.map(({ table, role }) => `${table.name} ${role}`)).toEqual([
    ...['main.csv records', 'roster.csv members', 'school.csv details'],
  ])
  expect(inspection.mapping).toContain('    role: details\n')
})

test('a sheet and the file that was saved from it are used once', async () => {
  const text = rows('household_id,village', 'a,A', 'b,B')
  expect(told(await look({ 'a.csv': text, 'copy.csv': text }))).toEqual(['a.csv records', 'copy.csv other'])
})

test('a long table and its long roster join by a part of their values, and say so', async () => {
  const count = 150_000
  const keys = Array.from({ length: count }, (_, at) => `key-${at}`)
  const inspection = await look({
    'main.csv': `KEY,village\n${keys.map((key) => `${key},A`).join('\n')}\n`,
    'roster.csv': `PARENT_KEY,age\n${keys.flatMap((key, at) => (at % 10 === 0 ? [] : [`${key},1`, `${key},2`])).join('\n')}\n`,
  })
  expect(inspection.key?.isCertain).toBe(true)
  const join = inspection.roles[1]?.join
  expect(join).toMatchObject({ isExact: false, keyed: count * 1.8, matched: count * 1.8 })
  expect(Math.abs((join?.parentsWithRows ?? 0) / (count * 0.9) - 1)).toBeLessThan(0.05)
})

/** Two clusters that number their households from 1, under these names of the columns. */
const clusters = (names: string, head = '') => ({
  'households.csv': rows(
    `${names}${head},hh_size`,
    ...['1,1', '1,2', '1,3', '2,1', '2,2', '2,3'].map(
      (key, at) => `${key}${head && `,c${at}`},${(at % 2) + 1}`,
    ),
  ),
  'members.csv': rows(
    `${names},line,age`,
    ...[
      '1,1,1,30',
      '1,2,1,31',
      '1,2,2,5',
      '1,3,1,40',
      '2,1,1,41',
      '2,1,2,9',
      '2,2,1,70',
      '2,3,1,20',
      '2,3,2,21',
    ],
  ),
})

const linesOf = ({ mapping }: Inspection, key: RegExp) =>
  (mapping ?? '').split('\n').flatMap((line) => (key.test(line) ? [line.trim()] : []))

test.each([['CLUSTER,HHNUM'], ['cluster,hh'], ['村,户编号'], ['ea,household_no']])(
  'a number that begins anew in each place joins with the place: %s',
  async (names) => {
    const inspection = await look(clusters(names))
    const number = names.split(',')[1]
    expect(told(inspection)).toEqual([
      'households.csv records',
      `members.csv members ${number}=households.csv.${number} 9/9+0 6/6`,
    ])
    const line = `key: { all: [${names.replace(',', ', ')}] }`
    expect(linesOf(inspection, /^ +key:/)).toEqual([line, line])
    expect(inspection.joins[0]?.sizes).toEqual([{ column: 2, equal: 6, compared: 6 }])
  },
)

test('rows of persons point at the columns of the place and number, where another column is the key', async () => {
  const inspection = await look(clusters('cluster,hhnum', ',caseid'))
  expect(linesOf(inspection, /^ +(?:key|join):/)).toEqual([
    'key: caseid',
    'join: { all: [{ cluster: cluster }, { hhnum: hhnum }] }',
  ])
})

test('rows of a place that is not there are counted', async () => {
  const files = clusters('cluster,hhnum')
  const inspection = await look({ ...files, 'members.csv': `${files['members.csv']}7,3,1,51\n` })
  expect(told(inspection)[1]).toBe('members.csv members hhnum=households.csv.hhnum 9/10+0 6/6')
})

test('members without the column of the place find no household', async () => {
  const files = clusters('cluster,hhnum')
  const inspection = await look({
    ...files,
    'members.csv': files['members.csv'].replace(/^[^,\n]+,/gm, ''),
  })
  expect(told(inspection)).not.toContainEqual(expect.stringContaining('members.csv members'))
})
