import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, digits } from '../../../src/base/decimal.js'
import { columnsOf, type FactDeclaration } from '../../../src/lang/pack.js'
import { cellReader } from '../../../src/survey/cells/cell.js'
import type { NumberStyle } from '../../../src/survey/cells/number-style.js'
import { type CellOptions, PLAIN_CELLS } from '../../../src/survey/cells/options.js'
import { factText } from '../read.js'
import { samplePack } from '../sample-pack.js'

function declared(name: string): FactDeclaration {
  const declaration = columnsOf(samplePack).get(name)
  if (declaration === undefined) throw new Error(`no fact ${name}`)
  return declaration
}

/** `4000`, `gap blank`, or the code of what is wrong. */
function read(name: string, text: string, options: Partial<CellOptions> = {}): string {
  const { fact, fault } = cellReader(declared(name), { ...PLAIN_CELLS, ...options })(text)
  return fault?.code ?? factText(fact)
}

function faultOf(name: string, text: string, options: Partial<CellOptions> = {}) {
  const { fault } = cellReader(declared(name), { ...PLAIN_CELLS, ...options })(text)
  return { message: fault?.message, why: fault?.why, help: fault?.help }
}

const POINTS: NumberStyle = { decimal: ',', thousands: '.' }
const COMMAS: NumberStyle = { decimal: '.', thousands: ',' }
const SPACES: NumberStyle = { decimal: ',', thousands: ' ' }
const APOSTROPHES: NumberStyle = { decimal: '.', thousands: "'" }

describe('numbers of which nothing is declared', () => {
  it.each([
    ['1e+05', '100000'],
    ['1E5', '100000'],
    ['1.5e-3', '0.0015'],
    ['-2.50E+02', '-250'],
    ['0e999999', '0'],
    ['190000.0', '190000'],
    ['6.300', '6.3'],
    ['１２３', '123'],
    ['００', '0'],
    ['00', '0'],
    ['−88', '-88'],
    ['="1250"', '1250'],
    ["'1250", '1250'],
    ['1250\t', '1250'],
    ['1,234', 'ambiguous-number'],
    ['１，２３４', 'ambiguous-number'],
    ['1.234,5', 'ambiguous-number'],
    ["1'250", 'ambiguous-number'],
    ['1’250', 'ambiguous-number'],
    ['1 250', 'ambiguous-number'],
    ['1\u00a0250', 'ambiguous-number'],
    ['1\u202f250', 'ambiguous-number'],
    ['1,5', 'ambiguous-number'],
    ['1.234.567', 'ambiguous-number'],
    ['1,23,4', 'invalid-number'],
    ['12 345 67', 'invalid-number'],
    ['400 VENTA DE UN CHANCHO', 'invalid-number'],
    ['NO SABE', 'invalid-number'],
    ['O', 'invalid-number'],
    ['yes', 'invalid-number'],
    ['n/a', 'invalid-number'],
    ['---', 'invalid-number'],
    ['##N/A##', 'invalid-number'],
    ['.', 'invalid-number'],
    ['-', 'invalid-number'],
    ['0x10', 'invalid-number'],
    ['0b1', 'invalid-number'],
    ['1_000', 'invalid-number'],
    ['Infinity', 'invalid-number'],
    ['NaN', 'invalid-number'],
    ['null', 'invalid-number'],
    ['true', 'invalid-number'],
    ['[]', 'invalid-number'],
    ['10n', 'invalid-number'],
    ['+-5', 'invalid-number'],
    ['- 5', 'invalid-number'],
    ['(500)', 'invalid-number'],
    ['5-', 'invalid-number'],
    ['5%', 'invalid-number'],
    ['1e', 'invalid-number'],
    ['e5', 'invalid-number'],
    ['1e5.5', 'invalid-number'],
    ['5²', 'invalid-number'],
    ['①', 'invalid-number'],
    ['½', 'invalid-number'],
    ['٣', 'invalid-number'],
    ['2020-08-19', 'invalid-number'],
    ['4.40981E+17', 'invalid-number'],
    ['1e999999999', 'invalid-number'],
    ['1e-10', 'invalid-number'],
    ['', 'gap blank'],
    ['=""', 'gap blank'],
    ["'", 'gap blank'],
  ])('`%s` is %s', (text, expected) => {
    expect(read('income_per_capita', text)).toBe(expected)
  })

  it('that can be two say both, and what to write in the mapping', () => {
    expect(faultOf('wage_income', '1,234')).toEqual({
      message: '`1,234` may be `1234` or `1.234`',
      why: 'nothing declares marks for thousands and decimals',
      help: 'write plain digits, or say in the mapping `numbers: { decimal: ".", thousands: "," }` or `numbers: { decimal: ",", thousands: "." }`',
    })
    expect(faultOf('wage_income', '15.000,5').message).toBe('`15.000,5` may be `15000.5`')
    expect(faultOf('id_age', '15,000').message).toBe(
      '`…` has signs that may separate thousands or decimals, and nothing says which',
    )
  })
})

describe('numbers of a declared style', () => {
  it.each<[NumberStyle, string, string]>([
    [POINTS, '6.300', '6300'],
    [POINTS, '1.234,5', '1234.5'],
    [POINTS, '1234,5', '1234.5'],
    [POINTS, '190000.0', 'invalid-number'],
    [POINTS, '6.30', 'invalid-number'],
    [COMMAS, '1,250', '1250'],
    [COMMAS, '1,250.75', '1250.75'],
    [COMMAS, '12,345,678', '12345678'],
    [COMMAS, '6.300', '6.3'],
    [COMMAS, '.5', '0.5'],
    [COMMAS, '1e+05', '100000'],
    [COMMAS, '1,25', 'invalid-number'],
    [COMMAS, '1,2500', 'invalid-number'],
    [COMMAS, '1250,000', 'invalid-number'],
    [COMMAS, '0,250', 'invalid-number'],
    [COMMAS, ',250', 'invalid-number'],
    [COMMAS, '1,,250', 'invalid-number'],
    [COMMAS, '1,250e2', '125000'],
    [COMMAS, '.', 'invalid-number'],
    [SPACES, '1 250,5', '1250.5'],
    [SPACES, '1\u202f250', '1250'],
    [APOSTROPHES, "1'250", '1250'],
    [APOSTROPHES, '1’250.5', '1250.5'],
    [{ decimal: ',', thousands: null }, '1,5', '1.5'],
    [{ decimal: ',', thousands: null }, '1.5', 'invalid-number'],
    [{ decimal: '.', thousands: null }, '1,234', 'invalid-number'],
    [COMMAS, '400 VENTA', 'invalid-number'],
  ])('%j `%s` is %s', (numbers, text, expected) => {
    expect(read('income_per_capita', text, { numbers })).toBe(expected)
  })

  const style = fc.constantFrom<NumberStyle>(POINTS, COMMAS, SPACES, APOSTROPHES, {
    decimal: ',',
    thousands: null,
  })
  const written = fc.record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 999_999n }),
    places: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 }),
  })

  it('read back exactly, grouped or not', () => {
    fc.assert(
      fc.property(style, written, fc.boolean(), (numbers, { negative, whole, places }, grouped) => {
        const mark = grouped ? (numbers.thousands ?? '') : ''
        const groups = `${whole}`.replace(/\B(?=(\d{3})+$)/g, mark)
        const sign = negative ? '-' : ''
        const text = sign + groups + (places === '' ? '' : numbers.decimal + places)
        const exact = digits(decimal(`${sign}${whole}${places === '' ? '' : `.${places}`}`))
        expect(read('income_per_capita', text, { numbers })).toBe(exact)
      }),
    )
  })

  it('read back exactly with an exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -5, max: 9 }), (n, power) => {
        expect(read('income_per_capita', `${n}e${power}`)).toBe(digits(decimal(`${n}e${power}`)))
      }),
    )
  })
})

describe('a cell is a number, or a range of numbers, only as a whole', () => {
  const number = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i
  const noise = fc.string({ unit: fc.constantFrom(...'0123456789.,- +eExX\'"=()%²①万元O\u00a0\t') })

  it('whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        const cell = text
          .normalize('NFKC')
          .trim()
          .replace(/^="(.*)"$/s, '$1')
          .replace(/^'/, '')
          .trim()
        if (/^gap|^in|^am|^out/.test(read('income_per_capita', text))) return
        const ends = cell.split('..').map((end) => end.trim())
        const given = ends.length === 2 ? ends.filter((end) => end !== '') : [cell]
        expect(given).not.toEqual([])
        for (const each of given) expect(each.replace(/^\u2212/, '-')).toMatch(number)
      }),
      { numRuns: 2000 },
    )
  })

  it('and is what a reading of its digits gives', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const result = read('income_per_capita', text)
        if (/^[a-z]/.test(result)) return
        const ends = (written: string) =>
          written.split('..').map((end) => (end === '' ? Number.NaN : Number(end)))
        const typed = ends(text.replace(/[="'\s\u00a0]/g, ''))
        for (const [at, end] of ends(result).entries())
          if (!Number.isNaN(end)) expect(end).toBeCloseTo(typed[at] ?? Number.NaN, 6)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('texts and ids', () => {
  it.each([
    ['4.40981E+17', 'destroyed-id'],
    ['4,40981E+17', 'destroyed-id'],
    ['1e+05', 'destroyed-id'],
    ['1e5', '1e5'],
    ['1.23456E+02', '1.23456E+02'],
    ['="0123"', '0123'],
    ['="say ""hi"""', 'say "hi"'],
    ["'0123", '0123'],
    ['0123\t', '0123'],
    ["'quoted'", "'quoted'"],
    ['１２３', '123'],
    ['0x10', '0x10'],
    ['00', '00'],
  ])('`%s` is `%s`', (text, expected) => {
    expect(read('village', text)).toBe(expected)
  })

  it('that are destroyed say what to do', () => {
    expect(faultOf('village', '4.40981E+17')).toMatchObject({
      message: '`4.40981E+17` is a rounded number: a spreadsheet has cut the digits of an id',
      help: expect.stringContaining('as text'),
    })
    expect(faultOf('phone', '4.40981E+17').message).toMatch(/^`…` is a rounded number/)
  })
})

describe('dates', () => {
  it.each([
    ['2020-08-19', '2020-08-19'],
    ['2020-08-19T11:41:34.523+03:00', '2020-08-19'],
    ['2024-07-30T14:02:53+0200', '2024-07-30'],
    ['2020-08-19T23:59:59Z', '2020-08-19'],
    ['2020-08-19 11:41', '2020-08-19'],
    ['2020年8月19日', '2020-08-19'],
    ['２０２０年８月１９日', '2020-08-19'],
    ['2020 年 08 月 19 日', '2020-08-19'],
    ['20200819', '2020-08-19'],
    ['19aug2020', '2020-08-19'],
    ['2020/8/19 上午9:30:12', '2020-08-19'],
    ['2020-08-19 下午 2:05', '2020-08-19'],
    ['2020年8月19号', '2020-08-19'],
    ['2020年8月19日14时30分', '2020-08-19'],
    ['2020/8/19', '2020-08-19'],
    ['2020.8.19', '2020-08-19'],
    ['Aug 27, 2019 6:16:19 am', '2019-08-27'],
    ['August 27 2019', '2019-08-27'],
    ['17-Nov-2016', '2016-11-17'],
    ['17 November 2016', '2016-11-17'],
    ['17-Nov-16', 'ambiguous-date'],
    ['5/2/2023', 'ambiguous-date'],
    ['13/2/2023', 'ambiguous-date'],
    ['5.2.23', 'ambiguous-date'],
    ['32/13/2023', 'invalid-date'],
    ['44861.3735', 'invalid-date'],
    ['44861', 'invalid-date'],
    ['2021-02-29', 'invalid-date'],
    ['2020/8-19', 'invalid-date'],
    ['2020-08-19T25:00', 'invalid-date'],
    ['2020-08-19 or later', 'invalid-date'],
    ['2020-08', 'invalid-date'],
    ['20201319', 'invalid-date'],
    ['18200819', 'invalid-date'],
    ['19082020', 'invalid-date'],
    ['12312020', 'invalid-date'],
    ['2020', 'invalid-date'],
    ['Ma 5, 2020', 'invalid-date'],
    ['yesterday', 'invalid-date'],
    ['0', 'invalid-date'],
  ])('`%s` is %s', (text, expected) => {
    expect(read('survey_date', text)).toBe(expected)
  })

  it('eight figures are a day in one order alone', () => {
    for (let time = Date.UTC(1930, 0, 1); time < Date.UTC(2031, 0, 1); time += 86_400_000) {
      const [year = '', month = '', day = ''] = new Date(time).toISOString().slice(0, 10).split('-')
      for (const other of [day + month + year, month + day + year])
        expect(read('survey_date', other), other).toBe('invalid-date')
    }
  })

  it.each<[NonNullable<CellOptions['dates']>, string, string]>([
    ['dmy', '5/2/2023', '2023-02-05'],
    ['mdy', '5/2/2023', '2023-05-02'],
    ['dmy', '13/2/2023', '2023-02-13'],
    ['mdy', '13/2/2023', 'invalid-date'],
    ['dmy', '05.02.23', '2023-02-05'],
    ['ymd', '23/2/5', '2023-02-05'],
    ['ymd', '5/2/2023', 'invalid-date'],
    ['dmy', '5/2/3', 'invalid-date'],
    ['dmy', '17-Nov-16', '2016-11-17'],
    ['mdy', '17-Nov-16', '2016-11-17'],
    ['ymd', '17-Nov-16', '2017-11-16'],
    ['dmy', '1/1/29', '2029-01-01'],
    ['dmy', '1/1/30', '1930-01-01'],
    ['mdy', 'Aug 27, 2019 6:16:19 am', '2019-08-27'],
    ['dmy', 'Aug 27, 2019 6:16:19 am', '2019-08-27'],
    ['dmy', '5/2/2023 14:02', '2023-02-05'],
    ['dmy', '2020-08-19', '2020-08-19'],
    ['excel', '44861.3735', '2022-10-27'],
    ['excel', '43830', '2019-12-31'],
    ['excel', '61', '1900-03-01'],
    ['excel', '60', 'invalid-date'],
    ['excel', '0', 'invalid-date'],
    ['excel', '9999999', 'invalid-date'],
    ['excel', '-5', 'invalid-date'],
    ['excel', '2020-08-19', '2020-08-19'],
    ['excel', '5/2/2023', 'ambiguous-date'],
    ['dmy', '44861', 'invalid-date'],
  ])('declared %s: `%s` is %s', (dates, text, expected) => {
    expect(read('survey_date', text, { dates })).toBe(expected)
  })

  it('that can be two days say both; days of spreadsheets name the mapping', () => {
    expect(faultOf('survey_date', '5/2/2023')).toEqual({
      message: '`5/2/2023` may be `2023-02-05` or `2023-05-02`',
      why: 'nothing declares the order of day, month and year',
      help: 'write the date as YYYY-MM-DD, or say in the mapping `dates: dmy` or `dates: mdy`',
    })
    expect(faultOf('survey_date', '44861.3735').help).toContain('`dates: excel`')
  })

  it('of spreadsheets are counted as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        expect(read('survey_date', `${serial}.25`, { dates: 'excel' })).toBe(day)
      }),
    )
  })
})

describe('yes and no', () => {
  const rwanda = new Map([
    ['Yego (Yes)', true],
    ['Oya (No)', false],
  ])
  const coded = new Map([
    ['1', true],
    ['2', false],
  ])

  it.each<[string, ReadonlyMap<string, boolean> | null, string]>([
    ['TRUE', null, 'yes'],
    ['FALSE', null, 'no'],
    ['1', null, 'yes'],
    ['0', null, 'no'],
    ['是', null, 'yes'],
    ['否', null, 'no'],
    ['2', null, 'invalid-yes-no'],
    ['1.0', null, 'invalid-yes-no'],
    ['Yego (Yes)', null, 'invalid-yes-no'],
    ['Yego (Yes)', rwanda, 'yes'],
    ['OYA （No）', rwanda, 'no'],
    ['yes', rwanda, 'invalid-yes-no'],
    ['1', rwanda, 'invalid-yes-no'],
    ['1', coded, 'yes'],
    ['2', coded, 'no'],
    ['0', coded, 'invalid-yes-no'],
  ])('`%s` with %j is %s', (text, yesNo, expected) => {
    expect(read('risk', text, { yesNo })).toBe(expected)
  })

  it('that do not read tell the pairs that do, and what the column holds', () => {
    expect(faultOf('risk', 'perhaps', { yesNo: rwanda }).help).toBe(
      'the mapping reads `Yego (Yes)` as yes and `Oya (No)` as no; add what else the column holds',
    )
    expect(faultOf('risk', 'ja', { answers: ['ja', 'nein'] }).why).toBe('the column holds `ja`, `nein`')
  })
})

describe('choices of a select-multiple question', () => {
  it.each<[string, string[], string]>([
    ['1 3 5', ['3'], 'yes'],
    ['1 3 5', ['2'], 'no'],
    ['1 3 5', ['2', '5'], 'yes'],
    ['13 5', ['3'], 'no'],
    ['1', ['1'], 'yes'],
    ['1', ['2'], 'no'],
    ['a b c', ['b'], 'yes'],
    ['a;b', ['b'], 'yes'],
    ['a, b', ['b'], 'yes'],
    ["['bicycle' ;  'radio']", ['radio'], 'yes'],
    ["['bicycle' ;  'solar_panel']", ['radio'], 'no'],
    ["['bicycle', 'radio']", ['radio'], 'yes'],
    ["['na' ;  'rely_less_food']", ['reduce_meals'], 'no'],
    ['[]', ['radio'], 'gap blank'],
    ['', ['radio'], 'gap blank'],
    ['True', ['radio'], 'yes'],
    ['False', ['radio'], 'no'],
    ['1', ['radio'], 'yes'],
    ['0', ['radio'], 'no'],
    ['Solar panel', ['Solar panel'], 'yes'],
    ['Radio; Solar panel', ['Solar panel'], 'yes'],
    ['Radio Solar panel', ['Solar panel'], 'invalid-yes-no'],
    ['NULL', ['radio'], 'invalid-yes-no'],
    ['n/a', ['radio'], 'invalid-yes-no'],
    ['1 -88', ['2'], 'invalid-yes-no'],
    ['99', ['2'], 'invalid-yes-no'],
    ['2 99', ['2'], 'yes'],
  ])('`%s` with %j is %s', (text, choices, expected) => {
    expect(read('risk', text, { choices })).toBe(expected)
  })

  it('go by what is declared missing', () => {
    const missing = new Map([
      ['-88', 'dont_know'],
      ['99', 'value'],
    ] as const)
    expect(read('risk', '1 -88', { choices: ['2'], missing })).toBe('gap dont_know')
    expect(read('risk', '1 99', { choices: ['2'], missing })).toBe('no')
  })
})

describe('codes', () => {
  it('are those of the pack and those that are declared, which go first', () => {
    const codes = new Map([
      ['1', 'A'],
      ['b', 'D'],
    ])
    expect(read('housing_grade', '1', { codes })).toBe('A')
    expect(read('housing_grade', 'C级', { codes })).toBe('C')
    expect(read('housing_grade', 'b', { codes })).toBe('D')
    expect(read('housing_grade', '9', { codes })).toBe('invalid-code')
  })
})

describe('cells that stand for no answer', () => {
  const missing = new Map([
    ['-88', 'dont_know'],
    ['999', 'refused'],
    ['n/a', 'not_asked'],
    ['##N/A##', 'not_asked'],
    ['no', 'refused'],
    ['B', 'dont_know'],
    ['2020-01-01', 'dont_know'],
    ['777', 'value'],
  ] as const)

  it.each([
    ['income_per_capita', '-88', 'gap dont_know'],
    ['income_per_capita', '-88.0', 'gap dont_know'],
    ['income_per_capita', '−88', 'gap dont_know'],
    ['income_per_capita', ' 999 ', 'gap refused'],
    ['income_per_capita', '999.00', 'gap refused'],
    ['income_per_capita', '9.99e2', 'gap refused'],
    ['income_per_capita', '="999"', 'gap refused'],
    ['income_per_capita', 'n/a', 'gap not_asked'],
    ['income_per_capita', 'N/A', 'invalid-number'],
    ['income_per_capita', '##N/A##', 'gap not_asked'],
    ['income_per_capita', '777', '777'],
    ['income_per_capita', '9990', '9990'],
    ['wage_income', '-88', 'gap dont_know'],
    ['risk', 'no', 'gap refused'],
    ['housing_grade', 'B', 'gap dont_know'],
    ['village', '999', 'gap refused'],
    ['village', '999.0', '999.0'],
    ['survey_date', '2020-01-01', 'gap dont_know'],
    ['survey_date', '', 'gap blank'],
  ])('%s `%s` is %s', (name, text, expected) => {
    expect(read(name, text, { missing })).toBe(expected)
  })

  it('are compared in the declared style of numbers', () => {
    const options = { missing: new Map([['9999', 'refused']] as const), numbers: COMMAS }
    expect(read('wage_income', '9,999', options)).toBe('gap refused')
  })

  it('may be blank cells of which the kind is known', () => {
    expect(read('wage_income', ' ', { missing: new Map([['', 'not_asked']] as const) })).toBe('gap not_asked')
  })

  it('are suspected by text and value, unless declared', () => {
    const suspects = new Set(['999'])
    expect(read('wage_income', '999', { suspects })).toBe('gap suspect')
    expect(read('wage_income', '999.0', { suspects })).toBe('gap suspect')
    expect(read('wage_income', '999', { suspects, missing })).toBe('gap refused')
    expect(read('wage_income', '999', { suspects, missing: new Map([['999.0', 'value']]) })).toBe('999')
  })
})
