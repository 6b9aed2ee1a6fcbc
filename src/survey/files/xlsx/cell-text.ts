import type { Blanks } from './blanks.js'
import { unescaped } from './escapes.js'
import { shownNumber, wordsBeside } from './number-format.js'
import { numberText } from './number-text.js'
import { isoOfSerial } from './serial.js'
import type { SharedStrings } from './shared-strings.js'
import { AS_STORED, type Styles } from './styles.js'

/** What the cells of all sheets of a workbook refer to. */
export interface CellContext {
  readonly strings: SharedStrings
  readonly styles: Styles
  /** The year from which days are counted. */
  readonly epoch: 1900 | 1904
  readonly blanks: Blanks
}

/** A cell as it is stored. */
export interface StoredCell {
  /** `s` shared text, `inlineStr`, `str` text of a formula, `b`, `e` error, `d` ISO date, `n` or nothing: number. */
  readonly type: string
  readonly style: number
  /** `null` where nothing is stored. */
  readonly value: string | null
  readonly inline: string
  /** `null` if the cell is not a formula. */
  readonly formula: string | null
}

/** The text of a cell; for a formula without a stored value, the formula. `null` if the text that it refers to is missing. */
export function cellText(cell: StoredCell, context: CellContext): string | null {
  const { type, value, formula } = cell
  if (type === 'inlineStr') return unescaped(cell.inline)
  if (value === null) return formula === null ? '' : `=${formula}`
  if (value === '') return ''
  switch (type) {
    case 's':
      return context.strings.at(Number(value))
    case 'b':
      return value.trim() === '1' || value === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
    case 'str':
      return unescaped(value)
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    default:
      return numberOrDate(value, context.styles[cell.style] ?? AS_STORED, context)
  }
}

/** What the format of a number adds to it, such as kg; else empty. */
export function wordsOf({ type, style, value }: StoredCell, { styles }: CellContext): string {
  const { numbers } = styles[style] ?? AS_STORED
  return numbers.length === 0 || value === null || (type !== '' && type !== 'n')
    ? ''
    : wordsBeside(numberText(value), numbers)
}

function numberOrDate(value: string, style: Styles[number], { epoch }: CellContext): string {
  const { date, numbers } = style
  if (date === null) return shownNumber(numberText(value), numbers)
  return isoOfSerial(value, date, epoch) ?? numberText(value)
}
