import type { FactDeclaration } from '../../lang/pack.js'
import { choicesReader } from './choices.js'
import { codeReader } from './code.js'
import { dateReader } from './date.js'
import { unansweredReader } from './missing.js'
import { numberReader } from './number.js'
import { type CellOptions, PLAIN_CELLS } from './options.js'
import { type CellReader, invalid, known, quoteCell, type Reading } from './reading.js'
import { isDestroyed, unwrapText } from './text.js'
import { yesNoReader } from './yes-no.js'

export { INVALID_CODES, type Reading } from './reading.js'

/** Cells repeat themselves: as many texts of a column, and no longer ones, are remembered with what they say. */
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

/** What a list or mapping in the place of one value comes to. */
export const NESTED: Reading = invalid(
  'invalid-cell',
  'a list or mapping stands where one value belongs',
  'write a single value',
)

function readerOf(declaration: FactDeclaration, options: CellOptions): CellReader {
  switch (declaration.type) {
    case 'money':
    case 'number':
    case 'count':
      return numberReader(declaration, options)
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

/** What is wrong with a text that a spreadsheet has made a rounded number, and what to do. */
export const destroyedText = (quoted: string): [message: string, help: string] => [
  `${quoted} is a rounded number: a spreadsheet has cut the digits of an id`,
  'export it again, and open it with that column as text; the digits cannot be found again from this file',
]
