import { findColumn } from '../columns/columns.js'
import type { OpenTable } from '../files/open-table.js'
import type { BoundFact, BoundKey, BoundRecords } from '../mapping/bound-columns.js'
import { keyText } from '../mapping/key-text.js'
import { withFormatWords } from '../records/format-words.js'
import { type IdColumn, withIdCells } from '../records/id-cells.js'
import { isAnswer, withMergedAnswers } from '../records/merged-answers.js'
import type { BoundTables } from './bind-tables.js'

/** The same tables with their cells as they were meant: ids as before a program changed them to `.0` or a day, merged answers of several ids in doubt, and a remark on cells whose text comes from a format. */
export async function asMeant({ records, rosters }: BoundTables): Promise<BoundTables> {
  const pointed = rosters.flatMap(({ bound: { join } }) => join?.parent ?? [])
  return {
    records: await Promise.all(
      records.map(async (each) => {
        const { key, facts, members, repeats } = each.bound
        const own = key === null || key === 'row' ? [] : [key]
        const all = [...facts, ...members, ...repeats.flatMap((repeat) => repeat.facts)]
        return { ...each, table: await tableAsMeant(each.table, key, [...own, ...pointed], all) }
      }),
    ),
    rosters: await Promise.all(
      rosters.map(async (each) => {
        const { join, facts } = each.bound
        const own = join === null ? [] : [join.child]
        return { ...each, table: await tableAsMeant(each.table, join?.child ?? null, own, facts) }
      }),
    ),
  }
}

async function tableAsMeant(
  table: OpenTable,
  key: BoundRecords['key'],
  ids: readonly BoundKey[],
  facts: readonly BoundFact[],
): Promise<OpenTable> {
  const columns = ids.flatMap(({ parts }) =>
    parts.flatMap((part): IdColumn[] => {
      const found = 'sheet' in part ? null : findColumn(table.headers, part.header)
      return found === null || !('column' in found) ? [] : [{ ...found.column, isPart: parts.length > 1 }]
    }),
  )
  const each = new Map(columns.map((column) => [column.index, column]))
  const answers = new Map(
    facts.flatMap((fact) =>
      fact.columns.flatMap(({ column, declaration: { type } }) =>
        isAnswer(type) ? [[column.index, column] as const] : [],
      ),
    ),
  )
  const data = await withMergedAnswers(
    await withIdCells(table.data, () => [...each.values()]),
    () => [...answers.values()],
    (cells, line) =>
      key === null || key === 'row' ? `${line}` : keyText(key, cells, { missing: new Map() }),
  )
  const counted = facts.flatMap((fact) =>
    fact.columns.map(({ column, declaration: { unit } }) => ({ ...column, unit })),
  )
  const named = [...each.values()].map((column) => ({ ...column, unit: null }))
  return { ...table, data: withFormatWords(data, () => [...counted, ...named]) }
}
