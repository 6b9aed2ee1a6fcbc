import { expect, it } from 'vitest'
import { type Diagnostic, isTextPlace } from '../../src/base/diagnostic.js'
import { loadPackText } from '../../src/engine/load-pack.js'
import type { Pack } from '../../src/lang/pack.js'

/** A pack with one of everything, in which each case changes a line or two. */
export const SMALL = `language: 1
pack: small
title: A small pack
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: household_id, date: survey_date, size: household_size, places: [village] }
sources:
  paper: { title: The paper, publisher: An office, date: 2021-07 }
pillars: { income: Income, water: Water, school: School }
parameters:
  poverty_line:
    title: Poverty line
    unit: CNY/person/year
    min: 0
    values:
      - { from: 2014-01-01, to: 2018-12-31, value: 2800, source: paper, evidence: verified }
      - { from: 2020-01-01, value: 4000, source: paper, evidence: verified, quote: "4,000 yuan" }
  round_trip:
    title: Longest round trip
    unit: minute
    values: [{ from: 2014-01-01, value: 20, source: paper, evidence: weak }]
  rounding:
    title: What rounding takes away
    unit: CNY/year
    values: [{ from: 2014-01-01, value: 1, source: paper, evidence: arithmetic }]
facts:
  household:
    household_id: { type: text }
    village: { type: text }
    survey_date: { type: date }
    phone: { type: text, personal: true }
    status:
      type: code
      codes: { none: not registered, registered: { title: registered, aliases: [建档立卡] } }
      assume: none
    grade: { type: code, codes: { A: safe, B: sound, C: cracked } }
    wage_income: { type: money, unit: CNY/year, min: 0, labels: { en: Wages, zh: 工资 }, aliases: [工资性收入] }
    transfer_income: { type: money, unit: CNY/year, min: 0 }
    rounded_income: { type: money, unit: CNY/year }
    minutes: { type: number, unit: minute, min: 0, max: 600, step: 0.1 }
    dry: { type: yes_no, assume: no }
  member:
    age: { type: number, unit: year, min: 0, max: 120, completed_years_since: birth_date }
    birth_date: { type: date }
    name: { type: text, personal: true }
    in_school: { type: yes_no }
    pension: { type: money, unit: CNY/year, min: 0 }
derived:
  household_size: { type: count, unit: person, min: 1, sources: [given, count(members)] }
  net_income:
    unit: CNY/year
    sources:
      - given
      - wage_income + transfer_income
      - { of: rounded_income, within: rounding }
  all_in_school:
    sources: [every m in members satisfies m.in_school]
criteria:
  - id: income
    pillar: income
    title: Income reaches the line
    reason: income below the line
    met: net_income >= poverty_line * household_size
    source: paper
    evidence: verified
  - id: water
    pillar: water
    title: Water within reach
    reason: water too far
    applies_if: grade in ("A", "B")
    met: minutes <= round_trip and not(dry)
    source: paper
    evidence: verified
  - id: school
    pillar: school
    title: Children in school
    reason: a child out of school
    since: 2015-01-01
    met: all_in_school
    advisory: true
    source: paper
    evidence: verified
outcomes: { register: register, not_eligible: not eligible, exit: leave, retain: stay }
decisions:
  by: status
  none:
    - { when: "any unmet of [income, water]", then: register, source: paper, evidence: weak }
    - { otherwise: not_eligible }
  registered:
    - { when: "all met of [income, water]", then: exit }
    - { otherwise: retain }
checks:
  - { id: no-income, when: net_income <= 0, unless: dry, severity: warning, message: income is not above 0 }
outputs:
  net_income: { of: net_income }
  per_head: { of: net_income, per: household_size, step: 0.01 }
properties:
  - { id: worse-never-helps, order: [not_eligible, register] }
`

/** What to find and what to put there, in pairs. */
export type Edits = readonly string[]

/** What a case is about, what it changes in the small pack, and every fault that this tells, in order; none where it still loads. */
export type Case = readonly [what: string, edits: Edits, ...faults: string[]]

/** `met` of the criterion `water` as another expression, in quotes for YAML. */
export const met = (expression: string): Edits => [
  '    met: minutes <= round_trip and not(dry)\n',
  `    met: ${quotedForYaml(expression)}\n`,
]

/** The second source of `net_income` as another expression. */
export const income = (expression: string): Edits => [
  '      - wage_income + transfer_income\n',
  `      - ${quotedForYaml(expression)}\n`,
]

const quotedForYaml = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The small pack with edits: each text to find must be in it exactly once. */
export function edited(edits: Edits, text = SMALL): string {
  let result = text
  for (let at = 0; at < edits.length; at += 2) {
    const [find = '', put = ''] = edits.slice(at, at + 2)
    const parts = result.split(find)
    if (parts.length !== 2)
      throw new Error(`${JSON.stringify(find)} stands ${parts.length - 1} times in the pack`)
    result = parts.join(put)
  }
  return result
}

export function faultsOf(text: string): readonly Diagnostic[] {
  const loaded = loadPackText('packs/small/pack.yaml', text)
  return 'faults' in loaded ? loaded.faults : []
}

export function packOf(text: string): Pack {
  const loaded = loadPackText('packs/small/pack.yaml', text)
  if ('faults' in loaded) throw new Error(loaded.faults.map(told).join('\n'))
  return loaded.pack
}

/** The text that a diagnostic underlines, cut from its line. */
export function underlined({ at }: Diagnostic): string {
  if (!isTextPlace(at)) throw new Error('a fault of a pack stands at a place in its text')
  return at.text.slice(at.column - 1, at.column - 1 + at.length)
}

/** Tests each case: exactly these faults, each with its code, the text it underlines, what, why and help. */
export function tells(cases: readonly Case[]): void {
  for (const [what, edits, ...faults] of cases)
    it(what, () => expect(faultsOf(edited(edits)).map(toldWhole)).toEqual(faults))
}

/** The same of expressions: exactly these faults where the expression is what the criterion `water` demands. */
export const tellsOf = (cases: ReadonlyArray<readonly [expression: string, ...faults: string[]]>): void =>
  tells(cases.map(([expression, ...faults]) => [expression, met(expression), ...faults]))

/** A diagnostic on one line: code, what is underlined, what is said. */
export const told = (fault: Diagnostic): string => `${fault.code} «${underlined(fault)}» ${fault.message}`

/** The same with why and help. */
export const toldWhole = (fault: Diagnostic): string =>
  [told(fault), fault.why && `why: ${fault.why}`, fault.help && `help: ${fault.help}`]
    .filter(Boolean)
    .join(' | ')
