import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { isDestroyed } from '../cells/text.js'
import { inputFault } from '../files/input.js'
import type { BoundKey } from '../mapping/bound-columns.js'
import { createKeyIndex, type KeyIndex } from '../records/key-index.js'
import { type RawRecord, type RecordsTable, valueIn } from './record-rows.js'

/** Numbers of the records by the column that rosters point at; `null` stands for their key. */
export interface RecordNumbers {
  indexOf(parent: BoundKey | null): RecordIndex
}

export interface RecordIndex {
  readonly index: KeyIndex
  /** Numbers of records with several rows. */
  readonly repeats: ReadonlySet<number>
}

export interface RecordIndexes extends RecordNumbers {
  note(table: RecordsTable, record: RawRecord): void
  readonly faults: readonly Diagnostic[]
}

/** Indexes for the columns that rosters point at. In a column that is not the key each value must come only once. */
export function createIndexes(parents: readonly (BoundKey | null)[], file: string): RecordIndexes {
  const indexes = new Map<string, { column: BoundKey | null; index: KeyIndex; repeats: Set<number> }>()
  for (const column of parents) {
    const name = column?.header ?? ''
    if (!indexes.has(name)) indexes.set(name, { column, index: createKeyIndex(), repeats: new Set() })
  }
  const repeated = new Set<string>()
  return {
    indexOf(parent) {
      const found = indexes.get(parent?.header ?? '')
      if (found === undefined) throw new Error('no index was made for this column')
      return found
    },
    note(table, record) {
      for (const [name, { column, index, repeats }] of indexes) {
        const value = valueIn(table, column, record)
        if (value === '' || isDestroyed(value)) continue
        const before = index.size()
        const number = index.add(value)
        if (index.size() > before) continue
        repeats.add(number)
        if (column !== null) repeated.add(name)
      }
    },
    get faults() {
      return [...repeated].map((name) =>
        inputFault(
          'ambiguous-column',
          file,
          say('ambiguous-column.parent', { column: name }),
          say('ambiguous-column.help.parent'),
        ),
      )
    },
  }
}
