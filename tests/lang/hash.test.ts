import { describe, expect, it } from 'vitest'
import { type Edits, edited, met, packOf, SMALL } from './small.js'

const hashOf = (edits: Edits) => packOf(edited(edits)).hash
const HASH = packOf(SMALL).hash

const PARAMETER = `  round_trip:
    title: Longest round trip
    unit: minute
    values: [{ from: 2014-01-01, value: 20, source: paper, evidence: weak }]
`

describe('the hash of a pack', () => {
  it('is 64 hexadecimal digits, the same each time', () => {
    expect(HASH).toMatch(/^[0-9a-f]{64}$/)
    expect(packOf(SMALL).hash).toBe(HASH)
  })

  it.each<[string, Edits]>([
    ['comments', ['language: 1\n', '# by hand\nlanguage: 1 # the first\n']],
    ['empty lines', ['pillars:', '\n\npillars:']],
    [
      'layout',
      [
        'grade: { type: code, codes: { A: safe, B: sound, C: cracked } }',
        'grade:\n      type: code\n      codes:\n        A: safe\n        B: sound\n        C: cracked',
      ],
    ],
    ['quotes', ['title: A small pack', 'title: "A small pack"']],
    ['the title of the pack', ['title: A small pack', 'title: Another']],
    ['the title of a source', ['title: The paper', 'title: The paper of 2021']],
    [
      'the publisher and date of a source',
      ['publisher: An office, date: 2021-07', 'publisher: Another, date: 2022'],
    ],
    ['the title of a parameter', ['title: Poverty line', 'title: The line']],
    ['the title of a criterion', ['title: Water within reach', 'title: Water']],
    ['the reason of a criterion', ['reason: water too far', 'reason: no water']],
    ['the title of a pillar', ['water: Water', 'water: Safe water']],
    ['the title of an outcome', ['exit: leave', 'exit: leaves']],
    ['the title of a code', ['A: safe', 'A: quite safe']],
    [
      'the labels of a value that no file brings',
      ['  all_in_school:\n', '  all_in_school:\n    labels: { en: All in school, zh: 全部在校 }\n'],
    ],
    ['notes', ['dry: { type', 'dry: { note: in summer, type']],
    ['the order of parameters', [PARAMETER, '', '  rounding:\n', `${PARAMETER}  rounding:\n`]],
    [
      'the order of keys',
      [
        '{ from: 2014-01-01, value: 20, source: paper, evidence: weak }',
        '{ evidence: weak, source: paper, value: 20, from: 2014-01-01 }',
      ],
    ],
    [
      'the order of dated values',
      [
        '      - { from: 2014-01-01, to: 2018-12-31, value: 2800, source: paper, evidence: verified }\n',
        '',
        ', quote: "4,000 yuan" }\n',
        ', quote: "4,000 yuan" }\n      - { from: 2014-01-01, to: 2018-12-31, value: 2800, source: paper, evidence: verified }\n',
      ],
    ],
    ['a number written at length', ['value: 20,', 'value: 020.00,']],
    ['spaces and brackets of an expression', met('(minutes<=round_trip)  and  not( dry )')],
    [
      'values said as they would be anyway',
      [
        'sources:\n      - given\n      - wage',
        'type: number\n    step: 1\n    sources:\n      - given\n      - wage',
      ],
    ],
  ])('does not change with %s', (_what, edits) => expect(hashOf(edits)).toBe(HASH))

  const changes: [string, Edits][] = [
    ['the id', ['pack: small', 'pack: smaller']],
    ['the version', ['version: 1.0.0', 'version: 1.0.1']],
    ['as_of', ['as_of: 2020-12-31', 'as_of: 2021-12-31']],
    ['a value', ['value: 4000', 'value: 4001']],
    ['the first day of a value', ['from: 2020-01-01', 'from: 2020-01-02']],
    ['the last day of a value', ['to: 2018-12-31', 'to: 2018-12-30']],
    [
      'the evidence of a value',
      ['value: 20, source: paper, evidence: weak', 'value: 20, source: paper, evidence: verified'],
    ],
    ['a quote', ['4,000 yuan', '4 000 yuan']],
    ['the lower end of a parameter', ['    min: 0\n    values', '    min: 1\n    values']],
    ['the range of a fact', ['max: 600', 'max: 601']],
    ['the step of a fact', ['step: 0.1', 'step: 0.2']],
    ['what is assumed', ['type: yes_no, assume: no', 'type: yes_no, assume: yes']],
    ['an alias', ['aliases: [工资性收入]', 'aliases: [工资收入]']],
    ['an alias of a code', ['aliases: [建档立卡]', 'aliases: [建档]']],
    ['a label', ['en: Wages', 'en: Wage']],
    ['the order of codes', ['A: safe, B: sound', 'B: sound, A: safe']],
    [
      'the order of facts',
      [
        '    village: { type: text }\n    survey_date: { type: date }\n',
        '    survey_date: { type: date }\n    village: { type: text }\n',
      ],
    ],
    [
      'the order of criteria',
      [
        '    pillar: income\n',
        '    pillar: income # first\n',
        '  - id: school\n    pillar: school\n    title: Children in school\n    reason: a child out of school\n    since: 2015-01-01\n    met: all_in_school\n    advisory: true\n    source: paper\n    evidence: verified\n',
        '',
        'criteria:\n',
        'criteria:\n  - id: school\n    pillar: school\n    title: Children in school\n    reason: a child out of school\n    since: 2015-01-01\n    met: all_in_school\n    advisory: true\n    source: paper\n    evidence: verified\n',
      ],
    ],
    ['the order of pillars', ['income: Income, water: Water', 'water: Water, income: Income']],
    ['the order of outcomes', ['exit: leave, retain: stay', 'retain: stay, exit: leave']],
    [
      'the order of sources of a derived value',
      [
        '      - given\n      - wage_income + transfer_income\n',
        '      - wage_income + transfer_income\n      - given\n',
      ],
    ],
    ['what a criterion demands', met('minutes < round_trip and not(dry)')],
    ['when it applies', ['grade in ("A", "B")', 'grade in ("B", "A")']],
    ['since when it applies', ['since: 2015-01-01', 'since: 2015-01-02']],
    ['whether it decides', ['    advisory: true\n', '']],
    ['the pillar of a criterion', ['pillar: water', 'pillar: school']],
    ['a row', ['all met of [income, water]', 'all met of [income]']],
    ['an outcome', ['then: exit', 'then: leave', 'exit: leave', 'leave: leave']],
    [
      'the citation of a row',
      ['then: register, source: paper, evidence: weak', 'then: register, source: paper, evidence: verified'],
    ],
    ['a tolerance', ['within: rounding', 'within: rounding + rounding']],
    ['a check', ['net_income <= 0', 'wage_income <= 0']],
    ['what a check takes away', ['unless: dry, severity: warning', 'severity: warning, gap: net_income']],
    [
      'what else a check takes away',
      ['unless: dry, severity: warning', 'severity: warning, gap: wage_income'],
    ],
    ['the severity of a check', ['severity: warning', 'severity: note']],
    ['the message of a check', ['income is not above 0', 'no income']],
    ['the step of an output', ['step: 0.01 }', 'step: 0.1 }']],
    ['a promise', ['order: [not_eligible, register]', 'order: [register, not_eligible]']],
    ['the plural of the record', ['name: household,', 'name: household, plural: homes,']],
  ]
  it.each(changes)('changes with %s', (_what, edits) => expect(hashOf(edits)).not.toBe(HASH))

  it('tells all of these apart', () => {
    const hashes = changes.map(([, edits]) => hashOf(edits))
    expect(new Set(hashes).size).toBe(changes.length)
  })
})
