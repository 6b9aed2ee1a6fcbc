import fc from 'fast-check'
import { decimal } from '../../../../src/base/decimal.js'
import { assessRecord } from '../../../../src/engine/assess.js'
import type { Assessment } from '../../../../src/engine/assessment.js'
import type { Pack } from '../../../../src/lang/pack.js'
import type { CaseRecord, Fact } from '../../../../src/lang/record.js'
import { judgedBy, recordsOf } from '../../../programme/measure/measured.js'

export const JUDGED = await judgedBy('rules/cn-2020')
const RECORDS = (await recordsOf(JUDGED, ['fixtures/danyang.csv'])).slice(0, 60)

/** A record without gaps that is not on the register and of which only the income may be open. */
export const SOUND = RECORDS[1] ?? missing()

function missing(): never {
  throw new Error('the fixture has no such record')
}

const gap: Fact = { kind: 'gap', reason: 'blank' }
const amount = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }),
  fc.integer({ min: 0, max: 75 }).map((n) => n * 200),
)
const known = (value: number): Fact => ({ kind: 'known', value: decimal(value) })

/** An amount, a gap or a range. */
const amountFact = fc.oneof(
  amount.map(known),
  fc.constant(gap),
  fc.tuple(amount, amount).map(([a, b]): Fact => {
    const [lo, hi] = [Math.min(a, b), Math.max(a, b) + 1]
    return { kind: 'gap', reason: 'range', range: { lo: decimal(lo), hi: decimal(hi) } }
  }),
)
const size = fc.oneof(fc.integer({ min: 1, max: 6 }).map(known), fc.constant(gap))
const answer = fc.oneof(
  fc.boolean().map((value): Fact => ({ kind: 'known', value })),
  fc.constant(gap),
)

/** Few records with incomes, sizes and answers that are known, missing or a range. */
export const surveys: fc.Arbitrary<readonly CaseRecord[]> = fc.array(
  fc
    .record({
      of: fc.nat({ max: RECORDS.length - 1 }),
      net_income: amountFact,
      wage_income: fc.option(amountFact, { nil: undefined }),
      household_size: fc.option(size, { nil: undefined }),
      food_secure: answer,
      clothing_secure: answer,
      electricity: answer,
    })
    .map(({ of, ...facts }) => changed(RECORDS[of], facts)),
  { minLength: 1, maxLength: 12 },
)

function changed(
  record: CaseRecord | undefined,
  facts: Readonly<Record<string, Fact | undefined>>,
): CaseRecord {
  if (record === undefined) return missing()
  const all = new Map(record.facts).set('income_per_capita', gap)
  for (const [name, fact] of Object.entries(facts)) if (fact !== undefined) all.set(name, fact)
  return { ...record, facts: all }
}

export const assessed = (pack: Pack, records: readonly CaseRecord[]): Assessment[] =>
  records.map((record) => assessRecord(pack, record, { asOf: null }))

export const runs = 25 * Number(process.env.TPA_FUZZ ?? 1)
