import { decimal } from '../../src/base/decimal.js'
import { makeSource } from '../../src/base/source.js'
import { RATIO } from '../../src/lang/expression/unit.js'
import type { FactDeclaration, Pack } from '../../src/lang/pack.js'

type Options = Partial<FactDeclaration> & { min?: number; max?: number }

function fact(name: string, type: FactDeclaration['type'], options: Options = {}): FactDeclaration {
  const { min, max, ...rest } = options
  const range = { lo: min === undefined ? null : decimal(min), hi: max === undefined ? null : decimal(max) }
  const unit = type === 'money' || type === 'number' || type === 'count' ? RATIO : null
  const nothing = {
    codes: [],
    labels: {},
    aliases: [],
    days: { from: null, to: null },
    near: [],
    assume: null,
    personal: false,
    completedYearsSince: null,
  }
  return { name, type, unit, range, step: decimal(1), ...nothing, ...rest }
}

const byName = (facts: readonly FactDeclaration[]) => new Map(facts.map((each) => [each.name, each]))

const code = (name: string, ...aliases: string[]) => ({ code: name, title: name, aliases })

const YUAN_A_YEAR = new Map([
  ['CNY', 1],
  ['year', -1],
])

const householdFacts = [
  fact('household_id', 'text', { labels: { en: 'Household number', zh: '户编号' }, aliases: ['户号'] }),
  fact('village', 'text', { labels: { zh: '行政村' } }),
  fact('survey_date', 'date', { labels: { zh: '调查日期' } }),
  fact('registration_status', 'code', {
    codes: [code('none', '未建档'), code('registered', '建档立卡'), code('exited')],
    assume: 'none',
  }),
  fact('wage_income', 'money', {
    min: 0,
    unit: YUAN_A_YEAR,
    labels: { en: 'Wage income', zh: '工资性收入' },
  }),
  fact('income_per_capita', 'money', { labels: { zh: '人均纯收入' } }),
  fact('housing_grade', 'code', { codes: [code('A'), code('B'), code('C', 'C级'), code('D')] }),
  fact('water_minutes', 'number', { min: 0, unit: new Map([['minute', 1]]) }),
  fact('id_count', 'count', { min: 0 }),
  fact('years', 'number', { min: 0, max: 120, unit: new Map([['year', 1]]) }),
  fact('water_shortage', 'yes_no'),
  fact('phone', 'text', { personal: true }),
  fact('id_age', 'count', { min: 0, max: 120, personal: true }),
  fact('risk', 'yes_no', { assume: false, labels: { en: 'Risk of poverty' } }),
]

const memberFacts = [
  fact('member_id', 'text'),
  fact('age', 'number', { min: 0, max: 120, labels: { zh: '年龄' } }),
  fact('in_school', 'yes_no'),
]

const size = fact('household_size', 'count', { min: 1, labels: { zh: '家庭人口' }, aliases: ['人数'] })

/** A small pack of households, typed by hand: only what reading looks at is filled in. */
export const samplePack: Pack = {
  id: 'sample',
  title: 'A sample',
  version: '1.0.0',
  hash: '',
  asOf: null,
  extends: null,
  set: new Map(),
  record: {
    name: 'household',
    plural: 'households',
    id: 'household_id',
    date: 'survey_date',
    size: 'household_size',
    places: ['village'],
  },
  sources: new Map(),
  pillars: new Map(),
  parameters: new Map(),
  facts: byName(householdFacts),
  memberFacts: byName(memberFacts),
  derived: new Map([
    ['household_size', { name: 'household_size', declaration: size, sources: [{ kind: 'given' }] }],
  ]),
  criteria: [],
  decisions: { by: null, tables: new Map(), outcomes: new Map() },
  checks: [],
  outputs: [],
  properties: [],
  labels: new Map(),
  tables: {
    source: makeSource('pack.yaml', ''),
    spans: new Map(),
    references: [],
    units: new Map(),
    places: new Map(),
  },
}

/** The sample without rosters: its records are judged by themselves. */
export const plainPack: Pack = { ...samplePack, memberFacts: null }
