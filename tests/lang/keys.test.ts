import { describe, expect, it } from 'vitest'
import { type Case, faultsOf, tells, told } from './small.js'

describe('unknown keys', () => {
  const cases: Case[] = [
    [
      'of the pack, near a known one',
      ['as_of: 2020', 'as_off: 2020'],
      'shape «as_off» unknown key `as_off` in the pack | help: did you mean `as_of`?',
    ],
    [
      'of the pack, near none',
      ['as_of: 2020-12-31', 'colour: red'],
      'shape «colour» unknown key `colour` in the pack | help: known here: language, pack, title, labels, version, extends, as_of, allow_unverified, note, record, sources, units, pillars, parameters, facts, derived, criteria, outcomes, decisions, checks, outputs, properties',
    ],
    [
      'of the pack, in the place of facts',
      ['facts:\n', 'fact:\n'],
      'shape «fact» unknown key `fact` in the pack | help: did you mean `facts`?',
    ],
    [
      'of the pack, in the place of criteria',
      ['criteria:\n', 'kriteria:\n'],
      'shape «kriteria» unknown key `kriteria` in the pack | help: did you mean `criteria`?',
    ],
    [
      'of a fact, in the place of its type',
      ['transfer_income: { type: money,', 'transfer_income: { typ: money,'],
      'shape «typ» unknown key `typ` in fact `transfer_income` | help: did you mean `type`?',
    ],
    [
      'of the record',
      ['places: [village]', 'places: [village], dates: x'],
      'shape «dates» unknown key `dates` in `record` | help: did you mean `date`?',
    ],
    [
      'of a source',
      ['publisher: An office', 'publishr: An office'],
      'shape «publishr» unknown key `publishr` in source `paper` | help: did you mean `publisher`?',
    ],
    [
      'of a parameter',
      ['    min: 0\n    values', '    minn: 0\n    values'],
      'shape «minn» unknown key `minn` in parameter `poverty_line` | help: did you mean `min`?',
    ],
    [
      'of a value',
      ['value: 20, source', 'value: 20, begins: 2020-01-01, source'],
      'shape «begins» unknown key `begins` in item 1 of `values` of parameter `round_trip` | help: known here: from, to, value, source, evidence, quote, note',
    ],
    [
      'of a fact',
      ['type: yes_no, assume: no', 'type: yes_no, asume: no'],
      'shape «asume» unknown key `asume` in fact `dry` | help: did you mean `assume`?',
    ],
    [
      'of a code',
      ['aliases: [建档立卡]', 'titles: [建档立卡]'],
      'shape «titles» unknown key `titles` in code `registered` of fact `status` | help: did you mean `title`?',
    ],
    [
      'of a derived value',
      ['    unit: CNY/year\n    sources:\n', '    unit: CNY/year\n    source: a\n    sources:\n'],
      'shape «source» unknown key `source` in derived value `net_income` | help: did you mean `sources`?',
    ],
    [
      'of a rounded source',
      ['within: rounding }', 'within: rounding, step: 1 }'],
      'shape «step» unknown key `step` in item 3 of `sources` of derived value `net_income` | help: known here: of, within',
    ],
    [
      'of a criterion',
      ['    advisory: true\n', '    advisery: true\n'],
      'shape «advisery» unknown key `advisery` in criterion `school` | help: did you mean `advisory`?',
    ],
    [
      'of a row',
      ['{ otherwise: retain }', '{ otherwise: retain, title: x }'],
      'shape «title» unknown key `title` in row 2 of table `registered` | help: known here: when, then, otherwise, source, evidence, quote, note',
    ],
    [
      'of a check',
      ['unless: dry', 'unles: dry'],
      'shape «unles» unknown key `unles` in check `no-income` | help: did you mean `unless`?',
    ],
    [
      'of an output',
      ['per_head: { of', 'per_head: { title: x, of'],
      'shape «title» unknown key `title` in output `per_head` | help: known here: of, per, step',
    ],
    [
      'of a property',
      ['order: [not_eligible, register]', 'order: [not_eligible, register], ordr: x'],
      'shape «ordr» unknown key `ordr` in property `worse-never-helps` | help: did you mean `order`?',
    ],
    [
      'that are keys of JavaScript objects',
      ['    dry: { type', '    dry: { constructor: x, type'],
      'shape «constructor» unknown key `constructor` in fact `dry` | help: known here: type, unit, min, max, step, codes, assume, near, personal, completed_years_since, labels, aliases, note',
    ],
    [
      'that are no keys anywhere',
      ['    village: { type: text }', '    village: { type: text }\n    __proto__: { type: text }'],
      'shape «__proto__» `__proto__` cannot be a key',
    ],
  ]
  tells(cases)
})

describe('missing keys', () => {
  it('all that a pack must have, in one go', () => {
    expect(faultsOf('note: nothing else\n').map(told)).toEqual(
      [
        'language',
        'pack',
        'title',
        'version',
        'record',
        'sources',
        'pillars',
        'facts',
        'criteria',
        'decisions',
      ].map((key) => `shape «note: nothing else» the pack has no \`${key}\``),
    )
  })

  const cases: Case[] = [
    [
      'language',
      ['language: 1\n', ''],
      'shape «pack: small» the pack has no `language` | help: add `language:` (the version of the rule language: 1)',
    ],
    [
      'pack',
      ['pack: small\n', ''],
      'shape «language: 1» the pack has no `pack` | help: add `pack:` (the id of the pack)',
    ],
    [
      'title',
      ['title: A small pack\n', ''],
      'shape «language: 1» the pack has no `title` | help: add `title:` (the name of the pack, for people)',
    ],
    [
      'version',
      ['version: 1.0.0\n', ''],
      'shape «language: 1» the pack has no `version` | help: add `version:` (three numbers, such as 1.0.0)',
    ],
    [
      'record',
      ['record: {', '# {'],
      'shape «language: 1» the pack has no `record` | help: add `record:` (what is judged)',
    ],
    [
      'the id of the record',
      ['id: household_id, ', ''],
      'shape «record» `record` has no `id` | help: add `id:` (the text fact that tells records apart)',
    ],
    [
      'sources',
      ['sources:\n  paper: {', '# {'],
      'shape «language: 1» the pack has no `sources` | help: add `sources:` (what is cited, by id)',
    ],
    [
      'the title of a source',
      ['title: The paper, ', ''],
      'shape «paper» source `paper` has no `title` | help: add `title:` (what the document is called)',
    ],
    [
      'pillars',
      ['pillars: {', '# {'],
      'shape «language: 1» the pack has no `pillars` | help: add `pillars:` (id and title of each group of criteria, in the order of reports)',
    ],
    [
      'the title of a parameter',
      ['    title: Longest round trip\n', ''],
      'shape «round_trip» parameter `round_trip` has no `title` | help: add `title:` (what the number is, for people)',
    ],
    [
      'the unit of a parameter',
      ['    unit: minute\n    values', '    values'],
      'shape «round_trip» parameter `round_trip` has no `unit` | help: add `unit:` (a unit, such as CNY/person/year, minute or ratio)',
    ],
    [
      'the values of a parameter',
      ['    unit: minute\n    values: [{', '    unit: minute\n    # [{'],
      'shape «round_trip» parameter `round_trip` has no `values` | help: add `values:` (the values by date; in force is the one with the latest `from`)',
    ],
    [
      'the first day of a value',
      ['from: 2014-01-01, value: 20', 'value: 20'],
      'shape «value: 20» item 1 of `values` of parameter `round_trip` has no `from` | help: add `from:` (the first day on which the value is in force)',
    ],
    [
      'a value',
      ['from: 2014-01-01, value: 20', 'from: 2014-01-01'],
      'shape «from: 2014-01-01» item 1 of `values` of parameter `round_trip` has no `value` | help: add `value:` (plain digits, such as 4000 or 0.02)',
    ],
    [
      'the source of a value',
      ['value: 20, source: paper', 'value: 20'],
      'shape «from: 2014-01-01» item 1 of `values` of parameter `round_trip` has no `source` | help: add `source:` (the id of one of the sources of the pack)',
    ],
    [
      'the evidence of a value',
      ['source: paper, evidence: weak }]', 'source: paper }]'],
      'shape «from: 2014-01-01» item 1 of `values` of parameter `round_trip` has no `evidence` | help: add `evidence:` (one of verified, weak, arithmetic, unverified)',
    ],
    [
      'the type of a fact',
      ['transfer_income: { type: money, ', 'transfer_income: { '],
      'shape «transfer_income» fact `transfer_income` has no `type` | help: add `type:` (one of money, number, count, yes_no, code, date, text)',
    ],
    [
      'the codes of a fact',
      ['{ type: code, codes: { A: safe, B: sound, C: cracked } }', '{ type: code }'],
      'shape «grade» `grade` needs two codes or more | help: add `codes:` with each code and its meaning',
    ],
    [
      'the title of a code',
      ['{ title: registered, aliases', '{ aliases'],
      'shape «registered» code `registered` of fact `status` has no `title` | help: add `title:` (what the code means)',
    ],
    [
      'the unit of a fact',
      ['{ type: number, unit: minute, min', '{ type: number, min'],
      'unit «minutes» `minutes` has no unit | help: add `unit:`, such as CNY/year or person; a plain share has `ratio`',
    ],
    [
      'the unit of a derived number',
      ['{ type: count, unit: person,', '{ type: count,'],
      'unit «household_size» `household_size` has no unit | help: add `unit:`, such as CNY/year or person; a plain share has `ratio`',
    ],
    [
      'the sources of a derived value',
      ['    sources: [every m', '    # [every m', '  all_in_school:\n', '  all_in_school:\n    note: x\n'],
      'shape «all_in_school» derived value `all_in_school` has no `sources` | help: add `sources:` (ways to one value: given (the column), an expression, or { of, within } for a rounded figure)',
    ],
    [
      'what a rounded source is of',
      ['of: rounded_income, within', 'within'],
      'shape «within: rounding» item 3 of `sources` of derived value `net_income` has no `of` | help: add `of:`',
    ],
    [
      'how far a rounded source is off',
      [', within: rounding }', ' }'],
      'shape «of: rounded_income» item 3 of `sources` of derived value `net_income` has no `within` | help: add `within:`',
    ],
    [
      'the id of a criterion',
      ['  - id: water\n    pillar', '  - pillar'],
      'shape «pillar: water» criterion 2 has no `id` | help: add `id:` (the name of the criterion in tables and results)',
    ],
    [
      'the pillar of a criterion',
      ['    pillar: water\n', ''],
      'shape «id: water» criterion `water` has no `pillar` | help: add `pillar:` (the id of one of the pillars)',
    ],
    [
      'the title of a criterion',
      ['    title: Water within reach\n', ''],
      'shape «id: water» criterion `water` has no `title` | help: add `title:` (what is demanded, as a sentence that is true when it is met)',
    ],
    [
      'the reason of a criterion',
      ['    reason: water too far\n', ''],
      'shape «id: water» criterion `water` has no `reason` | help: add `reason:` (why it is unmet, in a few words)',
    ],
    [
      'what a criterion demands',
      ['    met: all_in_school\n', ''],
      'shape «id: school» criterion `school` has no `met` | help: add `met:` (a yes/no: yes where the criterion is met)',
    ],
    [
      'the source and evidence of a criterion',
      ['    advisory: true\n    source: paper\n    evidence: verified\n', ''],
      'shape «id: school» criterion `school` has no `source` | help: add `source:` (the id of one of the sources of the pack)',
      'shape «id: school» criterion `school` has no `evidence` | help: add `evidence:` (one of verified, weak, arithmetic, unverified)',
    ],
    [
      'when a check fires',
      ['when: net_income <= 0, ', ''],
      'shape «id: no-income» check `no-income` has no `when` | help: add `when:` (a yes/no: the check fires where it is yes)',
    ],
    [
      'the severity of a check',
      ['severity: warning, ', ''],
      'shape «id: no-income» check `no-income` has no `severity` | help: add `severity:` (one of error, warning, note)',
    ],
    [
      'the message of a check',
      [', message: income is not above 0', ''],
      'shape «id: no-income» check `no-income` has no `message` | help: add `message:` (what is said of the record)',
    ],
    [
      'what an output is of',
      ['{ of: net_income }', '{ step: 1 }'],
      'shape «net_income» output `net_income` has no `of` | help: add `of:` (the figure to report)',
    ],
    [
      'the order of a property',
      [', order: [not_eligible, register]', ''],
      'shape «id: worse-never-helps» property `worse-never-helps` has no `order` | help: add `order:` (outcomes from the least help to the most)',
    ],
  ]
  tells(cases)
})

describe('keys that stand twice', () => {
  const cases: Case[] = [
    [
      'in the pack',
      ['title: A small pack\n', 'title: A small pack\ntitle: Another\n'],
      'duplicate-key «title» key `title` occurs twice | help: keep one of the two',
    ],
    [
      'in a group of facts',
      ['    dry: {', '    minutes: { type: yes_no }\n    dry: {'],
      'duplicate-key «minutes» key `minutes` occurs twice | help: keep one of the two',
    ],
    [
      'in a flow mapping',
      ['assume: no }', 'assume: no, assume: yes }'],
      'duplicate-key «assume» key `assume` occurs twice | help: keep one of the two',
    ],
    [
      'several in one go',
      [
        'title: A small pack\n',
        'title: A small pack\ntitle: Another\n',
        'assume: no }',
        'assume: no, assume: yes }',
      ],
      'duplicate-key «title» key `title` occurs twice | help: keep one of the two',
      'duplicate-key «assume» key `assume` occurs twice | help: keep one of the two',
    ],
  ]
  tells(cases)
})
