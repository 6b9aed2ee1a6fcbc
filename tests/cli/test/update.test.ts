import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FAILING, FAULTY } from '../../report/test/failing-suite.js'
import { EXAMPLE_PACK, SOUND } from '../../testing/example-pack.js'
import { scratch } from '../run.js'

const OLD = `${SOUND}cases:
  # the line of 2020
  - { name: on the line, like: sound, given: { wage_income: 7000 }, expect: { decision: not_eligible } }
  - { name: below the line, like: sound, given: { wage_income: 6999.99 }, expect: { decision: "not_eligible", reasons: [] } } # by a cent
`
const NEW = OLD.replace('"not_eligible", reasons: []', '"register", reasons: [income]')
const OTHER_LINE = EXAMPLE_PACK.replace('value: 4000', 'value: 4000.01')

const SUITE = 'rules/mine/tests/x.yaml'
const packWith = (
  suites: { readonly [name: string]: string | Buffer },
  pack = EXAMPLE_PACK,
  id = 'mine',
) => ({
  [`rules/${id}/pack.yaml`]: pack,
  ...Object.fromEntries(Object.entries(suites).map(([name, text]) => [`rules/${id}/tests/${name}`, text])),
})

const NO_OTHER = { surveys: [], mapping: null, baseline: null, record: null, repositories: [] }

beforeEach(() => {
  vi.stubEnv('CI', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('tpa test --update', () => {
  test('shows what changes, writes it and nothing else, and ends as the next run does', async () => {
    const { here, read } = scratch(packWith({ 'x.yaml': OLD }))
    const { code, out, err } = await here(['test', '--update'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`✓ ${SUITE}  2 passed

${SUITE}:12  ~ below the line
            was           now
  ────────────────────────────────
  decision  not_eligible  register
  reasons   none          income
  why  register: income below the line

Read each change before you commit it: these cases, under the names that they
had, now expect what the pack does, right or wrong.
all 2 cases pass; 2 expectations of 1 case rewritten in 1 file
`)
    expect(read(SUITE)).toBe(NEW)
    expect(await here(['test'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('all 2 cases pass\n'),
    })
  })

  test('writes no file where nothing changes', async () => {
    const { here, folder } = scratch(packWith({ 'x.yaml': NEW }))
    const before = statSync(`${folder}/${SUITE}`)
    const { code, out } = await here(['test', '--update'])
    expect({ code, out }).toEqual({
      code: 0,
      out: `✓ ${SUITE}  2 passed\nall 2 cases pass; no expectation rewritten\n`,
    })
    const after = statSync(`${folder}/${SUITE}`)
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs])
  })

  test('leaves what is for a person to judge, says so, and ends with 1', async () => {
    const { here, read } = scratch(packWith({ 'x.yaml': FAILING }))
    const { code, out } = await here(['test', '--update'])
    const said = out.replace(/\s+/g, ' ')
    expect(code).toBe(1)
    expect(said).toContain('left `not_reasons` says what must never be')
    expect(said).toContain('left its record does not read as it is given')
    expect(out).toMatch(/\n2 of 10 cases fail; 10 expectations of 6 cases rewritten in 1 file\n$/)
    expect(read(SUITE)).toContain('    expect:\n      decision: not_eligible\n      reasons: []\n')
    const again = await here(['test', '--update'])
    expect({ code: again.code, last: again.out.trimEnd().split('\n').pop() }).toEqual({
      code: 1,
      last: '2 of 10 cases fail; no expectation rewritten',
    })
  })

  test('a member that several cases share is said with its line', async () => {
    const table = `${SOUND}cases:
  - name: rich
    like: sound
    expect: { decision: register }
    rows: [{ name: a }, { name: b, given: { wage_income: 9000 } }]
`
    const { here, read } = scratch(packWith({ 'x.yaml': table }))
    const { code, out } = await here(['test', '--update'])
    expect(code).toBe(0)
    expect(out.match(/^ {2}Decision is at line 12, for 2 cases\.$/gm)).toHaveLength(2)
    expect(read(SUITE)).toBe(table.replace('decision: register', 'decision: not_eligible'))
  })

  test('with --filter rewrites the cases that are named, and no other with them', async () => {
    const table = `${SOUND}cases:
  - name: rich
    like: sound
    expect: { decision: register }
    rows:
      - { name: first }
      - { name: second }
`
    const { here, read } = scratch(
      packWith({ 'x.yaml': table, 'y.yaml': 'cases: [{ name: y, expect: { decision: exit } }]' }),
    )
    const { code, out } = await here(['test', '--update', '--filter', 'second'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /\n1 case passes; 2 cases left out by --filter; 1 expectation of 1 case rewritten in 1 file\n$/,
    )
    expect(read(SUITE)).toBe(
      table.replace('{ name: second }', '{ name: second, expect: { decision: not_eligible } }'),
    )
    expect(read('rules/mine/tests/y.yaml')).toContain('decision: exit')
  })

  test.each([
    [
      'json',
      /"update":\{"rewritten":\[\{"file":"rules\/mine\/tests\/x\.yaml","line":12,"name":"below the line","members":\[\{"of":"decision","was":"not_eligible","now":"register","line":12,"cases":1\},\{"of":"reasons","was":\[\],"now":\["income"\],"line":12,"cases":1\}\]\}\],"left":\[\]\}/,
    ],
    [
      'markdown',
      /## below the line \(rules\/mine\/tests\/x\.yaml:12\)\n\n\| +\| was \| now \|[\s\S]*\n\nRead each change before you commit it/,
    ],
    ['junit', /tests="2" failures="0"/],
    ['github', /^all 2 cases pass; 2 expectations of 1 case rewritten in 1 file$/m],
  ])(
    '-f %s tells of the cases as they stand afterwards, and the changes on stderr where it does not show them',
    async (format, pattern) => {
      const { here, read } = scratch(packWith({ 'x.yaml': OLD }))
      const { code, out, err } = await here(['test', '--update', '-f', format])
      expect(code).toBe(0)
      expect(out).toMatch(pattern)
      const told = `${SUITE}:12 below the line: decision not_eligible → register; reasons none → income\n`
      expect(err.startsWith(told)).toBe(format !== 'markdown')
      expect(read(SUITE)).toBe(NEW)
      const quiet = scratch(packWith({ 'x.yaml': OLD }))
      expect((await quiet.here(['test', '--update', '-f', format, '-q'])).err).toBe('')
      expect(quiet.read(SUITE)).toBe(NEW)
    },
  )

  test('-q still shows in the table what changes; a report has it too', async () => {
    const { here, read } = scratch(packWith({ 'x.yaml': OLD }))
    const { out } = await here(['test', '--update', '-q', '--report', 'json=a.json'])
    expect(out).toContain('~ below the line')
    expect(out).not.toContain('2 passed')
    expect(JSON.parse(read('a.json'))).toMatchObject({ passed: 2, update: { rewritten: [{ line: 12 }] } })
  })

  test.each(['interpret', 'compiled'])('--engine %s rewrites the same', async (engine) => {
    const { here, read } = scratch(packWith({ 'x.yaml': OLD }))
    expect((await here(['test', '--update', '--engine', engine])).code).toBe(0)
    expect(read(SUITE)).toBe(NEW)
  })
})

describe('tpa test --update never', () => {
  test.each([
    [['--coverage'], '--update and --coverage exclude each other', 'measure once somebody has read'],
    [['--coverage-min', '0'], '--update and --coverage exclude each other', 'measure once somebody has read'],
    [['--mutate'], '--update and --mutate exclude each other', 'measure once somebody has read'],
    [['--fail-fast'], '--update and --fail-fast exclude each other', 'name them with `--filter`'],
    [['--report', `json=${SUITE}`], 'this is a file of test cases that is read', 'name another file'],
  ])('goes with %j', async (flags, message, help) => {
    const { here, read } = scratch(packWith({ 'x.yaml': OLD }))
    const { code, out, err } = await here(['test', '--update', ...flags])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.replace(/\s+/g, ' ')).toContain(message)
    expect(err.replace(/\s+/g, ' ')).toContain(help)
    expect(read(SUITE)).toBe(OLD)
  })

  test.each(['true', '1', 'false'])('runs where CI is %s', (value) => {
    const { tpa, read } = scratch(packWith({ 'x.yaml': OLD }))
    const { code, out, err } = tpa(['test', '--update'], { env: { CI: value } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('`--update` rewrites files of cases, and `CI` is set')
    expect(read(SUITE)).toBe(OLD)
  })

  test('writes one file and not another: bytes that are no UTF-8 would be lost', async () => {
    const latin = Buffer.from(
      'cases:\n  - { name: pay\u00e9, like: sound, expect: { decision: exit } }\n',
      'latin1',
    )
    const { here, folder, read } = scratch(packWith({ 'x.yaml': OLD, 'y.yaml': latin }))
    const { code, out, err } = await here(['test', '--update'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.replace(/\s+/g, ' ')).toContain('y.yaml`: it is not UTF-8, or has changed since it was read')
    expect(read(SUITE)).toBe(OLD)
    expect(readFileSync(`${folder}/rules/mine/tests/y.yaml`).equals(latin)).toBe(true)
  })

  test('touches cases that cannot be read; the other packs are rewritten', async () => {
    const { here, read } = scratch({
      ...packWith({ 'x.yaml': OLD }),
      ...packWith({ 'x.yaml': FAULTY }, EXAMPLE_PACK, 'faulty'),
    })
    const { code, out } = await here(['test', '--update'])
    expect(code).toBe(1)
    expect(out).toMatch(
      /\nall 2 cases pass; the cases of 1 pack cannot be read; 2 expectations of 1 case rewritten in 1 file\n$/,
    )
    expect(read(SUITE)).toBe(NEW)
    expect(read('rules/faulty/tests/x.yaml')).toBe(FAULTY)
  })
})

describe('the file that is rewritten', () => {
  test('keeps its mark, its line breaks, its mode, and the link that leads to it', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const { here, folder } = scratch({
      ...packWith({}),
      'rules/mine/tests/.keep': '',
      'cases.yaml': windows(OLD),
    })
    chmodSync(`${folder}/cases.yaml`, 0o640)
    symlinkSync('../../../cases.yaml', `${folder}/${SUITE}`)
    expect((await here(['test', '--update'])).code).toBe(0)
    expect(readFileSync(`${folder}/cases.yaml`, 'utf8')).toBe(windows(NEW))
    expect(statSync(`${folder}/cases.yaml`).mode & 0o777).toBe(0o640)
    expect(lstatSync(`${folder}/${SUITE}`).isSymbolicLink()).toBe(true)
  })

  test.each([
    ['both agree', EXAMPLE_PACK, 0, NEW, '4 expectations of 2 cases rewritten in 1 file'],
    ['one comes to another end: what both agree on alone', OTHER_LINE, 1, NEW, '1 of 4 cases fails'],
  ])('may be that of two packs: %s', async (_, other, code, text, words) => {
    const { here, folder, read } = scratch({ ...packWith({ 'x.yaml': OLD }), 'rules/other/pack.yaml': other })
    symlinkSync('../mine/tests', `${folder}/rules/other/tests`)
    const run = await here(['test', '--update'])
    expect({ code: run.code, text: read(SUITE) }).toEqual({ code, text })
    expect(run.out).toContain(words)
  })

  test('may be one of tpa itself, which no other output may be', async () => {
    const { lookUpInputs, statOf } = await import('../../../src/cli/terminal/inputs.js')
    const file = fileURLToPath(new URL('../../../rules/cn-2020/tests/income.yaml', import.meta.url))
    const found = statOf(file)
    if (found === undefined) throw new Error('there is no such file')
    const reading = async (suites: readonly string[]) => lookUpInputs({ suites, packs: [], ...NO_OTHER })
    const [read, unread] = [await reading([file]), await reading([])]
    expect([
      read.reason(found, file, 'suites'),
      read.reason(found, file, null),
      unread.reason(found, file, 'suites'),
    ]).toEqual([null, 'this is a file of test cases that is read', 'this is a file of tpa itself'])
  })

  test('is left where it has changed meanwhile', async () => {
    const { folder, here, read } = scratch(packWith({ 'x.yaml': OLD }))
    const { updateCases } = await import('../../../src/cli/test/update.js')
    const { loadCases } = await import('../../../src/cli/test/load.js')
    const { lookUpInputs } = await import('../../../src/cli/terminal/inputs.js')
    const { runCase } = await import('../../../src/testing/cases/run-case.js')
    const loaded = await loadCases(`${folder}/rules/mine`)
    const inputs = await lookUpInputs({ packs: loaded.packFiles, suites: loaded.suiteFiles, ...NO_OTHER })
    const { cases, ...pack } = loaded
    const ran = [
      {
        ...pack,
        results: cases.map((each) => runCase(each)),
        notRun: [],
        measures: { coverage: null, mutation: null, gates: [] },
      },
    ]
    writeFileSync(`${folder}/${SUITE}`, `${OLD}# mine\n`)
    expect(await updateCases(ran, [loaded], inputs)).toMatchObject({
      faults: [{ code: 'unwritable-output' }],
    })
    expect(read(SUITE)).toBe(`${OLD}# mine\n`)
    expect((await here(['test'])).code).toBe(1)
  })
})
