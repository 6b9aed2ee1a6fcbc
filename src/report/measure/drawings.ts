import { toNumber } from '../../base/quotient.js'
import { say, type Voices } from '../../base/say/say.js'
import { criterionReason, factName } from '../../lang/labels.js'
import type { Figure } from '../../programme/measure/figures.js'
import { type Bars, bars } from '../html/bars.js'
import type { Drawing } from '../html/drawing.js'
import { type Whisker, whiskers } from '../html/whiskers.js'
import type { Words } from '../html/words.js'
import { type Found, type Gathered, gapFigure } from './gathered.js'
import type { MeasureContext } from './report.js'
import { boundsText, titleOf } from './words.js'

/** P0, P1 and P2 of several lines with their bounds, without those that are open at all lines; `null` where there is one line, of which the table says as much. */
export function lineDrawing(voices: Voices, context: MeasureContext, gathered: Gathered): Drawing | null {
  const { lines } = context.programme
  const [whole] = gathered.groups('')
  if (whole === undefined || lines.length < 2) return null
  const { find } = whole
  const panels = [
    { name: 'measure.p0', style: 'percent', figureOf: (line: string) => find(`p0${line}`) },
    { name: 'measure.p1', style: 'index', figureOf: (line: string) => gapFigure(find, 1, line) },
    { name: 'measure.p2', style: 'index', figureOf: (line: string) => gapFigure(find, 2, line) },
  ] as const
  const shown = panels.filter(({ figureOf }) =>
    lines.some(({ id }) => whiskerOf(figureOf(`@${id}`)) !== null),
  )
  return whiskers({
    id: 'lines',
    title: voices(() => say('measure.lines')),
    description: voices(() => say('page.lines')),
    panels: shown.map(({ name, style }) => ({ name: voices(() => say(name)), style })),
    rows: lines.map((line) => ({
      name: voices(() => titleOf(line)),
      figures: shown.map(({ figureOf }) => whiskerOf(figureOf(`@${line.id}`))),
    })),
  })
}

/** H, A and M0 over all records and over those without a gap in the index; `null` where the programme has none. */
export function indexDrawing(
  voices: Voices,
  { programme }: MeasureContext,
  gathered: Gathered,
): Drawing | null {
  const { index } = programme
  const [whole] = gathered.groups('')
  if (whole === undefined || index === null) return null
  return whiskers({
    id: 'index',
    title: voices(() => titleOf(index)),
    description: voices(() => say('page.whiskers')),
    panels: [
      { name: voices(() => say('measure.h')), style: 'percent' },
      { name: voices(() => say('measure.a')), style: 'percent' },
      { name: voices(() => say('measure.m0')), style: 'index' },
    ],
    rows: (['all', 'complete'] as const).map((cases) => ({
      name: voices(() => say(cases === 'all' ? 'measure.all-records' : 'measure.complete-records')),
      figures: ['h', 'a', 'm0'].map((name) => whiskerOf(whole.find(name, 'persons', cases))),
    })),
  })
}

/** What each criterion adds to M0; `null` where nobody is poor. */
export function contributionDrawing(
  voices: Voices,
  { pack, programme }: MeasureContext,
  gathered: Gathered,
): Drawing | null {
  const [whole] = gathered.groups('')
  const rows = [...(programme.index?.weights.keys() ?? [])].flatMap((id): Bars['rows'] => {
    const figure = whole?.find(`contribution.${id}`)
    const ends = whiskerOf(figure)
    if (figure === undefined || ends === null) return []
    const { least, most, low, high } = ends
    const criterion = pack.criteria.find((each) => each.id === id)
    return [
      {
        name: voices(() => (criterion === undefined ? id : criterionReason(pack, criterion))),
        amounts: [least, most - least],
        text: boundsText(figure, 'percent'),
        interval: low === null || high === null ? null : [low, high],
      },
    ]
  })
  if (rows.length === 0) return null
  return bars({
    id: 'contributions',
    title: voices(() => say('measure.contributions')),
    description: voices(() => say('page.contributions')),
    parts: [
      ['count', voices(() => say('page.least'))],
      ['unknown', voices(() => say('page.more'))],
    ],
    rows,
    style: 'percent',
  })
}

/** A figure that groups are compared by. */
interface Panel {
  readonly name: Words
  readonly style: 'percent' | 'index'
  readonly figureOf: (find: Found) => Figure | undefined
}

/** The figures of the groups of a set of facts with their bounds, below those of the whole. */
export function groupDrawing(
  voices: Voices,
  context: MeasureContext,
  gathered: Gathered,
  by: string,
  at: number,
): Drawing | null {
  const panels = panelsOf(voices, context)
  const groups = [...gathered.groups(''), ...gathered.groups(by)]
  if (panels.length === 0 || groups.length < 2) return null
  const facts = () =>
    by
      .split(',')
      .map((name) => factName(context.pack, name))
      .join(' × ')
  return whiskers({
    id: `groups-${at}`,
    title: voices(() => say('measure.by', { facts: facts() })),
    description: voices(() => say('page.whiskers')),
    panels,
    rows: groups.map(({ by: set, group, find }) => ({
      name: voices(() => (set === '' ? say('page.whole') : lastPlace(group))),
      figures: panels.map(({ figureOf }) => whiskerOf(figureOf(find))),
    })),
  })
}

/** Of a path of places the last two, which is what a drawing has room for. */
const lastPlace = (group: string): string => group.split('/').slice(-2).join('/')

function panelsOf(voices: Voices, { programme }: MeasureContext): Panel[] {
  const { books, lines, index } = programme
  const [book] = books
  const p0 = lines.length === 1 ? 'p0' : `p0@${lines[0]?.id}`
  const panel = (make: () => string, name: string, style: Panel['style'] = 'percent'): Panel => ({
    name: voices(make),
    style,
    figureOf: (find) => find(name),
  })
  return [
    ...(book === undefined
      ? []
      : [panel(() => say('page.book-share', { book: titleOf(book) }), `share.proposed.${book.id}`)]),
    ...(lines.length === 0 ? [] : [panel(() => say('measure.p0'), p0)]),
    ...(index === null ? [] : [panel(() => 'H', 'h'), panel(() => 'M0', 'm0', 'index')]),
  ]
}

function whiskerOf(figure: Figure | undefined): Whisker | null {
  if (figure?.least == null || figure.most === null) return null
  const { least, most, low, high } = figure
  return { least: toNumber(least), most: toNumber(most), low, high }
}
