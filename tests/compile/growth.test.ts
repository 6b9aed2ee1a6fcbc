import { describe, expect, it } from 'vitest'
import { compilePack } from '../../src/compile/compile.js'
import { gapNamesOf } from '../../src/compile/gap-names.js'
import { eitherState, gapsCode, judgeCode, type Plan } from '../../src/compile/generate.js'
import { periodsOf } from '../../src/compile/periods.js'
import { slotsOf } from '../../src/compile/slots.js'
import type { VerdictSet } from '../../src/engine/assessment.js'
import { decide } from '../../src/engine/decide.js'
import type { Decisions, Pack, TableRow } from '../../src/lang/pack.js'
import { smallPack } from '../engine/small.js'

/** Twice the size gives about twice of what is counted; the square of it would give four times. */
const MOST_GROWTH = 2.5

const several = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => make(index))

function planOf(pack: Pack): Plan {
  const [table, periods] = [slotsOf(pack), periodsOf(pack)]
  if ('refused' in table || 'refused' in periods) throw new Error('the pack has slots and periods')
  return { pack, table, periods, names: gapNamesOf(pack), sizePlaces: null }
}

/** Characters of the code that judges a pack, and that finds the gaps of each criterion. */
function charactersOf(pack: Pack): { judge: number; gaps: number } {
  const plan = planOf(pack)
  const [period] = plan.periods.classes
  if (period === undefined) throw new Error('time has a period at least')
  const states = eitherState(plan.table)
  const judge = judgeCode(plan, period, states)
  if ('refused' in judge) throw new Error(judge.refused)
  const gaps = pack.criteria.map((_, index) => gapsCode(plan, period, states, index).length)
  return { judge: judge.code.length, gaps: gaps.reduce((sum, each) => sum + each, 0) }
}

describe('generated code grows with the pack, not with its square', () => {
  const facts = (count: number) =>
    Object.fromEntries(several(count, (at) => `f${at}`).map((name) => [name, { type: 'yes_no' }]))
  const criteria = (count: number) =>
    Object.fromEntries(several(count, (at) => `c${at}`).map((id, at) => [id, `f${at % 8}`]))

  it.each<[string, (count: number) => Pack]>([
    ['criteria', (count) => smallPack({ facts: facts(8), criteria: criteria(count) })],
    [
      'names in an expression',
      (count) =>
        smallPack({ facts: facts(8), criteria: { it: several(count, (at) => `f${at % 8}`).join(' and ') } }),
    ],
  ])('%s', (_, make) => {
    const [small, large] = [charactersOf(make(150)), charactersOf(make(300))]
    expect(large.judge / small.judge).toBeLessThan(MOST_GROWTH)
    expect(large.gaps / small.gaps).toBeLessThan(MOST_GROWTH)
  })

  it('a list of more codes than there are bits is refused before any code is made', () => {
    const codes = Object.fromEntries(several(2800, (at) => `c${at}`).map((code) => [code, code]))
    const list = several(700, (at) => `"c${at}"`).join(', ')
    const pack = smallPack({
      facts: { county: { type: 'code', codes } },
      criteria: { it: `county in (${list})` },
    })
    expect(compilePack(pack)).toEqual({ refused: 'more codes than bits' })
    expect(slotsOf(pack)).toEqual({ refused: 'more codes than bits' })
  })
})

/** The verdicts of which everything is open, and how often they were asked for. */
function openVerdicts(ids: readonly string[]) {
  const open: VerdictSet = { met: true, unmet: true, notApplicable: false }
  let asked = 0
  class Counted extends Map<string, VerdictSet> {
    override get(id: string): VerdictSet | undefined {
      asked += 1
      return super.get(id)
    }
  }
  return { verdicts: new Counted(ids.map((id) => [id, open])), asked: () => asked }
}

describe('a decision asks for as many verdicts as its table is long', () => {
  const otherwise: TableRow = { when: { kind: 'otherwise' }, then: 'out', citation: null }
  const row = (kind: 'any-unmet' | 'all-met', criteria: readonly string[], at: number): TableRow => ({
    when: { kind, criteria },
    then: at % 2 === 0 ? 'in' : 'out',
    citation: null,
  })
  const ids = (count: number) => several(count, (at) => `c${at}`)

  it.each<[string, (count: number) => TableRow[]]>([
    ['one row of many names', (count) => [row('all-met', ids(count), 0)]],
    ['many rows of one name', (count) => ids(count).map((id, at) => row('any-unmet', [id], at))],
  ])('%s', (_, rows) => {
    const askedFor = (count: number): number => {
      const decisions: Decisions = {
        by: null,
        tables: new Map([['', [...rows(count), otherwise]]]),
        outcomes: new Map(['in', 'out'].map((each) => [each, each])),
      }
      const { verdicts, asked } = openVerdicts(ids(count))
      expect(decide(decisions, [''], verdicts).turning.length).toBeGreaterThan(count - 2)
      return asked()
    }
    expect(askedFor(2000) / askedFor(1000)).toBeLessThan(MOST_GROWTH)
  })
})
