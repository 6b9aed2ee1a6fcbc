import { compare, divided, type Quotient, quotient } from '../../base/quotient.js'
import type { Range } from '../../base/range.js'
import type { Programme } from '../policy/programme.js'
import type { Figure, FigureNote } from './figures.js'
import type { MeasuredGroup } from './fold.js'
import type { Population } from './population.js'

/** The book whose persons an area is judged by, and of which incidence is the share: that of the first area, else the first book. */
const incidenceBook = ({ areas, books }: Programme): string | null => areas[0]?.book ?? books[0]?.id ?? null

/**
 * The persons of the book over all persons of the place, as proposed and as in force; households of unknown size count from the ends of their
 * sizes, and never more than live there.
 */
export function incidenceFigures(
  programme: Programme,
  population: Population,
  { by, group }: MeasuredGroup,
  figures: readonly Figure[],
): Figure[] {
  const book = incidenceBook(programme)
  if (book === null || (by !== '' && !programme.places.includes(by))) return []
  const persons = by === '' ? population.total : population.of(by, group)?.persons
  const named: readonly (readonly [string, string])[] = [
    ['incidence', `proposed.${book}`],
    ['incidence.in_force', `book.${book}`],
  ]
  return named.flatMap(([name, figure]) => {
    const found = personsIn(figures, figure)
    return found === null ? [] : [shareOf(found, name, persons)]
  })
}

/** The persons of a figure, with those in households of unknown size where there are some. */
export function personsIn(figures: readonly Figure[], name: string): Figure | null {
  const own = figures.filter(({ figure, counted }) => figure === name && counted === 'persons')
  return (
    own.find(({ cases }) => cases === 'with_unknown_sizes') ??
    own.find(({ cases }) => cases === 'all') ??
    null
  )
}

function shareOf(found: Figure, name: string, persons: Range | undefined): Figure {
  const head = {
    ...found,
    figure: name,
    unit: 'ratio' as const,
    errorLeast: null,
    errorMost: null,
    low: null,
    high: null,
  }
  const nothing = (note: FigureNote): Figure => ({ ...head, least: null, most: null, notes: [note] })
  if (persons === undefined) return nothing('no_population')
  const [fewest, many] = [wholeOf(persons.lo), wholeOf(persons.hi)]
  if (found.least !== null && many !== null && compare(found.least, many) > 0) return nothing('conflicting')
  return {
    ...head,
    least: found.least === null || many === null ? quotient(0n, 1n) : divided(found.least, many),
    most: found.most === null || fewest === null ? quotient(1n, 1n) : atMostOne(divided(found.most, fewest)),
    notes: [],
  }
}

const atMostOne = (share: Quotient): Quotient => (share.over > share.under ? quotient(1n, 1n) : share)

const wholeOf = (end: Range['lo']): Quotient | null =>
  end === null ? null : quotient(BigInt(end.toFixed(0)), 1n)
