import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { households, scratch } from '../run.js'

/** Every one ends with 2, writes nothing to stdout, and says what would be right. */
test.each([
  [['asess', 'a.csv'], 'unknown command `asess`', 'did you mean `assess`? see `tpa --help`'],
  [['a.csv'], 'unknown command `a.csv`', 'did you mean `tpa assess a.csv`? see `tpa --help`'],
  [
    ['assess', '--fromat', 'csv', 'a.csv'],
    'unknown option `--fromat`',
    'did you mean `--format`? see `tpa assess --help`',
  ],
  [['assess'], 'missing argument `<files>`', 'see `tpa assess --help`'],
  [['help', 'asess'], 'unknown command `asess`', 'did you mean `assess`? see `tpa --help`'],
  [['help', 'gate'], 'unknown command `gate`', 'did you mean `gates`?'],
  [['assess', 'a.csv', '-f', 'jsonl'], '`--format` cannot be `jsonl`', 'did you mean `ndjson`?'],
  [['assess', 'a.csv', '-f', 'list'], '`--format` cannot be `list`', 'it is one of table, json'],
  [['assess', 'a.csv', '--lang', 'fr'], '`--lang` cannot be `fr`', 'it is one of en, zh, both'],
  [['test', '--lang', 'fr'], '`--lang` cannot be `fr`', 'it is one of en, zh'],
  [
    ['assess', 'a.csv', '--lang', 'both'],
    '`--lang` cannot be `both`',
    'say `-f html`, or choose `en` or `zh`',
  ],
  [['assess', 'a.csv', '-f', 'csv', '--lang=both'], '`--lang` cannot be `both`', 'say `-f html`'],
  [['validate', '--lang', 'both', 'a.csv', '-o', 'a.md'], '`--lang` cannot be `both`', 'say `-f html`'],
  [['test', '--lang', 'both'], '`--lang` cannot be `both`', 'this command writes no page'],
  [['assess', 'a.csv', '-f', 'jsn'], '`--format` cannot be `jsn`', 'did you mean `json`?'],
  [['assess', 'a.csv', '--engine', 'compile'], '`--engine` cannot be `compile`', 'did you mean `compiled`?'],
  [['assess', 'a.csv', '--by'], '`--by` needs a value', 'see `tpa assess --help`'],
  [['assess', 'a.csv', '--assume', 'risk'], '`--assume` cannot be `risk`', 'write fact=value'],
  [
    ['assess', 'a.csv', '--set', 'poverty_line=4200', '--set', 'poverty_line=4300'],
    '`--set` cannot be `poverty_line=4300`',
    '`poverty_line` is given twice',
  ],
  [
    ['validate', 'a.csv', '--assume', 'risk=no', '--assume', 'risk=no'],
    '`--assume` cannot be `risk=no`',
    '`risk` is given twice',
  ],
  [['assess', 'a.csv', '--by', 'vilage'], 'unknown fact in --by `vilage`', 'did you mean `village`?'],
  [
    ['assess', 'a.csv', '--only', 'verify,exitt'],
    'unknown decision in --only `exitt`',
    'did you mean `exit`?',
  ],
  [['assess', 'a.csv', '--as-of', '2020-02-30'], '--as-of `2020-02-30` is not a date', 'YYYY-MM-DD'],
  [['assess', 'a.csv', '--fail-on', 'verify'], '`verify` is not a gate', 'such as `verify>5%`'],
  [
    ['assess', 'a.csv', '--fail-on', 'verfy>1'],
    'unknown name in --fail-on `verfy`',
    'did you mean `verify`?',
  ],
  [
    ['assess', 'a.csv', '--fail-on', 'verify>1,5'],
    '`1,5` in the gate `verify>1,5` is not a number',
    'plain digits',
  ],
  [
    ['assess', 'a.csv', '--fail-on', 'exit->retain>1'],
    'is a gate for changes between two packs',
    'such as `exit>0`',
  ],
  [['assess', 'a.csv', '--keep', 'decision'], '`--keep decision` would occur twice', 'a column of this name'],
  [['assess', 'a.csv', '--report', 'csv'], '--report `csv` is not FORMAT=FILE', '--report json=report.json'],
  [['assess', 'a.csv', '--report', 'cvs=a'], 'unknown format in --report `cvs`', 'did you mean `csv`?'],
  [['assess', 'a.csv', '--rules', 'cn-2021'], 'there is no pack `cn-2021`', 'did you mean `cn-2020`?'],
  [['assess', 'b.csv'], 'there is no such file', 'did you mean `a.csv`?'],
  [
    ['validate', 'a.csv', '--fail-on', 'erors>0'],
    'unknown name in --fail-on `erors`',
    'did you mean `errors`?',
  ],
  [['validate', 'a.csv', '--by', 'vilage'], 'no file has a column `vilage`', 'did you mean `village`?'],
  [['validate', 'a.csv', '--excel'], '--excel is about CSV', 'add `-f csv`'],
  [['validate', 'a.csv', '--as-of', '2020'], '--as-of `2020` is not a date', 'YYYY-MM-DD'],
  [['validate', '-', '-'], 'stdin can be read only once', 'name `-` once'],
  [['explain', 'a.csv'], 'no `--id`', 'such as `--id DY-0007`'],
  [['explain', '--id', 'A'], 'no file to read', '`-` for stdin'],
  [
    ['explain', 'a.csv', '--record', 'b.json'],
    '--record and survey files exclude each other',
    'leave out one',
  ],
  [['explain', 'a.csv', '--id', 'AB-2'], 'no household has the id `AB-2`', 'the nearest ids are `AB-1`'],
  [['explain', 'a.csv', '--id', 'zzzzzz'], 'no household has the id `zzzzzz`', 'the first ids are `AB-1`'],
])('tpa %j', (args, message, help) => {
  const { tpa } = scratch({ 'a.csv': households({ household_id: 'AB-1' }) })
  const { code, out, err } = tpa(args)
  expect(err).toContain(message)
  expect(err.replace(/\s+/g, ' ')).toContain(help)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test('a usage error is one line and a suggestion', () => {
  expect(scratch().tpa(['assess', '--fromat', 'csv', 'a.csv']).err).toBe(
    'error[usage]  unknown option `--fromat`\n   help  did you mean `--format`? see `tpa assess --help`\n',
  )
})

test('several faults are told in one go', () => {
  const { tpa } = scratch({ 'a.csv': households({}) })
  const { err } = tpa(['assess', 'a.csv', '--by', 'vilage', '--only', 'exti', '--fail-on', 'x'])
  expect(err.match(/error\[usage\]/g)).toHaveLength(3)
})

describe('help', () => {
  test.each([
    [['--help'], 'help.txt'],
    [['assess', '--help'], 'help-assess.txt'],
    [['validate', '--help'], 'help-validate.txt'],
    [['explain', '--help'], 'help-explain.txt'],
    [['measure', '--help'], 'help-measure.txt'],
    [['inspect', '--help'], 'help-inspect.txt'],
    [['check', '--help'], 'help-check.txt'],
    [['pages', '--help'], 'help-pages.txt'],
    [['assess', '-h'], 'short-assess.txt'],
    [['help', 'gates'], 'help-of-gates.txt'],
    [['assess', '--help', '--lang', 'zh'], 'help-assess-zh.txt'],
    [[], 'start.txt'],
    [['--lang', 'zh', '--help'], 'help-zh.txt'],
    [['test', '--help'], 'help-test.txt'],
  ])('tpa %j is what the golden file says, verbatim', async (args, golden) => {
    const { code, out, err } = scratch().tpa(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    await expect(out).toMatchFileSnapshot(`golden/${golden}`)
  })

  test('of every command is held by a golden file', () => {
    const { out } = scratch().tpa(['--help'])
    const list = out.slice(out.indexOf('\nCommands:\n'), out.indexOf('\nTopics:\n'))
    const commands = [...list.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name ?? '')
    const held = ['golden', '../diff/golden'].flatMap((folder) =>
      readdirSync(new URL(folder, import.meta.url), { encoding: 'utf8' }),
    )
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter((name) => !held.includes(`help-${name}.txt`))).toEqual([])
  })

  test.each(['assess', 'measure', 'validate', 'inspect', 'test'])(
    'of %s breaks a line only where the next word does not fit, and between paragraphs',
    (command) => {
      const { out } = scratch().tpa([command, '--help'])
      const lines = out.split('\n')
      const early = lines.filter((line, at) => {
        const [word = ''] = (lines[at + 1] ?? '').split(' ')
        return /^\S/.test(line) && word !== '' && `${line} ${word}`.length <= 80
      })
      expect(early).toEqual([])
    },
  )

  test('is at hand as a command too', () => {
    const { tpa } = scratch()
    expect(tpa(['help', 'assess']).out).toBe(tpa(['assess', '--help']).out)
  })

  test('examples stand first, then options in groups', () => {
    const { out } = scratch().tpa(['assess', '--help'])
    const heads = ['Examples:', 'Usage:', 'Input:', 'Rules:', 'Results:', 'Gates:', 'Screen:', 'See also']
    const order = heads.map((word) => out.indexOf(word))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
  })
})

test('the version is that of the package', () => {
  expect(scratch().tpa(['-V'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
