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

const FILES = { 'a.csv': households({ household_id: 'AB-1' }) }

/** Each ends with 2, under the code that it has in English. */
test.each([
  [['assess', 'a.csv', '--by', 'vilage'], 'usage', '--by 中的事实 `vilage` 不存在', '是否指 `village`？见'],
  [
    ['assess', 'a.csv', '--only', 'x'],
    'usage',
    '--only 中的判定 `x` 不存在',
    '可用的有 `register`、`monitor`',
  ],
  [['assess', 'a.csv', '-o', 'a.csv'], 'unwritable-output', '`-o a.csv`：这是正在读取的文件', '请换一个'],
  [['assess', 'a.csv', '-o', 'no/b.csv'], 'unwritable-output', '没有文件夹 `no`', '请先建立'],
])('tpa %j says in Chinese what is wrong', async (args, code, message, help) => {
  const { err } = await expectRefused(args, code)
  expect(unbroken(err)).toContain(unbroken(message))
  expect(unbroken(err)).toContain(unbroken(help))
})

async function expectRefused(args: readonly string[], code: string) {
  const run = await scratch(FILES).here(args)
  expect(run).toMatchObject({ code: 2, out: '' })
  expect(run.err).toContain(`error[${code}]`)
  expect(said(run.err)).not.toMatch(PROSE)
  return run
}

describe('a mistake on the command line', () => {
  test.each([
    ["error: unknown option '--fromat'\n(Did you mean --format?)", '没有选项 `--fromat`'],
    ["error: unknown command 'a.csv'", '没有命令 `a.csv`'],
    ["error: option '-f, --format <format>' argument 'x' is invalid. 应为 a", '`x` 不能作为 `--format` 的值'],
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
