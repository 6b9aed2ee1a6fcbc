import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/base/decimal.js'
import { contains } from '../../src/base/range.js'
import { columnsOf, type Pack } from '../../src/lang/pack.js'
import type { CaseRecord, Fact, GapReason } from '../../src/lang/record.js'
import { type Chance, chanceFrom, oneOf } from '../engine/random/chance.js'
import { rangedCase } from '../engine/random/ranges.js'
import { randomCase } from '../engine/random/records.js'
import { holds } from '../engine/random/runs.js'
import { shown } from '../engine/random/shown.js'
import { allWays, newCount, sameAssessment } from './same.js'

const REASONS: readonly GapReason[] = ['absent', 'blank', 'refused', 'conflicting', 'suspect', 'absent']

/** The record without its roster, as a CSV file brings it, with some of what it says assumed and more of it unknown. */
function thinned(record: CaseRecord, chance: Chance): CaseRecord {
  const gaps = chance(60)
  const gap = (): Fact => ({ kind: 'gap', reason: oneOf(REASONS, chance) })
  const thin = (fact: Fact): Fact => {
    if (chance(100) < gaps) return gap()
    return fact.kind === 'known' && chance(9) === 0 ? { ...fact, assumed: true } : fact
  }
  const facts = [...record.facts].map(([name, fact]): [string, Fact] =>
    name === 'household_id' || name === 'survey_date' ? [name, fact] : [name, thin(fact)],
  )
  const members = record.members && { kind: 'gap' as const, reason: oneOf(REASONS, chance) }
  return { ...record, facts: new Map(facts), members }
}

const LARGE = ['10000000000', '-9999999999.99', '123456789012345', '0.01', '999999.5', '-7.25', '300'].map(
  decimal,
)

/** Some numbers replaced by ones at which a double may no longer be exact, where their facts allow them. */
function stretched(pack: Pack, record: CaseRecord, chance: Chance): CaseRecord {
  const stretch = (name: string, fact: Fact): Fact => {
    const declaration = columnsOf(pack).get(name)
    const value = oneOf(LARGE, chance)
    if (fact.kind === 'gap' || declaration?.unit == null || chance(3) > 0) return fact
    const isPossible =
      contains(declaration.range, value) && (declaration.type !== 'count' || value.mod(1).eq(0))
    return isPossible ? { kind: 'known', value } : fact
  }
  return { ...record, facts: new Map([...record.facts].map(([name, fact]) => [name, stretch(name, fact)])) }
}

describe('the compiled engine', () => {
  it('says of random records under random packs what the interpreter says, or hands them over', () => {
    const count = newCount()
    const large = newCount()
    holds(
      fc.property(randomCase, fc.nat(1_000_000), ({ pack: drawn, records, asOf }, seed) => {
        // Checks hand over half of all records, so every other pack has none.
        const pack = seed % 2 === 0 ? drawn : { ...drawn, checks: [] }
        const engines = allWays(pack)
        const chance = chanceFrom(seed)
        for (const record of records)
          for (let round = 0; round < 8; round++) {
            const isLarge = round > 5
            const small = round === 0 ? record : thinned(record, chance)
            const thin = isLarge ? stretched(pack, small, chance) : small
            const option = oneOf([asOf, asOf, null, '2013-05-05', '2016-02-29', '2018-07-01'], chance)
            try {
              sameAssessment(pack, engines, thin, option, isLarge ? large : count)
            } catch (error) {
              throw new Error(`${error}\n${shown({ pack, record: thin, option })}`)
            }
          }
      }),
      120,
    )
    expect(large.judged).toBeGreaterThan(450)
    expect(count.judged).toBeGreaterThan(2250)
    // Of what is handed over without a word to tell, most has rows of members.
    expect(count.unexplained).toBeLessThan(count.judged / 10)
    expect(count.open).toBeGreaterThan(450)
    expect(count.settled).toBeGreaterThan(450)
    expect(count.suspected).toBeGreaterThan(75)
  })

  it('hands over records in which a rule reads a range, and says of others what the interpreter says', () => {
    const count = newCount()
    holds(
      fc.property(rangedCase, fc.nat(1_000_000), ({ pack: drawn, records, asOf }, seed) => {
        const pack = { ...drawn, checks: [] }
        const engines = allWays(pack)
        const chance = chanceFrom(seed)
        for (const record of records)
          for (let round = 0; round < 4; round++) {
            const thin = round === 0 ? record : thinned(record, chance)
            sameAssessment(pack, engines, thin, asOf, count)
          }
      }),
      40,
    )
    expect(Math.min(count.judged, count.ranges)).toBeGreaterThan(100)
  })
})
