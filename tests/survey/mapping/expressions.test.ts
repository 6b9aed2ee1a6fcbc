import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../src/lang/pack.js'
import type { FactMapping } from '../../../src/survey/mapping/mapping.js'
import { mappingOf, readCells, SMALL_PACK, shown } from './small.js'

const KEPT = new Map<string, FactMapping>()

/** The one fact of a mapping, as it is written behind its name. */
function factOf(fact: string, written: string): FactMapping {
  const key = `${fact}: ${written}`
  const kept = KEPT.get(key)
  if (kept !== undefined) return kept
  const [mapping] = mappingOf(`mapping: 1
households:
  key: id
  missing: { R: refused, D: dont_know }
  columns: { t: { column: t, type: text }, u: { column: u, type: text } }
  facts:
    ${key}
`).records.facts
  if (mapping === undefined) throw new Error('the mapping has a fact')
  KEPT.set(key, mapping)
  return mapping
}

/** What an expression comes to for cells by header. */
function outcome(fact: string, expression: string, cells: Readonly<Record<string, string>>): string {
  const mapping = factOf(fact, `{ value: '${expression}' }`)
  const reading = readCells(mapping, (index) => cells[mapping.columns[index]?.header ?? ''] ?? '')
  return reading.fault === null ? shown(reading) : `${shown(reading)} (${reading.fault.code})`
}

describe('an expression over cells', () => {
  const cases: [fact: string, expression: string, cells: Record<string, string>, comes: string][] = [
    ['wage_income', 'a * 12', { a: '100.5' }, '1206'],
    ['wage_income', 'a * 0.5 + 3', { a: '7' }, '6.5'],
    ['wage_income', 'a * 12', { a: '' }, 'blank'],
    ['wage_income', 'a * 12', { a: 'R' }, 'refused'],
    ['wage_income', 'a + b', { a: 'D', b: 'R' }, 'dont_know'],
    ['wage_income', 'b + a', { a: 'D', b: 'R' }, 'refused'],
    ['wage_income', 'a * 0', { a: '' }, '0'],
    ['wage_income', 'min(a, 10) + max(b, 1)', { a: '50', b: '0' }, '11'],
    ['wage_income', 'a - 10', { a: '9' }, 'invalid (out-of-range)'],
    ['wage_income', 'a * a', { a: '99999999.9' }, 'invalid (invalid-number)'],
    ['wage_income', 'a * 12', { a: '100..110' }, '1200..1320'],
    ['wage_income', 'a * 12', { a: '100..' }, '1200..'],
    ['wage_income', 'a + b', { a: '100..110', b: '5' }, '105..115'],
    ['wage_income', 'a + b', { a: '100..110', b: 'R' }, 'refused'],
    ['wage_income', 'a + b', { a: '100..110', b: '' }, 'blank'],
    ['wage_income', 'b + a', { a: '100..110', b: '' }, 'blank'],
    ['wage_income', 'a - b', { a: '7..8', b: '3..4' }, '3..5'],
    ['wage_income', 'a - b', { a: '5..8', b: '3..6' }, 'invalid (out-of-range)'],
    ['wage_income', 'a - b', { a: '5..', b: '3..' }, 'range'],
    ['wage_income', 'a * 0', { a: '5..8' }, '0'],
    ['wage_income', 'if a >= 5 then 7 else 9', { a: '5..8' }, '7'],
    ['wage_income', 'if a > 5 then 7 else 9', { a: '5..8' }, '7..9'],
    ['household_size', 'a + b', { a: '2..3', b: '1' }, '3..4'],
    ['household_size', 'a + b', { a: '2..3', b: '1.5' }, 'invalid (invalid-number)'],
    ['dry', 'a >= 5', { a: '5..8' }, 'yes'],
    ['dry', 'a > 5', { a: '5..8' }, 'range'],
    ['wage_income', 'a * 12', { a: 'many' }, 'invalid (invalid-number)'],
    ['wage_income', 'if dry then 0 else a', { dry: 'yes', a: '' }, '0'],
    ['wage_income', 'if dry then 0 else a', { dry: 'no', a: 'R' }, 'refused'],
    ['wage_income', 'if dry then 0 else a', { dry: 'D', a: '5' }, 'dont_know'],
    ['wage_income', 'if dry then 5 else a', { dry: 'D', a: '5' }, '5'],
    ['household_size', 'a + b', { a: '2', b: '1.5' }, 'invalid (invalid-number)'],
    ['household_size', 'a + b', { a: '2.5', b: '1.5' }, '4'],
    ['household_size', 'a - b', { a: '2', b: '2' }, 'invalid (out-of-range)'],
    ['minutes', 'if t = "here" then 0 else a', { t: 'here', a: '' }, '0'],
    ['minutes', 'if t = "here" then 0 else a', { t: ' ｈｅｒｅ ', a: '' }, '0'],
    ['minutes', 'if t = "ｈｅｒｅ" then 0 else a', { t: 'here', a: '' }, '0'],
    ['minutes', 'if t = "here" then 0 else a', { t: 'there', a: '30' }, '30'],
    ['minutes', 'if t = "here" then 0 else a', { t: '', a: '30' }, 'blank'],
    ['minutes', 'if t = "" then 0 else a', { t: '', a: '30' }, '0'],
    ['minutes', 'if t = "" then 0 else a', { t: 'R', a: '30' }, 'refused'],
    ['minutes', 'if t in ("", "x") then 0 else a', { t: '', a: '30' }, '0'],
    ['minutes', 'if t != "x" then 0 else a', { t: 'y', a: '30' }, '0'],
    ['dry', 'a and b', { a: 'yes', b: '' }, 'blank'],
    ['dry', 'a and b', { a: 'no', b: '' }, 'no'],
    ['dry', 'a or b', { a: 'yes', b: 'R' }, 'yes'],
    ['dry', 'not(a)', { a: '否' }, 'yes'],
    ['dry', 'not(a)', { a: 'perhaps' }, 'invalid (invalid-yes-no)'],
    ['dry', 't = "x" or a > 3', { t: '', a: '4' }, 'yes'],
    ['dry', 'a in [1..3)', { a: '3' }, 'no'],
    ['dry', 'a in [1..3)', { a: '' }, 'blank'],
    ['dry', 't = u', { t: 'x', u: 'x' }, 'yes'],
    ['dry', 't = u', { t: 'x', u: 'y' }, 'no'],
    ['dry', 't = u', { t: 'x', u: '' }, 'blank'],
    ['dry', 't = u', { t: '', u: 'R' }, 'blank'],
    ['dry', 't != u', { t: 'x', u: '' }, 'blank'],
    ['dry', 't in (u, "z")', { t: '', u: 'z' }, 'blank'],
    ['status', 'if a > 3 then "registered" else "none"', { a: '4' }, 'registered'],
    ['status', 'if a > 3 then "registered" else "none"', { a: '' }, 'blank'],
    ['status', 'if a > 3 then "建档立卡" else t', { a: '4' }, 'registered'],
    ['status', 'if a > 3 then "none" else t', { a: '3', t: '建档立卡' }, 'registered'],
    ['status', 'if a > 3 then "none" else t', { a: '3', t: 'never' }, 'invalid (invalid-code)'],
    ['status', 'if a > 3 then "none" else t', { a: '3', t: '' }, 'blank'],
    ['status', 'if a > 3 then "none" else t', { a: '', t: 'none' }, 'none'],
  ]
  test.each(cases)('%s: %s of %j is %s', (fact, expression, cells, comes) => {
    expect(outcome(fact, expression, cells)).toBe(comes)
  })
})

describe('a column and an expression that is its name', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'R',
      'D',
      'yes',
      'No',
      '是',
      '1',
      '0',
      'none',
      '建档立卡',
      'A',
      'x',
      '-3',
      '601',
    ),
    fc.integer({ min: -10, max: 1000 }).map(String),
    fc.tuple(fc.nat(700), fc.nat(99)).map(([whole, places]) => `${whole}.${places}`),
    fc.string({ maxLength: 4 }),
  )
  const facts = [...columnsOf(SMALL_PACK).values()].filter(
    ({ name, type }) => name !== SMALL_PACK.record.id && type !== 'text' && type !== 'date',
  )

  test('come to the same for every cell', () => {
    expect(facts.length).toBeGreaterThan(7)
    for (const { name } of facts) {
      const [plain, worked] = [factOf(name, 'x'), factOf(name, '{ value: x }')]
      fc.assert(
        fc.property(cell, (text) => {
          const [a, b] = [plain, worked].map((mapping) => readCells(mapping, () => text))
          expect([a && shown(a), a?.fault?.code]).toEqual([b && shown(b), b?.fault?.code])
        }),
      )
    }
  })
})

describe('more knowledge', () => {
  const answer = fc.constantFrom('0', '1', '2', '5', '40')
  const expressions = [
    ['wage_income', 'if a > b then a * 2 else max(b, c)'],
    ['wage_income', 'a * b + c'],
    ['dry', 'a < b or not(c in [1..5])'],
    ['dry', 'if a = b then c > 1 else a > 2'],
  ] as const

  test('never changes a known result', () => {
    for (const [fact, expression] of expressions) {
      fc.assert(
        fc.property(
          fc.tuple(answer, answer, answer),
          fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
          (full, gaps) => {
            const cells = (keep: (index: number) => boolean) =>
              Object.fromEntries(
                ['a', 'b', 'c'].map((name, index) => [name, keep(index) ? (full[index] ?? '') : '']),
              )
            const before = outcome(
              fact,
              expression,
              cells((index) => !gaps[index]),
            )
            if (before !== 'blank')
              expect(
                outcome(
                  fact,
                  expression,
                  cells(() => true),
                ),
              ).toBe(before)
          },
        ),
        { numRuns: 60 },
      )
    }
  })
})

describe('a row condition', () => {
  const { records } = mappingOf(`mapping: 1
households:
  key: id
  rows_if: redcap_repeat_instrument = ""
  interview_if: consent = "yes" and not(refused)
`)
  const truth = (condition: typeof records.rowsIf, ...cells: string[]) =>
    condition?.test(condition.columns.map((column, index) => readCellsOf(column, cells[index] ?? '')))
  const readCellsOf = (column: (typeof records.facts)[number]['columns'][number], cell: string) =>
    readCells({ fact: '', columns: [column], compute: null }, () => cell)

  test('is yes, no or open', () => {
    expect(truth(records.rowsIf, '')).toBe(true)
    expect(truth(records.rowsIf, 'visits')).toBe(false)
    expect(truth(records.interviewIf, 'yes', 'no')).toBe(true)
    expect(truth(records.interviewIf, 'off', '')).toBe(false)
    expect(truth(records.interviewIf, 'yes', '')).toBe('open')
  })
})
