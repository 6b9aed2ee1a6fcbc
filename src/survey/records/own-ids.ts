import { unwrapText } from '../cells/text.js'
import type { Column } from '../files/row.js'
import { createKeyIndex } from './key-index.js'

/** What a column that is named as the id of records holds, where another column tells them apart. */
export interface OwnIds {
  readonly header: string
  /** Cells that are not blank, and those whose id has come before. */
  readonly filled: number
  readonly again: number
  /** The first ids that come again. */
  readonly shown: readonly string[]
}

const SHOWN = 4

/** Counts the ids of a column. */
export function countOwnIds(column: Column) {
  const ids = createKeyIndex()
  const shown = new Set<string>()
  let filled = 0
  return {
    note(cells: readonly string[]): void {
      const id = unwrapText(cells[column.index] ?? '')
      if (id === '') return
      filled += 1
      const before = ids.size()
      if (ids.add(id) < before && shown.size < SHOWN) shown.add(id)
    },
    counts: (): OwnIds => ({ header: column.header, filled, again: filled - ids.size(), shown: [...shown] }),
  }
}
