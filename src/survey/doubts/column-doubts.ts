import { readPlainDecimal } from '../../base/decimal.js'
import { contains } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { type AnswerSign, answerSign, certainSigns } from '../cells/answer-sign.js'
import { knownCode } from '../cells/missing-codes.js'
import { hasThreePlaces } from '../cells/number.js'
import { type CellOptions, PLAIN_CELLS } from '../cells/options.js'
import { unwrapText } from '../cells/text.js'
import { ANSWERS_LISTED } from '../cells/yes-no.js'
import { bothNumbers, groupsNear, isDoubtful } from './answer-codes.js'
import { addCounts, type CellCounts, newCounts, type OpenCounts, type RepeatedCode } from './cell-counts.js'

/** What the cells of one column, taken together, make doubtful. */
export interface ColumnDoubts {
  readonly codes: readonly RepeatedCode[]
  /** Cells that are not blank. */
  readonly filled: number
  /** The line of the first `2` of a yes/no column that holds `1` too: nothing says which is yes. */
  readonly onesAndTwos: number | null
  /** How often each code stands in the column in the whole run, and how many cells of it are filled there. */
  readonly all: { readonly counts: ReadonlyMap<string, number>; readonly filled: number }
  /** What is certain of a yes/no column by what else it holds, and stands in it. */
  readonly certain: readonly AnswerSign[]
  /** Why numbers with exactly three places may be groups of thousands. */
  readonly threePlaces: string | null
  /** Distinct cells of a yes/no column: as many as a message lists, and one more. Empty for a personal column. */
  readonly answers: readonly string[]
}

/** Collects what is doubtful in columns while a file is looked through. Memory grows with columns, not with rows. */
export interface CollectedDoubts {
  /** Notes a cell; `path` names its column for `found`. `null`, a list or mapping, is not a cell. */
  note(path: string, declaration: FactDeclaration, text: string | null, line: number): void
  /** Adds what was counted elsewhere of later cells of a column. */
  add(path: string, declaration: FactDeclaration, counts: CellCounts): void
  /** What has been counted of each column so far. */
  counts(): ReadonlyMap<string, CellCounts>
  clear(): void
  /**
   * Of the columns about which something was noted.
   * @param all what was counted of each column in the whole run, where other files hold it too
   */
  found(all?: ReadonlyMap<string, CellCounts>): ReadonlyMap<string, ColumnDoubts>
}

export function collectDoubts(): CollectedDoubts {
  const columns = new Map<string, Collected>()
  return {
    note(path, declaration, text, line) {
      if (text === null || text === '' || !isWatched(declaration)) return
      const cell = unwrapText(text)
      if (cell === '') return
      const column = columns.get(path) ?? newColumn(declaration)
      if (column.filled === 0) columns.set(path, column)
      column.filled += 1
      if (cell.length > LONGEST) return
      if (declaration.type === 'yes_no') noteAnswer(column, cell, line)
      else if (!cell.includes('..')) noteNumber(column, cell, line)
    },
    add(path, declaration, counts) {
      const column = columns.get(path) ?? newColumn(declaration)
      columns.set(path, column)
      addCounts(column, counts)
    },
    counts: () => new Map([...columns].map(([path, { declaration: _, ...counts }]) => [path, counts])),
    clear: () => columns.clear(),
    found(all) {
      const hasTicks = [...(all ?? columns).values()].some(({ codes }) => codes.has('tick'))
      return new Map(
        [...columns].map(([path, column]) => [path, doubtsOf(column, all?.get(path) ?? column, hasTicks)]),
      )
    },
  }
}

/** Whether a column can be doubtful. Personal columns are not watched, because no rule reads them. */
export function isWatched({ type, personal }: FactDeclaration): boolean {
  return type === 'yes_no' || (!personal && (type === 'money' || type === 'number' || type === 'count'))
}

/** The most characters of a number, answer or code that is counted. */
const LONGEST = 40

interface Collected extends OpenCounts {
  readonly declaration: FactDeclaration
}

const newColumn = (declaration: FactDeclaration): Collected => ({ declaration, ...newCounts() })

function noteAnswer(column: Collected, cell: string, line: number): void {
  if (cell === '1' || cell === '2') countCode(column, cell, line)
  const sign = answerSign(cell)
  if (sign !== null) countCode(column, sign, line)
  if (!column.declaration.personal && column.answers.size <= ANSWERS_LISTED) column.answers.add(cell)
}

const OTHER_MARKS = /^[+-]?\d(?:[\d.]*,[\d.,]*|\d*\.\d+\.[\d.]*)$/

function noteNumber(column: Collected, cell: string, line: number): void {
  const code = knownCode(cell)
  if (code !== null) countCode(column, code, line)
  else noteOther(column, cell)
  if (code !== null) return
  if (OTHER_MARKS.test(cell)) column.otherMarks ??= cell
  else if (hasThreePlaces(cell)) column.withThreePlaces += 1
  else if (cell.includes('.')) column.withOtherPlaces += 1
}

/** A number that is readable and no code. */
function noteOther(column: Collected, cell: string): void {
  const isNegative = cell.startsWith('-')
  const size = readPlainDecimal(isNegative ? cell.slice(1) : cell)
  if (size === null || !contains(column.declaration.range, isNegative ? size.neg() : size)) return
  const number = Number(cell)
  column.others = bothNumbers(column.others, { count: 1, greatest: number, near: groupsNear(number) })
}

function countCode({ codes }: Collected, code: string, line: number): void {
  const before = codes.get(code)
  codes.set(code, before === undefined ? { code, count: 1, line } : { ...before, count: before.count + 1 })
}

/**
 * @param all what was counted of the column in the whole run
 * @param hasTicks whether any column of the run says yes by a tick
 */
function doubtsOf(column: Collected, all: CellCounts, hasTicks: boolean): ColumnDoubts {
  const { declaration, filled, codes, answers } = column
  const isYesNo = declaration.type === 'yes_no'
  const counts = new Map([...all.codes].map(([code, { count }]) => [code, count]))
  const isOdd = ({ code }: RepeatedCode) => isDoubtful(Number(code), declaration, counts, all.others)
  return {
    codes: isYesNo ? [] : [...codes.values()].filter(isOdd),
    filled,
    all: { counts, filled: all.filled },
    onesAndTwos: isYesNo && all.codes.has('1') && all.codes.has('2') ? lineOfOne(codes) : null,
    certain: isYesNo ? certainSigns(all.codes, hasTicks) : [],
    threePlaces: isYesNo ? null : whyThreePlaces(declaration, all),
    answers: [...answers],
  }
}

/** The line of the first `2` of a column, or of its first `1`. */
const lineOfOne = (codes: CellCounts['codes']): number | null =>
  (codes.get('2') ?? codes.get('1'))?.line ?? null

/** So many cells show that points part thousands. */
const ENOUGH = 5

/** Money has no three places: where nothing else stands behind a point in this many cells, it parts thousands. */
function whyThreePlaces(declaration: FactDeclaration, counts: CellCounts): string | null {
  const { withThreePlaces, withOtherPlaces, otherMarks } = counts
  if (withThreePlaces === 0) return null
  if (otherMarks !== null) return say('ambiguous-number.why.marks', { number: otherMarks })
  const alone = declaration.type === 'money' && withOtherPlaces === 0 && withThreePlaces >= ENOUGH
  return alone ? say('ambiguous-number.why.points') : null
}

/** The repeated codes for which nothing is declared. */
export function undeclaredCodes({ codes }: ColumnDoubts, { missing }: CellOptions): RepeatedCode[] {
  const declared = new Set([...missing.keys()].map((cell) => knownCode(unwrapText(cell))))
  return codes.filter(({ code }) => !declared.has(code))
}

/** Whether `1` and `2` are still in doubt. */
export const hasOpenAnswers = ({ onesAndTwos }: ColumnDoubts, { yesNo, choices }: CellOptions): boolean =>
  onesAndTwos !== null && yesNo === null && choices === null

/** True if what is known of a column changes how its cells are read. Asked of columns for which nothing is declared. */
export const hasDoubts = (doubts: ColumnDoubts): boolean =>
  doubts.threePlaces !== null ||
  doubts.certain.length > 0 ||
  undeclaredCodes(doubts, PLAIN_CELLS).length > 0 ||
  hasOpenAnswers(doubts, PLAIN_CELLS)

/** How the cells of a doubtful column are read. Declarations settle doubts. */
export function withDoubts(options: CellOptions, doubts: ColumnDoubts | undefined): CellOptions {
  if (doubts === undefined) return options
  const { threePlaces, answers, all, certain } = doubts
  const codes = undeclaredCodes(doubts, options).map(({ code }) => code)
  const suspects = [...options.suspects, ...codes, ...(hasOpenAnswers(doubts, options) ? ['1', '2'] : [])]
  return {
    ...options,
    suspects: new Set(suspects),
    doubts: new Map(suspects.map((code) => [code, { cells: all.counts.get(code) ?? 0, of: all.filled }])),
    ...(threePlaces === null ? {} : { threePlaces }),
    ...(certain.length === 0 ? {} : { certain }),
    ...(answers.length === 0 ? {} : { answers }),
  }
}
