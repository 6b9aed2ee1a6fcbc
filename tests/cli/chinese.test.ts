import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { speak } from '../../src/base/say/say.js'
import { usageOf } from '../../src/cli/main.js'
import { households, scratch } from './run.js'

beforeEach(() => speak('zh'))
afterEach(() => speak('en'))

/** Three English words in a row, outside of what a person types. */
const PROSE = /\p{Ll}{2,} [\p{Ll}]{2,} [\p{Ll}]{2,}/u

/** What is said to a person, without what is typed. */
const said = (text: string) => text.replace(/`[^`]*`/g, '``')

/** Without the breaks of lines, which stand between any two Chinese characters. */
const unbroken = (text: string) => text.replace(/\s+/g, '')

const FILES = {
  'a.csv': households({ household_id: 'AB-1' }),
  'empty.json': '{}',
  'bad.json': '[1,]',
  'bad.yaml': 'a: [1, 2\nb: 3\n',
  'twice.yaml': 'tpa: 1\ntpa: 2\n',
}

/** Each ends with 2, under the code that it has in English. */
test.each([
  [['assess', 'a.csv', '--by', 'vilage'], 'usage', '--by 中的事实 `vilage` 不存在', '是否指 `village`？见'],
  [
    ['assess', 'a.csv', '--only', 'x'],
    'usage',
    '--only 中的判定 `x` 不存在',
    '可用的有 `register`、`monitor`',
  ],
  [['assess', 'a.csv', '--as-of', '2020'], 'usage', '--as-of 的 `2020` 不是日期', '存在的日期'],
  [['assess', 'a.csv', '--fail-on', 'verify'], 'usage', '`verify` 不是门限', '一个数，如 `verify>5%`'],
  [['assess', 'a.csv', '--fail-on', 'exit->retain>1'], 'usage', '规则包之间变化的门限', '如 `exit>0`'],
  [['assess', 'a.csv', '--fail-on', 'verify>1,5'], 'usage', '中的 `1,5` 不是数', '请只写数字'],
  [['assess', 'a.csv', '--keep', 'decision'], 'usage', '会使该列出现两次', '每行已有同名的列'],
  [['assess', 'a.csv', '--long', '-f', 'json'], 'usage', '--long 只用于 CSV', '`-f csv`'],
  [['assess', 'a.csv', '--findings', 'none'], 'usage', '--findings 只用于 JSON', '`-f ndjson`'],
  [['assess', 'a.csv', '--report', 'csv'], 'usage', '不是 FORMAT=FILE 的形式', '写法如'],
  [['assess', 'a.csv', '-o', 'a.pdf'], 'usage', '本命令不输出 `.pdf`', '请换一个文件名'],
  [['assess', 'a.csv', '--set', 'poverty_line=x'], 'usage', '`x` 不是数', '请写数字'],
  [['assess', 'a.csv', '--set', 'poverty_line=-1'], 'usage', '-1 超出范围', '允许的范围'],
  [
    ['assess', 'a.csv', '-m', 'm.yaml', '--preset', 'odk'],
    'usage',
    '--mapping 与 --preset 不能',
    '去掉其中一项',
  ],
  [['assess', 'a.csv', '--rules', 'cn-2021'], 'pack-missing', '没有规则包 `cn-2021`', '是否指 `cn-2020`？'],
  [['assess', '-', '-'], 'usage', '标准输入只能读一次', '`-` 只能写一次'],
  [['validate', 'a.csv', '--excel'], 'usage', '--excel 只用于 CSV', '`-f csv`'],
  [['explain', 'a.csv'], 'usage', '缺少 `--id`', '请写明要说明哪一户'],
  [['explain', '--id', 'A'], 'usage', '没有可读的文件', '`-` 表示标准输入'],
  [['explain', 'a.csv', '--record', 'b.json'], 'usage', '--record 与调查文件不能', '去掉其中一项'],
  [['explain', '--record', 'empty.json'], 'not-stored', '其中没有已存的户', '`tpa assess -f json`'],
  [['explain', '--record', 'empty.json', '--as-of', '2020-01-01'], 'usage', '--record 与 --as-of', '自带的'],
  [['explain', 'a.csv', '--id', 'AB-2'], 'unknown-record', '没有编号为 `AB-2` 的户', '相近的编号有 `AB-1`'],
  [['check', '--stale-after', '2020'], 'usage', '--stale-after 的 `2020` 不是日期', '存在的日期'],
  [['test', 'cn-2020', '--filter', 'zzz'], 'usage', '没有名称含 `zzz` 的用例', '相近的有'],
  [['test', '--update', '--mutate'], 'usage', '--update 与 --mutate 不能', '再测量'],
  [['inspect', 'a.csv', '--write', 'empty.json'], 'unwritable-output', '该文件已存在', '`--force`'],
  [['diff', 'cn-2020', 'cn-village-exit', 'a.csv'], 'usage', '判定的对象不同：一个是户', '同类'],
  [['diff', 'x:y', 'cn-2020', 'a.csv'], 'usage', '`x:y` 需用 git 读取', '在仓库内运行'],
  [
    ['diff', 'cn-2020', 'cn-2020', 'a.csv', '--baseline', 'empty.json'],
    'not-a-baseline',
    '认可的结果',
    '写出',
  ],
  [['assess', 'a.csv', '-m', 'bad.yaml'], 'syntax', 'YAML 格式有误：括号没有结束', '补上未结束的括号'],
  [['assess', 'a.csv', '-m', 'twice.yaml'], 'duplicate-key', '键 `tpa` 出现两次', '只保留其中一个'],
  [['explain', '--record', 'bad.json'], 'syntax', 'JSON 格式有误：此处不应有 `]`', '去掉前面的逗号'],
  [['assess', 'a.csv', '-o', 'a.csv'], 'unwritable-output', '`-o a.csv`：这是正在读取的文件', '请换一个'],
  [['assess', 'a.csv', '-o', 'no/b.csv'], 'unwritable-output', '没有文件夹 `no`', '请先建立'],
])('tpa %j says in Chinese what is wrong', async (args, code, message, help) => {
  const { err } = await expectRefused(args, code)
  expect(unbroken(err)).toContain(unbroken(message))
  expect(unbroken(err)).toContain(unbroken(help))
})

/** Each ends with 1 for what it says last. */
test.each([
  [['assess', 'a.csv', '--fail-on', 'read>0'], 'gate-tripped', 'read 为 1，触发门限 `read>0`'],
  [['assess', 'a.csv', '--fail-on', 'exit>=0%'], 'gate-tripped', '（已核算 1），触发门限'],
  [['validate', 'a.csv', '--fail-on', 'read>0%'], 'gate-tripped', '（已读 1），触发门限'],
  [['assess', 'lost.csv', '-f', 'csv'], 'rejected-rows', '2 行被拒收'],
  [['assess', 'lost.csv', '-f', 'csv'], 'nothing-judged', '全部读不出'],
  [['assess', 'twice.csv', '-f', 'csv'], 'nothing-judged', '与其他行编号相同，已暂缓'],
])('tpa %j says in Chinese what trips', async (args, code, words) => {
  const { write, here } = scratch(FILES)
  write('lost.csv', households({ household_id: '1.23E+15' }, { household_id: '4.4E+17' }))
  write('twice.csv', households({}, {}))
  const run = await here([...args, '--lang', 'zh'])
  expect(run.code).toBe(1)
  const said = run.err.slice(run.err.indexOf(`错误[${code}]`))
  expect(unbroken(said)).toContain(unbroken(words))
})

async function expectRefused(args: readonly string[], code: string) {
  const run = await scratch(FILES).here([...args, '--lang', 'zh'])
  expect(run).toMatchObject({ code: 2, out: '' })
  expect(run.err).toContain(`错误[${code}]`)
  expect(said(run.err)).not.toMatch(PROSE)
  return run
}

const ROSTERS = `- household_id: A
  survey_date: 2020-08-19
  household_size: 3
  net_income: 9000
  wage_income: 5
  business_income: 0
  property_income: 0
  transfer_income: 0
  business_expense: 0
  members: [{ age: 40, birth_date: 2010-01-01, insured: yes }, { insured: no }, { age: 9 }, { age: 8 }]
- household_id: B
  survey_date: 2020-08-19
  net_income: 0
  members: [{ age: 40, insured: yes }, {}]
`

describe('what the rules say of a record is Chinese', () => {
  test.each([
    ['conflict', '`household_size` 为 3，'],
    ['conflict', '`net_income` 相互矛盾：本列为 9000，`wage_income'],
    ['conflict', '`members[1].age` 为 40，但按 `birth_date` 为 10'],
    ['blank-member', '成员有 1 至 2 人'],
    ['check', '校验 `income-not-positive`：net_income <= 0'],
  ])('%s: %s', async (code, words) => {
    const { here } = scratch({ 'rosters.yaml': ROSTERS })
    const { err } = await here(['assess', 'rosters.yaml', '-f', 'csv', '--lang', 'zh'])
    expect(err).toContain(`[${code}]`)
    expect(unbroken(err)).toContain(unbroken(words))
  })
})

describe('a mistake on the command line', () => {
  test.each([
    ["error: unknown option '--fromat'\n(Did you mean --format?)", '没有选项 `--fromat`'],
    ["error: unknown command 'a.csv'", '没有命令 `a.csv`'],
    ["error: option '-f, --format <format>' argument 'x' is invalid. 应为 a", '`x` 不能作为 `--format` 的值'],
    [
      "error: option '-f, --format <format>' argument 'x's' is invalid. 应为 a",
      "`x's` 不能作为 `--format` 的值",
    ],
    ["error: option '--by <fact>' argument missing", '`--by` 需要一个值'],
    ["error: missing required argument 'files'", '缺少参数 `<files>`'],
    ["error: too many arguments for 'help'. Expected 1 argument but got 2.", '最多 1 个，给了 2 个'],
  ])('%s', (message, words) => {
    const fault = usageOf({ message }, 'tpa assess')
    expect(fault.message).toContain(words)
    expect(fault.help).toContain('见 `tpa assess --help`')
    expect(said(`${fault.message} ${fault.help}`)).not.toMatch(PROSE)
  })
})

describe('of a run in Chinese', () => {
  test.each([
    ['en', 'zh'],
    ['zh', 'en'],
    ['zh', 'zh'],
  ] as const)('a result stored in %s is recomputed in %s', async (stored, now) => {
    const { write, here } = scratch(FILES)
    const { out } = await here(['assess', 'a.csv', '-f', 'json', '--lang', stored])
    write('stored.json', out)
    write('changed.json', out.replace('"net_income":9000', '"net_income":9'))
    expect(out).toContain('"net_income":9000')
    const explained = (file: string) => here(['explain', '--record', file, '--lang', now])
    expect(await explained('stored.json')).toMatchObject({ code: 0 })
    const { code, out: told } = await explained('changed.json')
    expect({ code, told }).toEqual({ code: 1, told: expect.stringContaining('outputs.net_income') })
    expect(told).toContain(now === 'zh' ? '有 1 项不同' : '1 member differs')
  })

  test.each([
    ['en', 'zh'],
    ['zh', 'en'],
  ] as const)('a comparison accepted in %s is one in %s', async (stored, now) => {
    const { folder, write, here } = scratch(FILES)
    const pack = readFileSync(new URL('../../rules/cn-2020/pack.yaml', import.meta.url), 'utf8')
    write(
      'mine/pack.yaml',
      pack.replace(
        'wage_income: { type: money, unit: CNY/year, min: 0',
        'wage_income: { type: money, unit: CNY/year, min: -9',
      ),
    )
    const args = ['diff', 'cn-2020', 'mine', 'a.csv', '-q']
    const run = () => here([...args, '--baseline', 'moved.json', '--lang', now])
    await here([...args, '--accept', 'moved.json', '--lang', stored])
    expect(await run()).toMatchObject({ code: 0 })
    write('moved.json', readFileSync(join(folder, 'moved.json'), 'utf8').replace('"moved":0', '"moved":7'))
    const { code, err } = await run()
    expect(code).toBe(1)
    expect(err).toContain(now === 'zh' ? 'moved：认可的是 7，现为 0' : 'moved: accepted 7, now 0')
    expect(err.match(/moved[:：]/g)).toHaveLength(1)
  })

  test('what a program reads is the same', () => {
    const { tpa } = scratch(FILES)
    const args = ['assess', 'a.csv', '-f', 'csv']
    const [english, chinese] = [tpa(args), tpa([...args, '--lang', 'zh'])]
    expect(english.out).toContain('AB-1')
    expect(chinese.out).toBe(english.out)
    expect(chinese.err).not.toBe(english.err)
  })

  test.each([
    [['asess', '--lang', 'zh'], '没有命令 `asess`'],
    [['assess', '--fromat', '--lang=zh'], '没有选项 `--fromat`'],
    [['assess', 'a.csv', '--threads', '0', '--lang', 'zh'], '`0` 不能作为 `--threads` 的值'],
    [['assess', 'a.csv', '-f', 'list', '--lang', 'zh'], '应为以下之一：table、'],
    [['assess', 'a.csv', '--delimiter', 'x', '--lang', 'zh'], '应为 `,` `;` `|` `tab` 之一'],
    [['assess', 'a.csv', '--title-rows', 'x', '--lang', 'zh'], '请写行数，不小于 0'],
    [['assess', 'a.csv', '--assume', 'risk', '--lang', 'zh'], '请写成“事实=值”'],
    [['test', '--coverage-min', '101', '--lang', 'zh'], '请写 0 至 100 的百分比'],
  ])('tpa %j says what is wrong', (args, words) => {
    const { code, out, err } = scratch(FILES).tpa(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(unbroken(err)).toContain(unbroken(words))
    expect(said(err)).not.toMatch(PROSE)
  })
})

/** The sentences of diagnostics: what is wrong, why, and what to do; not the lines of the file that they show. */
const sentencesIn = (text: string): string[] =>
  said(text)
    .split('\n')
    .filter((line) => /(?:错误|警告|提示)\[[a-z-]+\]|^ *(?:原因|办法) {2}/.test(line))

const SHIPPED = fileURLToPath(new URL('../../rules', import.meta.url))

const LIMIT = '(if region = "west" then highest_incidence_west else highest_incidence)'

const FAULTY = `cases:
  - name: a
    given: { povert: 1 }
    as_of: 2020-02-31
    parameters: { limit: 1 }
    expect: { decision: nonsense, reasons: [incidens] }
  - name: a
    like: sound
    given: { poor_persons: 1 }
`

test.each([
  [['check', 'cn-2020', '--notes', '--stale-after', '2035-01-01'], 'overlapping-rows', '可能同时成立'],
  [['check', 'cn-2020', '--stale-after', '2035-01-01'], 'stale-parameter', '不早于 2035-01-01'],
  [['check', 'cn-2020', '--stale-after', '2035-01-01'], 'stale-citation', '核对'],
  [['check', 'cn-2020', '--notes'], 'unanswered-cause', '没有对应的帮扶需求'],
  [['check', 'idle', '--notes'], 'unused-name', '没有任何规则读取'],
  [['test', 'idle'], 'no-cases', '没有用例'],
  [['test', 'empty'], 'no-cases', '用例文件是空的'],
  [['test', 'faulty'], 'unknown-name', '没有判定 `nonsense`'],
  [['test', 'faulty'], 'unknown-name', '没有指标 `incidens`'],
  [['test', 'faulty'], 'unknown-name', '没有事实 `povert`'],
  [['test', 'faulty'], 'unknown-name', '没有参数 `limit`'],
  [['test', 'faulty'], 'unknown-name', '没有基础户 `sound`'],
  [['test', 'faulty'], 'expects-nothing', '没有写明预期'],
  [['test', 'faulty'], 'duplicate-name', '用例 `a` 出现两次'],
  [['test', 'faulty'], 'bad-date', '不是存在的日期'],
])('tpa %j says %s in Chinese', async (args, code, words) => {
  const pack = readFileSync(join(SHIPPED, 'cn-village-exit', 'pack.yaml'), 'utf8')
  const { here } = scratch({
    'idle/pack.yaml': pack.replace(LIMIT, 'highest_incidence'),
    'faulty/pack.yaml': pack,
    'empty/pack.yaml': pack,
    'empty/tests/empty.yaml': '',
    'faulty/tests/faulty.yaml': FAULTY,
  })
  const { out, err } = await here([...args, '--lang', 'zh'])
  const told = sentencesIn(out + err)
  expect(told.filter((line) => PROSE.test(line))).toEqual([])
  const all = unbroken(out + err)
  expect(all).toContain(`[${code}]`)
  expect(all).toContain(unbroken(words))
})
