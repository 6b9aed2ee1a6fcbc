import { loadPackText } from '../../../src/engine/load-pack.js'
import type { Measures, TestedPack } from '../../../src/report/test/summary.js'
import { runCase } from '../../../src/testing/cases/run-case.js'
import { coverageOf } from '../../../src/testing/coverage/coverage.js'
import { mutate } from '../../../src/testing/mutation/mutation.js'
import { casesOf, EXAMPLE_PACK, examplePack, SOUND, suitesOf } from '../../testing/example-pack.js'

/** Cases of which most fail, with names that mean something to XML, Markdown, terminals and CI systems. */
export const FAILING = `${SOUND}  registered: { like: sound, given: { status: registered } }
cases:
  - { name: lacks nothing, like: sound, expect: { decision: not_eligible, reasons: [] } }
  - name: everything differs
    about: "The paper, page 3: who is below the line enters"
    like: sound
    given: { wage_income: 6999.99, electricity: no }
    expect:
      decision: not_eligible
      reasons: []
      not_reasons: [medical, income]
      verdicts: { income: met, medical: met, power: unmet }
      outputs: { income_per_capita: 4000 }
      diagnostics: [no-income]
  - name: open
    like: sound
    rows:
      - { name: what is missing, given: { wage_income: }, expect: { possible: [], needs: [transfer_income], blocked: [net_income], outputs: { income_per_capita: { max: 1 } } } }
      - { name: what is at odds, given: { net_income: 5 }, expect: { diagnostics: [], decision: register } }
      - { name: passes, given: { members: }, expect: { decision: verify, needs: [members] } }
  - { name: a cell that does not read, like: sound, given: { electricity: maybe }, expect: { decision: not_eligible } }
  - { name: '<b>&"quoted"''s ]]> 50%, 100%: 工资性收入', like: registered, expect: { decision: retain } }
  - { name: "::error title=x::not a command", about: "::set-output name=x::y\\n::warning::z", like: registered, expect: { decision: retain } }
  - { name: neither, like: registered, given: { members: [{ insured: no }, { insured: yes }] }, expect: { reasons: [income] } }
  - { name: "##[error]\\e[31mred\\a | \`code\` *bold*\\nsecond line", like: registered, expect: { decision: retain } }
`

/** Cases that cannot be read. */
export const FAULTY =
  'cases:\n  - { name: a, like: sond, expect: { decision: register } }\n  - { name: b, expect: { decision: regster } }\n'

const NOT_MEASURED: Measures = { coverage: null, mutation: null, gates: [] }
const NOTHING_ELSE = { notRun: [], measures: NOT_MEASURED }

/** A pack whose cases fail, one whose cases cannot be read, one without cases, and one that does not load. */
export async function failingRun(): Promise<TestedPack[]> {
  const pack = examplePack()
  const failing = (await casesOf({ 'failing.yaml': FAILING, 'passing.yaml': PASSING })).map((each) =>
    runCase(each),
  )
  const faulty = await suitesOf({ 'faulty.yaml': `${SOUND}${FAULTY}` })
  const none = await suitesOf({})
  const broken = loadPackText('broken/pack.yaml', EXAMPLE_PACK.replace('met: electricity', 'met: electrcity'))
  const faultsOf = (reading: object) => ('faults' in reading ? (reading.faults as TestedPack['faults']) : [])
  return [
    { place: 'mine', pack, faults: [], results: failing, ...NOTHING_ELSE },
    { place: 'faulty', pack, faults: faultsOf(faulty), results: [], ...NOTHING_ELSE },
    { place: 'none', pack, faults: faultsOf(none), results: [], ...NOTHING_ELSE },
    { place: 'broken', pack: null, faults: faultsOf(broken), results: [], ...NOTHING_ELSE },
  ]
}

const PASSING = 'cases:\n  - { name: nobody says anything, expect: { decision: verify } }\n'

/** A pack with names that mean something to XML, Markdown and CI systems, a fault that none would notice, and a row that never fires. */
const SMALL_PACK = `language: 1
pack: small
title: A small one
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: household_id }
sources: { paper: { title: The paper, date: 2021 } }
pillars: { all: All }
parameters:
  line:
    title: Line
    unit: CNY/year
    min: 0
    values: [{ from: 2020-01-01, value: 40, source: paper, evidence: verified }]
facts:
  household:
    household_id: { type: text }
    income: { type: money, unit: CNY/year, min: 0, max: 100 }
    kind: { type: code, codes: { "50%, a:b": first, "::error::\`|<b>": second, plain: third } }
criteria:
  - { id: income, pillar: all, title: Income, reason: too little, met: income >= line, applies_if: 'kind != "::error::\`|<b>"', source: paper, evidence: verified }
  - { id: kind, pillar: all, title: Kind, reason: of another, met: 'kind in ("50%, a:b", "plain")', source: paper, evidence: verified }
outcomes: { help: help, none: nothing }
decisions:
  table:
    - { when: "any unmet of [income, kind]", then: help }
    - { when: "any unmet of [income]", then: none }
    - { otherwise: none }
`

/** Some cases of it, which pass. */
const SMALL_CASES = `cases:
  - { name: poor, given: { income: 39.99, kind: plain }, expect: { decision: help, verdicts: { income: unmet } } }
  - { name: on the line, given: { income: 40, kind: "50%, a:b" }, expect: { decision: none } }
`

/** The small pack twice: once with gates of which one trips, once with coverage alone and no gate. */
export async function measuredRun(): Promise<TestedPack[]> {
  return [await measuredPack('50%: a,b', { coverage: 90, mutation: 20 }), await measuredPack('free', null)]
}

async function measuredPack(
  place: string,
  least: { readonly coverage: number; readonly mutation: number } | null,
): Promise<TestedPack> {
  const loaded = loadPackText(`${place}/pack.yaml`, SMALL_PACK)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('; '))
  const { pack } = loaded
  const cases = await casesOf({ 'small.yaml': SMALL_CASES }, pack)
  const coverage = coverageOf(pack, cases)
  const run = { place, pack, faults: [], results: cases.map((each) => runCase(each)), notRun: [] }
  if (least === null) return { ...run, measures: { ...NOT_MEASURED, coverage } }
  const mutation = mutate(pack, cases)
  const gates: Measures['gates'] = [
    { measure: 'coverage', least: least.coverage, percent: coverage.percent },
    { measure: 'mutation', least: least.mutation, percent: mutation.percent },
  ]
  return { ...run, measures: { coverage, mutation, gates } }
}

/** The failing suite up to its first failure, when gates were asked for too. */
export async function stoppedRun(): Promise<TestedPack[]> {
  const cases = await casesOf({ 'failing.yaml': FAILING, 'passing.yaml': PASSING })
  const gates: Measures['gates'] = [{ measure: 'coverage', least: 90, percent: null }]
  const measures = { ...NOT_MEASURED, gates }
  return [
    {
      place: 'mine',
      pack: examplePack(),
      faults: [],
      measures,
      results: cases.slice(0, 2).map((each) => runCase(each)),
      notRun: cases.slice(2),
    },
  ]
}

/** A case with a long name in Chinese of which much differs, both sides of it long. */
export const LONG = `${SOUND}cases:
  - name: ${'二〇二〇年人均纯收入低于四千元的建档立卡贫困户应当继续保留在册不得退出'.repeat(2)} and on in English without an end in sight
    like: sound
    given: { wage_income: , household_size: 3 }
    expect:
      decision: not_eligible
      possible: [register, not_eligible, retain, exit]
      needs: ["members[2].insured", wage_income, household_size, electricity, members]
      diagnostics: [no-income, invalid-number, invalid-yes-no]
`
