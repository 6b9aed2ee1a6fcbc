import { describe, expect, test } from 'vitest'
import type { Pack } from '../../../src/lang/pack.js'
import { changesBetween, oldWithNew } from '../../../src/testing/changes/changes.js'
import { type Edit, edited, PACK } from './edited.js'

const said = (edits: readonly Edit[]) =>
  changesBetween(PACK, edited(...edits)).map(({ id, words }) => `${id} | ${words}`)

/** What decides and still differs from the new pack when every change has been made to the old one. */
function leftAfterAll(changed: Pack): string[] {
  const changes = changesBetween(PACK, changed)
  const base = oldWithNew(PACK, changed, changes)
  const whole = changes.filter(({ decisive }) => decisive).reduce((pack, change) => change.apply(pack), base)
  return changesBetween(whole, changed).flatMap(({ id, decisive }) => (decisive ? [id] : []))
}

describe('what an edit of a pack means', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'a value',
      [[/value: 4000$/m, 'value: 4200']],
      ['parameters.poverty_line@2020-01-01 | poverty_line from 2020-01-01: 4000 → 4200 CNY/person/year'],
    ],
    [
      'a value that begins later',
      [['from: 2019-01-01, value: 3747', 'from: 2019-07-01, value: 3747']],
      [
        'parameters.poverty_line@2019-01-01 | poverty_line from 2019-01-01: 3747 CNY/person/year taken out',
        'parameters.poverty_line@2019-07-01 | poverty_line from 2019-07-01: new value 3747 CNY/person/year',
      ],
    ],
    [
      'a value with an end',
      [['{ from: 2019-01-01, value: 3747', '{ from: 2019-01-01, to: 2019-06-30, value: 3747']],
      [
        'parameters.poverty_line@2019-01-01 | poverty_line from 2019-01-01: 3747 CNY/person/year → 3747 CNY/person/year until 2019-06-30',
      ],
    ],
    [
      'a comparison',
      [['water_minutes <= water_round_trip', 'water_minutes < water_round_trip']],
      [
        'criteria.water.met | criterion water, met: not(water_shortage) and water_minutes <= water_round_trip and water_quality_safe → not(water_shortage) and water_minutes < water_round_trip and water_quality_safe',
      ],
    ],
    [
      'the beginning of a criterion',
      [['since: 2020-01-01', 'since: 2021-01-01']],
      ['criteria.near_line.since | criterion near_line, since: 2020-01-01 → 2021-01-01'],
    ],
    [
      'a criterion that applies to all',
      [[/\n {4}applies_if: has_school_age_child/, '']],
      ['criteria.education.applies_if | criterion education, applies_if: has_school_age_child → always'],
    ],
    [
      'a criterion out of a row',
      [[/any unmet of \[income, food, /, 'any unmet of [income, ']],
      ['decisions.none | decisions.none: row 1 (any unmet: register) − food'],
    ],
    [
      'another outcome',
      [
        [/then: register$/m, 'then: monitor'],
        [/ {2}register: \{ title: register as poor.*\n/, ''],
        ['order: [not_eligible, monitor, register]', 'order: [not_eligible, monitor]'],
      ],
      [
        'outcomes.register | outcomes.register: taken out',
        'decisions.none | decisions.none: row 1 any unmet of [income, food, clothing, medical, housing, water, education]: register → any unmet of [income, food, clothing, medical, housing, water, education]: monitor',
        'properties.worse-never-helps-less-at-entry | properties.worse-never-helps-less-at-entry: not_eligible, monitor, register → not_eligible, monitor',
      ],
    ],
    [
      'the range of a fact',
      [
        [
          'water_minutes: { type: number, unit: minute, min: 0,',
          'water_minutes: { type: number, unit: minute, min: 0, max: 600,',
        ],
      ],
      ['facts.water_minutes | water_minutes: range 0 or more → 0 to 600'],
    ],
    [
      'a value that is assumed',
      [['aliases: [是否有返贫致贫风险], assume: no', 'aliases: [是否有返贫致贫风险]']],
      ['facts.risk | risk: assume no → nothing'],
    ],
    [
      'another name for a column',
      [['aliases: [通电]', 'aliases: [通电, 用电]']],
      ['facts.electricity | electricity: column names + 用电'],
    ],
    [
      'a source of a derived value',
      [['sources: [given, count(members)]', 'sources: [given, "count(members[not(insured)])"]']],
      ['derived.household_size | household_size: from + count(members[not(insured)]), − count(members)'],
    ],
    [
      'a check',
      [['when: net_income <= 0, severity: warning', 'when: net_income < 0, severity: error']],
      [
        'checks.income-not-positive | checks.income-not-positive: warning when net_income <= 0 → error when net_income < 0',
      ],
    ],
    [
      'what a check takes away',
      [['gap: insured_members, severity', 'gap: [household_size, insured_members], severity']],
      [
        'checks.insured-more-than-members | checks.insured-more-than-members: warning when insured_members > household_size, gap insured_members → warning when insured_members > household_size, gap household_size, insured_members',
      ],
    ],
    [
      'a check that takes nothing away any more',
      [['gap: insured_members, severity', 'severity']],
      [
        'checks.insured-more-than-members | checks.insured-more-than-members: warning when insured_members > household_size, gap insured_members → warning when insured_members > household_size',
      ],
    ],
    [
      'an output',
      [['poverty_line: { of: poverty_line, step: 0.01 }', 'poverty_line: { of: poverty_line, step: 1 }']],
      ['outputs.poverty_line | outputs.poverty_line: poverty_line, to 0.01 → poverty_line, to 1'],
    ],
    [
      'the date of the pack',
      [['as_of: 2020-12-31', 'as_of: 2020-06-30']],
      ['as_of | as_of: 2020-12-31 → 2020-06-30'],
    ],
    [
      'the date of a record',
      [['  date: survey_date\n', '']],
      ['record.date | record.date: survey_date → none'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(said(edits)).toEqual(expected)
    expect(leftAfterAll(edited(...edits))).toEqual([])
  })

  test('a new criterion and what it reads are told; the row that asks it is what decides', () => {
    const fed =
      '  - id: fed\n    pillar: assurances\n    title: Fed\n    reason: hungry\n    met: fed\n    source: stp\n    evidence: verified\n'
    const changes = changesBetween(
      PACK,
      edited(
        ['    food_secure: {', '    fed: { type: yes_no }\n    food_secure: {'],
        ['  - id: food\n', `${fed}  - id: food\n`],
        [/any unmet of \[income, food/, 'any unmet of [income, fed, food'],
      ),
    )
    expect(changes.map(({ id, kind, decisive }) => [id, kind, decisive])).toEqual([
      ['facts.fed', 'added', false],
      ['criteria.fed', 'added', false],
      ['decisions.none', 'changed', true],
    ])
  })

  test('a fact that becomes a derived value is one change', () => {
    const after = edited(
      [/ {4}electricity: \{ type: yes_no.*\n/, ''],
      ['derived:\n', 'derived:\n  electricity: { sources: [given, water_quality_safe] }\n'],
    )
    expect(changesBetween(PACK, after).map(({ id, words }) => [id, words])).toEqual([
      ['names.electricity', 'electricity: a fact → a derived value'],
    ])
  })

  test('a roster that is no longer listed is one change', () => {
    const none = { ...PACK, memberFacts: null }
    expect(changesBetween(PACK, none).map(({ id, kind }) => [id, kind])).toEqual([['members', 'removed']])
    expect(changesBetween(none, PACK).map(({ id, kind }) => [id, kind])).toEqual([['members', 'added']])
  })
})

describe('what has no meaning', () => {
  test.each<[string, Edit[]]>([
    ['a comment', [['parameters:\n', '# whatever\nparameters:\n']]],
    ['a title', [['title: Food is assured', 'title: Enough food']]],
    ['a reason', [['reason: food not assured', 'reason: hungry']]],
    ['a note', [['note: land lease and dividends included', 'note: dividends included']]],
    ['a citation', [['quote: primary deciding factor', 'quote: deciding factor']]],
    ['a version', [['version: 1.1.0', 'version: 1.1.1']]],
    [
      'spaces in an expression',
      [['met: not(risk) or net_income >=', 'met: (not(risk))   or (net_income) >=']],
    ],
    ['the order of criteria in a row', [[/any unmet of \[income, food, /, 'any unmet of [food, income, ']]],
    ['the order of sources', [['[given, count(members)]', '[count(members), given]']]],
    ['the order of codes', [[/( {8}A: .*\n)( {8}B: .*\n)/, '$2$1']]],
    ['the order of outcomes', [[/( {2}register: .*\n)( {2}monitor: .*\n)/, '$2$1']]],
    ['the title of an outcome', [['title: register as poor', 'title: put on the register']]],
  ])('%s', (_, edits) => {
    expect(said(edits)).toEqual([])
  })
})
