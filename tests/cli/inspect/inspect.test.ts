import { describe, expect, test } from 'vitest'
import { workbookOf, zipOf } from '../../survey/files/archive.js'
import { scratch } from '../run.js'
import { runHere } from '../run-here.js'

const MAIN = 'KEY,village,hh_size,electricity\nk1,A,2,yes\nk2,A,1,no\nk3,B,1,yes\n'
const ROSTER = 'PARENT_KEY,age\nk1,30\nk1,31\nk2,32\nk3,33\n'

describe('tpa inspect', () => {
  test('says what files are, and what to type next', async () => {
    const { folder } = scratch({ 'main.csv': MAIN, 'roster.csv': ROSTER })
    const { code, out, err } = await runHere(folder, ['inspect', 'main.csv', 'roster.csv'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`2 tables with 7 rows.
Perhaps from ODK Central or Briefcase: a column \`KEY\`, a column \`PARENT_KEY\`,
\`PARENT_KEY\` of roster.csv leads to rows of main.csv, as much speaks for
SurveyCTO.

Tables
table       is          rows  columns  read as
────────────────────────────────────────────────────────
main.csv    households     3        4  CSV, UTF-8, comma
roster.csv  members        4        2  CSV, UTF-8, comma

Keys and joins
  main.csv: \`KEY\` is filled in all 3 rows, each value once; roster.csv points at
  it
  roster.csv: \`PARENT_KEY\` is \`KEY\` of main.csv: all 4 rows find theirs;
  \`hh_size\` is the number of its rows in 3 of 3 households

Columns of main.csv (4)
column       type    filled  distinct  holds
────────────────────────────────────────────────────
KEY          id         all         3
village      text       all         2
hh_size      number     all         2  1 ×2, 2 ×1
electricity  yes/no     all         2  yes ×2, no ×1

Columns of roster.csv (2)
column      type    filled  distinct  holds
────────────────────────────────────────────────────────────────
PARENT_KEY  id         all         3
age         number     all         4  30 ×1, 31 ×1, 32 ×1, 33 ×1

Facts of cn-2020
fact              column             why
────────────────────────────────────────────────────────────────────────────────
in the proposed mapping
  village         village            a name of the fact; all 3 answers read
  electricity     electricity        a name of the fact; all 3 answers read
  household_size  hh_size            it is the number of rows of members in 3 of
                                     3 households; it has the words of
                                     \`household_size\`; all 3 answers read
  age             age of roster.csv  a name of the fact; all 4 answers read
No column speaks for province, county, township, survey_date,
registration_status (taken as none), wage_income, business_income,
property_income, transfer_income, business_expense, income_per_capita,
earmarked_grants, food_secure, clothing_secure, insured_members, housing_grade,
housing_remedy (taken as none), water_minutes, water_shortage,
water_quality_safe, school_age_children, school_age_enrolled, risk (taken as
no), main_cause, net_income (worked out from others), member_id, head,
birth_date, in_school, school_exempt, completed_grade_9, insured.

Next
  tpa inspect main.csv roster.csv --write mapping.yaml
  tpa assess main.csv roster.csv -m mapping.yaml
`)
  })

  test('writes a mapping that an assessment takes', () => {
    const { tpa, read, files } = scratch({ 'main.csv': MAIN, 'roster.csv': ROSTER })
    const { code, out } = tpa(['inspect', 'main.csv', 'roster.csv', '--write', 'mapping.yaml'])
    expect(code).toBe(0)
    expect(out).toContain('mapping.yaml is written')
    expect(out.trimEnd().split('\n').at(-1)).toBe('  tpa assess main.csv roster.csv -m mapping.yaml')
    expect(read('mapping.yaml')).toContain('\n  key: KEY\n')
    expect(files()).toEqual(['main.csv', 'mapping.yaml', 'roster.csv'])
    const assessed = tpa(['assess', 'main.csv', 'roster.csv', '-m', 'mapping.yaml'])
    expect(assessed.code).toBe(0)
    expect(assessed.out).toContain('3 households with 4 persons')
  })

  test('never writes over a mapping that somebody may have reviewed, unless it is told to', () => {
    const { tpa, read } = scratch({ 'main.csv': MAIN, 'mapping.yaml': 'reviewed' })
    const args = ['inspect', 'main.csv', '--write', 'mapping.yaml']
    const { code, out, err } = tpa(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('error[unwritable-output]  `--write mapping.yaml`: the file is there already')
    expect(err).toContain('--force')
    expect(read('mapping.yaml')).toBe('reviewed')
    expect(tpa([...args, '--force']).code).toBe(0)
    expect(read('mapping.yaml')).toContain('key: KEY')
  })

  test.each([
    ['a file that is read', ['--write', 'main.csv', '--force'], 'this is a file that is read'],
    ['a folder that is not there', ['--write', 'no/mapping.yaml'], 'there is no folder `no`'],
    ['the file of the result', ['--write', 'x', '-o', 'x'], 'two reports cannot go to one file'],
  ])('does not write to %s', async (_, args, message) => {
    const { folder, read, files } = scratch({ 'main.csv': MAIN })
    const { code, err } = await runHere(folder, ['inspect', 'main.csv', ...args])
    expect({ code, main: read('main.csv'), files: files() }).toEqual({
      code: 2,
      main: MAIN,
      files: ['main.csv'],
    })
    expect(err).toContain(message)
  })

  test('lists what cannot be read with why, and reads the rest', async () => {
    const { folder } = scratch({ 'in/main.csv': MAIN, 'in/notes.docx': 'x', 'in/empty.csv': '' })
    const { code, out } = await runHere(folder, ['inspect', 'in', '-f', 'json'])
    expect(code).toBe(0)
    const { tables, unreadable, decisions } = JSON.parse(out)
    expect(tables.map(({ table }: { table: string }) => table)).toEqual(['in/main.csv'])
    expect(
      unreadable.map(({ file, faults }: { file: string; faults: { code: string }[] }) => [
        file,
        faults[0]?.code,
      ]),
    ).toEqual([
      ['in/empty.csv', 'empty-file'],
      ['in/notes.docx', 'not-text'],
    ])
    expect(decisions).toContain('whether in/empty.csv is needed: it cannot be read')
  })

  test('where nothing can be read, says why and exits 2', async () => {
    const { folder } = scratch({ 'a.csv': '' })
    const { code, out, err } = await runHere(folder, ['inspect', 'a.csv', 'gone.csv'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('error[empty-file]')
    expect(err).toContain('error[missing-file]')
  })

  test.each([
    ['a workbook without a sheet', 'a.xlsx', workbookOf({ sheets: [] })],
    ['an archive of nothing', 'a.zip', zipOf([])],
  ])('of %s it says that there is nothing in it', async (_, name, bytes) => {
    const { folder } = scratch({ [name]: bytes })
    const { code, out, err } = await runHere(folder, ['inspect', name, '-f', 'json'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(new RegExp(`^${name}  error\\[`))
  })

  test('reads stdin', () => {
    const { tpa } = scratch()
    const { code, out } = tpa(['inspect', '-'], { input: MAIN })
    expect(code).toBe(0)
    expect(out).toContain('1 table with 3 rows.')
  })

  test('lists are inspected, and need no mapping', async () => {
    const { folder } = scratch({
      'list.yaml': '- household_id: A\n  electricity: yes\n  members:\n    - { age: 3 }\n    - { age: 4 }\n',
    })
    const { code, out } = await runHere(folder, ['inspect', 'list.yaml'])
    expect(code).toBe(0)
    expect(out).toContain('members.age')
    expect(out.trimEnd().split('\n').at(-1)).toBe('  tpa assess list.yaml')
    const written = await runHere(folder, ['inspect', 'list.yaml', '--write', 'm.yaml'])
    expect(written.code).toBe(2)
    expect(written.err).toContain('no mapping is written')
  })

  test('a title and a header of two rows are found out, said, and declared in the mapping', async () => {
    const { folder, read } = scratch({
      'list.csv': '表1,,\nhousehold_id,住房,\n,村,通电\nA,丹阳,是\nB,丹阳,否\n',
    })
    const { code, out } = await runHere(folder, ['inspect', 'list.csv', '--write', 'm.yaml'])
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain('1 title row, header of 2 rows')
    expect(read('m.yaml')).toContain('  title_rows: 1\n  header_rows: 2\n')
    expect((await runHere(folder, ['assess', 'list.csv', '-m', 'm.yaml'])).code).toBe(0)
  })

  test('what flags say of the files is declared in the mapping too', async () => {
    const { folder, read } = scratch({ 'main.csv': Buffer.from('KEY|village\nk1|\xe9t\xe9\n', 'latin1') })
    const flags = ['--encoding', 'latin1', '--delimiter', '|']
    expect((await runHere(folder, ['inspect', 'main.csv', ...flags, '--write', 'm.yaml'])).code).toBe(0)
    expect(read('m.yaml')).toContain('  encoding: windows-1252\n  delimiter: "|"\n')
  })

  test('shows the columns that matter of a wide table, and all of them with --columns', async () => {
    const headers = Array.from({ length: 300 }, (_, at) => `q${at}x`)
    const row = headers.map(() => '7').join(',')
    const { folder } = scratch({ 'wide.csv': `KEY,${headers.join(',')},village\nk1,${row},A\nk2,${row},B\n` })
    const some = (await runHere(folder, ['inspect', 'wide.csv'])).out
    expect(some).toContain('Columns of wide.csv (10 of 302, what matters first)')
    expect(some).toContain('292 more; `--columns` shows every column')
    expect(some).toMatch(/^village +/m)
    expect(some.split('\n').length).toBeLessThan(60)
    const all = (await runHere(folder, ['inspect', 'wide.csv', '--columns'])).out
    expect(headers.filter((header) => !all.includes(`${header} `))).toEqual([])
  })

  test('no line is wider than the terminal, but for commands to copy', async () => {
    const { folder } = scratch({ 'main.csv': MAIN, 'roster.csv': ROSTER })
    const { out } = await runHere(folder, ['inspect', 'main.csv', 'roster.csv'])
    expect(out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  tpa '))).toEqual([])
  })

  test('names in a command to copy are quoted where a shell needs it', async () => {
    const { folder } = scratch({ "my 'file'.csv": MAIN })
    const { out } = await runHere(folder, ['inspect', "my 'file'.csv"])
    expect(out).toContain("tpa inspect 'my '\\''file'\\''.csv' --write mapping.yaml")
  })

  test('for another pack, its facts and its word for records', async () => {
    const { folder, read } = scratch({ 'villages.csv': 'village_id,households_total\nv1,100\nv2,90\n' })
    const args = ['inspect', 'villages.csv', '--rules', 'cn-village-exit', '--write', 'm.yaml']
    const { code, out } = await runHere(folder, args)
    expect(code).toBe(0)
    expect(out).toContain('--rules cn-village-exit -m m.yaml')
    expect(read('m.yaml')).toContain('\nvillages:\n')
  })
})
