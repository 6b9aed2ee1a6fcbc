import { describe, expect, test } from 'vitest'
import { bindRecords, bindRoster, hasJoin } from '../../../src/survey/mapping/bind.js'
import type { BoundColumn, BoundFact } from '../../../src/survey/mapping/bound-columns.js'
import { fileMatches } from '../../../src/survey/mapping/file-pattern.js'
import { mappingOf, readCells, shown, toldWhole } from './small.js'

/** A header with the number behind a dollar sign. */
const dollar = (name: string) => [name, '{n}'].join('$')

const head = (file: string, headers: string) => ({ file, headers: headers === '' ? [] : headers.split(',') })

const recordsOf = (...lines: string[]) =>
  mappingOf(`mapping: 1\nhouseholds:\n${lines.map((line) => `  ${line}\n`).join('')}`).records

const columnsOf = (columns: readonly BoundColumn[]) =>
  columns.map(({ column }) => `${column.header}@${column.index}`)
const factsOf = (facts: readonly BoundFact[]) =>
  Object.fromEntries(facts.map(({ fact, columns }) => [fact, columnsOf(columns)]))

describe('the columns of a mapping in a file', () => {
  test('are found, by their place', () => {
    const bound = bindRecords(
      recordsOf(
        'key: [uuid, id]',
        'interview_if: ok = "yes"',
        'facts: { wage_income: { value: a + b }, dry: d }',
      ),
      head('main.csv', 'id,ok,b,g1/d,a'),
    )
    expect(bound.faults).toEqual([])
    expect(bound.key).toEqual({ header: 'id', parts: [{ header: 'id', index: 0 }] })
    expect(columnsOf(bound.interviewIf?.columns ?? [])).toEqual(['ok@1'])
    expect(factsOf(bound.facts)).toEqual({ wage_income: ['a@4', 'b@2'], dry: ['g1/d@3'] })
    expect(bound).toMatchObject({ rowsIf: null, person: null, members: [], repeats: [] })
  })

  test('need no key column where the place is the id', () => {
    expect(bindRecords(recordsOf('key: row'), head('main.csv', 'a'))).toMatchObject({
      key: 'row',
      faults: [],
    })
  })

  const cases: [lines: string[], headers: string, ...faults: string[]][] = [
    [
      ['key: uuid'],
      'uid,x',
      'unknown-column «uuid» main.csv has no column `uuid` | help: did you mean `uid`?',
    ],
    [['key: uuid'], 'x,y', 'unknown-column «uuid» main.csv has no column `uuid` | help: it has `x`, `y`'],
    [['key: uuid'], '', 'unknown-column «uuid» main.csv has no column `uuid` | help: it has no columns'],
    [
      ['key: [_uuid, _id]'],
      'x',
      'unknown-column «_uuid» main.csv has none of the columns `_uuid`, `_id` | help: it has `x`',
    ],
    [
      ['key: id', 'facts: { dry: q1, wage_income: { value: a * b } }'],
      'id,g1/q1,g2/q1,b',
      'ambiguous-column «q1» main.csv has 2 columns that `q1` can mean | help: write the header in full: `g1/q1`, `g2/q1`',
      'unknown-column «a» main.csv has no column `a` | help: it has `id`, `g1/q1`, `g2/q1`, `b`',
    ],
    [
      ['key: id', 'facts: { dry: q1, wage_income: { value: if q1 then 1 else 2 } }'],
      'id',
      'unknown-column «q1» main.csv has no column `q1` | help: it has `id`',
    ],
    [
      ['key: id', 'rows_if: inst = "a"'],
      'id,insta',
      'unknown-column «inst» main.csv has no column `inst` | help: did you mean `insta`?',
    ],
    [
      ['key: id', 'facts: { dry: { column: src, has: [river, lake] } }'],
      'id,other/river',
      'unknown-column «src» main.csv has no column `src` | help: it has `id`, `other/river`',
    ],
    [
      ['key: id', 'facts: { dry: { column: src, has: [river, lake] } }'],
      'id,src/river,src/laek',
      'unknown-column «src» main.csv has no column `src/lake` | help: did you mean `src/laek`?',
    ],
    [
      ['key: id', 'members: { age: "age_{n}", in_school: "s_{n}" }'],
      'id,age_1,a/s_1,b/s_1',
      'ambiguous-column «"s_{n}"» main.csv has 2 columns that `s_{n}` can mean | help: write the header in full: `a/s_1`, `b/s_1`',
    ],
    [
      ['key: id', 'members: { age: "age_{n}" }'],
      'id,ages_1,x',
      'unknown-column «"age_{n}"» main.csv has no column `age_{n}` | help: did you mean `ages_1`?',
    ],
    [
      ['key: id', 'one_row_per: person', 'person: pid', 'members: { age: years }'],
      'id,pid2',
      'unknown-column «pid» main.csv has no column `pid` | help: did you mean `id` or `pid2`?',
      'unknown-column «years» main.csv has no column `years` | help: it has `id`, `pid2`',
    ],
  ]
  test.each(cases)('%j in %s', (lines, headers, ...faults) => {
    expect(bindRecords(recordsOf(...lines), head('main.csv', headers)).faults.map(toldWhole)).toEqual(faults)
  })
})

describe('a select-multiple', () => {
  const records = recordsOf(
    'key: id',
    'missing: { D: dont_know }',
    'facts: { dry: { column: src, has: [river, lake] } }',
  )

  test.each([
    ['id,src,src/river,src/lake', ['src@1'], true],
    ['id,src/river,src/sea,src/lake', ['src/river@1', 'src/lake@3'], false],
    ['id,g/src___river,g/src___lake', ['g/src___river@1', 'g/src___lake@2'], false],
    ['id,src__river,src__lake', ['src__river@1', 'src__lake@2'], false],
    ['id,src_river,src_lake', ['src_river@1', 'src_lake@2'], false],
    ['id,src.river,src.lake', ['src.river@1', 'src.lake@2'], false],
  ])('of %s is one column or a column a choice', (headers, columns, isOne) => {
    const [fact] = bindRecords(records, head('main.csv', headers)).facts
    expect(columnsOf(fact?.columns ?? [])).toEqual(columns)
    expect(fact?.compute === null).toBe(isOne)
    expect(fact?.columns[0]?.options.choices).toEqual(isOne ? ['river', 'lake'] : null)
  })

  test.each([
    ['1', '0', 'yes'],
    ['False', 'TRUE', 'yes'],
    ['0', '0', 'no'],
    ['1', '', 'yes'],
    ['0', '', 'blank'],
    ['', 'D', 'blank'],
    ['D', '', 'dont_know'],
    ['0', 'x', 'invalid'],
  ])('of the choices %j and %j is %s', (river, lake, comes) => {
    const [fact] = bindRecords(records, head('main.csv', 'id,src/river,src/lake')).facts
    if (fact === undefined) throw new Error('the fact is bound')
    expect(shown(readCells(fact, (index) => [river, lake][index] ?? ''))).toBe(comes)
  })
})

describe('members beside each other in one row', () => {
  const records = recordsOf(
    'key: id',
    'person: "pid_{n}"',
    'members: { age: "age_{n}", in_school: "children[{n}]/s{n}", pension: { value: p * 12, columns: { p: "p{n}" } } }',
  )

  test('are found by number', () => {
    const { repeats, faults, members } = bindRecords(
      records,
      head('main.csv', 'id,age_10,age_2,AGE_01,children[2]/s2,children[1]/s3,p2,pid_2,x_age_3'),
    )
    expect(faults).toEqual([])
    expect(members).toEqual([])
    expect(
      repeats.map(({ number, person, facts }) => [number, person?.header ?? null, factsOf(facts)]),
    ).toEqual([
      [1, null, { age: ['AGE_01@3'] }],
      [2, 'pid_2', { age: ['age_2@2'], in_school: ['children[2]/s2@4'], pension: ['p2@6'] }],
      [10, null, { age: ['age_10@1'] }],
    ])
  })

  test.each([
    ['q-{n}-age', 'q-1-age', 'a hyphen'],
    ['p{n}.age{n}2', 'p1.age12', 'a digit behind the number'],
    ['a\\{n}^$*+?()|', 'a\\1^$*+?()|', 'the signs of patterns'],
  ])('in %s are found as %s: %s', (named, found) => {
    const { repeats, faults } = bindRecords(
      recordsOf('key: id', `members: { age: ${JSON.stringify(named)} }`),
      head('main.csv', `id,${found}`),
    )
    expect(faults).toEqual([])
    expect(repeats.map(({ facts }) => factsOf(facts))).toEqual([{ age: [`${found}@1`] }])
  })

  test.each([
    ['AGE({n})', ['AGE(1)', 'AGE（2）'], [1, 2]],
    ['AGE_{n}', ['AGE_01', 'AGE_10'], [1, 10]],
    [dollar('AGE'), ['AGE$1', 'AGE$2'], [1, 2]],
    ['members[SQ{n}_age]', ['members[SQ001_age]', 'members[SQ012_age]'], [1, 12]],
    ['{n}_age', ['1_age', '2_age', '2020_age'], [1, 2]],
    ['age_{n}', ['age_1', 'age_2', 'age_1999', 'age_2020'], [1, 2]],
    ['年龄（成员{n}）', ['年龄（成员1）', '年龄(成员2)'], [1, 2]],
    [
      '第{n}位成员年龄',
      ['第一位成员年龄', '第2位成员年龄', '第十二位成员年龄', '第二十位成员年龄'],
      [1, 2, 12, 20],
    ],
  ])('%s stands for %j', (named, headers, numbers) => {
    const { repeats, faults } = bindRecords(
      recordsOf('key: id', `members: { age: ${JSON.stringify(named)} }`),
      { file: 'main.csv', headers: ['id', ...headers] },
    )
    expect(faults).toEqual([])
    expect(repeats.map(({ number }) => number)).toEqual(numbers)
    expect(repeats.map(({ facts }) => facts[0]?.columns[0]?.column.header)).toEqual(
      headers.slice(0, numbers.length),
    )
  })

  test('prefer the very header to one behind a group', () => {
    const { repeats, faults } = bindRecords(
      recordsOf('key: id', 'members: { age: "age_{n}" }'),
      head('main.csv', 'id,head/age_1,age_1,g/age_2'),
    )
    expect(faults).toEqual([])
    expect(repeats.map(({ facts }) => factsOf(facts))).toEqual([{ age: ['age_1@2'] }, { age: ['g/age_2@3'] }])
  })
})

describe('a roster', () => {
  const { rosters } = mappingOf(`mapping: 1
households: { key: _uuid }
rosters:
  - file: "*"
    join: [{ _submission__uuid: _uuid }, { _parent_index: _index }]
    person: pid
    facts: { age: age }
`)
  const [roster] = rosters
  if (roster === undefined) throw new Error('the mapping has a roster')
  const bind = (own: string, parents: string) =>
    bindRoster(roster, head('r.csv', own), head('main.csv', parents))

  test('joins by the strongest pair that both files have', () => {
    const both = bind('pid,age,_parent_index,_submission__uuid', '_uuid,_index')
    expect(both.join).toEqual({
      child: { header: '_submission__uuid', parts: [{ header: '_submission__uuid', index: 3 }] },
      parent: { header: '_uuid', parts: [{ header: '_uuid', index: 0 }] },
    })
    expect(both.person).toEqual({ header: 'pid', index: 0 })
    expect(factsOf(both.facts)).toEqual({ age: ['age@1'] })
    expect(bind('pid,age,_parent_index,_submission__uuid', '_index').join).toEqual({
      child: { header: '_parent_index', parts: [{ header: '_parent_index', index: 2 }] },
      parent: { header: '_index', parts: [{ header: '_index', index: 0 }] },
    })
  })

  test.each([
    [
      'pid,age',
      '_uuid',
      'unknown-column «_submission__uuid» r.csv has none of the columns `_submission__uuid`, `_parent_index` | help: it has `pid`, `age`',
    ],
    [
      'pid,age,_parent_index',
      '_uuid',
      'unknown-column «_index» main.csv has no column `_index` | help: it has `_uuid`',
    ],
    [
      'age,_parent_index',
      '_index',
      'unknown-column «pid» r.csv has no column `pid` | help: it has `age`, `_parent_index`',
    ],
  ])('of %s below %s', (own, parents, ...faults) => {
    expect(bind(own, parents).faults.map(toldWhole)).toEqual(faults)
  })

  test('is a table that has one of its join columns', () => {
    expect(hasJoin(roster, head('r.csv', '_parent_index,age'))).toBe(true)
    expect(hasJoin(roster, head('main.csv', '_uuid,_index'))).toBe(false)
  })

  test('holds the key of the households where no other column is named', () => {
    const { rosters: keyed } = mappingOf(
      'mapping: 1\nhouseholds: { key: id }\nrosters: [{ file: r.csv, key: hh }]\n',
    )
    const bound = keyed.map((each) => bindRoster(each, head('r.csv', 'x,hh'), head('main.csv', 'id')))
    expect(bound.map(({ join }) => join)).toEqual([
      { child: { header: 'hh', parts: [{ header: 'hh', index: 1 }] }, parent: null },
    ])
  })
})

describe('a pattern of file names', () => {
  test.each([
    ['main.csv', 'main.csv', true],
    ['main.csv', 'sub/main.csv', true],
    ['sub/main.csv', 'main.csv', false],
    ['sub/*.csv', 'sub/main.csv', true],
    ['*.csv', 'a.csv', true],
    ['*.csv', 'a.xlsx', false],
    ['*', 'list.xlsx#Sheet1', true],
    ['m*-r*.csv', 'main-roster.csv', true],
    ['m*-r*.csv', 'main.csv', false],
    ['a*a', 'a', false],
    ['list.xlsx', 'list.xlsx#Sheet1', true],
    ['list.xlsx#Sheet1', 'list.xlsx#Sheet1', true],
    ['list.xlsx#Sheet1', 'list.xlsx#Sheet2', false],
    ['#main', 'export.xlsx#main', true],
    ['#main', 'main.csv', true],
    ['#main', 'sub/main.csv', true],
    ['#main', 'main2.csv', false],
    ['#main', 'main.xlsx#other', false],
    ['a#main', 'a.csv', false],
    ['#a_repeat_group_with_a_very_long_name', 'export.xlsx#a_repeat_group_with_a_very_long', true],
    ['#a_repeat', 'export.xlsx#a_repeat_group', false],
    ['户*.csv', '户表.csv', true],
  ])('%s and %s', (pattern, name, isMeant) => {
    expect(fileMatches(pattern, name)).toBe(isMeant)
  })

  test('takes no long time for many stars', () => {
    expect(fileMatches(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false)
  })
})
