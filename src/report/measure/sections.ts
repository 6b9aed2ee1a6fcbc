import { say } from '../../base/say/say.js'
import { criterionName } from '../../lang/labels.js'
import type { Figure } from '../../programme/measure/figures.js'
import {
  type Column,
  cell,
  criterionCell,
  flexible,
  left,
  type Row,
  right,
  type Section,
} from '../text/section.js'
import { areaSection } from './area-section.js'
import { type Gathered, type GatheredGroup, gapFigure } from './gathered.js'
import { groupSection } from './group-section.js'
import type { MeasureContext } from './report.js'
import { boundsText, figureCell, intervalText, isHidden, type Style, titleOf } from './words.js'

/** The tables in the order of reading: books, lines, index, groups. */
export function measureSections(context: MeasureContext, gathered: Gathered): Section[] {
  const [whole] = gathered.groups('')
  if (whole === undefined) return []
  return [
    bookSection(context, whole),
    ...(context.programme.key.length === 0 ? [] : [keySection(context, whole)]),
    ...(context.programme.lines.length === 0 ? [] : [lineSection(context, whole)]),
    ...(context.programme.index === null
      ? []
      : [indexSection(context, whole), criterionSection(context, whole)]),
    ...context.by.map((by) => groupSection(context, gathered, by)),
    ...context.areas.map((rule) => areaSection(rule, gathered.areas(), gathered.groups(rule.by))),
  ]
}

/** What a sheet says of one group: books, lines, index; each table is named by the group. */
export function sheetSections(context: MeasureContext, group: GatheredGroup, name: string): Section[] {
  const { lines, index } = context.programme
  return [
    bookSection(context, group),
    ...(lines.length === 0 ? [] : [lineSection(context, group)]),
    ...(index === null ? [] : [indexSection(context, group)]),
  ].map((section) => ({ ...section, title: say('measure.sheet', { name, title: section.title }), notes: [] }))
}

function bookSection({ programme }: MeasureContext, { find }: GatheredGroup): Section {
  const hasStatus = find('book.unsettled') !== undefined
  const rowOf = (title: string, id: string): Row => ({
    cells: [
      cell(title),
      ...(hasStatus
        ? [figureCell(find(`book.${id}`, 'households'), 'count'), figureCell(find(`book.${id}`), 'count')]
        : []),
      figureCell(find(`proposed.${id}`, 'households'), 'count'),
      figureCell(find(`proposed.${id}`), 'count'),
      figureCell(find(`share.proposed.${id}`), 'percent'),
    ],
  })
  const unknown = find('size_unknown', 'households')
  return {
    title: say('measure.books'),
    columns: [
      flexible(say('measure.book')),
      ...(hasStatus
        ? [
            { ...right(say('measure.in-force.households')), dropped: 1 },
            { ...right(say('measure.in-force.persons')), dropped: 2 },
          ]
        : []),
      right(say('measure.proposed.households')),
      right(say('measure.proposed.persons')),
      { ...right(say('measure.share')), dropped: 3 },
    ],
    rows: [
      ...programme.books.map((book) => rowOf(titleOf(book), book.id)),
      rowOf(say('measure.unsettled'), 'unsettled'),
    ],
    notes:
      unknown?.least?.over === 0n || (unknown !== undefined && isHidden(unknown))
        ? []
        : [say('measure.size-unknown', { count: boundsText(unknown ?? NOTHING, 'count') })],
  }
}

const NOTHING = { least: null, most: null }

function keySection({ programme }: MeasureContext, { find }: GatheredGroup): Section {
  const row = (title: string, name: string): Row => ({
    cells: [cell(title), figureCell(find(name, 'households'), 'count'), figureCell(find(name), 'count')],
  })
  return {
    title: say('measure.key'),
    columns: [left(say('measure.mark')), right(say('measure.households')), right(say('measure.persons'))],
    rows: [
      ...programme.key.map((mark) => row(titleOf(mark), `key.${mark.id}`)),
      'rule',
      row(say('measure.any-mark'), 'key'),
    ],
    notes: [],
  }
}

function withInterval(isSample: boolean, head: Column): Column[] {
  return isSample ? [head, right(say('measure.interval'))] : [head]
}

const measured = (figure: Figure | undefined, style: Style, isSample: boolean) => [
  figureCell(figure, style),
  ...(isSample ? [cell(figure === undefined ? '–' : intervalText(figure, style), 'quiet')] : []),
]

function lineSection({ programme, isSample }: MeasureContext, { find }: GatheredGroup): Section {
  const { lines } = programme
  const rows = lines.map((line): Row => {
    const suffix = lines.length === 1 ? '' : `@${line.id}`
    return {
      cells: [
        cell(titleOf(line)),
        ...measured(find(`p0${suffix}`), 'percent', isSample),
        ...measured(gapFigure(find, 1, suffix), 'index', isSample),
        ...measured(gapFigure(find, 2, suffix), 'index', isSample),
      ],
    }
  })
  return {
    title: say('measure.lines'),
    columns: [
      flexible(say('measure.line')),
      ...withInterval(isSample, right(say('measure.p0'))),
      ...withInterval(isSample, right(say('measure.p1'))),
      ...withInterval(isSample, right(say('measure.p2'))),
    ],
    rows,
    notes: [
      say('measure.lines.note'),
      ...(programme.incomeFloor === null
        ? []
        : [say('measure.floor', { floor: String(programme.incomeFloor) })]),
    ],
  }
}

function indexSection({ programme, isSample }: MeasureContext, { find }: GatheredGroup): Section {
  const row = (title: string, name: string, style: Style): Row => ({
    cells: [
      cell(title),
      ...measured(find(name), style, isSample),
      ...measured(find(name, 'persons', 'complete'), style, false),
    ],
  })
  return {
    title: programme.index === null ? '' : titleOf(programme.index),
    columns: [
      left(say('measure.figure')),
      ...withInterval(isSample, right(say('measure.all-records'))),
      right(say('measure.complete-records')),
    ],
    rows: [
      row(say('measure.h'), 'h', 'percent'),
      row(say('measure.a'), 'a', 'percent'),
      row(say('measure.m0'), 'm0', 'index'),
    ],
    notes: [],
  }
}

function criterionSection({ pack, programme }: MeasureContext, { find }: GatheredGroup): Section {
  const { weights, denominator } = programme.index ?? { weights: new Map<string, number>(), denominator: 1 }
  return {
    title: say('measure.contributions'),
    columns: [
      flexible(say('measure.criterion')),
      right(say('measure.weight')),
      right(say('measure.censored')),
      right(say('measure.contribution')),
    ],
    rows: [...weights].map(([id, weight]) => ({
      cells: [
        criterionCell(id, criterionName(pack, id)),
        cell(`${weight}/${denominator}`, 'quiet'),
        figureCell(find(`censored.${id}`), 'percent'),
        figureCell(find(`contribution.${id}`), 'percent'),
      ],
    })),
    notes: [],
  }
}
