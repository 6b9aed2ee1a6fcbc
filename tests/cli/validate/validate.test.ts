import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { FINDING_CODES } from '../../../src/cli/validate/plan.js'
import { households, manyHouseholds, type Run, scratch } from '../run.js'
import { runHere } from '../run-here.js'

/** A village with one of each: a ragged row, one without an id, one id twice, cells that do not read, a check that fires. */
const SLIPS = `${households(
  { household_id: 'A' },
  { household_id: 'B', net_income: 'x', village: 'East' },
  { household_id: 'C', net_income: '', village: 'East' },
  { household_id: 'D', insured_members: '9' },
  { household_id: '', village: 'East' },
  { household_id: 'E' },
  { household_id: 'E', net_income: 'y' },
)}F,Danyang\n`

const MAIN = 'KEY,size,wage,enumerator\na,2,100,Li\nb,1,x,Li\nc,3,5,Wu\nd,1,5,Wu\n,1,5,Wu\n'
const PERSONS =
  'PARENT_KEY,pid,age,school\na,1,12,yes\na,2,300,maybe\nzz,9,1,no\n,10,1,no\nc,5,50,no\nc,6,50\nb,7,3,no\n'
const MAPPING = `
mapping: 1
households: { file: main.csv, key: KEY, facts: { household_size: size, wage_income: wage } }
rosters:
  - { file: persons.csv, key: PARENT_KEY, person: pid, facts: { age: age, in_school: school, member_id: pid } }
`
const EXPORT = { 'main.csv': MAIN, 'persons.csv': PERSONS, 'm.yaml': MAPPING }
const ROSTER = ['main.csv', 'persons.csv', '-m', 'm.yaml']

const validate = (files: { readonly [name: string]: string }, ...args: string[]): Promise<Run> =>
  runHere(scratch(files).folder, ['validate', ...args])

const json = async (files: { readonly [name: string]: string }, ...args: string[]) =>
  JSON.parse((await validate(files, ...args, '-f', 'json', '-q')).out)

describe('the report', () => {
  test.each([
    ['table', 'validate.txt'],
    ['markdown', 'validate.md'],
    ['github', 'validate-github.txt'],
    ['csv', 'validate.csv'],
    ['json', 'validate.json'],
  ])('as %s is what the golden file says', async (format, golden) => {
    const { code, out } = await validate({ 'a.csv': SLIPS }, 'a.csv', '-f', format, '--by', 'village')
    expect(code).toBe(1)
    await expect(out).toMatchFileSnapshot(`golden/${golden}`)
  })

  test('of an export with a roster is what the golden file says', async () => {
    const { out } = await validate(EXPORT, ...ROSTER, '--by', 'enumerator')
    await expect(out).toMatchFileSnapshot('golden/validate-roster.txt')
  })

  test('says that there is nothing to mend, and shows no list of it', async () => {
    const { code, out, err } = await validate({ 'a.csv': households({}) }, 'a.csv')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('no error, no warning.')
    expect(out).toContain('Nothing to fix in any household.')
    expect(out).not.toContain('gravest')
  })

  test('goes by the severity first, then by how much is touched', async () => {
    const { findings } = await json({ 'a.csv': SLIPS }, 'a.csv')
    expect(
      findings.map((each: { severity: string; code: string; count: number }) => [
        each.severity,
        each.code,
        each.count,
      ]),
    ).toEqual([
      ['error', 'missing-id', 1],
      ['error', 'ragged-row', 1],
      ['warning', 'duplicate-id', 2],
      ['warning', 'invalid-number', 1],
      ['warning', 'check', 1],
    ])
  })

  test('counts what is told once of a column by its cells', async () => {
    const rows = [...Array(20).keys()].map((n) => ({
      household_id: `K${n}`,
      net_income: n < 6 ? '999' : '9000',
    }))
    const { findings } = await json({ 'a.csv': households(...rows) }, 'a.csv')
    expect(findings).toMatchObject([{ code: 'missing-code', count: 1, cells: 6, of: 20, share: 0.3 }])
  })

  test('is about columns: what they hold, and why the rest holds nothing', async () => {
    const { columns, absent } = await json({ 'a.csv': SLIPS }, 'a.csv')
    const of = (name: string) => columns.find(({ field }: { field: string }) => field === name)
    expect(of('net_income')).toMatchObject({
      file: 'a.csv',
      fact: 'net_income',
      of: 'records',
      rows: 4,
      filled: 2,
      share: 0.5,
      gaps: { invalid: { count: 1, lines: [3] }, blank: { count: 1, lines: [4] } },
    })
    expect(of('insured_members').gaps).toEqual({ suspect: { count: 1, lines: [5] } })
    expect(absent[0].facts).toContain('wage_income')
  })

  test('puts facts of members into their own file', async () => {
    const { columns, rosters, findings } = await json(EXPORT, ...ROSTER)
    expect(rosters).toMatchObject([{ read: 7, joined: 4, orphaned: 2, rejected: 1 }])
    expect(columns).toContainEqual(
      expect.objectContaining({ file: 'persons.csv', field: 'age', fact: 'members.age', of: 'members' }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'orphan-member', severity: 'error', count: 2, of: 7, lines: [4, 5] }),
    )
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'no-members', file: 'main.csv', lines: [5] }),
    )
  })
})

describe('csv', () => {
  test('has a row for every single finding, never capped, in the order of the file', async () => {
    const rows = [...Array(500).keys()].map((n) => ({ household_id: `K${n}`, net_income: 'x' }))
    const { out } = await validate({ 'a.csv': households(...rows) }, 'a.csv', '-f', 'csv')
    const lines = parse<{ id: string; line: string; code: string }>(out, { columns: true })
    expect(lines.map(({ id, line }) => [id, line])).toEqual(rows.map((_, n) => [`K${n}`, String(n + 2)]))
    expect(new Set(lines.map(({ code }) => code))).toEqual(new Set(['invalid-number']))
  })

  test('begins no line like a command, and guards what a spreadsheet would run', async () => {
    const file = 'household_id,=evil\nA,\n'
    const { out } = await validate(
      { 'a.csv': file, '::error::.csv': file },
      'a.csv',
      '::error::.csv',
      '-f',
      'csv',
    )
    expect(out).not.toMatch(/^::/m)
    expect(out).not.toMatch(/(^|,)=/m)
  })

  test('is written for Excel where that is asked for', async () => {
    const { out } = await validate({ 'a.csv': SLIPS }, 'a.csv', '-f', 'csv', '--excel')
    expect(out).toMatch(/^\uFEFFfile,line,id/)
    expect(out).toContain('"=""E"""')
  })
})

describe('--by', () => {
  test('an input column that no rule reads: the worst first, rejected rows with the cells they have', async () => {
    const { by } = await json(EXPORT, ...ROSTER, '--by', 'enumerator')
    expect(by).toMatchObject({
      field: 'enumerator',
      groups: [
        { value: 'Li', records: 2, affected: 2, share: 1 },
        { value: 'Wu', records: 3, affected: 2, share: 0.6667 },
        { value: null, records: 3, affected: 3 },
      ],
    })
  })

  test('a place of the pack, by what it is called there', async () => {
    const { by } = await json({ 'a.csv': SLIPS.replace('village', '村') }, 'a.csv', '--by', 'village')
    expect(
      by.groups.map(({ value, records }: { value: string; records: number }) => [value, records]),
    ).toEqual([
      ['Danyang', 4],
      ['East', 2],
      [null, 2],
    ])
  })

  test('a personal fact is refused under its name and hidden under its header', async () => {
    const pack = readFileSync(
      fileURLToPath(new URL('../../../rules/cn-2020/pack.yaml', import.meta.url)),
      'utf8',
    )
    const rules = pack.replace(
      /^( {4})village:/m,
      '$1phone: { type: text, personal: true, labels: { en: Phone }, aliases: [tel] }\n$1village:',
    )
    expect(rules).not.toBe(pack)
    const files = {
      'mine/pack.yaml': rules,
      'a.csv': 'household_id,tel,net_income\nA,555,x\n,556,1\n',
    }
    const named = await validate(files, 'a.csv', '--rules', 'mine', '--by', 'phone')
    expect(named).toMatchObject({ code: 2, out: '' })
    const { out, err } = await validate(files, 'a.csv', '--rules', 'mine', '--by', 'tel')
    expect(out + err).not.toContain('555')
    expect(out + err).not.toContain('556')
    expect(out).toContain('…')
  })
})

describe('exit codes', () => {
  const clean = { 'a.csv': households({}) }
  const check = `${readFileSync(fileURLToPath(new URL('../../../rules/cn-2020/pack.yaml', import.meta.url)), 'utf8')}`
  test.each([
    ['nothing is wrong', clean, [], 0],
    ['there are warnings only', { 'a.csv': households({ net_income: 'x' }) }, [], 0],
    ['a row is rejected', { 'a.csv': SLIPS }, [], 1],
    ['rejected rows are allowed', { 'a.csv': SLIPS }, ['--allow-rejects'], 0],
    [
      'a gate of a code trips',
      { 'a.csv': households({ net_income: 'x' }) },
      ['--fail-on', 'invalid-number>0'],
      1,
    ],
    ['a gate of a code does not trip', clean, ['--fail-on', 'invalid-number>0'], 0],
    [
      'a gate of a check trips',
      { 'a.csv': SLIPS },
      ['--allow-rejects', '--fail-on', 'insured-more-than-members>0'],
      1,
    ],
    ['a gate of warnings', { 'a.csv': SLIPS }, ['--allow-rejects', '--fail-on', 'warnings>6'], 0],
    ['a gate of errors', clean, ['--fail-on', 'errors>=0'], 1],
    ['a gate of the ledger', { 'a.csv': SLIPS }, ['--allow-rejects', '--fail-on', 'duplicates>1'], 1],
    ['the file is missing', {}, [], 2],
  ])('%s', async (_, files, args, code) => {
    expect((await validate(files, 'a.csv', ...args)).code).toBe(code)
  })

  test('a check of severity error exits 1', async () => {
    const strict = check.replace(/(id: insured-more-than-members.*severity: )warning/, '$1error')
    expect(strict).not.toBe(check)
    const files = { 'mine/pack.yaml': strict, 'a.csv': households({ insured_members: '9' }) }
    expect((await validate(files, 'a.csv', '--rules', 'mine')).code).toBe(1)
  })

  test.each([
    ['just below', 'invalid>20%', 0],
    ['at', 'invalid>=20%', 1],
    ['just above', 'invalid>19.9%', 1],
  ])('percent are of the records read: %s', async (_, gate, code) => {
    const rows = [...Array(5).keys()].map((n) => ({
      household_id: `K${n}`,
      net_income: n === 0 ? 'x' : '9000',
    }))
    const run = await validate({ 'a.csv': households(...rows) }, 'a.csv', '--fail-on', gate)
    expect(run.code).toBe(code)
    if (code === 1) expect(run.err).toContain('invalid is 1 of 5 read')
  })
})

test('rejected and held rows are written as assess writes them', async () => {
  const { folder, read } = scratch({ 'a.csv': SLIPS })
  await runHere(folder, ['validate', 'a.csv', '--rejects', 'v.csv', '-q'])
  await runHere(folder, ['assess', 'a.csv', '--rejects', 'a-rejects.csv', '-q'])
  expect(read('v.csv')).toBe(read('a-rejects.csv'))
  expect(read('v.csv').split('\n')).toHaveLength(6)
})

test('GitHub gets ten annotations of a level at most, none of them written by the data, and a count of the rest', async () => {
  const bad = 'household_id,a\nA,1,::error::x\n'
  const files = Object.fromEntries([...Array(13).keys()].map((n) => [`f${n}.csv`, `${bad}H${n},1\n`]))
  const { out } = await validate({ ...files, '##[x].csv': bad }, ...Object.keys(files), '-f', 'github')
  expect(out.match(/^::error /gm)).toHaveLength(10)
  expect(out).toContain('::notice title=tpa validate::3 more kinds of errors')
  expect(out).not.toMatch(/^::error::/m)
})

test('the codes that gates know are those that documents list of data that can be read', () => {
  const text = readFileSync(
    join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs', 'diagnostics.md'),
    'utf8',
  )
  const sections = text
    .split(/^## /m)
    .filter((each) => /^(?:Reading a survey file: (?!what stops)|Judging)/.test(each))
  expect(sections).toHaveLength(4)
  const codes = sections.flatMap((each) => [...each.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code))
  // What assessing alone can say is left out; a near column is only a warning where nothing is assumed in its place.
  const wanted = [...codes.filter((code) => code !== 'absent-columns'), 'near-column']
  expect([...FINDING_CODES].sort()).toEqual(wanted.sort())
})

test('the program runs it as a person does, and stdin too', () => {
  const { tpa } = scratch({ 'a.csv': manyHouseholds(3) })
  expect(tpa(['validate', 'a.csv'])).toMatchObject({ code: 0, err: '' })
  expect(tpa(['validate', '-', '-f', 'json', '-q'], { input: manyHouseholds(3) }).out).toContain('"read":3')
})

test('a note about a whole file is a sentence below the columns, never a row of the findings', async () => {
  const rows = households({ household_id: 'A' }, { household_id: 'B' })
  const odd = rows.replace('household_id', 'diary,household_id').replaceAll(/^([AB],)/gm, 'x,$1')
  const { out } = await scratch({ 'a.csv': odd }).here(['validate', 'a.csv'])
  expect(out).not.toMatch(/What to mend|Remarks/)
  expect(out.slice(out.indexOf('\nColumns\n'))).toMatch(/cn-2020 does not use `diary`[^[]*\[unused-columns\]/)
})
