import { say } from '../../base/say/say.js'
import { factName } from '../../lang/labels.js'
import { shownPaths } from '../text/paths.js'
import { type Cell, type Column, cell, left, right, type Section } from '../text/section.js'
import type { Found, Gathered } from './gathered.js'
import type { MeasureContext } from './report.js'
import { figureCell, titleOf } from './words.js'

/** A column of groups: its head, and what of a group stands in it. */
interface GroupColumn {
  readonly head: Column
  readonly cellOf: (find: Found) => Cell
}

/** A row for each group of a set of facts, with the figures that people compare first. */
export function groupSection(context: MeasureContext, gathered: Gathered, by: string): Section {
  const { pack } = context
  const columns = columnsOf(context)
  const more = gathered.more(by)
  const groups = gathered.groups(by)
  const isPlace = context.programme.places.includes(by)
  const shown = shownPaths(isPlace ? groups.map(({ group }) => group) : [])
  const facts = by
    .split(',')
    .map((name) => factName(pack, name))
    .join(' × ')
  return {
    title: say('measure.by', { facts }),
    columns: [left(say('measure.group')), ...columns.map(({ head }) => head)],
    rows: groups.map(({ group, find }) => ({
      cells: [cell(shown.name(group)), ...columns.map(({ cellOf }) => cellOf(find))],
    })),
    notes: [...(more === 0 ? [] : [say('measure.more', { count: more })]), ...shown.notes],
  }
}

function columnsOf({ programme }: MeasureContext): GroupColumn[] {
  const { books, lines, index } = programme
  const p0 = lines.length === 1 ? 'p0' : `p0@${lines[0]?.id}`
  return [
    {
      head: right(say('measure.households')),
      cellOf: (find) => figureCell(find('households', 'households'), 'count'),
    },
    {
      head: { ...right(say('measure.persons')), dropped: 4 },
      cellOf: (find) => figureCell(find('persons'), 'count'),
    },
    ...books.slice(0, 1).flatMap((book): GroupColumn[] => [
      {
        head: right(say('measure.book.persons', { book: titleOf(book) })),
        cellOf: (find) => figureCell(find(`proposed.${book.id}`), 'count'),
      },
      {
        head: { ...right(say('measure.share')), dropped: 1 },
        cellOf: (find) => figureCell(find(`share.proposed.${book.id}`), 'percent'),
      },
    ]),
    ...(lines.length === 0
      ? []
      : [{ head: right(say('measure.p0')), cellOf: (find: Found) => figureCell(find(p0), 'percent') }]),
    ...(index === null
      ? []
      : [
          { head: { ...right('H'), dropped: 3 }, cellOf: (find: Found) => figureCell(find('h'), 'percent') },
          { head: { ...right('M0'), dropped: 2 }, cellOf: (find: Found) => figureCell(find('m0'), 'index') },
        ]),
  ]
}
