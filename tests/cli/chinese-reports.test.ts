import { afterEach, expect, test } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import { households, scratch } from './run.js'

afterEach(() => speak('en'))

/** Two English words in a row, outside of what a person types and of the expressions of a pack. */
const PROSE = /(?<![\w.])[a-z]{2,} [a-z]{2,}(?![\w.([])/
const EXPRESSION = /\b(?:and|or|not|in|if|then|else|every|some|satisfies|count|sum|min|max)\b/g

/** What tpa says, without what is typed, expressions, and the words of sources. */
const said = (text: string) => text.replace(/^::\w+ |`[^`]*`|“[^”]*”/gm, '').replace(EXPRESSION, '·')

const RECORDS = [
  { household_id: 'A-1' },
  { household_id: 'A-2', net_income: '很多', food_secure: '' },
  { household_id: 'A-3', household_size: '', business_income: '100', business_expense: '0' },
  { household_id: 'A-4', school_age_children: '9' },
]
const FILES = {
  'a.csv': households(...RECORDS, { household_id: 'A-5' }, { household_id: 'A-5', wage_income: '1' }),
  'b.csv': households(...RECORDS),
}

test.each([
  [
    ['assess', 'a.csv'],
    ['按 cn-2020@', '判定结果', '待人工核实', '人均纯收入达到扶贫标准', '读入 6 ='],
  ],
  [['assess', 'a.csv', '--by', 'village'], ['按行政村']],
  [['assess', 'a.csv', '--only', 'exit', '--set', 'poverty_line=1'], ['试算：poverty_line 取 1']],
  [
    ['assess', 'a.csv', '-f', 'markdown', '--as-of', '2018-06-01'],
    ['## 判定结果', '按 --as-of 指定的'],
  ],
  [
    ['explain', 'a.csv', '--id', 'A-1'],
    ['各项指标', '判定树', '达标条件：', '元/年'],
  ],
  [
    ['explain', 'a.csv', '--id', 'A-2'],
    ['待人工核实（verify）', '还缺什么', '补上什么能定下来', '读不出'],
  ],
  [
    ['explain', 'a.csv', '--id', 'A-4'],
    ['存疑', '适龄儿童数多于家庭人口'],
  ],
  [
    ['validate', 'b.csv', '--by', 'village'],
    ['需要更正的内容', '各列填写情况', '按行政村', '有需要更正之处'],
  ],
  [['validate', 'b.csv', '-f', 'markdown'], ['## 需要更正的内容']],
  [['validate', 'b.csv', '-f', 'github'], ['::warning file=b.csv']],
])('tpa %j speaks Chinese', async (args, sentences) => {
  const { out } = await scratch(FILES).here([...args, '--lang', 'zh'])
  for (const sentence of sentences) expect(out).toContain(sentence)
  expect(said(out)).not.toMatch(PROSE)
})

test.each(['csv', 'json', 'ndjson'])(
  'codes and members in %s are the same in both languages',
  async (format) => {
    const { here } = scratch(FILES)
    const chinese = await here(['assess', 'a.csv', '-f', format, '--lang', 'zh'])
    const english = await here(['assess', 'a.csv', '-f', format])
    const codes = (text: string) =>
      text.replace(/"(?:message|why|help|title|note|words)":"(?:[^"\\]|\\.)*"/g, '')
    expect(codes(chinese.out)).toBe(codes(english.out))
  },
)
