import { describe, expect, test } from 'vitest'
import { makeSource } from '../../src/base/source.js'
import type { Tree } from '../../src/base/tree/tree.js'
import { readYaml } from '../../src/base/tree/yaml.js'
import type { CaseRecord } from '../../src/lang/record.js'
import { readOneRecord } from '../../src/survey/one-record.js'
import { examplePack } from '../testing/example-pack.js'
import { readText } from './read.js'

const pack = examplePack()

function valuesIn(yaml: string): Map<string, Tree> {
  const reading = readYaml(makeSource('a.yaml', yaml))
  const [tree] = 'documents' in reading ? reading.documents : []
  if (tree?.kind !== 'mapping') throw new Error('a record is a mapping')
  return new Map(tree.entries.map(({ key, value }) => [key.text, value]))
}

const said = ({ id, facts, members, headers }: CaseRecord) => ({
  id,
  facts: [...facts],
  members: members?.kind === 'rows' ? members.rows.map((row) => [...row.facts]) : members,
  headers: [...headers],
})

/** Everything that a cell, a key or a roster can be. */
describe('a record is read as the one record of a YAML file would be', () => {
  test.each([
    'household_id: A',
    '{ household_id: A, wage_income: 8000, status: registered, electricity: yes }',
    '{ household_id: A, 工资性收入: 5, Status: 建档立卡, Electricity: 否 }',
    '{ household_id: A, wage_income: , transfer_income: "", electricity: null, status: ~ }',
    '{ household_id: A, wage_income: "８０００", electricity: TRUE, status: " none " }',
    '{ household_id: A, wage_income: 1e3, transfer_income: -1, electricity: 2, status: other, survey_date: 2020-02-30 }',
    '{ household_id: A, wage_income: [1], transfer_income: { a: 1 }, survey_date: 2020-02-29 }',
    '{ household_id: A, wage_income: 0.1234567891, net_income: 5, household_size: 1.5 }',
    '{ household_id: A, members: [] }',
    '{ household_id: A, members: }',
    '{ household_id: A, members: 3 }',
    '{ household_id: A, members: [3] }',
    '{ household_id: A, members: [{ age: 4 }, { insured: yes }] }',
    '{ household_id: A, members: [{ age: 4 }, { age: }] }',
    '{ household_id: A, members: [{ age: 121, insured: 1 }, { age: x, insured: 2 }] }',
    '{ household_id: 12, electricity: 1 }',
  ])('%s', async (yaml) => {
    const survey = await readText('one.yaml', yaml, { pack })
    const [row, ...others] = survey.rows
    expect(others).toEqual([])
    if (row?.kind !== 'record') throw new Error('the file has one record')
    const one = readOneRecord(pack, valuesIn(yaml), { file: 'a.yaml', line: 7, id: 'case' })
    expect(said(one.record)).toEqual(said(row.record))
    const codes = survey.diagnostics.flatMap(({ code, repeats }) =>
      Array(1 + (repeats?.count ?? 0)).fill(code),
    )
    expect(one.diagnostics.map(({ code }) => code).sort()).toEqual(codes.sort())
    for (const { at } of one.diagnostics) expect(at).toMatchObject({ file: 'a.yaml', line: 7 })
  })

  test('but needs no id of its own', () => {
    const { record } = readOneRecord(pack, valuesIn('electricity: yes'), {
      file: 'a.yaml',
      line: 7,
      id: 'case',
    })
    expect(record).toMatchObject({ id: 'case', file: 'a.yaml', line: 7 })
    expect(record.facts.get('household_id')).toEqual({ kind: 'known', value: 'case' })
  })
})
