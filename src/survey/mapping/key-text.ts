import { type Blanks, idText } from '../cells/missing.js'
import { isDestroyed } from '../cells/text.js'
import { type Column, clean } from '../files/row.js'
import type { BoundKey, KeyPart } from './bound-columns.js'

/**
 * The key of a row. Several parts are joined by `|`; `|` and `\\` in a part come after `\\`. Empty where a part is blank; where the digits
 * of a part are lost, that part alone.
 */
export function keyText({ parts }: BoundKey, cells: readonly string[], blanks: Blanks): string {
  const [only, second] = parts
  if (only !== undefined && second === undefined) return partText(only, cells, blanks)
  const texts = parts.map((part) => partText(part, cells, blanks))
  if (texts.includes('')) return ''
  return texts.find(isDestroyed) ?? texts.map((text) => text.replace(/[|\\]/g, '\\$&')).join('|')
}

const partText = (part: KeyPart, cells: readonly string[], blanks: Blanks): string =>
  'sheet' in part ? clean(part.sheet) : idText(cells[part.index] ?? '', blanks)

/** The columns among the parts of a key. */
export const columnsOfKey = ({ parts }: BoundKey): Column[] =>
  parts.flatMap((part) => ('sheet' in part ? [] : part))

/** The positions of the columns of a key. */
export const positionsOfKey = (key: BoundKey | 'row' | null): number[] =>
  key === null || key === 'row' ? [] : columnsOfKey(key).map(({ index }) => index)
