import { describe, expect, test } from 'vitest'
import { digits } from '../../../src/base/decimal.js'
import { describeRange } from '../../../src/base/range.js'
import type { SeenValue } from '../../../src/testing/cases/compare.js'
import { passes, runCase } from '../../../src/testing/cases/run-case.js'
import { casesOf, EXAMPLE_PACK, examplePack, SOUND } from '../example-pack.js'

const shown = (seen: SeenValue | null) =>
  seen !== null && typeof seen === 'object' && 'lo' in seen ? describeRange(seen) : seen

async function run(given: string, expected: string, more = '') {
  const [only] = await casesOf({
    'a.yaml': `${SOUND}cases:\n  - { name: a, like: sound${given === '' ? '' : `, given: { ${given} }`}${more}, expect: { ${expected} } }\n`,
  })
  if (only === undefined) throw new Error('there is one case')
  const result = runCase(only)
  expect(passes(only, examplePack())).toBe(result.mismatches.length === 0)
  return result
}

/** What is given beside the sound household, and what of it is as expected. */
test.each([
  ['', 'decision: not_eligible'],
  ['', 'decision: not_eligible, possible: [], reasons: [], needs: [], blocked: [], diagnostics: []'],
  ['wage_income: 1', 'decision: register, reasons: [income]'],
  ['wage_income: 1, members: [{ insured: no }, { insured: yes }]', 'reasons: [medical, income]'],
  ['wage_income: 1', 'not_reasons: [medical]'],
  ['wage_income: 1', 'verdicts: { income: unmet, medical: met, power: met }'],
  ['wage_income: 6999.99', 'outputs: { income_per_capita: 4000.00 }, verdicts: { income: unmet }'],
  ['wage_income: ', 'decision: verify, possible: [not_eligible, register], needs: [wage_income]'],
  ['wage_income: ', 'outputs: { income_per_capita: { min: 500 } }'],
  ['wage_income: ', 'outputs: { income_per_capita: { min: 500, max: } }'],
  [
    'members: [{ insured: yes }, { age: 9, insured: }]',
    'needs: ["members[2].insured"], verdicts: { medical: unknown }',
  ],
  ['wage_income: x', 'diagnostics: [invalid-number]'],
  ['wage_income: x, transfer_income: y', 'diagnostics: [invalid-number, invalid-number]'],
  ['wage_income: 0, transfer_income: 0', 'diagnostics: [no-income]'],
  ['wage_income: 0, transfer_income: 0', 'decision: register'],
  ['net_income: 1', 'diagnostics: [conflict], blocked: [net_income]'],
])('given { %s }, { %s } holds', async (given, expected) => {
  expect((await run(given, expected)).mismatches).toEqual([])
})

/** What is given, what is expected, and every mismatch: of what, expected, got. */
test.each([
  ['', 'decision: register', [['decision', 'register', 'not_eligible']]],
  [
    'wage_income: 1',
    'decision: not_eligible, reasons: [], verdicts: { income: met }, outputs: { income_per_capita: 500 }',
    [
      ['decision', 'not_eligible', 'register'],
      ['verdicts.income', 'met', 'unmet'],
      ['reasons', [], ['income']],
      ['outputs.income_per_capita', '500', '500.5'],
    ],
  ],
  ['wage_income: 1', 'not_reasons: [medical, income]', [['not_reasons', ['medical', 'income'], ['income']]]],
  ['wage_income: ', 'possible: [register]', [['possible', ['register'], ['register', 'not_eligible']]]],
  ['wage_income: ', 'needs: []', [['needs', [], ['wage_income']]]],
  [
    'wage_income: ',
    'outputs: { income_per_capita: 500 }',
    [['outputs.income_per_capita', '500', '500 or more']],
  ],
  [
    '',
    'outputs: { income_per_capita: { min: 4500 } }',
    [['outputs.income_per_capita', '4500 or more', '4500']],
  ],
  ['', 'outputs: { income_per_capita: 4500.01 }', [['outputs.income_per_capita', '4500.01', '4500']]],
  ['wage_income: x', 'diagnostics: []', [['diagnostics', [], ['invalid-number']]]],
  [
    'wage_income: x, transfer_income: y',
    'diagnostics: [invalid-number]',
    [['diagnostics', ['invalid-number'], ['invalid-number', 'invalid-number']]],
  ],
  ['wage_income: 0, transfer_income: 0', 'diagnostics: []', [['diagnostics', [], ['no-income']]]],
])('given { %s }, { %s } does not hold', async (given, expected, found) => {
  const { mismatches } = await run(given, expected)
  expect(mismatches.map(({ of, expected, got }) => [of, shown(expected), shown(got)])).toEqual(found)
})

test('a cell that does not read fails a case that does not expect it: it is about something else than it says', async () => {
  const { mismatches } = await run('wage_income: 8000 yuan', 'decision: verify')
  expect(mismatches).toMatchObject([{ of: 'diagnostics', expected: [], got: ['invalid-number'] }])
})

describe('the criteria to explain', () => {
  test.each([
    [
      'those whose verdict differs',
      'wage_income: 1, electricity: no',
      'verdicts: { power: met, income: met }, decision: verify',
      ['income', 'power'],
    ],
    [
      'those that are a reason on one side only',
      'wage_income: 1',
      'reasons: [medical]',
      ['income', 'medical'],
    ],
    [
      'those that are a reason and must not be',
      'wage_income: 1',
      'not_reasons: [income, medical]',
      ['income'],
    ],
    ['those behind the decision', 'wage_income: 1', 'decision: not_eligible', ['income']],
    [
      'those that keep it open',
      'wage_income: , members: [{ age: 9, insured: }, { insured: yes }]',
      'decision: register',
      ['income', 'medical'],
    ],
    ['none where nothing is unmet', '', 'decision: register', []],
    ['none where a figure differs', '', 'outputs: { income_per_capita: 1 }', []],
  ])('are %s', async (_, given, expected, criteria) => {
    expect((await run(given, expected)).criteria).toEqual(criteria)
  })
})

describe('when and under what', () => {
  test.each([
    ['the date of the pack where nothing is said', '', '', 'unmet'],
    ['the date of the record', 'survey_date: 2019-12-31', '', 'met'],
    [
      'the date of the case before that of the record',
      'survey_date: 2019-12-31',
      ', as_of: 2020-01-01',
      'unmet',
    ],
    ['a parameter held at another value', '', ', parameters: { poverty_line: 3000 }', 'met'],
    [
      'a parameter held on a date before its first value',
      '',
      ', parameters: { poverty_line: 3000 }, as_of: 2000-01-01',
      'met',
    ],
  ])('is %s', async (_, given, more, verdict) => {
    const { mismatches } = await run(
      ['wage_income: 6999', given].filter(Boolean).join(', '),
      `verdicts: { income: ${verdict} }`,
      more,
    )
    expect(mismatches).toEqual([])
  })
})

describe('another version of the pack', () => {
  test('passes or fails the case by its own rules', async () => {
    const { case: only } = await run('wage_income: 7000', 'decision: not_eligible')
    const above = examplePack(EXAMPLE_PACK.replace('net_income >= poverty_line', 'net_income > poverty_line'))
    const untouched = examplePack(EXAMPLE_PACK.replace('Income reaches the line', 'Income'))
    expect([passes(only, above), passes(only, untouched)]).toEqual([false, true])
  })

  test('is judged with the parameters that the case holds', async () => {
    const { case: only } = await run(
      'wage_income: 6999',
      'decision: not_eligible',
      ', parameters: { poverty_line: 3000 }',
    )
    const higher = examplePack(EXAMPLE_PACK.replace('value: 4000', 'value: 9000'))
    expect(passes(only, higher)).toBe(true)
    expect([...only.parameters.values()].map(digits)).toEqual(['3000'])
  })

  test('is told by the checks that fire under it', async () => {
    const { case: only } = await run('wage_income: 0, transfer_income: 0', 'diagnostics: [no-income]')
    const silent = examplePack(
      EXAMPLE_PACK.replace('when: net_income <= 0', 'when: net_income <= 0, unless: electricity'),
    )
    expect(passes(only, silent)).toBe(false)
  })
})
