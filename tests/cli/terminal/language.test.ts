import { afterEach, describe, expect, test } from 'vitest'
import { speak } from '../../../src/base/say/say.js'
import { languageOf } from '../../../src/cli/terminal/language.js'
import { scratch } from '../run.js'

const ZH = { LANG: 'zh_CN.UTF-8' }
const both = () => true
const none = () => false
const onlyMessages = (stream: string) => stream === 'stderr'

afterEach(() => speak('en'))

describe('the language of a run', () => {
  test.each([
    ['assess a.csv', ZH, both, 'zh'],
    ['assess a.csv', { LANG: 'en_US.UTF-8' }, both, 'en'],
    ['assess a.csv', {}, both, 'en'],
    ['assess a.csv', { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, both, 'en'],
    ['assess a.csv', { LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, both, 'zh'],
    ['assess a.csv', ZH, none, 'en'],
    ['assess a.csv', ZH, onlyMessages, 'en'],
    ['assess a.csv -f json', ZH, both, 'en'],
    ['assess a.csv -fjson', ZH, both, 'en'],
    ['assess a.csv --format=markdown', ZH, both, 'en'],
    ['assess a.csv -f table', ZH, both, 'zh'],
    ['assess a.csv -o list.txt', ZH, both, 'en'],
    ['assess a.csv --report json=a.json', ZH, both, 'en'],
    ['assess a.csv -f csv --rejects r.csv', ZH, both, 'en'],
    ['assess a.csv -f csv', ZH, onlyMessages, 'zh'],
    ['assess a.csv -o list.csv', ZH, onlyMessages, 'zh'],
    ['assess a.csv -f csv', ZH, none, 'en'],
    ['validate a.csv -f csv', ZH, both, 'en'],
    ['assess a.csv --lang zh', {}, none, 'zh'],
    ['assess a.csv -f json --lang=zh', {}, none, 'zh'],
    ['assess a.csv --lang en', ZH, both, 'en'],
    ['assess a.csv --lang zh --lang en', {}, both, 'en'],
    ['assess -- --lang zh', {}, both, 'en'],
    ['--help', ZH, both, 'zh'],
    ['', ZH, both, 'zh'],
  ])('of `tpa %s` with %j', (line, environment, isTerminal, language) => {
    expect(languageOf(line.split(' '), environment, isTerminal)).toBe(language)
  })

  test('is chosen anew by each run of one process', async () => {
    const { here } = scratch()
    const { err } = await here(['assess', 'a.csv', '--lang', 'zh'])
    expect(err).toMatch(/\p{Script=Han}/u)
    expect((await here(['assess', 'a.csv'])).err).not.toMatch(/\p{Script=Han}/u)
  })

  test('of what goes to a pipe does not hang on the machine', () => {
    const { tpa } = scratch()
    expect(tpa(['assess', '--help'], { env: { LANG: 'zh_CN.UTF-8' } })).toEqual(tpa(['assess', '--help']))
  })
})

test.each([
  [{ COLUMNS: '60' }, 60],
  [{ COLUMNS: '100' }, 100],
  [{ COLUMNS: 'wide' }, 80],
  [{ COLUMNS: '3' }, 80],
  [{}, 80],
])('help fits into what %j says: %i columns', (env: { COLUMNS?: string }, width) => {
  const lines = scratch().tpa(['check', '--help'], { env }).out.split('\n')
  const widest = Math.max(...lines.map((line) => line.length))
  expect(widest).toBeLessThanOrEqual(width)
  expect(widest).toBeGreaterThan(width - 14)
})
