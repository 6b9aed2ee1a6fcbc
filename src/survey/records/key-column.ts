import { columnsOf, type Pack } from '../../lang/pack.js'
import { type Columns, foldName } from '../columns/columns.js'
import { meaningOf } from '../columns/name-matching.js'
import type { Column } from '../files/row.js'
import { keyAmong } from '../signs/key/key-words.js'

/** The same columns with the best name of a key as the id, where no header is a name that the pack gives it. */
export function withKey(columns: Columns, headers: readonly string[], { record }: Pack): Columns {
  if (columns.used.has(record.id)) return columns
  const { unused, repeated } = columns
  const isFree = (folded: string) => unused.has(folded) && !repeated.has(folded)
  const at = keyAmong(
    headers.map((header) => (isFree(foldName(header)) ? header : '')),
    record.name,
  )
  const header = typeof at === 'number' ? headers[at] : undefined
  if (header === undefined || typeof at !== 'number') return columns
  const left = new Map(unused)
  left.delete(foldName(header))
  const used = new Map(columns.used).set(record.id, [{ header, index: at }])
  return Object.create(columns, { used: { value: used }, unused: { value: left } })
}

/** Whether the pack itself does not know this column as the id. */
export const isKeyByName = ({ header }: Column, pack: Pack): boolean =>
  meaningOf(header, columnsOf(pack))?.facts.includes(pack.record.id) !== true
