import type { FactType } from '../../../lang/pack.js'
import { type Column, type Content, clean, scalarText, textAt } from '../../files/row.js'
import { LEAST_COLUMNS } from './between-rows.js'
import { areSignOffs, isSignOff } from './sign-off.js'
import { isTitle } from './title-words.js'
import { isTotalWord } from './total-words.js'

/** What a row is, as far as it says by itself. `named-total` is a record whose id is a word for a total. */
export type RowRole = 'record' | 'named-total' | NoRecord

/** A row that is judged by nobody. */
export type NoRecord = 'total' | 'repeated-header' | 'other-header' | 'sign-off' | 'title'

export const isNoRecord = (role: RowRole): role is NoRecord => role !== 'record' && role !== 'named-total'

/** What is known of the columns of a table. */
export interface TableColumns {
  /** What makes up the id; none where rows are known by their lines. */
  readonly ids: readonly Column[]
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
 * A total row has no id, perhaps with a word for a total in its first filled cell, or such a word as its id, and fills no other column of
 * texts, codes, days or answers. A header that stands
 * again has in every filled cell the header of its column, that of another table those of other columns. A sign-off is below a table and says who filled it in.
 * A title stands alone, as on each page of a printed list.
 */
export function roleOfRow(content: Content, columns: TableColumns): RowRole {
  const { name, id } = nameIn(content, columns)
  const named = isTotalWord(name)
  if ((name === '' || isTitle(name)) && isTitleRow(content, columns)) return 'title'
  if ((name === '' || isSignOff(name)) && isSigned(content, columns)) return 'sign-off'
  if (!named && (id === null || (name !== '' && name !== clean(id.header)))) return 'record'
  const cells = filledCells(content, columns)
  if (name !== '' && cells.every(({ column, text }) => text === clean(column.header)))
    return cells.length > 1 ? 'repeated-header' : 'record'
  if (id !== null && name === clean(id.header) && cells.length > 1 && areHeaders(cells, columns))
    return 'other-header'
  const [start] = cells
  const isInstead = id === null || (name === '' && start !== undefined && isTotalWord(start.text))
  const first = isInstead ? (start?.column ?? null) : null
  const others = cells.filter(({ column }) => !isSame(column, first) && !isId(column, columns))
  const saysMore = others.some(({ column, text }) => !isNumeric(columns.typeOf(column), text))
  if (named) return saysMore ? 'named-total' : 'total'
  if (name !== '' || others.length === 0 || saysMore) return 'record'
  return isInstead || hasWords(content, columns) ? 'total' : 'record'
}

/** A title fills one cell of a table that has several columns. */
function isTitleRow(content: Content, columns: TableColumns): boolean {
  if (content.kind !== 'cells' || columns.headers.length < LEAST_COLUMNS) return false
  const [only, ...others] = filledCells(content, columns)
  return only !== undefined && others.length === 0 && isTitle(only.text)
}

/** True if each cell of a row is the name of a column, even of another one. */
function areHeaders(cells: readonly Cell[], { headers }: TableColumns): boolean {
  const names = new Set(headers.map(clean))
  return cells.every(({ text }) => names.has(text))
}

function isSigned(content: Content, columns: TableColumns): boolean {
  const cells = content.kind === 'cells' ? filledCells(content, columns) : []
  return cells.length > 0 && areSignOffs(cells.map(({ text }) => text))
}

/** The cell of a row's id; of an id in several parts the one that is a word for a total, else the first that is filled. */
function nameIn(content: Content, { ids }: TableColumns): { name: string; id: Column | null } {
  const [only, second] = ids
  if (only === undefined) return { name: clean(firstCell(content)), id: null }
  if (second === undefined) return { name: clean(textAt(content, only) ?? ''), id: only }
  const named = ids.map((id) => ({ name: clean(textAt(content, id) ?? ''), id }))
  return (
    named.find(({ name }) => isTotalWord(name)) ??
    named.find(({ name }) => name !== '') ?? { name: '', id: only }
  )
}

const isId = (column: Column, { ids }: TableColumns): boolean => ids.some((id) => isSame(column, id))

/** A row without an id is a total only where its table has columns of words that are blank in it: else nothing tells it from a record. */
function hasWords(content: Content, columns: TableColumns): boolean {
  return columnsIn(content, columns).some((column) => {
    const type = columns.typeOf(column)
    return type !== null && !isId(column, columns) && !NUMERIC.has(type)
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
