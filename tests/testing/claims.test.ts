import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asOfDate, assessRecord, selectorCodes } from '../../src/engine/assess.js'
import type { Verdict } from '../../src/engine/assessment.js'
import type { Evaluation } from '../../src/engine/evaluation.js'
import { judge, verdictOf } from '../../src/engine/judge.js'
import { createEvaluation } from '../../src/engine/taken-away.js'
import type { Pack } from '../../src/lang/pack.js'
import type { CaseRecord } from '../../src/lang/record.js'
import { passes, runCase } from '../../src/testing/cases/run-case.js'
import { coverageOf } from '../../src/testing/coverage/coverage.js'
import { aimsOf } from '../../src/testing/coverage/items.js'
import { isEquivalent } from '../../src/testing/mutation/equivalent.js'
import { mutantsOf } from '../../src/testing/mutation/mutants.js'
import { mutate } from '../../src/testing/mutation/mutation.js'
import { provePack } from '../../src/testing/prove/prove.js'
import { outcomeOf, type SettledVerdict } from '../engine/random/brute.js'
import { type RandomCase, randomCaseOf } from '../engine/random/records.js'
import { drawn, holds } from '../engine/random/runs.js'
import { shown } from '../engine/random/shown.js'
import { casesOf, pasted } from './example-pack.js'

const RECORDS = 40

/** The first record for which something is true, in words; what a tool claims of all records must have none. */
function shownBy({ pack, records, asOf }: RandomCase, isTrue: (evaluation: Evaluation) => boolean) {
  const record = records.find((each) => isTrue(createEvaluation(pack, each, asOfDate(pack, each, asOf).asOf)))
  return record === undefined ? null : shown({ pack, record, option: asOf })
}

const isSettled = (entry: [string, Verdict]): entry is [string, SettledVerdict] => entry[1] !== 'unknown'

/** True if the record is decided, and some verdict of a criterion would give it another outcome. */
function changesDecision(evaluation: Evaluation, id: string): boolean {
  const { pack } = evaluation
  const verdicts = pack.criteria.map((each): [string, Verdict] => [
    each.id,
    verdictOf(judge(evaluation, each)),
  ])
  const settled = new Map(verdicts.filter(isSettled))
  const codes = selectorCodes(evaluation)
  const rows = pack.decisions.tables.get(codes[0] ?? '')
  if (settled.size < verdicts.length || codes.length > 1 || rows === undefined) return false
  return (
    settled.get(id) === 'unmet' &&
    outcomeOf(rows, settled) !== outcomeOf(rows, new Map([...settled, [id, 'met']]))
  )
}

test('no record shows what tpa check calls an error', () => {
  const errors = { 'unreachable-row': 0, 'idle-criterion': 0 }
  holds(
    fc.property(randomCaseOf(RECORDS), (random) => {
      const { pack } = random
      // Without candidates, all that can be proved is an error.
      for (const { code, severity, message } of provePack(pack, { combinations: [], tried: 0 })) {
        if (severity !== 'error') continue
        const [, id = ''] = /^criterion `(.+)` changes no decision$/.exec(message) ?? []
        if (code === 'unreachable-row') errors[code] += 1
        if (code !== 'idle-criterion') continue
        errors[code] += 1
        const counter = shownBy(random, (evaluation) => changesDecision(evaluation, id))
        if (counter !== null) throw new Error(`${message}\n${counter}`)
      }
    }),
    25,
  )
  expect(Math.min(...Object.values(errors))).toBeGreaterThan(0)
})

test('no record shows what coverage calls impossible, nor comes to a row of which tpa check says so', () => {
  let impossible = 0
  holds(
    fc.property(randomCaseOf(RECORDS), (random) => {
      const aims = aimsOf(random.pack).filter((aim) => !aim.isPossible())
      const rows = provePack(random.pack, { combinations: [], tried: 0 }).filter(
        ({ code, severity }) => code === 'unreachable-row' && severity === 'error',
      )
      if (rows.length !== aims.filter(({ id }) => id.startsWith('decisions.')).length)
        throw new Error('tpa check and coverage disagree on rows')
      impossible += aims.length
      for (const aim of aims) {
        const counter = shownBy(random, (evaluation) => aim.isShownBy(evaluation))
        if (counter !== null) throw new Error(`${aim.what}\n${counter}`)
      }
    }),
    25,
  )
  expect(impossible).toBeGreaterThan(0)
})

/** Decision, verdicts, reasons and needs of a record. */
function resultOf(pack: Pack, record: CaseRecord, asOf: string | null): string {
  const { decision, possible, verdicts, reasons, needs, blocked } = assessRecord(pack, record, { asOf })
  return JSON.stringify([decision, possible, [...verdicts], reasons, needs, blocked])
}

test('no record tells a mutant from its pack that is called equivalent', () => {
  const kinds = new Map<string, number>()
  holds(
    fc.property(randomCaseOf(RECORDS), ({ pack, records, asOf }) => {
      const results = records.map((record) => ({ record, result: resultOf(pack, record, asOf) }))
      for (const mutant of mutantsOf(pack)) {
        if (!isEquivalent(pack, mutant)) continue
        kinds.set(mutant.touched.kind, (kinds.get(mutant.touched.kind) ?? 0) + 1)
        for (const { record, result } of results)
          if (result !== resultOf(mutant.pack, record, asOf))
            throw new Error(`${mutant.id}: ${mutant.words}\n${shown({ pack, record, option: asOf })}`)
      }
    }),
    25,
  )
  expect([...kinds.keys()].sort()).toEqual(['check', 'criterion', 'derived', 'parameter', 'table'])
})

test('a case that coverage or mutation offers shows what it is offered for', async () => {
  for (const { pack } of drawn(randomCaseOf(1), 1)) {
    const aims = new Map(aimsOf(pack).map((aim) => [aim.id, aim]))
    const holes = coverageOf(pack, []).items.flatMap(({ id, hole }) =>
      hole?.witness == null ? [] : [{ id, witness: hole.witness }],
    )
    const survivors = mutate(pack, []).survivors.flatMap(({ mutant, witness }) =>
      witness === null ? [] : [{ mutant, witness }],
    )
    expect(Math.min(holes.length, survivors.length)).toBeGreaterThan(0)
    const offered = [...holes, ...survivors].map(({ witness }) => witness)
    const cases = await casesOf({ 'a.yaml': pasted(offered) }, pack)
    expect(cases.flatMap((each) => runCase(each).mismatches)).toEqual([])
    for (const [index, { record, asOf }] of cases.slice(0, holes.length).entries()) {
      const evaluation = createEvaluation(pack, record, asOfDate(pack, record, asOf).asOf)
      const id = holes[index]?.id ?? ''
      expect(aims.get(id)?.isShownBy(evaluation), id).toBe(true)
    }
    for (const [index, each] of cases.slice(holes.length).entries()) {
      const mutant = survivors[index]?.mutant
      expect(mutant !== undefined && !passes(each, mutant.pack), mutant?.id).toBe(true)
    }
  }
})
