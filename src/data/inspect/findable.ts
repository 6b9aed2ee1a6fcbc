import { findColumn } from '../find-column.js'
import type { InspectedTable } from './inspection.js'

/** Whether a mapping that names a header finds this very column. */
export function isFindable({ tally }: InspectedTable, header: string, index: number): boolean {
  const found = findColumn(tally.headers, header)
  return header.trim() !== '' && !header.includes('{n}') && 'column' in found && found.column.index === index
}
