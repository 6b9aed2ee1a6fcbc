import { expect, it } from 'vitest'
import { smallPack } from '../../engine/small.js'
import { folderOf } from '../../survey/files/open.js'
import { type Asked, assessHere, sameRun } from './assess-here.js'

const LINE = { unit: 'CNY', values: [{ from: '2018-01-01', value: 100 }] }
const LATE = { unit: 'CNY', values: [{ from: '2019-01-01', value: 200 }] }
const INCOME = { type: 'money', unit: 'CNY', min: 0, step: 0.01 }

/** What no answer settles, each with a pack and the cells of days and households that show it. */
const KINDS: readonly (readonly [string, Parameters<typeof smallPack>[0], string, readonly string[]])[] = [
  [
    'a parameter without a value on the day',
    { parameters: { line: LINE }, facts: { income: INCOME }, criteria: { enough: 'income >= line' } },
    'income',
    ['50', '150', '', 'many'],
  ],
  [
    'one of two parameters, beside a gap that an answer settles',
    {
      parameters: { line: LINE, late: LATE },
      facts: { income: INCOME, wages: INCOME },
      criteria: { enough: 'income >= line', paid: 'wages >= late' },
    },
    'income,wages',
    ['50,50', '150,150', '150,250', '150,', ',250', ','],
  ],
  [
    'a day for a criterion that began later',
    {
      facts: { warm: { type: 'yes_no' }, fed: { type: 'yes_no' } },
      criteria: { fed: 'fed', warm: { met: 'warm', since: '2018-01-01' } },
    },
    'warm,fed',
    ['yes,yes', 'no,yes', 'no,no', ',yes', ',', 'yes,'],
  ],
  [
    'a figure that is known only rounded',
    {
      parameters: { line: LINE, slack: { unit: 'CNY', values: [{ from: '2014-01-01', value: 1 }] } },
      facts: { shown: INCOME },
      derived: {
        income: {
          unit: 'CNY',
          sources: [{ of: 'shown', within: 'slack' }],
        },
      },
      criteria: { enough: 'income >= line' },
    },
    'shown',
    ['99', '99.5', '100', '100.5', '102', ''],
  ],
]

const DAYS = ['2017-05-01', '2018-05-01', '2019-05-01', '', 'soon', '2018-12-31']

it.each(KINDS)(
  '%s stands in the last cell, whoever judges, and in chunks of any size',
  async (_, small, heads, rows) => {
    const pack = smallPack({ ...small, date: true })
    const lines = Array.from({ length: 90 }, (_, at) =>
      [`H${100 + at}`, DAYS[at % DAYS.length], rows[Math.floor(at / DAYS.length) % rows.length]].join(),
    )
    const folder = folderOf({
      'a.csv': `${['household_id', 'survey_date', heads].join()}\n${lines.join('\n')}\n`,
    })
    const all: Asked[] = [
      { files: ['a.csv'], output: 'out.csv', reports: ['markdown=all.md'] },
      { files: ['a.csv'], format: 'csv', only: ['verify'] },
      { files: ['a.csv'], format: 'markdown' },
    ]
    for (const asked of all) {
      const expected = await assessHere(folder, pack, asked, null)
      const csv = expected.written['out.csv'] ?? expected.out
      if (!asked.format?.startsWith('m')) expect(csv).toMatch(/,\d+,[a-z_|]+\n/)
      for (const way of [
        { threads: 1, size: 200 },
        ...(asked.output === undefined ? [] : [{ threads: 3, size: 700 }]),
        { threads: 1, size: 1 << 18 },
      ]) {
        const found = await assessHere(folder, pack, asked, way)
        sameRun(expected, found, `${folder} ${JSON.stringify({ ...asked, ...way })}`)
        expect(found.byBytes).toBe(true)
      }
    }
  },
)
