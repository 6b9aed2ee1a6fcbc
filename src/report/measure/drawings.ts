import { toNumber } from '../../base/quotient.js'
import { say, type Voices } from '../../base/say/say.js'
import { factName } from '../../lang/labels.js'
import type { Figure } from '../../programme/measure/figures.js'
import type { Drawing } from '../html/drawing.js'
import { type Whisker, whiskers } from '../html/whiskers.js'
import type { Words } from '../html/words.js'
import type { Found, Gathered } from './gathered.js'
import type { MeasureContext } from './report.js'
import { titleOf } from './words.js'

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
