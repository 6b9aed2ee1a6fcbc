import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../src/lang/record.js'
import { type Format, PLAIN_READING } from '../../src/survey/files/data-file.js'
import { textFormat } from '../../src/survey/files/kind.js'
import { factsText, faultsOfText, membersOf, readText, recordsOf } from './read.js'

describe('the format', () => {
  it.each<[string, string, Format]>([
    ['csv', '{"a":1}', 'csv'],
    ['yml', 'a,b', 'yaml'],
    ['yaml', '', 'yaml'],
    ['json', 'a,b', 'json'],
    ['jsonl', '[]', 'ndjson'],
    ['ndjson', '[]', 'ndjson'],
    ['', 'household_id,risk\nH1,no\n', 'csv'],
    ['txt', ' \n[{"a":1}]', 'json'],
    ['', '{"a":1}\n{"a":2}\n', 'ndjson'],
    ['', '{"a":1}\n\n', 'json'],
    ['', '{\n"a":1}\n', 'json'],
    ['', '\uFEFF{"a":1}\r\n{"a":2}', 'ndjson'],
    ['', '---\na: 1\n', 'yaml'],
    ['', '- a: 1\n', 'yaml'],
    ['', '-a,b\n', 'csv'],
    ['', '----\n', 'csv'],
    ['', '', 'csv'],
  ])('of `.%s` with %j is %s', (extension, text, format) => {
    expect(textFormat(extension, text)).toBe(format)
  })

  it('is what --from says, whatever the name', async () => {
    const reading = await readText('a.csv', '[{"household_id":"H1"}]', {
      reading: { ...PLAIN_READING, format: 'json' },
    })
    expect(recordsOf(reading)).toHaveLength(1)
  })
})

const YAML = `# a village
- household_id: 007
  household_size: 2
  wage_income: 4000.50
  risk: no
  members:
    - &child { member_id: a, age: 9, in_school: yes }
    - { <<: *child, member_id: b, age: ~ }
-
  household_id: H2
  members: []
`

const JSON_TEXT = `[
  {"household_id": "007", "household_size": 2, "wage_income": 4000.50, "risk": false,
   "members": [
     {"member_id": "a", "age": 9, "in_school": true},
     {"member_id": "b", "age": null, "in_school": "yes"}]},
  {"household_id": "H2", "members": null}
]`

const lines = (text: string) =>
  (JSON.parse(text) as unknown[])
    .map((each) => JSON.stringify(each))
    .join('\n')
    .replace('4000.5', '4000.50')

describe('YAML, JSON and NDJSON', () => {
  it.each([
    ['a.yaml', YAML, [2, 10], [7, 8]],
    ['a.yml', YAML.replaceAll('\n-', '\n---\n-').replace('# a', '---\n# a'), [4, 13], [9, 10]],
    ['a.json', JSON_TEXT, [2, 6], [4, 5]],
    ['b.json', `{"schema": 1, "households": ${JSON_TEXT}}`, [2, 6], [4, 5]],
    ['a.ndjson', lines(JSON_TEXT), [1, 2], [null, null]],
    ['a.jsonl', lines(JSON_TEXT).replace('\n', '\r\n'), [1, 2], [null, null]],
  ])('%s gives the same records', async (name, text, recordLines, memberLines) => {
    const reading = await readText(name, text)
    expect(reading.diagnostics).toEqual([])
    const [first, second] = recordsOf(reading)
    expect(first && factsText(first)).toMatchObject({
      household_id: '007',
      household_size: '2',
      wage_income: '4000.5',
      risk: 'no',
      village: 'gap absent',
      registration_status: 'none (assumed)',
    })
    expect(first && membersOf(first)).toEqual([
      { member_id: 'a', age: '9', in_school: 'yes' },
      { member_id: 'b', age: 'gap blank', in_school: 'yes' },
    ])
    expect(second && factsText(second)).toMatchObject({
      household_id: 'H2',
      wage_income: 'gap blank',
      risk: 'gap blank',
    })
    expect(second && membersOf(second)).toEqual({ kind: 'gap', reason: 'blank' })
    expect([first?.line, second?.line]).toEqual(recordLines)
    const rows = first?.members?.kind === 'rows' ? first.members.rows : []
    expect(rows.map(({ line }) => line)).toEqual(memberLines)
    expect(first?.headers.get('members.age')).toBe('members.age')
  })

  it('a single object is a single record', async () => {
    expect(recordsOf(await readText('a.json', '{"household_id": 12.0}'))[0]?.id).toBe('12.0')
    expect(recordsOf(await readText('a.yaml', 'household_id: 0x1F\n'))[0]?.id).toBe('0x1F')
  })

  it('numbers keep their digits', async () => {
    const reading = await readText(
      'a.json',
      '[{"household_id": 12345678901234567890, "wage_income": 0.1, "household_size": 1e1}]',
    )
    expect(recordsOf(reading).map(factsText)[0]).toMatchObject({
      household_id: '12345678901234567890',
      wage_income: '0.1',
      household_size: '10',
    })
  })

  it('a list or mapping in the place of a value is an invalid cell, at its own line', async () => {
    const reading = await readText(
      'a.yaml',
      '- household_id: H1\n  risk: [no]\n  members:\n    - age: { years: 3 }\n',
    )
    expect(reading.diagnostics).toMatchObject([
      { code: 'invalid-cell', at: { line: 2, field: 'risk' } },
      { code: 'invalid-cell', at: { line: 4, field: 'members.age' } },
    ])
    expect(factsText(recordsOf(reading)[0] as CaseRecord)).toMatchObject({ risk: 'gap invalid' })
  })
})

describe('records that are none', () => {
  it('empty ones are blank rows, others are rejected with their raw text', async () => {
    const reading = await readText(
      'a.json',
      '[{"household_id": 1}, {}, null, {"risk": null, "members": []}, [2], "x", {"risk": 1}]',
    )
    expect(reading.ledger).toMatchObject({ read: 4, assessed: 1, rejected: 3, blank_rows: 3 })
    expect(reading.rows.slice(1)).toMatchObject([
      { code: 'malformed-record', message: 'there is a list where a record belongs', raw: '[2]' },
      { code: 'malformed-record', message: 'there is a single value where a record belongs', raw: '"x"' },
      { code: 'missing-id', raw: '{"risk": 1}' },
    ])
  })

  it('a line of NDJSON that is no object is rejected, and the others are read', async () => {
    const text =
      '{"household_id":1}\n{"household_id":2,\n[]\n\n{"household_id":3,"household_id":4}\n{"household_id":5}'
    const reading = await readText('a.ndjson', text)
    expect(recordsOf(reading).map(({ id, line }) => [id, line])).toEqual([
      ['1', 1],
      ['5', 6],
    ])
    expect(reading.rows.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      {
        line: 2,
        code: 'malformed-line',
        message: expect.stringMatching(/^malformed JSON: /),
        raw: '{"household_id":2,',
      },
      { line: 3, code: 'malformed-line', message: 'the line is not a JSON object', raw: '[]' },
      { line: 5, code: 'malformed-line', message: 'a key occurs twice' },
    ])
    expect(reading.ledger).toMatchObject({ read: 5, rejected: 3, blank_rows: 1 })
  })
})

describe('texts that stop the run', () => {
  it.each([
    ['a.json', '[{"household_id": 1},]', 'syntax', /^malformed JSON: /],
    ['a.yaml', '- household_id: [1\n- b', 'syntax', /^malformed YAML: /],
    ['a.yaml', '- &a { household_id: 1, b: *a }', 'alias-expansion', /inside the value that it names/],
    ['a.yaml', '- { household_id: 1, household_id: 2 }', 'duplicate-key', /occurs twice/],
    ['a.json', '[]', 'no-records', /holds no household/],
    ['a.json', '{}', 'no-records', /holds no household/],
    ['a.yaml', '# nothing\n', 'no-records', /holds no household/],
    ['a.json', '42', 'no-records', /no row can be read: there is a single value where a record belongs/],
    ['a.yaml', 'just words', 'no-records', /no row can be read/],
    ['a.ndjson', 'a,b\n1,2\n', 'no-records', /no row can be read: malformed JSON/],
    ['a.ndjson', '\n\n', 'no-records', /holds no household/],
    ['a.json', '[{"risk": 1}]', 'no-id', /there is no column `household_id`/],
    ['a.json', '[{"人编号": 1, "household_id": 1}]', 'person-rows', /one row a person/],
    [
      'a.ndjson',
      `{"household_id":1,"village":"${'x'.repeat(20_000_000)}"}`,
      'long-record',
      /more than 16777216/,
    ],
  ])('%s, %#', async (name, text, code, message) => {
    const faults = await faultsOfText(name, text)
    expect(faults).toMatchObject([{ code, severity: 'error', message: expect.stringMatching(message) }])
  })

  it('NDJSON under the name of JSON: says what to do', async () => {
    const [fault] = await faultsOfText('a.json', '{"household_id":1}\n{"household_id":2}\n')
    expect(fault?.help).toBe('if it has one JSON object a line, say `--from ndjson`')
  })
})
