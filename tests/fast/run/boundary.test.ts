import { describe, expect, it } from 'vitest'
import { decimal } from '../../../src/base/decimal.js'
import { households } from '../../cli/run.js'
import { folderOf } from '../../survey/files/open.js'
import { shippedPack } from '../read/packs.js'
import { type Asked, assessHere, sameRun } from './assess-here.js'

type Cells = { readonly [column: string]: string }

/** A text of fen as a person writes yuan: 400001 as `4000.01`. */
const yuan = (fen: bigint): string => decimal(fen.toString()).div(100).toFixed(2)

const judged = (rows: readonly Cells[], rules: string, asked: Partial<Asked> = {}) =>
  judgedText(households(...rows.map((cells, at) => ({ household_id: `H-${at}`, ...cells }))), rules, asked)

/** Judges by bytes what the interpreter judges, and says how many were plain. */
async function judgedText(text: string, rules: string, asked: Partial<Asked> = {}) {
  const pack = await shippedPack(rules)
  const folder = folderOf({ 'a.csv': text })
  const all = { ...asked, files: ['a.csv'], output: 'out.csv', reports: ['table=all.txt'] }
  const expected = await assessHere(folder, pack, all, null)
  const found = await assessHere(folder, pack, all, { threads: 1, size: 1 << 16 })
  sameRun(expected, found, rules)
  expect(found.byBytes).toBe(true)
  const decisions = found.written['out.csv']
    ?.split('\n')
    .slice(1, -1)
    .map((line) => line.split(',')[1])
  return { ...found, decisions: new Set(decisions) }
}

const SIZES = Array.from({ length: 30 }, (_, at) => at + 1)

/** What a household of so many may have, fen by fen around a line. */
const around = (line: number, size: number): string[] =>
  [-2, -1, 0, 1, 2].map((fen) => yuan(BigInt(line * size * 100 + fen)))

const sized = (size: number): Cells => ({
  household_size: String(size),
  insured_members: String(size),
  risk: 'yes',
})

describe('incomes around a line, read as bytes', () => {
  it.each(['cn-2020', 'cn-2020-income-first', 'cn-guizhou-monitoring'])(
    'are judged fen by fen as the interpreter does, for up to 30 persons: %s',
    async (rules) => {
      const rows = [4000, 6000].flatMap((line) =>
        SIZES.flatMap((size) => around(line, size).map((net_income) => ({ ...sized(size), net_income }))),
      )
      const { compiled, decisions } = await judged(rows, rules, { asOf: '2020-12-31' })
      expect(compiled).toBe(2 * 30 * 5)
      expect(decisions.size).toBeGreaterThan(1)
    },
  )

  it('are judged alike where only a figure per head is known, which is a yuan off at most', async () => {
    const lines = [-2, -1, 0, 1, 2].flatMap((off) =>
      SIZES.flatMap((size) => around(4000 + off, 1).map((head) => `${size},${size},yes,${head}`)),
    )
    const header = 'household_id,household_size,insured_members,risk,income_per_capita'
    const text = [header, ...lines.map((line, at) => `H-${at},${line}`)].join('\n')
    expect(await judgedText(text, 'cn-2020')).toMatchObject({ compiled: lines.length, interpreted: 0 })
  })

  it('are judged alike where they stand in parts, of which one is taken off', async () => {
    const lines = SIZES.flatMap((size) =>
      around(4000, size).map((wage) => `${size},yes,${wage},0,0.01,0.02,0.03`),
    )
    const header =
      'household_id,household_size,risk,wage_income,business_income,property_income,transfer_income,business_expense'
    const text = [header, ...lines.map((line, at) => `H-${at},${line}`)].join('\n')
    expect(await judgedText(text, 'cn-2020')).toMatchObject({ compiled: lines.length, interpreted: 0 })
  })

  it('are exact up to 10^12 fen and below 0, in sum and per head', async () => {
    const figures = [0n, 1n, 5n, 6n, 135n, 1_234_567n, 99_999_999_999n, 999_999_999_999n, 1_000_000_000_000n]
    const rows = [1, 3, 7, 12, 13, 29, 30].flatMap((size) =>
      figures.flatMap((fen) =>
        [1n, BigInt(size), BigInt(2 * size + 1)].flatMap((times) =>
          [fen * times, -fen * times].map((sum) => ({ ...sized(size), net_income: yuan(sum) })),
        ),
      ),
    )
    const { compiled, interpreted, err } = await judged(rows, 'cn-2020')
    // A few yuan a head are not believed, which the interpreter says.
    const doubted = rows.filter((row: Cells) => {
      const income = Number(row.net_income)
      return income > 0 && income < 10 * Number(row.household_size)
    }).length
    expect(doubted).toBeGreaterThan(20)
    expect({ compiled, interpreted }).toEqual({ compiled: rows.length - doubted, interpreted: doubted })
    expect(err).toContain('net income per head is very high')
  })

  it('go to the interpreter where they are longer', async () => {
    const rows = [
      '9999999999999.99',
      '99999999999999.99',
      '123456789012345',
      '0.001',
      '-0.0001',
      '1e13',
      '-0',
    ].map((net_income) => ({ net_income }))
    const { compiled, interpreted } = await judged(rows, 'cn-2020')
    expect(compiled + interpreted).toBe(rows.length)
    expect(interpreted).toBeGreaterThan(0)
  })

  it('are judged by the line of the day of each record', async () => {
    const days = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].flatMap((year) => [
      `${year}-01-01`,
      `${year}-12-31`,
    ])
    const rows = [2800, 2968, 3146, 3335, 3535, 3747, 4000].flatMap((line) =>
      days.flatMap((survey_date) =>
        around(line, 3).map((net_income) => ({ ...sized(3), survey_date, net_income })),
      ),
    )
    const { compiled } = await judged(rows, 'cn-2020')
    expect(compiled).toBe(rows.length)
  })
})

describe('persons', () => {
  it('are added exactly, however large the sizes and their sum', async () => {
    const sizes = [1, 2 ** 24, 2 ** 24 + 1, 123_456_789_012_345, 99_999_999_999_997, 2 ** 31, 4]
    const rows = Array.from({ length: 300 }, (_, at) => `V-${1000 + at},3,${sizes[at % sizes.length]},west`)
    const text = `village_id,poor_persons,rural_persons,region\n${rows.join('\n')}\n`
    const { compiled, written } = await judgedText(text, 'cn-village-exit')
    expect(compiled).toBeGreaterThan(200)
    const sum = rows.reduce((all, row) => all + BigInt(row.split(',')[2] ?? ''), 0n)
    expect(sum).toBeGreaterThan(2n ** 53n)
    expect(written['all.txt']?.replaceAll(',', '')).toContain(`${sum} persons`)
  })
})
