import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiledFromFacts, compiledOverSlots } from '../../bench/evaluate/compiled.js'
import { jsonRulesEngine } from '../../bench/evaluate/json-rules-engine.js'
import { plain } from '../../bench/evaluate/plain.js'
import { interpreter } from '../../bench/evaluate/tpa.js'
import { COLUMNS } from '../../bench/generate/columns.js'
import { generateFile } from '../../bench/generate/file.js'
import { PLAIN_FILE } from '../../bench/generate/rows.js'
import * as csvParse from '../../bench/peers/csv-parse.js'
import * as duckdb from '../../bench/peers/duckdb.js'
import { isInstalled } from '../../bench/ways.js'
import { OFTEN } from '../../src/compile/record-kinds.js'
import { type Scratch, scratch } from '../cli/run.js'

const HOW = 'needs `npm install --prefix bench`'
const PEERS = [
  { name: 'csv-parse with plain code', run: csvParse.run, isThere: true },
  { name: `DuckDB, ${HOW}`, run: duckdb.run, isThere: isInstalled('@duckdb/node-api') },
  {
    name: `DuckDB in one statement, ${HOW}`,
    run: duckdb.runStreaming,
    isThere: isInstalled('@duckdb/node-api'),
  },
]

/** Rows that no generated file holds: counts that cannot be, borders of the line and of half a fen, everything unknown. */
const SOUND = 'A,Tianba,2020-06-01,none,3,12000.00,0.00,0.00,0.00,0.00,yes,yes,3,A,none,20,no,yes,yes,1,1,no'
const BORDERS = [
  {},
  { insured_members: '4' },
  { school_age_children: '4', school_age_enrolled: '4' },
  { school_age_enrolled: '2' },
  { school_age_enrolled: '2', household_size: '' },
  { wage_income: '11999.99' },
  { wage_income: '11999.99', risk: 'yes' },
  { wage_income: '12000.01' },
  { wage_income: '18000.00', risk: 'yes' },
  { wage_income: '17999.99', risk: 'yes' },
  { wage_income: '17999.99', risk: '' },
  { wage_income: '17999.99', risk: '', survey_date: '2019-12-31' },
  { wage_income: '11241.00', survey_date: '2019-12-31' },
  { wage_income: '11240.99', survey_date: '2019-12-31' },
  { wage_income: '0.01', household_size: '2' },
  { wage_income: '0.00', business_expense: '0.01', household_size: '2' },
  { wage_income: '0.00', business_expense: '5000.00', household_size: '' },
  { household_size: '', insured_members: '0' },
  { water_minutes: '20.1' },
  { housing_grade: '', housing_remedy: 'renovated' },
  { housing_grade: 'C', housing_remedy: '' },
  Object.fromEntries(COLUMNS.slice(1).map((column) => [column, ''])),
]

const bordersFile = () => {
  const statuses = ['none', 'registered', 'exited', '']
  const rows = statuses.flatMap((status) => BORDERS.map((row) => ({ registration_status: status, ...row })))
  const sound = SOUND.split(',')
  const lines = rows.map((row: Record<string, string>, index) =>
    COLUMNS.map((column, at) => (at === 0 ? `B${index}` : (row[column] ?? sound[at]))).join(','),
  )
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`
}

describe.each(PEERS)('$name', ({ run, isThere }) => {
  async function compare(test: Scratch) {
    const { folder, tpa, read } = test
    expect(tpa(['assess', 'a.csv', '-q', '-o', 'tpa.csv']).code).toBe(0)
    await run(join(folder, 'a.csv'), join(folder, 'peer.csv'), 2)
    expect(read('peer.csv').split('\n')).toEqual(read('tpa.csv').split('\n'))
  }

  test.skipIf(!isThere).each([
    ['no gaps', { gaps: 0 }],
    ['the gaps of the bench', {}],
    ['many gaps', { gaps: 0.2, seed: 3 }],
  ])('writes what tpa writes: %s', async (_, change) => {
    const files = scratch()
    generateFile(join(files.folder, 'a.csv'), { ...PLAIN_FILE, rows: 2000, ...change })
    await compare(files)
  })

  test.skipIf(!isThere)('writes what tpa writes at every border', async () => {
    await compare(scratch({ 'a.csv': bordersFile() }))
  })
})

describe('evaluation alone', () => {
  const decisions = async (gaps: number) => {
    const { folder } = scratch()
    const file = join(folder, 'a.csv')
    generateFile(file, { ...PLAIN_FILE, rows: 1000, gaps })
    return { file, expected: await (await interpreter(file)).pass() }
  }

  test.each([0, 0.2])('plain code decides as tpa does, with %d gaps', async (gaps) => {
    const { file, expected } = await decisions(gaps)
    expect(expected).toHaveLength(1000)
    expect(plain(file).pass()).toEqual(expected)
  })

  test.each([0, 0.02, 0.2])('the compiled engine decides as plain code does, with %d gaps', async (gaps) => {
    const { folder } = scratch()
    const file = join(folder, 'a.csv')
    generateFile(file, { ...PLAIN_FILE, rows: 10_000, gaps })
    const expected = await plain(file).pass()
    for (const { households, pass } of [await compiledFromFacts(file), await compiledOverSlots(file)]) {
      // As often as it takes until there are functions for what the households have in common.
      for (let judged = 0; judged < 4 * OFTEN; judged += households) {
        const decided = await pass()
        // To hold long lists against each other takes longer than to judge.
        if (decided.join() !== expected.join()) expect(decided).toEqual(expected)
      }
    }
  })

  test.skipIf(!isInstalled('json-rules-engine'))(
    `json-rules-engine decides as tpa does where there are no gaps, ${HOW}`,
    async () => {
      const { file, expected } = await decisions(0)
      expect(await (await jsonRulesEngine(file)).pass()).toEqual(expected)
    },
  )
})

test('the peers that need not be there are no dependencies of tpa', () => {
  const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  const { dependencies, devDependencies } = json('../../package.json')
  const optional = Object.keys(json('../../bench/package.json').dependencies)
  expect(optional).toContain('@duckdb/node-api')
  expect(
    Object.keys({ ...dependencies, ...devDependencies }).filter((name) => optional.includes(name)),
  ).toEqual([])
})
