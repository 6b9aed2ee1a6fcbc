import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SHIPPED_PACKS } from '../../../src/base/shipped.js'
import { loadPack } from '../../../src/engine/load-pack.js'
import { mutationJson, mutationLines } from '../../../src/report/test/mutation.js'
import { passes, runCase } from '../../../src/testing/cases/run-case.js'
import { loadSuites } from '../../../src/testing/cases/suite.js'
import type { Mutant, MutantKind } from '../../../src/testing/mutation/mutant.js'
import { mutantsOf } from '../../../src/testing/mutation/mutants.js'
import { mutate } from '../../../src/testing/mutation/mutation.js'
import { judgedCase, notices } from '../../../src/testing/mutation/notices.js'
import { casesOf, EXAMPLE_PACK, examplePack, pasted } from '../example-pack.js'

/** One of each: connectives, a range in a roster, a literal, dates, an equality of codes. */
const RICH_PACK = EXAMPLE_PACK.replace(
  'facts:\n',
  `  school_from: { title: School from, unit: year, min: 0, values: [{ from: 2014-01-01, value: 6, source: paper, evidence: verified }] }
  school_below: { title: School below, unit: year, min: 0, values: [{ from: 2014-01-01, value: 16, source: paper, evidence: verified }] }
facts:
`,
)
  .replace(
    'derived:\n',
    'derived:\n  settled: { sources: [electricity or wage_income > 0, every m in members satisfies m.insured] }\n',
  )
  .replace(
    'outcomes:',
    `  - { id: school, pillar: care, title: No child, reason: a child, since: 2018-01-01, applies_if: 'status = "none"', met: "every m in members satisfies not(m.age in [school_from..school_below)) and m.insured", source: paper, evidence: verified }
  - { id: settled, pillar: care, title: Settled, reason: unsettled, met: settled, source: paper, evidence: verified, advisory: true }
  - { id: adults, pillar: care, title: An adult insured, reason: none, met: "count(members[age >= school_below][insured]) > 0", source: paper, evidence: verified, advisory: true }
outcomes:`,
  )
  .replace(
    'checks:\n',
    `checks:
  - { id: gifts, when: transfer_income > wage_income, gap: [wage_income, transfer_income], severity: warning, message: more gifts than wages }
  - { id: nobody, when: "count(members[insured]) > household_size", gap: members, severity: warning, message: more insured than there are }
  - { id: young, when: "some m in members satisfies m.insured and m.age < school_from", gap: members.insured, severity: warning, message: insured in their own right }
`,
  )

const described = ({ kind, words }: Mutant) => `${kind}: ${words}`

describe('the mutants of a pack', () => {
  test.each<[MutantKind, string]>([
    ['comparison', '`>=` were `>`'],
    ['comparison', '`>` were `>=`'],
    ['comparison', '`=` were `!=`'],
    ['range-end', '`[` were `(`'],
    ['range-end', '`)` were `]`'],
    ['threshold', '`4000` were `3999.99`'],
    ['threshold', '`4000` were `4000.01`'],
    ['threshold', '`0` were `0.01`'],
    ['dropped-part', 'what stands before `and` were dropped'],
    ['dropped-part', 'what stands after `or` were dropped'],
    ['dropped-part', '`[insured]` were dropped'],
    ['swapped-connective', '`and` were `or`'],
    ['swapped-connective', '`or` were `and`'],
    ['dropped-criterion', '`medical` were not in the list'],
    ['swapped-outcomes', '`register` and `not_eligible` of the next row were swapped'],
    ['effective-date', '`2020-01-01` were `2019-12-31`'],
    ['effective-date', '`2018-01-01` were `2018-01-02`'],
    ['dropped-gap', '`members.insured` were not under `gap`'],
  ])('%s: %s', (kind, words) => {
    expect(mutantsOf(examplePack(RICH_PACK)).map(described)).toContain(`${kind}: ${words}`)
  })

  test('have ids of their own, and leave the pack as it is', () => {
    const pack = examplePack(RICH_PACK)
    const before = JSON.stringify([
      pack.criteria,
      [...pack.derived],
      [...pack.parameters],
      [...pack.decisions.tables],
    ])
    const mutants = mutantsOf(pack)
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
    const after = JSON.stringify([
      pack.criteria,
      [...pack.derived],
      [...pack.parameters],
      [...pack.decisions.tables],
    ])
    expect(after).toBe(before)
  })

  test('stand where the fault is', () => {
    const pack = examplePack()
    const text = pack.tables.source.text.split('\n')
    const at = (words: string) => {
      const place = mutantsOf(pack).find((each) => each.words === words)?.place
      return text[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1) ?? ''
    }
    expect(at('`>=` were `>`')).toMatch(/^net_income >= poverty_line/)
    expect(at('`2800` were `2799.99`')).toMatch(/^2800, source/)
    expect(at('`2020-01-01` were `2019-12-31`')).toMatch(/^2020-01-01, value: 4000/)
  })
})

describe('a suite of what survivors offer', () => {
  test.each([
    ['the example', EXAMPLE_PACK, []],
    // Both of its `or` begin where the first part does, so that two cases would have one name.
    [
      'an `or` of three parts',
      EXAMPLE_PACK.replace(
        'met: electricity,',
        'met: electricity or wage_income > 0 or transfer_income > 0,',
      ),
      [],
    ],
    // The members are never more than the size: a record that says so is in conflict, and the check does not fire.
    [
      'all kinds',
      RICH_PACK,
      ['dropped-gap: `members` were not under `gap`', 'dropped-part: `[insured]` were dropped'],
    ],
  ])('notices every mutant that somebody can see: %s', async (_, text, unseen) => {
    const pack = examplePack(text)
    const none = mutate(pack, [])
    expect(none.killed).toEqual([])
    expect(none.survivors.length).toBeGreaterThan(10)
    expect(none.percent).toBe(0)
    const cases = await casesOf({ 'a.yaml': pasted(none.survivors.map(({ witness }) => witness)) }, pack)
    expect(cases.flatMap((each) => runCase(each).mismatches)).toEqual([])
    const all = mutate(pack, cases)
    expect(all.survivors).toEqual([])
    expect(all.notShown.map(described)).toEqual(unseen)
    expect(none.notShown.map(described)).toEqual(unseen)
    expect(all.percent === 100).toBe(unseen.length === 0)
    expect(all.equivalent.map(({ id }) => id)).toEqual(none.equivalent.map(({ id }) => id))
    for (const [index, { mutant }] of none.survivors.entries()) {
      const witness = cases[index]
      expect(witness !== undefined && !passes(witness, mutant.pack), mutant.id).toBe(true)
    }
  })
})

describe('a fault that nobody can see is equivalent', () => {
  test('a bound that no whole number lies between', () => {
    const pack = examplePack(
      EXAMPLE_PACK.replace('met: electricity,', 'met: "household_size > 0 and electricity",'),
    )
    const { equivalent } = mutate(pack, [])
    expect(equivalent.map(described)).toEqual(
      expect.arrayContaining([
        'comparison: `>` were `>=`',
        'threshold: `0` were `-1`',
        'dropped-part: what stands before `and` were dropped',
      ]),
    )
    expect(equivalent.map(described)).not.toContain('dropped-part: what stands after `and` were dropped')
  })

  test('but not that a check leaves the members, whose number meets a size that is given', () => {
    const pack = examplePack(
      EXAMPLE_PACK.replace(
        '  household_size: { type: count, unit: person, min: 1, sources: [given, count(members)] }\n',
        '',
      )
        .replace(
          '    electricity:',
          '    household_size: { type: count, unit: person, min: 1 }\n    electricity:',
        )
        .replace(/ {2}- \{ id: medical.*\n/, '')
        .replaceAll('[income, medical]', '[income, power]')
        .replace('advisory: true', 'advisory: false')
        .replace(
          'checks:\n',
          'checks:\n  - { id: babies, when: "count(members[insured]) > household_size", gap: members, severity: warning, message: more insured than there are }\n',
        ),
    )
    expect(mutate(pack, []).equivalent.map(({ kind }) => kind)).not.toContain('dropped-gap')
  })

  test('a value that takes effect before the only criterion that reads it', () => {
    const pack = examplePack(
      EXAMPLE_PACK.replace(
        'reason: income below the line,',
        'reason: income below the line, since: 2014-01-01,',
      ),
    )
    const early = mutate(pack, []).equivalent.filter(({ kind }) => kind === 'effective-date')
    expect(early.map(({ words }) => words)).toEqual(['`2014-01-01` were `2013-12-31`'])
  })
})

describe('judging again only what a mutant touches', () => {
  test.each([
    ['the example', EXAMPLE_PACK],
    ['all kinds', RICH_PACK],
  ])('finds what judging everything finds: %s', async (_, text) => {
    const pack = examplePack(text)
    const offered = mutate(pack, []).survivors.map(({ witness }) => witness)
    const cases = await casesOf({ 'a.yaml': pasted(offered) }, pack)
    const found = { noticed: 0, passed: 0 }
    for (const mutant of mutantsOf(pack)) {
      for (const each of cases) {
        const isNoticed = notices(judgedCase(each), pack, mutant)
        expect(isNoticed, `${mutant.id} in ${each.name}`).toBe(!passes(each, mutant.pack))
        found[isNoticed ? 'noticed' : 'passed'] += 1
      }
    }
    expect(found.noticed).toBeGreaterThan(20)
    expect(found.passed).toBeGreaterThan(20)
  })

  test('finds it in cn-2020 too, in every seventh case', async () => {
    const { pack, cases } = await shipped('cn-2020')
    const some = cases.filter((_, index) => index % 7 === 0).map(judgedCase)
    const mutants = mutantsOf(pack).filter((_, index) => index % 5 === 0)
    expect(some.length * mutants.length).toBeGreaterThan(500)
    for (const mutant of mutants) {
      for (const each of some)
        expect(notices(each, pack, mutant), `${mutant.id} in ${each.case.name}`).toBe(
          !passes(each.case, mutant.pack),
        )
    }
  })
})

test('a case that fails under the pack itself notices nothing', async () => {
  const pack = examplePack()
  const cases = await casesOf(
    { 'a.yaml': 'cases:\n  - { name: a, given: { household_size: 1 }, expect: { decision: exit } }\n' },
    pack,
  )
  expect(mutate(pack, cases).killed).toEqual([])
})

describe('the report', () => {
  const result = mutate(
    examplePack(EXAMPLE_PACK.replace('met: electricity,', 'met: "household_size > 0 and electricity",')),
    [],
  )

  test('names file and line of each survivor with a case to paste, and the equivalents apart', () => {
    const lines = mutationLines(result)
    expect(lines[0]).toMatch(/^Mutation: 0%, 0 of \d+ faults noticed by some case$/)
    const at = lines.findIndex((line) =>
      /^pack\.yaml:\d+: no case would notice if `>=` were `>` here$/.test(line),
    )
    expect(lines[at + 1]).toMatch(/^ {2}- name: "noticed if >= were > at \d+:\d+"$/)
    const apart = lines.findIndex((line) => line.startsWith('Not counted'))
    expect(lines.slice(apart + 1)).toHaveLength(result.equivalent.length)
    expect(lines.slice(apart + 1)[0]).toMatch(/^ {2}pack\.yaml:\d+: if /)
  })

  test('says the same as data', () => {
    const json = JSON.parse(JSON.stringify(mutationJson(result)))
    expect(json).toMatchObject({ percent: 0, killed: 0, of: result.survivors.length })
    expect(json.survivors[0].message).toMatch(/no case would notice if/)
    expect(json.equivalent).toHaveLength(result.equivalent.length)
  })
})

async function shipped(id: string) {
  const loaded = await loadPack(`rules/${id}`)
  if ('faults' in loaded) throw new Error(id)
  const suites = await loadSuites(loaded.pack, `rules/${id}`)
  if ('faults' in suites) throw new Error(id)
  return { pack: loaded.pack, cases: suites.cases }
}

/** What a date of a parameter that no verdict reads is equivalent to. */
const datesOfNoVerdict = (date: string, ...others: readonly string[]) =>
  others.map((other) => `effective-date: \`${date}\` were \`${other}\``)

const OF_SHIPPED: readonly [pack: string, atLeast: number, equivalent: readonly string[]][] = [
  ['cn-2020', 100, ['effective-date: `2020-01-01` were `2019-12-31`']],
  ['cn-guizhou-2011', 10, []],
  ['cn-village-exit', 10, []],
  ['cn-county-exit', 10, []],
  ['cn-2020-income-first', 100, ['effective-date: `2020-01-01` were `2019-12-31`']],
  ['cn-guizhou-monitoring', 100, ['effective-date: `2020-01-01` were `2019-12-31`']],
  ['world-bank-lines', 20, datesOfNoVerdict('2025-06-01', '2025-05-31', '2025-06-02')],
  ['global-mpi', 100, datesOfNoVerdict('2010-01-01', '2009-12-31', '2010-01-02')],
]

test('every pack that comes with tpa is measured', () => {
  expect(OF_SHIPPED.map(([id]) => id).sort()).toEqual(readdirSync(SHIPPED_PACKS).sort())
})

test.each(OF_SHIPPED)('the cases of %s notice every fault', async (id, atLeast, equivalent) => {
  const { pack, cases } = await shipped(id)
  const result = mutate(pack, cases)
  expect(result.survivors.map(({ mutant }) => described(mutant))).toEqual([])
  expect(result.notShown.map(described)).toEqual([])
  expect(result.killed.length).toBeGreaterThan(atLeast)
  expect(result.equivalent.map(described)).toEqual(equivalent)
})
