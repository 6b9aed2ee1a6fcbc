import { describe, expect, it } from 'vitest'
import { loadPackText } from '../../src/engine/load-pack.js'
import { edited, faultsOf, met, told } from './small.js'

describe('faults of every kind', () => {
  const text = edited([
    'as_of: 2020-12-31',
    'as_off: 2020-12-31',
    'version: 1.0.0\n',
    '',
    '    unit: CNY/person/year\n',
    '    unit: CNY/persons/year\n',
    'from: 2014-01-01, value: 20',
    'from: 2014-02-30, value: 20',
    'value: 1, source: paper',
    'value: 1, source: survey',
    'dry: { type: yes_no, assume: no }',
    'dry: { type: yes_no, assume: nein }',
    'transfer_income: { type: money,',
    'transfer_income: { typ: money,',
    'sources: [given, count(members)]',
    'sources: [given, count(member)]',
    ...met('minuts <= 20 and not(dry'),
    'met: all_in_school',
    'met: all_in_scool',
    'all met of [income, water]',
    'all met of [incom, water]',
    '{ of: net_income }',
    '{ of: net_income + minutes }',
  ])

  it('are told in one go, each once, in the order of the file', () => {
    expect(faultsOf(text).map(told)).toEqual([
      'shape «language: 1» the pack has no `version`',
      'shape «as_off» unknown key `as_off` in the pack',
      'unit «CNY/persons/year» unknown unit `persons`',
      'bad-date «2014-02-30» `2014-02-30` is not a date that exists',
      "unknown-source «survey» `survey` is none of the pack's sources",
      'shape «typ» unknown key `typ` in fact `transfer_income`',
      'shape «nein» `nein` is not a value of `dry`',
      'expression-syntax «member» a roster is expected, not `member`',
      'expression-syntax «dry» `)` is expected to close `not`, not the end',
      'unknown-name «all_in_scool» unknown name `all_in_scool`',
      'bad-table «incom» `incom` is not a criterion',
      'unit «net_income + minutes» `+` is given CNY/year and minute',
    ])
  })

  it('leave no half of a pack', () => {
    expect(Object.keys(loadPackText('pack.yaml', text))).toEqual(['faults'])
  })
})

describe('several faults in one expression', () => {
  it('are told each at its place', () => {
    const text = edited(met('minuts <= 20 and dry + minutes > 0 or colour = "A" or grade = "Z"'))
    expect(faultsOf(text).map(told)).toEqual([
      'unknown-name «minuts» unknown name `minuts`',
      'bare-number «20» `20` stands in an expression',
      'type «dry» `+` takes numbers, and this is a yes/no',
      'unknown-name «colour» unknown name `colour`',
      'unknown-name «"Z"» `Z` is not one of the codes',
    ])
  })
})

describe('one fault', () => {
  it.each([
    ['a refused fact', ['wage_income: { type: money', 'wage_income: { type: mony']],
    ['a refused fact of a member', ['in_school: { type: yes_no }', 'in_school: { type: yes }']],
    ['a refused parameter', ['    title: Poverty line\n', '']],
    ['a refused derived value', ['    unit: CNY/year\n    sources:\n', '    unit: [CNY]\n    sources:\n']],
    ['a refused criterion in two tables', ['    title: Water within reach\n', '']],
    ['a refused source cited many times', ['title: The paper, ', '']],
    ['a refused pillar', ['water: Water', 'water: 5']],
    ['a refused table', ['{ otherwise: retain }', '{ otherwise: [retain] }']],
    ['a refused outcome', ['exit: leave', 'exit: 5']],
    ['an expression that does not read', met('minutes <= ')],
    [
      'a derived value of which no source reads',
      ['sources: [every m in members satisfies m.in_school]', 'sources: ["every"]'],
    ],
    ['a unit that is not known', ['unit: minute, min', 'unit: minut, min']],
    ['derived values under another key', ['derived:\n', 'derive:\n']],
    ['parameters under another key', ['parameters:\n', 'parameter:\n']],
    ['a name that cannot be one', ['    minutes: {', '    Minutes: {']],
  ])('is told once: %s', (_what, edits) => expect(faultsOf(edited(edits))).toHaveLength(1))
})

describe('a derived number whose unit is forgotten', () => {
  it('is told at its sources, not wherever it is read', () => {
    const text = edited(['    unit: CNY/year\n    sources:\n', '    sources:\n'])
    expect(faultsOf(text).map(told)).toEqual([
      'type «wage_income + transfer_income» a yes/no is expected here, and this is a number in CNY/year',
      'type «of: rounded_income» a yes/no cannot be rounded',
    ])
  })
})
