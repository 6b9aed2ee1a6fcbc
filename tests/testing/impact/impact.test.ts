import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains } from '../../../src/base/range.js'
import { makeSource } from '../../../src/base/source.js'
import { assessRecord } from '../../../src/engine/assess.js'
import { readPack } from '../../../src/lang/assemble/load.js'
import { freeId } from '../../../src/lang/free-id.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../../src/lang/pack.js'
import type { CaseRecord, Fact, Roster } from '../../../src/lang/record.js'
import { changesBetween, oldWithNew } from '../../../src/testing/changes/changes.js'
import { canJudge } from '../../../src/testing/impact/can-judge.js'
import { decidingPart } from '../../../src/testing/impact/deciding-part.js'
import { createCauses } from '../../../src/testing/impact/impact.js'
import { recordFor } from '../../../src/testing/impact/record.js'
import { packText } from '../../engine/random/pack-data.js'
import { type RandomCase, randomCase } from '../../engine/random/records.js'
import { holds } from '../../engine/random/runs.js'
import type { PackSketch } from '../../engine/random/sketch.js'

function packOf(sketch: PackSketch, firstId: number): Pack {
  const reading = readPack(makeSource('random.yaml', packText(sketch)), { firstId })
  if ('faults' in reading) throw new Error(reading.faults.map(({ message }) => message).join('; '))
  return reading.pack
}

const BLANK: Fact = { kind: 'gap', reason: 'blank' }
const INVALID: Fact = { kind: 'gap', reason: 'invalid' }

/** The cells as a pack reads them: what it does not declare is not there, what it does not allow is invalid. */
function read(
  columns: ReadonlyMap<string, FactDeclaration>,
  cells: ReadonlyMap<string, Fact>,
): Map<string, Fact> {
  return new Map(
    [...columns].map(([name, { range, codes, type }]) => {
      const fact = cells.get(name) ?? BLANK
      if (fact.kind === 'gap') return [name, fact]
      const { value } = fact
      const fits =
        typeof value === 'object'
          ? contains(range, value)
          : type !== 'code' || codes.some(({ code }) => code === value)
      return [name, fits ? fact : INVALID]
    }),
  )
}

function recordAs(pack: Pack, cells: CaseRecord): CaseRecord {
  const roster = (members: Roster | null): Roster | null => {
    if (pack.memberFacts === null) return null
    if (members?.kind !== 'rows') return members ?? { kind: 'gap', reason: 'absent' }
    const facts = pack.memberFacts
    return { kind: 'rows', rows: members.rows.map((row) => ({ ...row, facts: read(facts, row.facts) })) }
  }
  return { ...cells, facts: read(columnsOf(pack), cells.facts), members: roster(cells.members) }
}

/** Two packs over one vocabulary, with records that hold cells for both. */
function pairOf(first: RandomCase, second: RandomCase) {
  const old = packOf(first.sketch, 0)
  const changed = packOf(second.sketch, freeId(old))
  const records = first.records.map((each, index): CaseRecord => {
    const other = second.records[index % second.records.length]
    return {
      ...each,
      facts: new Map([...(other?.facts ?? []), ...each.facts]),
      members: each.members ?? other?.members ?? null,
    }
  })
  return { old, changed, records, asOf: first.asOf }
}

type Pair = ReturnType<typeof pairOf>

/** Half of the pairs differ in a few places only, as in a pull request. */
const pair: fc.Arbitrary<Pair> = fc
  .tuple(randomCase, randomCase, fc.boolean(), fc.nat(7))
  .map(([first, second, isWhole, part]) => {
    if (isWhole) return pairOf(first, second)
    const keys = [
      'parameters',
      'numbers',
      'memberNumbers',
      'tables',
      'asOf',
      'criteria',
      'derived',
      'checks',
    ] as const
    const key = keys[part] ?? 'tables'
    const sketch = { ...first.sketch, [key]: second.sketch[key] }
    const reading = readPack(makeSource('random.yaml', packText(sketch)))
    return pairOf(first, 'pack' in reading ? { ...second, sketch } : second)
  })

const decisionIn = (pack: Pack, record: CaseRecord, asOf: string | null) =>
  assessRecord(pack, record, { asOf }).decision

/** Runs a look at each record of random pairs, and says in how many the decision differs. */
function eachRecord(
  numRuns: number,
  look: (pair: Pair, before: CaseRecord, after: CaseRecord) => boolean,
): number {
  let count = 0
  holds(
    fc.property(pair, (each) => {
      for (const record of each.records)
        if (look(each, recordAs(each.old, record), recordAs(each.changed, record))) count += 1
    }),
    numRuns,
  )
  return count
}

describe('over random packs', () => {
  test('the old pack decides as before with all that is declared beside it, and as the new one with all changes made', () => {
    const moved = eachRecord(80, ({ old, changed, asOf }, before, after) => {
      const changes = changesBetween(old, changed)
      const base = oldWithNew(old, changed, changes)
      const judgedBy = (pack: Pack) => {
        const part = decidingPart(pack)
        expect(canJudge(part, old, changed)).toBe(true)
        return decisionIn(part, recordFor(part, changed, before, after), asOf)
      }
      const decisions = [decisionIn(old, before, asOf), decisionIn(changed, after, asOf)]
      const whole = changes.filter(({ decisive }) => decisive).reduce((pack, each) => each.apply(pack), base)
      expect([judgedBy(base), judgedBy(whole)]).toEqual(decisions)
      expect(changesBetween(whole, changed).filter(({ decisive }) => decisive)).toEqual([])
      return decisions[0] !== decisions[1]
    })
    expect(moved).toBeGreaterThan(20)
  })

  test('back and forth are the same changes with both sides exchanged', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const
    holds(
      fc.property(pair, ({ old, changed }) => {
        const there = changesBetween(old, changed).map(({ id, kind, before, after }) => ({
          id,
          kind,
          before,
          after,
        }))
        const back = changesBetween(changed, old).map(({ id, kind, before, after }) => ({
          id,
          kind: opposite[kind],
          before: after,
          after: before,
        }))
        const sorted = (list: typeof there) => list.sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(sorted(back)).toEqual(sorted(there))
        expect(new Set(there.map(({ id }) => id)).size).toBe(there.length)
      }),
      60,
    )
  })

  test('a pack differs in nothing from itself', () => {
    holds(
      fc.property(randomCase, ({ sketch }) => {
        const old = packOf(sketch, 0)
        expect(changesBetween(old, packOf(sketch, freeId(old)))).toEqual([])
      }),
      30,
    )
  })

  test('a cause is what trying every change, and else every pair, comes to', () => {
    const kinds = new Set<string>()
    eachRecord(80, ({ old, changed, asOf }, before, after) => {
      const judged = {
        before: assessRecord(old, before, { asOf }),
        after: assessRecord(changed, after, { asOf }),
      }
      if (judged.before.decision === judged.after.decision) return false
      const changes = changesBetween(old, changed)
      const cause = createCauses(old, changed, changes, asOf)(judged)
      kinds.add(cause.kind)
      const base = oldWithNew(old, changed, changes)
      const gives = (ids: readonly string[]) => {
        const made = changes
          .filter(({ id }) => ids.includes(id))
          .reduce((pack, each) => each.apply(pack), base)
        const part = decidingPart(made)
        if (!canJudge(part, old, changed)) return false
        return decisionIn(part, recordFor(part, changed, before, after), asOf) === judged.after.decision
      }
      const decisive = changes.filter((each) => each.decisive).map(({ id }) => id)
      const alone = decisive.filter((id) => gives([id]))
      if (alone.length > 0) {
        expect(cause).toEqual({ kind: 'single', sets: alone.map((id) => [id]) })
        return true
      }
      const pairs = decisive.flatMap((id, index) => decisive.slice(index + 1).map((other) => [id, other]))
      const together = pairs.filter(gives)
      expect(cause).toEqual({ kind: together.length > 0 ? 'pair' : 'whole', sets: together })
      return true
    })
    expect([...kinds].sort()).toEqual(['pair', 'single', 'whole'])
  })
})
