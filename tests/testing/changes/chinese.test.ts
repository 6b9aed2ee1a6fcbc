import { afterEach, beforeEach, expect, test } from 'vitest'
import { speak } from '../../../src/base/say/say.js'
import { changesBetween } from '../../../src/testing/changes/changes.js'
import { type Edit, edited, PACK } from './edited.js'

beforeEach(() => speak('zh'))
afterEach(() => speak('en'))

test.each<[string, Edit[], string[]]>([
  ['a value', [[/value: 4000$/m, 'value: 4200']], ['poverty_line 自 2020-01-01 起：4000 → 4200 元/人/年']],
  [
    'a value that begins later',
    [['from: 2019-01-01, value: 3747', 'from: 2019-07-01, value: 3747']],
    [
      'poverty_line 自 2019-01-01 起：删去 3747 元/人/年',
      'poverty_line 自 2019-07-01 起：新增数值 3747 元/人/年',
    ],
  ],
  [
    'a value with an end',
    [['{ from: 2019-01-01, value: 3747', '{ from: 2019-01-01, to: 2019-06-30, value: 3747']],
    ['poverty_line 自 2019-01-01 起：3747 元/人/年 → 3747 元/人/年，至 2019-06-30 止'],
  ],
  [
    'the beginning of a criterion',
    [['since: 2020-01-01', 'since: 2021-01-01']],
    ['指标 near_line，since：2020-01-01 → 2021-01-01'],
  ],
  [
    'a criterion that applies to all',
    [[/\n {4}applies_if: has_school_age_child/, '']],
    ['指标 education，applies_if：has_school_age_child → 始终'],
  ],
  [
    'a criterion out of a row',
    [[/any unmet of \[income, food, /, 'any unmet of [income, ']],
    ['decisions.none：第 1 行：（任一未达标：register）− food'],
  ],
  [
    'another outcome',
    [
      [/then: register$/m, 'then: monitor'],
      [/ {2}register: \{ title: register as poor.*\n/, ''],
      ['order: [not_eligible, monitor, register]', 'order: [not_eligible, monitor]'],
    ],
    [
      'outcomes.register：删去',
      'decisions.none：第 1 行：[income, food, clothing, medical, housing, water, education] 任一未达标：register → [income, food, clothing, medical, housing, water, education] 任一未达标：monitor',
      'properties.worse-never-helps-less-at-entry：not_eligible、monitor、register → not_eligible、monitor',
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
    ['water_minutes：范围 0 或以上 → 0 至 600'],
  ],
  [
    'a value that is assumed',
    [['aliases: [是否有返贫致贫风险], assume: no', 'aliases: [是否有返贫致贫风险]']],
    ['risk：缺列时设定 no → 无'],
  ],
  ['another name for a column', [['aliases: [通电]', 'aliases: [通电, 用电]']], ['electricity：列名 + 用电']],
  [
    'a source of a derived value',
    [['sources: [given, count(members)]', 'sources: [given, "count(members[not(insured)])"]']],
    ['household_size：来源 + count(members[not(insured)])、− count(members)'],
  ],
  [
    'what a check takes away',
    [['gap: insured_members, severity', 'gap: [household_size, insured_members], severity']],
    [
      'checks.insured-more-than-members：警告，条件 insured_members > household_size，视为未知 insured_members → 警告，条件 insured_members > household_size，视为未知 household_size、insured_members',
    ],
  ],
  [
    'an output',
    [['poverty_line: { of: poverty_line, step: 0.01 }', 'poverty_line: { of: poverty_line, step: 1 }']],
    ['outputs.poverty_line：poverty_line，取整到 0.01 → poverty_line，取整到 1'],
  ],
  ['the date of a record', [['  date: survey_date\n', '']], ['record.date：survey_date → 无']],
  [
    'a fact that becomes a derived value',
    [
      [/ {4}electricity: \{ type: yes_no.*\n/, ''],
      ['derived:\n', 'derived:\n  electricity: { sources: [given, water_quality_safe] }\n'],
    ],
    ['electricity：事实 → 推算值'],
  ],
  [
    'a new fact and a new criterion',
    [
      ['    food_secure: {', '    fed: { type: yes_no, personal: false }\n    food_secure: {'],
      [
        '  - id: food\n',
        '  - id: fed\n    pillar: assurances\n    title: Fed\n    reason: hungry\n    met: fed\n    source: stp\n    evidence: verified\n  - id: food\n',
      ],
      [/any unmet of \[income, food/, 'any unmet of [income, fed, food'],
    ],
    [
      'fed：新增，类型 yes_no',
      '指标 fed：新增，达标条件 fed',
      'decisions.none：第 1 行：（任一未达标：register）+ fed',
    ],
  ],
])('an edit of a pack is told in Chinese: %s', (_, edits, expected) => {
  expect(changesBetween(PACK, edited(...edits)).map(({ words }) => words)).toEqual(expected)
})

test('a roster that is no longer listed', () => {
  const none = { ...PACK, memberFacts: null }
  const wordsOf = (changes: ReturnType<typeof changesBetween>) => changes.map(({ words }) => words)
  expect(wordsOf(changesBetween(PACK, none))).toEqual(['members：不再列出成员名单'])
  expect(wordsOf(changesBetween(none, PACK)).join()).toContain('members：改为列出成员名单，含 ')
})
