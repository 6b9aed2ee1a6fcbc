import type { FactDeclaration } from '../../lang/pack.js'
import { cellReader } from '../../survey/cells/cell.js'
import { PLAIN_CELLS } from '../../survey/cells/options.js'
import { unwrapText } from '../../survey/cells/text.js'
import { noAnswerWord } from './missing-words.js'

/** How the cells of a column read as a fact, in the same way as an assessment would read them. */
export interface FactFit {
  readonly declaration: FactDeclaration
  /** Cells that are neither blank nor a word for no answer. */
  readonly answers: number
  /** How many of these could be read. */
  readonly read: number
  /** The first cells that could not be read, each with its count. */
  readonly unread: ReadonlyMap<string, number>
}

export interface FitBuilder {
  add(text: string): void
  fit(): FactFit
}

/** The most distinct cells that are kept of those that could not be read. */
const UNREAD = 20

export function fitFact(declaration: FactDeclaration): FitBuilder {
  const reader = cellReader(declaration, PLAIN_CELLS)
  const unread = new Map<string, number>()
  let answers = 0
  let read = 0
  return {
    add(text) {
      const cell = unwrapText(text)
      if (cell === '' || noAnswerWord(cell) !== null) return
      answers += 1
      const { fact } = reader(text)
      if (fact.kind === 'known') read += 1
      else if (unread.has(cell) || unread.size < UNREAD) unread.set(cell, (unread.get(cell) ?? 0) + 1)
    },
    fit: () => ({ declaration, answers, read, unread }),
  }
}

/** Whether enough answers could be read for the column to hold the fact. */
export const mayFit = ({ answers, read }: FactFit): boolean => answers > 0 && read * 2 >= answers

/** True if nearly all cells read, so that the others are slips. */
export const fitsWell = ({ answers, read }: FactFit): boolean => read * 100 >= answers * 95
