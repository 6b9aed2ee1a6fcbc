import type { ColumnTally } from './column-tally.js'

/** A select-multiple question with a column for each choice: `energy/grid`, `energy___2`. */
export interface Split {
  readonly question: string
  readonly separator: string
  readonly choices: readonly string[]
  /** The positions of the columns of choices. */
  readonly columns: readonly number[]
  /** The position of the column that holds all choices of a row, if there is one. */
  readonly whole: number | null
}

const SEPARATORS = ['/', '___', '__', '.', ':', '-', '_'] as const

/** Marks that stand only between question and choice. They are enough, even without a column for the question. */
const ALONE: ReadonlySet<string> = new Set(['/', '___', '__'])

/** The questions that are split, in the order of their first columns. */
export function splitsIn(headers: readonly string[], tallies: readonly ColumnTally[]): readonly Split[] {
  const positions = new Map(headers.map((header, at) => [header, at]))
  const groups = new Map<string, { question: string; separator: string; columns: number[] }>()
  for (const [column, header] of headers.entries()) {
    const parts = partsOf(header, positions)
    const tally = tallies[column]
    if (parts === null || tally === undefined || !isTick(tally)) continue
    const key = `${parts.question}${parts.separator}`
    const group = groups.get(key) ?? { ...parts, columns: [] }
    group.columns.push(column)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ question, separator, columns }) => {
    const isTicked = columns.some((at) => (tallies[at]?.filled ?? 0) > 0)
    if (columns.length < 2 || !isTicked) return []
    const choices = columns.map((at) => (headers[at] ?? '').slice(question.length + separator.length))
    return [{ question, separator, choices, columns, whole: positions.get(question) ?? null }]
  })
}

/** The question and the mark of a header, if the question is a column too, or if the mark is enough. */
function partsOf(header: string, positions: ReadonlyMap<string, number>) {
  if (header.length > 300) return null
  for (const separator of SEPARATORS) {
    const at = header.lastIndexOf(separator)
    const question = header.slice(0, at)
    if (at < 1 || at + separator.length >= header.length) continue
    if (positions.has(question) || (ALONE.has(separator) && !question.endsWith('_')))
      return { question, separator }
  }
  return null
}

const TICKS = new Set(['0', '1', 'true', 'false'])

const isTick = ({ values, hasMore }: ColumnTally): boolean =>
  !hasMore && values.size <= 4 && [...values.keys()].every((cell) => TICKS.has(cell.toLowerCase()))
