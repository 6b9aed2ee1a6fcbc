import { say } from '../../base/say/say.js'
import type { Tree } from '../../base/tree/tree.js'
import type { FactDeclaration } from '../../lang/pack.js'
import { choicesReader } from './choices.js'
import { codeReader } from './code.js'
import { dateReader } from './date.js'
import { unansweredReader } from './missing.js'
import { numberReader } from './number.js'
import { type CellOptions, PLAIN_CELLS } from './options.js'
import { rangeInTree, rangeReader } from './range.js'
import { type CellReader, invalid, known, quoteCell, type Reading } from './reading.js'
import { DATE_ID, isDestroyed, unwrapText } from './text.js'
import { yesNoReader } from './yes-no.js'

export { INVALID_CODES, type Reading } from './reading.js'

/** Cells repeat, so what they say is remembered: for this number of texts of a column, and up to this length. */
const REMEMBERED = { texts: 1000, length: 24 }

/** A function that reads the cells of one column. */
export function cellReader(
  declaration: FactDeclaration,
  options: CellOptions = PLAIN_CELLS,
): (text: string) => Reading {
  const unanswered = unansweredReader(declaration.type, options)
  const read = readerOf(declaration, options)
  const memory = new Map<string, Reading>()
  return (text) => {
    const before = memory.get(text)
    if (before !== undefined) return before
    const cell = unwrapText(text)
    const reading = unanswered(cell) ?? read(cell, text)
    if (text.length <= REMEMBERED.length && memory.size < REMEMBERED.texts) memory.set(text, reading)
    return reading
  }
}

/** Reads a list or mapping in the place of one value: `{min, max}` is a range of a number, and nothing else reads. */
export function nestedReader(
  { type }: FactDeclaration,
  read: (text: string) => Reading,
): (tree: Tree | undefined) => Reading {
  const isNumber = type === 'money' || type === 'number' || type === 'count'
  return (tree) => {
    const range = isNumber ? rangeInTree(tree) : null
    return range === null
      ? invalid('invalid-cell', say('invalid-cell'), say('invalid-cell.help'))
      : read(range)
  }
}

function readerOf(declaration: FactDeclaration, options: CellOptions): CellReader {
  switch (declaration.type) {
    case 'money':
    case 'number':
    case 'count':
      return rangeReader(declaration, options, numberReader(declaration, options))
    case 'yes_no':
      return options.choices === null
        ? yesNoReader(declaration, options)
        : choicesReader(declaration, options.choices, options)
    case 'code':
      return codeReader(declaration, options)
    case 'date':
      return dateReader(declaration, options)
    case 'text':
      return (cell) => (isDestroyed(cell) ? destroyed(cell, declaration) : known(cell))
  }
}

const destroyed = (cell: string, declaration: FactDeclaration): Reading =>
  invalid('destroyed-id', ...destroyedText(quoteCell(cell, declaration)))

/** What is wrong with an id that a spreadsheet has turned into a rounded number, and what to do. */
export const destroyedText = (quoted: string): [message: string, help: string] => [
  quoted.endsWith(`${DATE_ID}\``)
    ? say('destroyed-id.date', { id: quoted.replace(DATE_ID, '') })
    : say('destroyed-id', { cell: quoted }),
  say('destroyed-id.help'),
]
