import { Chalk } from 'chalk'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { TEST_FORMATS, type TestFormat } from '../../src/report/test-formats.js'
import {
  summariseTests,
  type TestedPack,
  type TestSummary,
  totalSentence,
} from '../../src/report/test-summary.js'
import { errorCommand, noCommand } from '../../src/report/workflow-command.js'
import { element, escapedXml } from '../../src/report/xml.js'
import { failingRun } from './failing-suite.js'

const CONTEXT = { tpa: '0.1.0', width: 100, paint: new Chalk({ level: 0 }), quiet: false }

let packs: TestedPack[]
let summary: TestSummary
beforeAll(async () => {
  packs = await failingRun()
  summary = summariseTests(packs, { filtered: 0, afterFailure: 0 })
})

const report = (format: TestFormat) => TEST_FORMATS[format](summary, CONTEXT)

test.each([
  ['table', 'test.txt'],
  ['json', 'test.json'],
  ['junit', 'test.xml'],
  ['github', 'test-github.txt'],
  ['markdown', 'test.md'],
] as const)('a run with every kind of failure as %s', async (format, golden) => {
  await expect(report(format)).toMatchFileSnapshot(`golden/${golden}`)
})

/** Every opening tag with its attributes and the text up to its end, in the order of the file; throws where it is no XML. */
function readXml(text: string) {
  const parser = new SaxesParser()
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: (typeof found)[number][] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const tag = { name, attributes, text: '' }
    found.push(tag)
    open.push(tag)
  })
  parser.on('text', (more) => {
    const tag = open[open.length - 1]
    if (tag !== undefined) tag.text += more
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return found
}

describe('junit, read back by a strict XML parser', () => {
  test('counts what it lists', () => {
    const tags = readXml(report('junit'))
    const of = (name: string) => tags.filter((tag) => tag.name === name)
    const [root] = of('testsuites')
    expect(root?.attributes).toMatchObject({
      tests: String(of('testcase').length),
      failures: String(of('failure').length),
    })
    const sum = (key: string) =>
      of('testsuite').reduce((total, { attributes }) => total + Number(attributes[key]), 0)
    expect([sum('tests'), sum('failures')]).toEqual([of('testcase').length, of('failure').length])
    expect(of('testcase').length).toBe(summary.cases + 3)
    expect(of('failure').length).toBe(summary.failures.length + 3)
  })

  test('gives names back as they are, but for what XML cannot hold', () => {
    const names = readXml(report('junit'))
      .filter(({ name }) => name === 'testcase')
      .map(({ attributes }) => attributes.name)
    expect(names).toContain('<b>&"quoted"\'s ]]> 50%, 100%: 工资性收入')
    expect(names).toContain('::error title=x::not a command')
    expect(names).toContain('##[error]\\u001b[31mred\\u0007 | `code` *bold*\nsecond line')
  })

  test('has one case of each name in a class, with its file, its line and no time', () => {
    const cases = readXml(report('junit')).filter(({ name }) => name === 'testcase')
    const keys = cases.map(
      ({ attributes }) => `${attributes.classname} ${attributes.file} ${attributes.name}`,
    )
    expect(new Set(keys).size).toBe(keys.length)
    for (const { attributes } of cases) expect(attributes.time).toBe('0')
    expect(
      cases
        .slice(0, -3)
        .every(({ attributes }) => attributes.classname === 'example' && Number(attributes.line) > 0),
    ).toBe(true)
  })

  test('says every mismatch in the message, and the explanation in the text', () => {
    const failure = readXml(report('junit')).find(({ name }) => name === 'failure')
    expect(failure?.attributes).toMatchObject({
      type: 'mismatch',
      message: expect.stringContaining(
        'decision: expected not_eligible, got register; verdicts.income: expected met, got unmet',
      ),
    })
    expect(failure?.text).toContain(
      'net_income >= poverty_line * household_size: 7999.99 against 8000 CNY/year (0.01 below)',
    )
  })

  test.each([
    ['<a b="c">&\'', '&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
    ['a\tb\nc\rd', 'a&#9;b&#10;c&#13;d'],
    ['\u0000\u0008\u000b\u001f\u007f\u0085\u009f', '\\u0000\\u0008\\u000b\\u001f\\u007f\\u0085\\u009f'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['\ud800 \udc00 😀', '\\ud800 \\udc00 😀'],
    ['工资', '工资'],
  ])('%j in an attribute', (text, escaped) => {
    expect(escapedXml(text)).toBe(escaped)
    expect(readXml(element('a', { b: text }))[0]?.attributes.b).toBe(
      text.replace(
        /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    )
  })
})

/** What the runner of GitHub Actions makes of a line, by the rule of its parser: properties and message, or `null` for no command. */
function readCommand(line: string) {
  const [, command, properties = '', message = ''] =
    /^\s*::([^ :]+)(?: ([^:]*))?::([\s\S]*)$/.exec(line) ?? []
  if (command === undefined)
    return line.includes('##[') ? { command: '##[', properties: {}, message: '' } : null
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  const entries = properties.split(',').map((pair) => {
    const at = pair.indexOf('=')
    const value = plain(pair.slice(at + 1))
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
    return [pair.slice(0, at), value]
  })
  return { command, properties: Object.fromEntries(entries), message: plain(message).replaceAll('%25', '%') }
}

describe('github, unescaped by its rule', () => {
  test('annotates each failure with its file, line and name, and says all that differs', () => {
    const lines = report('github').trimEnd().split('\n')
    const commands = lines.map(readCommand)
    expect(commands[commands.length - 1]).toBeNull()
    const errors = commands.slice(0, -2)
    expect(errors.map((each) => each?.command)).toEqual(Array(10).fill('error'))
    expect(errors[0]).toMatchObject({
      properties: { file: 'mine/tests/faulty.yaml', line: '10', col: '22', title: 'unknown-name' },
    })
    const failed = errors.find((each) => each?.properties.title === 'everything differs')
    expect(failed).toMatchObject({ properties: { file: 'mine/tests/failing.yaml', line: '12' } })
    expect(failed?.message.split('\n').slice(0, 2)).toEqual([
      'decision: expected not_eligible, got register',
      'verdicts.income: expected met, got unmet',
    ])
  })

  test('shows ten errors, and says how many more there are', () => {
    const all = summary.failures.length + packs.flatMap(({ faults }) => faults).length
    expect(all).toBeGreaterThan(10)
    const lines = report('github').trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10)
    expect(lines[10]).toBe(
      `::notice title=tpa test::${all - 10} more errors; the table of \`tpa test\` has all`,
    )
    expect(lines[11]).toBe(totalSentence(summary))
    expect(lines).toHaveLength(12)
  })

  test('has exactly ten where there are ten', () => {
    const [first] = packs
    const ten = {
      ...first,
      results: summary.failures.slice(0, 1).flatMap((each) => Array(10).fill(each)),
    } as TestedPack
    const text = TEST_FORMATS.github(summariseTests([ten], { filtered: 0, afterFailure: 0 }), CONTEXT)
    expect(text.match(/^::/gm)).toHaveLength(10)
  })

  test.each(['a:b,c%d\re\nf', '::error::x', '%0A', '%250A', '%3A%2C', 'file=x,line=1', '工资, 收入'])(
    '%j',
    (text) => {
      const line = errorCommand({ file: text, line: 3, column: null, title: text, message: text })
      expect(line).not.toMatch(/[\r\n]/)
      expect(readCommand(line)).toEqual({
        command: 'error',
        properties: { file: text, line: '3', title: text },
        message: text,
      })
    },
  )
})

describe('a line for people', () => {
  test.each([
    ['::error::x', '\\u003a:error::x'],
    ['   ::error::x', '   \\u003a:error::x'],
    ['a ::error::x', 'a ::error::x'],
    [': :', ': :'],
    [':x', ':x'],
    ['a ##[error]x ##[group]', 'a #\\u0023[error]x #\\u0023[group]'],
  ])('%j is no command', (line, shown) => {
    expect(noCommand(line)).toBe(shown)
    expect(readCommand(noCommand(line))).toBeNull()
  })

  test.each(['table', 'markdown', 'junit', 'json'] as const)(
    'as %s a run has no line that a CI system takes for a command',
    (format) => {
      const lines = report(format).split('\n')
      expect(lines.length).toBeGreaterThan(15)
      expect(lines.filter((line) => readCommand(line) !== null)).toEqual([])
    },
  )

  test('no format can move a terminal', () => {
    for (const format of ['table', 'junit', 'markdown', 'json', 'github'] as const) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to look for
      expect(report(format)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
    }
  })
})

describe('json', () => {
  test('holds every case with what differs', () => {
    const json = JSON.parse(report('json'))
    expect(json).toMatchObject({
      schema: 'tpa/test@1',
      tpa: '0.1.0',
      cases: summary.cases,
      failed: summary.failures.length,
      filtered: 0,
      not_run: 0,
    })
    const results = json.packs.flatMap((pack: { files: { results: object[] }[] }) =>
      pack.files.flatMap((file) => file.results),
    )
    expect(results).toHaveLength(summary.cases)
    expect(results.find(({ name }: { name: string }) => name === 'open: what is missing')).toMatchObject({
      passed: false,
      line: 26,
      decision: 'verify',
      as_of: '2020-12-31',
      mismatches: [
        { of: 'possible', expected: [], got: ['register', 'not_eligible'] },
        { of: 'needs', expected: ['transfer_income'], got: ['wage_income'] },
        { of: 'blocked', expected: ['net_income'], got: [] },
        { of: 'outputs.income_per_capita', expected: { min: null, max: 1 }, got: { min: 500, max: null } },
      ],
      findings: [{ criterion: 'income', verdict: 'unknown' }],
    })
    expect(
      json.packs.map(({ place, diagnostics }: { place: string; diagnostics: object[] }) => [
        place,
        diagnostics.length,
      ]),
    ).toEqual([
      ['mine', 0],
      ['faulty', 2],
      ['none', 1],
      ['broken', 1],
    ])
  })
})

describe('the last line', () => {
  const of = (
    results: number,
    failures: number,
    unread: number,
    unloaded: number,
    filtered = 0,
    afterFailure = 0,
  ) => {
    const [first] = packs
    const [failed] = summary.failures
    const passed = first?.results.find(({ mismatches }) => mismatches.length === 0)
    const cases = [...Array(failures).fill(failed), ...Array(results - failures).fill(passed)]
    const run = [
      { ...first, results: cases },
      ...Array(unread).fill(packs[1]),
      ...Array(unloaded).fill(packs[3]),
    ]
    return totalSentence(summariseTests(run as TestedPack[], { filtered, afterFailure }))
  }

  test.each([
    [[1, 0, 0, 0], '1 case passes'],
    [[1200, 0, 0, 0], 'all 1,200 cases pass'],
    [[1, 1, 0, 0], '1 of 1 case fails'],
    [[3, 1, 0, 0], '1 of 3 cases fails'],
    [[3, 2, 0, 0], '2 of 3 cases fail'],
    [[0, 0, 1, 0], 'the cases of 1 pack cannot be read'],
    [[2, 0, 1, 2], 'all 2 cases pass; the cases of 1 pack cannot be read; 2 packs do not load'],
    [
      [3, 1, 0, 0, 4, 5],
      '1 of 3 cases fails; 5 cases not run after the first failure; 4 cases left out by --filter',
    ],
  ] as const)('%j', (counts, sentence) => {
    const [results, failures, unread, unloaded, filtered, afterFailure] = counts
    expect(of(results, failures, unread, unloaded, filtered, afterFailure)).toBe(sentence)
  })
})
