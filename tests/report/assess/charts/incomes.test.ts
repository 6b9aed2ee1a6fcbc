import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, digits } from '../../../../src/base/decimal.js'
import { type Quotient, quotient, toNumber } from '../../../../src/base/quotient.js'
import { loadPackText } from '../../../../src/engine/load-pack.js'
import type { Pack } from '../../../../src/lang/pack.js'
import type { CaseRecord } from '../../../../src/lang/record.js'
import { withParameters } from '../../../../src/lang/set-parameters.js'
import { incomeLineOf } from '../../../../src/report/assess/count/income-line.js'
import { countIncomes, LAST, STEPS } from '../../../../src/report/assess/count/incomes.js'
import { shippedPack } from '../../../fast/read/packs.js'
import { figuresOfRecords } from '../../../programme/measure/measured.js'
import { assessed, JUDGED, runs, surveys } from './surveys.js'

const { pack } = JUDGED
const LINE = 4000

const only = (id: string): Pack => ({ ...pack, criteria: pack.criteria.filter((each) => each.id === id) })

function counted(id: string, records: readonly CaseRecord[]) {
  const line = incomeLineOf(only(id))
  if (line === null) throw new Error(`no line in ${id}`)
  const count = countIncomes(pack, line)
  for (const each of assessed(pack, records)) count.add(each)
  return count.finish()
}

/** Packs whose line is a number of twentieths of the one in force. */
const SHIFTED = [0, 1, 7, 17, 18, 19, 20, 21, 22, 40, 59, 60].map((steps) => ({
  steps,
  moved: withParameters(pack, new Map([['poverty_line', decimal((LINE / STEPS) * steps)]])),
}))

const personsIn = (records: readonly { readonly size: { toString(): string } | null }[]) =>
  records.reduce((sum, { size }) => sum + Number(size ?? 0), 0)

describe.each(['income', 'income_above_line'])('the curve of %s', (id) => {
  test('is at each step what the criterion says where that is the line', () => {
    fc.assert(
      fc.property(surveys, (records) => {
        const { points, all } = counted(id, records)
        expect(all.records).toBe(records.length)
        expect(points).toHaveLength(LAST + 1)
        for (const { steps, moved } of SHIFTED) {
          const judged = assessed(moved, records)
          const unmet = judged.filter(({ verdicts }) => verdicts.get(id) === 'unmet')
          const possible = judged.filter(({ verdicts }) => verdicts.get(id) !== 'met')
          const point = points[steps]
          expect([steps, point?.least.records, point?.most.records]).toEqual([
            steps,
            unmet.length,
            possible.length,
          ])
          expect([
            digits(point?.least.persons ?? decimal(0)),
            digits(point?.most.persons ?? decimal(0)),
          ]).toEqual([String(personsIn(unmet)), String(personsIn(possible))])
        }
      }),
      { numRuns: runs },
    )
  })
})

test('what is certainly within a tenth of the line is not below nine tenths and below eleven', () => {
  const verdictsAt = (steps: number, records: readonly CaseRecord[]) => {
    const moved = SHIFTED.find((each) => each.steps === steps)?.moved ?? pack
    return assessed(moved, records).map(({ verdicts }) => verdicts.get('income'))
  }
  fc.assert(
    fc.property(surveys, (records) => {
      const [below, above] = [verdictsAt(18, records), verdictsAt(22, records)]
      const near = records.filter((_, at) => below[at] === 'met' && above[at] === 'unmet')
      expect(counted('income', records).near.records).toBe(near.length)
    }),
    { numRuns: runs },
  )
})

test('at the line it is P0 of `tpa measure`, for households and for persons', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const { points, all } = counted('income', records)
      const at = points[STEPS]
      const figures = figuresOfRecords(JUDGED, records)
      for (const side of ['least', 'most'] as const) {
        const p0 = (countedAs: string): Quotient | null | undefined =>
          figures.find(
            (each) => each.figure === 'p0' && each.counted === countedAs && each.cases === 'all',
          )?.[side]
        const share = (part: number, whole: number) =>
          whole === 0 ? undefined : toNumber(quotient(BigInt(part), BigInt(whole)))
        const figureOf = (countedAs: string) => {
          const found = p0(countedAs)
          return found == null ? undefined : toNumber(found)
        }
        expect(figureOf('households')).toBe(share(at?.[side].records ?? 0, all.records))
        expect(figureOf('persons')).toBe(share(Number(at?.[side].persons ?? 0), Number(all.persons)))
      }
    }),
    { numRuns: runs },
  )
})

test('it grows, and the order of records changes nothing', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const { points, all, near } = counted('income', records)
      const turned = counted('income', [...records].reverse())
      expect([turned.points, turned.all, turned.near]).toEqual([points, all, near])
      for (const [at, { least, most }] of points.entries()) {
        expect(least.records).toBeLessThanOrEqual(most.records)
        expect(least.records).toBeGreaterThanOrEqual(points[at - 1]?.least.records ?? 0)
        expect(most.records).toBeGreaterThanOrEqual(points[at - 1]?.most.records ?? 0)
      }
    }),
    { numRuns: runs },
  )
})

test.each([
  ['cn-2020', 'income'],
  ['cn-2020-income-first', 'income'],
  ['cn-guizhou-monitoring', 'income'],
  ['cn-guizhou-2011', 'income'],
  ['world-bank-lines', 'reaches_international_line'],
  ['cn-village-exit', null],
  ['cn-county-exit', null],
  ['global-mpi', null],
])('in %s the line is that of %s', async (id, criterion) => {
  expect(incomeLineOf(await shippedPack(id))?.criterion.id ?? null).toBe(criterion)
})

const packOf = (met: string, more = ''): Pack => {
  const reading = loadPackText(
    'a/pack.yaml',
    `
language: 1
pack: a
title: A
version: 1.0.0
as_of: 2020-12-31
record: { name: household, id: id }
sources: { paper: { title: The paper } }
pillars: { all: All }
parameters:
  line: { title: Line, unit: CNY/year, min: 0, values: [{ from: 2020-01-01, value: 4000, source: paper, evidence: verified }] }
  part: { title: Part, unit: ratio, values: [{ from: 2020-01-01, value: 0.5, source: paper, evidence: verified }] }
facts:
  household:
    id: { type: text }
    income: { type: money, unit: CNY/year }
    cost: { type: money, unit: CNY/year }
    other: { type: money, unit: CNY/year }
    light: { type: yes_no }
derived:
  half: { unit: CNY/year, sources: [line * part] }
criteria:
  - { id: one, pillar: all, title: One, reason: one, met: "${met}"${more}, source: paper, evidence: verified }
outcomes: { in: in, out: out }
decisions: { table: [{ when: "any unmet of [one]", then: in }, { otherwise: out }] }
`,
  )
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults))
  return reading.pack
}

test.each([
  ['income >= line', false],
  ['line <= income', false],
  ['income > line', true],
  ['line < income', true],
  ['income - cost >= line', false],
])('%s compares an income with a line', (met, isOver) => {
  expect(incomeLineOf(packOf(met))).toMatchObject({ isOver, parameters: ['line'] })
})

test('the line may be worked out from parameters, and only the facts of an income count', () => {
  expect(incomeLineOf(packOf('income >= half'))?.parameters).toEqual(['line', 'part'])
  expect(incomeLineOf(packOf('income >= max(line, half)'))?.parameters).toEqual(['line', 'part'])
})

test.each([
  ['cost <= line', ''],
  ['line >= cost', ''],
  ['income >= cost', ''],
  ['income != line', ''],
  ['light and income >= line', ''],
  ['income - line >= half', ''],
  ['income >= line', ', applies_if: light'],
  ['income >= line', ', since: 2020-06-01'],
])('%s%s does not', (met, more) => {
  expect(incomeLineOf(packOf(met, more))).toBe(null)
})
