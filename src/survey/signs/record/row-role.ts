import type { FactType } from '../../../lang/pack.js'
import { type Column, type Content, clean, scalarText, textAt } from '../../files/row.js'
import { isTotalWord } from './total-words.js'

/** What a row is, as far as it says by itself. `named-total` is a record whose id is a word for a total. */
export type RowRole = 'record' | 'named-total' | 'total' | 'repeated-header'

/** What is known of the columns of a table. */
export interface TableColumns {
  /** `null` where rows are known by their lines. */
  readonly id: Column | null
  /** By position; none where records bring keys. */
  readonly headers: readonly string[]
  /** The type of what is read from a column, `null` where nothing is. */
  typeOf(column: Column): FactType | null
}

interface Cell {
  readonly column: Column
  readonly text: string
}

/**
 * A total row has no id, or a word for a total as its id, and fills no other column of texts, codes, days or answers. A header that stands
 * again has in every filled cell the header of its column.
 */
export function roleOfRow(content: Content, columns: TableColumns): RowRole {
  const { id } = columns
  const name = clean(id === null ? firstCell(content) : (textAt(content, id) ?? ''))
  const named = isTotalWord(name)
  if (!named && (id === null || (name !== '' && name !== clean(id.header)))) return 'record'
  const cells = filledCells(content, columns)
  if (name !== '' && cells.every(({ column, text }) => text === clean(column.header)))
    return cells.length > 1 ? 'repeated-header' : 'record'
  const others = cells.filter(({ column }) => !isSame(column, id ?? cells[0]?.column ?? null))
  const saysMore = others.some(({ column, text }) => !isNumeric(columns.typeOf(column), text))
  if (named) return saysMore ? 'named-total' : 'total'
  return name === '' && others.length > 0 && !saysMore && hasWords(content, columns) ? 'total' : 'record'
}

/** A row without an id is a total only where its table has columns of words that are blank in it: else nothing tells it from a record. */
function hasWords(content: Content, columns: TableColumns): boolean {
  return columnsIn(content, columns).some((column) => {
    const type = columns.typeOf(column)
    return type !== null && !isSame(column, columns.id) && !NUMERIC.has(type)
  })
}

const NUMERIC: ReadonlySet<FactType> = new Set(['money', 'number', 'count'])

const isNumeric = (type: FactType | null, text: string): boolean =>
  type === null ? /^[-+]?(?=[.,\s]*\d)[\d.,\s]+%?$/.test(text.slice(0, LONGEST)) : NUMERIC.has(type)

/** No number has more signs. */
const LONGEST = 40

const isSame = (one: Column, other: Column | null): boolean =>
  other !== null && one.index === other.index && one.header === other.header

const columnsIn = (content: Content, { headers }: TableColumns): Column[] =>
  content.kind === 'cells'
    ? headers.map((header, index) => ({ header, index }))
    : [...content.values.keys()].map((header) => ({ header, index: -1 }))

function filledCells(content: Content, columns: TableColumns): Cell[] {
  return columnsIn(content, columns).flatMap((column) => {
    const text = content.kind === 'cells' ? content.cells[column.index] : treeText(content, column.header)
    return text === undefined || clean(text) === '' ? [] : [{ column, text: clean(text) }]
  })
}

/** A list or mapping is filled, and no number. */
function treeText(content: Content & { readonly kind: 'tree' }, key: string): string {
  const tree = content.values.get(key)
  return tree === undefined ? '' : (scalarText(tree) ?? '[…]')
}

function firstCell(content: Content): string {
  if (content.kind === 'tree') return ''
  return content.cells.find((cell) => clean(cell) !== '') ?? ''
}
