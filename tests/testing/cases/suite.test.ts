import { describe, expect, test } from 'vitest'
import { digits } from '../../../src/base/decimal.js'
import { isTextPlace } from '../../../src/base/diagnostic.js'
import type { Fact } from '../../../src/lang/record.js'
import { casesOf, examplePack, SOUND, suitesOf } from '../example-pack.js'

const shown = (fact: Fact | undefined) =>
  fact === undefined
    ? undefined
    : fact.kind === 'gap'
      ? fact.reason
      : `${typeof fact.value === 'object' ? digits(fact.value) : fact.value}${fact.assumed ? ' (assumed)' : ''}`

/** One file with the base `sound` and these cases. */
const withCases = (cases: string) => ({ 'a.yaml': `${SOUND}cases:\n${cases}` })

const factsOf = async (cases: string) => {
  const [only] = await casesOf(withCases(cases))
  return Object.fromEntries([...(only?.record.facts ?? [])].map(([name, fact]) => [name, shown(fact)]))
}

describe('a case', () => {
  test('takes over its base and says only what differs', async () => {
    expect(
      await factsOf(
        '  - { name: a, like: sound, given: { wage_income: 7000 }, expect: { decision: register } }',
      ),
    ).toEqual({
      household_id: 'a',
      survey_date: 'absent',
      status: 'none (assumed)',
      wage_income: '7000',
      transfer_income: '1000',
      electricity: 'true',
      household_size: '2',
      net_income: 'absent',
    })
  })

  test('has a blank cell where a value is empty, and no column where it is taken away', async () => {
    const facts = await factsOf(
      '  - { name: a, like: sound, given: { wage_income: }, without: [transfer_income], expect: { decision: verify } }',
    )
    expect(facts).toMatchObject({ wage_income: 'blank', transfer_income: 'absent' })
  })

  test('gives facts under every name that a survey file may bring', async () => {
    const facts = await factsOf(
      '  - { name: a, like: sound, given: { 工资性收入: 5, Status: 建档立卡 }, expect: { decision: verify } }',
    )
    expect(facts).toMatchObject({ wage_income: '5', status: 'registered' })
  })

  test('replaces the roster of its base as a whole', async () => {
    const [only] = await casesOf(
      withCases(
        '  - { name: a, like: sound, given: { members: [{ insured: no }] }, expect: { decision: register } }',
      ),
    )
    const rows = only?.record.members?.kind === 'rows' ? only.record.members.rows : []
    expect(
      rows.map(({ facts }) => Object.fromEntries([...facts].map(([name, fact]) => [name, shown(fact)]))),
    ).toEqual([{ age: 'absent', insured: 'false' }])
  })

  test('may have an empty roster, and none', async () => {
    const cases = await casesOf(
      withCases(`  - { name: a, like: sound, given: { members: [] }, expect: { decision: verify } }
  - { name: b, like: sound, without: [members], expect: { decision: verify } }
`),
    )
    expect(cases.map(({ record }) => record.members)).toEqual([
      { kind: 'gap', reason: 'blank' },
      { kind: 'gap', reason: 'absent' },
    ])
  })

  test('reads its cells as a survey file does: what does not read is a gap with a diagnostic', async () => {
    const [only] = await casesOf(
      withCases(
        '  - { name: a, like: sound, given: { wage_income: many }, expect: { diagnostics: [invalid-number] } }',
      ),
    )
    expect(shown(only?.record.facts.get('wage_income'))).toBe('invalid')
    expect(only?.diagnostics).toMatchObject([
      { code: 'invalid-number', at: { file: 'mine/tests/a.yaml', line: 10, field: 'wage_income' } },
    ])
  })

  test('goes by its name, and by its own id where it gives one', async () => {
    const cases = await casesOf(
      withCases(`  - { name: a, expect: { decision: verify } }
  - { name: b, given: { household_id: H-1 }, expect: { decision: verify } }
`),
    )
    expect(cases.map(({ record }) => record.id)).toEqual(['a', 'H-1'])
  })

  test('stands where its item begins, with what it says of itself', async () => {
    const [only] = await casesOf(
      withCases(`  # a remark
  - name: on another day
    about: The paper, page 3
    like: sound
    as_of: 2014-06-30
    parameters: { poverty_line: 3000 }
    expect: { decision: not_eligible }
`),
    )
    expect(only).toMatchObject({
      file: 'mine/tests/a.yaml',
      line: 11,
      about: 'The paper, page 3',
      asOf: '2014-06-30',
    })
    expect([...(only?.parameters ?? [])].map(([name, value]) => [name, digits(value)])).toEqual([
      ['poverty_line', '3000'],
    ])
    expect(only?.pack.hash).not.toBe(examplePack().hash)
  })
})

describe('bases', () => {
  test('build on each other, across the files of the folder', async () => {
    const cases = await casesOf({
      'a.yaml': 'cases:\n  - { name: a, like: registered, expect: { decision: exit } }\n',
      'b.yaml': `${SOUND}  registered: { like: sound, given: { status: registered, wage_income: 9000 }, without: [transfer_income] }\n`,
    })
    const facts = cases[0]?.record.facts
    expect(
      ['status', 'wage_income', 'transfer_income', 'household_size'].map((name) => shown(facts?.get(name))),
    ).toEqual(['registered', '9000', 'absent', '2'])
  })
})

describe('a table of cases', () => {
  const TABLE = `  - name: line
    about: The paper
    like: sound
    given: { transfer_income: 0 }
    as_of: 2020-12-31
    expect: { decision: register, verdicts: { medical: met } }
    rows:
      - { name: 7999.99, given: { wage_income: 7999.99 } }
      - { name: 8000, given: { wage_income: 8000 }, expect: { decision: not_eligible, verdicts: { income: met } }, about: its own }
      - { name: exit, like: other, as_of: 2014-01-01, expect: { decision: exit } }
`

  test('has a case for each row, laid over what all have in common', async () => {
    const cases = await casesOf({
      'a.yaml': `${SOUND}  other: { like: sound, given: { status: registered } }\ncases:\n${TABLE}`,
    })
    expect(
      cases.map(({ name, line, about, asOf, record, expect: { decision, verdicts } }) => [
        name,
        line,
        about,
        asOf,
        shown(record.facts.get('wage_income')),
        shown(record.facts.get('transfer_income')),
        decision,
        [...verdicts.keys()].join(' '),
      ]),
    ).toEqual([
      ['line: 7999.99', 18, 'The paper', '2020-12-31', '7999.99', '0', 'register', 'medical'],
      ['line: 8000', 19, 'its own', '2020-12-31', '8000', '0', 'not_eligible', 'medical income'],
      ['line: exit', 20, 'The paper', '2014-01-01', '8000', '0', 'exit', 'medical'],
    ])
  })
})

const CASE = 'name: a, like: sound, expect: { decision: register }'

/** Cases, the code and message of the fault, the text that its caret underlines, and what is advised. */
describe('what is wrong is told with its place', () => {
  test.each([
    [`  - { ${CASE}, givn: {} }`, 'shape', 'unknown key `givn` in case `a`', 'givn', 'did you mean `given`?'],
    [`  - { ${CASE}, given: { wage: 1 } }`, 'unknown-name', 'unknown fact `wage`', 'wage', undefined],
    [
      `  - { ${CASE}, given: { wage_incom: 1 } }`,
      'unknown-name',
      'unknown fact `wage_incom`',
      'wage_incom',
      'did you mean `wage_income`?',
    ],
    [
      `  - { ${CASE}, given: { members: [{ agee: 1 }] } }`,
      'unknown-name',
      'unknown fact `agee`',
      'agee',
      'did you mean `age`?',
    ],
    [
      `  - { ${CASE}, given: { wage_income: 1, 工资性收入: 2 } }`,
      'duplicate-name',
      '`工资性收入` and `wage_income` are one fact',
      '工资性收入',
      'keep one of the two',
    ],
    [
      `  - { ${CASE}, given: { wage_income: 1 }, without: [wage_income] }`,
      'duplicate-name',
      '`wage_income` is both given and taken away',
      'wage_income',
      'keep one of the two',
    ],
    [
      `  - { ${CASE}, without: [wage_incom] }`,
      'unknown-name',
      'unknown fact `wage_incom`',
      'wage_incom',
      'did you mean `wage_income`?',
    ],
    [`  - { ${CASE}, without: [] }`, 'shape', 'nothing is taken away', 'without', undefined],
    [`  - { ${CASE}, given: {} }`, 'shape', 'nothing is given', 'given', undefined],
    [
      `  - { name: a, like: sond, expect: { decision: register } }`,
      'unknown-name',
      'unknown base `sond`',
      'sond',
      'did you mean `sound`?',
    ],
    [
      `  - { name: a, like: sound }`,
      'expects-nothing',
      'case `a` expects nothing',
      'a',
      'say under `expect:` what must come of it',
    ],
    [
      `  - { name: a, like: sound, expect: {} }`,
      'expects-nothing',
      'case `a` expects nothing',
      'a',
      'say under `expect:` what must come of it',
    ],
    [`  - { name: a, expect: { verdicts: {} } }`, 'shape', 'no criterion is named', 'verdicts', undefined],
    [
      `  - { name: a, expect: { not_reasons: [] } }`,
      'shape',
      'no criterion is named',
      'not_reasons',
      undefined,
    ],
    [
      `  - { like: sound, expect: { decision: register } }`,
      'shape',
      'case 1 has no `name`',
      'like: sound',
      'add `name:` (what would be wrong if the case failed, or what holds)',
    ],
    [
      `  - { name: "", expect: { decision: register } }`,
      'shape',
      '`name` of case 1 is empty',
      '""',
      undefined,
    ],
    [
      `  - { name: a, expect: { decision: regster } }`,
      'unknown-name',
      'unknown decision `regster`',
      'regster',
      'did you mean `register`?',
    ],
    [
      `  - { name: a, expect: { decision: yes } }`,
      'unknown-name',
      'unknown decision `yes`',
      'yes',
      'one of register, not_eligible, retain, exit, verify',
    ],
    [
      `  - { name: a, expect: { possible: [verify] } }`,
      'unknown-name',
      'unknown outcome `verify`',
      'verify',
      undefined,
    ],
    [
      `  - { name: a, expect: { reasons: [incom] } }`,
      'unknown-name',
      'unknown criterion `incom`',
      'incom',
      'did you mean `income`?',
    ],
    [
      `  - { name: a, expect: { not_reasons: [incom] } }`,
      'unknown-name',
      'unknown criterion `incom`',
      'incom',
      'did you mean `income`?',
    ],
    [
      `  - { name: a, expect: { verdicts: { incom: met } } }`,
      'unknown-name',
      'unknown criterion `incom`',
      'incom',
      'did you mean `income`?',
    ],
    [
      `  - { name: a, expect: { verdicts: { income: mett } } }`,
      'shape',
      '`mett` cannot be `income` of `verdicts` of `expect` of case `a`',
      'mett',
      'did you mean `met`?',
    ],
    [
      `  - { name: a, expect: { needs: [net_incom] } }`,
      'unknown-name',
      'unknown fact `net_incom`',
      'net_incom',
      'did you mean `net_income`?',
    ],
    [
      `  - { name: a, expect: { needs: ["members[3].aeg"] } }`,
      'unknown-name',
      'unknown fact `members[3].aeg`',
      '"members[3].aeg"',
      'did you mean `members[3].age`?',
    ],
    [
      `  - { name: a, expect: { needs: ["members[0].age"] } }`,
      'unknown-name',
      'unknown fact `members[0].age`',
      '"members[0].age"',
      'did you mean `members[1].age`?',
    ],
    [
      `  - { name: a, expect: { blocked: [poverty_lin] } }`,
      'unknown-name',
      'unknown fact or parameter `poverty_lin`',
      'poverty_lin',
      'did you mean `poverty_line`?',
    ],
    [
      `  - { name: a, expect: { outputs: { income_per_head: 1 } } }`,
      'unknown-name',
      'unknown output `income_per_head`',
      'income_per_head',
      'one of income_per_capita',
    ],
    [
      `  - { name: a, expect: { outputs: { income_per_capita: many } } }`,
      'shape',
      '`income_per_capita` of `outputs` of `expect` of case `a` is the text `many`, where a number, or a mapping of `min` and `max` is expected',
      'many',
      undefined,
    ],
    [
      `  - { name: a, expect: { outputs: { income_per_capita: {} } } }`,
      'shape',
      'say `min`, `max` or both',
      'income_per_capita',
      undefined,
    ],
    [
      `  - { name: a, expect: { outputs: { income_per_capita: { min: 2, max: 1 } } } }`,
      'bad-number',
      '`max` is below `min`',
      '1',
      undefined,
    ],
    [
      `  - { name: a, expect: { outputs: { income_per_capita: 1.1234567891 } } }`,
      'bad-number',
      '`1.1234567891` is too long for a number',
      '1.1234567891',
      'a number has at most 15 digits and 9 places',
    ],
    [
      `  - { name: a, expect: { diagnostics: [no-incme] } }`,
      'unknown-name',
      'unknown check or diagnostic `no-incme`',
      'no-incme',
      'did you mean `no-income`?',
    ],
    [
      `  - { name: a, expect: { diagnostics: [check] } }`,
      'unknown-name',
      'unknown check or diagnostic `check`',
      'check',
      'a check of the pack goes by its id, all else that is said of a record by its code',
    ],
    [
      `  - { ${CASE}, as_of: 2020-02-30 }`,
      'bad-date',
      '`2020-02-30` is not a date that exists',
      '2020-02-30',
      'write YYYY-MM-DD',
    ],
    [`  - { ${CASE}, as_of: today }`, 'bad-date', '`today` is not a date', 'today', 'write YYYY-MM-DD'],
    [
      `  - { ${CASE}, parameters: { poverty_lin: 1 } }`,
      'unknown-name',
      'unknown parameter `poverty_lin`',
      'poverty_lin',
      'did you mean `poverty_line`?',
    ],
    [
      `  - { ${CASE}, parameters: { poverty_line: -1 } }`,
      'bad-number',
      '`poverty_line` is out of range',
      '-1',
      'it can be 0 or more',
    ],
    [`  - { ${CASE}, rows: [] }`, 'shape', 'a table of cases needs at least one row', 'rows', undefined],
    [
      `  - { ${CASE}, rows: [{ given: { wage_income: 1 } }] }`,
      'shape',
      'row 1 of case `a` has no `name`',
      'given',
      'add `name:` (what tells the row from others)',
    ],
    [`  - { ${CASE}, __proto__: 1 }`, 'shape', '`__proto__` cannot be a key', '__proto__', undefined],
  ])('%s', async (cases, code, message, underlined, help) => {
    const suites = await suitesOf(withCases(`${cases}\n`))
    const [fault, ...others] = 'faults' in suites ? suites.faults : []
    expect(others).toEqual([])
    expect(fault).toMatchObject({ code, message })
    if (help !== undefined) expect(fault?.help).toBe(help)
    const at = fault?.at ?? null
    expect(at?.file).toBe('mine/tests/a.yaml')
    expect(isTextPlace(at) && at.text.slice(at.column - 1, at.column - 1 + at.length)).toBe(underlined)
  })
})

describe('what is wrong with whole files', () => {
  const messages = async (files: { readonly [name: string]: string }) => {
    const suites = await suitesOf(files)
    return 'faults' in suites
      ? suites.faults.map(({ code, message, at }) => [code, at?.file, at?.line, message])
      : []
  }
  const ONE = 'cases:\n  - { name: a, expect: { decision: verify } }\n'

  test.each([
    ['no folder', {}, ['no-cases', 'mine/tests', null, 'there are no test cases']],
    ['no file of cases', { 'notes.txt': 'x' }, ['no-cases', 'mine/tests', null, 'there are no test cases']],
    ['an empty file', { 'a.yaml': '' }, ['no-cases', 'mine/tests/a.yaml', 1, 'the file of cases is empty']],
    [
      'a file of remarks',
      { 'a.yaml': '# x\n' },
      ['no-cases', 'mine/tests/a.yaml', 1, 'the file of cases is empty'],
    ],
    [
      'an empty mapping',
      { 'a.yaml': '{}' },
      ['no-cases', 'mine/tests/a.yaml', 1, 'the file of cases is empty'],
    ],
    [
      'an empty file beside a good one',
      { 'a.yaml': '', 'b.yaml': ONE },
      ['no-cases', 'mine/tests/a.yaml', 1, 'the file of cases is empty'],
    ],
    ['an empty list', { 'a.yaml': 'cases: []' }, ['shape', 'mine/tests/a.yaml', 1, 'there are no cases']],
    [
      'bases only',
      { 'a.yaml': SOUND },
      ['no-cases', 'mine/tests', null, 'there are bases here, and no case'],
    ],
    [
      'two documents',
      { 'a.yaml': `${ONE}---\n${ONE}` },
      ['shape', 'mine/tests/a.yaml', 4, 'a file of cases holds one document'],
    ],
    [
      'no mapping',
      { 'a.yaml': '- a' },
      ['shape', 'mine/tests/a.yaml', 1, 'the file of cases is a list, where a mapping is expected'],
    ],
    [
      'a key twice',
      { 'a.yaml': 'cases: []\ncases: []' },
      ['duplicate-key', 'mine/tests/a.yaml', 2, 'key `cases` occurs twice'],
    ],
    [
      'a base of two files',
      { 'a.yaml': SOUND, 'b.yaml': `${SOUND}${ONE}` },
      ['duplicate-name', 'mine/tests/b.yaml', 2, 'base `sound` stands twice'],
    ],
    [
      'a name of two files',
      { 'a.yaml': ONE, 'b.yaml': ONE },
      ['duplicate-name', 'mine/tests/b.yaml', 2, 'case `a` stands twice'],
    ],
    [
      'a name that a row makes',
      {
        'a.yaml':
          'cases:\n  - { name: "a: b", expect: { decision: verify } }\n  - { name: a, rows: [{ name: b, expect: { decision: verify } }] }',
      },
      ['duplicate-name', 'mine/tests/a.yaml', 3, 'case `a: b` stands twice'],
    ],
    [
      'a circle of one',
      { 'a.yaml': `bases: { a: { like: a } }\n${ONE}` },
      ['cycle', 'mine/tests/a.yaml', 1, 'this base is built on itself: `a` is like `a`'],
    ],
    [
      'a circle of two',
      { 'a.yaml': `bases: { a: { like: b }, b: { like: a } }\n${ONE}` },
      ['cycle', 'mine/tests/a.yaml', 1, 'this base is built on itself: `a` is like `b` is like `a`'],
    ],
    [
      'an unknown base of a base',
      { 'a.yaml': `bases: { a: { like: b } }\n${ONE}` },
      ['unknown-name', 'mine/tests/a.yaml', 1, 'unknown base `b`'],
    ],
  ])('%s', async (_, files: { readonly [name: string]: string }, fault) => {
    expect(await messages(files)).toEqual([fault])
  })

  test('all are told in one go, in the order of files and lines', async () => {
    expect(
      await messages({
        'a.yaml': 'cases:\n  - { name: a, like: x }\n  - { name: b, expect: { decision: regster } }\n',
        'b.yaml': 'cases:\n  - { name: c, expect: { reasons: [x] }, given: { y: 1 } }\n',
      }),
    ).toEqual([
      ['expects-nothing', 'mine/tests/a.yaml', 2, 'case `a` expects nothing'],
      ['unknown-name', 'mine/tests/a.yaml', 2, 'unknown base `x`'],
      ['unknown-name', 'mine/tests/a.yaml', 3, 'unknown decision `regster`'],
      ['unknown-name', 'mine/tests/b.yaml', 2, 'unknown criterion `x`'],
      ['unknown-name', 'mine/tests/b.yaml', 2, 'unknown fact `y`'],
    ])
  })

  test('what has the wrong form is left out, and the rest is looked at', async () => {
    expect(
      await messages({
        'a.yaml':
          'bases:\n  x: { like: y, givn: {} }\n  y: { like: z }\ncases:\n  - { name: a, expct: {} }\n  - { name: b, like: x, expect: { decision: regster } }\n',
      }),
    ).toEqual([
      ['shape', 'mine/tests/a.yaml', 2, 'unknown key `givn` in base `x`'],
      ['shape', 'mine/tests/a.yaml', 5, 'unknown key `expct` in case `a`'],
      ['unknown-name', 'mine/tests/a.yaml', 6, 'unknown decision `regster`'],
    ])
  })

  test('a base of a file that does not read is not unknown', async () => {
    const faults = await messages({
      'a.yaml': 'cases:\n  - { name: a, like: sound, expect: { decision: verify } }\n',
      'b.yaml': `${SOUND}bses: {}\n`,
    })
    expect(faults).toEqual([['shape', 'mine/tests/b.yaml', 9, 'unknown key `bses` in the file of cases']])
  })
})
