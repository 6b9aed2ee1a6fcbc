import type { ColumnProfile, SuspectedMissing } from '../columns/column.js'
import type { InspectedTable } from './inspected-table.js'

/** A word for no answer, counted in all columns of a table. */
export interface TableWord {
  readonly cell: string
  readonly kind: NonNullable<SuspectedMissing['kind']>
  readonly isCertain: boolean
  readonly count: number
  readonly columns: number
}

/** The words for no answer that are in a table, the most frequent first. */
export function noAnswerWordsIn({ profiles }: Pick<InspectedTable, 'profiles'>): TableWord[] {
  const words = new Map<string, TableWord>()
  for (const { missing } of profiles as readonly ColumnProfile[])
    for (const { cell, kind, isCertain, count } of missing) {
      if (kind === null) continue
      const before = words.get(cell)
      words.set(cell, {
        cell,
        kind,
        isCertain,
        count: count + (before?.count ?? 0),
        columns: 1 + (before?.columns ?? 0),
      })
    }
  return [...words.values()].sort((a, b) => b.count - a.count)
}
