import { describe, expect, test } from 'vitest'
import { readMapping } from '../../../src/survey/mapping/load-mapping.js'
import { membersOf, readAll, recordsOf, writeSample } from '../read.js'
import { samplePack } from '../sample-pack.js'

async function reading(files: Readonly<Record<string, string>>, text: string) {
  const loaded = readMapping('mapping.yaml', Buffer.from(`mapping: 1\n${text}`), samplePack)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('\n'))
  const samples = Object.entries(files).map(([name, content]) => writeSample(name, content))
  return readAll(samples, { mapping: loaded.mapping })
}

const ROSTER = `households: { file: "*main.csv", key: id }
rosters:
  - { file: "*people.csv", key: id, facts: { age: age } }
`
const PERSONS = `households:
  file: "*people.csv"
  key: id
  one_row_per: person
  person: person
  members: { age: age }
`
const WIDE = `households: { file: "*people.csv", key: id, members: { age: "age_{n}" } }
`
const MAIN = 'id,size\nH1,2\nH2,1\n'

/** What is said under a code: the message, and the line for a mapping. */
const said = ({ diagnostics }: Awaited<ReturnType<typeof reading>>, code: string) =>
  diagnostics
    .filter((each) => each.code === code)
    .map(({ message, fix }) => [message, fix !== undefined && 'mapping' in fix ? fix.mapping : null])

const gone = (count: number, filled: number, column: string) =>
  `${count} of ${filled} filled cells of \`${column}\` say that the person died, left, or is a visitor; ${count === 1 ? 'the person counts as a member' : 'these persons count as members'}`

describe('persons who are no members any more', () => {
  test.each([
    ['still_lives_here', ['yes', 'no', 'no'], 2, 'rows_if: still_lives_here'],
    ['alive', ['1', '0', ''], 1, 'rows_if: alive'],
    ['是否健在', ['是', '否', '是'], 1, 'rows_if: 是否健在'],
    ['moved_out', ['no', 'yes', 'no'], 1, 'rows_if: not (moved_out)'],
    ['member_status', ['lives here', 'moved out', 'died'], 2, null],
    ['成员状态', ['正常', '死亡', '迁出'], 2, null],
    ['备注', ['', '已去世', '低保'], 1, null],
    ['relation', ['head', 'visitor', 'head'], 1, null],
  ])(
    '%s with %j: %d are told in a roster, and the line for a mapping',
    async (column, cells, count, line) => {
      const rows = ['H1', 'H1', 'H2'].map((id, at) => `${id},${30 + at},${cells[at]}`)
      const result = await reading(
        { 'main.csv': MAIN, 'people.csv': `id,age,${column}\n${rows.join('\n')}\n` },
        ROSTER,
      )
      const filled = cells.filter((cell) => cell !== '').length
      expect(said(result, 'gone-members')).toEqual([[gone(count, filled, column), line]])
    },
  )

  test.each([
    ['still_lives_here', ['yes', 'yes', '']],
    ['father_alive', ['yes', 'no', 'no']],
    ['lives_here_since', ['0', '0', '3']],
    ['marital_status', ['left', 'single', 'left']],
    ['moved_out', ['no', 'no', '0']],
    ['cause', ['死亡', '死亡', '']],
  ])('%s with %j says nothing of that', async (column, cells) => {
    const rows = ['H1', 'H1', 'H2'].map((id, at) => `${id},${30 + at},${cells[at]}`)
    const result = await reading(
      { 'main.csv': MAIN, 'people.csv': `id,age,${column}\n${rows.join('\n')}\n` },
      ROSTER,
    )
    expect(said(result, 'gone-members')).toEqual([])
  })

  test('the line leaves them out, and then nothing is told', async () => {
    const people = 'id,age,still_lives_here\nH1,30,yes\nH1,31,no\nH2,32,\n'
    const mapping = ROSTER.replace('key: id, facts', 'key: id, rows_if: still_lives_here, facts')
    const result = await reading({ 'main.csv': MAIN, 'people.csv': people }, mapping)
    expect(recordsOf(result).map(membersOf)).toMatchObject([[{ age: '30' }], [{ age: '32' }]])
    expect(said(result, 'gone-members')).toEqual([])
  })

  test('are told where each row is a person, and where persons stand beside each other', async () => {
    const persons = 'id,person,age,alive\nH1,1,30,yes\nH1,2,31,no\nH2,1,32,yes\n'
    const ofRows = await reading({ 'people.csv': persons }, PERSONS)
    expect(said(ofRows, 'gone-members')).toEqual([[gone(1, 3, 'alive'), 'rows_if: alive']])
    const wide = 'id,age_1,alive_1,age_2,alive_2\nH1,30,yes,31,no\nH2,32,yes,,\n'
    const beside = await reading({ 'people.csv': wide }, WIDE)
    expect(said(beside, 'gone-members')).toEqual([[gone(1, 3, 'alive_{n}'), null]])
  })
})

const unit = (count: number, filled: number, column: string, fact: string) => [
  `${count} of ${filled} filled cells of \`${column}\` name another unit than \`${fact}\` has; nothing is scaled`,
  null,
]

describe('a column of units', () => {
  test.each([
    ['age_unit', ['years', 'months', 'months'], [unit(2, 3, 'age_unit', 'age')]],
    ['年龄单位', ['岁', '个月', ''], []],
    ['age_unit', ['years', 'years', ''], []],
    ['weight_unit', ['months', 'months', ''], []],
  ])('%s with %j beside an age', async (column, cells, told) => {
    const rows = ['H1', 'H1', 'H2'].map((id, at) => `${id},${3 + at},${cells[at]}`)
    const result = await reading(
      { 'main.csv': MAIN, 'people.csv': `id,age,${column}\n${rows.join('\n')}\n` },
      ROSTER,
    )
    expect(said(result, 'unit-column')).toEqual(told)
  })
})

describe('a person twice in a roster whose persons have no ids', () => {
  const people = (rows: string) => ({ 'main.csv': MAIN, 'people.csv': `id,name,relation,age\n${rows}` })

  test.each([
    ['the same name and relation', 'H1,Ana,head,30\nH1,Ana,head,30\nH2,Bo,head,31\n', ['gap suspect', 1]],
    ['the same name, another relation', 'H1,Ana,head,30\nH1,Ana,child,3\nH2,Bo,head,31\n', [2, 1]],
    ['the same name in another household', 'H1,Ana,head,30\nH1,Bo,child,3\nH2,Ana,head,31\n', [2, 1]],
    ['no name', 'H1,,head,30\nH1,,head,30\nH2,Bo,head,31\n', [2, 1]],
  ])('%s', async (_, rows, members) => {
    const result = await reading(people(rows), ROSTER)
    const counted = recordsOf(result).map(({ members: roster }) =>
      roster?.kind === 'rows' ? roster.rows.length : `gap ${roster?.reason}`,
    )
    expect(counted).toEqual(members)
  })
})

describe('a roster in several files', () => {
  const ONE = `households: { file: "*main.csv", key: id }
rosters:
  - { file: "*people*.csv", key: id, person: no, facts: { age: age } }
`
  const counted = async (first: string, second: string, mapping = ONE) => {
    const files = {
      'main.csv': MAIN,
      'people1.csv': `id,no,name,age\n${first}`,
      'people2.csv': `id,no,name,age\n${second}`,
    }
    return recordsOf(await reading(files, mapping)).map(({ members: roster }) =>
      roster?.kind === 'rows' ? roster.rows.length : `gap ${roster?.reason}`,
    )
  }

  test.each([
    ['cut inside a household', 'H1,1,Ana,30\nH1,2,Bo,31\n', 'H1,3,Cy,9\nH2,1,Di,40\n', [3, 1]],
    ['in another order', 'H2,1,Di,40\nH1,3,Cy,9\n', 'H1,1,Ana,30\nH1,2,Bo,31\n', [3, 1]],
    ['with a person in both', 'H1,1,Ana,30\nH1,2,Bo,31\n', 'H1,2,Bo,31\nH2,1,Di,40\n', ['gap suspect', 1]],
    [
      'with a person of two households',
      'H1,9001,Ana,30\nH1,9002,Bo,31\n',
      'H2,9002,Bo,31\nH2,9003,Di,40\n',
      ['gap suspect', 'gap suspect'],
    ],
  ])('%s', async (_, first, second, members) => {
    expect(await counted(first, second)).toEqual(members)
  })

  test('without numbers of persons is known by the names', async () => {
    const mapping = ONE.replace(' person: no,', '')
    expect(await counted('H1,1,Ana,30\n', 'H1,1,Bo,31\nH2,1,Di,40\n', mapping)).toEqual([2, 1])
    expect(await counted('H1,1,Ana,30\n', 'H1,2,Ana,30\nH2,1,Di,40\n', mapping)).toEqual(['gap suspect', 1])
  })

  test('that are two rosters of a mapping count their persons each for itself', async () => {
    const two = ['1', '2']
      .map((n) => `  - { file: "*people${n}.csv", key: id, person: no, facts: { age: age } }\n`)
      .join('')
    const mapping = `households: { file: "*main.csv", key: id }\nrosters:\n${two}`
    expect(await counted('H1,1,Ana,30\n', 'H1,1,Bo,3\nH2,1,Di,40\n', mapping)).toEqual([2, 1])
  })
})

describe('an id of the office beside the key of a tool', () => {
  const rows = (count: number, twice: number) =>
    Array.from({ length: count }, (_, at) => `uuid:${at},${at < twice ? 'H-0' : `H-${at}`},2\n`).join('')
  const mapping = 'households: { file: "*main.csv", key: KEY }\n'

  test.each([
    [20, 2, 1],
    [20, 0, 0],
    [20, 12, 0],
  ])('of %d records %d share it: %d warnings', async (count, twice, told) => {
    const result = await reading({ 'main.csv': `KEY,hhid,size\n${rows(count, twice)}` }, mapping)
    expect(said(result, 'same-own-id')).toEqual(
      told === 0
        ? []
        : [
            [
              '`hhid` has the same id in several households, which `KEY` tells apart: `H-0`; each is judged',
              null,
            ],
          ],
    )
  })
})

test('several tables that are members by their columns alone are told', async () => {
  const star =
    'households: { file: "*", key: id }\nrosters:\n  - { file: "*", join: { of: id }, match: names }\n'
  const files = {
    'main.csv': 'id,size\nH1,2\nH2,1\n',
    'people.csv': 'of,name,age\nH1,Ana,30\nH2,Bo,31\n',
    'left.csv': 'of,name,age\nH1,Cy,30\n',
  }
  const result = await reading(files, star)
  expect(said(result, 'several-rosters').length).toBe(1)
  const { 'left.csv': _, ...one } = files
  expect(said(await reading(one, star), 'several-rosters')).toEqual([])
})
