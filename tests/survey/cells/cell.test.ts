import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../src/lang/pack.js'
import { cellReader } from '../../../src/survey/cells/cell.js'
import { type CellOptions, PLAIN_CELLS } from '../../../src/survey/cells/options.js'
import { factText } from '../read.js'
import { samplePack } from '../sample-pack.js'

function read(name: string, text: string, options?: CellOptions) {
  const declaration = columnsOf(samplePack).get(name)
  if (declaration === undefined) throw new Error(`no fact ${name}`)
  const { fact, fault } = cellReader(declaration, options)(text)
  return { fact: factText(fact), code: fault?.code, message: fault?.message, help: fault?.help }
}

describe('cells that read', () => {
  it.each([
    ['wage_income', '4000', '4000'],
    ['wage_income', '  4000.50 ', '4000.5'],
    ['wage_income', '+12', '12'],
    ['wage_income', '４０００', '4000'],
    ['wage_income', '0', '0'],
    ['wage_income', '-0', '0'],
    ['income_per_capita', '-3.5', '-3.5'],
    ['wage_income', '123456789012345', '123456789012345'],
    ['wage_income', '0.123456789', '0.123456789'],
    ['household_size', '3', '3'],
    ['household_size', '3.0', '3'],
    ['household_size', '1', '1'],
    ['risk', 'yes', 'yes'],
    ['risk', 'Y', 'yes'],
    ['risk', 'TRUE', 'yes'],
    ['risk', '1', 'yes'],
    ['risk', '是', 'yes'],
    ['risk', 'No', 'no'],
    ['risk', 'n', 'no'],
    ['risk', 'false', 'no'],
    ['risk', '0', 'no'],
    ['risk', ' 否 ', 'no'],
    ['housing_grade', 'A', 'A'],
    ['housing_grade', 'c', 'C'],
    ['housing_grade', 'C级', 'C'],
    ['housing_grade', 'Ｂ', 'B'],
    ['registration_status', '建档立卡', 'registered'],
    ['survey_date', '2020-02-29', '2020-02-29'],
    ['village', ' Danyang  No. 2 ', 'Danyang  No. 2'],
    ['village', '1e5', '1e5'],
    ['wage_income', '', 'gap blank'],
    ['wage_income', ' \u3000\t', 'gap blank'],
    ['village', '\u00a0', 'gap blank'],
  ])('%s `%s` is %s', (name, text, expected) => {
    expect(read(name, text)).toMatchObject({ fact: expected, code: undefined })
  })
})

const IN_MINUTES = 'write it in minute, as a number alone'
const IN_YUAN = 'write it in CNY/year, as a number alone'

describe('cells that do not read are gaps, and say what would read', () => {
  it.each([
    ['wage_income', '¥300', 'invalid-number', '`¥300` is not a number', 'write `300`'],
    ['wage_income', '1.5万', 'invalid-number', '`1.5万` is not a number', 'write `15000`'],
    ['wage_income', '300元', 'invalid-number', '`300元` is not a number', 'write `300`'],
    ['wage_income', '.5', 'invalid-number', '`.5` is not a number', 'write `0.5`'],
    ['wage_income', '5.', 'invalid-number', '`5.` is not a number', 'write `5`'],
    ['water_minutes', '15 min', 'invalid-number', '`15 min` is not a number', 'write `15`'],
    ['water_minutes', '2 hours', 'invalid-number', '`2 hours` is not a number', IN_MINUTES],
    ['water_minutes', '1.5h', 'invalid-number', '`1.5h` is not a number', IN_MINUTES],
    ['water_minutes', '2 km', 'invalid-number', '`2 km` is not a number', IN_MINUTES],
    ['wage_income', '300元/年', 'invalid-number', '`300元/年` is not a number', 'write `300`'],
    ['wage_income', '300元/月', 'invalid-number', '`300元/月` is not a number', IN_YUAN],
    ['wage_income', '$300', 'invalid-number', '`$300` is not a number', IN_YUAN],
    ['wage_income', '300 USD', 'invalid-number', '`300 USD` is not a number', IN_YUAN],
    ['wage_income', '1.2万元', 'invalid-number', '`1.2万元` is not a number', 'write `12000`'],
    ['wage_income', '1.2万美元', 'invalid-number', '`1.2万美元` is not a number', IN_YUAN],
    ['wage_income', '300 for a pig', 'invalid-number', '`300 for a pig` is not a number', IN_YUAN],
    [
      'wage_income',
      'n/a',
      'invalid-number',
      '`n/a` is not a number',
      expect.stringContaining('write digits'),
    ],
    ['wage_income', '0x10', 'invalid-number', '`0x10` is not a number', expect.anything()],
    ['wage_income', 'Infinity', 'invalid-number', '`Infinity` is not a number', expect.anything()],
    [
      'wage_income',
      '1234567890123456',
      'invalid-number',
      '`1234567890123456` has more than 9 places or 15 digits',
      'write a shorter number',
    ],
    ['household_size', '3.5', 'invalid-number', '`3.5` is not a whole number', 'write a whole number'],
    [
      'household_size',
      '0.5',
      'invalid-number',
      '`0.5` is not a whole number',
      'write a whole number; if the column holds shares, a 1 in it is all and not one',
    ],
    ['household_size', '0', 'out-of-range', '`0` is out of range: 1 or more', expect.anything()],
    ['wage_income', '-0.01', 'out-of-range', '`-0.01` is out of range: 0 or more', expect.anything()],
    ['risk', '2', 'invalid-yes-no', '`2` is neither yes nor no', expect.stringContaining('`yes`')],
    ['risk', 'maybe', 'invalid-yes-no', '`maybe` is neither yes nor no', expect.anything()],
    [
      'housing_grade',
      'E',
      'invalid-code',
      '`E` is not one of the codes `A`, `B`, `C`, `D`',
      expect.stringContaining('one of the codes'),
    ],
    [
      'registration_status',
      'registred',
      'invalid-code',
      '`registred` is not one of the codes `none`, `registered`, `exited`',
      'did you mean `registered`?',
    ],
    ['survey_date', '19.08', 'invalid-date', '`19.08` is not a date', expect.stringContaining('YYYY-MM-DD')],
    [
      'survey_date',
      '2021-02-29',
      'invalid-date',
      '`2021-02-29` is not a day of the calendar',
      expect.anything(),
    ],
    ['id_age', '15 years', 'invalid-number', '`…` is not a number', expect.stringContaining('write digits')],
    ['id_age', '300', 'out-of-range', '`…` is out of range: 0 to 120', expect.anything()],
  ])('%s `%s`', (name, text, code, message, help) => {
    expect(read(name, text)).toEqual({ fact: 'gap invalid', code, message, help })
  })

  it('quotes at most 40 characters of a long cell', () => {
    const { message } = read('wage_income', `x${'长'.repeat(10_000)}`)
    expect(message).toBe(`\`x${'长'.repeat(38)}…\` is not a number`)
  })

  it('never takes names of object members for words or codes', () => {
    expect(read('risk', 'constructor').code).toBe('invalid-yes-no')
    expect(read('housing_grade', '__proto__').code).toBe('invalid-code')
  })
})

describe('a yes/no column that holds `1` and `2`', () => {
  it.each([
    ['1', 'gap suspect'],
    ['2', 'gap suspect'],
    ['0', 'no'],
    ['yes', 'yes'],
    ['', 'gap blank'],
    ['3', 'gap invalid'],
  ])('`%s` is %s', (text, expected) => {
    expect(read('risk', text, { ...PLAIN_CELLS, suspects: new Set(['1', '2']) }).fact).toBe(expected)
  })
})
