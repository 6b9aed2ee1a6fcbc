import { advise } from '../../../base/advice.js'
import type { Diagnostic, Fix } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import type { FactDeclaration } from '../../../lang/pack.js'
import { isSaid } from '../../../lang/record.js'
import { cellReader } from '../../cells/cell.js'
import type { CellOptions } from '../../cells/options.js'
import { isUnit } from '../../cells/unit-words.js'
import { clean } from '../../files/row.js'
import type { CutRow } from '../../files/table.js'

/** True if a cell of a column can be read; `null` if the cell does not show it, such as a blank one. */
export type DoesRead = (cell: string) => boolean | null

/** How to read the cells of a fact; `null` for texts, as every cell is a text. */
export function doesRead(declaration: FactDeclaration, options?: CellOptions): DoesRead | null {
  if (declaration.type === 'text') return null
  const read = cellReader(declaration, options)
  return (cell) => {
    const { fact } = read(cell)
    return isSaid(fact) ? true : fact.kind === 'gap' && fact.reason === 'invalid' ? false : null
  }
}

/** No tool writes more rows of labels. */
const MOST = 3
/** One column that does not read is a cell that does not read. */
const LEAST = 2

/**
 * How many of the first rows below a header are labels: rows of words that read in no column, above rows that read in these columns and
 * repeat none of their cells. A row that numbers the columns or names their units is one by itself, as is the row in which Qualtrics names its
 * questions, with those above it.
 * @param readers by position; columns of texts have none
 */
export function labelRowsIn(rows: readonly CutRow[], readers: ReadonlyMap<number, DoesRead>): number {
  const ofForm = formRowsIn(rows)
  if (ofForm > 0) return ofForm
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

/** How many of the first rows number the columns of a form or name their units. */
function formRowsIn(rows: readonly CutRow[]): number {
  const end = rows.findIndex(({ cells }) => !areNumbers(cells) && !areUnits(cells))
  return end <= MOST ? Math.max(0, end) : 0
}

/** Fewer columns are not numbered. */
const NUMBERED = 5

/** Letters that stand over the first columns where a form numbers only those behind them. */
const LETTERS = ['甲乙丙丁戊己庚辛', 'ABCDEFGH']

/** True if the filled cells of a row number the columns of a form: `1, 2, 3, …` or `甲, 乙, 1, 2, …`. */
function areNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(clean).filter((cell) => cell !== '')
  const lettered = LETTERS.map((letters) => filled.findIndex((cell, at) => cell !== letters[at]))
  const start = Math.max(0, ...lettered)
  const first = Number(/^[(]?(\d{1,3})[)]?$/.exec(filled[start] ?? '')?.[1] ?? Number.NaN)
  return (
    filled.length >= NUMBERED &&
    filled.length * 2 > cells.length &&
    (first === 1 || (start === 0 && first === 0)) &&
    filled.slice(start).every((cell, at) => cell.replace(/[()]/g, '') === String(first + at))
  )
}

/** True if every filled cell of a row is a unit, a dash or a word for "unit". */
function areUnits(cells: readonly string[]): boolean {
  const filled = cells
    .map(clean)
    .filter((cell) => cell !== '' && !/^(?:计量单位|单位|units?|[-—/]+):?$/i.test(cell))
  return filled.length >= LEAST && filled.every((cell) => isUnit(unitIn(cell)))
}

/** The unit in a cell such as `(元)` or `单位:元`. */
export const unitIn = (cell: string): string =>
  clean(cell)
    .replace(/^(?:计量单位|单位|units?)\s*:\s*/i, '')
    .replace(/^[([](.*)[)\]]$/, '$1')

const isImportRow = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^\s*\{"ImportId":/.test(cell))
}

const readsAt = (cells: readonly string[], at: number, readers: ReadonlyMap<number, DoesRead>) =>
  readers.get(at)?.(cells[at] ?? '') ?? null

const unreadIn = (cells: readonly string[], readers: ReadonlyMap<number, DoesRead>): number[] =>
  [...readers.keys()].filter((at) => readsAt(cells, at, readers) === false)

/** True if no cell can be read, and the unreadable cells are different words. */
function mayBeLabels(cells: readonly string[], readers: ReadonlyMap<number, DoesRead>): boolean {
  const reads = [...readers.keys()].some((at) => readsAt(cells, at, readers) === true)
  const unread = unreadIn(cells, readers)
  const words = unread.map((at) => clean(cells[at] ?? ''))
  const areWords = words.every((word) => /\p{L}{2}/u.test(word)) && new Set(words).size === words.length
  return !reads && words.length >= LEAST && areWords
}

const shareCell = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((cell, at) => clean(cell) !== '' && clean(cell) === clean(other[at] ?? ''))

/** What label rows say, if they number the columns of a form or name their units; `null` of others. */
export const formRowWords = (rows: readonly CutRow[], count: number): string | null =>
  formRowsIn(rows) === 0 ? null : count === 1 ? say('label-rows.form-row') : say('label-rows.form', { count })

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
  return {
    code: 'label-rows',
    severity: 'error',
    message:
      formRowWords(rows, count) ?? (count === 1 ? say('label-rows.row') : say('label-rows', { count })),
    ...advise(fixOf(count), (flag) => say('label-rows.help', { flag, none: flag.replace(/\d+/, '0') })),
    at: { file, line: first.line, field: null },
  }
}
