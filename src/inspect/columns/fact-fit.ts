import type { FactDeclaration } from '../../lang/pack.js'
import { isSaid } from '../../lang/record.js'
import { type AnswerSign, answerSign, certainSigns } from '../../survey/cells/answer-sign.js'
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
  /** Whether the cells of a yes/no say yes by a tick. */
  hasTicks(): boolean
  /** @param hasTicks whether any column of the table does */
  fit(hasTicks: boolean): FactFit
}

/** The most distinct cells that are kept of those that could not be read. */
const UNREAD = 20

export function fitFact(declaration: FactDeclaration): FitBuilder {
  const reader = cellReader(declaration, PLAIN_CELLS)
  const unread = new Map<string, number>()
  const signs = new Set<AnswerSign>()
  let answers = 0
  let read = 0
  return {
    add(text) {
      const cell = unwrapText(text)
      if (cell === '' || noAnswerWord(cell) !== null) return
      answers += 1
      const sign = declaration.type === 'yes_no' ? answerSign(cell) : null
      if (sign !== null) signs.add(sign)
      const { fact } = reader(text)
      if (isSaid(fact)) read += 1
      else if (unread.has(cell) || unread.size < UNREAD) unread.set(cell, (unread.get(cell) ?? 0) + 1)
    },
    hasTicks: () => signs.has('tick'),
    fit(hasTicks) {
      const again = cellReader(declaration, { ...PLAIN_CELLS, certain: certainSigns(signs, hasTicks) })
      const certain = [...unread].filter(([cell]) => again(cell).fact.kind === 'known')
      const found = certain.reduce((sum, [, count]) => sum + count, 0)
      const rest = new Map([...unread].filter(([cell]) => again(cell).fact.kind !== 'known'))
      return { declaration, answers, read: read + found, unread: rest }
    },
  }
}

/** Whether enough answers could be read for the column to hold the fact. */
export const mayFit = ({ answers, read }: FactFit): boolean => answers > 0 && read * 2 >= answers

/** True if nearly all cells read, so that the others are slips. */
export const fitsWell = ({ answers, read }: FactFit): boolean => read * 100 >= answers * 95
