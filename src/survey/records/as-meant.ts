import { columnsOf, type Pack } from '../../lang/pack.js'
import type { Columns } from '../columns/columns.js'
import type { DataFile } from '../files/data-file.js'
import type { Column } from '../files/row.js'
import { withFormatWords } from './format-words.js'
import { withIdCells } from './id-cells.js'
import { isAnswer, withMergedAnswers } from './merged-answers.js'

/** The same file with its cells as they were meant: ids as before a program changed them to `.0` or a day, merged answers of several ids in doubt, and a remark on cells whose text comes from a format. */
export async function asMeant(
  file: DataFile,
  pack: Pack,
  usedIn: (headers: readonly string[]) => Columns['used'],
): Promise<DataFile> {
  const idIn = (headers: readonly string[]): Column[] =>
    (usedIn(headers).get(pack.record.id) ?? []).slice(0, 1)
  let key = -1
  const answersIn = (headers: readonly string[]): Column[] => {
    key = idIn(headers)[0]?.index ?? -1
    return [...usedIn(headers)].flatMap(([fact, columns]) => {
      const type = columnsOf(pack).get(fact)?.type
      return type === undefined || !isAnswer(type) ? [] : columns
    })
  }
  const withIds = await withIdCells(file, (headers) => idIn(headers).map((id) => ({ ...id, isPart: false })))
  const withAnswers = await withMergedAnswers(withIds, answersIn, (cells) => cells[key] ?? '')
  return withFormatWords(withAnswers, (headers) =>
    [...usedIn(headers)].flatMap(([fact, columns]) =>
      columns.map((column) => ({ ...column, unit: columnsOf(pack).get(fact)?.unit ?? null })),
    ),
  )
}
