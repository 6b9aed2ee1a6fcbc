import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { readSuites } from '../../../src/testing/cases/suite.js'
import { type SuiteUpdate, updateSuites } from '../../../src/testing/update/update.js'
import { holds } from '../../engine/random/runs.js'
import { EXAMPLE_PACK, examplePack, SOUND } from '../example-pack.js'
import { randomSuite } from './random-suite.js'

const PACK = examplePack()

/** What rewriting makes of one file of cases, run as `--filter` would. */
function update(text: string, filter = '', pack = PACK): SuiteUpdate {
  const texts = [{ file: 'a.yaml', text }]
  const reading = readSuites(pack, texts)
  if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('; '))
  const results = reading.cases.filter(({ name }) => name.includes(filter)).map((each) => runCase(each))
  return updateSuites([{ pack, texts, files: ['a.yaml'], cases: reading.cases, results }])
}

const B = SOUND

/** A case as it stands, and as it is rewritten. The household of the case is below the line, and all in it are insured. */
const POOR = 'given: { wage_income: 6999.99 }'
const REWRITTEN: ReadonlyArray<readonly [what: string, before: string, after: string]> = [
  [
    'a name in a flow mapping',
    `- { name: a, like: sound, ${POOR}, expect: { decision: not_eligible } }`,
    `- { name: a, like: sound, ${POOR}, expect: { decision: register } }`,
  ],
  [
    'names in quotes keep them',
    `- { name: a, like: sound, ${POOR}, expect: { decision: "not_eligible", reasons: ['medical'] } }`,
    `- { name: a, like: sound, ${POOR}, expect: { decision: "register", reasons: ['income'] } }`,
  ],
  [
    'blocks with comments around',
    `- name: a # x\n    like: sound\n    ${POOR}\n    # why\n    expect:\n      decision:   not_eligible   # the paper\n\n      reasons: # none\n      verdicts:\n        income: met # z\n        medical: met\n  # end`.replace(
      '      reasons: # none\n',
      '      reasons: [] # none\n',
    ),
    `- name: a # x\n    like: sound\n    ${POOR}\n    # why\n    expect:\n      decision:   register   # the paper\n\n      reasons: [income] # none\n      verdicts:\n        income: unmet # z\n        medical: met\n  # end`,
  ],
  [
    'a list that grows keeps what stays',
    `- { name: a, like: sound, given: { wage_income: 1, members: [{ insured: no }, { insured: yes }] }, expect: { reasons: [ medical ] } }`,
    `- { name: a, like: sound, given: { wage_income: 1, members: [{ insured: no }, { insured: yes }] }, expect: { reasons: [ medical, income ] } }`,
  ],
  [
    'a list that shrinks',
    `- { name: a, like: sound, ${POOR}, expect: { reasons: [medical,income] } }`,
    `- { name: a, like: sound, ${POOR}, expect: { reasons: [income] } }`,
  ],
  [
    'a list that is emptied',
    `- { name: a, like: sound, expect: { reasons: [medical, income] } }`,
    `- { name: a, like: sound, expect: { reasons: [] } }`,
  ],
  [
    'a block list that is emptied',
    `- name: a\n    like: sound\n    expect:\n      reasons:\n        - medical\n        - income\n      decision: not_eligible`,
    `- name: a\n    like: sound\n    expect:\n      reasons: []\n      decision: not_eligible`,
  ],
  [
    'a block list',
    `- name: a\n    like: sound\n    ${POOR}\n    expect:\n      reasons:\n      - medical\n`,
    `- name: a\n    like: sound\n    ${POOR}\n    expect:\n      reasons:\n      - income\n`,
  ],
  [
    'a block list with comments that only grows',
    `- name: a\n    like: sound\n    given: { wage_income: 1, members: [{ insured: no }, { insured: yes }] }\n    expect:\n      reasons:\n        # who is insured\n        - medical # here\n        # end\n`,
    `- name: a\n    like: sound\n    given: { wage_income: 1, members: [{ insured: no }, { insured: yes }] }\n    expect:\n      reasons:\n        # who is insured\n        - medical # here\n        - income\n        # end\n`,
  ],
  [
    'needs of members',
    `- { name: a, like: sound, given: { members: [{ insured: yes }, { insured: }] }, expect: { needs: [] } }`,
    `- { name: a, like: sound, given: { members: [{ insured: yes }, { insured: }] }, expect: { needs: ["members[2].insured"] } }`,
  ],
  [
    'a figure',
    `- { name: a, like: sound, expect: { outputs: { income_per_capita: 4_5 } } }`.replace('4_5', '45.00'),
    `- { name: a, like: sound, expect: { outputs: { income_per_capita: 4500 } } }`,
  ],
  [
    'a figure that is open now',
    `- { name: a, like: sound, given: { wage_income: }, expect: { outputs: { income_per_capita: 4500 } } }`,
    `- { name: a, like: sound, given: { wage_income: }, expect: { outputs: { income_per_capita: { min: 500 } } } }`,
  ],
  [
    'the end of an open figure',
    `- { name: a, like: sound, given: { wage_income: }, expect: { outputs: { income_per_capita: { min: 400 } } } }`,
    `- { name: a, like: sound, given: { wage_income: }, expect: { outputs: { income_per_capita: { min: 500 } } } }`,
  ],
  [
    'another end',
    `- name: a\n    like: sound\n    given: { wage_income: }\n    expect:\n      outputs:\n        income_per_capita:\n          min: 400\n          max: 500\n`,
    `- name: a\n    like: sound\n    given: { wage_income: }\n    expect:\n      outputs:\n        income_per_capita: { min: 500 }\n`,
  ],
  [
    'a figure that is known now',
    `- { name: a, like: sound, expect: { outputs: { income_per_capita: { min: 400, max: 500 } } } }`,
    `- { name: a, like: sound, expect: { outputs: { income_per_capita: 4500 } } }`,
  ],
  [
    'diagnostics',
    `- { name: a, like: sound, given: { wage_income: 0, transfer_income: 0 }, expect: { diagnostics: [] } }`,
    `- { name: a, like: sound, given: { wage_income: 0, transfer_income: 0 }, expect: { diagnostics: [no-income] } }`,
  ],
  [
    'a text of several lines',
    `- name: a\n    like: sound\n    ${POOR}\n    expect:\n      decision: >-\n        not_eligible\n      reasons: [income]\n`,
    `- name: a\n    like: sound\n    ${POOR}\n    expect:\n      decision: register\n      reasons: [income]\n`,
  ],
  [
    'a table that agrees, where it stands',
    `- { name: a, like: sound, expect: { decision: register }, rows: [{ name: b }, { name: c, given: { wage_income: 9000 } }] }`,
    `- { name: a, like: sound, expect: { decision: not_eligible }, rows: [{ name: b }, { name: c, given: { wage_income: 9000 } }] }`,
  ],
  [
    'a row that differs from its table gets its own',
    `- { name: a, like: sound, expect: { decision: not_eligible }, rows: [{ name: b }, { name: c, ${POOR} }, { name: d, given: { wage_income: 1 }, }] }`,
    `- { name: a, like: sound, expect: { decision: not_eligible }, rows: [{ name: b }, { name: c, ${POOR}, expect: { decision: register } }, { name: d, given: { wage_income: 1 }, expect: { decision: register } }] }`,
  ],
  [
    'beside what the row has',
    `- { name: a, like: sound, expect: { decision: not_eligible, verdicts: { income: met } }, rows: [{ name: b }, { name: c, ${POOR}, expect: { reasons: [income] } }] }`,
    `- { name: a, like: sound, expect: { decision: not_eligible, verdicts: { income: met } }, rows: [{ name: b }, { name: c, ${POOR}, expect: { reasons: [income], decision: register, verdicts: { income: unmet } } }] }`,
  ],
  [
    'in blocks',
    `- name: a\n    like: sound\n    expect:\n      decision: not_eligible\n      verdicts: { income: met }\n    rows:\n      - name: b\n      - name: c # this\n        given:\n          wage_income:\n        # last\n      - name: d\n        ${POOR}\n        expect:\n          verdicts:\n            medical: met # yes\n`,
    `- name: a\n    like: sound\n    expect:\n      decision: not_eligible\n      verdicts: { income: met }\n    rows:\n      - name: b\n      - name: c # this\n        given:\n          wage_income:\n        expect: { decision: verify, verdicts: { income: unknown } }\n        # last\n      - name: d\n        ${POOR}\n        expect:\n          verdicts:\n            medical: met # yes\n            income: unmet\n          decision: register\n`,
  ],
  [
    'what an alias repeats, where all agree',
    `- { name: a, like: sound, expect: &e { decision: register } }\n  - { name: b, like: sound, expect: *e }`,
    `- { name: a, like: sound, expect: &e { decision: not_eligible } }\n  - { name: b, like: sound, expect: *e }`,
  ],
  [
    'a list over several lines',
    `- { name: a, like: sound, ${POOR}, expect: { reasons: [\n      medical,\n      income,\n    ] } }`,
    `- { name: a, like: sound, ${POOR}, expect: { reasons: [\n      income,\n    ] } }`,
  ],
  [
    'an anchored list, where all agree',
    `- { name: a, like: sound, ${POOR}, expect: { reasons: &r [medical] } }\n  - { name: b, like: sound, ${POOR}, expect: { reasons: *r } }`,
    `- { name: a, like: sound, ${POOR}, expect: { reasons: &r [income] } }\n  - { name: b, like: sound, ${POOR}, expect: { reasons: *r } }`,
  ],
  [
    'an anchored block, where all agree',
    `- name: a\n    like: sound\n    ${POOR}\n    expect: &e\n      reasons: &r\n        - medical\n  - { name: b, like: sound, ${POOR}, expect: *e }`,
    `- name: a\n    like: sound\n    ${POOR}\n    expect: &e\n      reasons: &r\n        - income\n  - { name: b, like: sound, ${POOR}, expect: *e }`,
  ],
  [
    'a tag',
    `- { name: a, like: sound, ${POOR}, expect: { decision: !!str not_eligible } }`,
    `- { name: a, like: sound, ${POOR}, expect: { decision: !!str register } }`,
  ],
  [
    'what is merged, where all agree',
    `- &m { name: a, like: sound, ${POOR}, expect: { decision: exit } }\n  - { <<: *m, name: b }`,
    `- &m { name: a, like: sound, ${POOR}, expect: { decision: register } }\n  - { <<: *m, name: b }`,
  ],
  [
    'JSON',
    `- { "name": "a", "like": "sound", "expect": { "decision": "exit", "reasons": ["income"], "outputs": { "income_per_capita": 1 } } }`,
    `- { "name": "a", "like": "sound", "expect": { "decision": "not_eligible", "reasons": [], "outputs": { "income_per_capita": 4500 } } }`,
  ],
  [
    'an explicit key',
    `- name: a\n    like: sound\n    expect:\n      ? decision\n      : exit # end`,
    `- name: a\n    like: sound\n    expect:\n      ? decision\n      : not_eligible # end`,
  ],
  [
    'a row that ends with an alias',
    `- { name: a, like: sound, expect: { decision: exit }, rows: [{ name: b, given: &g { wage_income: 1 } }, { name: c, given: *g }, { name: d }] }`,
    `- { name: a, like: sound, expect: { decision: exit }, rows: [{ name: b, given: &g { wage_income: 1 }, expect: { decision: register } }, { name: c, given: *g, expect: { decision: register } }, { name: d, expect: { decision: not_eligible } }] }`,
  ],
  [
    'a row of a block that ends with an alias',
    `- name: a\n    like: sound\n    expect: { decision: not_eligible }\n    rows:\n      - name: b\n        given: &g { wage_income: 1 }\n      - name: c\n        given: *g\n      - name: d\n`,
    `- name: a\n    like: sound\n    expect: { decision: not_eligible }\n    rows:\n      - name: b\n        given: &g { wage_income: 1 }\n        expect: { decision: register }\n      - expect: { decision: register }\n        name: c\n        given: *g\n      - name: d\n`,
  ],
  [
    'a row in flow with a comment',
    `- name: a\n    like: sound\n    expect: { decision: not_eligible }\n    rows:\n      - { name: b, # this\n          given: { wage_income: 1 } # that\n        }\n      - { name: c }\n`,
    `- name: a\n    like: sound\n    expect: { decision: not_eligible }\n    rows:\n      - { expect: { decision: register }, name: b, # this\n          given: { wage_income: 1 } # that\n        }\n      - { name: c }\n`,
  ],
]

const LEFT: ReadonlyArray<readonly [what: string, text: string, why: string]> = [
  [
    'a record that does not read',
    `- { name: a, like: sound, given: { electricity: maybe }, expect: { decision: register } }`,
    'its record does not read as it is given',
  ],
  [
    'the same among others',
    `- { name: a, like: sound, given: { electricity: maybe }, expect: { decision: register, diagnostics: [conflict] } }`,
    'its record does not read as it is given',
  ],
  [
    'a reason that must not be',
    `- { name: a, like: sound, ${POOR}, expect: { decision: not_eligible, not_reasons: [income] } }`,
    '`not_reasons` says what must never be',
  ],
  [
    'comments on what goes',
    `- name: a\n    like: sound\n    ${POOR}\n    expect:\n      decision: not_eligible\n      reasons:\n        - medical # the paper\n`,
    'write it by hand',
  ],
  [
    'comments on what goes, for all that share it',
    `- name: a\n    like: sound\n    expect:\n      reasons:\n        - medical # the paper\n    rows: [{ name: b }]`,
    'write it by hand',
  ],
  [
    'what a row merges',
    `- { name: a, like: sound, expect: { decision: not_eligible }, rows: [&r { name: b, ${POOR}, expect: { decision: register, reasons: [income] } }, { <<: *r, name: c, given: { wage_income: 9000 }, without: [status] }] }`,
    'what it expects stands at line 10 for 2 cases',
  ],
  [
    'an anchor within',
    `- { name: a, like: sound, ${POOR}, expect: { reasons: [&m medical] } }\n  - { name: b, like: sound, given: { members: [{ insured: no }, { insured: yes }] }, expect: { reasons: [*m] } }`,
    'write it by hand',
  ],
  [
    'what an alias repeats, where not all agree',
    `- { name: a, like: sound, ${POOR}, expect: &e { decision: not_eligible } }\n  - { name: b, like: sound, expect: *e }`,
    'what it expects stands at line 10 for 2 cases',
  ],
  [
    'a row that an alias repeats',
    `- { name: a, like: sound, expect: { decision: not_eligible }, rows: [&r { name: b, ${POOR} }, { name: x }] }\n  - { name: c, like: sound, expect: { decision: register }, rows: [*r] }`,
    'what it expects stands at line 10 for 2 cases',
  ],
]

describe('a file is rewritten', () => {
  test.each(REWRITTEN)('%s', (_, before, after) => {
    for (const lines of ['\n', '\r\n']) {
      const written = (cases: string) => `${B}cases:\n  ${cases}\n# the end\n`.replaceAll('\n', lines)
      const { texts, left, packs } = update(written(before))
      expect([...left.values()]).toEqual([])
      expect(texts.get('a.yaml')).toBe(written(after))
      expect(packs.flatMap(({ results }) => results.flatMap(({ mismatches }) => mismatches))).toEqual([])
    }
  })

  test.each(LEFT)('never: %s', (_, cases, why) => {
    const { texts, left, rewritten } = update(`${B}cases:\n  ${cases}\n`)
    expect([...texts.values()]).toEqual([])
    expect(rewritten).toEqual([])
    expect([...left.values()]).toEqual([expect.stringContaining(why)])
  })
})

/** The pack with another line, another table, a criterion that starts late, another check. */
const PACKS = [
  (text: string) => text,
  (text: string) => text.replace('value: 4000', 'value: 2800.5'),
  (text: string) => text.replace('any unmet of [income, medical]', 'any unmet of [medical]'),
  (text: string) => text.replace('met: every m', 'since: 2021-06-01, met: every m'),
  (text: string) => text.replace('net_income <= 0', 'net_income > 0'),
].map((change) => examplePack(change(EXAMPLE_PACK)))

describe('whatever the cases and the pack', () => {
  test('what is rewritten passes, what is left stays, and nothing else in the text changes', () => {
    let [rewritten, own, left, shared] = [0, 0, 0, 0]
    holds(
      fc.property(randomSuite, fc.nat(PACKS.length - 1), ({ text, otherwiseSame }, which) => {
        const pack = PACKS[which] ?? PACK
        expect(text).toMatch(otherwiseSame)
        const made = update(text, '', pack)
        const after = made.texts.get('a.yaml') ?? text
        expect(after).toMatch(otherwiseSame)
        const reading = readSuites(pack, [{ file: 'a.yaml', text: after }])
        const cases = 'cases' in reading ? reading.cases : []
        const failing = cases.filter((each) => runCase(each).mismatches.length > 0)
        expect(failing.map(({ name }) => name)).toEqual([...made.left.keys()].map(({ name }) => name))
        expect(cases.length).toBeGreaterThan(0)
        expect([...update(after, '', pack).texts]).toEqual([])
        expect([...made.left.values()].filter((why) => why.includes('by hand'))).toEqual([])
        rewritten += made.rewritten.length
        left += made.left.size
        own += after.split('expect').length - text.split('expect').length
        shared += made.rewritten.filter(({ places }) =>
          [...places.values()].some((each) => each.cases > 1),
        ).length
      }),
      150,
    )
    for (const each of [rewritten, own, left, shared]) expect(each).toBeGreaterThan(0)
  })
})
