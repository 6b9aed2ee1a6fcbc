import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, decimalAt, divideToStep } from '../../src/base/decimal.js'
import { SHIPPED_PACKS } from '../../src/base/shipped.js'
import { compilePack } from '../../src/compile/compile.js'
import { atPlaces } from '../../src/compile/exact-places.js'
import { gapNamesOf } from '../../src/compile/gap-names.js'
import { eitherState, gapsCode, judgeCode, type Plan } from '../../src/compile/generate.js'
import { createIntTable } from '../../src/compile/int-table.js'
import { dayNumber, periodsOf } from '../../src/compile/periods.js'
import { nearest } from '../../src/compile/rounding.js'
import { slotsOf } from '../../src/compile/slots.js'
import { openAssessor } from '../../src/engine/assessors.js'
import { valueInForce } from '../../src/engine/evaluation.js'
import { loadPack } from '../../src/engine/load-pack.js'
import { judgeRecords } from '../../src/fast/judge-records.js'
import type { Pack } from '../../src/lang/pack.js'
import { chanceFrom } from '../engine/random/chance.js'
import { randomPack } from '../engine/random/packs.js'
import { holds } from '../engine/random/runs.js'
import { DATES } from '../engine/random/sketch.js'
import { daysFrom } from '../engine/random/values.js'
import { smallPack, smallRecord } from '../engine/small.js'

async function defaultPack(): Promise<Pack> {
  const loaded = await loadPack(join(SHIPPED_PACKS, 'cn-2020'))
  if ('faults' in loaded) throw new Error('the default pack loads')
  return loaded.pack
}

function planOf(pack: Pack): Plan {
  const [table, periods] = [slotsOf(pack), periodsOf(pack)]
  if ('refused' in table || 'refused' in periods) throw new Error('the pack has slots and periods')
  return { pack, table, periods, names: gapNamesOf(pack), sizePlaces: 0 }
}

describe('numbers of generated code', () => {
  it.each([
    ['4000', 2, 400_000],
    ['-0.05', 2, -5],
    ['0', 9, 0],
    ['0.50', 1, 5],
    ['0.001', 2, null],
    ['9007199254740991', 0, 9_007_199_254_740_991],
    ['9007199254740992', 0, null],
    ['90071992547409.92', 2, null],
  ])('%s at %i places', (text, places, whole) => {
    expect(atPlaces(decimal(text), places)).toBe(whole)
    if (whole !== null) expect(decimalAt(whole, places).eq(decimal(text))).toBe(true)
  })

  it('are divided as exact decimals are, halves away from zero', () => {
    const top = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -(2 ** 51), max: 2 ** 51 }))
    const by = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 ** 51 }))
    const sameQuotient = fc.property(top, by, (n, d) => {
      const exact = divideToStep(decimal(n), decimal(d), decimal(1))
      if (!exact.eq(decimal(nearest(n, d)))) throw new Error(`${n} / ${d} is ${exact}, not ${nearest(n, d)}`)
    })
    holds(sameQuotient, 3000)
  })
})

describe('periods', () => {
  it('have the values that are in force on each of their days', () => {
    let inForce = 0
    const sameValues = fc.property(randomPack, ({ pack }) => {
      const periods = periodsOf(pack)
      if ('refused' in periods) throw new Error(periods.refused)
      const days = DATES.flatMap((date) => [-1, 0, 1].map((away) => daysFrom(date, away)))
      for (const day of [
        ...days,
        '0001-01-01',
        '2015-06-30',
        '2015-07-01',
        '2017-06-30',
        '2017-07-01',
        '9999-12-31',
      ]) {
        const period = periods.periodOf(dayNumber(day) ?? 0)
        const own = periods.classes[periods.classOf[period] ?? -1]
        for (const { name, index, places } of periods.parameters.values()) {
          const parameter = pack.parameters.get(name)
          const wanted = parameter === undefined ? null : valueInForce(parameter, day)
          const got = periods.values[period * periods.parameters.size + index] ?? Number.NaN
          expect(own?.inForce.has(name)).toBe(wanted !== null)
          if (wanted === null) continue
          inForce += 1
          expect(decimalAt(got, places).eq(wanted.value)).toBe(true)
        }
        for (const { id, since } of pack.criteria)
          expect(own?.tooEarly.has(id)).toBe(since !== null && day < since)
      }
    })
    holds(sameValues, 20)
    expect(inForce).toBeGreaterThan(100)
  })
})

describe('a table of words', () => {
  it('finds what was added, however much it grew, and nothing else', () => {
    const table = createIntTable(3)
    const chance = chanceFrom(3)
    const numbers = new Map<string, number>()
    for (let round = 0; round < 4000; round++) {
      const words = Int32Array.from([chance(9) << 28, chance(12) - 6, chance(30)])
      const key = words.join()
      expect(table.find(words)).toBe(numbers.get(key) ?? -1)
      if (!numbers.has(key)) numbers.set(key, table.add(words))
    }
    expect(numbers.size).toBeGreaterThan(1500)
    table.clear()
    expect(table.find(Int32Array.from([0, 0, 0]))).toBe(-1)
  })
})

describe('generated code', () => {
  const WORDS =
    /^(?:const|if|return|Math|min|max|imul|times|nearest|lowest|highest|bits|Infinity|NaN|true|false|[vgpwrqosba]|t\d+)$/

  it('holds numbers, indices and its own names, and nothing that a pack says', async () => {
    const evil = smallPack({
      facts: {
        process: { type: 'yes_no' },
        constructor: { type: 'code', codes: { 'x); process.exit(': 'a', '`${1}`': 'b' } },
        amount: { type: 'money', unit: 'CNY', min: -5, max: 7.5 },
      },
      parameters: { require: { unit: 'CNY', values: [{ from: '2020-01-01', value: 4.25 }] } },
      criteria: { return: 'process or constructor = "x); process.exit(" or amount < require' },
    })
    for (const pack of [evil, await defaultPack()]) {
      const plan = planOf(pack)
      for (const period of plan.periods.classes) {
        const judge = judgeCode(plan, period, eitherState(plan.table))
        if ('refused' in judge) throw new Error(judge.refused)
        for (const code of [judge.code, gapsCode(plan, period, eitherState(plan.table))]) {
          expect(code).not.toMatch(/['"`\\;{}#@$]|\/|\.(?!min\b|max\b|imul\b)/)
          expect((code.match(/[A-Za-z_]\w*/g) ?? []).filter((word) => !WORDS.test(word))).toEqual([])
        }
      }
    }
  })
})

describe('what is not modelled', () => {
  const codes = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, `code ${index}`]))
  const pack = smallPack({
    as_of: '2020-12-31',
    facts: { kind: { type: 'code', codes }, fine: { type: 'yes_no' } },
    criteria: { it: 'kind = "c7" or fine' },
  })

  it('is refused as a whole, and judged by the interpreter', async () => {
    expect(compilePack(pack)).toEqual({ refused: 'more codes than bits' })
    const assessor = await openAssessor(pack, 'compiled', judgeRecords)
    const { decision } = assessor.assess(smallRecord(pack, { kind: 'c7' }), { asOf: null })
    expect({ decision, engine: assessor.engine }).toEqual({
      decision: 'fine',
      engine: { compiled: 0, interpreted: 1 },
    })
  })

  it('is counted record by record', async () => {
    const standard = await defaultPack()
    const assessor = await openAssessor(standard, 'compiled', judgeRecords)
    const open = smallRecord(standard, { household_size: 2 }, { gap: 'absent' })
    for (const record of [open, smallRecord(standard, {}, [{ insured: true }])])
      assessor.assess(record, { asOf: null })
    expect(assessor.engine).toEqual({ compiled: 1, interpreted: 1 })
  })
})
