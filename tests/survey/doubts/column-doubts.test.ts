import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../src/lang/pack.js'
import { MISSING_CODES } from '../../../src/survey/cells/missing-codes.js'
import { PLAIN_CELLS } from '../../../src/survey/cells/options.js'
import { collectDoubts, undeclaredCodes, withDoubts } from '../../../src/survey/doubts/column-doubts.js'
import { factText, readAll, readText, recordsOf, writeSample } from '../read.js'
import { samplePack } from '../sample-pack.js'

/** A file of one column beside the ids. */
const file = (name: string, cells: readonly string[]) =>
  `household_id,${name}\n${cells.map((cell, at) => `H${at},"${cell}"`).join('\n')}\n`

const many = (cell: string, count: number): string[] => Array.from({ length: count }, () => cell)

async function readColumn(name: string, cells: readonly string[]) {
  const reading = await readText('a.csv', file(name, cells))
  const facts = recordsOf(reading).map((record) => factText(record.facts.get(name)))
  return { facts, diagnostics: reading.diagnostics }
}

const between = (from: number, to: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(from + Math.floor((at * (to - from)) / count)))

describe('a number that surveys write for no answer', () => {
  it('is none within a range, and ranges are no numbers beside it', async () => {
    const answers = [...between(3000, 9000, 20), ...many('999', 5), ...many('998', 3)]
    const ranges = many('990..1000', 9)
    const { facts } = await readColumn('wage_income', [...answers, ...ranges, '999..1000'])
    expect(facts.slice(20)).toEqual([...many('gap suspect', 8), ...many('990..1000', 9), '999..1000'])
    const points = [...many('6.300', 3), '5.000..6.500', '1,200..1,300']
    expect((await readColumn('wage_income', points)).facts).toEqual([
      ...many('6.3', 3),
      '5..6.5',
      'gap invalid',
    ])
  })

  it('is a gap where it is often and nothing is near it, with one warning', async () => {
    const { facts, diagnostics } = await readColumn('wage_income', [
      ...between(3000, 9000, 20),
      ...many('999', 5),
      ...many('998', 3),
      '',
      '999.0',
    ])
    expect(facts.slice(19)).toEqual(['8700', ...many('gap suspect', 8), 'gap blank', 'gap suspect'])
    expect(diagnostics).toEqual([
      {
        code: 'missing-code',
        severity: 'warning',
        message: 'numbers that surveys use for no answer: `999` in 6, `998` in 3 of 29 filled cells (31.0%)',
        why: 'nothing says whether they are answers; these cells are read as unknown',
        help: 'say it in the mapping: `missing: { "999": dont_know, "998": dont_know }`, or `value` if it is a real number',
        fix: { mapping: 'missing: { "999": dont_know, "998": dont_know }' },
        at: { file: expect.stringContaining('a.csv'), line: 22, field: 'wage_income' },
      },
    ])
  })

  const minutes = between(2, 60, 30)
  it.each<[string, string, readonly string[]]>([
    ['once, far above all others', 'water_minutes', [...minutes, '999']],
    [
      'three times in twenty, with nothing near',
      'wage_income',
      [...between(3000, 9000, 57), ...many('999', 3)],
    ],
    ['in a column of counts', 'id_count', [...between(1, 9, 12), '99']],
    ['in whole columns', 'wage_income', many('9999', 30)],
    [
      'for money with a second of its family',
      'wage_income',
      [...between(300, 9000, 30), ...many('98', 3), ...many('99', 2)],
    ],
    [
      'for money beside a negative code',
      'income_per_capita',
      [...between(300, 9000, 30), ...many('88', 3), ...many('-9', 2)],
    ],
    ['below 0, twice', 'income_per_capita', [...between(300, 9000, 300), '-1', '-1']],
    ['and nobody gave a number, once', 'income_per_capita', [...between(300, 9000, 30), '-999999999']],
    ['among ages, five years above all', 'years', [...between(1, 80, 50), '99', '99', '98']],
  ])('is in doubt where it stands %s', async (_, name, cells) => {
    const { diagnostics } = await readColumn(name, cells)
    expect(diagnostics.map(({ code }) => code)).toEqual(['missing-code'])
  })

  it.each<[string, string, readonly string[]]>([
    ['twice', 'wage_income', [...between(3000, 9000, 20), ...many('999', 2)]],
    ['in less than a twentieth', 'wage_income', [...between(3000, 9000, 60), ...many('999', 3)]],
    ['among numbers like it', 'wage_income', [...between(800, 1200, 30), ...many('999', 9)]],
    [
      'as one of several small sums',
      'wage_income',
      [...many('66', 9), ...many('88', 9), ...between(300, 900, 20)],
    ],
    ['as one small sum', 'wage_income', [...many('98', 9), ...between(300, 900, 20)]],
    ['and is 0', 'wage_income', many('0', 30)],
    ['and is no code', 'wage_income', [...many('500', 30), ...many('1999', 9), ...many('9', 9)]],
    ['below 0, once', 'income_per_capita', [...between(300, 9000, 30), '-1']],
    ['far above few', 'water_minutes', [...between(2, 60, 9), '999']],
    ['among old ages', 'years', [...between(1, 95, 50), '97', '96']],
    ['among ages, alone', 'years', [...between(1, 80, 50), '99']],
    ['among ages, of two people', 'years', [...between(1, 80, 50), '99', '97']],
    ['among ages, as 88', 'years', [...between(1, 30, 50), ...many('88', 5)]],
  ])('is a number where it stands %s', async (_, name, cells) => {
    const { facts, diagnostics } = await readColumn(name, cells)
    expect(diagnostics).toEqual([])
    expect(facts.filter((fact) => fact.startsWith('gap'))).toEqual([])
  })

  it('is in doubt by what stands in all files of the run', async () => {
    const half = [...between(3000, 9000, 27), '999']
    const name = 'wage_income'
    const alone = await readText('a.csv', file(name, half))
    expect(alone.diagnostics).toEqual([])
    const other = file(name, [...half, '999']).replaceAll('\nH', '\nI')
    const both = await readAll([writeSample('a.csv', file(name, half)), writeSample('b.csv', other)])
    expect(both.diagnostics.map(({ code, at }) => [code, at && 'line' in at ? at.line : null])).toEqual([
      ['missing-code', 29],
      ['missing-code', 29],
    ])
  })

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
  const [sentence = ''] = /The numbers of `missing-code` are .*/.exec(text) ?? []
  const positive = [...sentence.matchAll(/(?<![-\d])\d+/g)]
    .map(([code]) => code)
    .filter((code) => code !== '0')
  const small = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((code) => `-${code}`)
  expect([...positive, ...positive.map((code) => `-${code}`), ...small, '-999999999'].sort()).toEqual(
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
        why: 'the column also has `1,250`',
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
  it.each<[string, readonly string[], readonly string[]]>([
    ['ticks and crosses', ['√', '×', ''], ['yes', 'no', 'gap blank']],
    ['ticks alone: a blank is no answer', ['√', '', '√'], ['yes', 'gap blank', 'yes']],
    ['other ticks and crosses', ['✓', '✔️', '☑', '✗', '✘', '❌'], ['yes', 'yes', 'yes', 'no', 'no', 'no']],
    ['crosses beside ticks and words', ['√', '是', '否', '×'], ['yes', 'yes', 'no', 'no']],
    ['crosses alone', ['×', '', '✗'], ['gap invalid', 'gap blank', 'gap invalid']],
    ['crosses beside words', ['×', '是'], ['gap invalid', 'yes']],
    ['a letter', ['x', '√'], ['gap invalid', 'yes']],
    ['numbers with places', ['1.0', '0.0', ''], ['yes', 'no', 'gap blank']],
    ['ones with places', ['1.00', '', '1.0'], ['yes', 'gap blank', 'yes']],
    ['numbers with and without places', ['1.0', '0', '1', '0.0'], ['yes', 'no', 'yes', 'no']],
    ['numbers beside a code for no answer', ['1.0', '0.0', '99.0'], ['yes', 'no', 'gap invalid']],
    ['shares', ['1.0', '0.5', '0.0'], ['gap invalid', 'gap invalid', 'gap invalid']],
    ['ranks', ['1.0', '2.0', '0.0'], ['gap invalid', 'gap invalid', 'gap invalid']],
    ['ranks without places', ['1.0', '3'], ['gap invalid', 'gap invalid']],
    ['words for what there is', ['有', '无', '没有'], ['gap invalid', 'gap invalid', 'gap invalid']],
  ])('of %s', async (_, cells, expected) => {
    expect((await readColumn('risk', cells)).facts).toEqual(expected)
  })

  it('say no by a cross where another file of the run says yes by a tick', async () => {
    const files = [
      writeSample('a.csv', file('risk', ['×', '×'])),
      writeSample('b.csv', file('risk', ['√']).replace('H0', 'I0')),
    ]
    for (const order of [files, [...files].reverse()]) {
      const reading = await readAll(order)
      const facts = recordsOf(reading).map(({ id, facts }) => [id, factText(facts.get('risk'))])
      expect(Object.fromEntries(facts)).toEqual({ H0: 'no', H1: 'no', I0: 'yes' })
    }
  })

  it.each([
    ['有', 'yes: ["有"], no: ["无"]'],
    ['没有', 'yes: ["有"], no: ["没有"]'],
    ['×', 'yes: ["√"], no: ["×"]'],
    ['✗', 'yes: ["√"], no: ["✗"]'],
  ])('advise the line for `%s`', async (cell, mapping) => {
    expect((await readColumn('risk', [cell])).diagnostics).toMatchObject([
      { code: 'invalid-yes-no', fix: { mapping } },
    ])
  })

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
