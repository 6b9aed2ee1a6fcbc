import { Chalk } from 'chalk'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { inertLines } from '../../../src/base/inert-text.js'
import { widthOf } from '../../../src/base/text-width.js'
import { TEST_FORMATS, type TestFormat } from '../../../src/report/test/formats.js'
import { fenced } from '../../../src/report/test/markdown-measures.js'
import {
  NOTHING_LEFT_OUT,
  summariseTests,
  type TestedPack,
  type TestSummary,
  totalSentence,
} from '../../../src/report/test/summary.js'
import { annotationCommand } from '../../../src/report/text/workflow-command.js'
import { element, escapedXml } from '../../../src/report/text/xml.js'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { casesOf } from '../../testing/example-pack.js'
import { loadFormats } from '../load-formats.js'
import { failingRun, LONG, measuredRun, stoppedRun } from './failing-suite.js'

const FORMATS = await loadFormats(TEST_FORMATS)

const CONTEXT = { tpa: '0.1.0', width: 100, paint: new Chalk({ level: 0 }), quiet: false }

let packs: TestedPack[]
let summary: TestSummary
beforeAll(async () => {
  packs = await failingRun()
  summary = summariseTests(packs, NOTHING_LEFT_OUT)
})

/** What goes out: lines for people are made inert on their way. */
const report = (format: TestFormat) => {
  const text = FORMATS[format](summary, CONTEXT)
  return format === 'json' || format === 'github' ? text : inertLines(text, false)
}

test.each([
  ['table', 'test.txt'],
  ['json', 'test.json'],
  ['junit', 'test.xml'],
  ['github', 'test-github.txt'],
  ['markdown', 'test.md'],
] as const)('a run with every kind of failure as %s', async (format, golden) => {
  await expect(report(format)).toMatchFileSnapshot(`golden/${golden}`)
})

const measured = async () => summariseTests(await measuredRun(), NOTHING_LEFT_OUT)
const stopped = async () =>
  summariseTests(await stoppedRun(), { filtered: 1, unmeasured: ['coverage', 'mutation'] })

test.each([
  ['table', 'test-measured.txt'],
  ['json', 'test-measured.json'],
  ['junit', 'test-measured.xml'],
  ['github', 'test-measured-github.txt'],
  ['markdown', 'test-measured.md'],
] as const)('coverage and mutation with gates as %s', async (format, golden) => {
  await expect(FORMATS[format](await measured(), CONTEXT)).toMatchFileSnapshot(`golden/${golden}`)
})

test.each([60, 80, 120])(
  'a table in %i columns keeps to them, with all of a long name and of both sides',
  async (width) => {
    const results = (await casesOf({ 'long.yaml': LONG })).map((each) => runCase(each))
    const [first] = packs
    const run = summariseTests([{ ...first, results } as TestedPack], NOTHING_LEFT_OUT)
    const text = FORMATS.table(run, { ...CONTEXT, width })
    expect(text.split('\n').filter((line) => widthOf(line) > width)).toEqual([])
    const [
      {
        case: { name },
      } = { case: { name: '' } },
    ] = results
    expect(name.length).toBeGreaterThan(100)
    expect(text.replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
    for (const { expected, got } of results.flatMap(({ mismatches }) => mismatches))
      for (const each of [expected, got].flatMap((side) => (Array.isArray(side) ? side : [])))
        expect(text).toContain(each)
  },
)

test('a run that stops at its first failure as junit', async () => {
  await expect(FORMATS.junit(await stopped(), CONTEXT)).toMatchFileSnapshot('golden/test-stopped.xml')
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

  test('has a case for each gate, which fails with all that is missing and says how to show it', async () => {
    const run = await measured()
    const tags = readXml(FORMATS.junit(run, CONTEXT))
    const gates = tags.filter(({ attributes }) => attributes.name?.endsWith('reaches the minimum'))
    expect(gates.map(({ attributes }) => [attributes.classname, attributes.file, attributes.name])).toEqual([
      ['small', '50%: a,b/pack.yaml', 'coverage reaches the minimum'],
      ['small', '50%: a,b/pack.yaml', 'mutation reaches the minimum'],
    ])
    const [failed, ...others] = tags.filter(({ name }) => name === 'failure')
    expect(others).toEqual([])
    expect(failed?.attributes).toEqual({
      type: 'gate-tripped',
      message: 'coverage of 50%: a,b is 57.1%, below --coverage-min 90',
    })
    const holes = run.packs[0]?.measures.coverage?.items.filter(({ hit }) => !hit) ?? []
    expect(holes.length).toBeGreaterThan(3)
    for (const { what, hole } of holes) {
      expect(failed?.text).toContain(`: no case in which ${what}\n`)
      expect(failed?.text.replaceAll('\n  ', '\n')).toContain(`\n${hole?.witness}`)
    }
    const [root] = tags
    expect(root?.attributes).toMatchObject({ tests: '6', failures: '1', skipped: '0' })
  })

  test('lists what was not run, and gates that wait, as skipped', async () => {
    const run = await stopped()
    const tags = readXml(FORMATS.junit(run, CONTEXT))
    const of = (name: string) => tags.filter((tag) => tag.name === name)
    const left = run.packs[0]?.notRun ?? []
    expect(left.length).toBeGreaterThan(5)
    expect(of('skipped').map(({ attributes }) => attributes.message)).toEqual([
      'measured once nothing fails',
      ...left.map(() => 'not run after the first failure'),
    ])
    const names = of('testcase').map(({ attributes }) => `${attributes.file}:${attributes.line}`)
    for (const { file, line } of left) expect(names).toContain(`${file}:${line}`)
    expect(of('testsuites')[0]?.attributes).toMatchObject({
      tests: String(left.length + 3),
      failures: '1',
      skipped: String(left.length + 1),
    })
    const sum = of('testsuite').reduce((total, { attributes }) => total + Number(attributes.skipped), 0)
    expect(sum).toBe(left.length + 1)
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

  test('tells what no case shows at its line of the pack: an error where the gate trips, else a warning', async () => {
    const run = await measured()
    const lines = FORMATS.github(run, CONTEXT).trimEnd().split('\n')
    const commands = lines.slice(0, -1).map(readCommand)
    expect(commands[0]).toEqual({
      command: 'error',
      properties: { title: 'gate-tripped' },
      message: 'coverage of 50%: a,b is 57.1%, below --coverage-min 90',
    })
    const told = commands.slice(1).map((each) => {
      const { file, line, title } = each?.properties ?? {}
      return `${each?.command} ${title} ${file}:${line}`
    })
    expect(told).toEqual([
      'error coverage 50%: a,b/pack.yaml:21',
      'error coverage 50%: a,b/pack.yaml:22',
      'warning mutation 50%: a,b/pack.yaml:14',
      'warning mutation 50%: a,b/pack.yaml:26',
      'warning coverage free/pack.yaml:21',
      'warning coverage free/pack.yaml:22',
    ])
    const messages = commands.flatMap((each) => each?.message.split('\n') ?? [])
    expect(messages).toContain('no case in which income is not applicable')
    expect(messages).toContain('no case would notice if `kind` were not in the list here')
    expect(lines[lines.length - 1]).toBe('all 4 cases pass; 1 gate trips')
  })

  test('shows ten warnings too, and says how many more there are', async () => {
    const [, free] = (await measured()).packs
    const six = Array(6).fill(free)
    const lines = FORMATS.github(summariseTests(six, NOTHING_LEFT_OUT), CONTEXT).trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10)
    expect(lines[10]).toBe('::notice title=tpa test::2 more warnings; the table of `tpa test` has all')
  })

  test('has exactly ten where there are ten', () => {
    const [first] = packs
    const ten = {
      ...first,
      results: summary.failures.slice(0, 1).flatMap((each) => Array(10).fill(each)),
    } as TestedPack
    const text = FORMATS.github(summariseTests([ten], NOTHING_LEFT_OUT), CONTEXT)
    expect(text.match(/^::/gm)).toHaveLength(10)
  })

  test.each(['a:b,c%d\re\nf', '::error::x', '%0A', '%250A', '%3A%2C', 'file=x,line=1', '工资, 收入'])(
    '%j',
    (text) => {
      const line = annotationCommand('error', {
        file: text,
        line: 3,
        column: null,
        title: text,
        message: text,
      })
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

describe('markdown with measures', () => {
  test('has in one block all cases to paste, which no text of theirs can close', async () => {
    const run = await measured()
    const text = FORMATS.markdown(run, CONTEXT)
    const blocks = [...text.matchAll(/^(`{3,})yaml\n([\s\S]*?)^\1$/gm)].map(([, , block = '']) => block)
    const [coverage, mutation] = blocks
    expect(blocks).toHaveLength(3)
    const offered = (texts: readonly (string | null | undefined)[]) =>
      `${texts.join('\n').replace(/^/gm, '  ')}\n`
    const [first] = run.packs
    expect(coverage).toBe(
      offered(first?.measures.coverage?.items.flatMap(({ hole }) => hole?.witness ?? []) ?? []),
    )
    expect(mutation).toBe(offered(first?.measures.mutation?.survivors.map(({ witness }) => witness) ?? []))
    expect(fenced('text', ['a', '````', 'b'])).toBe('`````text\na\n````\nb\n`````')
  })
})

test('json says of each gate whether it passes, and nothing where it was not measured', async () => {
  const gatesOf = (run: TestSummary) => JSON.parse(FORMATS.json(run, CONTEXT)).packs[0].gates
  expect(gatesOf(await measured())).toEqual([
    { measure: 'coverage', least: 90, percent: 57.1, passed: false },
    { measure: 'mutation', least: 20, percent: 66.6, passed: true },
  ])
  expect(gatesOf(await stopped())).toEqual([{ measure: 'coverage', least: 90, percent: null, passed: null }])
})

describe('the last line', () => {
  test('says what waits, and how many gates trip', async () => {
    expect(totalSentence(await stopped())).toBe(
      '1 of 2 cases fails; 9 cases not run after the first failure; 1 case left out by --filter; coverage and mutation are measured once nothing fails',
    )
    expect(totalSentence(await measured())).toBe('all 4 cases pass; 1 gate trips')
  })

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
    const notRun = Array(afterFailure).fill(failed?.case)
    const run = [
      { ...first, results: cases, notRun },
      ...Array(unread).fill(packs[1]),
      ...Array(unloaded).fill(packs[3]),
    ]
    return totalSentence(summariseTests(run as TestedPack[], { filtered, unmeasured: [] }))
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
