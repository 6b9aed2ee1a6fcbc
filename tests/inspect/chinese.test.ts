import { afterEach, expect, test } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import { widthOf } from '../../src/base/text-width.js'
import type { Inspection } from '../../src/inspect/proposal/inspection.js'
import { readMapping } from '../../src/survey/mapping/load-mapping.js'
import { inspected, PACK, written } from './inspected.js'
import { SHAPES } from './shapes.js'

afterEach(() => speak('en'))

const many = (head: string, count: number, row: (at: number) => string) =>
  `${[head, ...Array.from({ length: count }, (_, at) => row(at))].join('\n')}\n`

/** Tables that bring what the exports of tools do not. */
const TABLES: Readonly<Record<string, { readonly [name: string]: string }>> = {
  'a key with a value that repeats, blanks and cut digits': {
    'a.csv': many('hhid,household_size', 100, (at) =>
      at === 7 ? '4.4E+17,1' : at === 8 ? ',2' : `h${at === 50 ? 49 : at},3`,
    ),
  },
  'no key at all': { 'a.csv': 'region,net_income\nnorth,5\nsouth,6\n' },
  'no key where rows may be persons': { 'a.csv': '姓名,与户主关系,年龄\n甲,户主,40\n乙,子,10\n' },
  'a key that is blank in many rows': {
    'a.csv': '序号,户编号,家庭人口\n1,H1,3\n2,H2,2\n合计,,5\n填表人：李四,,\n',
  },
  'several tables with ids that count from 1': {
    'a.csv': 'id,household_size\n1,3\n2,2\n3,1\n',
    'b.csv': 'id,household_size\n1,2\n2,2\n3,4\n',
    'c.csv': 'id,household_size\n1,2\n2,5\n3,4\n',
  },
  'persons of households': { 'a.csv': 'hhid,member_id,age\nh1,1,30\nh1,2,31\nh2,1,40\n' },
  'rows at several times': { 'a.csv': 'hhid,wave,net_income\nh1,a,1\nh1,b,2\nh2,a,3\nh2,b,4\n' },
  'members whose table no name joins': {
    'main.csv': 'KEY,village,hh_size\nk1,A,2\nk2,A,1\nk3,B,1\n',
    'roster.csv': 'PARENT_KEY,age\nk1,30\nk1,31\nk2,32\nk3,33\nk9,1\n',
    'other.csv': 'x,y\n1,2\n',
    'tools.csv': 'PARENT_KEY,tool\nk1,hoe\nk1,axe\nk2,hoe\n',
  },
  'titles, labels and doubtful cells': {
    'a.csv':
      '2020 年贫困户调查表,,,,\nhousehold_id,wage_income,survey_date,risk,housing_grade\n编号,元,日期,有无,等级\n' +
      'h1,"1,000",03/04/2020,1,甲\nh2,"2,500",05/06/2020,2,乙\nh3,-99,07/08/2020,1,丙\n',
  },
  'other units, words for no answer, and consent': {
    'a.csv':
      'household_id,工资性收入（万元）,net_income (USD),consent,electricity,water_minutes\n' +
      'h1,1,5,yes,oui,dnk\nh2,2,6,no,non,10\nh3,3,7,yes,peut-être,-99\n',
  },
  'columns with one header, and near names': {
    'a.csv': 'household_id,risk,risk,wage incom,transfer income last month\nh1,yes,no,5,6\nh2,no,no,7,8\n',
  },
  'records as JSON': {
    'a.json': '[{"household_id":"A","net_income":5}]',
    'b.csv': 'household_id,risk\nA,yes\n',
  },
  'a file that cannot be read': { 'a.csv': 'household_id,risk\nA,yes\n', 'b.xlsx': 'no workbook' },
}

const ALL = [...Object.entries(TABLES), ...SHAPES.map(({ name, files }) => [name, files] as const)]

/** What is said to a person, without what stands in backticks or in a file. */
const saidIn = ({ tool, key, roles, facts, decisions, tables }: Inspection): string[] =>
  [
    tool.words,
    key?.why ?? '',
    ...roles.map(({ why }) => why),
    ...tables.flatMap(({ guesses }) => guesses),
    ...facts.flatMap(({ instead, candidates }) => [
      instead ?? '',
      ...candidates.flatMap(({ why, decide }) => [why, decide?.why ?? '']),
    ]),
    ...decisions,
  ].map(bare)

const bare = (text: string) => text.replace(/`[^`]*`/g, '``')

/** Two English words in a row. */
const PROSE = /(?<![\w./-])\p{Ll}{2,} \p{Ll}{2,}(?![\w./-])/u

const isComment = (line: string) => /^\s*#/.test(line)

/** A mapping without what is said in it: comments, and remarks behind a line. */
const withoutRemarks = (mapping: string | null) =>
  (mapping ?? '')
    .split('\n')
    .filter((line) => !isComment(line) && line !== '')
    .map((line) => line.replace(/ # .*$/, ''))

test.each(ALL)('%s: all is said in Chinese, and the mapping is the same', async (_, files) => {
  const { paths } = written(files)
  const english = await inspected(paths)
  await speak('zh')
  const chinese = await inspected(paths)
  for (const sentence of saidIn(chinese)) expect(sentence).not.toMatch(PROSE)
  expect(withoutRemarks(chinese.mapping)).toEqual(withoutRemarks(english.mapping))
  expect(chinese.facts.map(({ status }) => status)).toEqual(english.facts.map(({ status }) => status))
  const lines = (chinese.mapping ?? '').split('\n')
  for (const line of lines.filter(isComment)) {
    expect(bare(line.replace(/^\s*# +[\w-]+: .*$/, ''))).not.toMatch(PROSE)
    if (/\p{Script=Han}/u.test(line) && !/^\s*# +\S+: .* # /.test(line))
      expect(widthOf(line)).toBeLessThanOrEqual(100)
  }
  if (chinese.mapping !== null)
    expect(readMapping('mapping.yaml', Buffer.from(chinese.mapping), PACK)).toHaveProperty('mapping')
})

test('units of facts are told in Chinese', async () => {
  const { paths } = written({ 'a.csv': 'household_id,工资性收入（万元）,net_income (USD)\nh1,1,5\n' })
  await speak('zh')
  const whys = (await inspected(paths)).facts.flatMap(({ candidates }) =>
    candidates.flatMap(({ decide }) => decide?.why ?? []),
  )
  expect(whys).toEqual([
    '其单位似为 万元，而该事实以 元/年 为单位',
    '其单位似为 USD，而该事实以 元/年 为单位',
  ])
})
