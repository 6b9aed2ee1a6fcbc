import { say } from '../../base/say/say.js'
import { listedNames, orList } from '../../base/wording.js'
import type { FactDeclaration } from '../../lang/pack.js'
import type { CellOptions } from './options.js'
import { type CellReader, invalid, known, quoteCell } from './reading.js'
import { unwrapText } from './text.js'

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1', '是'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', '否'].map((word) => [word, false] as const),
])

/** Whether a cell is one of the common words for no. */
export const saysNo = (cell: string): boolean => WORDS.get(cell.toLowerCase()) === false

const wordsHelp = (): string => say('invalid-yes-no.help', { yes: '是', no: '否' })

/** How many distinct cells of a column are told. */
export const ANSWERS_LISTED = 8

/** Reads the cells of a yes/no: by the declared pairs, which replace all others, or by the common words. */
export function yesNoReader(declaration: FactDeclaration, { yesNo, answers }: CellOptions): CellReader {
  const words = yesNo === null ? WORDS : foldedPairs(yesNo)
  const help = yesNo === null ? wordsHelp() : pairsHelp(yesNo)
  const holds = whatIsHeld(answers)
  return (cell) => {
    const value = words.get(cell.toLowerCase())
    if (value !== undefined) return known(value)
    const message = say('invalid-yes-no', { cell: quoteCell(cell, declaration) })
    return invalid('invalid-yes-no', message, help, declaration.personal ? undefined : holds)
  }
}

/** The advice about a column with a cell that cannot be read. */
export const whatIsHeld = (answers: readonly string[] = []): string | undefined =>
  answers.length < 2
    ? undefined
    : say('invalid-yes-no.why', { answers: listedNames(answers, ANSWERS_LISTED) })

const foldedPairs = (pairs: ReadonlyMap<string, boolean>): ReadonlyMap<string, boolean> =>
  new Map([...pairs].map(([word, value]) => [unwrapText(word).toLowerCase(), value]))

function pairsHelp(pairs: ReadonlyMap<string, boolean>): string {
  const wordsOf = (wanted: boolean) =>
    orList([...pairs].flatMap(([word, value]) => (value === wanted ? [word] : [])))
  return say('invalid-yes-no.help.pairs', { yes: wordsOf(true), no: wordsOf(false) })
}
