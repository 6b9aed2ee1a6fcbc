import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unitText } from '../../../src/lang/expression/unit.js'
import { loadMapping } from '../../../src/survey/mapping/load-mapping.js'
import type { ColumnMapping, FactMapping, NamedKey, NamedPart } from '../../../src/survey/mapping/mapping.js'
import { SMALL } from '../../lang/small.js'
import { MAPPING, mappingOf, packOf, SMALL_PACK, toldWhole } from './small.js'

const headers = (columns: NamedKey | 'row') =>
  columns === 'row' ? columns : partsOf('all' in columns ? columns.all : columns)

const partsOf = (parts: readonly NamedPart[]) =>
  parts.map((part) => ('sheet' in part ? '(sheet)' : part.header))

/** `header: type` of each column, with what is said of its cells. */
const columnWords = ({ header, declaration, options }: ColumnMapping): string =>
  [
    `${header}: ${declaration.type}`,
    options.missing.size > 0 && `missing ${[...options.missing].map((each) => each.join('=')).join(' ')}`,
    options.yesNo && `words ${[...options.yesNo].map((each) => each.join('=')).join(' ')}`,
    options.codes && `codes ${[...options.codes].map((each) => each.join('=')).join(' ')}`,
    options.numbers && `numbers ${options.numbers.decimal} ${options.numbers.thousands}`,
    options.dates && `dates ${options.dates}`,
    options.choices && `has ${options.choices.join(' ')}`,
  ]
    .filter(Boolean)
    .join(', ')

const factWords = ({ fact, columns, compute }: FactMapping): string =>
  `${fact}${compute === null ? '' : ' (worked out)'} <- ${columns.map(columnWords).join(' | ')}`

/** A mapping whose households say only this. */
const households = (...lines: string[]) =>
  mappingOf(`mapping: 1\nhouseholds:\n${lines.map((line) => `  ${line}\n`).join('')}`).records

describe('a mapping', () => {
  test('with one of everything', () => {
    const { file, pack, sha256, records, rosters } = mappingOf(MAPPING)
    expect({ file, pack }).toEqual({ file: 'mapping.yaml', pack: 'small' })
    expect(sha256).toBe(createHash('sha256').update(MAPPING).digest('hex'))
    expect(records.file).toBe('main.csv')
    expect(headers(records.key)).toEqual(['uuid'])
    expect(records).toMatchObject({
      oneRowPer: 'record',
      byName: false,
      rowsIf: null,
      person: [],
      members: [],
    })
    expect(records.interviewIf?.columns.map(columnWords)).toEqual([
      'g1/consent: text, missing NULL=blank -88=dont_know',
    ])
    expect(records.facts.map(factWords)).toEqual([
      'household_size <- hh_size: count, missing NULL=blank -88=dont_know',
      'status <- st: code, missing NULL=blank -88=dont_know 9=dont_know, codes 1=none 2=registered',
      'dry <- q12: yes_no, missing NULL=blank -88=dont_know, words 1=true 2=false',
      'wage_income (worked out) <- wage_month: money, missing NULL=blank -88=dont_know',
      'minutes (worked out) <- wash_yn: text, missing NULL=blank -88=dont_know | wash_int: number, missing NULL=blank -88=dont_know',
    ])
    const [roster] = rosters
    expect(roster).toMatchObject({ file: 'roster.csv', role: 'members', optional: false })
    expect(roster?.join.map(({ child, parent }) => [partsOf(child), parent])).toEqual([[['uuid'], null]])
    expect(headers(roster?.person ?? [])).toEqual(['person_id'])
    expect(roster?.facts.map(factWords)).toEqual(['age <- ind_age: number'])
  })

  test('says where each of its columns is named', () => {
    const [size, , , wage] = mappingOf(MAPPING).records.facts
    expect(size?.columns[0]?.at).toMatchObject({ file: 'mapping.yaml', line: 11, column: 21, length: 7 })
    expect(wage?.columns[0]?.at).toMatchObject({ line: 14, column: 27, length: 10 })
  })

  test('reads the columns of an expression in the unit of its fact, so that what is suspected of it is of them', () => {
    const { facts } = mappingOf(MAPPING).records
    const units = facts.slice(3).map(({ columns }) => columns.map(({ declaration }) => declaration.unit))
    expect(units.map((each) => each.map((unit) => unit && unitText(unit)))).toEqual([
      ['CNY/year'],
      [null, 'minute'],
    ])
  })

  test.each([
    ['id', ['id']],
    ['[_uuid, 2]', ['_uuid', '2']],
    ['row', 'row'],
    ['[row]', ['row']],
    ['{ all: [a, 2] }', ['a', '2']],
    ['{ all: [{ sheet: true }, a] }', ['(sheet)', 'a']],
  ])('has the key %s', (written, key) => {
    expect(headers(households(`key: ${written}`).key)).toEqual(key)
  })

  test('that finds facts by name finds the key by the names of the id', () => {
    const { key, byName } = households('match: names')
    expect(byName).toBe(true)
    expect(headers(key)).toEqual(['household_id'])
  })

  test('says how a file is to be read', () => {
    expect(
      households(
        'key: id',
        'encoding: gb18030',
        'delimiter: tab',
        'header_rows: 2',
        'title_rows: 1',
        'label_rows: 0',
      ).reading,
    ).toEqual({
      format: null,
      encoding: 'gb18030',
      delimiter: '\t',
      headerRows: 2,
      titleRows: 1,
      labelRows: 0,
    })
    expect(households('key: id', 'delimiter: ";"').reading.delimiter).toBe(';')
  })

  test.each([
    [
      '{ column: a, missing: { -88: value, "": not_asked } }',
      'a: money, missing -88=value R=refused =not_asked',
    ],
    [
      '{ column: 12, numbers: { thousands: "." , decimal: "," } }',
      '12: money, missing -88=blank R=refused, numbers , .',
    ],
    ['{ column: a, numbers: { thousands: " " } }', 'a: money, missing -88=blank R=refused, numbers .  '],
  ])('says of the cells of a fact %s', (written, words) => {
    const { facts } = households(
      'key: id',
      'missing: { "-88": blank, Ｒ: refused }',
      `facts: { wage_income: ${written} }`,
    )
    expect(facts.map(factWords)).toEqual([`wage_income <- ${words}`])
  })

  test.each([
    ['dry: { column: a, has: [x, 2] }', 'dry <- a: yes_no, words oui=true 1=true non=false, has x 2'],
    ['dry: { column: a, yes: [01], no: [1] }', 'dry <- a: yes_no, words 01=true 1=false'],
    ['dry: { column: a, yes: [true], no: [false] }', 'dry <- a: yes_no, words true=true false=false'],
    [
      'status: { column: a, codes: { 01: none } }',
      'status <- a: code, words oui=true 1=true non=false, codes 01=none',
    ],
    [
      'survey_date: { column: a, dates: dmy }',
      'survey_date <- a: date, words oui=true 1=true non=false, dates dmy',
    ],
    [
      'wage_income: { value: 工资 }',
      'wage_income (worked out) <- 工资: money, words oui=true 1=true non=false',
    ],
    [
      'wage_income: { value: x * y, columns: { x: { column: "a/b", type: number, yes: [J], no: [N] } } }',
      'wage_income (worked out) <- a/b: money, words J=true N=false | y: money, words oui=true 1=true non=false',
    ],
  ])('reads %s', (written, words) => {
    const { facts } = households('key: id', 'yes: [oui, 1]', 'no: [non]', `facts: { ${written} }`)
    expect(facts.map(factWords)).toEqual([words])
  })

  test('prefers names of a fact to those of the table, and both to headers', () => {
    const { facts } = households(
      'key: id',
      'columns: { a: of_table, b: b_table }',
      'facts:',
      '  wage_income: { value: a + b + c, columns: { a: of_fact } }',
      '  transfer_income: { value: a }',
    )
    expect(facts.map(({ columns }) => headers(columns))).toEqual([['of_fact', 'b_table', 'c'], ['of_table']])
  })

  test('has members in the rows of persons', () => {
    const records = households(
      'one_row_per: person',
      'key: 户编号',
      'person: [人编号, 成员编号]',
      'head_if: 关系 = "户主"',
      'members: { age: 年龄 }',
    )
    expect(records.oneRowPer).toBe('person')
    expect(headers(records.person)).toEqual(['人编号', '成员编号'])
    expect(records.headIf?.columns.map(columnWords)).toEqual(['关系: text'])
    expect(records.members.map(factWords)).toEqual(['age <- 年龄: number'])
  })

  test('has members beside each other in one row', () => {
    const { members } = households(
      'key: id',
      'person: "id_{n}"',
      'members:',
      '  age: age_{n}',
      '  in_school: { value: y > 2, columns: { y: "class[{n}]" } }',
    )
    expect(members.map(factWords)).toEqual([
      'age <- age_{n}: number',
      'in_school (worked out) <- class[{n}]: number',
    ])
  })

  test.each([
    [
      'key: [a, b]',
      [
        [['a'], null],
        [['b'], null],
      ],
    ],
    ['join: { a: b }', [[['a'], ['b']]]],
    [
      'join: [{ a: b }, { c: d }]',
      [
        [['a'], ['b']],
        [['c'], ['d']],
      ],
    ],
    [
      'join: { all: [{ a: b }, { c: d }] }',
      [
        [
          ['a', 'c'],
          ['b', 'd'],
        ],
      ],
    ],
    ['join: { all: b }', [[['all'], ['b']]]],
  ])('joins a roster by %s', (written, pairs) => {
    const { rosters } = mappingOf(
      `mapping: 1\nhouseholds: { key: id }\nrosters:\n  - { file: "*", ${written}, match: names }\n`,
    )
    expect(
      rosters.map(({ join }) => join.map(({ child, parent }) => [partsOf(child), parent && partsOf(parent)])),
    ).toEqual([pairs])
    expect(rosters[0]).toMatchObject({ optional: true, byName: true })
  })

  test('speaks of records as the pack does', () => {
    const villages = packOf(
      SMALL.replace('name: household,', 'name: village, plural: villages,')
        .replace('  household:\n', '  village:\n')
        .replace('places: [village] ', 'places: [village] '),
    )
    expect(
      headers(mappingOf('mapping: 1\nvillages: { key: id, one_row_per: village }\n', villages).records.key),
    ).toEqual(['id'])
  })
})

describe('a file of a mapping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-mapping-'))
  const path = join(folder, 'mapping.yaml')
  writeFileSync(path, `\uFEFF${MAPPING}`)

  test('is told by its last part, and hashed byte by byte', async () => {
    const loaded = await loadMapping(path, SMALL_PACK)
    expect(loaded).toMatchObject({ mapping: { file: 'mapping.yaml' } })
    expect(loaded).toMatchObject({
      mapping: { sha256: createHash('sha256').update(`\uFEFF${MAPPING}`).digest('hex') },
    })
  })

  test.each([
    ['maping.yaml', 'missing-file there is no such file | help: did you mean `mapping.yaml`?'],
    ['none/at/all', 'missing-file there is no such file | help: check the name and the folder'],
    ['', 'unreadable-file the mapping cannot be read: EISDIR | help: name a file that may be read'],
    ['/dev/zero', 'unreadable-file this is a device | help: name a file'],
    ['/dev/null', 'unreadable-file this is a device | help: name a file'],
  ])('that cannot be read is told: %j', async (name, told) => {
    const loaded = await loadMapping(resolve(folder, name), SMALL_PACK)
    expect('faults' in loaded && loaded.faults.map(toldWhole)).toEqual([told])
  })
})
