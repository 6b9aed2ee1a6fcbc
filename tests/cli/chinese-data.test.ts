import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import { households, scratch } from './run.js'

beforeEach(() => speak('zh'))
afterEach(() => speak('en'))

/** Three English words in a row, outside of what a person types. */
const PROSE = /\p{Ll}{2,} \p{Ll}{2,} \p{Ll}{2,}/u
const said = (text: string) => text.replace(/`[^`]*`/g, '``')

/** What was found, without its words. */
interface Finding {
  readonly code: string
  readonly message: string
  readonly why: string | null
  readonly help: string | null
}

const HOUSEHOLD = { household_id: 'A' }

describe('what is found in data is told in Chinese, under the same codes', () => {
  test.each<[name: string, file: string, text: string, codes: readonly string[]]>([
    [
      'cells',
      'a.csv',
      'household_id,survey_date,net_income,risk,wage_income,housing_grade\nA,03/04/2020,5,maybe,1.2.3,Z\n',
      ['invalid-number', 'invalid-code', 'invalid-yes-no', 'ambiguous-date'],
    ],
    [
      'rows',
      'a.csv',
      `${households(HOUSEHOLD, { household_id: '' }, { household_id: '1.2E+17' })}short\n`,
      ['ragged-row', 'missing-id', 'destroyed-id'],
    ],
    [
      'totals and signers',
      'a.csv',
      `${households(HOUSEHOLD)}${households(HOUSEHOLD).split('\n')[0]}\n`,
      ['repeated-header'],
    ],
    [
      'headers',
      'a.csv',
      'household_id,survey_date,net_income,risk,wage incom,\nA,2020-01-01,5,no,1,x\n',
      ['near-column', 'blank-header'],
    ],
    [
      'a list',
      'a.json',
      '{"count":1,"results":[{"household_id":"A","risk":[1]}]}',
      ['api-list', 'invalid-cell'],
    ],
  ])('%s', async (_name, file, text, codes) => {
    const { here } = scratch({ [file]: text })
    const found = async (language: string): Promise<Finding[]> => {
      const { out } = await here(['validate', file, '-f', 'json', '--lang', language])
      return JSON.parse(out).findings
    }
    const chinese = await found('zh')
    const english = await found('en')
    expect(chinese.map(({ code }) => code)).toEqual(english.map(({ code }) => code))
    expect(chinese.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]))
    for (const { message, why, help } of chinese) {
      for (const sentence of [message, why, help]) {
        if (sentence === null) continue
        expect(sentence).toMatch(/\p{Script=Han}/u)
        expect(said(sentence)).not.toMatch(PROSE)
      }
    }
  })
})

const MAPPED = households({ ...HOUSEHOLD, id: 'A' })

describe('what stops a run is told in Chinese, under its code', () => {
  test.each<[name: string, files: Readonly<Record<string, string>>, args: readonly string[], code: string]>([
    ['an empty file', { 'a.csv': '' }, [], 'empty-file'],
    ['a file that is none', { 'a.csv': '%PDF-1.4' }, [], 'not-text'],
    ['a file that is not there', {}, [], 'missing-file'],
    ['a title', { 'a.csv': `Households of Danyang\n${households(HOUSEHOLD)}` }, [], 'title-row'],
    ['another delimiter', { 'a.csv': households(HOUSEHOLD) }, ['--delimiter', ';'], 'wrong-delimiter'],
    ['an open quote', { 'a.csv': 'household_id,risk\n"A,yes\n' }, [], 'open-quote'],
    [
      'a part of a list',
      { 'a.csv': '', 'b.json': '{"count":2,"results":[{"household_id":"A"}]}' },
      ['b.json'],
      'partial-list',
    ],
    ['no id', { 'a.csv': 'name,risk\nA,yes\n' }, [], 'no-id'],
    ['one fact twice', { 'a.csv': 'household_id,risk,Risk\nA,yes,no\n' }, [], 'ambiguous-column'],
    ['an assumption', { 'a.csv': households(HOUSEHOLD) }, ['--assume', 'rsk=no'], 'bad-assume'],
    ['a column to keep', { 'a.csv': households(HOUSEHOLD) }, ['--keep', 'zone'], 'unknown-column'],
    ['several tables', { 'f/a.csv': MAPPED, 'f/b.csv': MAPPED }, ['f'], 'needs-mapping'],
    [
      'a mapping of another column',
      { 'a.csv': MAPPED, 'm.yaml': 'mapping: 1\npack: cn-2020\nhouseholds: { key: uid, facts: {} }\n' },
      ['-m', 'm.yaml'],
      'unknown-column',
    ],
    [
      'a mapping of an unknown fact',
      {
        'a.csv': MAPPED,
        'm.yaml': 'mapping: 1\npack: cn-2020\nhouseholds: { key: id, facts: { rsk: risk } }\n',
      },
      ['-m', 'm.yaml'],
      'unknown-name',
    ],
    [
      'a mapping of a table that is not there',
      {
        'a.csv': MAPPED,
        'm.yaml': 'mapping: 1\npack: cn-2020\nhouseholds: { file: z.csv, key: id, facts: {} }\n',
      },
      ['-m', 'm.yaml'],
      'missing-table',
    ],
  ])('%s', async (_name, files, args, code) => {
    const isNamed = args.some((arg) => arg in files || arg === 'f') && !args.includes('-m')
    const operands = isNamed ? [] : ['a.csv']
    const { code: exit, err } = await scratch(files).here(['assess', ...operands, ...args, '--lang', 'zh'])
    expect(exit).toBe(2)
    expect(err).toContain(`错误[${code}]`)
    expect(said(err)).not.toMatch(PROSE)
  })
})
