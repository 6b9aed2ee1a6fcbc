import { Chalk } from 'chalk'
import { decimal } from '../../../src/base/decimal.js'
import { createLog } from '../../../src/base/diagnostic.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { caseId } from '../../../src/engine/case-id.js'
import { findingsOf } from '../../../src/engine/explain/findings.js'
import { loadPackText } from '../../../src/engine/load-pack.js'
import { columnsOf, type Pack } from '../../../src/lang/pack.js'
import type { CaseRecord, Fact, GapReason, Known, Roster } from '../../../src/lang/record.js'
import { createFold, type FoldOptions } from '../../../src/report/assess/fold.js'
import type { AssessContext, AssessedCase, Report } from '../../../src/report/assess/report.js'
import type { Summary } from '../../../src/report/assess/summary.js'

/** A pack small enough to know by heart: income and water for everybody, school for members. */
const TEXT = `
language: 1
pack: sample
title: A sample | with a bar
version: 1.2.3
as_of: 2020-12-31
record: { name: household, id: household_id, date: survey_date, size: household_size, places: [county, village] }
sources:
  paper: { title: The paper, publisher: An office, date: 2021-07 }
pillars: { income: One income, guarantees: Guarantees, advisory: Reported only }
parameters:
  line:
    title: Poverty line
    unit: CNY/person/year
    values: [{ from: 2020-01-01, value: 4000, source: paper, evidence: verified, quote: "4,000 yuan" }]
  round_trip:
    title: Longest round trip
    unit: minute
    values: [{ from: 2014-01-01, value: 20, source: paper, evidence: verified }]
facts:
  household:
    household_id: { type: text }
    county: { type: text }
    village: { type: text, labels: { zh: 村 } }
    head: { type: text, personal: true }
    survey_date: { type: date }
    status: { type: code, codes: { none: not registered, registered: registered }, assume: none }
    wage: { type: money, unit: CNY/year, min: 0, step: 0.01, labels: { en: Wage income } }
    grants: { type: money, unit: CNY/year, min: 0, step: 0.01, labels: { en: Grants } }
    minutes: { type: number, unit: minute, min: 0, step: 0.1, labels: { en: Round trip for water } }
    light: { type: yes_no, labels: { en: Electric light } }
  member:
    age: { type: number, unit: year, min: 0, max: 120 }
    in_school: { type: yes_no, labels: { en: In school } }
derived:
  household_size: { type: count, unit: person, min: 1, labels: { en: Household size }, sources: [given, count(members)] }
  net_income: { type: money, unit: CNY/year, labels: { en: Net income }, sources: [given, wage + grants] }
criteria:
  - { id: income, pillar: income, title: Income reaches the line, reason: income below the line, met: net_income >= line * household_size, source: paper, evidence: verified, quote: primary factor }
  - { id: water, pillar: guarantees, title: Water within reach, reason: water too far, met: minutes <= round_trip, source: paper, evidence: weak, note: A note. }
  - { id: school, pillar: guarantees, title: Everybody in school, reason: somebody out of school, met: every m in members satisfies m.in_school, source: paper, evidence: verified }
  - { id: light, pillar: advisory, title: Electric light, reason: no electric light, met: light, advisory: true, source: paper, evidence: verified }
outcomes: { register: register as poor, not_eligible: not eligible, exit: leave the register, retain: stay on the register }
decisions:
  by: status
  none:
    - { when: "any unmet of [income, water, school]", then: register }
    - { otherwise: not_eligible }
  registered:
    - { when: "all met of [income, water, school]", then: exit }
    - { otherwise: retain }
checks:
  - { id: no-income, when: net_income <= 0, severity: error, message: income is not above 0 }
outputs:
  net_income: { of: net_income }
  per_head: { of: net_income, per: household_size }
`

export const PACK: Pack = (() => {
  const reading = loadPackText('sample/pack.yaml', TEXT)
  if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('\n'))
  return reading.pack
})()

/** A gap, or a value: numbers as text in the form `#12.5`. */
type Answer = boolean | string | { readonly gap: GapReason } | { readonly assumed: Known }

export interface Household {
  readonly id: string
  readonly line: number
  readonly file?: string
  readonly members?: Roster
  readonly answers: { readonly [fact: string]: Answer }
}

const absent: Fact = { kind: 'gap', reason: 'absent' }

function factOf(answer: Answer): Fact {
  if (typeof answer === 'object')
    return 'gap' in answer
      ? { kind: 'gap', reason: answer.gap }
      : { kind: 'known', value: answer.assumed, assumed: true }
  if (typeof answer === 'boolean' || !answer.startsWith('#')) return { kind: 'known', value: answer }
  return { kind: 'known', value: decimal(answer.slice(1)) }
}

function recordOf({ id, line, file = 'households.csv', members, answers }: Household): CaseRecord {
  const given = new Map(
    Object.entries({ household_id: id, ...answers }).map(([name, each]) => [name, factOf(each)]),
  )
  const facts = new Map([...columnsOf(PACK).keys()].map((name) => [name, given.get(name) ?? absent]))
  return {
    id,
    file,
    line,
    facts,
    members: members ?? { kind: 'gap', reason: 'absent' },
    headers: new Map([['village', '村']]),
  }
}

/** Rows of members from `true`, `false` or a gap for `in_school`. */
export const school = (...answers: Answer[]): Roster => ({
  kind: 'rows',
  rows: answers.map((answer) => ({
    facts: new Map([
      ['age', factOf('#9')],
      ['in_school', factOf(answer)],
    ]),
    line: null,
  })),
})

const SOUND = {
  county: '万山区',
  village: 'Danyang',
  head: 'Yang Xiu',
  survey_date: '2020-08-19',
  status: 'none',
  household_size: '#2',
  wage: '#9000',
  grants: '#0.01',
  minutes: '#20',
  light: true,
} as const

/** One household of each kind that reports have to show. */
export const HOUSEHOLDS: readonly Household[] = [
  { id: 'A-1', line: 2, members: school(true, true), answers: SOUND },
  {
    id: 'A-2',
    line: 3,
    members: school(true, false),
    answers: { ...SOUND, village: '牙溪村', wage: '#7999.985', minutes: '#20.1' },
  },
  {
    id: 'A-3',
    line: 4,
    members: school(true, { gap: 'refused' }),
    answers: { ...SOUND, status: 'registered' },
  },
  {
    id: 'A-4',
    line: 5,
    members: school(true, true),
    answers: { ...SOUND, status: 'registered', grants: { gap: 'blank' }, wage: '#7000' },
  },
  {
    id: 'A-5',
    line: 6,
    members: school(true, true),
    answers: { ...SOUND, status: { gap: 'dont_know' }, village: { gap: 'blank' } },
  },
  {
    id: '=A-6',
    line: 7,
    members: school(true),
    answers: { ...SOUND, wage: '#-5.00', grants: '#0', status: { assumed: 'none' }, light: { gap: 'blank' } },
  },
  {
    id: 'A,"7"',
    line: 9,
    members: school(true, true),
    answers: { ...SOUND, net_income: '#9000.02', survey_date: { gap: 'invalid' } },
  },
]

export function caseOf(household: Household, kept: readonly string[] = []): AssessedCase {
  const assessment = assessRecord(PACK, recordOf(household), { asOf: null })
  return {
    assessment,
    kept,
    findings: () => findingsOf(PACK, assessment),
    id: () => caseId(PACK, assessment.record, assessment.asOf),
  }
}

export const CONTEXT: AssessContext = {
  pack: PACK,
  tpa: '0.0.0',
  inputs: [{ file: 'households.csv', bytes: 1234, sha256: '0'.repeat(64), encoding: 'utf-8' }],
  mapping: null,
  keep: [],
  raw: false,
  excel: false,
  long: false,
  findings: 'all',
  width: 80,
  paint: new Chalk({ level: 0 }),
}

const OPTIONS: FoldOptions = { by: null, only: null, allHeld: true }

/** The fold over households; `held` are ids with a fingerprint, from line 100 on. */
export function summaryOf(
  households: readonly Household[],
  options: Partial<FoldOptions> = {},
  held: readonly (readonly [id: string, fingerprint: string])[] = [],
): Summary {
  const fold = createFold(PACK, { ...OPTIONS, ...options })
  const log = createLog()
  for (const household of households) {
    const { assessment } = caseOf(household)
    fold.add(assessment)
    for (const diagnostic of assessment.diagnostics) log.add(diagnostic)
  }
  for (const [index, [id, fingerprint]] of held.entries()) {
    fold.hold({ id, fingerprint, file: 'households.csv', line: 100 + index })
  }
  const counts = {
    assessed: households.length,
    rejected: 1,
    duplicates: held.length,
    not_interviews: 0,
    blank_rows: 2,
    skipped_rows: 0,
    total_rows: 0,
  }
  const read = counts.assessed + counts.rejected + counts.duplicates
  return fold.finish({
    ledger: { read, ...counts },
    rosters: [],
    assumed: ['status=none'],
    diagnostics: log.list(),
    engine: null,
  })
}

/** Everything that a report writes for these households. */
export function written(
  create: (context: AssessContext) => Report,
  households: readonly Household[],
  summary: Summary,
  context: Partial<AssessContext> = {},
  kept: readonly string[] = [],
): string {
  const report = create({ ...CONTEXT, ...context })
  return [
    report.start?.() ?? '',
    ...households.map((household) => report.record?.(caseOf(household, kept)) ?? ''),
    report.end?.(summary) ?? '',
  ].join('')
}
