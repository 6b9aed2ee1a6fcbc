import { describe } from 'vitest'
import { type Case, tells } from './small.js'

describe('values of the wrong form', () => {
  const cases: Case[] = [
    [
      'language 2',
      ['language: 1', 'language: 2'],
      'shape «2» `2` cannot be `language` | why: this tpa reads version 1 of the language; a pack of a later version needs a later tpa | help: write 1',
    ],
    [
      'language as a text',
      ['language: 1', 'language: "1"'],
      'shape «"1"» `1` cannot be `language` | why: this tpa reads version 1 of the language; a pack of a later version needs a later tpa | help: take the quotes away',
    ],
    [
      'language empty',
      ['language: 1', 'language:'],
      'shape «language» `language` is empty | help: the version of the rule language: 1',
    ],
    [
      'an id with capitals',
      ['pack: small', 'pack: Small Pack'],
      'shape «Small Pack» `Small Pack` cannot be `pack` | help: an id is made of lower-case letters, digits, `-` and `_`',
    ],
    [
      'a version that YAML takes for a number',
      ['version: 1.0.0', 'version: 1.0'],
      'shape «1.0» `version` is the number `1.0`, where a text is expected | help: three numbers, such as 1.0.0',
    ],
    [
      'a version with a letter',
      ['version: 1.0.0', 'version: v1.0.0'],
      'shape «v1.0.0» `v1.0.0` cannot be `version` | help: a version is three numbers, such as 1.0.0',
    ],
    [
      'a number as title',
      ['title: A small pack', 'title: 2020'],
      'shape «2020» `title` is the number `2020`, where a text is expected | help: put it in quotes: "2020"',
    ],
    [
      'a long number as title',
      ['title: A small pack', 'title: 12345678901234567890123'],
      'shape «12345678901234567890123» `title` is the number `12345678901234567890123`, where a text is expected | help: put it in quotes: "12345678901234567890123"',
    ],
    [
      'true as title',
      ['title: A small pack', 'title: true'],
      'shape «true» `title` is `true`, where a text is expected | help: put it in quotes: "true"',
    ],
    [
      'a list as title',
      ['title: A small pack', 'title: [a]'],
      'shape «title» `title` is a list, where a text is expected | help: the name of the pack, for people',
    ],
    [
      'no title after the colon',
      ['title: A small pack', 'title:'],
      'shape «title» `title` is empty | help: the name of the pack, for people',
    ],
    [
      'an empty title',
      ['title: A small pack', 'title: ""'],
      'shape «""» `title` is empty | help: the name of the pack, for people',
    ],
    [
      'null',
      ['title: A small pack', 'title: ~'],
      'shape «~» `title` is empty | help: the name of the pack, for people',
    ],
    [
      'a text as record',
      [
        'record: { name: household, id: household_id, date: survey_date, size: household_size, places: [village] }',
        'record: household',
      ],
      'shape «household» `record` is the text `household`, where a mapping is expected | help: what is judged',
    ],
    [
      'a record name with a capital',
      ['name: household,', 'name: Household,'],
      'shape «Household» `Household` cannot be `name` of `record` | help: a name is snake_case: lower-case letters, digits, `_`',
    ],
    [
      'a list of sources',
      ['sources:\n  paper: {', 'sources:\n  - paper: {'],
      'shape «sources» `sources` is a list, where a mapping is expected | help: what is cited, by id',
    ],
    [
      'an address that could run',
      ['date: 2021-07 }', 'date: 2021-07, url: "javascript:alert(1)" }'],
      'shape «"javascript:alert(1)"» `javascript:alert(1)` cannot be `url` of source `paper` | help: an address begins with https:// or http://',
    ],
    [
      'yes for true',
      ['as_of:', 'allow_unverified: yes\nas_of:'],
      'shape «yes» `allow_unverified` is the text `yes`, where true or false is expected | help: write true or false',
    ],
    [
      'a list of pillars',
      ['pillars: { income: Income, water: Water, school: School }', 'pillars: [income]'],
      'shape «pillars» `pillars` is a list, where a mapping is expected | help: id and title of each group of criteria, in the order of reports',
    ],
    [
      'parameters empty',
      ['parameters:\n  poverty_line:\n', 'parameters:\nparameter:\n  poverty_line:\n'],
      'shape «parameters» `parameters` is empty | help: fill it in, or leave the key out',
      'shape «parameter» unknown key `parameter` in the pack | help: did you mean `parameters`?',
    ],
    [
      'a name of a parameter with capitals',
      ['  round_trip:\n', '  Round-Trip:\n'],
      'shape «Round-Trip» `Round-Trip` cannot be a key of `parameters` | help: a name is snake_case: lower-case letters, digits, `_`',
    ],
    [
      'values as a mapping',
      [
        'values: [{ from: 2014-01-01, value: 20, source: paper, evidence: weak }]',
        'values: { from: 2014-01-01 }',
      ],
      'shape «values» `values` of parameter `round_trip` is a mapping, where a list is expected | help: the values by date; in force is the one with the latest `from`',
    ],
    [
      'values as a number',
      ['values: [{ from: 2014-01-01, value: 20, source: paper, evidence: weak }]', 'values: 20'],
      'shape «20» `values` of parameter `round_trip` is the number `20`, where a list is expected | help: the values by date; in force is the one with the latest `from`',
    ],
    [
      'no values',
      ['values: [{ from: 2014-01-01, value: 20, source: paper, evidence: weak }]', 'values: []'],
      'shape «values» a parameter needs at least one value',
    ],
    [
      'a value in words',
      ['value: 20,', 'value: twenty,'],
      'shape «twenty» `value` of item 1 of `values` of parameter `round_trip` is the text `twenty`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      'a value in quotes',
      ['value: 20,', 'value: "20",'],
      'shape «"20"» `value` of item 1 of `values` of parameter `round_trip` is the text `20`, where a number is expected | help: take the quotes away',
    ],
    [
      'a value empty',
      ['value: 20,', 'value: ,'],
      'shape «value» `value` of item 1 of `values` of parameter `round_trip` is empty | help: plain digits, such as 4000 or 0.02',
    ],
    [
      'evidence of its own',
      ['value: 20, source: paper, evidence: weak', 'value: 20, source: paper, evidence: strong'],
      'shape «strong» `strong` cannot be `evidence` of item 1 of `values` of parameter `round_trip` | help: write one of verified, weak, arithmetic, unverified',
    ],
    [
      'facts as a list',
      ['facts:\n  household:\n', 'facts: []\nfact:\n  household:\n'],
      'shape «facts» `facts` is a list, where a mapping is expected | help: a group named after the record, and optionally `member` for the rows of its roster',
      'shape «fact» unknown key `fact` in the pack | help: did you mean `facts`?',
    ],
    [
      'a name of a fact with a space',
      ['    minutes: {', '    Water minutes: {'],
      'shape «Water minutes» `Water minutes` cannot be a key of `household` of `facts` | help: a name is snake_case: lower-case letters, digits, `_`',
    ],
    [
      'a Chinese name of a fact',
      ['    in_school: {', '    在校: {'],
      'shape «在校» `在校` cannot be a key of `member` of `facts` | help: a name is snake_case: lower-case letters, digits, `_`',
    ],
    [
      'a type near a known one',
      ['transfer_income: { type: money', 'transfer_income: { type: mony'],
      'shape «mony» `mony` cannot be `type` of fact `transfer_income` | help: did you mean `money`?',
    ],
    [
      'a type near none',
      ['transfer_income: { type: money', 'transfer_income: { type: float'],
      'shape «float» `float` cannot be `type` of fact `transfer_income` | help: write one of money, number, count, yes_no, code, date, text',
    ],
    [
      'a type empty',
      ['transfer_income: { type: money', 'transfer_income: { type: '],
      'shape «type» `type` of fact `transfer_income` is empty | help: one of money, number, count, yes_no, code, date, text',
    ],
    [
      'a bound in words',
      ['min: 0, max: 600', 'min: none, max: 600'],
      'shape «none» `min` of fact `minutes` is the text `none`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      'a bound empty',
      ['min: 0, max: 600', 'min: , max: 600'],
      'shape «min» `min` of fact `minutes` is empty | help: fill it in, or leave the key out',
    ],
    [
      'a step of 0',
      ['step: 0.1', 'step: 0'],
      'shape «0» `0` cannot be `step` of fact `minutes` | help: a step is above 0',
    ],
    [
      'a step below 0',
      ['step: 0.1', 'step: -1'],
      'shape «-1» `-1` cannot be `step` of fact `minutes` | help: a step is above 0',
    ],
    [
      'codes as a list',
      ['codes: { A: safe, B: sound, C: cracked }', 'codes: [A, B, C]'],
      'shape «codes» `codes` of fact `grade` is a list, where a mapping is expected | help: each code with its meaning, in order',
    ],
    [
      'the meaning of a code as a number',
      ['A: safe', 'A: 1'],
      'shape «1» code `A` of fact `grade` is the number `1`, where a text or a mapping of `title` and `aliases` is expected',
    ],
    ['the meaning of a code empty', ['A: safe', 'A: '], 'shape «A» code `A` of fact `grade` is empty'],
    [
      'a language of labels in full',
      ['en: Wages', 'english: Wages'],
      'shape «english» `english` cannot be a key of `labels` of fact `wage_income` | help: a language is two letters, such as en or zh',
    ],
    [
      'aliases as a text',
      ['aliases: [工资性收入]', 'aliases: 工资性收入'],
      'shape «工资性收入» `aliases` of fact `wage_income` is the text `工资性收入`, where a list is expected | help: further column names that are recognised',
    ],
    [
      'a number as alias',
      ['aliases: [工资性收入]', 'aliases: [工资性收入, 01]'],
      'shape «01» item 2 of `aliases` of fact `wage_income` is the number `01`, where a text is expected | help: put it in quotes: "01"',
    ],
    [
      'personal: yes',
      ['phone: { type: text, personal: true }', 'phone: { type: text, personal: yes }'],
      'shape «yes» `personal` of fact `phone` is the text `yes`, where true or false is expected | help: write true or false',
    ],
    [
      'assume: false',
      ['type: yes_no, assume: no', 'type: yes_no, assume: false'],
      'shape «false» `assume` of fact `dry` is `false`, where a value is expected | help: write yes or no',
    ],
    [
      'assume as a list',
      ['type: yes_no, assume: no', 'type: yes_no, assume: [no]'],
      'shape «assume» `assume` of fact `dry` is a list, where a value is expected | help: the value taken where the file has no such column at all',
    ],
    [
      'assume empty',
      ['type: yes_no, assume: no', 'type: yes_no, assume:'],
      'shape «assume» `assume` of fact `dry` is empty | help: fill it in, or leave the key out',
    ],
    [
      'a derived value of type code',
      ['  all_in_school:\n', '  all_in_school:\n    type: code\n'],
      'shape «code» `code` cannot be `type` of derived value `all_in_school` | why: a derived value is a number or a yes/no | help: write one of money, number, count, yes_no',
    ],
    [
      'sources of a derived value as a text',
      ['sources: [every m in members satisfies m.in_school]', 'sources: all_in_school'],
      'shape «all_in_school» `sources` of derived value `all_in_school` is the text `all_in_school`, where a list is expected | help: ways to one value: given (the column), an expression, or { of, within } for a rounded figure',
    ],
    [
      'no sources of a derived value',
      ['sources: [every m in members satisfies m.in_school]', 'sources: []'],
      'shape «sources» a derived value needs at least one source',
    ],
    [
      'a list as source of a derived value',
      ['sources: [every m in members satisfies m.in_school]', 'sources: [[every]]'],
      'shape «every» item 1 of `sources` of derived value `all_in_school` is a list, where an expression, `given` or a mapping of `of` and `within` is expected',
    ],
    [
      'no criterion',
      ['criteria:\n  - id: income\n', 'criteria: []\nkriteria:\n  - id: income\n'],
      'shape «criteria» a pack needs at least one criterion',
      'shape «kriteria» unknown key `kriteria` in the pack | help: did you mean `criteria`?',
    ],
    [
      'true as expression',
      ['met: all_in_school', 'met: true'],
      'shape «true» `met` of criterion `school` is `true`, where an expression is expected | help: write the yes/no itself, or `not(...)` around it',
    ],
    [
      'a list as expression',
      ['met: all_in_school', 'met: [all_in_school]'],
      'shape «met» `met` of criterion `school` is a list, where an expression is expected | help: put the expression in quotes: YAML takes `[` at the beginning for a list',
    ],
    [
      'a mapping as expression',
      ['met: all_in_school', 'met: { all_in_school: yes }'],
      'shape «met» `met` of criterion `school` is a mapping, where an expression is expected | help: a yes/no: yes where the criterion is met',
    ],
    [
      'no expression',
      ['met: all_in_school', 'met:'],
      'shape «met» `met` of criterion `school` is empty | help: a yes/no: yes where the criterion is met',
    ],
    [
      'advisory in words',
      ['advisory: true', 'advisory: perhaps'],
      'shape «perhaps» `advisory` of criterion `school` is the text `perhaps`, where true or false is expected | help: write true or false',
    ],
    [
      'a text as row',
      ['- { otherwise: retain }', '- retain'],
      'shape «retain» row 2 of table `registered` is the text `retain`, where a mapping is expected',
    ],
    [
      'a table without rows',
      [
        '  registered:\n    - { when: "all met of [income, water]", then: exit }\n    - { otherwise: retain }\n',
        '  registered: []\n',
      ],
      'shape «registered» a table needs at least one row',
    ],
    [
      'a table empty',
      [
        '  registered:\n    - { when: "all met of [income, water]", then: exit }\n    - { otherwise: retain }\n',
        '  registered:\n',
      ],
      'shape «registered» table `registered` is empty | help: rows, read from the top',
    ],
    [
      'a number as outcome',
      ['then: exit', 'then: 5'],
      'shape «5» `then` of row 1 of table `registered` is the number `5`, where a text is expected | help: the outcome',
    ],
    [
      'an outcome with a capital',
      ['then: exit', 'then: Exit'],
      'shape «Exit» `Exit` cannot be `then` of row 1 of table `registered` | help: a name is snake_case: lower-case letters, digits, `_`',
    ],
    [
      'a list as condition of a row',
      ['when: "all met of [income, water]"', 'when: [income, water]'],
      'shape «when» `when` of row 1 of table `registered` is a list, where a text is expected | help: any unmet of [a, b], or all met of [a, b]',
    ],
    [
      'checks empty',
      [
        'checks:\n  - { id: no-income, when: net_income <= 0, unless: dry, severity: warning, message: income is not above 0 }\n',
        'checks:\n',
      ],
      'shape «checks» `checks` is empty | help: fill it in, or leave the key out',
    ],
    [
      'an id of a check with a space',
      ['id: no-income', 'id: No income'],
      'shape «No income» `No income` cannot be `id` of check `No income` | help: an id is made of lower-case letters, digits, `-` and `_`',
    ],
    [
      'a severity of its own',
      ['severity: warning', 'severity: fatal'],
      'shape «fatal» `fatal` cannot be `severity` of check `no-income` | help: write one of error, warning, note',
    ],
    [
      'a text as output',
      ['{ of: net_income }', 'net_income'],
      'shape «net_income» output `net_income` is the text `net_income`, where a mapping is expected',
    ],
    [
      'an order as a text',
      ['order: [not_eligible, register]', 'order: register'],
      'shape «register» `order` of property `worse-never-helps` is the text `register`, where a list is expected | help: outcomes from the least help to the most',
    ],
    [
      'an order of one',
      ['order: [not_eligible, register]', 'order: [register]'],
      'shape «order» an order needs two outcomes or more',
    ],
    [
      'units that are no words or there already',
      ['pillars:', 'units: [a b, person, kg, kg, ratio]\npillars:'],
      'shape «a b» `a b` cannot be unit 1 | help: a base unit is one word of letters, digits and `_`',
      'duplicate-name «person» unit `person` is there already',
      'duplicate-name «kg» unit `kg` is there already',
      'duplicate-name «ratio» unit `ratio` is there already',
    ],
    [
      'a unit without end',
      ['unit: CNY/year\n    sources:', `unit: ${'CNY*'.repeat(30)}CNY\n    sources:`],
      'shape «CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY» `CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY*CNY…` cannot be `unit` of derived value `net_income` | help: a unit has at most 100 characters',
    ],
  ]
  tells(cases)
})

describe('groups of facts', () => {
  const cases: Case[] = [
    [
      'misspelt',
      ['  household:\n', '  houshold:\n'],
      'shape «houshold» `houshold` is not a group of facts | help: the groups are `household` (the record) and `member` (a row of its roster)',
    ],
    [
      'one too many',
      ['  member:\n', '  village: { x: { type: yes_no } }\n  member:\n'],
      'shape «village» `village` is not a group of facts | help: the groups are `household` (the record) and `member` (a row of its roster)',
    ],
    [
      'the record called member',
      ['record: { name: household,', 'record: { name: member,'],
      'shape «member» `member` names the rows of a roster | help: give what is judged another name',
    ],
  ]
  tells(cases)
})

describe('numbers of a pack', () => {
  const cases: Case[] = [
    [
      '0x10',
      ['value: 20,', 'value: 0x10,'],
      'shape «0x10» `value` of item 1 of `values` of parameter `round_trip` is the text `0x10`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      '1e3',
      ['value: 20,', 'value: 1e3,'],
      'shape «1e3» `value` of item 1 of `values` of parameter `round_trip` is the text `1e3`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      '.5',
      ['value: 20,', 'value: .5,'],
      'shape «.5» `value` of item 1 of `values` of parameter `round_trip` is the text `.5`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      '5.',
      ['value: 20,', 'value: 5.,'],
      'shape «5.» `value` of item 1 of `values` of parameter `round_trip` is the text `5.`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      '1_000',
      ['value: 20,', 'value: 1_000,'],
      'shape «1_000» `value` of item 1 of `values` of parameter `round_trip` is the text `1_000`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      '.inf',
      ['value: 20,', 'value: .inf,'],
      'shape «.inf» `value` of item 1 of `values` of parameter `round_trip` is the text `.inf`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      'twenty and a half',
      ['value: 20,', 'value: 20 1/2,'],
      'shape «20 1/2» `value` of item 1 of `values` of parameter `round_trip` is the text `20 1/2`, where a number is expected | help: write plain digits, such as 4000 or 0.02',
    ],
    [
      'more than 9 places',
      ['value: 20,', 'value: 1.0123456789,'],
      'bad-number «1.0123456789» `1.0123456789` is too long for a number | help: a number has at most 15 digits and 9 places',
    ],
    [
      'more than 15 digits',
      ['value: 20,', 'value: 1234567890123456,'],
      'bad-number «1234567890123456» `1234567890123456` is too long for a number | help: a number has at most 15 digits and 9 places',
    ],
    [
      'more than 15 digits as a bound',
      ['min: 0, max: 600', 'min: 0, max: 1234567890123456'],
      'bad-number «1234567890123456» `1234567890123456` is too long for a number | help: a number has at most 15 digits and 9 places',
    ],
    [
      'more than 9 places as a step',
      ['step: 0.1', 'step: 0.0000000001'],
      'bad-number «0.0000000001» `0.0000000001` is too long for a number | help: a number has at most 15 digits and 9 places',
    ],
    [
      'min above max of a fact',
      ['min: 0, max: 600', 'min: 700, max: 600'],
      'bad-number «700» `min` of `minutes` is above its `max`',
    ],
    [
      'min above max of a parameter',
      ['    min: 0\n    values', '    min: 5000\n    max: 4000\n    values'],
      'bad-number «5000» `min` of `poverty_line` is above its `max`',
    ],
    [
      'a value below the min of its parameter',
      ['    min: 0\n    values', '    min: 3000\n    values'],
      'bad-number «2800» `2800` is outside the range of `poverty_line`: 3000 or more',
    ],
    [
      'a value above the max of its parameter',
      ['    min: 0\n    values', '    max: 3000\n    values'],
      'bad-number «4000» `4000` is outside the range of `poverty_line`: at most 3000',
    ],
  ]
  tells(cases)
})

describe('days', () => {
  const cases: Case[] = [
    [
      'as_of as a year',
      ['as_of: 2020-12-31', 'as_of: 2020'],
      'bad-date «2020» `2020` is not a date | help: write YYYY-MM-DD',
    ],
    [
      'as_of the German way',
      ['as_of: 2020-12-31', 'as_of: 31.12.2020'],
      'bad-date «31.12.2020» `31.12.2020` is not a date | help: write YYYY-MM-DD',
    ],
    [
      'as_of as a list',
      ['as_of: 2020-12-31', 'as_of: [2020-12-31]'],
      'shape «as_of» `as_of` is a list, where a date is expected | help: the date taken for records that bring none',
    ],
    [
      'as_of empty',
      ['as_of: 2020-12-31', 'as_of:'],
      'shape «as_of» `as_of` is empty | help: fill it in, or leave the key out',
    ],
    [
      'as_of on 30 February',
      ['as_of: 2020-12-31', 'as_of: 2020-02-30'],
      'bad-date «2020-02-30» `2020-02-30` is not a date that exists | help: write YYYY-MM-DD',
    ],
    ['as_of in quotes', ['as_of: 2020-12-31', 'as_of: "2020-12-31"']],
    [
      'since without zeros',
      ['since: 2015-01-01', 'since: 2015-1-1'],
      'bad-date «2015-1-1» `2015-1-1` is not a date | help: write YYYY-MM-DD',
    ],
    [
      'since in month 13',
      ['since: 2015-01-01', 'since: 2015-13-01'],
      'bad-date «2015-13-01» `2015-13-01` is not a date that exists | help: write YYYY-MM-DD',
    ],
    [
      'from on 29 February of no leap year',
      ['from: 2014-01-01, value: 20', 'from: 2014-02-29, value: 20'],
      'bad-date «2014-02-29» `2014-02-29` is not a date that exists | help: write YYYY-MM-DD',
    ],
    [
      'to that does not exist',
      ['to: 2018-12-31', 'to: 2018-12-32'],
      'bad-date «2018-12-32» `2018-12-32` is not a date that exists | help: write YYYY-MM-DD',
    ],
    ['to before from', ['to: 2018-12-31', 'to: 2013-12-31'], 'bad-date «2013-12-31» `to` is before `from`'],
    ['to on the day of from', ['to: 2018-12-31', 'to: 2014-01-01']],
    [
      'two values from one day',
      ['from: 2020-01-01', 'from: 2014-01-01'],
      'bad-date «2014-01-01» two values start on 2014-01-01',
    ],
    [
      'a value still in force when the next begins',
      ['to: 2018-12-31', 'to: 2020-01-01'],
      'bad-date «2020-01-01» on 2020-01-01 the value from 2014-01-01 is in force too, until 2020-01-01 | help: let the earlier one end the day before, or leave its `to` out: a later `from` ends it',
    ],
    ['a value in force until the next begins', ['to: 2018-12-31', 'to: 2019-12-31']],
    ['a value before the one above it', ['from: 2020-01-01', 'from: 2010-01-01']],
    [
      'a source of month 13',
      ['date: 2021-07', 'date: 2021-13'],
      'bad-date «2021-13» `2021-13` is not a year, month or day | help: write YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a source of a day that does not exist',
      ['date: 2021-07', 'date: 2021-02-29'],
      'bad-date «2021-02-29» `2021-02-29` is not a year, month or day | help: write YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a source with the date of another order',
      ['date: 2021-07', 'date: 07.2021'],
      'bad-date «07.2021» `07.2021` is not a year, month or day | help: write YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a source with a date in words',
      ['date: 2021-07', 'date: July 2021'],
      'bad-date «July 2021» `July 2021` is not a year, month or day | help: write YYYY, YYYY-MM or YYYY-MM-DD',
    ],
    [
      'a source with a list of dates',
      ['date: 2021-07', 'date: [2021]'],
      'shape «date» `date` of source `paper` is a list, where a year, month or day is expected | help: a year, month or day',
    ],
    ['a source of a year', ['date: 2021-07', 'date: 2021']],
    ['a source of a day', ['date: 2021-07', 'date: 2021-07-31']],
  ]
  tells(cases)
})
