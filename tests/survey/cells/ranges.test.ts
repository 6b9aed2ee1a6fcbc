import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalAt } from '../../../src/base/decimal.js'
import { equalRanges, type Range, rangeText } from '../../../src/base/range.js'
import { columnsOf, type FactDeclaration } from '../../../src/lang/pack.js'
import { cellReader } from '../../../src/survey/cells/cell.js'
import type { NumberStyle } from '../../../src/survey/cells/number-style.js'
import { type CellOptions, PLAIN_CELLS } from '../../../src/survey/cells/options.js'
import { holds } from '../../engine/random/runs.js'
import { factText } from '../read.js'
import { samplePack } from '../sample-pack.js'

function declared(name: string): FactDeclaration {
  const declaration = columnsOf(samplePack).get(name)
  if (declaration === undefined) throw new Error(`no fact ${name}`)
  return declaration
}

const read = (name: string, text: string, options?: CellOptions) => cellReader(declared(name), options)(text)

describe('cells with a range', () => {
  it.each([
    ['wage_income', '55..63', '55..63'],
    ['wage_income', ' 55 .. 63 ', '55..63'],
    ['wage_income', '55..', '55..'],
    ['wage_income', '.. 63', '..63'],
    ['wage_income', '055.50..63.00', '55.5..63'],
    ['wage_income', '５５．．６３', '55..63'],
    ['wage_income', '55‥63', '55..63'],
    ['wage_income', '1e3..2e3', '1000..2000'],
    ['wage_income', "'5..7", '5..7'],
    ['income_per_capita', '-9..-5.5', '-9..-5.5'],
    ['income_per_capita', '−9..+5', '-9..5'],
    ['household_size', '3..5.0', '3..5'],
    ['id_age', '0..120', '0..120'],
    // One number is left, so it is that number.
    ['wage_income', '60..60.0', '60'],
    ['wage_income', '..0', '0'],
    ['id_age', '120..', '120'],
  ])('%s `%s` is %s', (name, text, expected) => {
    const { fact, fault } = read(name, text)
    expect([factText(fact), fault]).toEqual([expected, null])
  })

  const OF = (cell: string) => `it is an end of the range \`${cell}\``
  const OPEN = 'leave out an end that is not known, as in `55..` or `..63`'
  it.each([
    [
      'wage_income',
      '63..55',
      'the first end of the range `63..55` is greater than the second',
      'write `55..63`',
    ],
    ['wage_income', '-1..5', '`-1` is out of range: 0 or more', expect.anything(), OF('-1..5')],
    ['id_age', '5..121', '`…` is out of range: 0 to 120', expect.anything(), OF('…')],
    [
      'id_age',
      '9..5',
      'the first end of the range `…` is greater than the second',
      'correct the cell, or leave it blank',
    ],
    ['household_size', '1.5..3', '`1.5` is not a whole number', 'write a whole number', OF('1.5..3')],
    ['household_size', '0..3', '`0` is out of range: 1 or more', expect.anything(), OF('0..3')],
    ['water_minutes', '20 min..25 min', '`20 min` is not a number', 'write `20`', OF('20 min..25 min')],
    ['wage_income', '55..x', '`x` is not a number', expect.anything(), OF('55..x')],
    ['wage_income', '1..2..3', '`2..3` is not a number', expect.anything(), OF('1..2..3')],
    ['wage_income', '5²..60', '`52` is not a number', expect.anything(), OF('52..60')],
    [
      'wage_income',
      '1..1234567890123456',
      '`1234567890123456` has more than 9 places or 15 digits',
      expect.anything(),
      OF('1..1234567890123456'),
    ],
    ['wage_income', '..', '`..` is not a number', expect.anything()],
    ['wage_income', '55...63', '`55...63` is not a number', 'write `55..63` if it is a range'],
    ['wage_income', '55-63', '`55-63` is not a number', 'write `55..63` if it is a range'],
    ['wage_income', '55 至 63', '`55 至 63` is not a number', 'write `55..63` if it is a range'],
    ['wage_income', '63-55', '`63-55` is not a number', expect.stringContaining('write digits')],
  ])('%s `%s` does not read: %s', (name, text, message, help, why: unknown = undefined) => {
    const { fact, fault } = read(name, text)
    expect(factText(fact)).toBe('gap invalid')
    expect(fault).toMatchObject({ message, help })
    expect(fault?.why).toEqual(why)
  })

  it.each([
    ['survey_date', '2020-08-01..2020-08-19', 'invalid-date'],
    ['housing_grade', 'A..B', 'invalid-code'],
    ['risk', 'no..yes', 'invalid-yes-no'],
  ])('of %s does not read', (name, text, code) => {
    expect(read(name, text)).toMatchObject({ fact: { reason: 'invalid' }, fault: { code } })
  })

  it('is a text in a fact of texts', () => {
    expect(factText(read('village', '3..5').fact)).toBe('3..5')
  })

  it('is read by what is declared of the column, at each end', () => {
    const numbers: NumberStyle = { decimal: ',', thousands: '.' }
    const missing: CellOptions['missing'] = new Map([
      ['-9', 'refused'],
      ['2..3', 'dont_know'],
    ])
    const options = { ...PLAIN_CELLS, numbers, missing }
    const texts = ['1.200..1.300,5', '2..3', '-9', '1.200', '..0,5']
    expect(texts.map((text) => factText(read('wage_income', text, options).fact))).toEqual([
      '1200..1300.5',
      'gap dont_know',
      'gap refused',
      '1200',
      '..0.5',
    ])
    expect(read('wage_income', '-9,0..5', options).fault).toMatchObject({
      message: '`-9,0` means no answer, so it cannot be an end of a range',
      help: OPEN,
    })
    expect(read('wage_income', '1,200..1,300').fault?.code).toBe('ambiguous-number')
  })
})

const places = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((each) => decimalAt(each, 3))
const someRange: fc.Arbitrary<Range> = fc
  .tuple(places, places, fc.constantFrom('both', 'lo', 'hi'))
  .map(([a, b, which]) => {
    const [lo, hi] = a.lte(b) ? [a, b] : [b, a]
    return { lo: which === 'hi' ? null : lo, hi: which === 'lo' ? null : hi }
  })

describe('a range that is written', () => {
  it('reads as the same range', () => {
    holds(
      fc.property(someRange, (range) => {
        const { fact } = read('income_per_capita', rangeText(range))
        const back = fact.kind === 'gap' ? fact.range : { lo: fact.value, hi: fact.value }
        return back !== undefined && equalRanges(back as Range, range)
      }),
      300,
    )
  })
})
