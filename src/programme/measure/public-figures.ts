import { toNumber } from '../../base/quotient.js'
import { type CellCount, hiddenCells } from '../../base/small-cells.js'
import type { Programme } from '../policy/programme.js'
import type { Figure } from './figures.js'

/** What of the figures of a run may be published. */
export interface PublicFigures {
  /** By group, in their order; figures that stay hidden have no value, and the note `hidden`. */
  readonly groups: readonly (readonly Figure[])[]
  /** How many counts by proposed book and group stay hidden, and how many there are. */
  readonly hidden: number
  readonly cells: number
}

/**
 * Hides the figures by which anybody could read or work out that there are from 1 to below `leastCell` households of something: such counts,
 * those that a sum gives away, and the persons, shares and gaps that go with them. Figures with sizes filled in and of complete records are
 * left out, because they differ from the others by a few households.
 * @param all the figures of the whole first, then those of the groups of one set of facts
 */
export function publicFigures(
  programme: Programme,
  all: readonly (readonly Figure[])[],
  leastCell: number,
): PublicFigures {
  const groups = all.map(countsIn)
  const sizes = hiddenIn(
    groups,
    [({ all: every }) => every],
    groups.map(() => false),
    leastCell,
  )
  const isUntold = sizes.map(([isHidden]) => isHidden === true)
  const hidden = groups.map(() => new Set<string>())
  for (const { columns, names } of familiesOf(programme, all[0] ?? [])) {
    const cells = hiddenIn(groups, columns, isUntold, leastCell)
    for (const [row, line] of cells.entries()) for (const name of names(line)) hidden[row]?.add(name)
  }
  const books = programme.books.map(({ id }) => `proposed.${id}`)
  return {
    groups: all.map((figures, row) => {
      const own = { names: hidden[row] ?? new Set(), isUntold: isUntold[row] === true }
      return figures
        .filter(({ cases }) => cases === 'all')
        .map((figure) => withoutHidden(programme, figure, own))
    }),
    hidden: hidden.reduce(
      (sum, names, row) => sum + books.filter((name) => isUntold[row] || names.has(name)).length,
      0,
    ),
    cells: books.length * groups.length,
  }
}

/** Counts of households of one group. */
interface GroupCounts {
  readonly all: CellCount
  /** How many households a figure is of; 0 where the group has no such figure. */
  of(name: string): CellCount
}

/** A share of a sample is taken of the households that were asked. */
function countsIn(figures: readonly Figure[]): GroupCounts {
  const own = new Map(
    figures.flatMap((each) =>
      each.counted === 'households' && each.cases === 'all' ? [[each.figure, each] as const] : [],
    ),
  )
  const records = figures[0]?.households ?? 0
  const total = endsOf(own.get('households')).most
  return {
    all: { least: records, most: records },
    of(name) {
      const figure = own.get(name)
      const { least, most } = endsOf(figure)
      const times = figure?.unit === 'ratio' ? records : total === 0 ? 0 : records / total
      return { least: Math.round(least * times), most: Math.round(most * times) }
    },
  }
}

const endsOf = (figure: Figure | undefined): CellCount => {
  const least = figure?.least == null ? 0 : toNumber(figure.least)
  return { least, most: figure?.most == null ? least : toNumber(figure.most) }
}

type CountOf = (group: GroupCounts) => CellCount

/** Parts into which the households of a group fall, and the figures that are hidden where parts are. */
interface Family {
  readonly columns: readonly CountOf[]
  names(hidden: readonly boolean[]): string[]
}

function familiesOf(programme: Programme, figures: readonly Figure[]): Family[] {
  const known = new Set(figures.map(({ figure }) => figure))
  const ofBooks = (kind: 'book' | 'proposed') =>
    partition([...programme.books.map(({ id }) => `${kind}.${id}`), `${kind}.unsettled`])
  const single = [...known].filter((name) => /^(?:size_unknown|key(?:\..+)?|h|censored\..+)$/.test(name))
  return [
    ...(known.has('book.unsettled') ? [ofBooks('book')] : []),
    ofBooks('proposed'),
    ...single.map((name) => cumulated([name])),
    cumulated([...known].filter((name) => /^p0(?:@|$)/.test(name))),
  ]
}

/** Figures that are parts of a whole by themselves. */
const partition = (names: readonly string[]): Family => ({
  columns: names.map((name) => (group) => group.of(name)),
  names: (hidden) => names.filter((_, at) => hidden[at]),
})

/**
 * Figures of which each holds those before it, as those below a higher line hold those below a lower; the parts are what each adds, and the
 * rest. All are hidden where a part is.
 */
function cumulated(names: readonly string[]): Family {
  const ends = (group: GroupCounts) => {
    const counts = names.map((name) => group.of(name)).sort((a, b) => a.least - b.least || a.most - b.most)
    return [{ least: 0, most: 0 }, ...counts, group.all]
  }
  const columns = [...names, null].map(
    (_, at): CountOf =>
      (group) => {
        const [before, after] = [ends(group)[at], ends(group)[at + 1]]
        const [least, most] = [
          Math.abs((after?.least ?? 0) - (before?.least ?? 0)),
          Math.abs((after?.most ?? 0) - (before?.most ?? 0)),
        ]
        return { least: Math.min(least, most), most: Math.max(least, most) }
      },
  )
  return { columns, names: (hidden) => (hidden.includes(true) ? [...names] : []) }
}

/** For each group and column if the count stays hidden; the first row, the whole, is the sum of the others. */
function hiddenIn(
  groups: readonly GroupCounts[],
  columns: readonly CountOf[],
  isUntold: readonly boolean[],
  leastCell: number,
): boolean[][] {
  const rows = groups.map((group) => columns.map((column) => column(group)))
  const rowTotals = isUntold.map((untold) => !untold && columns.length > 1)
  const hidden = hiddenCells(
    { rows, rowTotals, columnTotals: columns.map(() => groups.length > 1) },
    leastCell,
  )
  // What is still open says by its two ends how many households are.
  for (const [row, cells] of rows.entries())
    for (const [column, { least, most }] of cells.entries()) {
      const line = hidden[row]
      if (line?.includes(true) && least !== most) line[column] = true
    }
  return hidden
}

/** What is hidden in a group; nothing is told of a group of few households. */
interface Hidden {
  readonly names: ReadonlySet<string>
  readonly isUntold: boolean
}

function withoutHidden(programme: Programme, figure: Figure, { names, isUntold }: Hidden): Figure {
  if (!isUntold && !sourcesOf(programme, figure.figure, names).some((name) => names.has(name))) return figure
  return {
    ...figure,
    ...(isUntold ? { households: null, persons: null } : {}),
    least: null,
    most: null,
    errorLeast: null,
    errorMost: null,
    low: null,
    high: null,
    units: null,
    df: null,
    notes: ['hidden'],
    lonely: [],
  }
}

/** The figures whose households a figure gives away. */
function sourcesOf({ areas, books }: Programme, name: string, names: ReadonlySet<string>): string[] {
  const book = areas[0]?.book ?? books[0]?.id ?? ''
  if (name.startsWith('share.')) return [name.slice('share.'.length)]
  if (name === 'incidence') return [`proposed.${book}`]
  if (name === 'incidence.in_force') return [`book.${book}`]
  if (/^p[12]/.test(name)) return [name.replace(/^p[12]/, 'p0').replace(/\.floored$/, '')]
  // All parts of an index make up the whole.
  if (/^(?:a|m0|contribution\..+)$/.test(name))
    return ['h', ...[...names].filter((each) => each.startsWith('censored.'))]
  return [name]
}
