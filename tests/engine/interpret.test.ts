import { describe, expect, it } from 'vitest'
import { type Cells, gap, valueInWordsOf } from './small.js'

const ANSWERS = { yes: true, no: false, open: gap('refused') } as const
type Answer = keyof typeof ANSWERS

/** Each expression by its value for p and q, in the order yes, no, open: strong Kleene. */
const KLEENE: readonly (readonly [expression: string, table: Readonly<Record<Answer, readonly Answer[]>>])[] =
  [
    ['p and q', { yes: ['yes', 'no', 'open'], no: ['no', 'no', 'no'], open: ['open', 'no', 'open'] }],
    ['p or q', { yes: ['yes', 'yes', 'yes'], no: ['yes', 'no', 'open'], open: ['yes', 'open', 'open'] }],
    ['not(p) or q', { yes: ['yes', 'no', 'open'], no: ['yes', 'yes', 'yes'], open: ['yes', 'open', 'open'] }],
    [
      'not(p and q)',
      { yes: ['no', 'yes', 'open'], no: ['yes', 'yes', 'yes'], open: ['open', 'yes', 'open'] },
    ],
    [
      'if p then q else not(q)',
      { yes: ['yes', 'no', 'open'], no: ['no', 'yes', 'open'], open: ['open', 'open', 'open'] },
    ],
    [
      'if p then q else q',
      { yes: ['yes', 'no', 'open'], no: ['yes', 'no', 'open'], open: ['yes', 'no', 'open'] },
    ],
  ]

describe('yes, no and open', () => {
  for (const [expression, table] of KLEENE) {
    it(expression, () => {
      const seen = (p: Answer) =>
        (['yes', 'no', 'open'] as const).map((q) =>
          valueInWordsOf(expression, { p: ANSWERS[p], q: ANSWERS[q] }),
        )
      expect({ yes: seen('yes'), no: seen('no'), open: seen('open') }).toEqual(table)
    })
  }
  it.each([
    ['not(p)', true, 'no'],
    ['not(p)', false, 'yes'],
    ['not(p)', gap('blank'), 'open'],
  ])('%s of %o is %s', (expression, p, value) => {
    expect(valueInWordsOf(expression, { p })).toBe(value)
  })
})

type Row = readonly [expression: string, cells: Cells, value: string]

const table = (title: string, rows: readonly Row[]) =>
  describe(title, () => {
    for (const [expression, cells, value] of rows)
      it(`${expression} with ${JSON.stringify(cells)} is ${value}`, () => {
        expect(valueInWordsOf(expression, cells)).toBe(value)
      })
  })

// `part` is 2 to 5 where it is a gap, `up` 0 or more, `a` and `b` anything; `ten` is 10, `two` 2.
table('comparing what can still be', [
  ['a < ten', { a: '9.999999999' }, 'yes'],
  ['a < ten', { a: 10 }, 'no'],
  ['a <= ten', { a: 10 }, 'yes'],
  ['a <= ten', { a: '10.000000001' }, 'no'],
  ['a > ten', { a: 10 }, 'no'],
  ['a >= ten', { a: 10 }, 'yes'],
  ['a = ten', { a: '10.0' }, 'yes'],
  ['a != ten', { a: '10.0' }, 'no'],
  ['a < ten', {}, 'open'],
  ['part < ten', {}, 'yes'],
  ['part > ten', {}, 'no'],
  ['part >= two', {}, 'yes'],
  ['part > two', {}, 'open'],
  ['part < two', {}, 'no'],
  ['part <= two', {}, 'open'],
  ['part = ten', {}, 'no'],
  ['part != ten', {}, 'yes'],
  ['part = two', {}, 'open'],
  ['up >= 0', {}, 'yes'],
  ['up < 0', {}, 'no'],
  ['up > 0', {}, 'open'],
  ['up + ten > two', {}, 'yes'],
  ['a = a', {}, 'open'],
])

table('between', [
  ['a in [two..ten]', { a: 2 }, 'yes'],
  ['a in (two..ten]', { a: 2 }, 'no'],
  ['a in [two..ten]', { a: 10 }, 'yes'],
  ['a in [two..ten)', { a: 10 }, 'no'],
  ['a in (two..ten)', { a: '2.000000001' }, 'yes'],
  ['a in [two..ten]', {}, 'open'],
  ['part in [two..ten]', {}, 'yes'],
  ['part in (two..ten)', {}, 'open'],
  ['part in (ten..a)', {}, 'no'],
  ['a in [ten..two]', { a: 5 }, 'no'],
])

table('codes', [
  ['g = "A"', { g: 'A' }, 'yes'],
  ['g = "A"', { g: 'B' }, 'no'],
  ['g = "A"', {}, 'open'],
  ['g != "A"', { g: 'B' }, 'yes'],
  ['g != "A"', {}, 'open'],
  ['g = h', { g: 'A' }, 'no'],
  ['g = h', { g: 'B' }, 'open'],
  ['g = h', { g: 'B', h: 'B' }, 'yes'],
  ['g != h', { g: 'A' }, 'yes'],
  ['g in ("A", "B", "C")', {}, 'yes'],
  ['g in ("A", "B")', {}, 'open'],
  ['g in ("B")', { g: 'A' }, 'no'],
  ['g in (h)', { g: 'A' }, 'no'],
  ['g in ("A", h)', { g: 'A' }, 'yes'],
  ['g in ("A", h)', { g: 'B' }, 'open'],
  ['(if p then "A" else "B") = g', { g: 'C' }, 'no'],
  ['(if p then g else h) in ("A", "B")', { g: 'A', h: 'B' }, 'yes'],
  ['(if p then g else h) in ("A", "B")', { g: 'A' }, 'open'],
])

table('numbers listed', [
  ['a in (two, ten)', { a: 2 }, 'yes'],
  ['a in (two, ten)', { a: 3 }, 'no'],
  ['a in (two, ten)', {}, 'open'],
  ['part in (ten)', {}, 'no'],
  ['a in (ten, part)', { a: 10 }, 'yes'],
  ['a in (ten, part)', { a: 4 }, 'open'],
])

table('reckoning with ranges', [
  ['a + b', { a: 1, b: 2 }, '3'],
  ['a + b', { a: 1 }, 'anything'],
  ['part + ten', {}, '12 to 15'],
  ['part - ten', {}, '-8 to -5'],
  ['ten - part', {}, '5 to 8'],
  ['-part', {}, '-5 to -2'],
  ['up - part', {}, '-5 or more'],
  ['part - up', {}, 'at most 5'],
  ['part * two', {}, '4 to 10'],
  ['part * part', {}, '4 to 25'],
  ['(part - ten) * two', {}, '-16 to -10'],
  ['part * -two', {}, '-10 to -4'],
  ['a * b', { a: '0.1', b: '0.2' }, '0.02'],
  ['a + b', { a: '0.1', b: '0.2' }, '0.3'],
  ['a * b', { a: '123456.789', b: '987654.321' }, '121932631112.635269'],
  ['min(part, ten)', {}, '2 to 5'],
  ['max(part, ten)', {}, '10'],
  ['min(a, ten)', {}, 'at most 10'],
  ['max(a, ten)', {}, '10 or more'],
  ['min(a, b, two)', { a: 3, b: 1 }, '1'],
  ['max(up, part)', {}, '2 or more'],
  ['if p then part else ten', {}, '2 to 10'],
  ['if p then part else ten', { p: false }, '10'],
  ['if p then a else two', {}, 'anything'],
  ['if p then ten else ten', {}, '10'],
])

table('0 times anything is 0', [
  ['0 * a + two', {}, '2'],
  ['a * b', { a: 0 }, '0'],
  ['a * b', { b: 0 }, '0'],
  ['up * a', { a: 0 }, '0'],
  ['up * b', { b: -1 }, 'at most 0'],
  ['up * up', {}, '0 or more'],
  ['a * up', {}, 'anything'],
])

// `later` is 5 from 2021, and 3 to 7 by declaration where it has no value, as on 2020-12-31.
table('a parameter without a value on the date is its declared range', [
  ['later', {}, '3 to 7'],
  ['a > later', { a: 8 }, 'yes'],
  ['a > later', { a: 5 }, 'open'],
  ['a > later', { a: 3 }, 'no'],
])
