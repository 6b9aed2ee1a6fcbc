import { describe, expect, it } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { folderOf } from '../files/open.js'
import { readAll, recordsOf } from '../read.js'
import { samplePack } from '../sample-pack.js'

/** A header with the number behind a dollar sign. */
const dollar = (name: string) => [name, '{n}'].join('$')

const readBy = (mapping: string, files: Readonly<Record<string, string>>) => {
  const reading = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${mapping}`), samplePack)
  if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('\n'))
  return readAll([folderOf(files)], { mapping: reading.mapping })
}

/** Of each record how many members are sure, and how many rows may be nobody. */
const membersIn = (reading: Awaited<ReturnType<typeof readBy>>) =>
  recordsOf(reading).map(({ id, members }) => {
    if (members?.kind !== 'rows') return `${id} ${members?.reason}`
    return `${id} ${members.rows.length}+${members.maybe?.length ?? 0}`
  })

const ROSTER = `households: { file: main.csv, key: id, match: names }
rosters: [{ file: roster.csv, key: id, person: pid, facts: { age: age } }]
`
const MAIN = 'id,household_size\nH1,\nH2,\nH3,\n'

describe('a row of a roster in which nothing stands but keys may be a member', () => {
  it.each([
    [
      'no cell is filled',
      'id,pid,age\nH1,a,1\nH1,,\nH2,b,2\nH3,c,\n',
      ['H1 1+1', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'the rows are in another order',
      'id,pid,age\nH2,b,2\nH1,,\nH3,c,\nH1,a,1\n',
      ['H1 1+1', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'only the number of the person is',
      'id,pid,age\nH1,1,1\nH1,2,\nH2,1,2\nH3,1,5\n',
      ['H1 1+1', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'another id of the person is',
      'id,pid,age\nH1,P-1,1\nH1,P-2,\nH2,P-3,2\nH3,P-9,\n',
      ['H1 2+0', 'H2 1+0', 'H3 1+0'],
      [4, 4, 0],
    ],
    [
      'a column without a fact is',
      'id,pid,age,job\nH1,,1,\nH1,,,smith\nH2,,2,\nH3,,,\n',
      ['H1 2+0', 'H2 1+0', 'H3 blank'],
      [4, 3, 1],
    ],
    [
      'a column of the tool is',
      'id,pid,age,_index\nH1,,1,1\nH1,,,2\nH2,,2,3\nH3,,4,4\n',
      ['H1 1+1', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'it has no key either',
      'id,pid,age\nH1,,1\n,2,\nH2,,2\nH3,,4\n',
      ['H1 1+0', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'its key is that of nobody',
      'id,pid,age\nH1,,1\nH9,,\nH2,,2\nH3,,4\n',
      ['H1 1+0', 'H2 1+0', 'H3 1+0'],
      [4, 3, 1],
    ],
    [
      'each row of a record is such a row',
      'id,pid,age\nH1,,1\nH2,,\nH2,,\nH3,,4\n',
      ['H1 1+0', 'H2 blank', 'H3 1+0'],
      [4, 2, 2],
    ],
  ] as const)('%s', async (_, roster, members, [read, joined, blank]) => {
    const reading = await readBy(ROSTER, { 'main.csv': MAIN, 'roster.csv': roster })
    expect(membersIn(reading)).toEqual(members)
    expect(reading.rosters).toMatchObject([{ read, joined, orphaned: 0, rejected: 0, blank }])
  })
  it('of a list with nothing but the numbers of persons each row is one', async () => {
    const reading = await readBy(ROSTER.replace(', facts: { age: age }', ''), {
      'main.csv': MAIN,
      'roster.csv': 'id,pid\nH1,1\nH1,2\nH2,1\nH3,1\n',
    })
    expect(membersIn(reading)).toEqual(['H1 2+0', 'H2 1+0', 'H3 1+0'])
  })
  it('details about the person say that there is one', async () => {
    const mapping =
      `${ROSTER}  - { file: more.csv, key: id, person: pid, role: details, facts: { in_school: in_school } }\n`
        .replace('rosters: [{', 'rosters:\n  - {')
        .replace('} }]', '} }')
    const reading = await readBy(mapping, {
      'main.csv': MAIN,
      'roster.csv': 'id,pid,age\nH1,1,1\nH1,2,\nH1,3,\nH2,1,2\nH3,1,3\n',
      'more.csv': 'id,pid,in_school\nH1,2,yes\n',
    })
    expect(membersIn(reading)).toEqual(['H1 2+1', 'H2 1+0', 'H3 1+0'])
  })
})

describe('a row of a table of persons in which nothing stands but keys and what is said of the household', () => {
  const mapping =
    'households: { one_row_per: person, key: id, person: pid, facts: { household_size: size }, members: { age: age } }\n'
  it.each([
    ['may be a member', 'id,pid,size,age\nH1,1,,4\nH1,2,,\nH2,1,,5\n', ['H1 1+1', 'H2 1+0'], [3, 2, 1]],
    [
      'also where the rows of a household are apart',
      'id,pid,size,age\nH1,1,2,4\nH2,1,,5\nH1,2,2,\n',
      ['H1 1+1', 'H2 1+0'],
      [3, 2, 1],
    ],
    [
      'is one where another cell says so',
      'id,pid,size,age,name\nH1,1,,4,a\nH1,2,,,b\nH2,1,,5,c\n',
      ['H1 2+0', 'H2 1+0'],
      [3, 3, 0],
    ],
  ] as const)('%s', async (_, text, members, [read, joined, blank]) => {
    const reading = await readBy(mapping, { 'main.csv': text })
    expect(membersIn(reading)).toEqual(members)
    expect(reading.rosters).toMatchObject([{ read, joined, orphaned: 0, rejected: 0, blank }])
  })
  it('is one where the table has no column of persons', async () => {
    const reading = await readBy(
      'households: { one_row_per: person, key: id, facts: { household_size: size } }\n',
      { 'main.csv': 'id,size\nH1,2\nH1,2\nH2,1\n' },
    )
    expect(membersIn(reading)).toEqual(['H1 2+0', 'H2 1+0'])
  })
})

describe('members beside each other in one row', () => {
  const WIDE = 'households: { key: id, facts: {}, members: { age: "age_{n}", in_school: "school_{n}" } }\n'
  const wide = (text: string, mapping = WIDE) => readBy(mapping, { 'main.csv': text })
  it.each([
    [
      'a blank group behind the last one is nobody',
      'id,age_1,age_2,age_3\nH1,1,1,\nH2,1,1,1\n',
      ['H1 2+0', 'H2 3+0'],
    ],
    ['one before it may be somebody', 'id,age_1,age_2,age_3\nH1,1,,1\nH2,,,1\n', ['H1 2+1', 'H2 1+2']],
    [
      'zeros may be somebody',
      'id,age_1,school_1,age_2,school_2\nH1,4,yes,,0\nH2,4,no,,no\nH3,4,1,,否\n',
      ['H1 1+1', 'H2 1+1', 'H3 1+1'],
    ],
    ['zeros alone are nothing of members', 'id,age_1,school_1\nH1,4,yes\nH2,,0\n', ['H1 1+0', 'H2 blank']],
    [
      'an answer that nobody gave is somebody',
      'id,age_1,school_1,age_2,school_2\nH1,4,yes,x,\nH2,4,no,,\n',
      ['H1 2+0', 'H2 1+0'],
    ],
    ['a name is somebody', 'id,name_1,age_1,name_2,age_2\nH1,a,1,b,\nH2,c,1,,\n', ['H1 2+0', 'H2 1+0']],
    [
      'a relation behind all ages is somebody',
      'id,age_1,age_2,relation_1,relation_2\nH1,1,,head,wife\nH2,1,,head,\n',
      ['H1 2+0', 'H2 1+0'],
    ],
    [
      'what stands among the others is somebody',
      'id,job_1,age_1,job_2,age_2\nH1,a,1,b,\nH2,c,1,,\n',
      ['H1 2+0', 'H2 1+0'],
    ],
    [
      'what begins as the others do is somebody',
      'id,p1_age,p2_age,p1_job,p2_job\nH1,1,,a,b\nH2,1,,c,\n',
      ['H1 2+0', 'H2 1+0'],
      WIDE.replace('age_{n}', 'p{n}_age').replace(', in_school: "school_{n}"', ''),
    ],
    [
      'what only has as many numbers may be somebody',
      'id,age_1,age_2,crop_1,crop_2\nH1,1,,rice,tea\nH2,1,,rice,\n',
      ['H1 1+1', 'H2 1+0'],
    ],
    [
      'what has other numbers is about something else',
      'id,age_1,age_2,crop_1,crop_2,crop_3\nH1,1,,rice,tea,oats\nH2,1,,rice,,\n',
      ['H1 1+0', 'H2 1+0'],
    ],
    [
      'the own number of a group says nothing',
      'id,no_1,age_1,no_2,age_2\nH1,1,30,2,\nH2,1,30,2,\nH3,1,30,02,9\n',
      ['H1 1+0', 'H2 1+0', 'H3 2+0'],
    ],
    ['another number does', 'id,no_1,age_1,no_2,age_2\nH1,1,30,7,\nH2,1,30,2,\n', ['H1 2+0', 'H2 1+0']],
    [
      'what a column holds in every record says nothing',
      'id,unit_1,age_1,unit_2,age_2\nH1,kg,30,kg,\nH2,kg,30,kg,\n',
      ['H1 1+0', 'H2 1+0'],
    ],
    [
      'what it holds in all but one does',
      'id,unit_1,age_1,unit_2,age_2\nH1,kg,30,kg,\nH2,kg,30,,\n',
      ['H1 2+0', 'H2 1+0'],
    ],
    [
      'of one record nothing is known to be in every one',
      'id,name_1,age_1,name_2,age_2\nH1,a,1,b,\n',
      ['H1 2+0'],
    ],
  ] as const)('%s', async (_, text, members, mapping: string = WIDE) => {
    const own = text.includes('school_') ? mapping : mapping.replace(', in_school: "school_{n}"', '')
    expect(membersIn(await wide(text, own))).toEqual(members)
  })
  it.each([
    ['age_{n}', 'name_{n}', 'crop_{n}'],
    ['AGE({n})', 'NAME({n})', 'CROP({n})'],
    [dollar('AGE'), dollar('NAME'), dollar('CROP')],
    ['{n}_age', '{n}_name', '{n}_crop'],
    ['X{n}_age', 'X{n}_name', 'X{n}_crop'],
    ['age[SQ{n}]', 'name[SQ{n}]', 'crop[SQ{n}]'],
    ['年龄(成员{n})', '姓名(成员{n})', '作物{n}'],
    ['第{n}位成员的年龄', '第{n}位成员的姓名', '第{n}种作物'],
  ])('%s: blank groups may be members, %s counts them, %s does not', async (age, name, crop) => {
    const all = (...forms: string[]) =>
      ['1', '2', '3'].flatMap((n) => forms.map((each) => each.replace('{n}', n)))
    const header = ['id', ...all(age, name), ...all(crop)].join(',')
    const rows = ['H1,4,a,,,6,b,,,', 'H2,4,a,,b,,,,,', 'H3,4,a,,,,,x,y,', 'H4,4,a,,,,,x,,']
    const mapping = `households: { key: id, facts: {}, members: { age: ${JSON.stringify(age)} } }\n`
    const members = membersIn(await wide([header, ...rows].join('\n'), mapping))
    expect(members.slice(0, 2)).toEqual(['H1 2+1', 'H2 2+0'])
    expect(members[2]).toMatch(/^H3 1\+[01]$/)
    expect(members[3]).toBe('H4 1+0')
  })
  it('a zero in a group that may be nobody is no answer, and the column that counts is named', async () => {
    const text = 'id,name_1,age_1,school_1,name_2,age_2,school_2\nH1,a,4,yes,,,0\nH2,b,4,yes,c,,\n'
    const [first, second] = recordsOf(await wide(text)).map(({ members }) => members)
    expect(first?.kind === 'rows' && first.maybe?.map(({ facts }) => facts.get('in_school'))).toEqual([
      { kind: 'gap', reason: 'suspect' },
    ])
    expect(second?.kind === 'rows' && second.rows.map(({ countedBy }) => countedBy)).toEqual([
      undefined,
      'name_2',
    ])
  })
  it('what is held in every record is looked for in all files', async () => {
    const reading = await readBy(
      'households: { file: "*.csv", key: id, facts: {}, members: { age: "age_{n}" } }\n',
      {
        'a.csv': 'id,unit_1,age_1,unit_2,age_2\nH1,kg,30,kg,\n',
        'b.csv': 'id,unit_1,age_1,unit_2,age_2\nH2,kg,30,kg,5\n',
      },
    )
    expect(membersIn(reading)).toEqual(['H1 1+0', 'H2 2+0'])
  })
})
