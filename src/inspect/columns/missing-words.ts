import type { GapReason } from '../../lang/record.js'
import { isKnownCode } from '../../survey/cells/missing-codes.js'
import { BLANK_CELLS } from '../../survey/signs/tool-columns.js'

type Kind = Extract<GapReason, 'blank' | 'dont_know' | 'refused' | 'not_asked'>

/** A word for no answer: what it means, and whether it is certain that it never means anything else. */
export interface NoAnswerWord {
  readonly kind: Kind
  readonly isCertain: boolean
}

const words = (kind: Kind, isCertain: boolean, ...cells: readonly string[]) =>
  cells.map((cell) => [cell, { kind, isCertain }] as const)

const WORDS: ReadonlyMap<string, NoAnswerWord> = new Map([
  ...words('blank', true, ...BLANK_CELLS.map((cell) => cell.toLowerCase())),
  ...words('blank', true, 'null', '#n/a', 'n/a', '#null!'),
  ...words('blank', false, 'na', 'nan', '.', '-', '--', '/', '—', '——', 'none given', 'missing', '无数据'),
  ...words('dont_know', false, 'dnk', 'dk', "don't know", 'dont know', 'dont_know', 'do_not_know'),
  ...words('dont_know', false, 'do not know', 'unknown', 'no sabe', '不详', '不清楚', '不知道', '未知'),
  ...words('refused', false, 'pnta', 'refused', 'refuse', 'prefer_not_to_answer', 'prefer not to answer'),
  ...words('refused', false, 'no responde', '拒答', '拒绝回答'),
  ...words('not_asked', false, 'not_asked', 'not asked', 'skipped', '不适用'),
])

/** What a cell means if it is a word for no answer; `null` for all other cells. */
export const noAnswerWord = (cell: string): NoAnswerWord | null =>
  cell.length > 24 ? null : (WORDS.get(cell.toLowerCase()) ?? null)

/** Whether a cell is a word or a number that surveys write for no answer. */
export const mayBeNoAnswer = (cell: string): boolean => noAnswerWord(cell) !== null || isKnownCode(cell)
