import { say } from '../../base/say/say.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { isKnownCode } from './missing-codes.js'
import type { CellOptions } from './options.js'
import { type CellReader, gapOf, invalid, known, quoteCell } from './reading.js'
import { unwrapText } from './text.js'

/**
 * Reads the cells of a select-multiple question as a yes/no: yes if one of the wanted choices is in the cell. A cell is `1 3 5`, `a;b`,
 * `a, b` or `['a' ;  'b']`. A column of one choice holds `true` and `false`, or `1` and `0` if no wanted choice is a number. A code for
 * no answer without a wanted choice is not a "no".
 */
export function choicesReader(
  declaration: FactDeclaration,
  choices: readonly string[],
  options: CellOptions,
): CellReader {
  const wanted = new Set(choices.map(fold))
  const numbered = [...wanted].some((choice) => /^\d+$/.test(choice))
  const hasSpaces = [...wanted].some((choice) => /\s/.test(choice))
  const reasons = new Map([...options.missing].map(([code, reason]) => [fold(code), reason]))
  return (cell) => {
    const whole = fold(cell)
    if (wanted.has(whole)) return known(true)
    const split = numbered && /^[01]$/.test(whole) ? undefined : ONE_CHOICE.get(whole)
    if (split !== undefined) return known(split)
    const { chosen, parted } = choicesOf(whole)
    if (chosen.length === 0) return gapOf('blank')
    if (chosen.some((choice) => wanted.has(choice))) return known(true)
    if (hasSpaces && parted === 'spaces' && chosen.length > 1) {
      const message = say('invalid-yes-no.spaces', { cell: quoteCell(cell, declaration) })
      return invalid('invalid-yes-no', message, say('invalid-yes-no.help.codes'))
    }
    const reason = chosen.flatMap((choice) => reasons.get(choice) ?? []).find((each) => each !== 'value')
    if (reason !== undefined) return gapOf(reason)
    const code = chosen.find((choice) => reasons.get(choice) !== 'value' && isNoAnswer(choice, parted))
    if (code === undefined) return known(false)
    const message = say('invalid-yes-no.no-answer', { cell: quoteCell(cell, declaration) })
    return invalid('invalid-yes-no', message, say('invalid-yes-no.help.missing', { code }))
  }
}

const fold = (text: string): string => unwrapText(text).toLowerCase()

const ONE_CHOICE: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

type Parted = 'brackets' | 'marks' | 'spaces'

function choicesOf(cell: string): { chosen: string[]; parted: Parted } {
  const inBrackets = cell.startsWith('[') && cell.endsWith(']')
  const text = inBrackets ? cell.slice(1, -1) : cell
  const mark = [';', ',', '|', '\n'].find((each) => text.includes(each))
  const parts = mark !== undefined ? text.split(mark) : inBrackets ? [text] : text.split(/\s+/)
  const chosen = parts.map((part) => unquoted(part.trim())).filter((part) => part !== '')
  return { chosen, parted: inBrackets ? 'brackets' : mark === undefined ? 'spaces' : 'marks' }
}

const unquoted = (part: string): string =>
  part.length > 1 && /^['"]/.test(part) && part.endsWith(part.charAt(0)) ? part.slice(1, -1).trim() : part

const NO_ANSWER = new Set([
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  '.',
  '-',
  '--',
  '---',
  '##n/a##',
  'dnk',
  'pnta',
])

const isNoAnswer = (choice: string, parted: Parted): boolean =>
  isKnownCode(choice) || (parted !== 'brackets' && NO_ANSWER.has(choice))
