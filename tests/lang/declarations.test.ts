import { describe, expect, it } from 'vitest'
import { RESERVED } from '../../src/lang/parse/keywords.js'
import { type Case, edited, faultsOf, packOf, tells, toldWhole } from './small.js'

describe('names', () => {
  const cases: Case[] = [
    [
      'a fact named like a parameter',
      ['    minutes: {', '    poverty_line: { type: yes_no }\n    minutes: {'],
      'duplicate-name «poverty_line» `poverty_line` is declared twice (declared at pack.yaml:11) | help: give one of the two another name',
    ],
    [
      'a fact of a member named like one of the record',
      ['    in_school: {', '    minutes: { type: yes_no }\n    in_school: {'],
      'duplicate-name «minutes» `minutes` is declared twice (declared at pack.yaml:40) | help: give one of the two another name',
    ],
    [
      'a derived value named like a fact',
      ['derived:\n', 'derived:\n  dry: { sources: [minutes > 0] }\n'],
      'duplicate-name «dry» `dry` is declared twice (declared at pack.yaml:41) | help: give one of the two another name',
    ],
    [
      'a derived value named like a parameter',
      ['derived:\n', 'derived:\n  rounding: { sources: [minutes > 0] }\n'],
      'duplicate-name «rounding» `rounding` is declared twice (declared at pack.yaml:22) | help: give one of the two another name',
    ],
    [
      'two criteria of one id',
      ['  - id: school\n', '  - id: income\n'],
      'duplicate-name «income» criterion `income` is declared twice | help: give one of the two another id',
    ],
    [
      'two checks of one id',
      ['outputs:\n', '  - { id: no-income, when: dry, severity: note, message: x }\noutputs:\n'],
      'duplicate-name «no-income» check `no-income` is declared twice | help: give one of the two another id',
    ],
    [
      'two properties of one id',
      ['register] }\n', 'register] }\n  - { id: worse-never-helps, order: [exit, retain] }\n'],
      'duplicate-name «worse-never-helps» property `worse-never-helps` is declared twice | help: give one of the two another id',
    ],
    [
      'an output named like a fact, which is fine',
      ['  per_head: {', '  wage_income: { of: wage_income }\n  per_head: {'],
    ],
    [
      'a parameter named like a word of the language',
      [
        '  rounding:\n',
        '  members: { title: x, unit: ratio, values: [{ from: 2014-01-01, value: 1, source: paper, evidence: weak }] }\n  rounding:\n',
      ],
      'duplicate-name «members» `members` is a word of the language | help: give it another name',
    ],
    [
      'names that JavaScript objects have',
      [
        '    village: { type: text }',
        '    village: { type: text }\n    constructor: { type: yes_no }\n    valueof: { type: yes_no }',
      ],
    ],
    [
      'a pillar that JavaScript objects have',
      ['pillar: water', 'pillar: constructor'],
      'unknown-name «constructor» `constructor` is not a pillar | help: declare it under `pillars`',
    ],
    [
      'a pillar near a known one',
      ['pillar: water', 'pillar: watr'],
      'unknown-name «watr» `watr` is not a pillar | help: did you mean `water`?',
    ],
    [
      'a pillar near none',
      ['pillar: water', 'pillar: security'],
      'unknown-name «security» `security` is not a pillar | help: declare it under `pillars`',
    ],
  ]
  tells(cases)

  it.each([...RESERVED])('a fact cannot be called %s', (word) => {
    const faults = faultsOf(edited(['    dry: { type', `    ${word}: { type: yes_no }\n    dry: { type`]))
    expect(faults.map(toldWhole)).toEqual([
      `duplicate-name «${word}» \`${word}\` is a word of the language | help: give it another name`,
    ])
  })
})

describe('names of columns', () => {
  const cases: Case[] = [
    [
      'an alias that is the name of another fact',
      ['aliases: [工资性收入]', 'aliases: [transfer_income]'],
      'duplicate-name «transfer_income» `transfer_income` is also a name of `transfer_income` | why: a column with this header could be either | help: give one of the two another label or alias',
    ],
    [
      'a label that is another label but for its case',
      [
        'rounded_income: { type: money, unit: CNY/year }',
        'rounded_income: { type: money, unit: CNY/year, labels: { en: WAGES } }',
      ],
      'duplicate-name «WAGES» `WAGES` is also a name of `wage_income` | why: a column with this header could be either | help: give one of the two another label or alias',
    ],
    [
      'an alias that is a derived column but for a space',
      ['aliases: [工资性收入]', 'aliases: [Household Size]'],
      'duplicate-name «Household Size» `Household Size` is also a name of `household_size` | why: a column with this header could be either | help: give one of the two another label or alias',
    ],
    [
      'an alias that is a derived value without a column, which is fine',
      ['aliases: [工资性收入]', 'aliases: [all_in_school]'],
    ],
    ['an alias that is a fact of a member, which is fine', ['aliases: [工资性收入]', 'aliases: [pension]']],
    ['one label in two languages, which is fine', ['en: Wages, zh: 工资', 'en: Wages, zh: Wages']],
    [
      'two facts of a member under one label',
      [
        'in_school: { type: yes_no }',
        'in_school: { type: yes_no, labels: { zh: 年龄 } }',
        'completed_years_since: birth_date }',
        'completed_years_since: birth_date, labels: { zh: 年龄 } }',
      ],
      'duplicate-name «年龄» `年龄` is also a name of `age` | why: a column with this header could be either | help: give one of the two another label or alias',
    ],
  ]
  tells(cases)
})

describe('codes', () => {
  const cases: Case[] = [
    [
      'none at all',
      ['codes: { A: safe, B: sound, C: cracked }', 'codes: {}'],
      'shape «codes» `grade` needs two codes or more',
    ],
    [
      'a single one',
      ['codes: { A: safe, B: sound, C: cracked }', 'codes: { A: safe }'],
      'shape «codes» `grade` needs two codes or more',
    ],
    [
      'an alias of two codes',
      ['A: safe, B: sound', 'A: { title: safe, aliases: [good] }, B: { title: sound, aliases: [good] }'],
      'duplicate-name «good» `good` names two codes | why: a cell with it would be `A` or `B`',
    ],
    [
      'an alias that is another code',
      ['A: safe', 'A: { title: safe, aliases: [B] }'],
      'duplicate-name «B» `B` names two codes | why: a cell with it would be `B` or `A`',
    ],
    [
      'an alias that is the code itself',
      ['A: safe', 'A: { title: safe, aliases: [A] }'],
      'duplicate-name «A» `A` stands twice',
    ],
    [
      'a code with a quote',
      ['C: cracked', "'C\"': cracked"],
      `shape «'C"'» a code cannot contain \`"\` or a line break`,
    ],
    [
      'codes of another type of fact',
      ['{ type: number, unit: minute, min', '{ type: number, codes: { a: b, c: d }, unit: minute, min'],
      'shape «codes» `codes` does not fit the type number | why: only codes have it',
    ],
  ]
  tells(cases)

  it('keep the order of the file, numbers among them', () => {
    const pack = packOf(edited(['C: cracked', 'C: cracked, 10: ten, 9: nine']))
    expect(pack.facts.get('grade')?.codes.map((each) => each.code)).toEqual(['A', 'B', 'C', '10', '9'])
  })
})

describe('the record', () => {
  const cases: Case[] = [
    [
      'an id near a fact',
      ['id: household_id,', 'id: houshold_id,'],
      'unknown-name «houshold_id» `houshold_id` is not a text fact of the household | help: did you mean `household_id`?',
    ],
    [
      'an id that is no text',
      ['id: household_id,', 'id: dry,'],
      'unknown-name «dry» `dry` is not a text fact of the household | help: there is `household_id`, `village`, `phone`',
    ],
    [
      'a date that is not a date',
      ['date: survey_date', 'date: village'],
      'unknown-name «village» `village` is not a date fact of the household | help: there is `survey_date`',
    ],
    [
      'a size that is not a number of persons',
      ['size: household_size', 'size: minutes'],
      'unknown-name «minutes» `minutes` is not a count in person | help: there is `household_size`',
    ],
    [
      'places that are no texts',
      ['places: [village]', 'places: [village, vilage, dry]'],
      'unknown-name «vilage» `vilage` is not a text or code fact of the household | help: did you mean `village`?',
      'unknown-name «dry» `dry` is not a text or code fact of the household | help: there is `household_id`, `village`, `phone`, `status`, `grade`',
    ],
  ]
  tells(cases)
})

describe('ages', () => {
  const cases: Case[] = [
    [
      'of the record',
      ['step: 0.1 }', 'step: 0.1, completed_years_since: survey_date }'],
      'shape «completed_years_since» only a fact of a member has `completed_years_since`',
    ],
    [
      'of a text',
      ['village: { type: text }', 'village: { type: text, completed_years_since: survey_date }'],
      'shape «completed_years_since» `completed_years_since` does not fit the type text | why: only money, numbers and counts have it',
    ],
    [
      'since a fact that is not there',
      ['completed_years_since: birth_date', 'completed_years_since: birthdate'],
      'unknown-name «birthdate» `birthdate` is not a date fact of a member | help: did you mean `birth_date`?',
    ],
    [
      'since a fact that is not a date',
      ['completed_years_since: birth_date', 'completed_years_since: in_school'],
      'unknown-name «in_school» `in_school` is not a date fact of a member',
    ],
    [
      'in months',
      ['age: { type: number, unit: year', 'age: { type: number, unit: month'],
      'unit «completed_years_since» completed years have the unit year',
    ],
  ]
  tells(cases)
})

describe('units', () => {
  const cases: Case[] = [
    [
      'near a known one',
      ['unit: minute, min', 'unit: minutes, min'],
      'unit «minutes» unknown unit `minutes` | help: did you mean `minute`?',
    ],
    [
      'near none',
      ['unit: minute, min', 'unit: parsec, min'],
      'unit «parsec» unknown unit `parsec` | help: units are built with `*` and `/` from CNY, USD, person, household, village, year, month, day, hour, minute, metre, kilometre, litre, mu, point; add others under `units`',
    ],
    [
      'with a capital',
      ['    unit: minute\n', '    unit: Minute\n'],
      'unit «Minute» unknown unit `Minute` | help: did you mean `minute`?',
    ],
    [
      'with a power',
      ['unit: minute, min', 'unit: minute^2, min'],
      'unit «minute^2» unknown unit `minute^2` | help: did you mean `minute`?',
    ],
    [
      'with a factor missing',
      ['unit: minute, min', 'unit: minute//day, min'],
      'unit «minute//day» a base unit is missing in `minute//day` | help: units are built with `*` and `/` from CNY, USD, person, household, village, year, month, day, hour, minute, metre, kilometre, litre, mu, point; add others under `units`',
    ],
    [
      'that ends with a slash',
      ['unit: minute, min', 'unit: minute/, min'],
      'unit «minute/» a base unit is missing in `minute/` | help: units are built with `*` and `/` from CNY, USD, person, household, village, year, month, day, hour, minute, metre, kilometre, litre, mu, point; add others under `units`',
    ],
    [
      'of another type of fact',
      ['dry: { type: yes_no', 'dry: { type: yes_no, unit: minute, min: 0'],
      'shape «unit» `unit` does not fit the type yes_no | why: only money, numbers and counts have it',
      'shape «min» `min` does not fit the type yes_no | why: only money, numbers and counts have it',
    ],
    [
      'of a derived yes/no',
      ['    sources: [every m', '    type: yes_no\n    unit: person\n    sources: [every m'],
      'shape «unit» `unit` does not fit the type yes_no | why: only money, numbers and counts have it',
    ],
    [
      'a bound of a derived yes/no',
      ['    sources: [every m', '    min: 0\n    sources: [every m'],
      'shape «min» `min` does not fit the type yes_no | why: only money, numbers and counts have it',
    ],
    [
      'of the pack, of a parameter and of a fact',
      [
        'pillars:',
        'units: [parsec]\npillars:',
        'unit: minute, min',
        'unit: 1/parsec, min',
        '    unit: minute\n',
        '    unit: 1 / parsec\n',
      ],
    ],
  ]
  tells(cases)
})

describe('what is assumed', () => {
  const cases: Case[] = [
    [
      'another word for no',
      ['type: yes_no, assume: no', 'type: yes_no, assume: nein'],
      'shape «nein» `nein` is not a value of `dry` | help: write yes or no',
    ],
    [
      'a code near a known one',
      ['      assume: none', '      assume: register'],
      'shape «register» `register` is not a value of `status` | help: did you mean `registered`?',
    ],
    [
      'a code near none',
      ['      assume: none', '      assume: x'],
      'shape «x» `x` is not a value of `status` | help: the codes are none, registered',
    ],
    [
      'a number out of range',
      ['step: 0.1 }', 'step: 0.1, assume: 601 }'],
      'shape «601» `601` is not a value of `minutes` | help: write a number: 0 to 600',
    ],
    [
      'a number in words',
      ['step: 0.1 }', 'step: 0.1, assume: many }'],
      'shape «many» `many` is not a value of `minutes` | help: write a number: 0 to 600',
    ],
    [
      'half a person',
      ['derived:\n', '    persons: { type: count, unit: person, assume: 0.5 }\nderived:\n'],
      'shape «0.5» `0.5` is not a value of `persons` | help: write a whole number: anything',
    ],
    [
      'a day that does not exist',
      ['survey_date: { type: date }', 'survey_date: { type: date, assume: 2020-02-30 }'],
      'shape «2020-02-30» `2020-02-30` is not a value of `survey_date` | help: write YYYY-MM-DD',
    ],
    [
      'a text',
      ['village: { type: text }', 'village: { type: text, assume: x }'],
      'shape «x» `x` is not a value of `village` | help: nothing can be assumed for a text',
    ],
  ]
  tells(cases)

  it.each([
    ['minutes', 'step: 0.1 }', 'step: 0.1, assume: 1.50 }', '1.5'],
    ['minutes', 'step: 0.1 }', 'step: 0.1, assume: +007 }', '7'],
    ['minutes', 'step: 0.1 }', 'step: 0.1, assume: -0 }', '0'],
    ['rounded_income', 'CNY/year }\n    minutes', 'CNY/year, assume: -2.5 }\n    minutes', '-2.5'],
    [
      'survey_date',
      'survey_date: { type: date }',
      'survey_date: { type: date, assume: 2020-02-29 }',
      '2020-02-29',
    ],
    ['grade', 'C: cracked }', '01: one }, assume: 01', '01'],
  ])('%s: %s becomes %s', (fact, find, put, value) => {
    const known = packOf(edited([find, put])).facts.get(fact)?.assume
    expect(typeof known === 'object' ? known?.toFixed() : known).toBe(value)
  })
})

describe('citations', () => {
  const cases: Case[] = [
    [
      'a source near a known one',
      ['value: 20, source: paper', 'value: 20, source: papers'],
      "unknown-source «papers» `papers` is none of the pack's sources | help: did you mean `paper`?",
    ],
    [
      'a source near none',
      ['value: 20, source: paper', 'value: 20, source: yearbook'],
      "unknown-source «yearbook» `yearbook` is none of the pack's sources | help: declare it under `sources`",
    ],
    [
      'a source that JavaScript objects have',
      ['value: 20, source: paper', 'value: 20, source: constructor'],
      "unknown-source «constructor» `constructor` is none of the pack's sources | help: declare it under `sources`",
    ],
    [
      'a value that nobody can look up',
      ['source: paper, evidence: weak }]', 'source: paper, evidence: unverified }]'],
      'unverified «unverified» this stands in no source at hand | why: a decision should rest on what somebody can look up | help: find a source, or say `allow_unverified: true` at the top of the pack',
    ],
    [
      'a criterion that nobody can look up',
      [
        '    advisory: true\n    source: paper\n    evidence: verified',
        '    advisory: true\n    source: paper\n    evidence: unverified',
      ],
      'unverified «unverified» this stands in no source at hand | why: a decision should rest on what somebody can look up | help: find a source, or say `allow_unverified: true` at the top of the pack',
    ],
    [
      'both, where the pack allows them',
      [
        'as_of:',
        'allow_unverified: true\nas_of:',
        'source: paper, evidence: weak }]',
        'source: paper, evidence: unverified }]',
      ],
    ],
    [
      'a row with a source and no evidence',
      ['{ otherwise: retain }', '{ otherwise: retain, source: paper }'],
      'shape «otherwise: retain» this row cites, and has no `evidence` | help: add `evidence:`',
    ],
    [
      'a row with evidence and no source',
      ['{ otherwise: retain }', '{ otherwise: retain, evidence: weak }'],
      'shape «otherwise: retain» this row cites, and has no `source` | help: add `source:`',
    ],
    [
      'a row with a quote and no source',
      ['{ otherwise: retain }', '{ otherwise: retain, quote: x }'],
      'shape «otherwise: retain» this row cites, and has no `source` | help: add `source:`',
    ],
    [
      'a row with a source near a known one',
      ['{ otherwise: retain }', '{ otherwise: retain, source: papr, evidence: weak }'],
      "unknown-source «papr» `papr` is none of the pack's sources | help: did you mean `paper`?",
    ],
    [
      'a row that nobody can look up',
      ['{ otherwise: retain }', '{ otherwise: retain, source: paper, evidence: unverified }'],
      'unverified «unverified» this stands in no source at hand | why: a decision should rest on what somebody can look up | help: find a source, or say `allow_unverified: true` at the top of the pack',
    ],
  ]
  tells(cases)
})

describe('numbers as they are written', () => {
  it.each([
    ['20', '20'],
    ['007', '7'],
    ['+5', '5'],
    ['-0', '0'],
    ['1.50', '1.5'],
    ['0.000000001', '0.000000001'],
    ['123456789012345', '123456789012345'],
    ['00000000000000000001', '1'],
    ['1.10000000000000000', '1.1'],
  ])('%s is %s', (written, value) => {
    const pack = packOf(edited(['value: 20,', `value: ${written},`]))
    expect(pack.parameters.get('round_trip')?.values.map((each) => each.value.toFixed())).toEqual([value])
  })
})

describe('dated values', () => {
  it('stand in the order of their days, wherever they stand in the file', () => {
    const pack = packOf(edited(['from: 2020-01-01', 'from: 2010-01-01']))
    expect(pack.parameters.get('poverty_line')?.values.map((each) => each.from)).toEqual([
      '2010-01-01',
      '2014-01-01',
    ])
  })
})
