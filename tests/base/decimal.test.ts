import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimal,
  decimalAt,
  digits,
  divideToStep,
  placesOf,
  readDecimal,
  readPlainDecimal,
  roundToStep,
} from '../../src/base/decimal.js'

const read = (text: string) => {
  const reading = readDecimal(text)
  return 'value' in reading ? digits(reading.value) : reading.fault
}

describe('a cell reads as the number that stands there, or as none', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['+0.00', '0'],
    ['4000', '4000'],
    ['+4000', '4000'],
    ['-4000.50', '-4000.5'],
    ['007', '7'],
    ['0.000000001', '0.000000001'],
    ['999999999999999', '999999999999999'],
    ['123456.789012345', '123456.789012345'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '+',
    '-',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '--1',
    '+-1',
    '1e5',
    '1E5',
    '0x10',
    '1_000',
    '1,000',
    '15,000',
    '１５',
    '٣',
    '1 000',
    ' 1',
    '1 ',
    '1\n',
    'NaN',
    'Infinity',
    'null',
    '15 min',
    '½',
    '−5',
  ])('%j is not a number', (text) => {
    expect(read(text)).toBe('no-number')
  })

  test.each([
    ['nine places', '0.123456789', '0.123456789'],
    ['ten places', '0.1234567891', 'too-long'],
    ['zeros behind the ninth place change nothing', '0.12345678900000', '0.123456789'],
    ['fifteen digits', '123456789012345', '123456789012345'],
    ['sixteen digits', '1234567890123456', 'too-long'],
    ['sixteen digits with a point', '1234567.890123456', 'too-long'],
    ['a long whole number is too long with a point as without', '1500000000000000000', 'too-long'],
    ['a long whole number is too long with a point as without', '1500000000000000000.0', 'too-long'],
    ['zeros in front do not count', '0000000000000000000012', '12'],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('a hostile cell of a million zeros is read at once', () => {
    expect(read(`0.${'0'.repeat(1_000_000)}1`)).toBe('too-long')
  })
})

describe('sums of money are exact', () => {
  /** A number as whole billionths, the model, and as the text of a cell. */
  const cell = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }).map((billionths) => {
    const size = String(billionths < 0n ? -billionths : billionths).padStart(10, '0')
    return { billionths, text: `${billionths < 0n ? '-' : ''}${size.slice(0, -9)}.${size.slice(-9)}` }
  })
  const numberOf = (text: string) => {
    const reading = readDecimal(text)
    if ('fault' in reading) throw new Error(`${text}: ${reading.fault}`)
    return reading.value
  }

  test('plus, minus and times agree with whole-number arithmetic', () => {
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        const [x, y] = [numberOf(a.text), numberOf(b.text)]
        const inUnits = (value: typeof x, places: number) =>
          BigInt(digits(value.times(decimal(10).pow(places))))
        expect(inUnits(x.plus(y), 9)).toBe(a.billionths + b.billionths)
        expect(inUnits(x.minus(y), 9)).toBe(a.billionths - b.billionths)
        expect(inUnits(x.times(y), 18)).toBe(a.billionths * b.billionths)
        expect(Math.sign(x.cmp(y))).toBe(
          a.billionths < b.billionths ? -1 : a.billionths > b.billionths ? 1 : 0,
        )
      }),
    )
  })

  test('reading what was written gives the same number', () => {
    fc.assert(
      fc.property(cell, ({ text }) => {
        const value = numberOf(text)
        expect(numberOf(digits(value)).eq(value)).toBe(true)
        expect(digits(value)).not.toMatch(/e|^-0$|\.$|\.\d*0$/)
      }),
    )
  })

  test('ten cents added ten times are one yuan', () => {
    expect(
      digits(Array.from({ length: 10 }, () => decimal('0.1')).reduce((sum, each) => sum.plus(each))),
    ).toBe('1')
  })
})

describe('rounding is half away from zero, once, from the exact value', () => {
  test.each([
    ['2.344', '0.01', '2.34'],
    ['2.345', '0.01', '2.35'],
    ['2.346', '0.01', '2.35'],
    ['-2.344', '0.01', '-2.34'],
    ['-2.345', '0.01', '-2.35'],
    ['-2.346', '0.01', '-2.35'],
    ['0.5', '1', '1'],
    ['-0.5', '1', '-1'],
    ['-0.4', '1', '0'],
    ['12', '5', '10'],
    ['12.5', '5', '15'],
    ['1234.5', '0.000000001', '1234.5'],
  ])('%s to %s is %s', (value, step, expected) => {
    expect(digits(roundToStep(decimal(value), decimal(step)))).toBe(expected)
  })

  test.each([
    ['10000', '3', '0.01', '3333.33'],
    ['20000', '3', '0.01', '6666.67'],
    ['0.01', '2', '0.01', '0.01'],
    ['-0.01', '2', '0.01', '-0.01'],
    // 0.5 only after rounding twice
    ['0.4999999999999999', '1', '1', '0'],
    ['1', '3', '1', '0'],
  ])('%s for %s persons to %s is %s', (value, divisor, step, expected) => {
    expect(digits(divideToStep(decimal(value), decimal(divisor), decimal(step)))).toBe(expected)
  })

  test('agrees with whole-number arithmetic', () => {
    const step = fc.constantFrom(
      { text: '0.01', hundredths: 1n },
      { text: '1', hundredths: 100n },
      { text: '0.05', hundredths: 5n },
    )
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    const divisor = fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0)
    fc.assert(
      fc.property(amount, divisor, step, (hundredths, by, { text, hundredths: unit }) => {
        const [over, under] = [hundredths, BigInt(by) * unit]
        const negative = over < 0n !== under < 0n
        const [size, part] = [over < 0n ? -over : over, under < 0n ? -under : under]
        const steps = ((2n * size + part) / (2n * part)) * (negative ? -1n : 1n)
        const quotient = divideToStep(decimal(String(hundredths)).times('0.01'), decimal(by), decimal(text))
        expect(BigInt(digits(quotient.times(100)))).toBe(steps * unit)
      }),
    )
  })

  test.each([
    ['0.01', 2],
    ['1', 0],
    ['5', 0],
    ['0.000000001', 9],
    ['0.10', 1],
  ])('a multiple of %s has %i places', (step, places) => {
    expect(placesOf(decimal(step))).toBe(places)
  })
})

describe('the quick ways to a decimal', () => {
  const parts = ({ s, e, c }: ReturnType<typeof decimal>) => ({ s, e, c })

  test('an integer at some places is the number that its text is, figure by figure', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(30), (whole, places) => {
        expect(parts(decimalAt(whole, places))).toEqual(parts(decimal(`${whole}e-${places}`)))
      }),
    )
    for (const whole of [0, -0, 10, -1_000_000, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])
      expect(parts(decimalAt(whole, 2)), String(whole)).toEqual(parts(decimal(`${whole}e-2`)))
  })

  test('plain digits read as they do in full; what else a cell holds is left to that', () => {
    const text = fc.stringMatching(/^[0-9+\-. e,]{0,18}$/)
    const number = fc.tuple(fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^(\.\d{1,11})?$/))
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          number.map(([whole, places]) => whole + places),
        ),
        (cell) => {
          const plain = readPlainDecimal(cell)
          const full = readDecimal(cell)
          if (plain !== null) expect('value' in full && parts(full.value)).toEqual(parts(plain))
          else if (/^\d{1,6}(\.\d{1,9})?$/.test(cell)) expect.unreachable(cell)
        },
      ),
    )
    for (const cell of [
      '',
      '.',
      '5.',
      '.5',
      '1.2.3',
      '-5',
      '+5',
      '1e5',
      '１',
      '1234567890123456',
      '1.0000000001',
    ])
      expect(readPlainDecimal(cell), cell).toBe(null)
  })
})
