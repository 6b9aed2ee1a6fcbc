import { loadPackText } from '../../src/engine/load-pack.js'
import { NOT_MEASURED, type TestedPack } from '../../src/report/test-summary.js'
import { runCase } from '../../src/testing/run-case.js'
import { casesOf, EXAMPLE_PACK, examplePack, SOUND, suitesOf } from '../testing/example-pack.js'

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

/** A pack whose cases fail, one whose cases cannot be read, one without cases, and one that does not load. */
export async function failingRun(): Promise<TestedPack[]> {
  const pack = examplePack()
  const failing = (await casesOf({ 'failing.yaml': FAILING, 'passing.yaml': PASSING })).map(runCase)
  const faulty = await suitesOf({ 'faulty.yaml': `${SOUND}${FAULTY}` })
  const none = await suitesOf({})
  const broken = loadPackText('broken/pack.yaml', EXAMPLE_PACK.replace('met: electricity', 'met: electrcity'))
  const faultsOf = (reading: object) => ('faults' in reading ? (reading.faults as TestedPack['faults']) : [])
  return [
    { place: 'mine', pack, faults: [], results: failing, measures: NOT_MEASURED },
    { place: 'faulty', pack, faults: faultsOf(faulty), results: [], measures: NOT_MEASURED },
    { place: 'none', pack, faults: faultsOf(none), results: [], measures: NOT_MEASURED },
    { place: 'broken', pack: null, faults: faultsOf(broken), results: [], measures: NOT_MEASURED },
  ]
}

const PASSING = 'cases:\n  - { name: nobody says anything, expect: { decision: verify } }\n'
