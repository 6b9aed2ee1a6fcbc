import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import { zipOf } from '../../survey/files/archive.js'
import { membersOf, readAll, recordsOf } from '../../survey/read.js'
import { inspected, PACK, written } from '../inspected.js'

const HOUSEHOLDS = [
  'household_id,village,net_income',
  'A1,Alder,9000',
  'A2,Alder,9000',
  'O1,Oak,9000',
  'O2,Oak,9000',
]
const HEADER = 'household_id,person_no,name,age'
const ALDER = ['A1,1,n1,40', 'A1,2,n2,38', 'A2,1,n3,30', 'A2,2,n4,31']
const OAK = ['O1,1,n5,40', 'O1,2,n6,38', 'O1,3,n7,3', 'O2,1,n8,70', 'O2,2,n9,71']

const withoutNumber = (row: string) => row.replace(/,\d,/, ',')

const csv = (...lines: readonly string[]) => `${lines.join('\n')}\n`

/** The tables of a survey; the members each household has by the mapping that is proposed, and the questions about members. */
async function read(rosters: { readonly [name: string]: string }) {
  const { folder, paths } = written({ 'households.csv': csv(...HOUSEHOLDS), ...rosters })
  const { mapping, roles, decisions } = await inspected(paths)
  const path = `${folder}/m.yaml`
  writeFileSync(path, mapping ?? '')
  const loaded = await loadMapping(path, PACK)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  const records = recordsOf(await readAll(paths, { pack: PACK, mapping: loaded.mapping }))
  return {
    members: records.map((record) => {
      const rows = membersOf(record)
      return `${record.id}: ${Array.isArray(rows) ? rows.length : '?'}`
    }),
    roles: roles.map(({ role }) => role),
    asked: decisions.filter((each) => each.includes('are members too')),
    files: (mapping ?? '').split('\n').filter((line) => line.includes('file:')),
  }
}

const ALL = ['A1: 2', 'A2: 2', 'O1: 3', 'O2: 2']

describe('a roster in several files of the same columns', () => {
  it.each([
    [
      'by one pattern',
      { 'members_A-M.csv': csv(HEADER, ...ALDER), 'members_N-Z.csv': csv(HEADER, ...OAK) },
      2,
    ],
    ['in any order', { 'members_1.csv': csv(HEADER, ...OAK), 'members_2.csv': csv(HEADER, ...ALDER) }, 2],
    ['without a pattern', { 'persons.csv': csv(HEADER, ...ALDER), 'hroster.csv': csv(HEADER, ...OAK) }, 3],
    [
      'read in other ways',
      { 'members_1.csv': csv(HEADER, ...ALDER), 'members_2.csv': csv('List of members,,,', HEADER, ...OAK) },
      3,
    ],
    [
      'in three files',
      {
        'members_1.csv': csv(HEADER, ...ALDER),
        'members_2.csv': csv(HEADER, ...OAK.slice(0, 3)),
        'members_3.csv': csv(HEADER, ...OAK.slice(3)),
      },
      2,
    ],
  ])('is read as a whole %s', async (_, rosters, files) => {
    const found = await read(rosters)
    expect(found.members).toEqual(ALL)
    expect(found.asked).toEqual([])
    expect(found.files).toHaveLength(files)
  })

  it.each([
    [
      'with numbers of persons',
      {
        'members_1.csv': csv(HEADER, ...ALDER, ...OAK.slice(0, 2)),
        'members_2.csv': csv(HEADER, ...OAK.slice(2)),
      },
    ],
    [
      'under other names',
      {
        'persons.csv': csv(HEADER, ...ALDER.slice(0, 3)),
        'rest.csv': csv(HEADER, ...ALDER.slice(3), ...OAK),
      },
    ],
    [
      'without numbers of persons',
      {
        'members_1.csv': csv('household_id,name,age', ...[...ALDER, ...OAK.slice(0, 2)].map(withoutNumber)),
        'members_2.csv': csv('household_id,name,age', ...OAK.slice(2).map(withoutNumber)),
      },
    ],
    [
      'in several households',
      {
        'members_1.csv': csv(HEADER, ...ALDER.slice(0, 1), ...OAK.slice(0, 2), ...OAK.slice(3, 4)),
        'members_2.csv': csv(HEADER, ...ALDER.slice(1), ...OAK.slice(2, 3), ...OAK.slice(4)),
      },
    ],
  ])('that are cut inside a household are added up, %s', async (_, rosters) => {
    const found = await read(rosters)
    expect(found.members).toEqual(ALL)
    expect(found.asked).toEqual([])
  })

  it.each([
    [
      'rounds of a survey',
      {
        'members_2019.csv': csv(HEADER, ...ALDER, ...OAK),
        'members_2020.csv': csv(
          HEADER,
          ...OAK.map((row) => row.replace(/,n/, ',m').replace(/,(\d),/, ',9$1,')),
        ),
      },
    ],
    [
      'lists of other persons',
      {
        'members.csv': csv(HEADER, ...ALDER, ...OAK),
        'absent.csv': csv(HEADER, 'A1,3,n20,21', 'A2,3,n21,22', 'O1,4,n22,23'),
      },
    ],
    [
      'a person in both',
      {
        'members_1.csv': csv(HEADER, ...ALDER, ...OAK.slice(0, 2)),
        'members_2.csv': csv(HEADER, ...OAK.slice(1)),
      },
    ],
    [
      'a name in both under another number',
      {
        'members_1.csv': csv(HEADER, ...ALDER, ...OAK.slice(0, 2)),
        'members_2.csv': csv(HEADER, 'O1,7,n6,38', ...OAK.slice(3)),
      },
    ],
  ])('%s are a question', async (_, rosters) => {
    expect((await read(rosters)).asked).toHaveLength(1)
  })

  it('in an archive are looked at again', async () => {
    const files = [
      { name: 'households.csv', content: csv(...HOUSEHOLDS) },
      { name: 'members_1.csv', content: csv(HEADER, ...ALDER, ...OAK.slice(0, 2)) },
      { name: 'members_2.csv', content: csv(HEADER, ...OAK.slice(2)) },
    ]
    const { roles } = await inspected(written({ 'all.zip': zipOf(files) }).paths)
    expect(roles.map(({ role }) => role)).toEqual(['records', 'members', 'members'])
  })

  it('in which a household stands twice is a question', async () => {
    const found = await read({
      'members_1.csv': csv(HEADER, ...ALDER, ...OAK),
      'members_2.csv': csv(HEADER, ...OAK.map((row) => row.replace(/\d+$/, '50'))),
    })
    expect(found.members).toEqual(ALL)
    expect(found.roles).toEqual(['records', 'members', 'other'])
    expect(found.asked).toHaveLength(1)
  })

  it('and a copy of one of them are read once', async () => {
    const found = await read({
      'members_1.csv': csv(HEADER, ...ALDER),
      'members_2.csv': csv(HEADER, ...OAK),
      'old.csv': csv(HEADER, ...OAK),
    })
    expect(found.members).toEqual(ALL)
    expect(found.asked).toEqual([])
  })
})
