import { ANSWERS_LISTED } from '../cells/yes-no.js'
import { bothNumbers, NO_NUMBERS, type OtherNumbers } from './answer-codes.js'

/** A number that comes so often in a column that it may be a code for no answer. */
export interface RepeatedCode {
  readonly code: string
  readonly count: number
  /** The line where it stands first. */
  readonly line: number
}

/** What is counted of the cells of a column. */
export interface CellCounts {
  readonly filled: number
  /** Numbers that are not codes. */
  readonly others: OtherNumbers
  /** Under each known code; of a yes/no under `1`, `2` and each sign. */
  readonly codes: ReadonlyMap<string, RepeatedCode>
  readonly answers: ReadonlySet<string>
  readonly withThreePlaces: number
  readonly withOtherPlaces: number
  /** The first number which shows that the point may not be the decimal mark: `1,250`, `1.234.567`. */
  readonly otherMarks: string | null
}

/** Counts that grow. */
export interface OpenCounts extends CellCounts {
  filled: number
  others: OtherNumbers
  readonly codes: Map<string, RepeatedCode>
  readonly answers: Set<string>
  withThreePlaces: number
  withOtherPlaces: number
  otherMarks: string | null
}

/** What was counted of columns in several files, by the paths of their facts. */
export function countsOfAll(
  files: readonly { counts(): ReadonlyMap<string, CellCounts> }[],
): ReadonlyMap<string, CellCounts> {
  const all = new Map<string, OpenCounts>()
  for (const file of files)
    for (const [path, counts] of file.counts()) {
      const column = all.get(path) ?? newCounts()
      all.set(path, column)
      addCounts(column, counts)
    }
  return all
}

/** Adds what was counted elsewhere of later cells of the same column. */
export function addCounts(column: OpenCounts, counts: CellCounts): void {
  column.filled += counts.filled
  column.others = bothNumbers(column.others, counts.others)
  column.withThreePlaces += counts.withThreePlaces
  column.withOtherPlaces += counts.withOtherPlaces
  column.otherMarks ??= counts.otherMarks
  for (const [code, { count, line }] of counts.codes) {
    const before = column.codes.get(code)
    column.codes.set(code, { code, count: count + (before?.count ?? 0), line: before?.line ?? line })
  }
  for (const answer of counts.answers) if (column.answers.size <= ANSWERS_LISTED) column.answers.add(answer)
}

export const newCounts = (): OpenCounts => ({
  filled: 0,
  others: NO_NUMBERS,
  codes: new Map(),
  answers: new Set(),
  withThreePlaces: 0,
  withOtherPlaces: 0,
  otherMarks: null,
})
