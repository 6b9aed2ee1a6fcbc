import type { Truth } from '../../base/truth.js'
import type { Book, Programme } from '../policy/programme.js'
import type { Counted, End, FigureRule } from './figure.js'
import type { Kind } from './kinds.js'

const COUNTED: readonly Counted[] = ['households', 'persons']

/** Households and persons, by book in force, by book proposed and by mark. */
export function bookFigures(programme: Programme, hasStatus: boolean): FigureRule[] {
  const { books, key } = programme
  const always = () => true as const
  return COUNTED.flatMap((counted) => [
    total(counted === 'households' ? 'households' : 'persons', counted, always),
    ...(hasStatus
      ? books.map((book, place) => total(`book.${book.id}`, counted, (kind) => isInForce(kind, book, place)))
      : []),
    ...(hasStatus ? [total('book.unsettled', counted, ({ inForce }) => inForce === null)] : []),
    ...books.map(({ id }, place) => total(`proposed.${id}`, counted, (kind) => isProposed(kind, place))),
    total('proposed.unsettled', counted, ({ proposed }) => proposed.length > 1),
    ...(key.length === 0 ? [] : [total('key', counted, isKey)]),
    ...key.map(({ id }, place) => total(`key.${id}`, counted, ({ marks }) => marks[place] ?? false)),
  ])
}

/** If a household stands in the book at a place. In a survey nobody is watched yet, so that an unknown status leaves only other books open. */
function isInForce({ inForce }: Kind, { watched }: Book, place: number): Truth {
  if (inForce !== null) return inForce === place
  return watched ? false : 'open'
}

/** If the decision proposes a household for the book at a place. */
export const isProposed = ({ proposed }: Kind, place: number): Truth =>
  !proposed.includes(place) ? false : proposed.length > 1 ? 'open' : true

const isKey = ({ marks }: Kind): Truth =>
  marks.includes(true) ? true : marks.includes('open') ? 'open' : false

/** How many certainly do, and how many may. */
function total(name: string, counted: Counted, holds: (kind: Kind) => Truth): FigureRule {
  const end = (open: 0 | 1): End => ({
    above: (kind) => numberOf(holds(kind), open),
    below: null,
    under: 1,
    gaps: null,
  })
  return {
    name,
    unit: counted,
    counted,
    cases: 'all',
    least: end(0),
    most: end(1),
    open: [],
    optionsOf: null,
    spread: 'open',
  }
}

/** The share of all that certainly do, and that may. */
export function share(name: string, counted: Counted, holds: (kind: Kind) => Truth): FigureRule {
  const end = (open: 0 | 1): End => ({
    above: (kind) => numberOf(holds(kind), open),
    below: () => 1,
    under: 1,
    gaps: null,
  })
  return {
    name,
    unit: 'ratio',
    counted,
    cases: 'all',
    least: end(0),
    most: end(1),
    open: [],
    optionsOf: null,
    spread: 'proportion',
  }
}

/** The share of each book in the records of the file. It is called incidence only over a known population. */
export const shareFigures = ({ books }: Programme, hasStatus: boolean): FigureRule[] =>
  COUNTED.flatMap((counted) =>
    books.flatMap((book, place) => [
      ...(hasStatus ? [share(`share.book.${book.id}`, counted, (kind) => isInForce(kind, book, place))] : []),
      share(`share.proposed.${book.id}`, counted, (kind) => isProposed(kind, place)),
    ]),
  )

const numberOf = (truth: Truth, open: 0 | 1): number => (truth === 'open' ? open : truth ? 1 : 0)
