import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsAsync } from '../../engine/random/runs.js'
import { scratch } from '../run.js'
import { runHere } from '../run-here.js'

/** Cells of each column, right ones and all sorts of wrong ones. */
const CELLS: { readonly [column: string]: readonly string[] } = {
  village: ['East', 'West', ''],
  survey_date: ['2020-06-01', '5/2/2020', '17-Nov-16', '', '2020-02-30'],
  household_size: ['1', '2', '3', '0', '2.5', '', '1..2', '2..3'],
  net_income: ['9000', '100', '0', '', '999', '999', '"1,250"', 'x', '-5', '90..9500', '9000..', '5..1'],
  income_per_capita: ['4500', '4600', '', '50'],
  business_income: ['0', '5', ''],
  business_expense: ['0', '', '3'],
  food_secure: ['yes', 'no', '', 'maybe', '1', '2'],
  insured_members: ['0', '1', '2', '5', ''],
  housing_grade: ['A', 'D', 'E', ''],
}

const ids = ['', 'H1', 'H2', '4.40981E+17', ...Array.from({ length: 12 }, (_, at) => `K${at}`)]
const cells = fc.tuple(...Object.values(CELLS).map((each) => fc.constantFrom(...each)))
const tooMany = fc.constantFrom('', '', '', '', '', ',extra')

const table = (header: string, lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`

/** Tables of households with gaps, slips, ids that repeat and rows that cannot be read. */
const households = fc
  .array(fc.tuple(fc.constantFrom(...ids), cells, tooMany), { minLength: 1, maxLength: 30 })
  .map((rows) =>
    table(
      `household_id,${Object.keys(CELLS).join(',')}`,
      rows.map(([id, own, more]) => `${id},${own.join(',')}${more}`),
    ),
  )

const persons = fc
  .array(
    fc.tuple(
      fc.constantFrom('', 'H1', 'zz', 'K0', 'K1', 'K2', 'K3', 'K4'),
      fc.constantFrom('', ...Array.from({ length: 15 }, (_, at) => `P${at}`)),
      fc.constantFrom('9', '12', '300', '', 'old', '8..20', '3..1'),
      fc.constantFrom('yes', 'no', '', 'sometimes'),
      tooMany,
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) =>
    table(
      'hh,pid,years,school',
      rows.map(([key, person, age, school, more]) => `${key},${person},${age},${school}${more}`),
    ),
  )

const MAPPING = `
mapping: 1
households: { file: main.csv, key: household_id, match: names }
rosters:
  - { file: persons.csv, key: hh, person: pid, facts: { age: years, in_school: school, member_id: pid } }
`

const DETAILS = `${MAPPING.trimEnd()}
  - { file: more.csv, key: hh, person: pid, role: details, facts: { in_school: school, school_exempt: exempt } }
`

const BY_PERSON = `
mapping: 1
households:
  one_row_per: person
  key: hh
  person: pid
  facts: {}
`

interface Told {
  readonly code: string
  readonly file: string | null
  readonly field: string | null
}

/** How often each code was told of each column, in an order of its own. */
function sums<Each extends Told>(told: readonly Each[], count: (each: Each) => number): string[] {
  const found = new Map<string, number>()
  for (const each of told) {
    const key = `${each.code} ${each.file ?? ''} ${each.field ?? ''}`.trim()
    found.set(key, (found.get(key) ?? 0) + count(each))
  }
  return [...found].map(([key, sum]) => `${key}: ${sum}`).sort()
}

interface Diagnostic {
  readonly code: string
  readonly at: { readonly file: string; readonly field?: string | null } | null
  readonly repeats: { readonly count: number } | null
}

/** What `tpa assess` says, without what only somebody who decides can say; held rows as what they are. */
function assessed(out: string): string[] {
  const { diagnostics, held } = JSON.parse(out)
  const told = diagnostics
    .filter(({ code }: Diagnostic) => code !== 'absent-columns')
    .map(({ code, at, repeats }: Diagnostic) => ({
      code,
      file: at?.file ?? null,
      field: at?.field ?? null,
      count: 1 + (repeats?.count ?? 0),
    }))
  const rows = held.map(({ file }: { file: string }) => ({
    code: 'duplicate-id',
    file,
    field: file === 'persons-only.csv' ? 'hh' : 'household_id',
    count: 1,
  }))
  return sums<Told & { count: number }>([...told, ...rows], ({ count }) => count)
}

test.each([
  ['by the names of columns', ['main.csv']],
  ['with a roster', ['main.csv', 'persons.csv', '-m', 'mapping.yaml']],
  ['with details of members', ['main.csv', 'persons.csv', 'more.csv', '-m', 'details.yaml']],
  ['with one row a person', ['persons-only.csv', '-m', 'by-person.yaml']],
])('assess and validate find the same %s', async (_, args) => {
  const { folder, read, write } = scratch({
    'mapping.yaml': MAPPING,
    'by-person.yaml': BY_PERSON,
    'details.yaml': DETAILS,
  })
  let compared = 0
  await holdsAsync(
    fc.asyncProperty(households, persons, persons, async (main, members, more) => {
      const details = more.replaceAll('years', 'exempt')
      write('main.csv', main)
      write('persons.csv', members)
      write('persons-only.csv', members)
      write('more.csv', details)
      const json = ['-f', 'json', '-q']
      const judged = await runHere(folder, ['assess', ...args, ...json])
      const checked = await runHere(folder, ['validate', ...args, ...json, '--report', 'csv=all.csv'])
      expect(checked.code === 2).toBe(judged.code === 2)
      if (checked.code === 2) {
        expect(checked.err).toBe(judged.err)
        return
      }
      compared += 1
      const result = JSON.parse(checked.out)
      expect(sums<Told & { count: number }>(result.findings, ({ count }) => count)).toEqual(
        assessed(judged.out),
      )
      const { ledger, rosters } = JSON.parse(judged.out)
      expect({ ledger: result.ledger, rosters: result.rosters }).toEqual({ ledger, rosters })
      const streamed = parse<Told>(read('all.csv'), { columns: true })
      expect(sums(streamed, () => 1)).toEqual(
        sums<Told & { count: number }>(result.findings, ({ count }) => count),
      )
    }),
    30,
  )
  expect(compared).toBeGreaterThan(10)
})
