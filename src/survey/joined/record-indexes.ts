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
  /** The one record whose key is written otherwise: in other case, with other signs between its parts, with zeros before; -1 if none or several are. */
  near(key: string): number
}

export interface RecordIndexes extends RecordNumbers {
  note(table: RecordsTable, record: RawRecord): void
  readonly faults: readonly Diagnostic[]
}

/** Indexes for the columns that rosters point at. In a column that is not the key each value must come only once. */
export function createIndexes(parents: readonly (BoundKey | null)[], file: string): RecordIndexes {
  const indexes = new Map<string, OpenIndex>()
  for (const column of parents) {
    const name = column?.header ?? ''
    if (!indexes.has(name)) indexes.set(name, openIndex(column))
  }
  const repeated = new Set<string>()
  return {
    indexOf(parent) {
      const found = indexes.get(parent?.header ?? '')
      if (found === undefined) throw new Error('no index was made for this column')
      return found
    },
    note(table, record) {
      for (const [name, { column, index, repeats, noteWriting }] of indexes) {
        const value = valueIn(table, column, record)
        if (value === '' || isDestroyed(value)) continue
        const before = index.size()
        const number = index.add(value)
        if (index.size() > before) {
          noteWriting(value, number)
          continue
        }
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

interface OpenIndex extends RecordIndex {
  readonly column: BoundKey | null
  readonly repeats: Set<number>
  noteWriting(key: string, number: number): void
}

function openIndex(column: BoundKey | null): OpenIndex {
  const writings = createKeyIndex()
  const records: number[] = []
  return {
    column,
    index: createKeyIndex(),
    repeats: new Set(),
    noteWriting(key, number) {
      const before = writings.size()
      const at = writings.add(plainKey(key))
      records[at] = at === before ? number : SEVERAL
    },
    near: (key) => records[writings.find(plainKey(key))] ?? SEVERAL,
  }
}

const SEVERAL = -1

/** A key without what people write in other ways. */
const plainKey = (key: string): string =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]+/gu, '-')
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '')
