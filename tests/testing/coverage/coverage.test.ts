import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { evaluationOf } from '../../../src/engine/assess.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import type { Pack } from '../../../src/lang/pack.js'
import { coverageJson, coverageLines } from '../../../src/report/test/coverage.js'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { loadSuites } from '../../../src/testing/cases/suite.js'
import { type Coverage, coverageOf } from '../../../src/testing/coverage/coverage.js'
import { dayBeside } from '../../../src/testing/coverage/dates.js'
import { aimsOf } from '../../../src/testing/coverage/items.js'
import { casesOf, EXAMPLE_PACK, examplePack } from '../example-pack.js'

const holesIn = ({ items }: Coverage) => items.filter(({ hit }) => !hit)
const witnessesIn = (coverage: Coverage) => holesIn(coverage).map(({ hole }) => hole?.witness ?? '')

/** Offered cases as somebody would paste them into one file. */
const pasted = (witnesses: readonly string[], more = '') =>
  `cases:\n${[...witnesses, more]
    .filter((each) => each !== '')
    .flatMap((each) => each.split('\n').map((line) => `  ${line}`))
    .join('\n')}\n`

async function shipped(id: string) {
  const loaded = await loadPack(`rules/${id}`)
  if ('faults' in loaded) throw new Error(id)
  const suites = await loadSuites(loaded.pack, `rules/${id}`)
  if ('faults' in suites) throw new Error(id)
  return { pack: loaded.pack, cases: suites.cases }
}

/** Ranges inside a roster, a criterion that sets in and one that does not apply to all. */
const SCHOOL_PACK = EXAMPLE_PACK.replace(
  'facts:\n',
  `  school_from: { title: School from, unit: year, min: 0, values: [{ from: 2014-01-01, value: 6, source: paper, evidence: verified }] }
  school_below: { title: School below, unit: year, min: 0, values: [{ from: 2014-01-01, value: 16, source: paper, evidence: verified }] }
facts:
`,
).replace(
  'outcomes:',
  `  - { id: school, pillar: care, title: No child, reason: a child, since: 2018-01-01, applies_if: electricity, met: "every m in members satisfies not(m.age in [school_from..school_below))", source: paper, evidence: verified, advisory: true }
outcomes:`,
)

const CHECKED_PACK = SCHOOL_PACK.replace(
  'checks:\n',
  `checks:
  - { id: gifts, when: transfer_income > wage_income, gap: [wage_income, transfer_income], severity: warning, message: more gifts than wages }
  - { id: young, when: "some m in members satisfies m.insured and m.age < school_from", gap: members.insured, severity: warning, message: insured in their own right }
`,
)

describe('a suite without cases', () => {
  test.each([
    ['the example', EXAMPLE_PACK],
    ['rosters and dates', SCHOOL_PACK],
    ['checks that take facts away', CHECKED_PACK],
  ])('shows nothing, and the cases offered for it show everything: %s', async (_, text) => {
    const pack = examplePack(text)
    const empty = coverageOf(pack, [])
    expect(empty.items.length).toBeGreaterThan(10)
    expect(empty.percent).toBe(0)
    expect(empty.unreachable).toEqual([])
    const cases = await casesOf({ 'a.yaml': pasted(witnessesIn(empty)) }, pack)
    expect(cases.flatMap((each) => runCase(each).mismatches)).toEqual([])
    expect(coverageOf(pack, cases)).toMatchObject({ percent: 100 })
  })
})

test('each kind of thing to show is looked for, and each side of both ends of a range', () => {
  const ids = coverageOf(examplePack(SCHOOL_PACK), []).items.map(({ id }) => id)
  expect(ids).toContain('criteria.school.not_applicable')
  expect(ids).not.toContain('criteria.income.not_applicable')
  expect(ids).toContain('decisions.none.0')
  expect(ids).toContain('parameters.poverty_line.2014-01-01')
  const ofSchool = ids.filter((id) => /^criteria\.school\.\d/.test(id))
  expect(ofSchool.map((id) => id.split('.').at(-1))).toEqual([
    ...['below', 'at', 'above', 'open'],
    ...['below', 'at', 'above', 'open'],
  ])
})

const above = (status: string, decision: string) =>
  `- name: above ${status}
  given: { status: ${status}, net_income: 9000, household_size: 1, members: [{ insured: yes }] }
  expect: { decision: ${decision} }`
const ABOVE = above('none', 'not_eligible')
const ABOVE_REGISTERED = above('registered', 'exit')

/** Without what shows one thing, and with a case for all else, exactly that is the hole, and the offered case closes it. */
test.each([
  ['decisions.registered.0', 'row 1 for registered fires and gives exit'],
  ['criteria.income.0.at', 'net_income is at poverty_line * household_size in income'],
  ['criteria.power.unmet', 'power is unmet'],
  ['parameters.poverty_line.2014-01-01', 'poverty_line of 2014-01-01 is in force'],
])('without what shows %s, that alone is the hole', async (id, what) => {
  const pack = examplePack()
  const aim = aimsOf(pack).find((each) => each.id === id)
  const suite = (witnesses: readonly string[]) => casesOf({ 'a.yaml': pasted(witnesses) }, pack)
  const all = await suite([...witnessesIn(coverageOf(pack, [])), ABOVE, ABOVE_REGISTERED])
  const rest = all.filter((each) => !aim?.isShownBy(evaluationOf(pack, runCase(each).assessment)))
  const holes = holesIn(coverageOf(pack, rest))
  const others = holes.flatMap((item) => (item.id === id ? [] : [item.hole?.witness ?? '']))
  const more = (others.length > 0 ? await suite(others) : []).filter(
    (each) => !aim?.isShownBy(evaluationOf(pack, runCase(each).assessment)),
  )
  const alone = coverageOf(pack, [...rest, ...more])
  expect(holesIn(alone).map((item) => [item.id, item.what])).toEqual([[id, what]])
  expect(alone.percent).toBeLessThan(100)
  const closing = await suite(witnessesIn(alone))
  expect(coverageOf(pack, [...rest, ...more, ...closing])).toMatchObject({ percent: 100 })
})

test('each fact that a check takes away is looked for', () => {
  const ids = coverageOf(examplePack(CHECKED_PACK), []).items.map(({ id }) => id)
  expect(ids.filter((id) => id.startsWith('checks.'))).toEqual([
    'checks.gifts.wage_income',
    'checks.gifts.transfer_income',
    'checks.young.members.insured',
  ])
})

test('a case offered for a side stands one step from the threshold', () => {
  const { items } = coverageOf(examplePack(), [])
  const given = (side: string) =>
    /net_income: (\S+)/.exec(
      items.find(({ id }) => id === `criteria.income.0.${side}`)?.hole?.witness ?? '',
    )?.[1]
  expect(['below', 'at', 'above'].map(given)).toEqual(['3999.99', '4000', '4000.01'])
})

test('a row that no record comes to does not count', () => {
  const pack = examplePack(
    EXAMPLE_PACK.replace(
      '    - { when: "any unmet of [income, medical]", then: register }\n',
      '    - { when: "any unmet of [income, medical]", then: register }\n    - { when: "any unmet of [income]", then: retain }\n',
    ),
  )
  const coverage = coverageOf(pack, [])
  expect(coverage.unreachable).toEqual(['decisions.none.1'])
  expect(coverage.items.map(({ id }) => id)).not.toContain('decisions.none.1')
})

test('a parameter held by a case is not in force with its own value', async () => {
  const pack = examplePack()
  const cases = await casesOf(
    {
      'a.yaml':
        'cases:\n  - { name: a, given: { household_size: 1 }, parameters: { poverty_line: 5 }, expect: { decision: verify } }\n',
    },
    pack,
  )
  const shown = coverageOf(pack, cases).items.filter(({ hit }) => hit)
  expect(shown.map(({ id }) => id).filter((id) => id.startsWith('parameters.'))).toEqual([])
  expect(shown.length).toBeGreaterThan(0)
})

describe('the report', () => {
  const pack: Pack = examplePack()

  test('names the line of the pack, and the case can be pasted', () => {
    const lines = coverageLines(coverageOf(pack, []))
    expect(lines[0]).toMatch(/^Coverage: 0%, 0 of \d+ shown by some case$/)
    const at = lines.findIndex((line) => line.includes('no case in which income is unmet'))
    expect(lines[at]).toMatch(/^pack\.yaml:\d+: /)
    expect(lines[at + 1]).toBe('  - name: income is unmet')
  })

  test('says the same as data', () => {
    const json = coverageJson(coverageOf(pack, []))
    expect(JSON.parse(JSON.stringify(json))).toMatchObject({ percent: 0, shown: 0, unreachable: [] })
  })
})

test.each([
  ['2020-01-01', '2019-12-31', '2020-01-02'],
  ['2020-02-29', '2020-02-28', '2020-03-01'],
  ['2019-03-01', '2019-02-28', '2019-03-02'],
  ['2019-12-31', '2019-12-30', '2020-01-01'],
  ['2019-05-01', '2019-04-30', '2019-05-02'],
  ['0001-01-01', null, '0001-01-02'],
  ['9999-12-31', '9999-12-30', null],
])('the days beside %s are %s and %s', (date, before, after) => {
  expect([dayBeside(date, -1), dayBeside(date, 1)]).toEqual([before, after])
})

test.each(readdirSync(SHIPPED_PACKS))('the cases of %s show all of it', async (id) => {
  const { pack, cases } = await shipped(id)
  const coverage = coverageOf(pack, cases)
  expect(holesIn(coverage).map(({ what }) => what)).toEqual([])
  expect(coverage).toMatchObject({ percent: 100, unreachable: [] })
})
