import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseRecord, GapReason } from '../../src/lang/record.js'
import { bothWays, newCount, sameAssessment } from './compile-js-same.js'
import { randomCase } from './random/records.js'
import { holds, PATIENCE } from './random/runs.js'
import { shown } from './random/shown.js'

const REASONS: readonly GapReason[] = ['absent', 'blank', 'refused', 'conflicting']

/** The record without its roster, as a CSV file brings it. */
const withoutRows = (record: CaseRecord, index: number): CaseRecord => ({
  ...record,
  members: record.members && { kind: 'gap', reason: REASONS[index % REASONS.length] ?? 'absent' },
})

/** One gap of the record as a gap whose cells contradict each other. */
function withConflict(record: CaseRecord, pick: number): CaseRecord {
  const gaps = [...record.facts].filter(([name, fact]) => fact.kind === 'gap' && name !== 'survey_date')
  const [name] = gaps[pick % Math.max(1, gaps.length)] ?? []
  if (name === undefined) return record
  return { ...record, facts: new Map([...record.facts, [name, { kind: 'gap', reason: 'conflicting' }]]) }
}

describe('the compiled engine', () => {
  it(
    'says of random records under random packs what the interpreter says, or hands them over',
    () => {
      const count = newCount()
      holds(
        fc.property(randomCase, fc.nat(60), ({ pack, records, asOf }, pick) => {
          const engines = bothWays(pack)
          const all = records.flatMap((record, index) => {
            const plain = withoutRows(record, index + pick)
            return pick % 4 === 0 ? [plain, withConflict(plain, pick), record] : [plain, record]
          })
          for (const record of all)
            for (const date of [asOf, '2013-05-05', '2018-07-01']) {
              try {
                sameAssessment(pack, engines, record, date, count)
              } catch (error) {
                throw new Error(`${error}\n${shown({ pack, record, option: date })}`)
              }
            }
        }),
        400,
      )
      expect(count.judged).toBeGreaterThan(2000)
      console.log(count)
    },
    PATIENCE,
  )
})
