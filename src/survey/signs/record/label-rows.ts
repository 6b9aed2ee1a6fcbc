import { advise } from '../../../base/advice.js'
import type { Diagnostic, Fix } from '../../../base/diagnostic.js'
import type { FactDeclaration } from '../../../lang/pack.js'
import { cellReader } from '../../cells/cell.js'
import type { CellOptions } from '../../cells/options.js'
import { clean } from '../../files/row.js'
import type { CutRow } from '../../files/table.js'

/** Whether a cell of a column reads; `null` where it says nothing about that, as a blank one. */
export type DoesRead = (cell: string) => boolean | null

/** How the cells of a fact read; `null` for texts, of which every cell reads. */
export function doesRead(declaration: FactDeclaration, options?: CellOptions): DoesRead | null {
  if (declaration.type === 'text') return null
  const read = cellReader(declaration, options)
  return (cell) => {
    const { fact } = read(cell)
    return fact.kind === 'known' ? true : fact.reason === 'invalid' ? false : null
  }
}

/** No tool writes more rows of labels. */
const MOST = 3
/** One column that does not read is a cell that does not read. */
const LEAST = 2

/**
 * How many of the first rows below a header are labels: rows of words that read in no column, above rows that read in these columns and
 * repeat none of their cells. The row in which Qualtrics names its questions is one by itself, and so are those above it.
 * @param readers by position; columns of texts have none
 */
export function labelRowsIn(rows: readonly CutRow[], readers: ReadonlyMap<number, DoesRead>): number {
  const imports = rows.slice(0, MOST).findLastIndex(({ cells }) => isImportRow(cells))
  if (imports >= 0) return imports + 1
  const end = rows.findIndex(({ cells }) => !mayBeLabels(cells, readers))
  if (end < 1 || end > MOST) return 0
  const [labels, others] = [rows.slice(0, end), rows.slice(end)]
  const isLabel = ({ cells }: CutRow) =>
    unreadIn(cells, readers).filter((at) => others.some((each) => readsAt(each.cells, at, readers))).length >=
      LEAST && !others.some((each) => shareCell(cells, each.cells))
  return labels.every(isLabel) ? end : 0
}

const isImportRow = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^\s*\{"ImportId":/.test(cell))
}

const readsAt = (cells: readonly string[], at: number, readers: ReadonlyMap<number, DoesRead>) =>
  readers.get(at)?.(cells[at] ?? '') ?? null

const unreadIn = (cells: readonly string[], readers: ReadonlyMap<number, DoesRead>): number[] =>
  [...readers.keys()].filter((at) => readsAt(cells, at, readers) === false)

/** Whether no cell reads, and those that do not are words, each another. */
function mayBeLabels(cells: readonly string[], readers: ReadonlyMap<number, DoesRead>): boolean {
  const reads = [...readers.keys()].some((at) => readsAt(cells, at, readers) === true)
  const unread = unreadIn(cells, readers)
  const words = unread.map((at) => clean(cells[at] ?? ''))
  const areWords = words.every((word) => /\p{L}{2}/u.test(word)) && new Set(words).size === words.length
  return !reads && words.length >= LEAST && areWords
}

const shareCell = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((cell, at) => clean(cell) !== '' && clean(cell) === clean(other[at] ?? ''))

/** The fault of a table whose first rows are labels; `null` where they are not. */
export function labelRows(
  file: string,
  rows: readonly CutRow[],
  readers: ReadonlyMap<number, DoesRead>,
  fixOf: (count: number) => Fix = (count) => ({ flag: `--label-rows ${count}` }),
): Diagnostic | null {
  const count = labelRowsIn(rows, readers)
  const [first] = rows
  if (count === 0 || first === undefined) return null
  const what = count === 1 ? 'the row below the header reads' : `the ${count} rows below the header read`
  return {
    code: 'label-rows',
    severity: 'error',
    message: `${what} in no column, and rows after ${count === 1 ? 'it' : 'them'} do: labels, it seems`,
    ...advise(fixOf(count), (quoted) => `say ${quoted} if so, else ${quoted.replace(/\d+/, '0')}`),
    at: { file, line: first.line, field: null },
  }
}
