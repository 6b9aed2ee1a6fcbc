import { describe, expect, test } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { factText, membersOf, readAll as read, type readAll, recordsOf, writeSample } from '../read.js'
import { samplePack } from '../sample-pack.js'

const MAPPING = `mapping: 1
households:
  file: "*main.csv"
  key: id
  facts: { household_size: size }
rosters:
  - file: "*people.csv"
    key: id
    person: person
    facts: { member_id: person, age: age }
  - file: "*school.csv"
    key: id
    person: person
    role: details
    facts: { in_school: school, age: age }
`

const MAIN = 'id,size\nH1,2\nH2,1\n'
const PEOPLE = 'id,person,age\nH1,a,9\nH1,b,\nH2,c,30\n'

function mapping() {
  const loaded = readMapping('mapping.yaml', Buffer.from(MAPPING), samplePack)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  return loaded.mapping
}

const readSchool = (school: string): ReturnType<typeof readAll> =>
  read(
    [writeSample('main.csv', MAIN), writeSample('people.csv', PEOPLE), writeSample('school.csv', school)],
    { mapping: mapping() },
  )

describe('another table about the members', () => {
  test('adds what it says by the person, and each fact is found where it stands', async () => {
    const reading = await readSchool('id,person,school,age\nH1,b,yes,7\nH1,a,no,\nH2,c,,30\n')
    const [first, second] = recordsOf(reading)
    expect(first && membersOf(first)).toMatchObject([
      { age: '9', in_school: 'no' },
      { age: '7', in_school: 'yes' },
    ])
    expect(second && membersOf(second)).toMatchObject([{ age: '30', in_school: 'gap blank' }])
    const rows = first?.members?.kind === 'rows' ? first.members.rows : []
    expect(rows.map(({ file, line }) => [file?.replace(/^\d+-/, ''), line])).toEqual([
      ['people.csv', 2],
      ['people.csv', 3],
    ])
    const places = rows.map((row) => [...(row.places ?? [])].map(([name, { line }]) => `${name}:${line}`))
    expect(places).toEqual([['in_school:3'], ['age:2', 'in_school:2']])
    expect(reading.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  test('says otherwise: the fact is in conflict, whichever comes first', async () => {
    const reading = await readSchool('id,person,school,age\nH1,a,no,8\n')
    const [first] = recordsOf(reading)
    const rows = first?.members?.kind === 'rows' ? first.members.rows : []
    expect(factText(rows[0]?.facts.get('age'))).toBe('gap conflicting')
    expect(reading.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('`age`') }),
    )
  })

  test.each([
    ['8..10', '9', []],
    ['8..8.5', 'gap conflicting', ['conflict']],
  ])('says a range, %s, beside a value: %s', async (age, expected, codes) => {
    const reading = await readSchool(
      `id,person,school,age\nH1,a,no,${age}\nH1,b,no,5..7\nH1,b,no,6..\nH2,c,,\n`,
    )
    const [first] = recordsOf(reading)
    expect(first && membersOf(first)).toMatchObject([{ age: expected }, { age: '6..7' }])
    expect(reading.diagnostics.flatMap(({ code, severity }) => (severity === 'note' ? [] : [code]))).toEqual(
      codes,
    )
  })

  test('is about nobody: the row is written out', async () => {
    const reading = await readSchool('id,person,school,age\nH1,z,no,8\n')
    expect(reading.rows).toContainEqual(
      expect.objectContaining({ code: 'orphan-member', line: 2, field: 'person', raw: 'H1,z,no,8' }),
    )
  })
})
