import { describe, expect, test } from 'vitest'
import { nearestNames } from '../../../src/cli/test/near-names.js'
import { FAILING, FAULTY } from '../../report/test/failing-suite.js'
import { EXAMPLE_PACK, SOUND } from '../../testing/example-pack.js'
import { scratch } from '../run.js'

const PASSING = `${SOUND}cases:
  - { name: on the line, like: sound, given: { wage_income: 7000 }, expect: { decision: not_eligible } }
  - { name: below the line, like: sound, given: { wage_income: 6999.99 }, expect: { decision: register } }
`

/** A pack under `rules/` of the folder with these files of cases. */
const packWith = (id: string, suites: { readonly [name: string]: string }) => ({
  [`rules/${id}/pack.yaml`]: EXAMPLE_PACK,
  ...Object.fromEntries(Object.entries(suites).map(([name, text]) => [`rules/${id}/tests/${name}`, text])),
})

const FORMATS = ['table', 'json', 'junit', 'github', 'markdown']
/** Arguments for a report of each format, to a file of its name. */
const EVERY_REPORT = FORMATS.flatMap((format) => ['--report', `${format}=${format}.out`])

describe('which packs', () => {
  test('without operands those of the program, where the folder has none; they pass', () => {
    const { code, out, err } = scratch().tpa(['test'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out.trimEnd().split('\n')
    expect(lines.pop()).toMatch(/^all [\d,]+ cases pass$/)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line).toMatch(/^✓ [a-z0-9-]+\/tests\/[a-z-]+\.yaml +\d+ passed$/)
  })

  test('without operands those of the folder first', async () => {
    const { here } = scratch({
      ...packWith('a', { 'x.yaml': PASSING }),
      ...packWith('b', { 'x.yaml': PASSING }),
    })
    expect(await here(['test'])).toEqual({
      code: 0,
      out: '✓ rules/a/tests/x.yaml  2 passed\n✓ rules/b/tests/x.yaml  2 passed\nall 4 cases pass\n',
      err: '',
    })
  })

  test('named as a folder, with a slash, as a pack.yaml, by an id', async () => {
    const { here } = scratch({
      ...packWith('a', { 'x.yaml': PASSING }),
      ...packWith('b', { 'x.yaml': PASSING }),
      ...packWith('c', { 'x.yaml': PASSING }),
    })
    const { code, out, err } = await here([
      'test',
      'rules/a',
      'rules/b/',
      './rules/c/pack.yaml',
      'cn-village-exit',
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.match(/^✓ \S+/gm)).toEqual([
      '✓ rules/a/tests/x.yaml',
      '✓ rules/b/tests/x.yaml',
      '✓ rules/c/tests/x.yaml',
      '✓ cn-village-exit/tests/incidence.yaml',
    ])
  })

  test('named by an absolute path, a pack shows none', async () => {
    const { here, folder, read } = scratch(packWith('mine', { 'x.yaml': FAILING }))
    const { code, out, err } = await here(['test', `${folder}/rules/mine`, ...EVERY_REPORT])
    expect(code).toBe(1)
    expect(out).toBe(read('table.out'))
    for (const format of FORMATS) expect(read(`${format}.out`)).toContain('mine/tests/x.yaml')
    const all = FORMATS.map((format) => read(`${format}.out`)).join('')
    expect(all + err).not.toContain(folder)
  })
})

describe('what it exits with', () => {
  test.each([
    ['0 where all cases pass', 'json', { 'x.yaml': PASSING }, 0],
    ['1 where one fails', 'github', { 'x.yaml': FAILING }, 1],
    ['1 where cases cannot be read', 'junit', { 'x.yaml': FAULTY }, 1],
    ['1 where a file is empty', 'table', { 'x.yaml': PASSING, 'y.yaml': '' }, 1],
    ['1 where there are none', 'markdown', {}, 1],
  ])('%s, also with -f %s and every report', async (_, format, suites, expected) => {
    const { here, read } = scratch(packWith('mine', suites))
    const { code, out } = await here(['test', '-f', format, ...EVERY_REPORT])
    expect(code).toBe(expected)
    expect(out).toBe(read(`${format}.out`))
    for (const each of FORMATS) expect(read(`${each}.out`)).not.toBe('')
  })

  test('2 where a pack does not load; the others are run all the same', async () => {
    const { here } = scratch({
      ...packWith('bad', { 'x.yaml': PASSING }),
      ...packWith('good', { 'x.yaml': PASSING }),
      'rules/bad/pack.yaml': EXAMPLE_PACK.replace('met: electricity', 'met: electrcity'),
    })
    const { code, out, err } = await here(['test'])
    expect(code).toBe(2)
    expect(out).toBe(
      '✗ rules/bad: does not load\n✓ rules/good/tests/x.yaml  2 passed\nall 2 cases pass; 1 pack does not load\n',
    )
    expect(err).toMatch(/^rules\/bad\/pack\.yaml:\d+:\d+ {2}error\[unknown-name\]/)
    const json = await here(['test', '-f', 'json'])
    expect(json.code).toBe(2)
    expect(json.err).toBe('all 2 cases pass; 1 pack does not load\n')
    expect(JSON.parse(json.out)).toMatchObject({
      cases: 2,
      packs: [
        { place: 'rules/bad', pack: null, diagnostics: [{ code: 'unknown-name' }] },
        { place: 'rules/good' },
      ],
    })
  })

  test('2 where there is no such pack', async () => {
    const { code, out, err } = await scratch().here(['test', 'cn-202'])
    expect({ code, out }).toEqual({ code: 2, out: '✗ cn-202: does not load\n1 pack does not load\n' })
    expect(err).toContain('there is no pack `cn-202`')
    expect(err).toContain('did you mean `cn-2020`?')
  })

  const RULES = 'rules/mine'
  test.each([
    [
      ['--report', 'junit', '--report', 'xml=a'],
      ['--report `junit` is not FORMAT=FILE', 'unknown format in --report `xml`'],
      ['json=report.json', 'known are `table`, `json`, `junit`'],
    ],
    [['-f', 'jnit'], ['`--format` cannot be `jnit`'], ['did you mean `junit`?']],
    [['--filter'], ['`--filter` needs a value'], ['see `tpa test --help`']],
    [['--filtre', 'a'], ['unknown option `--filtre`'], ['did you mean `--filter`?']],
    [
      ['--report', `junit=${RULES}/tests/x.yaml`, '--report', `json=${RULES}/pack.yaml`],
      ['x.yaml`: this is a file of test cases that is read', 'pack.yaml`: this is a pack that is read'],
      ['name another file'],
    ],
    [['-o', 'nowhere/a.xml'], ['there is no folder `nowhere`'], ['make it first']],
    [['--report', 'json=-'], ['two reports cannot go to stdout'], ['name another file']],
  ])('2 for %j', (args, messages, helps) => {
    const { tpa } = scratch(packWith('mine', { 'x.yaml': PASSING }))
    const { code, out, err } = tpa(['test', ...args])
    for (const message of messages) expect(err).toContain(message)
    for (const help of helps) expect(err.replace(/\s+/g, ' ')).toContain(help)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('--filter', () => {
  const FILES = packWith('mine', {
    'x.yaml': PASSING,
    'y.yaml': 'cases: [{ name: Water, rows: [{ name: 20.1 minutes, expect: { decision: verify } }] }]',
  })

  test('runs the cases whose names hold the text, in whatever case', async () => {
    const { here } = scratch(FILES)
    expect(await here(['test', '--filter', 'BELOW'])).toEqual({
      code: 0,
      out: '✓ rules/mine/tests/x.yaml  1 passed\n1 case passes; 2 cases left out by --filter\n',
      err: '',
    })
    expect((await here(['test', '--filter', 'water: 20'])).out).toContain('1 case passes')
    expect(JSON.parse((await here(['test', '--filter', 'line', '-f', 'json'])).out)).toMatchObject({
      cases: 2,
      filtered: 1,
    })
  })

  test('that no name holds ends with 2 and the nearest names', async () => {
    const { code, out, err } = await scratch(FILES).here(['test', '--filter', 'blow the line'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.replace(/\s+/g, ' ')).toContain(
      'no case has `blow the line` in its name help the nearest are `below the line`, `on the line`, `Water: 20.1 minutes`',
    )
  })

  test('does not hide cases that cannot be read', async () => {
    const { here } = scratch({ ...FILES, ...packWith('other', { 'x.yaml': FAULTY }) })
    expect((await here(['test', '--filter', 'below'])).code).toBe(1)
    expect((await here(['test', 'rules/other', '--filter', 'below'])).code).toBe(1)
  })

  test.each([
    ['watr', ['income', 'water: 20.1 minutes', 'who is near'], 'water: 20.1 minutes'],
    ['20 minutes', ['income', 'water: 20.1 minutes'], 'water: 20.1 minutes'],
    ['WATER 20', ['waterfall', 'water: 20'], 'water: 20'],
    ['', ['b', 'a'], 'b'],
  ])('%j is nearest to', (text, names, nearest) => {
    expect(nearestNames(text, names)[0]).toBe(nearest)
  })
})

describe('--fail-fast', () => {
  test('stops at the first case that fails, across files and packs', async () => {
    const { here } = scratch({
      ...packWith('a', {
        'x.yaml': FAILING,
        'y.yaml': 'cases: [{ name: last, expect: { decision: exit } }]',
      }),
      ...packWith('b', { 'x.yaml': PASSING }),
    })
    const { code, out } = await here(['test', '--fail-fast'])
    expect(code).toBe(1)
    expect(out).toMatch(/^✗ rules\/a\/tests\/x\.yaml {2}1 passed, 1 failed\n\nrules\/a\/tests\/x\.yaml:12 /)
    expect(out).toMatch(/\n1 of 2 cases fails; 11 cases not run after the first failure\n$/)
    expect(out).toContain('└─ met if net_income >= poverty_line * household_size: no')
  })
})

describe('reports', () => {
  test('go to files beside the result, or to the file of -o in the format that it or -f says; the same bytes each time', () => {
    const { tpa, read, files, folder } = scratch(packWith('mine', { 'x.yaml': FAILING }))
    const wanted = ['junit=a.xml', 'json=b.json', 'markdown=c.md', 'github=d.txt']
    const env = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_STEP_SUMMARY: `${folder}/summary.md` }
    const { code, out, err } = tpa(['test', ...wanted.flatMap((each) => ['--report', each])], { env })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('8 of 10 cases fail\n')
    expect(files()).toEqual(['a.xml', 'b.json', 'c.md', 'd.txt', 'rules'])
    const reports: Readonly<Record<string, string>> = {
      junit: read('a.xml'),
      json: read('b.json'),
      markdown: read('c.md'),
      github: read('d.txt'),
      table: out,
    }
    for (const [file, byName, byFlag] of [
      ['e.xml', 'junit', 'json'],
      ['e.json', 'json', null],
      ['e.md', 'markdown', null],
      ['e.txt', 'table', 'github'],
    ] as const) {
      expect(tpa(['test', '-o', file])).toEqual({ code: 1, out: '', err: '8 of 10 cases fail\n' })
      expect(read(file)).toBe(reports[byName])
      if (byFlag === null) continue
      expect(tpa(['test', '-o', file, '-f', byFlag, '-q'])).toEqual({ code: 1, out: '', err: '' })
      expect(read(file)).toBe(reports[byFlag])
    }
    expect(reports.junit?.startsWith('<?xml')).toBe(true)
    expect(reports.json?.startsWith('{"schema":"tpa/test@1"')).toBe(true)
    expect(reports.markdown?.startsWith('**8 of')).toBe(true)
    expect(reports.table?.startsWith('✗ rules/mine')).toBe(true)
    expect(reports.github?.startsWith('::error')).toBe(true)
  })

  test('go to the step summary of GitHub where that is asked', () => {
    const { tpa, folder, read } = scratch(packWith('mine', { 'x.yaml': FAILING }))
    const env = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_STEP_SUMMARY: `${folder}/summary.md` }
    tpa(['test', '-f', 'github', '--report', `markdown=${env.GITHUB_STEP_SUMMARY}`], { env })
    expect(read('summary.md')).toMatch(/^\*\*8 of 10 cases fail\*\*/)
  })
})

describe('the table', () => {
  test('has no colour in a file or a pipe, is told apart without it, and with -q leaves out files that pass', () => {
    const { tpa } = scratch(
      packWith('mine', { 'x.yaml': FAILING, 'y.yaml': 'cases: [{ name: y, expect: { decision: verify } }]' }),
    )
    const plain = tpa(['test']).out
    expect(plain).not.toContain('\u001b')
    const coloured = tpa(['test', '--color', 'always']).out
    expect(coloured).toContain('\u001b[31m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are colours
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain)
    const { out } = tpa(['test', '-q'])
    expect(out).toContain('✗ rules/mine/tests/x.yaml')
    expect(out).not.toContain('y.yaml')
    expect(scratch(packWith('mine', { 'x.yaml': PASSING })).tpa(['test', '-q']).out).toBe(
      'all 2 cases pass\n',
    )
  })
})

test('a changed threshold is told by the cases that it changes', () => {
  const { tpa, write } = scratch(packWith('mine', { 'x.yaml': PASSING }))
  expect(tpa(['test']).code).toBe(0)
  write('rules/mine/pack.yaml', EXAMPLE_PACK.replace('value: 4000', 'value: 4200'))
  const { code, out } = tpa(['test'])
  expect(code).toBe(1)
  expect(out).toContain('rules/mine/tests/x.yaml:10  ✗ on the line\n')
  expect(out).toMatch(/decision {2}not_eligible {2}register\n/)
  expect(out).toContain('8000 against 8400 CNY/year')
})
