import { say, type Voices } from '../../../base/say/say.js'
import { unitText } from '../../../lang/expression/unit.js'
import { criterionTitle, parameterTitle, recordNames, unitName } from '../../../lang/labels.js'
import type { DatedValue, Pack } from '../../../lang/pack.js'
import { boundsWords, type Chart } from '../../html/chart.js'
import { curve } from '../../html/curve.js'
import { grouped, share } from '../../text/numbers.js'
import { cell, left, type Row, right, type Section } from '../../text/section.js'
import { countedRecords, listed, shortened } from '../../text/words.js'
import {
  ABOVE,
  BELOW,
  type IncomeCounts,
  type IncomePoint,
  LAST,
  type Share,
  STEPS,
} from '../count/incomes.js'

/** How many records have less than each multiple of the line; `null` where none was counted. */
export function incomeChart(voices: Voices, pack: Pack, counts: IncomeCounts | null): Chart | null {
  if (counts === null || counts.all.records === 0) return null
  const { all, points } = counts
  const title = () => say('page.income')
  const section = () => incomeSection(pack, counts, title())
  const drawing = curve({
    id: 'income',
    title: voices(title),
    description: voices(() => incomeNote(pack, counts)),
    between: voices(() => say('page.income.unknown')),
    across: voices(() => say('page.income.multiple')),
    up: voices(() => say('page.income.share', { records: recordNames(pack) })),
    points: points.map(({ steps, least, most }) => ({
      x: steps / STEPS,
      least: least.records / all.records,
      most: most.records / all.records,
    })),
    mark: {
      x: 1,
      from: BELOW / STEPS,
      to: ABOVE / STEPS,
      words: voices(() => lineWords(pack, counts)),
      strip: voices(() => say('page.income.strip')),
    },
    written: (multiple) => `${multiple}×`,
  })
  return { section, drawing }
}

function incomeSection(pack: Pack, counts: IncomeCounts, title: string): Section {
  const { all, points } = counts
  const isSized = pack.record.size !== null
  const rowOf = (name: string, least: Share, most: Share): Row => ({
    cells: [
      cell(name),
      cell(boundsWords(grouped(least.records), grouped(most.records))),
      cell(boundsWords(share(least.records, all.records), share(most.records, all.records))),
      ...(isSized
        ? [
            cell(boundsWords(grouped(least.persons), grouped(most.persons))),
            cell(boundsWords(share(least.persons, all.persons), share(most.persons, all.persons))),
          ]
        : []),
    ],
  })
  return {
    title,
    columns: [
      left(say(counts.of.isOver ? 'page.income.at-most' : 'page.income.below')),
      right(recordNames(pack)),
      right(say('assess.share')),
      ...(isSized ? [right(say('assess.persons')), right(say('assess.share'))] : []),
    ],
    rows: [
      ...shownPoints(points).map(({ steps, least, most }) => rowOf(`${steps / STEPS}×`, least, most)),
      'rule',
      rowOf(say('page.whole'), all, all),
    ],
    notes: [
      incomeNote(pack, counts),
      ...shortNote(pack, counts),
      say('page.income.near', { records: nearWords(pack, counts) }),
      ...valuesNote(pack, counts),
    ],
  }
}

/** Steps at which a count changes, and those that people look for. */
const shownPoints = (points: readonly IncomePoint[]): IncomePoint[] =>
  points.filter((point, at) => {
    const before = points[at - 1]
    return before === undefined || LOOKED_FOR.has(point.steps) || !isAlike(point, before)
  })

const LOOKED_FOR: ReadonlySet<number> = new Set([BELOW, STEPS, ABOVE, LAST])

const isAlike = (a: IncomePoint, b: IncomePoint): boolean =>
  a.least.records === b.least.records && a.most.records === b.most.records

const incomeNote = (pack: Pack, { of }: IncomeCounts): string =>
  say(of.isOver ? 'page.income.note.at-most' : 'page.income.note.below', {
    records: recordNames(pack),
    criterion: criterionTitle(pack, of.criterion),
    steps: LAST,
  })

/** How many do not reach the line. */
function shortNote(pack: Pack, { of, all, points }: IncomeCounts): string[] {
  const point = points[STEPS]
  if (point === undefined) return []
  const { least, most } = point
  const short = {
    records: recordsBetween(pack, least.records, most.records),
    share: betweenWords(share(least.records, all.records), share(most.records, all.records)),
  }
  return [of.isOver ? say('page.income.short.at-most', short) : say('page.income.short.below', short)]
}

const recordsBetween = (pack: Pack, least: number, most: number): string =>
  least === most
    ? countedRecords(pack, least)
    : say('count.records', {
        count: betweenWords(grouped(least), grouped(most)),
        records: recordNames(pack),
      })

/** Bounds inside a sentence. */
const betweenWords = (least: string, most: string): string =>
  least === most ? least : say('measure.between', { least, most })

/** Those that are within a tenth of the line, at least and at most. */
function nearWords(pack: Pack, { near, points }: IncomeCounts): string {
  const most = (points[ABOVE]?.most.records ?? 0) - (points[BELOW]?.least.records ?? 0)
  return recordsBetween(pack, near.records, most)
}

/** What the line is called, with its amount where all records have one. */
function lineWords(pack: Pack, { inForce }: IncomeCounts): string {
  const [[name, values] = ['', []], ...others] = inForce
  const [value, ...more] = values
  const title = parameterTitle(pack, name) ?? name
  if (others.length > 0 || value === undefined || more.length > 0) return title
  return say('page.income.line', { title, value: amountWords(pack, name, value) })
}

function valuesNote(pack: Pack, { inForce }: IncomeCounts): string[] {
  const words = [...inForce].flatMap(([name, values]) => values.map((value) => valueWords(pack, name, value)))
  return words.length === 0 ? [] : [say('page.income.values', { values: listed(shortened(words), 'and') })]
}

/** A value that a what-if holds is in force since no day. */
function valueWords(pack: Pack, name: string, dated: DatedValue): string {
  const [title, value] = [parameterTitle(pack, name) ?? name, amountWords(pack, name, dated)]
  return pack.set.has(name)
    ? say('page.income.line', { title, value })
    : say('page.income.value', { title, value, day: dated.from })
}

function amountWords(pack: Pack, name: string, { value }: DatedValue): string {
  const unit = pack.parameters.get(name)?.unit
  return unit === undefined ? grouped(value) : `${grouped(value)} ${unitName(unitText(unit))}`
}
