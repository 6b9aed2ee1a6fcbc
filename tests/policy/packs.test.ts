import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type MemberFacts, sound, soundByParts, soundWithMembers } from './sound.js'
import { type AssessedRecord, assess, type Cells, csv, verdicts } from './tpa.js'

const registered = (cells: Cells) => sound({ registration_status: 'registered', ...cells })

/** Assesses all rows in one run; the answers come in the order of the rows. */
function assessRows(rows: readonly Cells[], idColumn = 'household_id', ...args: string[]) {
  const numbered = rows.map((row, index) => ({ [idColumn]: `N${index}`, ...row }))
  return assess(['-', ...args], csv(numbered))
}

/** The verdict of one criterion for each row. */
const verdictsOf = async (criterion: string, rows: readonly Cells[]) =>
  (await assessRows(rows)).records.map((household) => verdicts(household)[criterion])

/** Lines of the file on which a check of the pack spoke; the header is line 1. */
const linesWarned = async (message: string, rows: readonly Cells[]) =>
  (await assessRows(rows)).diagnostics
    .filter((each) => each.message.includes(message))
    .flatMap(({ at, repeats }) => [at?.line, ...(repeats?.lines ?? [])])

describe('cn-2020: each threshold just below, at, just above, and unknown', () => {
  const FACTS: readonly {
    criterion: string
    fact: string
    base: (cells: Cells) => Cells
    at: Readonly<Record<string, string>>
  }[] = [
    {
      criterion: 'income',
      fact: 'net_income',
      base: sound,
      at: { '11999.99': 'unmet', '12000': 'met', '12000.01': 'met', '': 'unknown' },
    },
    {
      criterion: 'income_above_line',
      fact: 'net_income',
      base: registered,
      at: { '11999.99': 'unmet', '12000': 'unmet', '12000.01': 'met', '': 'unknown' },
    },
    {
      criterion: 'near_line',
      fact: 'net_income',
      base: (cells) => sound({ risk: 'yes', ...cells }),
      at: { '17999.99': 'unmet', '18000': 'met', '18000.01': 'met', '': 'unknown' },
    },
    {
      criterion: 'near_line',
      fact: 'risk',
      base: (cells) => sound({ net_income: '15000', ...cells }),
      at: { no: 'met', yes: 'unmet', '': 'unknown' },
    },
    { criterion: 'food', fact: 'food_secure', base: sound, at: { yes: 'met', no: 'unmet', '': 'unknown' } },
    {
      criterion: 'clothing',
      fact: 'clothing_secure',
      base: sound,
      at: { yes: 'met', no: 'unmet', '': 'unknown' },
    },
    {
      criterion: 'medical',
      fact: 'insured_members',
      base: sound,
      at: { 2: 'unmet', 3: 'met', 4: 'unknown', '': 'unknown' },
    },
    {
      criterion: 'housing',
      fact: 'housing_grade',
      base: sound,
      at: { A: 'met', B: 'met', C: 'unmet', D: 'unmet', '': 'unknown' },
    },
    {
      criterion: 'housing',
      fact: 'housing_remedy',
      base: (cells) => sound({ housing_grade: 'D', ...cells }),
      at: { none: 'unmet', renovated: 'met', relocated: 'met', protected: 'met', '': 'unknown' },
    },
    {
      criterion: 'water',
      fact: 'water_minutes',
      base: sound,
      at: { '19.9': 'met', '20.0': 'met', '20.1': 'unmet', '': 'unknown' },
    },
    {
      criterion: 'water',
      fact: 'water_shortage',
      base: sound,
      at: { no: 'met', yes: 'unmet', '': 'unknown' },
    },
    {
      criterion: 'water',
      fact: 'water_quality_safe',
      base: sound,
      at: { yes: 'met', no: 'unmet', '': 'unknown' },
    },
    {
      criterion: 'education',
      fact: 'school_age_enrolled',
      base: (cells) => sound({ school_age_children: '2', ...cells }),
      at: { 1: 'unmet', 2: 'met', 3: 'unknown', '': 'unknown' },
    },
    {
      criterion: 'education',
      fact: 'school_age_children',
      base: (cells) => sound({ school_age_enrolled: '1', ...cells }),
      at: { 0: 'not_applicable', 1: 'met', 2: 'unmet', '': 'unknown' },
    },
    {
      criterion: 'electricity',
      fact: 'electricity',
      base: sound,
      at: { yes: 'met', no: 'unmet', '': 'unknown' },
    },
  ]
  // The rows of all facts have the same columns, so that one run judges them all.
  const rows = FACTS.map(({ fact, base, at }) => Object.keys(at).map((value) => base({ [fact]: value })))
  let judged: readonly AssessedRecord[] = []
  beforeAll(async () => {
    expect(new Set(rows.flat().map((row) => Object.keys(row).sort().join())).size).toBe(1)
    judged = (await assessRows(rows.flat())).records
  })
  for (const [index, { criterion, fact, at }] of FACTS.entries()) {
    it(`${criterion} by ${fact}`, () => {
      const before = rows.slice(0, index).flat().length
      const seen = Object.keys(at).map((value, row) => {
        const household = judged[before + row]
        return [value, household && verdicts(household)[criterion]]
      })
      expect(Object.fromEntries(seen)).toEqual(at)
    })
  }

  it('education by the age of a child out of school', async () => {
    const children: readonly [who: string, member: MemberFacts, verdict: string][] = [
      ['of 5', { age: 5 }, 'not_applicable'],
      ['of 6', { age: 6 }, 'unmet'],
      ['of 7', { age: 7 }, 'unmet'],
      ['on the day before the sixth birthday', { birth_date: '2014-08-02' }, 'not_applicable'],
      ['on the sixth birthday', { birth_date: '2014-08-01' }, 'unmet'],
      ['of 15', { age: 15 }, 'unmet'],
      ['on the day before the sixteenth birthday', { birth_date: '2004-08-02' }, 'unmet'],
      ['on the sixteenth birthday', { birth_date: '2004-08-01' }, 'not_applicable'],
      ['of 16', { age: 16 }, 'not_applicable'],
      ['of 17', { age: 17 }, 'not_applicable'],
      ['of unknown age', { age: null }, 'unknown'],
    ]
    const outOfSchool = { in_school: false, school_exempt: false, completed_grade_9: false }
    const input = children
      .map(([who, member]) =>
        soundWithMembers({ household_id: who }, [{ age: 40 }, { ...outOfSchool, ...member }]),
      )
      .join('')
    const { records } = await assess(['-', '--from', 'ndjson'], input)
    expect(records.map((household) => [household.record, verdicts(household).education])).toEqual(
      children.map(([who, , verdict]) => [who, verdict]),
    )
  })

  it('the register is rounded: a figure per head decides unless it is within a yuan of the line', async () => {
    const { net_income: _net, ...cells } = sound({})
    const figures = { 3998: 'unmet', 3999: 'unknown', 4000: 'unknown', 4001: 'met', '': 'unknown' }
    const seen = await verdictsOf(
      'income',
      Object.keys(figures).map((income_per_capita) => ({ ...cells, income_per_capita })),
    )
    expect(Object.fromEntries(Object.keys(figures).map((figure, index) => [figure, seen[index]]))).toEqual(
      figures,
    )
  })

  it('the line and the watch near it by date', async () => {
    const dates: readonly [date: string, line: unknown, nearLine: string][] = [
      ['2014-01-01', 2800, 'not_applicable'],
      ['2014-12-31', 2800, 'not_applicable'],
      ['2015-01-01', 2968, 'not_applicable'],
      ['2016-01-01', 3146, 'not_applicable'],
      ['2017-01-01', 3335, 'not_applicable'],
      ['2018-01-01', 3535, 'not_applicable'],
      ['2019-01-01', 3747, 'not_applicable'],
      ['2019-12-31', 3747, 'not_applicable'],
      ['2020-01-01', 4000, 'unmet'],
      ['2020-12-31', 4000, 'unmet'],
    ]
    const { records } = await assessRows(
      dates.map(([survey_date]) => sound({ survey_date, net_income: '15000', risk: 'yes' })),
    )
    expect(
      records.map((household) => [
        household.as_of,
        household.outputs.poverty_line,
        verdicts(household).near_line,
      ]),
    ).toEqual(dates)
  })

  const CHECKS: readonly { message: string; rows: readonly Cells[]; lines: readonly number[] }[] = [
    {
      message: 'net income is not above 0',
      rows: ['-0.01', '0', '0.01', ''].map((net_income) => sound({ net_income })),
      lines: [2, 3],
    },
    {
      message: 'net income per head is very high',
      rows: ['299999.99', '300000', '300000.01', ''].map((net_income) => sound({ net_income })),
      lines: [4],
    },
    {
      message: 'business income without expense',
      rows: ['0', '0.01', ''].flatMap((business_income) =>
        ['0', '0.01', ''].map((business_expense) => soundByParts({ business_income, business_expense })),
      ),
      lines: [5, 7],
    },
    {
      message: 'more members insured than',
      rows: ['3', '4', ''].map((insured_members) => sound({ insured_members })),
      lines: [3],
    },
    {
      message: 'more children of school age than',
      rows: ['3', '4', ''].map((count) => sound({ school_age_children: count, school_age_enrolled: count })),
      lines: [3],
    },
    {
      message: 'more children provided for',
      rows: ['0', '1', '2', ''].map((school_age_enrolled) => sound({ school_age_enrolled })),
      lines: [4],
    },
  ]
  for (const { message, rows, lines } of CHECKS) {
    it(`the check "${message}" speaks where it should`, async () => {
      expect(await linesWarned(message, rows)).toEqual(lines)
    })
  }
})

describe('the other packs: each threshold just below, at, just above, and unknown', () => {
  it('cn-guizhou-2011: 1,500 yuan a head', async () => {
    const rows = ['2999.99', '3000', '3000.01', ''].map((net_income) => ({
      net_income,
      household_size: '2',
      dibao: 'no',
      able_to_work: 'yes',
      supporter: 'no',
    }))
    const { records } = await assessRows(rows, 'household_id', '--rules', 'cn-guizhou-2011')
    expect(records.map((household) => verdicts(household).income)).toEqual(['unmet', 'met', 'met', 'unknown'])
  })

  it.each([
    ['cn-village-exit', 'village_id'],
    ['cn-county-exit', 'county_id'],
  ])('%s: 2 percent, 3 percent in the west', async (pack, id) => {
    const places: readonly [region: string, poor: string, verdict: string][] = [
      ['west', '299', 'met'],
      ['west', '300', 'met'],
      ['west', '301', 'unmet'],
      ['central', '199', 'met'],
      ['central', '200', 'met'],
      ['central', '201', 'unmet'],
      ['east', '199', 'met'],
      ['east', '200', 'met'],
      ['east', '201', 'unmet'],
      ['', '200', 'met'],
      ['', '201', 'unknown'],
      ['', '301', 'unmet'],
      ['west', '', 'unknown'],
    ]
    const rows = places.map(([region, poor_persons]) => ({ region, poor_persons, rural_persons: '10000' }))
    const { records } = await assessRows(rows, id, '--rules', pack)
    expect(
      records.map((place, index) => [
        rows[index]?.region,
        rows[index]?.poor_persons,
        verdicts(place).incidence,
      ]),
    ).toEqual(places)
  })
})

describe('the packs of the world: each threshold just below, at, just above, and unknown', () => {
  it('world-bank-lines: 3.00, 4.20 and 8.30 dollars a day', async () => {
    const lines: readonly (readonly [welfare: string, decision: string])[] = [
      ['3284.99', 'extreme_poor'],
      ['3285', 'lower_middle_poor'],
      ['3285.01', 'lower_middle_poor'],
      ['4598.99', 'lower_middle_poor'],
      ['4599', 'upper_middle_poor'],
      ['4599.01', 'upper_middle_poor'],
      ['9088.49', 'upper_middle_poor'],
      ['9088.50', 'not_poor'],
      ['9088.51', 'not_poor'],
      ['', 'verify'],
    ]
    // Three dollars of 2021 cost 1.50 in a currency whose prices have doubled since.
    const rows = lines.map(([welfare]) => ({
      welfare,
      household_size: '3',
      ppp_factor: '0.5',
      price_factor: '2',
    }))
    const { records } = await assessRows(rows, 'household_id', '--rules', 'world-bank-lines')
    expect(records.map(({ decision }, index) => [rows[index]?.welfare, decision])).toEqual(lines)
  })

  it('global-mpi: every combination of the ten indicators against their weights', async () => {
    const combinations = Array.from({ length: 1 << INDICATORS.length }, (_, bits) =>
      INDICATORS.map((_, place) => ((bits >> place) & 1) === 1),
    )
    const rows = combinations.map((deprived) =>
      Object.fromEntries(INDICATORS.map(([column], place) => [column, deprived[place] ? 'yes' : 'no'])),
    )
    const { records } = await assessRows(rows, 'household_id', '--rules', 'global-mpi')
    const scores = combinations.map((deprived) =>
      INDICATORS.reduce((sum, [, weight], place) => sum + (deprived[place] ? weight : 0), 0),
    )
    expect(records.map(({ decision, outputs }) => [outputs.score, decision])).toEqual(
      scores.map((score) => [score, poverty(score / 18)]),
    )
  })
})

/** The columns of the index's files, with the weight of each in eighteenths. */
const INDICATORS: readonly (readonly [column: string, eighteenths: number])[] = [
  ['d_nutr', 3],
  ['d_cm', 3],
  ['d_educ', 3],
  ['d_satt', 3],
  ['d_ckfl', 1],
  ['d_sani', 1],
  ['d_wtr', 1],
  ['d_elct', 1],
  ['d_hsg', 1],
  ['d_asst', 1],
]

function poverty(share: number): string {
  if (share >= 1 / 2) return 'severe_poor'
  if (share >= 1 / 3) return 'poor'
  return share >= 1 / 5 ? 'vulnerable' : 'not_poor'
}

describe('every row of every table is reached', () => {
  it('cn-2020', async () => {
    const states: readonly Cells[] = [
      {},
      { food_secure: 'no' },
      { net_income: '15000', risk: 'yes' },
      { net_income: '9000' },
    ]
    const rows = ['none', 'registered', 'exited'].flatMap((registration_status) =>
      states.map((state) => sound({ registration_status, ...state })),
    )
    const { records } = await assessRows(rows)
    expect(reached(records, (index) => rows[index]?.registration_status ?? '')).toEqual(tableRows('cn-2020'))
  })

  it('cn-guizhou-2011', async () => {
    const rows = ['2999', '3000'].flatMap((net_income) =>
      yesNo.flatMap((dibao) =>
        yesNo.flatMap((able_to_work) =>
          yesNo.map((supporter) => ({ net_income, household_size: '2', dibao, able_to_work, supporter })),
        ),
      ),
    )
    const { records } = await assessRows(rows, 'household_id', '--rules', 'cn-guizhou-2011')
    expect(reached(records, () => 'table')).toEqual(tableRows('cn-guizhou-2011'))
  })

  it.each([
    ['cn-village-exit', 'village_id'],
    ['cn-county-exit', 'county_id'],
  ])('%s', async (pack, id) => {
    const rows = ['20', '21'].map((poor_persons) => ({
      region: 'east',
      poor_persons,
      rural_persons: '1000',
    }))
    const { records } = await assessRows(rows, id, '--rules', pack)
    expect(reached(records, () => 'table')).toEqual(tableRows(pack))
  })
})

it('cn-guizhou-2011: the class of a household below the line', async () => {
  const classes: readonly [dibao: string, able: string, supporter: string, decision: string][] = [
    ['no', 'no', 'no', 'five_guarantee'],
    ['yes', 'no', 'no', 'five_guarantee'],
    ['yes', 'yes', 'no', 'both'],
    ['yes', 'yes', 'yes', 'both'],
    ['yes', 'no', 'yes', 'dibao'],
    ['no', 'no', 'yes', 'poverty_reduction'],
    ['no', 'yes', 'no', 'poverty_reduction'],
    ['no', 'yes', 'yes', 'poverty_reduction'],
    ['no', 'yes', '', 'poverty_reduction'],
    ['yes', 'yes', '', 'both'],
    ['', 'no', 'no', 'five_guarantee'],
    ['', 'yes', 'no', 'verify'],
  ]
  const rows = classes.map(([dibao, able_to_work, supporter]) => ({
    household_size: '2',
    net_income: '2000',
    dibao,
    able_to_work,
    supporter,
  }))
  const { records } = await assessRows(rows, 'household_id', '--rules', 'cn-guizhou-2011')
  expect(records.map(({ decision }) => decision)).toEqual(classes.map(([, , , decision]) => decision))
})

const yesNo = ['yes', 'no']

/** `TABLE OUTCOME` for each row of the pack's tables; no table names an outcome twice. */
function tableRows(pack: string): string[] {
  const { decisions } = parse(readFileSync(new URL(`../../rules/${pack}/pack.yaml`, import.meta.url), 'utf8'))
  const tables: [string, Record<string, string>[]][] = Object.entries(decisions)
  return tables
    .filter(([name]) => name !== 'by')
    .flatMap(([name, rows]) => rows.map((row) => `${name} ${row.then ?? row.otherwise}`))
    .sort()
}

const reached = (records: readonly AssessedRecord[], tableOf: (index: number) => string): string[] =>
  [...new Set(records.map(({ decision }, index) => `${tableOf(index)} ${decision}`))].sort()
