import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPackText } from '../../src/engine/load-pack.js'
import type { Pack } from '../../src/lang/pack.js'
import { loadSuites, type Suites } from '../../src/testing/cases/suite.js'

/** A pack with a roster, a dated parameter, an assumed fact, a check, an output and two tables. */
export const EXAMPLE_PACK = `language: 1
pack: example
title: An example
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: household_id, date: survey_date, size: household_size }
sources:
  paper: { title: The paper, date: 2021 }
pillars: { income: One income, care: Two assurances }
parameters:
  poverty_line:
    title: Poverty line
    unit: CNY/person/year
    min: 0
    values:
      - { from: 2014-01-01, value: 2800, source: paper, evidence: verified }
      - { from: 2020-01-01, value: 4000, source: paper, evidence: verified }
facts:
  household:
    household_id: { type: text }
    survey_date: { type: date }
    status: { type: code, codes: { none: not registered, registered: { title: registered, aliases: [建档立卡] } }, assume: none }
    wage_income: { type: money, unit: CNY/year, min: 0, step: 0.01, labels: { zh: 工资性收入 } }
    transfer_income: { type: money, unit: CNY/year, min: 0, step: 0.01 }
    electricity: { type: yes_no }
  member:
    age: { type: number, unit: year, min: 0, max: 120 }
    insured: { type: yes_no }
derived:
  household_size: { type: count, unit: person, min: 1, sources: [given, count(members)] }
  net_income: { type: money, unit: CNY/year, sources: [given, wage_income + transfer_income] }
criteria:
  - { id: income, pillar: income, title: Income reaches the line, reason: income below the line, met: net_income >= poverty_line * household_size, source: paper, evidence: verified }
  - { id: medical, pillar: care, title: All are insured, reason: a member without insurance, met: every m in members satisfies m.insured, source: paper, evidence: verified }
  - { id: power, pillar: care, title: Connected, reason: no electricity, met: electricity, source: paper, evidence: verified, advisory: true }
outcomes: { register: register as poor, not_eligible: not eligible, retain: keep on the register, exit: remove from the register }
decisions:
  by: status
  none:
    - { when: "any unmet of [income, medical]", then: register }
    - { otherwise: not_eligible }
  registered:
    - { when: "all met of [income, medical]", then: exit }
    - { otherwise: retain }
checks:
  - { id: no-income, when: net_income <= 0, severity: warning, message: there is no income }
outputs:
  income_per_capita: { of: net_income, per: household_size, step: 0.01 }
`

/** A household of two that lacks nothing: 4,500 a head, both insured. */
export const SOUND = `bases:
  sound:
    given:
      household_size: 2
      wage_income: 8000
      transfer_income: 1000
      electricity: yes
      members: [{ age: 40, insured: yes }, { age: 38, insured: yes }]
`

export function examplePack(text = EXAMPLE_PACK): Pack {
  const loaded = loadPackText('pack.yaml', text)
  if ('faults' in loaded) throw new Error(loaded.faults.map(({ message }) => message).join('; '))
  return loaded.pack
}

/** The cases of files that stand in a tests folder, under the example pack; results call its folder `mine`. */
export async function suitesOf(
  files: { readonly [name: string]: string },
  pack = examplePack(),
): Promise<Suites> {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-suite-'))
  try {
    if (Object.keys(files).length > 0) mkdirSync(join(folder, 'tests'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'tests', name), text)
    return await loadSuites(pack, folder, 'mine')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same where nothing is wrong with them. */
export async function casesOf(files: { readonly [name: string]: string }, pack = examplePack()) {
  const suites = await suitesOf(files, pack)
  if ('faults' in suites) throw new Error(suites.faults.map(({ message }) => message).join('; '))
  return suites.cases
}

/** Offered cases as a file. */
export const pasted = (witnesses: readonly (string | null)[]) =>
  `cases:\n${witnesses.flatMap((each) => (each ?? '').split('\n').map((line) => `  ${line}`)).join('\n')}\n`
