import { describe, expect, it } from 'vitest'
import { factsReadBy, readsOf } from '../../src/lang/reads.js'
import { type Case, edited, income, met, packOf, SMALL, tells } from './small.js'

/** A chain of derived values, each made of the one before by an operator. */
const chain = (operator: string, count: number) => [
  '    dry: {',
  '    part: { type: number, unit: ratio }\n    dry: {',
  'derived:\n',
  `derived:
  d0: { unit: ratio, min: 0, max: 9, sources: [given, part] }
${Array.from({ length: count }, (_, n) => `  d${n + 1}: { unit: ratio, sources: [d${n} ${operator} d${n}] }\n`).join('')}`,
]

describe('circles', () => {
  const cases: Case[] = [
    [
      'of one derived value',
      income('net_income + wage_income'),
      'cycle «net_income» `net_income` → `net_income` is a circle | why: a derived value cannot depend on itself',
    ],
    [
      'of two',
      [
        'sources: [given, count(members)]',
        'sources: [given, persons]',
        'derived:\n',
        'derived:\n  persons: { type: count, unit: person, sources: [household_size] }\n',
      ],
      'cycle «persons» `persons` → `household_size` → `persons` is a circle | why: a derived value cannot depend on itself',
    ],
    [
      'of three',
      [
        'derived:\n',
        'derived:\n  a: { sources: [b] }\n  b: { sources: [c or dry] }\n  c: { sources: [not(a)] }\n',
      ],
      'cycle «a» `a` → `b` → `c` → `a` is a circle | why: a derived value cannot depend on itself',
    ],
    [
      'through a tolerance',
      ['within: rounding', 'within: net_income'],
      'cycle «net_income» `net_income` → `net_income` is a circle | why: a derived value cannot depend on itself',
    ],
    [
      'of many, told by the first and last',
      [
        'derived:\n',
        `derived:\n${Array.from({ length: 12 }, (_, n) => `  d${n}: { sources: [d${(n + 1) % 12}] }\n`).join('')}`,
      ],
      'cycle «d0» `d0` → `d1` → `d2` → `d3` → … → `d9` → `d10` → `d11` → `d0` is a circle | why: a derived value cannot depend on itself',
    ],
    [
      'two that share a value',
      ['derived:\n', 'derived:\n  a: { sources: [b or c] }\n  b: { sources: [a] }\n  c: { sources: [a] }\n'],
      'cycle «a» `a` → `b` → `a` is a circle | why: a derived value cannot depend on itself',
      'cycle «a» `a` → `c` → `a` is a circle | why: a derived value cannot depend on itself',
    ],
  ]
  tells(cases)
})

describe('what reads no fact', () => {
  const cases: Case[] = [
    [
      'a criterion over a parameter',
      met('round_trip > 0'),
      'reads-no-fact «round_trip > 0» `met` of `water` reads no fact | why: its answer would be the same for everybody',
    ],
    [
      'a criterion over nothing',
      met('0 <= 0'),
      'reads-no-fact «0 <= 0» `met` of `water` reads no fact | why: its answer would be the same for everybody',
    ],
    [
      'a criterion over a derived value over a parameter',
      [...met('fixed'), 'derived:\n', 'derived:\n  fixed: { sources: [round_trip > 0] }\n'],
      'reads-no-fact «fixed» `met` of `water` reads no fact | why: its answer would be the same for everybody',
    ],
    [
      'when a criterion applies',
      ['grade in ("A", "B")', 'poverty_line > 0'],
      'reads-no-fact «poverty_line > 0» `applies_if` of `water` reads no fact | why: its answer would be the same for everybody',
    ],
    [
      'when a check fires',
      ['when: net_income <= 0', 'when: rounding > 0'],
      'reads-no-fact «rounding > 0» `when` of check `no-income` reads no fact | why: its answer would be the same for everybody',
    ],
    [
      'when a check is silent',
      ['unless: dry', 'unless: rounding > 0'],
      'reads-no-fact «rounding > 0» `unless` of check `no-income` reads no fact | why: its answer would be the same for everybody',
    ],
    ['a criterion over the roster, which is read', met('count(members) > household_size')],
    [
      'a criterion over a derived column, which is read',
      [
        ...met('told >= rounding'),
        'derived:\n',
        'derived:\n  told: { unit: CNY/year, sources: [given, { of: rounding, within: rounding }] }\n',
      ],
    ],
  ]
  tells(cases)
})

describe('what says the same of everybody', () => {
  const cases: Case[] = [
    [
      'a criterion that is always met',
      met('minutes >= 0'),
      'constant «minutes >= 0» `met` of `water` is always true | why: no value that its facts can have changes it',
    ],
    [
      'a criterion that is never met',
      met('minutes < 0'),
      'constant «minutes < 0» `met` of `water` is always false | why: no value that its facts can have changes it',
    ],
    ['a criterion over both ends', met('minutes in [0..max(minutes, round_trip)]')],
    ['a criterion beyond the upper end', met('minutes * household_size > round_trip * household_size')],
    [
      'a criterion that always applies',
      ['grade in ("A", "B")', 'grade in ("A", "B", "C")'],
      'constant «grade in ("A", "B", "C")» `applies_if` of `water` is always true | why: no value that its facts can have changes it',
    ],
    [
      'a criterion that never applies',
      ['grade in ("A", "B")', 'minutes < 0'],
      'constant «minutes < 0» `applies_if` of `water` is always false | why: no value that its facts can have changes it',
    ],
    [
      'a check that always fires',
      ['when: net_income <= 0', 'when: wage_income >= 0'],
      'constant «wage_income >= 0» `when` of check `no-income` is always true | why: no value that its facts can have changes it',
    ],
    [
      'a check that never fires',
      ['when: net_income <= 0', 'when: wage_income < 0'],
      'constant «wage_income < 0» `when` of check `no-income` is always false | why: no value that its facts can have changes it',
    ],
  ]
  tells(cases)
})

describe('numbers that may not be', () => {
  const cases: Case[] = [
    [
      'a tolerance below 0 by subtraction',
      ['within: rounding', 'within: rounding - wage_income'],
      'negative-tolerance «rounding - wage_income» this tolerance can be negative | why: a rounded figure is at most as far from the true one as its tolerance',
    ],
    [
      'a tolerance below 0 by its value',
      ['value: 1, source', 'value: -1, source'],
      'negative-tolerance «rounding» this tolerance can be negative | why: a rounded figure is at most as far from the true one as its tolerance',
    ],
    [
      'a tolerance without a lower end',
      ['within: rounding', 'within: rounded_income'],
      'negative-tolerance «rounded_income» this tolerance can be negative | why: a rounded figure is at most as far from the true one as its tolerance',
    ],
    ['a tolerance of 0, which is fine', ['value: 1, source', 'value: 0, source']],
    [
      'a divisor that can be 0',
      ['per: household_size', 'per: minutes'],
      'bad-number «minutes» this divisor can be 0 or less | why: declare a `min` above 0 for it',
    ],
    [
      'a divisor that is 0',
      ['per: household_size', 'per: rounding', 'value: 1, source', 'value: 0, source'],
      'bad-number «rounding» this divisor can be 0 or less | why: declare a `min` above 0 for it',
    ],
    [
      'a divisor without a lower end',
      ['per: household_size', 'per: rounded_income'],
      'bad-number «rounded_income» this divisor can be 0 or less | why: declare a `min` above 0 for it',
    ],
  ]
  tells(cases)
})

describe('expressions that grow through derived values', () => {
  const cases: Case[] = [
    [
      'by products of products',
      chain('*', 30),
      'bad-number «d4 * d4» this can have more than 500 digits | help: multiply fewer numbers',
      'bad-number «d9 * d9» this can have more than 500 digits | help: multiply fewer numbers',
      'bad-number «d14 * d14» this can have more than 500 digits | help: multiply fewer numbers',
      'bad-number «d19 * d19» this can have more than 500 digits | help: multiply fewer numbers',
      'bad-number «d24 * d24» this can have more than 500 digits | help: multiply fewer numbers',
      'bad-number «d29 * d29» this can have more than 500 digits | help: multiply fewer numbers',
    ],
    ['by sums of sums, which is fine', chain('+', 100)],
    [
      'by one operator each, too many times',
      chain('+', 140),
      'too-deep «d133 + d133» more than 400 operators stand above each other, those of derived values included | help: let fewer derived values build on each other',
    ],
    [
      'by a product of many',
      met(`${Array(21).fill('minutes').join(' * ')} > 0`),
      'bad-number «minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes * minutes» this can have more than 500 digits | help: multiply fewer numbers',
    ],
  ]
  tells(cases)
})

describe('reads', () => {
  const pack = packOf(SMALL)
  const [, water, school] = pack.criteria
  it('names what an expression reads directly, in order of writing', () => {
    expect(water && readsOf(pack, water.met)).toEqual([
      { kind: 'fact', name: 'minutes' },
      { kind: 'parameter', name: 'round_trip' },
      { kind: 'fact', name: 'dry' },
    ])
    expect(school && readsOf(pack, school.met)).toEqual([{ kind: 'derived', name: 'all_in_school' }])
  })
  it('names the facts and columns behind derived values, each once, in order', () => {
    const changed = packOf(
      edited(met('net_income > 0 or dry and all_in_school or household_size < count(members[in_school])')),
    )
    const expressions = changed.criteria.filter(({ id }) => id === 'water').map((each) => each.met)
    expect([...factsReadBy(changed, expressions)]).toEqual([
      'net_income',
      'wage_income',
      'transfer_income',
      'rounded_income',
      'dry',
      'members',
      'members.in_school',
      'household_size',
    ])
  })
})
