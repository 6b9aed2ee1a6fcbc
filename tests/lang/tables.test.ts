import { describe, expect, it } from 'vitest'
import { type Case, edited, packOf, tells } from './small.js'

const REGISTERED = `  registered:
    - { when: "all met of [income, water]", then: exit }
    - { otherwise: retain }
`

describe('the fact that chooses the table', () => {
  const cases: Case[] = [
    [
      'near a code fact',
      ['by: status', 'by: statu'],
      'bad-table «statu» `statu` is not a fact of the record | help: did you mean `status`?',
    ],
    [
      'near none',
      ['by: status', 'by: region'],
      'bad-table «region» `region` is not a fact of the record | help: a table is chosen by a code fact of the record that is not personal',
    ],
    [
      'that is not a code fact',
      ['by: status', 'by: dry'],
      'bad-table «dry» `dry` is not a code fact | help: a table is chosen by a code fact of the record that is not personal',
    ],
    [
      'that is derived',
      ['by: status', 'by: all_in_school'],
      'bad-table «all_in_school» `all_in_school` is not a fact of the record | help: a table is chosen by a code fact of the record that is not personal',
    ],
    [
      'that is of a member',
      ['by: status', 'by: in_school'],
      'bad-table «in_school» `in_school` is not a fact of the record | help: a table is chosen by a code fact of the record that is not personal',
    ],
    [
      'that is personal',
      ['      assume: none', '      assume: none\n      personal: true'],
      'bad-table «status» `status` is not a code fact | help: a table is chosen by a code fact of the record that is not personal',
    ],
    [
      'that is a number',
      ['by: status', 'by: 5'],
      'shape «5» `by` of `decisions` is the number `5`, where a text is expected | help: the code fact that chooses the table',
    ],
  ]
  tells(cases)
})

describe('the tables', () => {
  const cases: Case[] = [
    [
      'one under a code near a known one',
      ['  registered:\n    -', '  registred:\n    -'],
      'bad-table «status» code `registered` of `status` has no table | help: add a list of rows under `registered:`',
      'bad-table «registred» `registred` is not a code of `status` | help: did you mean `registered`?',
    ],
    [
      'one too few',
      [REGISTERED, ''],
      'bad-table «status» code `registered` of `status` has no table | help: add a list of rows under `registered:`',
    ],
    [
      'one too many',
      [REGISTERED, `${REGISTERED}${REGISTERED.replace('registered', 'exited')}`],
      'bad-table «exited» `exited` is not a code of `status` | help: the codes are none, registered',
    ],
    [
      'one that is only a word',
      [REGISTERED, '  registered: retain\n'],
      'shape «retain» table `registered` is the text `retain`, where a list is expected | help: rows, read from the top',
    ],
    [
      'chosen by nothing',
      ['  by: status\n', ''],
      'bad-table «none» table `none` is chosen by nothing | help: say `by:` and a code fact to have a table for each code, or name the only one `table`',
      'bad-table «registered» table `registered` is chosen by nothing | help: say `by:` and a code fact to have a table for each code, or name the only one `table`',
    ],
    [
      'one for all beside a fact that chooses',
      ['  none:\n', '  table:\n'],
      'bad-table «status» code `none` of `status` has no table | help: add a list of rows under `none:`',
      'bad-table «table» `table` is not a code of `status` | help: the codes are none, registered',
    ],
    [
      'none at all',
      [
        REGISTERED,
        '',
        '  by: status\n  none:\n    - { when: "any unmet of [income, water]", then: register, source: paper, evidence: weak }\n    - { otherwise: not_eligible }\n',
        '  {}\n',
      ],
      'bad-table «decisions» there is no table | help: add a list of rows under `table:`',
    ],
  ]
  tells(cases)

  it('stand in the order of the codes', () => {
    const pack = packOf(edited([REGISTERED, '', '  none:\n    -', `${REGISTERED}  none:\n    -`]))
    expect([...pack.decisions.tables.keys()]).toEqual(['none', 'registered'])
  })
})

describe('rows', () => {
  const cases: Case[] = [
    [
      'without a last one for all others',
      ['    - { otherwise: retain }\n', ''],
      'bad-table «when: "all met of [income, water]"» the table does not end in `otherwise` | help: add a last row `{ otherwise: OUTCOME }`',
    ],
    [
      'after one for all others',
      [
        REGISTERED,
        '  registered:\n    - { otherwise: retain }\n    - { when: "all met of [income]", then: exit }\n',
      ],
      'bad-table «otherwise: retain» `otherwise` must be the last row | help: the rows below it can never be reached',
      'bad-table «when: "all met of [income]"» the table does not end in `otherwise` | help: add a last row `{ otherwise: OUTCOME }`',
    ],
    [
      'two for all others',
      ['    - { otherwise: retain }\n', '    - { otherwise: retain }\n    - { otherwise: exit }\n'],
      'bad-table «otherwise: retain» `otherwise` must be the last row | help: the rows below it can never be reached',
    ],
    [
      'for all others with a condition',
      ['{ otherwise: retain }', '{ otherwise: retain, when: "any unmet of [income]" }'],
      'bad-table «otherwise: retain» a row has either `when` and `then`, or `otherwise`',
    ],
    [
      'for all others with two outcomes',
      ['{ otherwise: retain }', '{ otherwise: retain, then: exit }'],
      'bad-table «otherwise: retain» a row has either `when` and `then`, or `otherwise`',
    ],
    [
      'with a condition alone',
      ['{ when: "all met of [income, water]", then: exit }', '{ when: "all met of [income, water]" }'],
      'bad-table «when: "all met of [income, water]"» a row needs `when` and `then`, or `otherwise`',
    ],
    [
      'with an outcome alone',
      ['{ when: "all met of [income, water]", then: exit }', '{ then: exit }'],
      'bad-table «then: exit» a row needs `when` and `then`, or `otherwise`',
    ],
    [
      'with neither',
      ['{ when: "all met of [income, water]", then: exit }', '{ note: x }'],
      'bad-table «note: x» a row needs `when` and `then`, or `otherwise`',
    ],
    [
      'that verify',
      ['then: exit', 'then: verify'],
      'bad-table «verify» `verify` cannot be an outcome of a pack | help: tpa gives it if the evidence is not enough',
    ],
    [
      'that verify all others',
      ['otherwise: retain', 'otherwise: verify'],
      'bad-table «verify» `verify` cannot be an outcome of a pack | help: tpa gives it if the evidence is not enough',
    ],
    [
      'that all say the same',
      ['then: exit', 'then: retain', 'exit: leave, ', ''],
      'constant «registered» every row of this table gives `retain` | why: a table that always says the same decides nothing',
    ],
    [
      'of which there is one',
      ['    - { when: "all met of [income, water]", then: exit }\n', '', 'exit: leave, ', ''],
      'constant «registered» every row of this table gives `retain` | why: a table that always says the same decides nothing',
    ],
  ]
  tells(cases)
})

describe('conditions of rows', () => {
  const cases: Case[] = [
    [
      'a criterion near a known one',
      ['all met of [income, water]', 'all met of [income, watr]'],
      'bad-table «watr» `watr` is not a criterion | help: did you mean `water`?',
    ],
    [
      'a criterion near none',
      ['all met of [income, water]', 'all met of [income, x]'],
      'bad-table «x» `x` is not a criterion',
    ],
    [
      'an advisory criterion',
      ['all met of [income, water]', 'all met of [income, school]'],
      'bad-table «school» `school` is advisory | help: an advisory criterion is reported and never decides',
    ],
    [
      'a criterion twice',
      ['all met of [income, water]', 'all met of [income, income]'],
      'bad-table «income» `income` stands twice in this list',
    ],
    [
      'no criterion',
      ['all met of [income, water]', 'all met of []'],
      'bad-table «"all met of []"» the list of criteria is empty',
    ],
    [
      'several faults',
      ['all met of [income, water]', 'all met of [incom, school, water, water]'],
      'bad-table «incom» `incom` is not a criterion | help: did you mean `income`?',
      'bad-table «school» `school` is advisory | help: an advisory criterion is reported and never decides',
      'bad-table «water» `water` stands twice in this list',
    ],
    [
      'without commas',
      ['all met of [income, water]', 'all met of [income water]'],
      'bad-table «income water» `income water` is not a criterion | help: separate criteria with commas',
    ],
    [
      'without brackets',
      ['all met of [income, water]', 'all met of income, water'],
      'bad-table «"all met of income, water"» a row says `any unmet of [...]` or `all met of [...]` | help: list criteria by their ids: `any unmet of [a, b]`',
    ],
    [
      'in other words',
      ['all met of [income, water]', 'any met of [income]'],
      'bad-table «"any met of [income]"» a row says `any unmet of [...]` or `all met of [...]` | help: list criteria by their ids: `any unmet of [a, b]`',
    ],
    [
      'with a capital',
      ['all met of [income, water]', 'All met of [income]'],
      'bad-table «"All met of [income]"» a row says `any unmet of [...]` or `all met of [...]` | help: list criteria by their ids: `any unmet of [a, b]`',
    ],
    [
      'without quotes in a flow mapping',
      ['"all met of [income, water]"', 'all met of [income, water]'],
      'syntax «[» malformed YAML: this is not expected here | help: put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
    ],
    ['with other spaces, which is fine', ['all met of [income, water]', ' all  met of[ income ,water, ] ']],
  ]
  tells(cases)
})

describe('outcomes', () => {
  const cases: Case[] = [
    [
      'without a title',
      ['exit: leave, ', ''],
      'bad-table «outcomes» `exit` has no title under `outcomes` | help: add `exit:` and its title',
    ],
    [
      'with a title under another name',
      ['exit: leave', 'exits: leave'],
      'bad-table «outcomes» `exit` has no title under `outcomes` | help: did you mean `exits`?',
      'bad-table «exits» no table gives `exits` | help: did you mean `exit`?',
    ],
    [
      'that no table gives',
      ['outcomes: { ', 'outcomes: { monitor: watch, '],
      'bad-table «monitor» no table gives `monitor`',
    ],
    [
      'verify with a title',
      ['outcomes: { ', 'outcomes: { verify: look again, '],
      'bad-table «verify» `verify` cannot be an outcome of a pack | help: tpa gives it if the evidence is not enough',
    ],
    [
      'of a property near a known one',
      ['order: [not_eligible, register]', 'order: [not_eligible, registr]'],
      'bad-table «registr» no table gives `registr` | help: did you mean `register`?',
    ],
    [
      'of a property near none',
      ['order: [not_eligible, register]', 'order: [not_eligible, x]'],
      'bad-table «x» no table gives `x`',
    ],
    [
      'of a property twice',
      ['order: [not_eligible, register]', 'order: [register, not_eligible, register]'],
      'bad-table «register» `register` stands twice in this order',
    ],
    [
      'of a property that verify',
      ['order: [not_eligible, register]', 'order: [not_eligible, verify]'],
      'bad-table «verify» `verify` cannot be an outcome of a pack | help: tpa gives it if the evidence is not enough',
    ],
  ]
  tells(cases)

  it('stand in the order of the tables where the pack gives no titles', () => {
    const titles = 'outcomes: { register: register, not_eligible: not eligible, exit: leave, retain: stay }\n'
    const pack = packOf(edited([titles, '']))
    expect([...pack.decisions.outcomes]).toEqual([
      ['register', 'register'],
      ['not_eligible', 'not eligible'],
      ['exit', 'exit'],
      ['retain', 'retain'],
    ])
  })
})
