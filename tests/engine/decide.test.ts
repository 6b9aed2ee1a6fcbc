import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictSet } from '../../src/engine/assessment.js'
import { decide } from '../../src/engine/decide.js'
import type { Decisions, TableRow } from '../../src/lang/pack.js'
import { decideByForce, outcomeOf, verdictsIn } from './random/brute.js'
import { holds } from './random/runs.js'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const OUTCOMES = ['register', 'monitor', 'exit', 'keep']
const CODES = ['none', 'listed', 'left']

const row: fc.Arbitrary<TableRow> = fc
  .tuple(
    fc.constantFrom('any-unmet' as const, 'all-met' as const),
    fc.shuffledSubarray(IDS, { minLength: 1 }),
    fc.constantFrom(...OUTCOMES),
  )
  .map(([kind, criteria, outcome]) => rowOf({ kind, criteria }, outcome))

const rowOf = (when: TableRow['when'], outcome: string): TableRow =>
  Object.assign({ when, citation: null }, JSON.parse(`{"then":"${outcome}"}`))

const table = fc
  .tuple(fc.array(row, { maxLength: 5 }), fc.constantFrom(...OUTCOMES))
  .map(([rows, otherwise]) => [...rows, rowOf({ kind: 'otherwise' }, otherwise)])

const set: fc.Arbitrary<VerdictSet> = fc
  .record({ met: fc.boolean(), unmet: fc.boolean(), notApplicable: fc.boolean() })
  .map((each) => (each.met || each.unmet || each.notApplicable ? each : { ...each, met: true }))

const sets = fc
  .tuple(...IDS.map(() => set))
  .map((drawn) => new Map(IDS.flatMap((id, index) => (drawn[index] ? [[id, drawn[index]] as const] : []))))

const decisions = (by: string | null) =>
  fc.tuple(table, table, table).map(
    (tables): Decisions => ({
      by,
      tables: new Map((by === null ? [''] : CODES).map((code, index) => [code, tables[index] ?? []])),
      outcomes: new Map(OUTCOMES.map((each) => [each, each])),
    }),
  )

const settled = (verdict: string): VerdictSet => ({
  met: verdict === 'met',
  unmet: verdict === 'unmet',
  notApplicable: verdict === 'not_applicable',
})

describe('decide', () => {
  it('finds what trying every combination finds, one table', () => {
    holds(
      fc.property(decisions(null), sets, (tables, verdicts) => {
        const { turning, ...found } = decide(tables, [''], verdicts)
        const forced = decideByForce(tables, [''], verdicts)
        expect({ ...found, turning: new Set(turning) }).toEqual(forced)
      }),
      300,
    )
  })

  it('finds what trying every combination finds, a table for each code', () => {
    const codes = fc.subarray(CODES, { minLength: 1 })
    holds(
      fc.property(decisions('status'), codes, sets, (tables, open, verdicts) => {
        const { turning, ...found } = decide(tables, open, verdicts)
        const forced = decideByForce(tables, open, verdicts)
        expect({ ...found, turning: new Set(turning) }).toEqual(forced)
      }),
      150,
    )
  })

  it('names the smallest set of criteria that settles the outcome whatever they turn out to be', () => {
    holds(
      fc.property(
        decisions(null),
        sets,
        fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
        (tables, verdicts, picks) => {
          const { turning } = decide(tables, [''], verdicts)
          const settle = (ids: readonly string[]) =>
            new Map(
              [...verdicts].map(([id, each], index) => {
                const can = verdictsIn(each)
                return [
                  id,
                  ids.includes(id) ? settled(can[(picks[index] ?? 0) % can.length] ?? 'met') : each,
                ] as const
              }),
            )
          expect(decide(tables, [''], settle(turning)).possible).toHaveLength(1)
          const rows = tables.tables.get('') ?? []
          for (const id of turning) {
            // Some combination of the others leaves the outcome to this one.
            const others = combinationsWithout(verdicts, id)
            const turns = others.some((rest) => {
              const outcomes = verdictsIn(verdicts.get(id) ?? settled('met')).map((verdict) =>
                outcomeOf(rows, new Map([...rest, [id, verdict]])),
              )
              return new Set(outcomes).size > 1
            })
            expect(turns).toBe(true)
          }
        },
      ),
      100,
    )
  })

  it('an outcome that no combination reaches is not possible, though some row names it', () => {
    const tables: Decisions = {
      by: null,
      tables: new Map([
        [
          '',
          [
            rowOf({ kind: 'any-unmet', criteria: ['a'] }, 'register'),
            rowOf({ kind: 'all-met', criteria: ['a'] }, 'exit'),
            rowOf({ kind: 'otherwise' }, 'keep'),
          ],
        ],
      ]),
      outcomes: new Map(OUTCOMES.map((each) => [each, each])),
    }
    const open = new Map([['a', { met: true, unmet: true, notApplicable: true }]])
    expect(decide(tables, [''], open)).toEqual({
      possible: ['register', 'exit'],
      turning: ['a'],
      selectorTurns: false,
      reasons: [],
    })
  })
})

function combinationsWithout(verdicts: ReadonlyMap<string, VerdictSet>, without: string) {
  let all = [new Map<string, ReturnType<typeof verdictsIn>[number]>()]
  for (const [id, each] of verdicts) {
    if (id === without) continue
    all = all.flatMap((rest) => verdictsIn(each).map((verdict) => new Map([...rest, [id, verdict]])))
  }
  return all
}
