import { describe } from 'vitest'
import { type Case, income, met, tells } from './small.js'

describe('names in expressions', () => {
  const cases: Case[] = [
    [
      'near a fact',
      met('minuts <= round_trip'),
      'unknown-name «minuts» unknown name `minuts` | why: an expression may use only what `facts`, `derived` and `parameters` declare | help: did you mean `minutes`? (declared at pack.yaml:40)',
    ],
    [
      'near two names',
      met('transfer_incomes > 0'),
      'unknown-name «transfer_incomes» unknown name `transfer_incomes` | why: an expression may use only what `facts`, `derived` and `parameters` declare | help: did you mean `transfer_income`? (declared at pack.yaml:38)',
    ],
    [
      'near nothing',
      met('colour > 0'),
      'unknown-name «colour» unknown name `colour` | why: an expression may use only what `facts`, `derived` and `parameters` declare',
    ],
    [
      'Chinese',
      met('工资 > 0'),
      'unknown-name «工资» unknown name `工资` | why: an expression may use only what `facts`, `derived` and `parameters` declare',
    ],
    [
      'that JavaScript objects have',
      met('constructor > 0'),
      'unknown-name «constructor» unknown name `constructor` | why: an expression may use only what `facts`, `derived` and `parameters` declare',
    ],
    [
      'of an output, which nothing reads',
      met('per_head > 0'),
      'unknown-name «per_head» unknown name `per_head` | why: an expression may use only what `facts`, `derived` and `parameters` declare',
    ],
    [
      'of a fact of a member outside a roster',
      met('in_school'),
      'unknown-name «in_school» `in_school` is a fact of a member, not of the record | help: reach it through the roster: `every m in members satisfies m.in_school`',
    ],
    [
      'of a member outside a roster',
      met('m.in_school'),
      'unknown-name «m.in_school» `m` is not a member here | help: bind it with `every m in members satisfies …` or `some m in members satisfies …`',
    ],
    [
      'of a fact of a member inside `every`',
      ['satisfies m.in_school', 'satisfies in_school'],
      'unknown-name «in_school» `in_school` is a fact of a member, not of the record | help: reach it through the roster: `every m in members satisfies m.in_school`',
    ],
    ['of a fact of a member inside a filter, which is fine', met('count(members[in_school]) > 0')],
    [
      'near a fact of a member inside a filter',
      met('count(members[in_shcool]) > 0'),
      'unknown-name «in_shcool» unknown name `in_shcool` | why: an expression may use only what `facts`, `derived` and `parameters` declare | help: did you mean `in_school`? (declared at pack.yaml:46)',
    ],
    [
      'near a fact of a member',
      ['satisfies m.in_school', 'satisfies m.inschool'],
      'unknown-name «m.inschool» a member has no fact `inschool` | help: did you mean `in_school`?',
    ],
    [
      'of a fact of the record at a member',
      ['satisfies m.in_school', 'satisfies m.dry'],
      'unknown-name «m.dry» a member has no fact `dry`',
    ],
    [
      'near the name of the member',
      met('every kid in members satisfies kids.in_school'),
      'unknown-name «kids.in_school» `kids` is not a member here | help: did you mean `kid`?',
    ],
    [
      'of a member that is a fact already',
      met('every dry in members satisfies dry.in_school'),
      'duplicate-name «every dry in members satisfies dry.in_school» `dry` already means something here | help: give the member another name',
    ],
    [
      'of a member that is a member already',
      met('every m in members satisfies some m in members satisfies m.in_school'),
      'duplicate-name «some m in members satisfies m.in_school» `m` already means something here | help: give the member another name',
    ],
    [
      'of an outer member in an inner roster, which is fine',
      met('every a in members satisfies some b in members satisfies a.age >= b.age'),
    ],
  ]
  tells(cases)
})

describe('rosters', () => {
  const cases: Case[] = [
    [
      'where the pack has no members',
      [
        '  member:\n    age: { type: number, unit: year, min: 0, max: 120, completed_years_since: birth_date }\n    birth_date: { type: date }\n    name: { type: text, personal: true }\n    in_school: { type: yes_no }\n    pension: { type: money, unit: CNY/year, min: 0 }\n',
        '',
      ],
      'unknown-name «count(members)» the pack declares no members | help: declare their facts under `facts.member`',
      'unknown-name «every m in members satisfies m.in_school» the pack declares no members | help: declare their facts under `facts.member`',
    ],
    [
      'three inside each other, which is fine',
      met(
        'every a in members satisfies every b in members satisfies some c in members satisfies c.in_school',
      ),
    ],
    [
      'four inside each other',
      met(
        'every a in members satisfies every b in members satisfies every c in members satisfies some d in members satisfies d.in_school',
      ),
      'too-deep «some d in members satisfies d.in_school» more than 3 rosters stand inside each other | why: every level multiplies the work by the number of members',
    ],
    [
      'four inside each other through filters',
      met('count(members[count(members[count(members[count(members[in_school]) > 0]) > 0]) > 0]) > 0'),
      'too-deep «count(members[in_school])» more than 3 rosters stand inside each other | why: every level multiplies the work by the number of members',
    ],
  ]
  tells(cases)
})

describe('codes in expressions', () => {
  const cases: Case[] = [
    [
      'near a declared one',
      met('status = "registred"'),
      'unknown-name «"registred"» `registred` is not one of the codes | help: did you mean `registered`?',
    ],
    [
      'near none',
      met('grade in ("A", "Z")'),
      'unknown-name «"Z"» `Z` is not one of the codes | help: the codes are A, B, C',
    ],
    [
      'on the left',
      met('"Z" != grade'),
      'unknown-name «"Z"» `Z` is not one of the codes | help: the codes are A, B, C',
    ],
    [
      'of two facts with none in common',
      met('grade = status'),
      'type «status» the two facts have no code in common',
    ],
    [
      'in order',
      met('grade <= "B"'),
      'type «grade <= "B"» codes have no order for `<=` | help: use `=`, `!=` or `in (...)`',
    ],
    [
      'beside a number',
      met('grade = minutes'),
      'type «grade = minutes» `=` cannot compare a code with a number in minute',
    ],
    [
      'and a number among them',
      met('grade in ("A", minutes)'),
      'type «minutes» a code is expected, and this is a number in minute',
    ],
    [
      'among numbers',
      met('minutes in (round_trip, "A")'),
      'type «"A"» `in` takes numbers here, and this is a text',
    ],
    [
      'as the end of a range',
      met('minutes in [0.."A"]'),
      'type «"A"» `in` takes numbers, and this is a text',
    ],
    ['two of them', met('"A" = "A"'), 'type «"A" = "A"» `=` cannot compare a text with a text'],
    ['alone', met('"A"'), 'type «"A"» a yes/no is expected here, and this is a text'],
    ['from both branches of `if`, which is fine', met('(if dry then grade else "C") = "C"')],
    [
      'that no branch of `if` gives',
      met('(if dry then "A" else "B") = "C"'),
      'unknown-name «"C"» `C` is not one of the codes | help: the codes are A, B',
    ],
  ]
  tells(cases)
})

describe('what no expression may read', () => {
  const cases: Case[] = [
    [
      'a date',
      met('survey_date > 0'),
      'type «survey_date» `survey_date` cannot be an input of a rule | why: dates, texts and personal facts are recorded, not judged',
    ],
    [
      'a text',
      met('village = "A"'),
      'type «village» `village` cannot be an input of a rule | why: dates, texts and personal facts are recorded, not judged',
    ],
    [
      'what is personal',
      met('phone = "1"'),
      'type «phone» `phone` cannot be an input of a rule | why: dates, texts and personal facts are recorded, not judged',
    ],
    [
      'what is personal of a member',
      met('every m in members satisfies m.name = "A"'),
      'type «m.name» `name` cannot be an input of a rule | why: dates, texts and personal facts are recorded, not judged',
    ],
  ]
  tells(cases)
})

describe('types', () => {
  const cases: Case[] = [
    [
      '`and` of a number',
      met('minutes and dry'),
      'type «minutes» `and` takes yes/no, and this is a number in minute | help: compare it with a parameter',
    ],
    ['`or` of a code', met('dry or grade'), 'type «grade» `or` takes yes/no, and this is a code'],
    [
      '`not` of a number',
      met('not(minutes)'),
      'type «minutes» `not` takes yes/no, and this is a number in minute | help: compare it with a parameter',
    ],
    ['`+` of a yes/no', met('minutes + dry > 0'), 'type «dry» `+` takes numbers, and this is a yes/no'],
    ['`*` of a code', met('minutes * grade > 0'), 'type «grade» `*` takes numbers, and this is a code'],
    ['`-` of a yes/no', met('-dry > 0'), 'type «dry» `-` takes numbers, and this is a yes/no'],
    [
      '`=` of two yes/no',
      met('dry = all_in_school'),
      'type «dry = all_in_school» `=` cannot compare a yes/no with a yes/no | help: a yes/no stands for itself: write it alone, or `not(...)` around it',
    ],
    [
      '`<` of a yes/no and a number',
      met('dry < minutes'),
      'type «dry < minutes» `<` cannot compare a yes/no with a number in minute | help: a yes/no stands for itself: write it alone, or `not(...)` around it',
    ],
    [
      '`in` of a yes/no',
      met('dry in ("A")'),
      'type «dry» `in` takes a code or a number, and this is a yes/no',
    ],
    [
      '`if` of a number',
      met('if minutes then dry else dry'),
      'type «minutes» `if` takes yes/no, and this is a number in minute | help: compare it with a parameter',
    ],
    [
      '`if` of a number and a code',
      met('(if dry then minutes else grade) > 0'),
      'type «if dry then minutes else grade» the branches are a number in minute and a code | why: both branches must be of one type',
    ],
    [
      '`every` of a number',
      met('every m in members satisfies m.age'),
      'type «m.age» `every` takes yes/no, and this is a number in year | help: compare it with a parameter',
    ],
    [
      '`some` of a number',
      met('some m in members satisfies m.age'),
      'type «m.age» `some` takes yes/no, and this is a number in year | help: compare it with a parameter',
    ],
    [
      'a filter of a number',
      met('count(members[age]) > 0'),
      'type «age» a filter takes yes/no, and this is a number in year | help: compare it with a parameter',
    ],
    [
      '`sum` of a yes/no',
      income('sum(members.in_school)'),
      'type «in_school» `sum` takes numbers, and this is a yes/no',
    ],
    [
      '`sum` of the yes/no of each',
      income('sum(for m in members return m.in_school)'),
      'type «m.in_school» `sum` takes numbers, and this is a yes/no',
    ],
    [
      '`min` of a yes/no',
      income('min(wage_income, dry)'),
      'type «dry» `min` takes numbers, and this is a yes/no',
    ],
    [
      'a number where a criterion demands',
      met('minutes'),
      'type «minutes» a yes/no is expected here, and this is a number in minute',
    ],
    [
      'a code where a criterion demands',
      met('grade'),
      'type «grade» a yes/no is expected here, and this is a code',
    ],
    [
      'a number where a criterion applies',
      ['grade in ("A", "B")', 'minutes'],
      'type «minutes» a yes/no is expected here, and this is a number in minute',
    ],
    [
      'a number where a check fires',
      ['when: net_income <= 0', 'when: net_income'],
      'type «net_income» a yes/no is expected here, and this is a number in CNY/year',
    ],
    [
      'a number where a check is silent',
      ['unless: dry', 'unless: minutes'],
      'type «minutes» a yes/no is expected here, and this is a number in minute',
    ],
    [
      'a yes/no as output',
      ['{ of: net_income }', '{ of: dry }'],
      'type «dry» a number is expected here, and this is a yes/no',
    ],
    [
      'a code as divisor',
      ['per: household_size', 'per: grade'],
      'type «grade» a number is expected here, and this is a code',
    ],
    [
      'a number as derived yes/no',
      ['sources: [every m in members satisfies m.in_school]', 'sources: [count(members)]'],
      'type «count(members)» a yes/no is expected here, and this is a number in person | help: add `unit: person` for a derived number',
    ],
    [
      'a code as derived value',
      ['sources: [every m in members satisfies m.in_school]', 'sources: [grade]'],
      'type «grade» a yes/no is expected here, and this is a code | help: a derived value is a number or a yes/no',
    ],
    [
      'a yes/no as derived number',
      income('dry'),
      'type «dry» a number is expected here, and this is a yes/no',
    ],
    [
      'a rounded yes/no',
      [
        'sources: [every m in members satisfies m.in_school]',
        'sources: [{ of: minutes, within: round_trip }]',
      ],
      'type «of: minutes» a yes/no cannot be rounded | help: write its expression alone',
    ],
    [
      '`given` twice',
      ['      - given\n', '      - given\n      - given\n'],
      'duplicate-name «given» `given` stands twice',
    ],
    [
      'nothing but `given`',
      ['sources: [every m in members satisfies m.in_school]', 'sources: [given]'],
      'shape «all_in_school» `all_in_school` has no source but `given` | help: declare it under `facts` instead',
    ],
    ['0 as yes/no', met('0'), 'type «0» a yes/no is expected here, and this is a number'],
  ]
  tells(cases)
})

describe('units', () => {
  const cases: Case[] = [
    [
      'added',
      income('wage_income + minutes'),
      'unit «wage_income + minutes» `+` is given CNY/year and minute | why: only quantities of one unit can be added or compared',
    ],
    [
      'subtracted',
      income('wage_income - poverty_line'),
      'unit «wage_income - poverty_line» `-` is given CNY/year and CNY/person/year | why: only quantities of one unit can be added or compared | help: multiply the second by a number in person',
    ],
    [
      'compared',
      met('minutes <= poverty_line'),
      'unit «minutes <= poverty_line» `<=` is given minute and CNY/person/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'of a total and a line per head',
      met('net_income >= poverty_line'),
      'unit «net_income >= poverty_line» `>=` is given CNY/year and CNY/person/year | why: only quantities of one unit can be added or compared | help: multiply the second by a number in person',
    ],
    [
      'of a line per head and a total',
      met('poverty_line <= net_income'),
      'unit «poverty_line <= net_income» `<=` is given CNY/person/year and CNY/year | why: only quantities of one unit can be added or compared | help: multiply the first by a number in person',
    ],
    [
      'of persons and minutes',
      met('count(members) <= round_trip'),
      'unit «count(members) <= round_trip» `<=` is given person and minute | why: only quantities of one unit can be added or compared',
    ],
    ['of persons and the size of the household, which is fine', met('count(members) <= household_size')],
    [
      'in a range',
      met('minutes in [0..poverty_line]'),
      'unit «minutes in [0..poverty_line]» `in` is given minute and CNY/person/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'in a list',
      met('minutes in (round_trip, poverty_line)'),
      'unit «minutes in (round_trip, poverty_line)» `in` is given minute and CNY/person/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'of `min`',
      met('min(minutes, wage_income) > 0'),
      'unit «min(minutes, wage_income)» `min` is given minute and CNY/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'of `max`',
      met('max(minutes, wage_income) > 0'),
      'unit «max(minutes, wage_income)» `max` is given minute and CNY/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'of the branches of `if`',
      met('(if dry then minutes else wage_income) > 0'),
      'unit «if dry then minutes else wage_income» `if` is given minute and CNY/year | why: only quantities of one unit can be added or compared',
    ],
    [
      'of a derived value',
      income('poverty_line'),
      'unit «poverty_line» this is in CNY/person/year, where CNY/year is expected | why: nothing is converted from one unit to another',
    ],
    [
      'of a rounded figure',
      ['of: rounded_income', 'of: poverty_line'],
      'unit «poverty_line» this is in CNY/person/year, where CNY/year is expected | why: nothing is converted from one unit to another',
    ],
    [
      'of a tolerance',
      ['within: rounding', 'within: poverty_line'],
      'unit «poverty_line» this is in CNY/person/year, where CNY/year is expected | why: nothing is converted from one unit to another',
    ],
    ['of 0, which has every unit', met('0 <= minutes and 0 < wage_income or minutes in [0..0]')],
    ['of 0 times something, which has every unit', met('0 * minutes < wage_income')],
  ]
  tells(cases)
})

describe('numbers in expressions', () => {
  const cases: Case[] = [
    [
      'a threshold',
      met('minutes <= 20'),
      'bare-number «20» `20` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
    ],
    [
      'a factor',
      income('wage_income * 0.5'),
      'bare-number «0.5» `0.5` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
    ],
    [
      'several',
      met('minutes in [1..20] or minutes > 30.0'),
      'bare-number «1» `1` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
      'bare-number «20» `20` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
      'bare-number «30.0» `30` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
    ],
    [
      'written as a number of YAML',
      ['met: all_in_school', 'met: 007'],
      'bare-number «007» `7` stands in an expression | why: only 0 may: every number of a policy has a unit, a date and a source | help: declare it under `parameters` and use its name',
    ],
    ['0 written at length, which is fine', met('minutes > 0.00')],
  ]
  tells(cases)
})
