import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { EXAMPLE_PACK } from '../../testing/example-pack.js'
import { scratch } from '../run.js'

const SURVEY = `household_id,household_size,wage_income,transfer_income,electricity,status,phone
A,2,9000,0,yes,none,1
B,2,,100,no,registered,2
=C,3,1000,2000,yes,none,3
`
const FILES = { 'a.csv': SURVEY, 'pack/pack.yaml': EXAMPLE_PACK }
interface FindingJson {
  readonly criterion: string
  readonly verdict: string
  readonly source: { readonly id: string }
  readonly because: readonly {
    readonly expression: string
    readonly observed: unknown
    readonly margin: unknown
    readonly unit: unknown
  }[]
}

const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[]

async function rows(...args: string[]) {
  const { here } = scratch(FILES)
  const { code, out } = await here(['assess', 'a.csv', '-r', 'pack', ...args])
  expect(code).toBe(0)
  return out
}

test('--long has a line for each comparison of each finding in JSON, with the same numbers', async () => {
  const long = read(await rows('-f', 'csv', '--long'))
  const records = (await rows('-f', 'ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const expected = records.flatMap(({ household_id, findings }) =>
    findings.flatMap(({ criterion, verdict, source, because }: FindingJson) => {
      return (because.length === 0 ? [null] : because).map((reason) => ({
        id: household_id,
        criterion,
        verdict,
        source: source.id,
        expression: reason?.expression ?? '',
        value: typeof reason?.observed === 'number' ? String(reason.observed) : null,
        margin: String(reason?.margin ?? ''),
        unit: reason?.unit ?? '',
      }))
    }),
  )
  expect(long.map(({ household_id = '' }) => household_id.replace(/^'/, ''))).toEqual(
    expected.map(({ id }) => id),
  )
  for (const [at, { value, id: _, ...each }] of expected.entries())
    expect(long[at]).toMatchObject({ ...each, ...(value === null ? {} : { value }) })
})

test('an open value is a range, with the gap and the column beside it', async () => {
  const long = read(await rows('-f', 'csv', '--long'))
  const open = long.find(({ household_id, criterion }) => household_id === 'B' && criterion === 'income')
  expect(open).toMatchObject({
    verdict: 'unknown',
    margin: '',
    gap: 'blank',
    column: 'wage_income',
    line: '3',
  })
  expect(open?.value).toMatch(/\.\./)
})

test('a line that is about one member says which', async () => {
  const { here } = scratch({
    'pack/pack.yaml': EXAMPLE_PACK,
    'a.yaml':
      '- { household_id: A, household_size: 2, wage_income: 1, transfer_income: 0, electricity: yes, status: none, members: [{ insured: yes }, { insured: no }] }\n',
  })
  const { out } = await here(['assess', 'a.yaml', '-r', 'pack', '-f', 'csv', '--long'])
  const medical = read(out).filter(({ criterion }) => criterion === 'medical')
  expect(medical.map(({ member, value }) => [member, value])).toEqual([['2', 'no']])
})

test('--keep and --only hold for long CSV too', async () => {
  const long = read(await rows('-f', 'csv', '--long', '--keep', 'phone', '--only', 'verify'))
  expect(new Set(long.map(({ household_id, phone }) => `${household_id} ${phone}`))).toEqual(
    new Set(['A 1', 'B 2']),
  )
})

test('long CSV of a large file is the same by both engines', async () => {
  const many = SURVEY + Array.from({ length: 8000 }, (_, at) => `H${at},2,${at},,yes,none,9\n`).join('')
  const { here } = scratch({ ...FILES, 'b.csv': many })
  const run = (engine: string) =>
    here(['assess', 'b.csv', '-r', 'pack', '-f', 'csv', '--long', '-q', '--engine', engine])
  const { out } = await run('compiled')
  expect(out).toBe((await run('interpret')).out)
  expect(read(out).length).toBeGreaterThan(8000 * 3)
})

test.each(['ndjson', 'json'])('--findings says in %s which of them are shown', async (format) => {
  const recordsOf = (text: string) =>
    format === 'json'
      ? JSON.parse(text).households
      : text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
  const shown = async (which: string) => recordsOf(await rows('-f', format, '--findings', which))
  const all = await shown('all')
  const unmet = await shown('unmet')
  const none = await shown('none')
  for (const [at, record] of all.entries()) {
    expect(record).not.toHaveProperty('findings_shown')
    const only = record.findings.filter(({ verdict }: { verdict: string }) => verdict === 'unmet')
    expect(unmet[at]).toEqual({ ...record, findings: only, findings_shown: 'unmet' })
    expect(none[at]).toEqual({ ...record, findings: [], findings_shown: 'none' })
  }
})

test('a stored result that leaves findings out is recomputed without a difference', async () => {
  const { here, write } = scratch(FILES)
  const { out } = await here(['assess', 'a.csv', '-r', 'pack', '-f', 'json', '--findings', 'unmet'])
  write('stored.json', out)
  const {
    code,
    out: told,
    err,
  } = await here(['explain', '-r', 'pack', '--record', 'stored.json', '--id', 'A'])
  expect({ code, told, err }).toMatchObject({ code: 0, err: '', told: expect.not.stringContaining('differ') })
})

test.each([
  [['--long'], '--long is about CSV, and none is written'],
  [['--findings', 'unmet', '-f', 'csv'], '--findings is about JSON, and none is written'],
  [['--findings', 'some', '-f', 'ndjson'], '`--findings` cannot be `some`'],
])('%j is refused', (args, message) => {
  const { code, err } = scratch(FILES).tpa(['assess', 'a.csv', '-r', 'pack', ...args])
  expect(code).toBe(2)
  expect(err).toContain(message)
})
