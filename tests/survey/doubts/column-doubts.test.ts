import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../src/lang/pack.js'
import { MISSING_CODES } from '../../../src/survey/cells/missing-codes.js'
import { PLAIN_CELLS } from '../../../src/survey/cells/options.js'
import { collectDoubts, undeclaredCodes, withDoubts } from '../../../src/survey/doubts/column-doubts.js'
import { factText, readText, recordsOf } from '../read.js'
import { samplePack } from '../sample-pack.js'

/** A file of one column beside the ids. */
const file = (name: string, cells: readonly string[]) =>
  `household_id,${name}\n${cells.map((cell, at) => `H${at},"${cell}"`).join('\n')}\n`

const many = (cell: string, count: number): string[] => Array.from({ length: count }, () => cell)
const incomes = (count: number): string[] => Array.from({ length: count }, (_, at) => `${1000 + at * 7}`)

async function readColumn(name: string, cells: readonly string[]) {
  const reading = await readText('a.csv', file(name, cells))
  const facts = recordsOf(reading).map((record) => factText(record.facts.get(name)))
  return { facts, diagnostics: reading.diagnostics }
}

describe('a number that surveys write for no answer', () => {
  it('is a gap where it stands five times and in a hundredth of the column, with one warning', async () => {
    const { facts, diagnostics } = await readColumn('wage_income', [
      ...incomes(20),
      ...many('999', 5),
      ...many('444', 6),
      '',
      '999.0',
    ])
    expect(facts.slice(18)).toEqual(['1126', '1133', ...many('gap suspect', 11), 'gap blank', 'gap suspect'])
    expect(diagnostics).toEqual([
      {
        code: 'missing-code',
        severity: 'warning',
        message: 'numbers that surveys use for no answer: `999` in 6, `444` in 6 of 32 filled cells (37.5%)',
        why: 'nothing says whether they are answers; these cells are read as unknown',
        help: 'say it in the mapping: `missing: { "999": dont_know, "444": dont_know }`, or `value` where it is a real number',
        at: { file: expect.stringContaining('a.csv'), line: 22, field: 'wage_income' },
      },
    ])
  })

  it.each([
    ['four times', 'wage_income', [...incomes(20), ...many('999', 4)]],
    ['in less than a hundredth', 'wage_income', [...incomes(496), ...many('999', 5)]],
    ['and is 0', 'wage_income', many('0', 30)],
    ['and is a loss of 1', 'income_per_capita', many('-1', 30)],
    ['and is no known code', 'wage_income', [...many('500', 30), ...many('1999', 9), ...many('9', 9)]],
    ['in a column that is neither money nor minutes', 'household_size', many('99', 30)],
  ])('is a number where it stands %s', async (_, name, cells) => {
    const { facts, diagnostics } = await readColumn(name, cells)
    expect(diagnostics).toEqual([])
    expect(facts.filter((fact) => fact.startsWith('gap'))).toEqual([])
  })

  it('is in doubt at just a hundredth', async () => {
    const { diagnostics } = await readColumn('wage_income', [...incomes(495), ...many('999', 5)])
    expect(diagnostics).toMatchObject([
      { message: 'a number that surveys use for no answer: `999` in 5 of 500 filled cells (1.0%)' },
    ])
  })

  it.each([['-88'], ['-999999999'], ['99999'], ['９９９']])(
    'may be %s, below what the fact can be too',
    async (code) => {
      const { facts, diagnostics } = await readColumn('wage_income', [...incomes(5), ...many(code, 5)])
      expect(facts.slice(5)).toEqual(many('gap suspect', 5))
      expect(diagnostics.map((each) => each.code)).toEqual(['missing-code'])
    },
  )

  it('is found in YAML and in rosters too', async () => {
    const reading = await readText(
      'a.yaml',
      many('x', 6)
        .map(
          (_, at) =>
            `- { household_id: H${at}, wage_income: 999, members: [{ age: 4, in_school: ${(at % 2) + 1} }] }`,
        )
        .join('\n'),
    )
    expect(reading.diagnostics).toMatchObject([
      { code: 'missing-code', at: { line: 1, field: 'wage_income' } },
      { code: 'suspect-column', at: { line: 2, field: 'members.in_school' } },
    ])
  })
})

it('the numbers in doubt are those that the documentation lists', () => {
  const text = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8')
  const [sentence = ''] = /The numbers of which `missing-code` speaks are .*/.exec(text) ?? []
  const positive = [...sentence.matchAll(/(?<![-\d])\d+/g)]
    .map(([code]) => code)
    .filter((code) => code !== '0')
  expect([...positive, ...positive.map((code) => `-${code}`), '-999999999'].sort()).toEqual(
    [...MISSING_CODES].sort(),
  )
})

describe('a declared column', () => {
  const declaration = columnsOf(samplePack).get('wage_income')
  const collected = collectDoubts()
  if (declaration === undefined) throw new Error('no fact')
  for (const line of [2, 3, 4, 5, 6]) collected.note('wage', declaration, '999', line)
  const doubts = collected.found().get('wage')
  if (doubts === undefined) throw new Error('nothing noted')

  it('is in no doubt about what is declared', () => {
    expect(undeclaredCodes(doubts, PLAIN_CELLS)).toEqual([{ code: '999', count: 5, line: 2 }])
    const declared = { ...PLAIN_CELLS, missing: new Map([['999', 'value']] as const) }
    expect(undeclaredCodes(doubts, declared)).toEqual([])
    expect(withDoubts(declared, doubts).suspects).toEqual(new Set())
    const byValue = { ...PLAIN_CELLS, missing: new Map([['999.0', 'refused']] as const) }
    expect(undeclaredCodes(doubts, byValue)).toEqual([])
    expect(withDoubts(PLAIN_CELLS, doubts).suspects).toEqual(new Set(['999']))
  })
})

describe('three places behind a point', () => {
  it('are in doubt beside commas between thousands', async () => {
    const { facts, diagnostics } = await readColumn('wage_income', ['6.300', '1,250', '800', '7.5'])
    expect(facts).toEqual(['gap invalid', 'gap invalid', '800', '7.5'])
    expect(diagnostics).toMatchObject([
      {
        code: 'ambiguous-number',
        message: '`6.300` may be `6.3` or `6300`',
        why: '`1,250` stands in the column too',
        repeats: { count: 1 },
      },
    ])
  })

  it.each([
    ['points between thousands', ['6.300', '1.234.567']],
    ['a decimal comma', ['6.300', '12,5']],
    ['nothing but three places, in money', ['6.300', '7.100', '2.000', '1.250', '9.999']],
  ])('are in doubt beside %s', async (_, cells) => {
    const { facts, diagnostics } = await readColumn('wage_income', cells)
    expect(facts[0]).toBe('gap invalid')
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['ambiguous-number']))
  })

  it.each([
    ['alone', 'wage_income', ['6.300', '800']],
    ['beside other places', 'wage_income', ['6.300', '7.100', '2.000', '1.250', '9.999', '1.5']],
    ['where they cannot be groups', 'wage_income', ['6300.125', '0.250', '1.5', 'about 1,250']],
    ['in a column that is no money', 'water_minutes', ['6.300', '7.100', '2.000', '1.250', '9.999']],
  ])('read as they stand %s', async (_, name, cells) => {
    const { diagnostics } = await readColumn(name, cells)
    expect(diagnostics.filter(({ code }) => code === 'ambiguous-number')).toEqual([])
  })
})

describe('yes/no columns', () => {
  it('tell what they hold where a cell does not read', async () => {
    const { diagnostics } = await readColumn('risk', ['Yego (Yes)', 'Oya (No)', 'yes', 'Oya (No)'])
    expect(diagnostics).toMatchObject([
      {
        code: 'invalid-yes-no',
        message: '`Yego (Yes)` is neither yes nor no',
        why: 'the column holds `Yego (Yes)`, `Oya (No)`, `yes`',
        repeats: { count: 2 },
      },
    ])
  })
})

describe('ids', () => {
  it('are unwrapped, and destroyed ones are rejected', async () => {
    const rows = ['"=""0012""",1', "'0013,2", '0014\t,3', '4.40981E+17,4', '4.40981E+17,5']
    const reading = await readText('a.csv', `household_id,wage_income\n${rows.join('\n')}\n`)
    expect(recordsOf(reading).map(({ id }) => id)).toEqual(['0012', '0013', '0014'])
    expect(reading.rows.filter(({ kind }) => kind === 'rejected')).toMatchObject([
      { code: 'destroyed-id', line: 5, field: 'household_id' },
      { code: 'destroyed-id', line: 6 },
    ])
    expect(reading.ledger).toMatchObject({ read: 5, assessed: 3, rejected: 2, duplicates: 0 })
  })
})

describe('what is kept of a column', () => {
  it('does not grow with what stands in it', () => {
    const collected = collectDoubts()
    const declaration = columnsOf(samplePack).get('risk')
    if (declaration === undefined) throw new Error('no fact')
    fc.assert(fc.property(fc.string(), (text) => collected.note('risk', declaration, text, 1)))
    expect(collected.found().get('risk')?.answers.length).toBeLessThanOrEqual(9)
  })
})
