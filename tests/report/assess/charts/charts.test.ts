import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ZERO } from '../../../../src/base/decimal.js'
import { pageVoices } from '../../../../src/base/say/say.js'
import { incomeChart } from '../../../../src/report/assess/charts/income-chart.js'
import { questionsChart } from '../../../../src/report/assess/charts/questions-chart.js'
import { setsChart } from '../../../../src/report/assess/charts/sets-chart.js'
import { countCharts } from '../../../../src/report/assess/count/charts.js'
import type { UnmetSet } from '../../../../src/report/assess/count/unmet-sets.js'
import type { Chart } from '../../../../src/report/html/chart.js'
import { figureMarkup } from '../../../../src/report/html/drawing.js'
import { html } from '../../../../src/report/html/markup.js'
import type { Section } from '../../../../src/report/text/section.js'
import { allIn, type Element, readStrictly } from '../../html/strict.js'
import { assessed, JUDGED, runs, surveys } from './surveys.js'

const { pack } = JUDGED
const voices = await pageVoices()

/** The cells of a section without rules and headings. */
const cellsOf = ({ rows }: Section): string[][] =>
  rows.flatMap((row) => (row !== 'rule' && 'cells' in row ? [row.cells.map(({ text }) => text)] : []))

const elementsOf = ({ drawing }: Chart): Element[] =>
  allIn(readStrictly(figureMarkup(voices, drawing, html``).markup))

const NUMBERED = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'width', 'height', 'r']

/** Coordinates that a browser cannot read. */
const badNumbers = (elements: readonly Element[]) =>
  elements.flatMap(({ attributes }) =>
    Object.entries(attributes).filter(
      ([name, value]) =>
        (NUMBERED.includes(name) && !Number.isFinite(Number(value))) ||
        (name === 'd' && /NaN|Inf/.test(value)),
    ),
  )

test('whatever a survey holds, every chart can be drawn inside its frame', () => {
  fc.assert(
    fc.property(surveys, (records) => {
      const count = countCharts(pack)
      for (const each of assessed(pack, records)) count.add(each)
      const { incomes, unmetSets, questions } = count.finish()
      const charts = [
        incomeChart(voices, pack, incomes),
        setsChart(voices, pack, unmetSets, records.length),
        questionsChart(voices, pack, questions, records.length),
      ].filter((chart) => chart !== null)
      expect(charts.length).toBeGreaterThan(0)
      for (const chart of charts) {
        const elements = elementsOf(chart)
        expect(badNumbers(elements)).toEqual([])
        for (const { name, attributes } of elements)
          if (name === 'rect' && attributes.x !== undefined) {
            const [x, width] = [Number(attributes.x), Number(attributes.width)]
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + width).toBeLessThanOrEqual(chart.drawing.width)
          }
      }
    }),
    { numRuns: runs },
  )
})

test('no chart stands where nothing was counted', () => {
  const { incomes, unmetSets, questions } = countCharts(pack).finish()
  expect(incomeChart(voices, pack, incomes)).toBe(null)
  expect(setsChart(voices, pack, unmetSets, 0)).toBe(null)
  expect(questionsChart(voices, pack, questions, 0)).toBe(null)
  expect(incomeChart(voices, pack, null)).toBe(null)
})

test('the table of incomes ends with all, and has the line and a tenth on either side of it', () => {
  const [survey] = fc.sample(surveys, { numRuns: 1, seed: 3 })
  const count = countCharts(pack)
  for (const each of assessed(pack, survey ?? [])) count.add(each)
  const chart = incomeChart(voices, pack, count.finish().incomes)
  const cells = chart === null ? [] : cellsOf(chart.section())
  expect(cells.map(([name]) => name)).toEqual(
    expect.arrayContaining(['0×', '0.9×', '1×', '1.1×', '3×', 'all']),
  )
  expect(cells.at(-1)?.[1]).toBe(String(survey?.length))
  expect(cells.at(-1)?.[2]).toBe('100.0%')
})

const ids = pack.criteria.flatMap(({ id, advisory }) => (advisory ? [] : [id]))

/** Different sets of criteria. */
const manySets = (many: number): UnmetSet[] =>
  Array.from({ length: many }, (_, at) => ({
    criteria: ids.filter((_, bit) => ((at + 1) >> bit) % 2 === 1),
    records: many - at,
    open: at % 2,
  }))

test.each([
  [14, 0, 14],
  [15, 0, 15],
  [16, 0, 16],
  [15, 7, 16],
  [40, 7, 16],
])('%i sets and %i records beyond them are %i rows, and no record is left out', (many, beyond, rows) => {
  const sets = manySets(many)
  const none = { criteria: [], records: 100, open: 3 }
  const all = sets.reduce((sum, { records }) => sum + records, 0) + beyond
  const chart = setsChart(voices, pack, { sets: [none, ...sets], beyond }, all + 100)
  const cells = chart === null ? [] : cellsOf(chart.section())
  expect(cells).toHaveLength(rows + 1)
  expect(cells.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(all + 100)
  expect(cells.at(-1)?.slice(0, 2)).toEqual(['no criterion certainly unmet', '100'])
  expect(chart?.section().notes.some((note) => note.includes('10,000'))).toBe(beyond > 0)
})

test.each([
  [20, 20],
  [21, 21],
  [55, 21],
])('of %i questions %i rows are shown, the last with the sum of the others', (many, rows) => {
  const questions = Array.from({ length: many }, (_, at) => ({
    fact: `f${at}`,
    needs: 100 - at,
    lacks: 200 - at,
  }))
  const chart = questionsChart(voices, pack, questions, 500)
  const cells = chart === null ? [] : cellsOf(chart.section())
  expect(cells).toHaveLength(rows)
  const sum = (at: number) => cells.reduce((total, row) => total + Number(row[at]?.replace(',', '')), 0)
  expect(sum(1)).toBe(questions.reduce((total, { needs }) => total + needs, 0))
  expect(sum(3)).toBe(questions.reduce((total, { lacks }) => total + lacks, 0))
})

test('what is unknown is hatched in every chart that has something unknown', () => {
  const share = { records: 1, persons: ZERO }
  const [survey] = fc.sample(surveys, { numRuns: 1, seed: 3 })
  const count = countCharts(pack)
  for (const each of assessed(pack, survey ?? [])) count.add(each)
  const { incomes } = count.finish()
  if (incomes === null) throw new Error('no line')
  const points = incomes.points.map(({ steps }) => ({
    steps,
    least: { records: 0, persons: ZERO },
    most: share,
  }))
  const curve = incomeChart(voices, pack, { ...incomes, all: share, points })
  const sets = setsChart(
    voices,
    pack,
    { sets: [{ criteria: ids.slice(0, 2), records: 5, open: 2 }], beyond: 0 },
    5,
  )
  for (const chart of [curve, sets]) {
    const elements = chart === null ? [] : elementsOf(chart)
    expect(
      elements.filter(({ attributes: { fill } }) => fill === `url(#${chart?.drawing.id}-unknown)`).length,
    ).toBeGreaterThan(1)
  }
})
