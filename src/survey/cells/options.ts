import type { ColumnDoubt, GapReason } from '../../lang/record.js'
import type { AnswerSign } from './answer-sign.js'
import type { NumberStyle } from './number-style.js'

/** The order of day, month and year in a column; `excel`: days are counted from 1900 on. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy' | 'excel'

/** What is declared, or suspected, of the cells of one column. */
export interface CellOptions {
  /** Cells that mean no answer, with the kind; `value` says that a suspected code is a real value. */
  readonly missing: ReadonlyMap<string, GapReason | 'value'>
  /** Replaces the built-in words of yes/no. */
  readonly yesNo: ReadonlyMap<string, boolean> | null
  /** Cells with the code that each means. They go before the pack's own codes and aliases. */
  readonly codes: ReadonlyMap<string, string> | null
  readonly numbers: NumberStyle | null
  readonly dates: DateOrder | null
  /** For a yes/no fact: yes if one of these is among the choices of a select-multiple cell. */
  readonly choices: readonly string[] | null
  /** Cells that are suspected to be codes for no answer: gaps `suspect`. */
  readonly suspects: ReadonlySet<string>
  /** What speaks against each of them. */
  readonly doubts?: ReadonlyMap<string, ColumnDoubt>
  /** Why numbers with exactly three places may be groups of thousands in this column. */
  readonly threePlaces?: string
  /** Crosses are no, or numbers with places 1 and 0, by what else a yes/no column holds. */
  readonly certain?: readonly AnswerSign[]
  /** What a yes/no column holds, for the message about a cell that cannot be read. */
  readonly answers?: readonly string[]
}

/** Cells for which nothing is declared. */
export const PLAIN_CELLS: CellOptions = {
  missing: new Map(),
  yesNo: null,
  codes: null,
  numbers: null,
  dates: null,
  choices: null,
  suspects: new Set(),
}
